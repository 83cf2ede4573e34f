"""Which shape a dump is of, told by its content and never by its name."""

import re
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import OSA

from readlist.domain import PaperDraft, SkippedText
from readlist.errors import SourceError, UsageError
from readlist.importing.readers import READERS
from readlist.importing.readers.lines import split_lines
from readlist.importing.readers.reader import Reader

#: The readers by name, in the order help lists them.
FORMATS: dict[str, Reader] = {reader.name: reader for reader in READERS}
#: What ``--format`` and reports call readlist's own format.
JSONL = "jsonl"
_FIRST_LINE = re.compile(r'\s*\{"kind": ?"library", ?"format": ?"readlist"')
_SAMPLE = 3000


def is_own_export(text: str) -> bool:
    """Return whether ``text`` begins as an export of readlist in JSONL does."""
    return _FIRST_LINE.match(text) is not None


def find_format(name: str) -> Reader:
    """Return the reader called ``name``. Raises :class:`UsageError` that says the nearest."""
    if name in FORMATS:
        return FORMATS[name]
    nearest = min(FORMATS, key=lambda known: OSA.distance(known, name.lower()))
    raise UsageError(
        f"there is no format called {name}",
        f"did you mean {nearest}? The formats are {', '.join([*FORMATS, JSONL])}",
    )


def detect(lines: Sequence[str]) -> Reader | None:
    """Return the reader that explains ``lines`` best, ``None`` when none finds a paper."""
    sample = lines[:_SAMPLE]
    scores = [(reader.score(sample), reader) for reader in READERS]
    best, reader = max(scores, key=lambda pair: pair[0])
    return reader if best > 0 else None


def read_text(
    text: str, format: str | None = None
) -> tuple[str, Iterator[PaperDraft | SkippedText]]:
    """Return the name of the format of ``text`` and its pieces, read as they are asked for.

    With ``format`` the text is read as that, whatever it looks like. Raises
    :class:`UsageError` for an unknown format and :class:`SourceError` for a text
    in which no reader finds a paper.
    """
    lines = split_lines(text)
    reader = find_format(format) if format else detect(lines)
    if reader is None:
        known = "; ".join(f"{each.name} ({each.title})" for each in READERS)
        raise SourceError("no papers found", f"formats known: {known}")
    return reader.name, reader.read(lines)
