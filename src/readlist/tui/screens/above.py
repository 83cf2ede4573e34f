"""What a screen over the main one is told, if it shows papers that may change."""

from collections.abc import Sequence
from typing import Protocol

from readlist.tui.messages import ActFailed, NoteSaved, PapersLoaded, TookBack


class Above(Protocol):
    """A screen that follows what becomes of the library."""

    async def loaded(self, answer: PapersLoaded) -> None:
        """Papers were looked up."""

    def took_back(self, answer: TookBack, ids: Sequence[int]) -> None:
        """A change to these papers was undone or redone."""

    def failed(self, answer: ActFailed) -> None:
        """A change could not be made."""

    def note_saved(self, answer: NoteSaved) -> None:
        """A note was written."""

    def look_again(self) -> None:
        """Something else changed the library."""
