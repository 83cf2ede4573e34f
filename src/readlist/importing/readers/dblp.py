"""DBLP's author pages and results of searches.

Seen real: author pages as a text browser gives them ("[i13]", "* electronic edition via DOI
(open access)", "persistent URL:", then "Authors:" and "Title. CoRR abs/2601.19278 (2026)" on
lines of their own), and one record as one line of text. How browsers copy it, without its
menus, follows the page's source.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from readlist.domain import PaperDraft
from readlist.importing.readers.parts.copied import CopiedPage, mentions
from readlist.importing.readers.parts.lines import Line
from readlist.importing.readers.parts.names import names_score, split_names
from readlist.importing.readers.parts.unwrap import join_lines
from readlist.importing.readers.reader import Entry

_CERTAIN = 10.0
_LIKELY = 2.5
_LONGEST = 700
_KEY = re.compile(r"\[(?P<kind>[a-z])\d+\]\s*")
_YEAR = r"(?:1[89]|20)\d\d"
# What follows a title: "WWW 2023: 49-59", "J. ACM 70(1): 1-48 (2023)", "CoRR abs/1 (2020)".
_TAIL = re.compile(
    rf"(?P<journal>[^\W\d_].*?)(?: (?:\d+(?:\([^)]*\))?|abs/\S+|[a-z-]+(?:\.[A-Z]+)?/\d{{7}}))?"
    rf"(?:: [\w:.,() -]*?)? \((?P<issued>{_YEAR})\)(?:, .{{0,60}})?"
    rf"|(?P<venue>[^\W\d_].*?),? (?P<year>{_YEAR})(?:: [\w:.,() -]+|, (?:ISBN|pp?\.) .{{1,80}})?"
    r"|(?P<pages>\d+(?::\d+)?(?:-\d+(?::\d+)?)?)",  # on the page of a venue
)
_ENDS = re.compile(r"[.?!] ")
_CORR = re.compile(r"CoRR (?:abs/)?(\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})\b")
_HOMONYM = re.compile(r" \d{4}\b")
_ABBREVIATION = re.compile(
    r"(?:\w{1,4}|\w*[^aeiouylst\W]|Trans|Syst|Assoc|Informatics|Intell|Artif|Lett|Proces?s?|Learn"
    r"|Softw|Secur|Discret|Optim|Manag|Technol|Electron|Telecommun|Bioinform|Stat|Biol)"
)
_SMALL = re.compile(r"(?<![\w'’-])(?!of\b|and\b|des?\b)[a-z]")
_KEY_LINE = re.compile(r"\s*\[[a-z]\d+\](?:\s|$)")
_DATED = re.compile(rf"\({_YEAR}\)|{_YEAR}(?:: [\d:.-]+)?$")
_DBLP_MENU = re.compile(
    r"view|electronic edition.*|details & citations|unpaywalled version|no documents? available.*"
    r"|references & citations|authority control:?|export record|bibtex|ris|rdf.*|xml|plain text"
    r"|dblp key:?|(?:conf|journals|books|phd|series|reference)/\S+|ask others|google(?: scholar)?"
    r"|(?:semantic|internet archive) scholar|citeseerx|pubpeer|share record|twitter|reddit"
    r"|bibsonomy|linkedin|facebook|bluesky|mastodon|persistent url:?.*|https?://dblp\S*|image:.*|",
    re.I,
)
_DATED_ANYWHERE = re.compile(rf"\b{_YEAR}\b")
_BULLET = re.compile(r"(?:[*•+-]|o(?= ))+ *")
_CUT = 100  # the longest line that goes on in the next
_BODY_LINES = 6
_MOST_ENDS = 20
_MENU_LINES = 45  # of one record, in a text browser


class Dblp:
    """Author pages and results of searches."""

    name = "dblp"
    title = "DBLP's author pages and results, copied"

    def find(self, lines: Sequence[Line]) -> Iterator[Entry]:
        """Yield the papers by their authors before a colon and what follows a title."""
        sure = mentions(lines, "dblp", "electronic edition", "> home > ") or any(
            _KEY_LINE.match(line.text) for line in lines
        )
        raw = [line.text for line in lines]
        if not any(_may_be_authors(raw, at, sure) for at in range(len(raw))):
            return
        page = CopiedPage(lines)
        after = 0
        for at in range(len(page)):
            if at < after or not _may_be_authors(page.texts, at, sure):
                continue
            if entry := _record(page, at, after, sure):
                yield page.placed(entry)
                after = entry.last + 1


def _may_be_authors(texts: Sequence[str], at: int, sure: bool) -> bool:
    """Return whether authors may end on line ``at``; without DBLP's marks a date must follow."""
    text = texts[at][: 10 * _LONGEST]
    if sure or ":" not in text:
        return ":" in text
    return (
        text.rstrip().endswith(":")
        and at + 1 < len(texts)
        and _DATED.search(texts[at + 1][-200:].rstrip()) is not None
    )


def _record(page: CopiedPage, at: int, floor: int, sure: bool) -> Entry | None:
    """Return the record whose authors end in a colon on line ``at``."""
    text = _KEY.sub("", page.texts[at], count=1)
    names, _, rest = text.partition(":")
    if len(rest) > _LONGEST or (rest and not rest.startswith(" ")):
        return None
    first = page.names_begin(at, floor)
    while first > floor and not page.has_gap(first) and _goes_on_in_names(page.texts[first - 1]):
        first -= 1
    if first < at:
        names = _KEY.sub("", page.text(first, at - 1), count=1) + " " + names
    if names_score(_HOMONYM.sub("", names)) <= 0:
        return None
    last, found = _body(page, at if rest else at + 1, rest.strip(), sure)
    if found is None:
        return None
    first, kind = _key_above(page, first, floor)
    if kind == "e":
        return None  # a volume that was edited
    certain = sure or kind is not None
    draft = _dblp_draft(names, *found)
    return page.entry(first, last, draft, _CERTAIN if certain else _LIKELY)


def _goes_on_in_names(text: str) -> bool:
    """Return whether ``text`` can be the line above authors that a text browser cut."""
    return "," in text and ":" not in text and names_score(_HOMONYM.sub("", text)) > 0


def _body(
    page: CopiedPage, begin: int, rest: str, sure: bool
) -> tuple[int, tuple[str, re.Match[str]] | None]:
    """Return the last line of the record whose title begins on line ``begin``, and its parts."""
    text = rest or page.texts[begin] if begin < len(page) else ""
    last = begin
    while len(text) <= _LONGEST:
        found = _title_and_tail(text, sure)
        may_go_on = last + 1 < len(page) and last - begin < _BODY_LINES
        if found or not may_go_on or page.has_gap(last + 1) or len(page.texts[last]) > _CUT:
            return last, found
        last += 1
        text = join_lines([text, page.texts[last]])
    return last, None


def _key_above(page: CopiedPage, place: int, floor: int) -> tuple[int, str | None]:
    """Return where the record begins, and the kind that its key ("[c12]") tells."""
    if found := _KEY.match(page.texts[place]):
        return place, found["kind"]
    first = place
    for at in range(place - 1, max(floor, place - _MENU_LINES) - 1, -1):
        text = _BULLET.sub("", page.texts[at], count=1)
        if found := _KEY.match(text):
            if _DBLP_MENU.fullmatch(text[found.end() :].strip()):
                return at, found["kind"]
            break
        if not _DBLP_MENU.fullmatch(text):
            break
        first = at
    return first, None


def _title_and_tail(text: str, sure: bool) -> tuple[str, re.Match[str]] | None:
    """Split "Title. Venue 2020: 1-9" where what follows the title can be nothing else."""
    if not (_DATED_ANYWHERE.search(text) or sure):
        return None
    ends = sorted(
        islice(_ENDS.finditer(text), _MOST_ENDS), key=lambda end: _is_initial(text, end.start())
    )
    for end in ends:
        tail = _TAIL.fullmatch(text, end.end())
        if tail and tail["pages"] and not sure:
            continue
        if tail and _is_venue(tail["journal"] or tail["venue"] or "", text[end.start()]):
            return text[: end.start()] + text[end.start()].strip("."), tail
    return None


def _is_initial(text: str, stop: int) -> bool:
    """Return whether the full stop at ``stop`` ends an initial, as in "J. S. Bach"."""
    return text[stop] == "." and (stop < 2 or text[stop - 2] == " ") and text[stop - 1].isupper()


def _is_venue(name: str, mark: str) -> bool:
    """Return whether full stops in ``name`` all end abbreviations, as in "Inf. Sci."."""
    *abbreviated, _ = name.split(". ")
    if mark != "." and abbreviated and len(name.split()) > 7:
        return False
    return all(
        _ABBREVIATION.fullmatch(part.rpartition(" ")[2]) and not _SMALL.search(part)
        for part in abbreviated
    )


def _dblp_draft(names: str, title: str, tail: re.Match[str]) -> PaperDraft:
    authors, more = split_names(_HOMONYM.sub("", names))
    corr = _CORR.search(tail[0])
    venue = tail["journal"] or tail["venue"] or ""
    year = tail["issued"] or tail["year"]
    return PaperDraft(
        first_line=0,
        last_line=0,
        title=title,
        authors=authors,
        more_authors=more,
        year=int(year) if year else None,
        venue=None if venue.startswith("CoRR") else venue or None,
        arxiv_id=corr[1] if corr else None,
    )


READERS = (Dblp(),)
