"""What is to be done: how folder and library stand to each other, and what becomes of each note."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePath

from readlist.store.sync_state import Seen, Stamp
from readlist.syncing.note_file import NoteFields
from readlist.syncing.report import Conflict, Double, Missing
from readlist.syncing.scan import ScannedFile, ScanResult

#: Stands for a file that must be looked at again, and for one that is still to be written.
_NO_FILE = ScannedFile("", Stamp(0, 0, 0, 0), looked_ns=0, digest="", key=None)


@dataclass(slots=True)
class SyncState:
    """The notes as they were ``seen`` and as they were ``found``, and the library's papers.

    ``papers`` are ids and times of change by key; ``note_of`` is the key in each
    paper's file by the paper's own, ``paper_of`` the paper's by the key in a file.
    """

    seen: dict[str, Seen]
    found: ScanResult
    papers: dict[str, tuple[int, str]]
    note_of: dict[str, str] = field(default_factory=dict)
    paper_of: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._adopt_by_path()
        known = {key: last for key in self.found.notes if (last := self.seen.get(key))}
        self.paper_of = {key: key for key in self.found.notes if key in self.papers}
        self.paper_of |= {key: last.paper_key for key, last in known.items()}
        copies = {key for key, last in known.items() if last.role == "copy"}
        for key in sorted(self.paper_of, key=lambda key: (key in copies, key)):
            self.note_of.setdefault(self.paper_of[key], key)

    def _adopt_by_path(self) -> None:
        """A file without a key where a note was that is nowhere else: its key was taken out."""
        by_path = {note.path: note.key for note in self.seen.values() if note.role == "note"}
        for file in list(self.found.new):
            key = by_path.get(file.path)
            if key and key not in self.found.notes:
                self.found.new.remove(file)
                self.found.notes[key] = file

    def is_copy(self, key: str) -> bool:
        """Return whether a note is the second file of a paper whose first is there too."""
        return key in self.paper_of and self.note_of[self.paper_of[key]] != key

    def is_unchanged(self, key: str, file: ScannedFile) -> bool:
        """Return whether neither a file nor its paper has changed."""
        last = self.seen.get(key)
        if not last or self.is_orphan(key) or file.text is not None or last.role == "forgotten":
            return False
        same_role = (last.role == "copy") == self.is_copy(key)
        return same_role and self.papers[last.paper_key][1] == last.updated_at

    def is_orphan(self, key: str) -> bool:
        """Return whether the paper of a note was taken out of the library."""
        last = self.seen.get(key)
        return last is not None and last.paper_key not in self.papers

    def without_note(self) -> list[str]:
        """Return the keys of the papers that never had a file in this folder."""
        noted = {last.paper_key for last in self.seen.values() if last.role != "copy"}
        noted |= self.note_of.keys()
        return [key for key in self.papers if key not in noted]

    def obsolete(self) -> list[str]:
        """Return the keys of the notes of which nothing is left to be kept equal."""
        return [
            key
            for key, last in self.seen.items()
            if key not in self.found.notes
            and last.path not in self.found.problem_paths
            and (last.paper_key not in self.papers or self.note_of.get(last.paper_key, key) != key)
        ]

    def missing(self) -> Iterator[Missing]:
        """Yield the notes of which one side is gone, called by the names of their files."""
        for key, last in self.seen.items():
            if last.role != "note" or last.path in self.found.problem_paths:
                continue
            has_file = key in self.found.notes
            if has_file != (last.paper_key in self.papers):
                gone = "paper" if has_file else "file"
                yield Missing(key, PurePath(last.path).stem, last.path, gone)

    def has_nothing_to_do(self) -> bool:
        """Return whether folder and library are equal, but for what is missing."""
        if self.found.new or self.obsolete() or self.without_note():
            return False
        return all(
            self.is_orphan(key) or self.is_unchanged(key, file)
            for key, file in self.found.notes.items()
        )

    def looked_again(self) -> list[Seen]:
        """Return the notes that hold what they held, but are elsewhere or were read again."""
        return [
            last._replace(path=file.path, looked_ns=file.looked_ns, **file.stamp._asdict())
            for key, file in self.found.notes.items()
            if (last := self.seen.get(key))
            and file.digest == last.digest
            and (file.path, file.stamp, file.looked_ns) != (last.path, last.stamp, last.looked_ns)
        ]

    def conflict(self, key: str) -> Conflict | None:
        """Return the conflict that stands in a note, if one does."""
        path, fields = self.found.notes[key].path, self.seen[key].conflicts
        return Conflict(path, tuple(fields.split(","))) if fields else None

    def doubles(self) -> Iterator[Double]:
        """Yield the notes instead of which another file of the same paper is kept equal."""
        notes = self.found.notes
        for key, file in notes.items():
            if self.is_copy(key):
                yield Double(file.path, notes[self.note_of[self.paper_of[key]]].path)


@dataclass(frozen=True, slots=True)
class LastSync:
    """What both sides said last, and what the file said when it was taken but not yet written."""

    base: NoteFields | None = None
    taken: NoteFields | None = None
    had_conflicts: bool = False


@dataclass(frozen=True, slots=True)
class Pair:
    """A file, its key, and the paper it is about; ``is_new`` when that came from the file."""

    key: str
    file: ScannedFile
    paper_id: int
    last: LastSync
    is_new: bool = False


@dataclass(slots=True)
class NotePlan:
    """What is to become of a note, decided but not yet written.

    ``base`` is what both sides say from now on, ``said`` what the file said. ``text``
    is what the file shall hold: ``None`` where it holds that already, empty where it
    cannot be written. ``file`` is the file as it was read, ``None`` for a new one;
    ``took`` says whether the library took something from it.
    """

    key: str
    paper_key: str
    updated_at: str
    path: str
    base: NoteFields
    said: NoteFields
    text: str | None = None
    file: ScannedFile | None = None
    role: str = "note"
    conflicts: tuple[str, ...] = ()
    took: bool = False

    @property
    def seen(self) -> Seen:
        """How the note is remembered when nothing is left to be written."""
        file = self.file or _NO_FILE
        return Seen(
            *(self.key, self.paper_key, self.role, self.path, *file.stamp, file.looked_ns),
            *(file.digest, self.updated_at, ",".join(self.conflicts)),
        )

    @property
    def unfinished(self) -> Seen:
        """How it is remembered while its file has not been written: as never looked at."""
        return self.seen._replace(looked_ns=0, updated_at="")

    @property
    def texts(self) -> tuple[bytes, bytes]:
        """What both sides say, and what the file said, to be kept while it has not been written."""
        said = self.said._replace(**{name: getattr(self.base, name) for name in self.conflicts})
        return self.base.packed(), said.packed()
