"""What a sync did, or would do."""

from dataclasses import dataclass, field
from typing import NamedTuple

from readlist.errors import ReadlistError


class NoteError(ReadlistError):
    """What is wrong with a file; the file is left alone, and the others are synced."""


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


@dataclass
class Tally:
    """A :class:`SyncReport` being drawn up: its fields under the same names."""

    written: list[str] = field(default_factory=list)
    taken: list[str] = field(default_factory=list)
    merged: list[str] = field(default_factory=list)
    created: list[str] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    missing: list[Missing] = field(default_factory=list)
    doubles: list[Double] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    unchanged: int = 0

    def report(self, folder: str) -> SyncReport:
        """Return the report on ``folder``."""
        lists = {name: tuple(value) for name, value in vars(self).items() if name != "unchanged"}
        return SyncReport(folder, unchanged=self.unchanged, **lists)

    @property
    def summary(self) -> str:
        """What the library took, in a few words."""
        changed = len(self.taken) + len(self.merged)
        parts = [f"{changed} {'note' if changed == 1 else 'notes'} changed"] if changed else []
        parts += [f"{len(self.created)} new"] if self.created else []
        return f"Synced: {', '.join(parts)}"
