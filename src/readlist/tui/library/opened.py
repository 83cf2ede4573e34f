"""A library opened for the screens that read it themselves."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path

from readlist.reading_list import ReadingList


class OpenedLibrary:
    """A :class:`~readlist.tui.library.worker.LibraryAccess` beside the desk."""

    def __init__(self, path: Path) -> None:
        self._path = path

    @cached_property
    def reader(self) -> ReadingList:
        """The screen's own connection, opened when it is first needed."""
        return ReadingList.open(self._path)

    @contextmanager
    def idle_reader(self) -> Iterator[ReadingList]:
        """Give a connection of its own to a thread."""
        with ReadingList.open(self._path) as library:
            yield library
