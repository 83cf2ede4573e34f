"""The texts that a note had: which of them to list, and how two of them differ."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import pairwise

from readlist.domain import NoteRevision

#: A pause longer than this ends a sitting, and so does a sitting longer than that.
_PAUSE, _LENGTH = timedelta(minutes=2), timedelta(minutes=10)


def sittings(savings: Sequence[NoteRevision]) -> list[NoteRevision]:
    """Return the last text of each sitting, oldest first.

    A note saves itself every few seconds while it is written. A text of which
    more than half was deleted right after is listed too: somebody may want it back.
    """
    kept: list[NoteRevision] = []
    began = savings[0].saved_at if savings else ""
    for saving, following in pairwise(savings):
        if _is_last(began, saving, following):
            kept.append(saving)
            began = following.saved_at
        elif following.size < saving.size / 2:
            kept.append(saving)
    return [*kept, *savings[-1:]]


def _is_last(began: str, saving: NoteRevision, following: NoteRevision) -> bool:
    after = _time(following.saved_at)
    return after - _time(saving.saved_at) > _PAUSE or after - _time(began) > _LENGTH


def _time(text: str) -> datetime:
    return datetime.fromisoformat(text)


def difference(before: str, after: str, before_name: str, after_name: str) -> list[str]:
    """Return how ``after`` differs from ``before``, as a unified diff line by line.

    https://www.gnu.org/software/diffutils/manual/html_node/Detailed-Unified.html
    """
    from difflib import unified_diff  # it takes a while to import

    return list(
        unified_diff(before.splitlines(), after.splitlines(), before_name, after_name, lineterm="")
    )
