"""What is to become of a note, decided but not yet written."""

from dataclasses import dataclass, field

from readlist.store.sync_state import Seen, Stamp
from readlist.syncing.folder import NoteFile
from readlist.syncing.report import Conflict, Double, Missing, Problem, SyncReport
from readlist.syncing.shared import Shared, packed

#: When a note was looked at and a paper changed, of one that must be looked at again.
NEVER, NO_TIME = 0, ""
_NO_STAMP = Stamp(0, 0, 0, 0)


@dataclass(slots=True)
class Outcome:
    """A note with the paper it is about, and what both sides say from now on.

    ``text`` is what the file shall hold where it does not yet, ``digest`` what it
    held when it was read, ``None`` for a new file. ``said`` is what the file said.
    """

    key: str
    paper_key: str
    updated_at: str
    path: str
    base: Shared
    said: Shared
    text: str | None = None
    file: NoteFile | None = None
    role: str = "note"
    conflicts: tuple[str, ...] = ()
    took: bool = False

    @property
    def seen(self) -> Seen:
        """How the note is remembered when nothing is left to be written."""
        file = self.file
        stamp, looked, digest = _NO_STAMP, NEVER, ""
        if file:
            stamp, looked, digest = file.stamp, file.looked_ns, file.digest
        return Seen(
            *(self.key, self.paper_key, self.role, self.path, *stamp, looked, digest),
            *(self.updated_at, ",".join(self.conflicts)),
        )

    @property
    def waiting(self) -> Seen:
        """How it is remembered while its file has not been written."""
        return self.seen._replace(looked_ns=NEVER, updated_at=NO_TIME)

    @property
    def texts(self) -> tuple[bytes, bytes]:
        """What both sides say, and what the file said, to be kept while it has not been written."""
        said = self.said._replace(**{name: getattr(self.base, name) for name in self.conflicts})
        return packed(self.base), packed(said)


@dataclass(slots=True)
class Tally:
    """A report on its way."""

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
        """Return the report."""
        return SyncReport(
            folder,
            written=tuple(self.written),
            taken=tuple(self.taken),
            merged=tuple(self.merged),
            created=tuple(self.created),
            conflicts=tuple(self.conflicts),
            missing=tuple(self.missing),
            doubles=tuple(self.doubles),
            problems=tuple(self.problems),
            unchanged=self.unchanged,
        )
