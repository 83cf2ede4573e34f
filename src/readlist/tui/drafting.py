"""A note while it is being written, as plain data."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple
from uuid import uuid4


@dataclass(slots=True)
class Draft:
    """What must be known to bring a note that is written here in line with the library's.

    ``base`` is the text the next one sent was made from; the writer moves it on
    with every text it has written. ``pending`` says how many texts wait to be
    written: while there are any, only the writer may touch ``base``. Texts of one
    ``session`` are one step to undo. ``aside`` is the file that holds a text which
    could not be written.
    """

    paper_id: int
    base: str
    session: str = field(default_factory=lambda: uuid4().hex)
    pending: int = 0
    aside: Path | None = None


class Suggestion(NamedTuple):
    """A paper that a link may be to: its title, and the link as it is written."""

    title: str
    link: str


def stretch(before: str, after: str) -> tuple[int, int, str]:
    """Return the one stretch of ``before`` to replace, and by what, to make it ``after``."""
    limit = min(len(before), len(after))
    start = next((at for at in range(limit) if before[at] != after[at]), limit)
    rest = limit - start
    end = next((at for at in range(rest) if before[-1 - at] != after[-1 - at]), rest)
    return start, len(before) - end, after[start : len(after) - end]
