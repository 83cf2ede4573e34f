"""Results of the databases of physics: INSPIRE, SciRate, and NASA's Astrophysics Data System.

The fields of each and their order are those of the sites' own templates:
https://github.com/inspirehep/inspirehep (ui/src/literature), https://github.com/scirate/scirate
(app/views/papers) and https://github.com/adsabs/bumblebee (src/js/widgets/list_of_things).
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from readlist.domain import PaperDraft
from readlist.importing.readers.parts.copied import CopiedPage, mentions
from readlist.importing.readers.parts.lines import Line
from readlist.importing.readers.parts.names import names_score, split_names
from readlist.importing.readers.reader import Entry

_CERTAIN = 10.0
_LONGEST = 400
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
_ID = r"(?:\d{4}\.\d{4,5}|[a-z]+(?:-[a-z]+)?(?:\.[A-Z]{2})?/\d{7})"
_CATEGORY = r"(?:[a-z]+(?:-[a-z]+)?(?:\.[A-Za-z-]{2,})?)"

_INSPIRE_DATE = re.compile(
    rf"(?P<names>.*\S)? ?\((?:{_MONTH}(?: \d{{1,2}})?, )?(?P<year>(?:19|20)\d\d)\)"
)
_INSPIRE_FACTS = re.compile(r"(?:published in|e-print|contribution to|thesis|part of):?\s", re.I)
_INSPIRE_BUTTON = re.compile(
    r"(?:pdf|links?|doi(?: ?\(\d+\))?|cite|claim|reference search|edit|datasets?|video|slides"
    r"|[\d,]+ citations?)",
    re.I,
)
_INSPIRE_OWN = ("claim", "reference search", "cite")
_RANK = re.compile(r"(?:(?P<title>.*\S) )?#[\d,]+")
_EPRINT = re.compile(rf"e-Print:\s*(?:arXiv:)?({_ID})")
_JOURNAL = re.compile(r"Published in:\s*([^\W\d_][^\d•,(]*[^\W\d_]\.?)")
_AFFILIATION = re.compile(r"\s*\((?:[^()]|\([^()]*\))*\)")

_SCIRATE_DATE = re.compile(
    rf"{_MONTH} \d{{1,2}} (?P<year>(?:19|20)\d\d)(?P<categories>(?: {_CATEGORY})+)?"
    rf"(?: arXiv:\s?(?P<id>{_ID})(?:v\d+)?)?"
)
_SCIRATE_ID = re.compile(rf"arXiv:\s?({_ID})(?:v\d+)?")
_SCIRATE_BUTTON = re.compile(
    r"(?:scited?!?|\d[\d,]*|pdf|html|\d+ comments?|unscite|scite! ?\d+)", re.I
)

_BIBCODE = re.compile(
    r"(?:\d+\s+)?(?P<code>(?:1[5-9]|20)\d\d[A-Za-z&.]{5}[\w.]{9,10}(?:[^\W\d_a-z]|\.))"
    r"(?:\s+(?P<date>\d{4}/\d\d))?(?:\s+cited(?: \(n\))?: [\d.,]+)?"
)
_MORE = re.compile(r"\s+and \d+ more$")
_LONGEST_NAME = 60
_ADS_FACT = re.compile(
    r"\d{4}/\d\d(?:\s+cited(?: \(n\))?: [\d.,]+)?|cited(?: \(n\))?: [\d.,]+", re.I
)
_OF_ARXIV = re.compile(r"(?:19|20)(\d\d)arXiv(?=\1)(\d\d(?:0[1-9]|1[0-2]))\.?(\d{4,5})[A-Z]")


@dataclass(frozen=True, slots=True)
class Database:
    """Reads the results of one database: by which line a paper is found, and what is around it."""

    name: str
    title: str
    #: Words of which one is on any of its pages.
    marks: tuple[str, ...]
    anchor: re.Pattern[str]
    #: Makes the entry: of a page, the line of a paper, the first line and the end it may have.
    read: Callable[[CopiedPage, int, int, int], Entry | None]

    def find(self, lines: Sequence[Line]) -> Iterator[Entry]:
        """Yield the papers at the lines by which they are known."""
        if not mentions(lines, *self.marks):
            return
        page = CopiedPage(lines)
        places = [at for at in range(len(page)) if self._is_anchor(page, at)]
        floor = 0
        for at, ceiling in pairwise([*places, len(page)]):
            entry = self.read(page, at, floor, ceiling) if at >= floor else None
            if entry:
                yield page.placed(entry)
                floor = entry.last + 1

    def _is_anchor(self, page: CopiedPage, at: int) -> bool:
        """Return whether line ``at`` is the one by which a paper is known, or ends it."""
        text = page.texts[at]
        if len(text) > _LONGEST:
            return False
        if self.anchor.fullmatch(text):
            return True
        return page.goes_on(at) and self.anchor.fullmatch(page.text(at - 1, at)) is not None


def _inspire(page: CopiedPage, dated: int, floor: int, ceiling: int) -> Entry | None:
    """Read title, rank, authors with a date, where it was published, and buttons."""
    below = range(dated + 1, min(ceiling, dated + 8))
    row = next((at for at in below if _INSPIRE_BUTTON.fullmatch(page.texts[at])), ceiling)
    facts = page.text(dated + 1, min(row, ceiling) - 1) if row > dated + 1 else ""
    last = row if row < ceiling else dated
    while last + 1 < ceiling and _INSPIRE_BUTTON.fullmatch(page.texts[last + 1]):
        last += 1
    buttons = {text.lower() for text in page.texts[row : last + 1]}
    if not (_INSPIRE_FACTS.match(facts) or (not facts and buttons.intersection(_INSPIRE_OWN))):
        return None
    if row >= ceiling:
        last = page.end(dated + 1, ceiling)
        facts = page.text(dated + 1, last)
    place = page.names_begin(dated, floor)
    ranks = (at for at in range(place, max(floor, place - 2) - 1, -1) if _is_rank(page.texts[at]))
    rank = next(ranks, None)
    names_first = place if rank is None else rank + 1
    end = names_first - 1 if rank is None or page.texts[rank][0] != "#" else rank - 1
    if end < floor or names_first > dated:
        return None
    first = page.begin(end, floor)
    return page.entry(
        first, last, _inspire_draft(page, (first, end), (names_first, dated), facts), _CERTAIN
    )


def _is_rank(text: str) -> bool:
    return _RANK.fullmatch(text[:_LONGEST]) is not None


def _inspire_draft(
    page: CopiedPage, title: tuple[int, int], names: tuple[int, int], facts: str
) -> PaperDraft:
    found = _INSPIRE_DATE.fullmatch(page.text(*names))
    listed = _AFFILIATION.sub("", found["names"] or "") if found else ""
    authors, more = split_names(listed.rpartition(" • ")[2])
    eprint, journal = _EPRINT.search(facts), _JOURNAL.search(facts)
    return PaperDraft(
        0,
        0,
        re.sub(r" #[\d,]+$", "", page.text(*title)),
        authors,
        more,
        year=int(found["year"]) if found else None,
        venue=journal[1] if journal else None,
        arxiv_id=eprint[1] if eprint else None,
    )


def _scirate(page: CopiedPage, dated: int, floor: int, ceiling: int) -> Entry | None:
    """Read a paper whose title and authors stand over its date, and its abstract under it."""
    found = _SCIRATE_DATE.fullmatch(page.texts[dated])
    assert found is not None, "the line of a paper is its date"
    top = next((at + 1 for at in range(dated - 1, floor - 1, -1) if _is_button(page, at)), floor)
    numbered = next(
        (at for at in range(dated - 1, top - 1, -1) if _SCIRATE_ID.fullmatch(page.texts[at])), None
    )
    arxiv_id, names_first = found["id"], page.names_begin(dated - 1, top)
    end = names_first - 1
    if numbered is not None:
        own = _SCIRATE_ID.fullmatch(page.texts[numbered])
        arxiv_id, names_first, end = own[1] if own else None, numbered + 1, numbered - 1
    if arxiv_id is None or end < top:
        return None
    title_first = page.begin(end, top)
    title = page.text(title_first, end)
    for category in (found["categories"] or "").split():
        title = title.removesuffix(f" {category}")
    authors, more = split_names(page.text(names_first, dated - 1))
    body = dated + 1
    while body < ceiling and _SCIRATE_BUTTON.fullmatch(page.texts[body]):
        body += 1
    last, abstract = _abstract(page, body, ceiling)
    draft = PaperDraft(
        0, 0, title, authors, more, abstract=abstract, year=int(found["year"]), arxiv_id=arxiv_id
    )
    return page.entry(title_first, last, draft, _CERTAIN)


def _is_button(page: CopiedPage, place: int) -> bool:
    return _SCIRATE_BUTTON.fullmatch(page.texts[place][:_LONGEST]) is not None


def _abstract(page: CopiedPage, place: int, ceiling: int) -> tuple[int, str | None]:
    """Return the last line of the abstract that begins at ``place``, and it, if there is one."""
    if place >= ceiling or len(page.texts[place]) < 60:
        return place - 1, None
    end = page.end(place, ceiling)
    return end, page.text(place, end)


def _ads(page: CopiedPage, coded: int, floor: int, ceiling: int) -> Entry | None:
    """Read a bibcode with date and citations, then title and authors, family names first."""
    start = coded + 1
    while start < ceiling and _ADS_FACT.fullmatch(page.texts[start]):
        start += 1
    if start >= ceiling:
        return None
    near = range(start + 1, min(ceiling, start + 8))
    block = takewhile(lambda at: not page.has_gap(at), near)
    names = next((at for at in block if _are_turned(page.texts[at])), None)
    end = page.end(start, ceiling) if names is None else names - 1
    last = end if names is None else names
    while names is not None and last + 1 < ceiling and not page.has_gap(last + 1):
        if not (page.texts[last].endswith(";") or page.goes_on(last + 1)):
            break
        last += 1
    listed = page.text(names, last) if names is not None else ""
    authors, more = split_names(
        listed if ";" in listed else _MORE.sub("", listed) + ";" if listed else ""
    )
    code = _BIBCODE.fullmatch(page.texts[coded])
    assert code is not None, "the line of a paper is its bibcode"
    own = _OF_ARXIV.fullmatch(code["code"])
    draft = PaperDraft(
        0,
        0,
        page.text(start, end),
        authors,
        more,
        year=int(code["code"][:4]),
        arxiv_id=f"{own[2]}.{own[3]}" if own else None,
    )
    return page.entry(coded, last, draft, _CERTAIN)


def _are_turned(text: str) -> bool:
    """Return whether ``text`` names authors as this database does: "Family, Given; …"."""
    people = _MORE.sub("", text).strip("; ").split(";")
    if max(map(len, people)) > _LONGEST_NAME:
        return False
    return len(people) > 1 or (text.count(",") == 1 and names_score(_turned(people[0])) > 0)


def _turned(name: str) -> str:
    """Return a name with the family name at its end."""
    return ", ".join(split_names(f"{name};")[0])


READERS = (
    Database(
        "inspire",
        "results of INSPIRE",
        ("e-print:", "reference search", "claim"),
        _INSPIRE_DATE,
        _inspire,
    ),
    Database("scirate", "SciRate's lists of papers", ("scite",), _SCIRATE_DATE, _scirate),
    Database("ads", "results of NASA ADS", ("cited:", "arxiv", "/0", "/1"), _BIBCODE, _ads),
)
