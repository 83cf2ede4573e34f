"""Reading a dump in a test, as an import does but for the library."""

import io
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from readlist.domain import PaperDraft, SkippedText
from readlist.importing.detect import find_format, read_dump
from readlist.importing.readers.arranging import Readers, windows
from readlist.importing.readers.parts.lines import written_lines
from readlist.importing.readers.reader import Format, Piece
from readlist.importing.sources import open_dump


class Read(NamedTuple):
    """What was found in a dump."""

    format: str
    papers: list[PaperDraft]
    skipped: list[SkippedText]


def lines_of(data: bytes) -> list[str]:
    """Return the lines of a dump."""
    return list(open_dump(io.BytesIO(data)).lines())


def read(dump: str | bytes, format: str | None = None) -> Read:
    """Read a dump whole."""
    data = dump.encode() if isinstance(dump, str) else dump
    name, pieces = read_dump(open_dump(io.BytesIO(data)).lines(), format)
    found = list(pieces)
    return Read(
        name,
        [piece for piece in found if isinstance(piece, PaperDraft)],
        [piece for piece in found if isinstance(piece, SkippedText)],
    )


def pieces(lines: Sequence[str], name: str) -> list[Piece]:
    """Return what the reader of this name makes of any lines."""
    reader = find_format(name)
    if isinstance(reader, Format):
        return list(reader.read(lines))
    return [piece for _, piece in windows(written_lines(lines), Readers([reader]), price=0.0)]


def spans(dump: Read) -> Iterator[int]:
    """Yield the numbers of the lines that pieces cover, in the order of papers and skipped text."""
    found: list[Piece] = [*dump.papers, *dump.skipped]
    for piece in sorted(found, key=lambda one: one.first_line):
        yield from range(piece.first_line, piece.last_line + 1)
