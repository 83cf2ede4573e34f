"""The revisions of a note: which of them to list, and how two texts differ."""

from collections.abc import Sequence
from datetime import datetime
from itertools import pairwise

from readlist.domain import NoteRevision

#: Seconds. A pause longer than this ends a sitting, and no sitting is longer than that.
_PAUSE, _LONGEST = 2 * 60, 10 * 60


def sittings(revisions: Sequence[NoteRevision]) -> list[NoteRevision]:
    """Return the last revision of each sitting, oldest first.

    A note saves itself every few seconds while it is written. A text of which
    more than half was deleted right after is listed too: somebody may want it back.
    """
    kept: list[NoteRevision] = []
    began = revisions[0].saved_at if revisions else ""
    for revision, following in pairwise(revisions):
        pause = _seconds(revision.saved_at, following.saved_at)
        if pause > _PAUSE or _seconds(began, following.saved_at) > _LONGEST:
            kept.append(revision)
            began = following.saved_at
        elif following.size < revision.size / 2:
            kept.append(revision)
    return [*kept, *revisions[-1:]]


def difference(before: str, after: str, before_name: str, after_name: str) -> list[str]:
    """Return how ``after`` differs from ``before``, as a unified diff line by line.

    https://www.gnu.org/software/diffutils/manual/html_node/Detailed-Unified.html
    """
    from difflib import unified_diff  # it takes long to import

    return list(
        unified_diff(before.splitlines(), after.splitlines(), before_name, after_name, lineterm="")
    )


def _seconds(start: str, end: str) -> float:
    return (datetime.fromisoformat(end) - datetime.fromisoformat(start)).total_seconds()
