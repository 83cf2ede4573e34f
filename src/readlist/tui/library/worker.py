"""How screens get at the library."""

from contextlib import AbstractContextManager
from typing import Protocol

from readlist.reading_list import ReadingList


class LibraryAccess(Protocol):
    """What a screen needs to read the library."""

    @property
    def reader(self) -> ReadingList:
        """The screen's own connection, for reads that are shorter than a frame."""

    def idle_reader(self) -> AbstractContextManager[ReadingList]:
        """Return a connection for a thread worker, for the time of a ``with`` block."""
