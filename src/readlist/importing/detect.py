"""Which format a dump is of, told by its content and never by its name.

Certain marks decide first: a file that begins as BibTeX, RIS, CSV … is read as that.
Anything else is a text in which readers of pages look for papers, each for its own kind;
what they see competes with the text being something else altogether. A dump in which
no papers are found is refused by the name of what it is.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import NamedTuple

from rapidfuzz.distance import OSA

from readlist.domain import PaperDraft, SkippedText
from readlist.errors import SourceError, UsageError
from readlist.importing.readers import formats, guessing_pages, pages
from readlist.importing.readers.arranging import RUN, WINDOW, Readers, windows
from readlist.importing.readers.html import is_html, text_lines
from readlist.importing.readers.parts.lines import Line, written_lines
from readlist.importing.readers.parts.normalising import normalised
from readlist.importing.readers.parts.reasons import why_no_papers
from readlist.importing.readers.reader import Entry, Format, Page, Piece
from readlist.importing.something_else import OtherKind, other_kind

_OWN_EXPORT = re.compile(r'\s*\{"kind": ?"library", ?"format": ?"readlist"')
_LETTER = re.compile(r"[^\W\d_]")
_WEB_PAGE = OtherKind("a web page without papers", 0.0)
#: What ``--format`` and reports call readlist's own format.
JSONL = "jsonl"
#: The lines by which a dump is known.
_SAMPLE = 3000
#: A text without papers in so many windows is one without papers.
_PATIENCE = 4
#: What a record with certain marks within another text weighs.
_RECORD = 30.0
#: The least share of a text's letters that papers take where it looks like something else.
_LEAST_SHARE = 0.3
_DOUBTFUL = 3.0
_INSIST = "to read it all the same, name a format with --format"


def is_own_export(first_line: str) -> bool:
    """Return whether a dump that begins with this line is an export of readlist in JSONL."""
    return _OWN_EXPORT.match(first_line) is not None


class Reading(NamedTuple):
    """The name of a dump's format, and its pieces, read as they are asked for."""

    format: str
    pieces: Iterator[Piece]


def find_format(name: str) -> Format | Page:
    """Return the reader called ``name``. Raises :class:`UsageError` that says the nearest."""
    all_readers: list[Format | Page] = [*formats(), *pages(), *guessing_pages()]
    readers = {reader.name: reader for reader in all_readers}
    if name in readers:
        return readers[name]
    nearest = min(readers, key=lambda known: OSA.distance(known, name.lower()))
    raise UsageError(
        f"there is no format called {name}",
        f"did you mean {nearest}? readlist import --formats lists them",
    )


def insisted_reader(
    format: str | None, columns: Mapping[str, str] | None = None
) -> Format | Page | None:
    """Return the reader that a format or the columns of a table ask for, if any.

    Raises :class:`UsageError` for a format or a field that does not exist.
    """
    if columns:
        return _table(columns)
    return find_format(format) if format else None


def read_dump(
    lines: Iterable[str], format: str | None = None, columns: Mapping[str, str] | None = None
) -> Reading:
    """Return the papers of a dump and what is in none of them.

    With ``format`` it is read as that, whatever it looks like; with ``columns``, which say
    what column of a table holds which field, as a table. Raises :class:`UsageError`
    for an unknown format, and :class:`SourceError`, which says what the dump looks like,
    where no papers are found in it.
    """
    source = iter(lines)
    sample = list(islice(source, _SAMPLE))
    whole = chain(sample, source)
    if insisted := insisted_reader(format, columns):
        return _read_as(insisted, whole)
    for reader in formats():
        if reader.is_certain(sample):
            return _read_certain(reader, whole)
    if is_html(sample):
        return _read_text(text_lines(whole), _WEB_PAGE)
    return _read_text(written_lines(whole))


def _table(columns: Mapping[str, str]) -> Format:
    """Return the reader of a table with these columns. Raises :class:`UsageError`."""
    from readlist.importing.readers.tables import FIELDS, Table

    for field in columns:
        if field not in FIELDS:
            raise UsageError(f"there is no field called {field}", f"fields are {', '.join(FIELDS)}")
    return Table(columns=dict(columns))


def _read_as(reader: Format | Page, lines: Iterable[str]) -> Reading:
    """Return what ``reader`` makes of a dump; it needs no evidence beside."""
    if isinstance(reader, Format):
        return _read_certain(reader, lines)
    pieces = (piece for _, piece in windows(written_lines(lines), Readers([reader]), price=0.0))
    return Reading(reader.name, pieces)


def _read_certain(reader: Format, lines: Iterable[str]) -> Reading:
    """Return what is in a file that begins as its format does."""
    pieces = reader.read(lines)
    begun = _until_paper(pieces)
    if not _papers(begun):
        why = why_no_papers(piece.reason for piece in begun if isinstance(piece, SkippedText))
        raise SourceError(f"{reader.title}, but no papers in it: {why}", "nothing was written")
    return Reading(reader.name, chain(begun, pieces))


def _until_paper(pieces: Iterator[Piece]) -> list[Piece]:
    """Return the pieces up to the first paper, which may be none."""
    begun: list[Piece] = []
    for piece in pieces:
        begun.append(piece)
        if isinstance(piece, PaperDraft):
            break
    return begun


def _read_text(lines: Iterator[Line], known: OtherKind | None = None) -> Reading:
    """Return what readers of pages find in a text. Raises :class:`SourceError`."""
    sample = list(islice(lines, WINDOW))
    looks = known or other_kind(normalised(sample)[0])
    readers = Readers([*map(_Embedded, formats()), *pages()], guessing_pages())
    found = windows(chain(sample, lines), readers, RUN + looks.doubt)
    begun = _first_window(found, sample)
    names = dict.fromkeys(readers.all[page].name for page, _ in begun if page >= 0)
    drafts = _papers(piece for _, piece in begun)
    if not drafts or (looks.doubt >= _DOUBTFUL and _share(drafts, sample) < _LEAST_SHARE):
        mentioned = f"; it names {_count(len(drafts))}" if drafts else ""
        raise SourceError(f"looks like {looks.name}{mentioned}", _INSIST)
    return Reading(" + ".join(names), (piece for _, piece in chain(begun, found)))


def _first_window(
    found: Iterator[tuple[int, Piece]], sample: Sequence[Line]
) -> list[tuple[int, Piece]]:
    """Return the pieces of the lines of ``sample``, or those up to the first paper after them."""
    begun: list[tuple[int, Piece]] = []
    has_papers, end = False, sample[-1].number if sample else 0
    for page, piece in found:
        begun.append((page, piece))
        has_papers = has_papers or page >= 0
        is_past = piece.last_line >= end or len(begun) > WINDOW
        if is_past and (has_papers or len(begun) >= _PATIENCE):
            break
    return begun


def _papers(pieces: Iterable[Piece]) -> list[PaperDraft]:
    return [piece for piece in pieces if isinstance(piece, PaperDraft)]


def _share(drafts: Sequence[PaperDraft], sample: Sequence[Line]) -> float:
    """Return what share of the letters of ``sample`` is in papers."""
    numbers = {n for draft in drafts for n in range(draft.first_line, draft.last_line + 1)}
    said = [line for line in sample if line.number in numbers or _LETTER.search(line.text)]
    of_papers = sum(len(line.text) for line in said if line.number in numbers)
    return of_papers / max(1, sum(len(line.text) for line in said))


def _count(papers: int) -> str:
    return "1 paper" if papers == 1 else f"{papers} papers"


class _Embedded:
    """A format whose records may stand within another text, as a page."""

    def __init__(self, format: Format) -> None:
        self._format = format
        self.name, self.title = format.name, format.title

    def find(self, lines: Sequence[Line]) -> Iterator[Entry]:
        """Yield the records that stand in ``lines``."""
        texts = [line.text for line in lines]
        at = 0
        while at < len(texts):
            end = self._format.record_end(texts, at)
            if end is None or end <= at:
                at += 1
                continue
            yield from self._entry(lines, at, end)
            at = end

    def _entry(self, lines: Sequence[Line], first: int, end: int) -> Iterator[Entry]:
        texts = (line.text for line in lines[first:end])
        if drafts := _papers(self._format.read(texts)):
            begin, finish = lines[first].number, lines[end - 1].number
            draft = drafts[0]._replace(first_line=begin, last_line=finish)
            yield Entry(first, end - 1, draft, _RECORD)
