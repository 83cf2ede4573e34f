"""What a sync did, or would do."""

from typing import NamedTuple


class Conflict(NamedTuple):
    """A file that differs from the library in ``fields`` both changed, and so keeps its own.

    A note is not left different: it holds both texts, marked, on both sides.
    """

    path: str
    fields: tuple[str, ...]


class Missing(NamedTuple):
    """A note of which one side is gone: its ``file``, or the ``paper`` from the library."""

    key: str
    title: str
    path: str
    gone: str


class Problem(NamedTuple):
    """A file that was left alone, and why."""

    path: str
    message: str


class Double(NamedTuple):
    """A second file of one paper, whose changes go to the library; ``kept`` is the paper's file."""

    path: str
    kept: str


class SyncReport(NamedTuple):
    """What became of the notes of a folder, by the paths of their files within it.

    ``written`` files hold what the library said, ``taken`` ones gave the library
    what they said, ``merged`` ones both; ``created`` are papers that came from
    files. ``unchanged`` counts the notes with nothing to do.
    """

    folder: str
    written: tuple[str, ...] = ()
    taken: tuple[str, ...] = ()
    merged: tuple[str, ...] = ()
    created: tuple[str, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    missing: tuple[Missing, ...] = ()
    doubles: tuple[Double, ...] = ()
    problems: tuple[Problem, ...] = ()
    unchanged: int = 0
