"""Tables of papers: Markdown tables with a column of titles.

What the columns are is taken from their headings: ``| Title | Venue | Year | Link |``.
"""

import re
from collections.abc import Iterator, Sequence

from readlist.domain import PaperDraft
from readlist.importing.readers.parts.citations import identifiers_in
from readlist.importing.readers.parts.context import weighed_in_context
from readlist.importing.readers.parts.lines import Line
from readlist.importing.readers.parts.names import names_score, split_names
from readlist.importing.readers.parts.paper_links import is_label, is_paper_link
from readlist.importing.readers.parts.venues import acronyms, year_in
from readlist.importing.readers.reader import Entry, Page
from readlist.text import fold_spaces

_ROW = re.compile(r"\s*(?:>\s?)*\|?(.*\|.*?)\|?\s*$")
_RULE = re.compile(r"\s*(?:>\s?)*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)+\|?\s*$")
_CELL = re.compile(r"(?<!\\)\|")
_IMAGE = re.compile(r"!\[([^\[\]]*)\]\([^()\s]*(?:\([^()]*\)[^()]*)*\)")
_LINK = re.compile(r"\[((?:[^\[\]]|\[[^\[\]]*\])+)\]\(\s*<?((?:[^\s()<>]|\([^\s()]*\))+)>?\s*\)")
_URL = re.compile(r"https?://(?:[^\s()<>|\[\]]|\([^\s()]*\))+")
_BREAK = re.compile(r"<br\s*/?>|</?[a-z][^<>]*>", re.I)
_HEADINGS = (
    (
        "title",
        re.compile(r"(?:paper |publication |article )?(?:titles?|names?)(?: of (?:the )?papers?)?"),
    ),
    ("paper", re.compile(r"(?:papers?|publications?|articles?|works?|references?|preprints?)")),
    ("authors", re.compile(r"(?:first )?authors?(?:\(s\))?")),
    (
        "venue",
        re.compile(
            r"(?:venues?|conferences?|journals?|conf\.?|publication|published(?: in| at)?"
            r"|publisher|pub\.?)(?:\W+(?:journal|conference|year))?"
        ),
    ),
    ("year", re.compile(r"(?:years?|dates?|published|publish date|time)")),
    (
        "link",
        re.compile(
            r"(?:arxiv|doi|urls?|links?|pdfs?|paper (?:link|url|pdf)|openreview|arxiv (?:id|link)"
            r"|number|id)"
        ),
    ),
)
_OUTER = re.compile(r"^[\s*_\"“”`]+|[\s*_\"“”`]+$")
#: The lines above the rows: the headings and the rule below them.
_HEAD = 2
_ET_AL = re.compile(r"\s+et\.?\s*al\b\.?", re.I)
_MOST_CELLS, _LONGEST = 24, 4000


class PaperTable:
    """Reads Markdown tables that have a paper in each row."""

    name = "markdown-table"
    title = "a Markdown table with a column of titles"

    def find(self, lines: Sequence[Line]) -> Iterator[Entry]:
        """Yield the papers in the tables of ``lines``, one a row."""
        yield from weighed_in_context(list(_rows(lines)), lines, beside=_HEAD)


def _rows(lines: Sequence[Line]) -> Iterator[Entry]:
    columns: dict[str, int] = {}
    for place, line in enumerate(lines):
        if "|" not in line.text or line.gap or len(line.text) > _LONGEST:
            columns = {}
        elif _RULE.match(line.text) and place:
            columns = _columns(_cells(lines[place - 1].text))
        elif columns and (entry := _read(place, line, columns)):
            yield entry


def _cells(text: str) -> list[str]:
    found = _ROW.match(text)
    return [cell.strip() for cell in _CELL.split(found[1])][:_MOST_CELLS] if found else []


def _columns(headings: Sequence[str]) -> dict[str, int]:
    """Return which column holds what; nothing when these are no headings of papers."""
    columns: dict[str, int] = {}
    for place, heading in enumerate(headings):
        bare = fold_spaces(re.sub(r"[^\w\s().]", " ", _BREAK.sub("", heading))).lower()
        for kind, pattern in _HEADINGS:
            if kind not in columns and pattern.fullmatch(bare):
                columns[kind] = place
                break
    if "title" not in columns and "paper" not in columns:
        return {}
    return columns


def _read(place: int, line: Line, columns: dict[str, int]) -> Entry | None:
    cells = [_IMAGE.sub(r"\1", _BREAK.sub(" ", cell)) for cell in _cells(line.text)]
    if len(cells) <= max(columns.values()):
        return None
    column = {kind: cells[at] for kind, at in columns.items()}
    named = column.get("title") or column.get("paper") or ""
    title = _title(named)
    if title is None and "title" in column and column.get("paper"):
        title = _title(column["paper"])
    links = tuple(dict.fromkeys(_URL.findall(line.text)))
    paper_links = [url for url in links if is_paper_link(url)]
    beside = " ".join([*paper_links, column.get("link", "")])
    found = identifiers_in(_with_marks(beside))
    authors, more = _authors(column.get("authors", ""))
    venue, year = _venue(column.get("venue", "")), _year(column)
    known = bool(paper_links or found.doi or found.arxiv_id)
    if title is None or not (known or (authors and (venue or year))):
        return None
    if len(title.split()) < 2 and not known:
        return None
    weight = 2.5 * known + 1.2 * bool(authors) + 0.8 * bool(venue) + 0.4 * bool(year)
    weight -= 1.0 * (len(title.split()) < 3)
    draft = PaperDraft(
        line.number, line.number, title, authors, more, year=year, venue=venue,
        doi=found.doi, arxiv_id=found.arxiv_id, links=links,
    )  # fmt: skip
    return Entry(place, place, draft, weight)


def _year(column: dict[str, str]) -> int | None:
    found = re.search(r"(?<!\d)(?:19|20)\d\d(?!\d)", column.get("year", ""))
    return int(found[0]) if found else year_in(column.get("venue", ""))


def _with_marks(text: str) -> str:
    """Return ``text`` with an arXiv number that stands alone marked as one."""
    return re.sub(r"(?<![\w./:])(\d{4}\.\d{4,5})(?![\w.])", r"arXiv:\1", text)


def _title(cell: str) -> str | None:
    linked = [label for label, _ in _LINK.findall(cell) if not is_label(label)]
    bare = linked[0] if linked else _URL.sub("", _LINK.sub("", cell))
    bare = _OUTER.sub("", fold_spaces(bare).strip("[]() "))
    return bare if len(bare) > 3 and not is_label(bare) and len(bare) <= 300 else None


def _authors(cell: str) -> tuple[tuple[str, ...], bool]:
    bare = _ET_AL.sub(" et al.", _OUTER.sub("", _LINK.sub(r"\1", cell)))
    return split_names(bare) if bare and names_score(bare) > 0 else ((), False)


def _venue(cell: str) -> str | None:
    bare = _OUTER.sub("", _LINK.sub(r"\1", cell)).strip("-–— ")
    if not bare or bare.lower().startswith("arxiv"):
        return None
    if found := acronyms().match(bare):
        return found[0].removesuffix(found[1] or "").rstrip(" '’")
    return bare if bare[0].isupper() and len(bare) < 120 and not bare.isdigit() else None


READERS: tuple[Page, ...] = (PaperTable(),)
