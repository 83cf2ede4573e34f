"""What `import` is given: files, folders and standard input, one source each, as lines.

A byte-order mark is believed first (a file in UTF-16 is full of NULs, which
otherwise tell a binary file), then UTF-8, which other encodings hardly ever pass
for, and at last Windows-1252, the one most old Western pages are in. To know, all
of the bytes are read once before the first line is: a dump is never in memory whole.
"""

import codecs
import os
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from readlist.errors import SourceError

STANDARD_INPUT = "-"
#: So many bytes of standard input are kept in memory; more go to a temporary file.
_IN_MEMORY = 1 << 23

# UTF-32 before UTF-16: the mark of the little-endian one begins with that of the other.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# The five bytes Windows-1252 leaves undefined become the controls of Latin-1, as browsers read
# them: https://encoding.spec.whatwg.org/#legacy-single-byte-encodings
_WINDOWS_1252 = "".join(
    bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(256)
)
_CONTROLS = re.compile(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f]")  # escape sequences occur in text
_SIGNATURES = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a ZIP archive or an office document",
    b"\x1f\x8b": "a compressed file",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"SQLite format 3": "an SQLite database",
}
_FEW = 0.01
_CHUNK = 1 << 18

_Decode = Callable[[bytes, bool], str]


@dataclass(frozen=True, slots=True)
class Input:
    """One source: its name as the user typed it."""

    name: str

    @property
    def label(self) -> str:
        """The name as text that can be kept, even of a file whose name is not UTF-8."""
        return as_text(self.name)

    @property
    def path(self) -> str:
        """The absolute path, by which the same file is known again."""
        whole = self.name if self.name == STANDARD_INPUT else str(Path(self.name).resolve())
        return as_text(whole)

    def open(self) -> BinaryIO:
        """Open the source as a file that can seek. Raises :class:`SourceError`."""
        try:
            if self.name == STANDARD_INPUT:
                return _spooled(sys.stdin.buffer)
            path = Path(self.name).expanduser()
            return path.open("rb") if path.is_file() else _spooled(path.open("rb"))
        except ValueError as error:  # a NUL in the name
            raise SourceError(f"{self.label}: not a file's name", "check the path") from error
        except OSError as error:
            raise cannot_read(self.name, error) from error


def _spooled(stream: BinaryIO) -> BinaryIO:
    """Return what ``stream`` holds as a file that can seek."""
    import shutil  # only for pipes
    import tempfile

    spool = tempfile.SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115  # the caller closes it
    shutil.copyfileobj(stream, spool)
    spool.seek(0)
    return cast("BinaryIO", spool)


def expand(names: list[str]) -> Iterator[Input | SourceError]:
    """Yield the sources that ``names`` stand for; a folder stands for the files in it.

    Files and folders whose names begin with a dot are left out of a folder. What
    cannot be read comes out as the error that says so, in its place.
    """
    for name in names:
        if name == STANDARD_INPUT or not Path(name).expanduser().is_dir():
            yield Input(name)
        else:
            yield from _files_in(Path(name).expanduser())


def _files_in(folder: Path) -> Iterator[Input | SourceError]:
    unreadable: list[OSError] = []
    empty = True
    for place, folders, files in os.walk(folder, onerror=unreadable.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(name for name in files if not name.startswith(".")):
            empty = False
            yield Input(str(Path(place) / name))
    for error in unreadable:
        yield cannot_read(str(error.filename), error)
    if empty and not unreadable:
        yield SourceError(
            f"{as_text(str(folder))}: no files in this folder", "name a folder that holds dumps"
        )


def as_text(name: str) -> str:
    """Return a file's name with a replacement for each byte that is not UTF-8."""
    return name.encode(errors="surrogateescape").decode(errors="replace")


def cannot_read(name: str, error: OSError) -> SourceError:
    """Return what to say of a source that cannot be opened or read."""
    return SourceError(
        f"{as_text(name)}: {error.strerror or error}", "check the path and its permissions"
    )


@dataclass(frozen=True, slots=True)
class Dump:
    """A dump that is text: how many lines it has, and the lines themselves."""

    stream: BinaryIO
    start: int
    encoding: str
    line_end: str
    total: int

    def lines(self) -> Iterator[str]:
        r"""Yield the lines without their ends and without the byte-order mark.

        Lines end in ``\n`` or ``\r\n``, and in ``\r`` only where there is no ``\n`` at
        all. ``str.splitlines`` also splits at characters that are no line ends to an
        editor, and so would number lines differently. What is damaged becomes U+FFFD.
        """
        self.stream.seek(self.start)
        decode = _decoder(self.encoding)
        pieces: list[str] = []
        while chunk := self.stream.read(_CHUNK):
            first, *rest = decode(chunk, False).split(self.line_end)
            pieces.append(first)
            if rest:
                yield "".join(pieces).removesuffix("\r")
                for line in rest[:-1]:
                    yield line.removesuffix("\r")
                pieces = [rest[-1]]
        yield "".join([*pieces, decode(b"", True)]).removesuffix("\r")


def open_dump(stream: BinaryIO) -> Dump:
    """Return the text in ``stream``, which can seek.

    Raises :class:`SourceError` when it is not text.
    """
    head = stream.read(8)
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return _dump(stream, len(mark), encoding)
    whole = head + stream.read(24)
    if kind := next((kind for begins, kind in _SIGNATURES.items() if whole.startswith(begins)), ""):
        raise _binary(f"it is {kind}")
    return _dump(stream, 0, _encoding(stream))


def _encoding(stream: BinaryIO) -> str:
    """Return the encoding of bytes without a mark."""
    stream.seek(0)
    utf_8 = codecs.getincrementaldecoder("utf-8")()
    is_utf_8, controls, size = True, 0, 0
    while chunk := stream.read(_CHUNK):
        if b"\0" in chunk:
            raise _binary("it looks like a binary file")
        size += len(chunk)
        controls += len(_CONTROLS.findall(chunk))
        try:
            is_utf_8 and utf_8.decode(chunk)
        except UnicodeDecodeError:
            is_utf_8 = False
    try:
        utf_8.decode(b"", True)
    except UnicodeDecodeError:
        is_utf_8 = False
    if not is_utf_8 and controls > size * _FEW:
        raise _binary("it looks like a binary file")
    return "utf-8" if is_utf_8 else "windows-1252"


def _dump(stream: BinaryIO, start: int, encoding: str) -> Dump:
    """Return the dump, its lines counted."""
    stream.seek(start)
    decode = _decoder(encoding)
    line_feeds = returns = 0
    while chunk := stream.read(_CHUNK):
        text = decode(chunk, False)
        if "\0" in text:
            raise _binary("it looks like a binary file")
        line_feeds += text.count("\n")
        returns += text.count("\r")
    line_end, ends = ("\r", returns) if returns and not line_feeds else ("\n", line_feeds)
    return Dump(stream, start, encoding, line_end, ends + 1)


def _decoder(encoding: str) -> _Decode:
    if encoding == "windows-1252":
        return lambda data, _final: codecs.charmap_decode(data, "strict", _WINDOWS_1252)[0]
    return codecs.getincrementaldecoder(encoding)("replace").decode


def _binary(what: str) -> SourceError:
    return SourceError(what, "save the page as plain text and import that")
