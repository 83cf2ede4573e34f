"""Issues of journals, and results of the sites that publish them.

ScienceDirect's issues and searches, Nature's lists of articles, Springer's searches, and the
lists of bioRxiv and medRxiv. Each is known by lines that only that site writes: the kind of an
article with who may read it, the volume under a date, the byline with its journal, the
preprint's own DOI. The layouts are written after memory and descriptions of these sites.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from readlist.domain import PaperDraft
from readlist.importing.readers.parts.copied import CopiedPage
from readlist.importing.readers.parts.lines import Line
from readlist.importing.readers.parts.names import names_score, split_names
from readlist.importing.readers.reader import Entry

_CERTAIN, _LIKELY = 10.0, 2.0
_LONGEST, _LONGEST_TITLE = 300, 320
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_SENTENCE_END = re.compile(r"[.!?…][)\"”’]?$")

_ACCESS = r"(?:open access|full text access|abstract only|no access|open archive|free access)"
_SCIENCEDIRECT_KIND = re.compile(
    r"(?:(?:full length |original )?(?:research|review|data|video|mini review|software)"
    r" (?:article|paper)"
    r"|short (?:communication|survey)|article|discussion|case report|letter|conference abstract)"
    rf"(?:[ •]*{_ACCESS})?",
    re.I,
)
_SCIENCEDIRECT_ACCESS = re.compile(_ACCESS, re.I)
_SCIENCEDIRECT_PLACE = re.compile(r"(?:pages? [\w.]+(?:[-–][\w.]+)?|article [\w.]*\d[\w.]*)", re.I)
_SCIENCEDIRECT_BUTTON = re.compile(
    r"(?:(?:view|download|purchase) pdf.{0,20}|article preview|abstract|extracts?|figures|export"
    r"|graphical abstract|highlights|get rights and content|in press, .{5,30})",
    re.I,
)
_ISSUED = re.compile(
    rf"(?P<venue>\S.{{1,100}}?)(?:, volume [^,]+(?:, .{{1,30}})?)?, (?:\d{{1,2}} )?{_MONTH}"
    r"(?:[-–]\w+)? (?P<year>(?:19|20)\d\d)(?:, .{1,30})?",
    re.I,
)

_NATURE_KIND = re.compile(
    r"(?P<kind>(?:review |data )?article|letter|brief communication|perspective|analysis|resource"
    r"|matters arising|technical report|registered report|research briefing|protocol)"
    rf"\s*(?:open access)?\s*(?P<date>\d{{1,2}} {_MONTH} (?P<year>(?:19|20)\d\d))?"
    r"(?:\s+(?P<venue>[A-Z][^.]{2,80}))?",
    re.I,
)
_NATURE_DATE = re.compile(
    rf"(?:open access)?\s*\d{{1,2}} {_MONTH} (?P<year>(?:19|20)\d\d).{{0,80}}", re.I
)
_NATURE_VOLUME = re.compile(r"volume: [\w-]+, (?:issue: \w+, )?p: [\w-]+(?:[-–][\w-]+)?", re.I)
_BETWEEN_NAMES = ("…", "...", "&", "and", "[…]")

_SPRINGER_KIND = re.compile(
    r"(?:\d{1,4}\. *)?(?:article|chapter(?: and conference paper)?|conference paper|protocol"
    r"|(?:living )?reference work entry|research|review(?: article)?)(?: *open access)?",
    re.I,
)
_SPRINGER_BYLINE = re.compile(
    r"(?P<names>\S.{1,200}?(?:…|\.\.\.| ))in (?P<venue>[^\W\d_].{2,150}?)"
    r"(?: \((?P<year>(?:19|20)\d\d)\))?"
)
_EXCERPT_END = re.compile(r"(?:…|\.\.\.)$")
_FARTHEST = 14

_PREPRINT = re.compile(r"(?:bio|med)Rxiv (?:10\.\d{4,5}/)?[\d.]+(?:v\d+)?; ?doi:.{0,80}", re.I)
_PREPRINT_DOI = re.compile(r"doi\.org/(10\.\d{4,5}/[\w.]*\w)")
_ORCID = re.compile(r"view orcid profile\s*", re.I)
_POSTED = re.compile(
    r"(?:posted|now published in|full text|view (?:pdf|article)|add to selected citations"
    r"|(?:first )?posted|version posted|\d+ comments?)\b.{0,80}",
    re.I,
)


@dataclass(frozen=True, slots=True)
class JournalSite:
    """Reads the lists of one site: by which line a paper is found, and what is around it."""

    name: str
    title: str
    anchor: re.Pattern[str]
    #: Makes the entry: of a page, the line of a paper, the first line and the end it may have.
    read: Callable[[CopiedPage, int, int, int], Entry | None]

    def find(self, lines: Sequence[Line]) -> Iterator[Entry]:
        """Yield the papers at the lines by which they are known."""
        if not any(self.anchor.fullmatch(line.content[:_LONGEST]) for line in lines):
            return
        page = CopiedPage(lines)
        texts = enumerate(page.texts)
        places = [at for at, text in texts if self.anchor.fullmatch(text[:_LONGEST])]
        floor = 0
        for at, ceiling in pairwise([*places, len(page)]):
            entry = self.read(page, at, floor, ceiling) if at >= floor else None
            if entry:
                yield page.placed(entry)
                floor = entry.last + 1


def _draft(title: str, names: str, venue: str | None, year: str | None) -> PaperDraft:
    authors, cut = split_names(names)
    published = int(year) if year else None
    return PaperDraft(0, 0, title, authors, cut, venue=venue, year=published)


def _sciencedirect(page: CopiedPage, kind: int, floor: int, ceiling: int) -> Entry | None:
    """Read kind, title, authors, pages and buttons; a search names the journal too."""
    start = kind + 1
    while start < ceiling and _SCIENCEDIRECT_ACCESS.fullmatch(page.texts[start]):
        start += 1
    near = range(start + 1, min(ceiling, start + _FARTHEST))
    body = next((at for at in near if _is_sciencedirect_end(page.texts[at])), None)
    if body is None:
        return None
    title_end, venue, year = page.title_end(start, body), None, None
    place = title_end + 1
    if place < body and (issued := _ISSUED.fullmatch(page.texts[place])):
        venue, year = issued["venue"], issued["year"]
        place += 1
    names, title = page.text(place, body - 1) if place < body else "", page.text(start, title_end)
    if len(title) > _LONGEST_TITLE or (names and names_score(names) <= -10):
        return None
    last, abstract = _sciencedirect_end(page, body, ceiling)
    placed = _SCIENCEDIRECT_PLACE.fullmatch(page.texts[body]) or last > body
    known = start > kind + 1 or _SCIENCEDIRECT_ACCESS.search(page.texts[kind])
    weight = _CERTAIN if known and placed else _LIKELY
    draft = _draft(title, names, venue, year)._replace(abstract=abstract)
    return page.entry(kind, last, draft, weight)


def _is_sciencedirect_end(text: str) -> bool:
    found = _SCIENCEDIRECT_PLACE.fullmatch(text) or _SCIENCEDIRECT_BUTTON.fullmatch(text)
    return found is not None


def _sciencedirect_end(page: CopiedPage, body: int, ceiling: int) -> tuple[int, str | None]:
    """Return the last of the buttons that begin at ``body``, and the abstract opened below them."""
    last = body
    while last + 1 < ceiling and _is_sciencedirect_end(page.texts[last + 1]):
        last += 1
    opened = page.texts[last].lower() == "abstract" and last + 1 < ceiling
    if not opened or len(page.texts[last + 1]) < 60:
        return last, None
    end = page.end(last + 1, ceiling)
    return end, page.text(last + 1, end)


def _nature(page: CopiedPage, kind: int, floor: int, ceiling: int) -> Entry | None:
    """Read title, a sentence or two, authors one a line, kind and date, and volume."""
    found = _NATURE_KIND.fullmatch(page.texts[kind])
    assert found is not None, "the line of a paper says its kind"
    last, year, certain = kind, found["year"], found["date"] is not None
    for at in range(kind + 1, min(ceiling, kind + 5)):
        text = page.texts[at]
        if dated := _NATURE_DATE.fullmatch(text):
            year = year or dated["year"]
            last = at
        elif _NATURE_VOLUME.fullmatch(text):
            last, certain = at, True
            break
    first_name = kind
    while first_name - 1 > floor and _is_name(page.texts[first_name - 1]):
        first_name -= 1
    if not year or first_name == kind:
        return None
    first, end, abstract = _nature_head(page, floor, first_name - 1)
    title = page.text(first, end)
    names = [text for text in page.texts[first_name:kind] if text not in _BETWEEN_NAMES]
    cut = any(text in _BETWEEN_NAMES[:2] for text in page.texts[first_name:kind])
    draft = _draft(title, ", ".join(names), found["venue"], year)
    draft = draft._replace(abstract=abstract, more_authors=cut or draft.more_authors)
    return page.entry(first, last, draft, _CERTAIN if certain else _LIKELY)


def _is_name(text: str) -> bool:
    """Return whether a line of a list of authors can be ``text``; some have one name only."""
    is_short = len(text) < 60 and not _SENTENCE_END.search(text)
    return text in _BETWEEN_NAMES or (is_short and names_score(text) > -1.5)


def _nature_head(page: CopiedPage, floor: int, last: int) -> tuple[int, int, str | None]:
    """Return the lines of the title that ends over or on line ``last``, and what follows it."""
    if last > floor and _SENTENCE_END.search(page.texts[last]) and not page.has_gap(last):
        summary = page.begin(last, floor + 1)
        return page.begin(summary - 1, floor), summary - 1, page.text(summary, last)
    return page.begin(last, floor), last, None


def _springer(page: CopiedPage, kind: int, floor: int, ceiling: int) -> Entry | None:
    """Read kind, title, an excerpt that is cut, and the authors with their journal."""
    start = kind + 1
    while start < ceiling and _SCIENCEDIRECT_ACCESS.fullmatch(page.texts[start]):
        start += 1
    byline = _springer_byline(page, start, min(ceiling, start + _FARTHEST))
    if byline is None:
        return None
    place, last, found = byline
    end = page.title_end(start, place)
    title, year = page.text(start, end), found["year"]
    if not year and last + 1 < ceiling and (dated := _YEAR.search(page.texts[last + 1][-4:])):
        year, last = dated[0], last + 1
    excerpt = end + 1 < place and _EXCERPT_END.search(page.texts[place - 1])
    if len(title) > _LONGEST_TITLE or not (year or excerpt):
        return None
    weight = _CERTAIN if found["year"] or (excerpt and year) else _LIKELY
    return page.entry(kind, last, _draft(title, found["names"], found["venue"], year), weight)


def _springer_byline(
    page: CopiedPage, start: int, stop: int
) -> tuple[int, int, re.Match[str]] | None:
    """Return the lines of authors and journal below a title, and what they say."""
    for place in range(start + 1, stop):
        if len(page.texts[place]) > _LONGEST or _EXCERPT_END.search(page.texts[place]):
            continue
        lasts = [*range(place, min(place + 3, stop)), page.end(place, stop)]
        for last in lasts:
            found = _SPRINGER_BYLINE.fullmatch(page.text(place, last))
            is_whole = last == lasts[-1]
            if found and (found["year"] or is_whole) and names_score(found["names"]) > 0:
                return place, last, found
    return None


def _preprints(page: CopiedPage, known: int, floor: int, ceiling: int) -> Entry | None:
    """Read title and authors above the line with the DOI, and what is under it."""
    if known == floor:
        return None
    end, doi = known, _PREPRINT_DOI.search(page.texts[known])
    if doi is None and known + 1 < ceiling:  # the line was cut before the link, or within it
        end = known + 1
        doi = _PREPRINT_DOI.search("".join(page.texts[known : end + 1]))
    block = page.names_begin(known - 1, floor)
    if block == floor or page.has_gap(block):  # nothing above the names: they are the title
        first, title_end, names = page.begin(known - 1, floor), known - 1, ""
    else:
        first, title_end = page.begin(block - 1, floor), block - 1
        names = _ORCID.sub(" ", page.text(block, known - 1))
    if doi is None or title_end < first:
        return None
    last = end
    while last + 1 < ceiling and _POSTED.fullmatch(page.texts[last + 1][:_LONGEST]):
        last += 1
    year = _YEAR.search(page.text(end + 1, last) if last > end else doi[1])
    venue = page.texts[known].partition(" ")[0]
    draft = _draft(page.text(first, title_end), names, venue, year[0] if year else None)
    draft = draft._replace(doi=doi[1])
    return page.entry(first, last, draft, _CERTAIN)


READERS = (
    JournalSite(
        "sciencedirect", "issues and searches of ScienceDirect", _SCIENCEDIRECT_KIND, _sciencedirect
    ),
    JournalSite("nature", "lists of articles of Nature's journals", _NATURE_KIND, _nature),
    JournalSite("springer", "results of a search at Springer", _SPRINGER_KIND, _springer),
    JournalSite("biorxiv", "lists of bioRxiv and medRxiv", _PREPRINT, _preprints),
)
