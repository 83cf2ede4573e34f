"""How folder and library stand to each other before a sync: what is as it was, and what is not."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePath

from readlist.store.sync_state import Seen
from readlist.syncing.folder import Found, NoteFile, moved
from readlist.syncing.report import Conflict, Double, Missing


@dataclass(slots=True)
class Standing:
    """The notes as they were ``seen`` and as they are ``found``, and the library's papers.

    ``papers`` are ids and times of change by key; ``note_of`` is the key in each
    paper's file by the paper's own, ``paper_of`` the paper's by the key in a file.
    """

    seen: dict[str, Seen]
    found: Found
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

    def is_as_it_was(self, key: str, file: NoteFile) -> bool:
        """Return whether neither a file nor its paper has changed."""
        last = self.seen.get(key)
        if last is None or file.text is not None or last.role == "forgotten":
            return False
        return (last.role == "copy") == self.is_copy(key) and (
            self.papers[last.paper_key][1] == last.updated_at
        )

    def is_orphan(self, key: str) -> bool:
        """Return whether the paper of a note was taken out of the library."""
        last = self.seen.get(key)
        return last is not None and last.paper_key not in self.papers

    def without_note(self) -> list[str]:
        """Return the keys of the papers that never had a file in this folder."""
        noted = {last.paper_key for last in self.seen.values() if last.role != "copy"}
        noted |= self.note_of.keys()
        return [key for key in self.papers if key not in noted]

    def over(self) -> list[str]:
        """Return the keys of the notes of which nothing is left to be kept equal."""
        return [
            key
            for key, last in self.seen.items()
            if key not in self.found.notes
            and last.path not in self.found.troubled
            and (last.paper_key not in self.papers or self.note_of.get(last.paper_key, key) != key)
        ]

    def missing(self) -> Iterator[Missing]:
        """Yield the notes of which one side is gone, called by the names of their files."""
        for key, last in self.seen.items():
            has_file, has_paper = key in self.found.notes, last.paper_key in self.papers
            if last.role != "note" or last.path in self.found.troubled:
                continue
            if has_file != has_paper:
                gone = "paper" if has_file else "file"
                yield Missing(key, PurePath(last.path).stem, last.path, gone)

    def is_quiet(self) -> bool:
        """Return whether there is nothing to do."""
        if self.found.new or self.over() or self.without_note():
            return False
        return all(
            self.is_orphan(key) or self.is_as_it_was(key, file)
            for key, file in self.found.notes.items()
        )

    def looked_again(self) -> list[Seen]:
        """Return the notes that hold what they held, but are elsewhere or were read again."""
        return [
            self.seen[key]._replace(
                path=file.path, looked_ns=file.looked_ns, **file.stamp._asdict()
            )
            for key, file in moved(self.found.notes, self.seen)
        ]

    def conflict(self, key: str) -> Conflict | None:
        """Return the conflict that stands in a note, if one does."""
        last = self.seen[key]
        path = self.found.notes[key].path
        return Conflict(path, tuple(last.conflicts.split(","))) if last.conflicts else None

    def double(self, key: str) -> Double | None:
        """Return which file of the same paper is kept equal instead of this one, if one is."""
        if not self.is_copy(key):
            return None
        first = self.found.notes[self.note_of[self.paper_of[key]]]
        return Double(self.found.notes[key].path, first.path)


def is_untouched(seen: dict[str, Seen], found: Found, papers: dict[str, tuple[int, str]]) -> bool:
    """Return whether each note and each paper is as it was, and there is nothing else to tell.

    Nearly always so, and told several times faster than by looking at each note.
    """
    if found.notes or found.new or found.problems:
        return False
    nothing = (0, "")
    return len(seen) == len(found.still) == len(papers) and all(
        last.role == "note"
        and not last.conflicts
        and papers.get(last.paper_key, nothing)[1] == last.updated_at
        for last in found.still
    )
