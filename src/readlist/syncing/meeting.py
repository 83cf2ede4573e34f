"""A note and its paper brought together: the library changed, and the file's new text."""

from dataclasses import dataclass

from readlist.domain import Paper
from readlist.store import papers
from readlist.store.database import Database
from readlist.store.journal import Recorder
from readlist.syncing import settling
from readlist.syncing.document import Document
from readlist.syncing.folder import NoteFile
from readlist.syncing.outcome import Outcome, Tally
from readlist.syncing.pairs import Last, Pair
from readlist.syncing.problem import NoteError
from readlist.syncing.report import Conflict, Problem
from readlist.syncing.shared import BLANK, Shared, of_paper
from readlist.syncing.taking import take
from readlist.syncing.three_way import Merged, merged, rebased
from readlist.syncing.writing import new_text, rewritten


@dataclass(slots=True)
class Meeting:
    """Brings notes and papers together, within one act."""

    database: Database
    recorder: Recorder
    root: str
    tally: Tally

    def meet(self, pair: Pair) -> Outcome:
        """Merge a file and its paper. Raises :class:`NoteError` where the file cannot be read."""
        file, paper_id, last = pair.file, pair.paper_id, pair.last
        paper, base = papers.get(self.database, paper_id), last.base or BLANK
        ours = of_paper(paper)
        document = self._opened(file, ours)
        if document.key is None and (last.base is None or last.taken):
            document = document.with_body_as_note()
        said = document.says(base)
        if last.taken:
            base, said = rebased(last.taken, base, said)
        both = merged(base, ours, said)
        took = both.library != ours
        if took:
            take(self.database, self.recorder, paper, ours, both.library, document)
            paper = papers.get(self.database, paper_id)
        self._count(file.path, last, both, took, (ours != base, said != base))
        return self._outcome(pair, paper, both, document, took or pair.is_new)

    def meet_copy(self, pair: Pair) -> Outcome:
        """Take into the library what a second file of a paper says; that file stays as it is."""
        file, paper_id, base = pair.file, pair.paper_id, pair.last.base or BLANK
        paper = papers.get(self.database, paper_id)
        ours = of_paper(paper)
        document = self._opened(file, ours)
        said = document.says(base)
        both = merged(base, ours, said)
        if both.library != ours:
            take(self.database, self.recorder, paper, ours, both.library, document)
            paper = papers.get(self.database, paper_id)
            self.tally.taken.append(file.path)
        if "note" in both.conflicts:
            self.tally.conflicts.append(Conflict(file.path, ("note",)))
        return Outcome(
            *(pair.key, paper.key, paper.updated_at, file.path, said, said),
            file=file,
            role="copy",
        )

    def _opened(self, file: NoteFile, library: Shared) -> Document:
        return settling.opened(self.root, file.path, file.text or "", library)

    def written_anew(self, paper: Paper, key: str, path: str) -> Outcome:
        """Return the file of a paper that has none."""
        shared = of_paper(paper)
        self.tally.written.append(path)
        return Outcome(
            *(key, paper.key, paper.updated_at, path, shared, shared), text=new_text(paper)
        )

    def _outcome(
        self, pair: Pair, paper: Paper, both: Merged, document: Document, took: bool
    ) -> Outcome:
        """Return what comes of a merge, with the text of the file where it is another one."""
        key, file, last = pair.key, pair.file, pair.last
        standing = tuple(name for name in both.conflicts if name != "note")
        now = of_paper(paper)
        wanted = now._replace(**{name: getattr(both.file, name) for name in standing})
        base = now._replace(**{name: getattr(both.base, name) for name in standing})
        said = document.says(last.base or BLANK)
        outcome = Outcome(key, paper.key, paper.updated_at, file.path, base, said, file=file)
        outcome.conflicts, outcome.took = standing, took
        try:
            text = rewritten(
                document, paper, key, last.taken or last.base, wanted, standing, last.had_conflicts
            )
        except NoteError as error:
            self.tally.problems.append(Problem(file.path, str(error)))
            outcome.text = ""
        else:
            outcome.text = None if text == file.text else text
        if not took:
            self._count_untaken(outcome)
        return outcome

    def _count_untaken(self, outcome: Outcome) -> None:
        if outcome.text:
            self.tally.written.append(outcome.path)
        elif outcome.text is None:
            self.tally.unchanged += 1

    def _count(
        self, path: str, last: Last, both: Merged, took: bool, changed: tuple[bool, bool]
    ) -> None:
        if both.conflicts:
            self.tally.conflicts.append(Conflict(path, both.conflicts))
        if took and last.base and all(changed):
            self.tally.merged.append(path)
        elif took:
            self.tally.taken.append(path)
