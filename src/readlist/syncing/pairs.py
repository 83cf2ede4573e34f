"""A file and the paper it is about, with what is remembered of both."""

from dataclasses import dataclass

from readlist.store.sync_state import Seen
from readlist.syncing.folder import NoteFile
from readlist.syncing.shared import Shared, unpacked


@dataclass(frozen=True, slots=True)
class Last:
    """What both sides said last, and what the file said when it was taken but not yet written."""

    base: Shared | None = None
    taken: Shared | None = None
    had_conflicts: bool = False


@dataclass(frozen=True, slots=True)
class Pair:
    """A file, its key, and the paper it is about; ``is_new`` when that came from the file."""

    key: str
    file: NoteFile
    paper_id: int
    last: Last
    is_new: bool = False


def remembered(seen: Seen | None, texts: tuple[bytes | None, bytes | None]) -> Last:
    """Return what is remembered of a note that was seen so."""
    base, taken = texts
    return Last(
        unpacked(base) if base else None,
        unpacked(taken) if taken else None,
        bool(seen and seen.conflicts),
    )
