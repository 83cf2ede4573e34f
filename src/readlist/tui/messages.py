"""What the desk tells the screen.

``as_of`` is the number of the last change a read is sure to have seen, ``number``
the one of the change itself: see :mod:`readlist.tui.ledger`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from textual.message import Message

from readlist.domain import Act, Counts, ImportReport, Paper, PaperRow, Progress


@dataclass
class PageLoaded(Message):
    """The beginning of the list number ``generation``; ``whole`` when that is all of it."""

    generation: int
    as_of: int
    rows: Sequence[PaperRow]
    whole: bool


@dataclass
class IdsLoaded(Message):
    """All papers of the list number ``generation``, in order."""

    generation: int
    as_of: int
    ids: Sequence[int]


@dataclass
class RowsLoaded(Message):
    """Rows that were missing on the screen."""

    as_of: int
    rows: Sequence[PaperRow]
    asked: Sequence[int]


@dataclass
class PaperLoaded(Message):
    """Everything known of one paper."""

    as_of: int
    paper: Paper


@dataclass
class PapersLoaded(Message):
    """Everything known of several papers; those of ``asked`` that are missing do not exist."""

    as_of: int
    papers: Sequence[Paper]
    asked: Sequence[int]


@dataclass
class CountsLoaded(Message):
    """How many papers each view holds."""

    as_of: int
    counts: Counts


@dataclass
class QueryRefused(Message):
    """A query that cannot be understood, perhaps because it is not typed to its end."""

    generation: int
    reason: str


@dataclass
class Acted(Message):
    """A change was made, or there was nothing to change (no ``act``).

    ``ids`` are the papers it was about. It ``is_news`` when the screen does not
    show it yet.
    """

    number: int
    act: Act | None
    ids: Sequence[int]
    is_news: bool


@dataclass
class ActFailed(Message):
    """A change to the papers ``ids`` could not be made; ``edits`` are corrections, if any."""

    number: int
    reason: str
    edits: Mapping[str, str] | None = None
    ids: Sequence[int] = ()


@dataclass
class TookBack(Message):
    """An act was undone, or redone; ``act`` is ``None`` and ``reason`` says why when none was."""

    number: int
    act: Act | None
    redone: bool
    reason: str = ""


@dataclass
class NoteSaved(Message):
    """A note's text is in the library; ``act`` is ``None`` when it was there already."""

    number: int
    paper_id: int
    session: str
    act: Act | None


@dataclass
class ImportMoved(Message):
    """How far an import is."""

    progress: Progress

    def can_replace(self, message: Message) -> bool:
        """Only the latest matters."""
        return isinstance(message, ImportMoved)


@dataclass
class Imported(Message):
    """An import has ended."""

    number: int
    report: ImportReport | None
    reason: str = ""


@dataclass
class Exported(Message):
    """An export has ended; the papers in ``kept`` were edited by hand and left alone."""

    folder: Path
    written: int
    unchanged: int
    kept: Sequence[Path]


@dataclass
class ChangedElsewhere(Message):
    """Another process changed the library."""


@dataclass
class KeysMayGoOn(Message):
    """What keys had to wait for is there."""


@dataclass
class Failed(Message):
    """Something else went wrong."""

    reason: str
