"""Files that the library does not know by their key: whose are they?

The paper is new, or the library has it under another key because two machines
met it each for itself. Of two files of one paper the one with the smaller key is
kept equal, on every machine; what the other says is taken into the library.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath

from readlist.store import sync_state
from readlist.store.database import Database
from readlist.store.journal import Recorder
from readlist.syncing import git_marks
from readlist.syncing.document import Document
from readlist.syncing.folder import NoteFile
from readlist.syncing.outcome import Tally
from readlist.syncing.pairs import Last, Pair
from readlist.syncing.problem import NoteError
from readlist.syncing.shared import BLANK
from readlist.syncing.standing import Standing
from readlist.syncing.taking import create, same_paper


@dataclass(slots=True)
class Introducing:
    """Finds or makes the papers of such files, within one act."""

    database: Database
    recorder: Recorder
    standing: Standing
    tally: Tally

    def pair(self, file: NoteFile) -> Pair:
        """Return a file with its paper. Raises :class:`NoteError` where that cannot be."""
        document = next(_documents(file.text or ""))
        if file.key is None:
            document = document.with_body_as_note()
        said = document.says(BLANK)
        if not said.title:
            said = said._replace(title=document.named(PurePath(file.path).stem))
        known = self.standing.papers.get(file.other_key or "")
        paper_id = known[0] if known else same_paper(self.database, said)
        if paper_id is not None:
            return self._known(file, paper_id)
        paper_id = create(self.database, self.recorder, file.key, said, document)
        self.tally.created.append(file.path)
        key = self._learn(paper_id)
        self.standing.note_of[key] = self.standing.paper_of[key] = key
        self.standing.found.notes[key] = file
        return Pair(key, file, paper_id, Last(said, None if file.key else said), is_new=True)

    def again(self, key: str, file: NoteFile) -> Pair:
        """Return a file with its paper, which the library had and lost, made anew."""
        document = next(_documents(file.text or ""))
        said = document.says(BLANK)
        paper_key = self.standing.seen[key].paper_key
        if not said.title:
            said = said._replace(title=document.named(PurePath(file.path).stem))
        paper_id = create(self.database, self.recorder, paper_key, said, document)
        self.tally.created.append(file.path)
        self._learn(paper_id)
        return Pair(key, file, paper_id, Last(said), is_new=True)

    def _known(self, file: NoteFile, paper_id: int) -> Pair:
        """Return a file with a paper that the library has under another key."""
        paper_key = self._learn(paper_id)
        notes = self.standing.note_of
        held = notes.get(paper_key)
        if file.key is None and held is not None:
            path = self.standing.found.notes[held].path
            raise NoteError(f"the paper has a note, {path}", "put this one's text there")
        key = file.key or paper_key
        if held is None or key < held:
            notes[paper_key] = key
        self.standing.paper_of[key] = paper_key
        self.standing.found.notes[key] = file
        return Pair(key, file, paper_id, Last())

    def _learn(self, paper_id: int) -> str:
        """Take in a paper; return its key."""
        key, updated_at = sync_state.stamp_of_paper(self.database, paper_id)
        self.standing.papers[key] = (paper_id, updated_at)
        return key


def _documents(text: str) -> Iterator[Document]:
    sides = git_marks.sides(text) if git_marks.is_above_note(text) else None
    return (Document.parsed(side) for side in sides or (text,))
