"""What `import` is given: files, folders and standard input, one source each."""

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from readlist.errors import SourceError

STANDARD_INPUT = "-"


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

    def read(self) -> bytes:
        """Return the bytes of the source. Raises :class:`SourceError`."""
        try:
            if self.name == STANDARD_INPUT:
                return sys.stdin.buffer.read()
            return Path(self.name).expanduser().read_bytes()
        except ValueError as error:  # a NUL in the name
            raise SourceError(f"{self.label}: not a file's name", "check the path") from error
        except OSError as error:
            raise _unreadable(self.name, error) from error


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
        yield _unreadable(str(error.filename), error)
    if empty and not unreadable:
        yield SourceError(
            f"{as_text(str(folder))}: no files in this folder", "name a folder that holds dumps"
        )


def as_text(name: str) -> str:
    """Return a file's name with a replacement for each byte that is not UTF-8."""
    return name.encode(errors="surrogateescape").decode(errors="replace")


def _unreadable(name: str, error: OSError) -> SourceError:
    return SourceError(
        f"{as_text(name)}: {error.strerror or error}", "check the path and its permissions"
    )
