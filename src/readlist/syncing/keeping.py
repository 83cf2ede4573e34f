"""Decided notes written into the folder, and both sides remembered as they are then."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from readlist.store import sync_state
from readlist.store.database import Database
from readlist.syncing import files
from readlist.syncing.outcome import Outcome, Tally
from readlist.syncing.problem import NoteError
from readlist.syncing.report import Problem

#: How many files are written before that is remembered.
_TOGETHER = 500


@dataclass(slots=True)
class Keeper:
    """Writes and remembers the notes of one folder."""

    database: Database
    root: str
    number: int
    tally: Tally

    def remember(self, outcomes: Iterable[Outcome], again: Iterable[sync_state.Seen]) -> None:
        """Remember what both sides say, or what files said that are still to be written.

        It is done in the transaction in which the library takes what they said.
        ``again`` are files that were only looked at again.
        """
        for outcome in outcomes:
            base, said = outcome.texts
            if outcome.text is None:
                sync_state.keep(self.database, self.number, outcome.seen, base, None)
            elif outcome.took:
                sync_state.keep(self.database, self.number, outcome.waiting, base, said)
        sync_state.keep_looks(self.database, self.number, again)

    def write(self, outcomes: Sequence[Outcome]) -> None:
        """Write the files, and remember that they are, some time after each was written."""
        files.sweep(self.root)
        waiting = (outcome for outcome in outcomes if outcome.text)
        before: list[Outcome] = []
        while batch := list(islice(waiting, _TOGETHER)):
            written = [outcome for outcome in batch if self._write_one(outcome)]
            self._confirm(before)
            before = written
        if len(outcomes) > _TOGETHER:
            files.rest()
        self._confirm(before)

    def _write_one(self, outcome: Outcome) -> bool:
        text = outcome.text or ""
        try:
            file = files.write(self.root, outcome.path, outcome.key, text, outcome.file)
        except NoteError as error:
            self.tally.problems.append(Problem(outcome.path, str(error)))
            return False
        outcome.file, outcome.path = file, file.path
        return True

    def _confirm(self, written: list[Outcome]) -> None:
        if not written:
            return
        with self.database.writing():
            for outcome in written:
                if outcome.file:
                    outcome.file = files.read_back(self.root, outcome.file)
                base, _ = outcome.texts
                sync_state.keep(self.database, self.number, outcome.seen, base, None)
