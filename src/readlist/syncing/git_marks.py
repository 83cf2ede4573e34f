"""A file in which git left both sides of a merge, taken apart.

Git merges lines, and properties stand on neighbouring lines, so that two changes
of one note often meet. Field by field they seldom do. The marks:
https://git-scm.com/docs/git-merge#_how_conflicts_are_presented.
"""

import re
from enum import Enum, auto

from readlist.exporting.writers.markdown import NOTES

#: What begins a conflict, but those that are readlist's own.
BEGINS = re.compile(r"^<{7} (?!library$)", re.MULTILINE)
#: What git calls its own side.
HEAD = re.compile(r"^<{7} HEAD\r?$", re.MULTILINE)
_NOTES = re.compile(rf"^{NOTES}[ \t]*\r?$", re.MULTILINE)


class _In(Enum):
    BOTH = auto()
    OURS = auto()
    BASE = auto()
    THEIRS = auto()


def is_above_note(text: str) -> bool:
    """Return whether a conflict begins above the note in ``text``: then it is no front matter."""
    begin, notes = BEGINS.search(text), _NOTES.search(text)
    return begin is not None and (notes is None or begin.start() < notes.start())


def sides(text: str) -> tuple[str, str] | None:
    """Return both sides of ``text``, ``None`` where one of its conflicts has no end."""
    ours: list[str] = []
    theirs: list[str] = []
    place = _In.BOTH
    for line in text.split("\n"):
        after = _after(place, line.rstrip("\r"))
        if after is None:
            ours += [line] * (place in (_In.BOTH, _In.OURS))
            theirs += [line] * (place in (_In.BOTH, _In.THEIRS))
        else:
            place = after
    return ("\n".join(ours), "\n".join(theirs)) if place is _In.BOTH else None


def _after(place: _In, line: str) -> _In | None:
    """Return what comes after ``line`` if it is a mark."""
    if place is _In.BOTH and BEGINS.match(line):
        return _In.OURS
    if place is _In.OURS and line.startswith("||||||| "):
        return _In.BASE
    if place in (_In.OURS, _In.BASE) and line == "=======":
        return _In.THEIRS
    if place is _In.THEIRS and line.startswith(">>>>>>> "):
        return _In.BOTH
    return None
