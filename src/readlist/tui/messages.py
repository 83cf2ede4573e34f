"""What the desk tells the screen.

``as_of`` is the number of the last change a read is sure to have seen, ``number``
the one of the change itself: see :mod:`readlist.tui.ledger`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from textual.message import Message

from readlist.domain import (
    Act,
    Counts,
    ImportReport,
    Paper,
    PaperRow,
    Progress,
    SavedSearch,
    SearchHit,
)
from readlist.tui.drafting import Draft
from readlist.tui.finding import Top


@dataclass
class PageLoaded(Message):
    """The beginning of the list number ``generation``; ``whole`` when that is all of it.

    ``first`` is the paper at its top.
    """

    generation: int
    as_of: int
    top: Top
    whole: bool
    first: Paper | None = None


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
class Completed(Message):
    """What ``text``, the beginning of a search, may go on as."""

    text: str
    options: Sequence[str]


@dataclass
class SavedLoaded(Message):
    """The saved searches."""

    searches: Sequence[SavedSearch]


@dataclass
class SavedCounted(Message):
    """How many papers a saved search finds; ``None`` when it cannot be understood."""

    search: SavedSearch
    count: int | None


@dataclass
class SimilarLoaded(Message):
    """The papers most like one."""

    paper_id: int
    found: Sequence[SearchHit]


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
    """A change to the papers ``ids`` could not be made.

    ``edits`` are corrections and ``draft`` is a note, if it was one of these.
    """

    number: int
    reason: str
    edits: Mapping[str, str] | None = None
    ids: Sequence[int] = ()
    draft: Draft | None = None


@dataclass
class TookBack(Message):
    """An act was undone, or redone; ``act`` is ``None`` and ``reason`` says why when none was."""

    number: int
    act: Act | None
    redone: bool
    reason: str = ""


@dataclass
class NoteSaved(Message):
    """A note is in the library; ``act`` is ``None`` when it was there already.

    ``text`` is what the library holds now: with ``merged`` it was changed
    elsewhere meanwhile, with ``conflicts`` in the same lines.
    """

    number: int
    draft: Draft
    act: Act | None
    text: str
    merged: bool = False
    conflicts: int = 0

    @property
    def paper_id(self) -> int:
        """The paper whose note it is."""
        return self.draft.paper_id

    @property
    def session(self) -> str:
        """The session in which it was written."""
        return self.draft.session

    @property
    def is_news(self) -> bool:
        """Whether the screen does not show it yet."""
        return self.merged


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
