"""Tables of papers: comma, tab or semicolon separated, known by their header.

What the columns are called by Zotero, Paperpile, Google Scholar, Publish or Perish, Scopus
(https://www.elsevier.com/products/scopus), Web of Science
(https://images.webofknowledge.com/images/help/WOS/hs_wos_fieldtags.html), IEEE Xplore,
PubMed, Lens, Dimensions, arXiv's dump on Kaggle, by people in several languages, and by
readlist, whose own table comes back as it was. The format: https://www.rfc-editor.org/rfc/rfc4180

A row has the lines of all its cells. A quotation mark that nothing closes spoils the row
that it is in, and those after it are read.
"""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import islice
from types import MappingProxyType
from typing import NamedTuple

from readlist.domain import Kept, PaperDraft, SkippedText, TitleSource
from readlist.importing.readers.parts import fields
from readlist.importing.readers.parts.identifiers import arxiv_id_of_links
from readlist.importing.readers.parts.people import names_in, quoted_in
from readlist.importing.readers.parts.reasons import AROUND, COLUMNS, NOT_TITLED
from readlist.importing.readers.parts.tex import plain
from readlist.importing.readers.parts.texts import paragraphs, plain_line, storable, without_label
from readlist.importing.readers.reader import Piece

#: The fields of a paper and the headers of their columns, the best first, without signs.
_HEADERS: Mapping[str, tuple[str, ...]] = {
    "title": (
        *("title", "documenttitle", "articletitle", "papertitle", "itemtitle", "publicationtitles"),
        *("titel", "titre", "título", "titulo", "titolo", "題名", "标题", "题名", "название", "ti"),
    ),
    "authors": (
        *("authorfullnames", "authors", "author", "authorss", "authornames", "firstauthors"),
        *("authorsfullname", "creators", "autoren", "autor", "auteurs", "auteur", "autores"),
        *("autori", "著者", "作者", "авторы", "af", "au", "firstauthor"),
    ),
    "abstract": (
        *("abstract", "abstractnote", "zusammenfassung", "résumé", "resumen", "resumo"),
        *("riassunto", "摘要", "ab"),
    ),
    "venue": (
        *("publicationtitle", "sourcetitle", "journal", "journalbook", "journaltitle", "venue"),
        *("fulljournal", "proceedingstitle", "booktitle", "conference", "conferencename"),
        *("journalref", "publication", "containertitle", "zeitschrift", "revue", "revista"),
        *("rivista", "期刊", "so"),
    ),
    "year": (
        *("year", "publicationyear", "pubyear", "publishedyear", "yearpublished", "publishyear"),
        *("date", "publicationdate", "datepublished", "published", "jahr", "année", "annee", "año"),
        *("ano", "anno", "年", "年份", "py"),
    ),
    "doi": ("doi", "doilink", "doiurl", "di"),
    "arxiv_id": ("arxivid", "arxiv", "eprint", "extra", "id", "paperid", "archivelocation"),
    "links": (
        *("url", "urls", "link", "links", "articleurl", "pdflink", "pdfurl", "weblink", "paperurl"),
        *("paperlink", "codelink"),
    ),
    "comment": ("comment", "comments"),
    "tags": ("tags", "tag", "manualtags", "labels", "labelsfiledin"),
    "note": ("note", "notes", "annote", "mynotes", "notizen", "remarques", "notas"),
    "status": ("status", "readingstatus"),
    "starred": ("starred", "star", "favorite", "favourite"),
}
#: The fields that ``--columns`` knows.
FIELDS = tuple(_HEADERS)
#: One of these beside a title makes a table one of papers …
_STRONG = ("authors", "doi", "arxiv_id", "abstract", "venue")
#: Where news and concerts are too.
_OF_EVENTS = ("venue", "publication", "conference")
#: What tables of films, books, songs, issues, posts and packages have.
_FOREIGN = re.compile(
    r"director|genres?|imdb\w*|actors?|cast|runtime|plot|rating|myrating|averagerating|isbn13|binding"
    r"|bookid|bookshelves|artist|album|duration|assignees?|milestone|state|body|price|sku|quantity"
    r"|slug|permalink|htmlurl|salary|company|channel|views|likes|package|version|room|speakers?|numpages|shelf"
)
#: The columns of readlist's own tables that all are there, in any order.
_OWN = frozenset(("key", "title_source", "more_authors", "arxiv_id", "added_at", "finished_at"))
_NO_LETTERS = re.compile(r"[\W_]+")
_SEPARATORS = (",", "\t", ";", "|")
_SPACED = re.compile(r'[,;|] +"')
#: What stands below the header of a table in Markdown.
_MARKDOWN_RULE = re.compile(r"[\s>]*\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?)?\s*")
_SEPARATOR_LINE = re.compile(r"sep=(.)", re.I)
#: In which of the first lines the header may be.
_HEADER_LINES = 3
_LONGEST_HEADER = 10_000
#: More than any cell holds, and more lines than any row has.
_LARGEST = 1 << 24
_LONGEST_ROW = 5000
# What a spreadsheet would take for a formula has an apostrophe before it in readlist's tables.
_APOSTROPHE = re.compile(r"'(?=\s*[=+\-@＝＋－＠]|\t)")


class Row(NamedTuple):
    """A row: its lines, its cells, and what is wrong with it."""

    lines: Sequence[tuple[int, str]]
    cells: Sequence[str]
    problem: str | None = None

    @property
    def text(self) -> str:
        """The row as it is written."""
        return "\n".join(line for _, line in self.lines)


class Header(NamedTuple):
    """The columns of a table: which cell holds what, and how cells are separated."""

    separator: str
    names: Sequence[str]
    columns: Mapping[str, Sequence[int]]
    is_own: bool
    is_spaced: bool

    @property
    def is_certain(self) -> bool:
        """Whether only a table of papers has such columns."""
        if "title" not in self.columns:
            return False
        names = {_plain(name) for name in self.names}
        known = {name for name in _STRONG if name in self.columns}
        if names.isdisjoint(("arxivid", "arxiv", "eprint")):
            known.discard("arxiv_id")
        if "authors" not in known and not names.isdisjoint(_OF_EVENTS):
            known.discard("venue")
        if any(map(_FOREIGN.fullmatch, names)) or (known == {"authors"} and "isbn" in names):
            return len(known) > 1 and not known.isdisjoint(("doi", "abstract", "venue"))
        has_author = "year" in self.columns or "author" not in names
        return bool(known - {"authors"}) or ("authors" in known and has_author)

    @property
    def has_first_author_only(self) -> bool:
        """Whether it has one author of each paper."""
        places = self.columns.get("authors", ())
        return [_plain(self.names[place]) for place in places] == ["firstauthor"]


@dataclass(frozen=True)
class Table:
    """Reads tables; ``columns`` are headers by the names of fields, as ``--columns`` gives them."""

    name: str = "csv"
    title: str = "a table with a header: CSV, TSV or with semicolons"
    columns: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def is_certain(self, sample: Sequence[str]) -> bool:
        """Return whether one of the first lines names a title and another column of papers."""
        found = _find_header(sample, self.columns)
        if not found or not (self.columns or found[1].is_certain):
            return False
        place, header = found
        if _MARKDOWN_RULE.fullmatch(next(filter(str.strip, sample[place + 1 :]), "")):
            return False
        rows = _rows(enumerate(sample[place + 1 :], place + 2), header)
        return all(len(row.cells) > 1 for row in islice(rows, 1))

    def record_end(self, lines: Sequence[str], start: int) -> int | None:
        """Return ``None``: a row says nothing without its header."""
        return None

    def read(self, lines: Iterable[str]) -> Iterator[Piece]:
        """Yield the papers of a table in their order."""
        numbered = enumerate(lines, 1)
        begun = list(islice(numbered, 2 * _HEADER_LINES))
        found = _find_header([line for _, line in begun], self.columns)
        if not found:
            yield from _without_header([*begun], numbered, self.columns)
            return
        place, header = found
        yield from _skipped(begun[:place], AROUND)
        yield from _skipped(begun[place : place + 1], COLUMNS)
        rest = _chained(begun[place + 1 :], numbered)
        for row in _rows(rest, header):
            yield _piece(row, header)


# The header


def _plain(name: str) -> str:
    return _NO_LETTERS.sub("", name).lower()


def _find_header(sample: Sequence[str], wanted: Mapping[str, str]) -> tuple[int, Header] | None:
    """Return the first line that names a title, and by which place in ``sample``."""
    separators: Sequence[str] = _SEPARATORS
    tried = 0
    for place, line in enumerate(sample):
        if not line.strip():
            continue
        if stated := _SEPARATOR_LINE.fullmatch(line.strip().strip('"')):
            separators = [stated[1]]
            continue
        if len(line) <= _LONGEST_HEADER:
            headers = [_header(line, each, wanted) for each in separators if each in line]
            best = max(headers, key=lambda each: len(each.columns), default=None)
            if best and "title" in best.columns:
                return place, best
        tried += 1
        if tried == _HEADER_LINES:
            break
    return None


def _header(line: str, separator: str, wanted: Mapping[str, str]) -> Header:
    is_spaced = _SPACED.search(line) is not None
    names = _cells([line], separator, is_spaced) or []
    names = [name.strip().removeprefix("\ufeff") for name in names]
    by_name: dict[str, list[int]] = {}
    for place, name in enumerate(names):
        by_name.setdefault(_plain(name), []).append(place)
    columns = {}
    for each, known in _HEADERS.items():
        headers = (_plain(wanted[each]),) if each in wanted else known
        if places := [place for name in headers for place in by_name.get(name, ())]:
            columns[each] = places
    if "gsrank" in by_name and "source" in by_name:  # Publish or Perish has journals there
        columns["venue"] = by_name["source"]
    is_own = set(names) >= _OWN and not wanted
    return Header(separator, names, columns, is_own, is_spaced)


def _without_header(
    begun: Sequence[tuple[int, str]],
    numbered: Iterator[tuple[int, str]],
    wanted: Mapping[str, str],
) -> Iterator[Piece]:
    """Yield all lines as skipped text, in pieces."""
    name = wanted.get("title", "title")
    reason = f"no column is called {name}; --columns title=NAME says which one it is"
    while begun:
        yield from _skipped(begun, reason)
        begun = list(islice(numbered, 1000))


def _skipped(lines: Sequence[tuple[int, str]], reason: str) -> Iterator[SkippedText]:
    filled = [place for place, (_, line) in enumerate(lines) if line.strip()]
    if filled:
        kept = lines[filled[0] : filled[-1] + 1]
        text = "\n".join(line for _, line in kept)
        yield SkippedText(kept[0][0], kept[-1][0], text, reason)


def _chained(
    begun: Sequence[tuple[int, str]], rest: Iterator[tuple[int, str]]
) -> Iterator[tuple[int, str]]:
    yield from begun
    yield from rest


# Rows


@cache
def _open_quotation(separator: str) -> re.Pattern[str]:
    """Return what a line is that ends within a quotation: whole cells, and one without an end."""
    sign = re.escape(separator)
    quoted = r'"[^"]*+(?:""[^"]*+)*+'
    cell = rf'(?:{quoted}"[^{sign}]*+|(?!")[^{sign}]*+)'
    return re.compile(rf"(?:{cell}{sign})*+{quoted}")


def _rows(numbered: Iterable[tuple[int, str]], header: Header) -> Iterator[Row]:
    """Yield the rows of a table; the last one is held back, since it may have been cut."""
    held: Row | None = None
    for row in _whole_rows(iter(numbered), header):
        if held:
            yield held
        held = row
    if held:
        yield _uncut(held, header)


def _uncut(row: Row, header: Header) -> Row:
    """Return the last row of a file without the last cell, where cells are missing after it."""
    if row.problem or len(row.cells) >= len(header.names) or not row.cells[-1].strip():
        return row
    return row._replace(cells=row.cells[:-1])


def _whole_rows(numbered: Iterator[tuple[int, str]], header: Header) -> Iterator[Row]:
    is_open = _open_quotation(header.separator).fullmatch
    again: list[tuple[int, str]] = []
    while True:
        begun = again.pop() if again else next(numbered, None)
        if begun is None:
            return
        if not begun[1].strip():
            continue
        lines, size = [begun], len(begun[1])
        opened = '"' in begun[1] and is_open(begun[1]) is not None
        while opened and len(lines) < _LONGEST_ROW and size < _LARGEST:
            following = again.pop() if again else next(numbered, None)
            if following is None:
                break
            lines.append(following)
            size += len(following[1])
            opened = is_open(f'"{following[1]}') is not None
        cells = None if opened else _cells([line for _, line in lines], *_form(header))
        if cells is not None:
            yield Row(lines, cells)
        else:  # what follows the broken line is looked at again
            yield Row(lines[:1], [], "a quotation mark without its other half")
            again += reversed(lines[1:])


def _form(header: Header) -> tuple[str, bool]:
    return header.separator, header.is_spaced


def _cells(lines: Sequence[str], separator: str, is_spaced: bool) -> list[str] | None:
    """Return the cells of a row, ``None`` if quotation marks make no sense in one of many lines."""
    csv.field_size_limit(_LARGEST)
    reader = csv.reader(
        [f"{line}\n" for line in lines],
        delimiter=separator,
        skipinitialspace=is_spaced,
        strict=len(lines) > 1,
    )
    try:
        return next(reader, [])
    except csv.Error:
        return None


# Papers


def _piece(row: Row, header: Header) -> Piece:
    first, last = row.lines[0][0], row.lines[-1][0]
    problem = row.problem
    if not problem and any(cell.strip() for cell in row.cells[len(header.names) :]):
        problem = f"{len(row.cells)} cells under the names of {len(header.names)} columns"
    if not problem:
        draft = _own_draft(row, header) if header.is_own else _draft(row, header)
        if draft.title:
            return draft
        problem = NOT_TITLED
    return SkippedText(first, last, row.text, problem)


def _texts(row: Row, header: Header, name: str) -> list[str]:
    """Return what the columns of a field hold in a row, the best column first."""
    places = header.columns.get(name, ())
    cells = (row.cells[place].strip() for place in places if place < len(row.cells))
    return [storable(cell) for cell in cells if cell]


def _draft(row: Row, header: Header) -> PaperDraft:
    def text(name: str) -> str:
        return next(iter(_texts(row, header, name)), "")

    authors, more = names_in(plain(without_label(text("authors"))))
    links = fields.links_in("\n".join(_texts(row, header, "links")))
    doi = fields.doi_in(text("doi")) if text("doi") else fields.doi_of_links(links)
    numbers = (*_texts(row, header, "arxiv_id"), doi or "")
    arxiv_ids = (fields.arxiv_id_of(each) for each in numbers)
    years = (fields.year_in(each) for each in _texts(row, header, "year"))
    return PaperDraft(
        row.lines[0][0],
        row.lines[-1][0],
        title=plain_line(without_label(text("title"))) or None,
        authors=authors,
        more_authors=more or header.has_first_author_only,
        abstract=paragraphs(without_label(text("abstract"))),
        comment=plain_line(text("comment")) or None,
        year=next(filter(None, years), None),
        venue=plain_line(text("venue")) or None,
        doi=doi,
        arxiv_id=next(filter(None, arxiv_ids), None) or arxiv_id_of_links(links),
        links=links,
        kept=fields.kept_or_none(_kept(row, header)),
    )


def _kept(row: Row, header: Header) -> Kept:
    tags = [each for text in _texts(row, header, "tags") for each in _listed(text)]
    return Kept(
        status=next(map(fields.status_of, _texts(row, header, "status")), None),
        starred=any(map(fields.is_true, _texts(row, header, "starred"))),
        tags=fields.tags_of(tags),
        note=fields.note_of(_texts(row, header, "note")),
    )


def _listed(text: str) -> list[str]:
    if text.startswith("["):
        return quoted_in(text)
    return re.split(r"[;|]" if re.search("[;|]", text) else ",", text)


def _own_draft(row: Row, header: Header) -> PaperDraft:
    """Return what a row of readlist's own table says, to the letter."""
    named = {
        name: _APOSTROPHE.sub("", cell, count=1) if cell.startswith("'") else cell
        for name, cell in zip(header.names, row.cells, strict=False)
    }

    def listed(name: str) -> tuple[str, ...]:
        cell = named.get(name)
        return tuple(cell.split("; ")) if cell else ()

    source, year = named.get("title_source", ""), named.get("year", "")
    return PaperDraft(
        row.lines[0][0],
        row.lines[-1][0],
        title=named.get("title") or None,
        authors=listed("authors"),
        more_authors=named.get("more_authors") == "true",
        abstract=named.get("abstract") or None,
        comment=named.get("comment") or None,
        year=int(year) if re.fullmatch("[0-9]{1,4}", year) else None,
        venue=named.get("venue") or None,
        doi=named.get("doi") or None,
        arxiv_id=named.get("arxiv_id") or None,
        links=listed("links"),
        kept=Kept(
            key=named.get("key") or None,
            title_source=TitleSource(source) if source in list(TitleSource) else None,
            status=fields.status_of(named.get("status", "")),
            starred=named.get("starred") == "true",
            tags=listed("tags"),
            note=named.get("note") or None,
            added_at=named.get("added_at") or None,
            finished_at=named.get("finished_at") or None,
        ),
    )


#: The readers of this family.
READERS = (Table(),)
