"""The ACL Anthology: volumes, events and pages of papers.

Seen real: pages of papers, one field a line and with all fields glued into one line
("Anthology ID:2026.eacl-long.8Volume:…Month:MarchYear:2026"), whose "Cite (Informal):" holds
the exact title. Volumes and events ("pdf bib abs", title, "Author | Author", perhaps the
abstract) follow the pages' source; their buttons stand on one line or on lines of their own.
"""

import re
from collections.abc import Iterator, Sequence

from readlist.domain import PaperDraft
from readlist.importing.readers.parts.copied import CopiedPage, mentions
from readlist.importing.readers.parts.furniture import is_furniture
from readlist.importing.readers.parts.headings import plain_heading
from readlist.importing.readers.parts.lines import Line
from readlist.importing.readers.parts.names import names_score, split_names
from readlist.importing.readers.reader import Entry

_CERTAIN = 10.0
_LIKELY = 3.0
_LONGEST = 320
_YEAR = re.compile(r"\b((?:19|20)\d\d)\b")
_ABSTRACT = re.compile(r"#* ?Abstract\W*", re.I)
_EXTRA = (
    r"(?:pdf|bib|abs|video|code|software|data(?:set)?|poster|slides?|presentation|attachment"
    r"|copyright|note|erratum|correction|optional supplementary \w+|supplementary \w+)"
)
_BUTTON_LINE = re.compile(rf"[\W_]*+(?:{_EXTRA}[\W_]*+)++", re.I)
# Buttons and, in a text browser, the title after them.
_BUTTONS = re.compile(r"\W*pdf\W*bib(?:\W*abs)?(?![\w(])[\]\s|]*(?P<title>[^\s\W].*)?", re.I)
_VOLUME = re.compile(
    r"#* ?(?:Proceedings of|Findings of the|Transactions of the Assoc|(?:Companion|Tutorial) "
    r"|Computational Linguistics, Volume).*"
)
_EVENT_YEAR = re.compile(r".*\((?:\D* )?((?:19|20)\d\d)\)\W*")
_FRONT = re.compile(
    r"(?:Proceedings of the|Findings of the Association for|Front ?matter\b).*", re.I
)
_FOOT = re.compile(
    r"(?:ACL materials are|Permission is granted|The ACL Anthology|Site last|up$)", re.I
)
_ID_LABEL = re.compile(r"\W*Anthology ID\W*:", re.I)
_PAPER_ID = re.compile(r"^(?:\d{4}\.\w+-\w+\.\d+|[A-Z]\d\d-(?!\d?000)\d{4})\b")
_LABELS = (
    "Anthology ID|Original|Volume|Issue|Month|Year|Address|Editors?|Venues?|SIGs?|Publisher|Note"
    r"|Pages|Language|URL|DOI|Bibkey|Cite \(ACL\)|Cite \(Informal\)|Copy Citation|PDF"
)
_LABELLED = re.compile(rf"(?P<label>{_LABELS}):(?P<value>.*?)(?=(?:{_LABELS}):|\Z)", re.S)
_INFORMAL = re.compile(r"(?P<title>.+) \([^()]*(?:,| et al\.?) ?[^()]*\d{4}[^()]*\)")
_ID_PAGE_END = re.compile(
    r".*(?:fix data|copy \w+ to\s*clipboard|markdown \(informal\)|download as file).*|clipboard",
    re.I,
)
_NARROW = 50  # of lines that were cut at a width
_FIELD_LINES = 70
_PAGE_LINES = 260


class AclAnthology:
    """Volumes, events and pages of papers."""

    name = "acl-anthology"
    title = "the ACL Anthology's volumes, events and papers, copied"

    def find(self, lines: Sequence[Line]) -> Iterator[Entry]:
        """Yield the papers under the buttons "pdf bib abs", and those of whole pages."""
        if not mentions(lines, "bib", "anthology id"):
            return
        page = CopiedPage(lines)
        venue: str | None = None
        year: int | None = None
        place = after = 0
        while place < len(page):
            text = page.texts[place]
            entry = None
            if _ID_LABEL.match(text):
                fields = _fields(page, place)
                if _PAPER_ID.search(fields.get("Anthology ID", "")):
                    entry = _anthology_page(page, place, after, fields)
                else:  # the head of a volume
                    year = _only_year(fields.get("Year", "")) or year
            elif buttons := _buttons(page, place):
                entry = _anthology_entry(page, place, buttons, venue, year)
            elif len(text) < _LONGEST and _VOLUME.fullmatch(text):
                venue = plain_heading(text).strip()
                year = _only_year(venue) or year
            elif len(text) < _LONGEST and (dated := _EVENT_YEAR.fullmatch(text)):
                year = int(dated[1])
            if entry:
                yield page.placed(entry)
                after = entry.last + 1
            place = max(place + 1, after)


def _only_year(text: str) -> int | None:
    found = set(_YEAR.findall(text))
    return int(found.pop()) if len(found) == 1 else None


def _buttons(page: CopiedPage, place: int) -> int:
    """Return how many lines from ``place`` are the buttons above a title, 0 for none."""
    if not page.texts[place][:20].lower().lstrip("[*• ").startswith("pdf"):
        return 0
    last = place
    while last + 1 < len(page) and _BUTTON_LINE.fullmatch(page.texts[last + 1][:60]):
        last += 1
    row = " ".join(page.texts[place : last + 1])
    return last + 1 - place if len(row) < 2 * _LONGEST and _BUTTONS.fullmatch(row) else 0


def _anthology_entry(
    page: CopiedPage, place: int, buttons: int, venue: str | None, year: int | None
) -> Entry | None:
    """Return the paper under the buttons on line ``place``: title, authors, open abstract."""
    row = " ".join(page.texts[place : place + buttons])
    found = _BUTTONS.fullmatch(row)
    beside = (found["title"] or "") if found else ""
    if beside and _BUTTON_LINE.fullmatch(beside):
        beside = ""
    end = _next_buttons(page, place + buttons)
    begin = place + buttons - bool(beside)
    if begin >= end:
        return None
    title_end, last = _head_ends(page, begin, end)
    title = page.text(begin + bool(beside), title_end)
    title = plain_heading(f"{beside} {title}".strip())
    if not title or _FRONT.match(title) or len(title) > _LONGEST:
        return None
    names = page.text(title_end + 1, last).strip("| ")
    authors, more = split_names(names.replace(" | ", ", "))
    stop = last + 1
    while stop < end and not _VOLUME.fullmatch(page.texts[stop][:_LONGEST]):
        if page.gap(stop) > 1 or _FOOT.match(page.texts[stop]):
            break
        stop += 1
    abstract = _open_abstract(page, last + 1, stop - 1)
    draft = PaperDraft(0, 0, title, authors, more, abstract, year=year, venue=venue)
    known = bool(names) and ("|" in names or "abs" in row.lower().split())
    return page.entry(place, stop - 1 if abstract else last, draft, _CERTAIN if known else _LIKELY)


def _head_ends(page: CopiedPage, begin: int, end: int) -> tuple[int, int]:
    """Return the last lines of the title that begins on line ``begin``, and of its authors."""
    for at in range(begin + 1, min(end, begin + 5)):
        text = page.texts[at]
        if "|" in text and names_score(text.replace("|", ",")[: 3 * _LONGEST]) > -4.0:
            last = at
            while last + 1 < end and not page.has_gap(last + 1):
                after = page.texts[last + 1]
                cut = len(page.texts[last]) > _NARROW and len(after.split()) < 4
                if _BUTTON_LINE.fullmatch(after[:_LONGEST]):
                    break
                if not (page.texts[last].endswith("|") or " | " in after or cut):
                    break
                last += 1
            return at - 1, page.end(last, end)
        if page.has_gap(at):
            break
    block = next((at for at in range(begin + 1, end) if page.has_gap(at)), end) - 1
    if begin < block < begin + 4 and names_score(page.texts[block][:_NARROW]) > 0:
        return block - 1, block
    title_end = page.title_end(begin, end)
    if title_end + 1 < end and names_score(page.texts[title_end + 1][:_LONGEST]) > -2.0:
        return title_end, title_end + 1
    return title_end, title_end


def _open_abstract(page: CopiedPage, first: int, last: int) -> str | None:
    """Return the abstract shown under a paper: running text, not a heading of the page."""
    text = page.paragraphs(first, last) if first <= last else None
    return text if text and len(text) > 80 else None


def _next_buttons(page: CopiedPage, place: int) -> int:
    """Return where the next paper's buttons stand, or how far a paper may reach."""
    for at in range(place, min(len(page), place + 40)):
        if _buttons(page, at):
            return at
    return min(len(page), place + 40)


def _fields(page: CopiedPage, place: int) -> dict[str, str]:
    """Return the labelled fields from line ``place``, glued together or a line each."""
    rows = [text[: 10 * _LONGEST] for text in page.texts[place : place + _FIELD_LINES]]
    fields: dict[str, str] = {}
    for found in _LABELLED.finditer("\n".join(rows)):
        fields.setdefault(found["label"], " ".join(found["value"].strip(" *-_\n").split()))
    return fields


def _anthology_page(
    page: CopiedPage, place: int, floor: int, fields: dict[str, str]
) -> Entry | None:
    """Return the paper whose page has the line "Anthology ID:" at ``place``."""
    informal = _INFORMAL.match(fields.get("Cite (Informal)", ""))
    top = next(
        (
            at
            for at in range(place, max(floor - 1, place - 40), -1)
            if _ABSTRACT.fullmatch(page.texts[at])
        ),
        place,
    )
    title = informal["title"].strip("[] ") if informal else ""
    first = _title_line(page, title, top, floor)
    if first is None:
        return None
    title = title or plain_heading(page.texts[first])
    authors, more = split_names(_cited_authors(page, fields, first, top))
    year = _only_year(fields.get("Year", ""))
    return page.entry(
        first,
        _page_end(page, place),
        PaperDraft(
            first_line=0,
            last_line=0,
            title=title,
            authors=authors,
            more_authors=more,
            abstract=page.paragraphs(top + 1, place - 1) if top < place else None,
            year=year,
            venue=fields.get("Volume") or None,
            doi=_doi(fields.get("DOI", "")),
        ),
        _CERTAIN,
    )


def _doi(text: str) -> str | None:
    found = re.search(r"10\.\d{4,9}/[^\s\])>]+", text)
    return found[0] if found else None


def _title_line(page: CopiedPage, title: str, top: int, floor: int) -> int | None:
    """Return the line above the abstract that ``title`` stands on; without one, the likeliest."""
    above = range(top - 1, max(floor - 1, top - 30), -1)
    if title:
        wanted = title.casefold()
        for at in above:
            text = plain_heading(page.texts[at]).casefold()
            if text and (text == wanted or (len(text) > 20 and wanted.startswith(text))):
                return at
        return top if top < len(page) else None
    for at in above:
        if names_score(page.texts[at]) > 0 and at > floor and not is_furniture(page.texts[at - 1]):
            return at - 1
    return None


def _cited_authors(page: CopiedPage, fields: dict[str, str], first: int, top: int) -> str:
    """Return the authors as the Anthology cites them, or as they stand under the title."""
    cited = re.match(r"(?P<names>.+?)\. (?:19|20)\d\d\. ", fields.get("Cite (ACL)", ""))
    if cited:
        return cited["names"]
    under = [text for text in page.texts[first + 1 : top] if names_score(text) > 0]
    return " ".join(under[:1])


def _page_end(page: CopiedPage, place: int) -> int:
    """Return the last line of a page: its fields, and the citations in other formats."""
    last = place
    for at in range(place, min(len(page), place + _PAGE_LINES)):
        if at > place and _ID_LABEL.match(page.texts[at]):
            break
        near = at - place < _FIELD_LINES and _LABELLED.match(page.texts[at].lstrip("-* "))
        if near or _ID_PAGE_END.fullmatch(page.texts[at][:_LONGEST]):
            last = at
    while last + 1 < len(page) and page.gap(last + 1) == 0 and last - place < 3:
        last += 1
    return last


READERS = (AclAnthology(),)
