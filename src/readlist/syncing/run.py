"""A sync of a folder: what is left to do is found, done as one act, written and remembered.

The order makes an interruption harmless. What files say is taken into the
library in one transaction, which also remembers what each of those files said;
then the files are written, each whole; then what both sides say is remembered. A
file that was not written any more is written by the next sync.
"""

import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple, TypeVar

from readlist.exporting import names
from readlist.exporting.atomic import explaining
from readlist.store import papers, sync_state
from readlist.store.database import Database, now
from readlist.store.journal import Recorder, recording
from readlist.syncing.folder import Found, NoteFile, look, open_again
from readlist.syncing.introducing import Introducing
from readlist.syncing.keeping import Keeper
from readlist.syncing.meeting import Meeting
from readlist.syncing.outcome import Outcome, Tally
from readlist.syncing.pairs import Pair, remembered
from readlist.syncing.problem import NoteError
from readlist.syncing.report import Problem, SyncReport
from readlist.syncing.standing import Standing, is_untouched
from readlist.text import printable

Result = TypeVar("Result")


class Wishes(NamedTuple):
    """What a person asked of a sync: to write nothing, and what to do about what is gone."""

    dry_run: bool = False
    restore: bool = False
    forget: bool = False


def sync(database: Database, folder: Path, wishes: Wishes) -> SyncReport:
    """Make the notes in ``folder`` and the library equal; return what that took.

    Raises:
        ExportError: The folder cannot be read or made.
    """
    with explaining(folder):
        if not wishes.dry_run:
            folder.mkdir(parents=True, exist_ok=True)
        root = str(folder.resolve())
        number = sync_state.folder_number(database, root)
        seen = sync_state.seen(database, number)
        found = look(root, seen) if folder.exists() else Found()
    stamps = sync_state.stamps_of_papers(database)
    if is_untouched(seen, found, stamps):
        return SyncReport(printable(str(folder)), unchanged=len(seen))
    found.gather()
    standing = Standing(seen, found, stamps)
    one = _Sync(database, root, wishes, standing, number or 0)
    one.run()
    return one.tally.report(printable(str(folder)))


class _Sync:
    """One sync on its way."""

    def __init__(
        self, database: Database, root: str, wishes: Wishes, standing: Standing, number: int
    ) -> None:
        self._database, self._root, self._wishes = database, root, wishes
        self._standing, self._number = standing, number
        self._outcomes: list[Outcome] = []
        self._taken: set[str] = set()
        self._still: list[str] = []
        self.tally = Tally()
        for path, error in standing.found.problems:
            self.tally.problems.append(Problem(path, str(error)))

    def run(self) -> None:
        """Do it, or with a dry run all but keep it."""
        asked = self._wishes.restore or self._wishes.forget
        if self._standing.is_quiet() and not (asked and any(self._standing.missing())):
            self._stay()
            return
        keep = not self._wishes.dry_run
        with recording(self._database, "sync", keep=keep) as recorder:
            self._work(recorder)
        if keep:
            self._keeper().write(self._outcomes)

    def _keeper(self) -> Keeper:
        return Keeper(self._database, self._root, self._number, self.tally)

    def _stay(self) -> None:
        """Tell how all stands, and remember files that were only looked at again."""
        for key in self._standing.found.notes:
            self._tell(key)
        self.tally.missing.extend(self._standing.missing())
        self._tell_doubles()
        again = self._standing.looked_again()
        if again and not self._wishes.dry_run:
            with self._database.writing():
                sync_state.keep_looks(self._database, self._number, again)

    def _tell(self, key: str) -> None:
        """Tell of a note that is as it was."""
        if self._standing.is_orphan(key):
            return
        self.tally.unchanged += 1
        if conflict := self._standing.conflict(key):
            self.tally.conflicts.append(conflict)

    def _tell_doubles(self) -> None:
        doubles = (self._standing.double(key) for key in self._standing.found.notes)
        self.tally.doubles.extend(double for double in doubles if double)

    def _work(self, recorder: Recorder) -> None:
        self._look_at_library_again()
        meeting = Meeting(self._database, recorder, self._root, self.tally)
        pairs = self._pairs(Introducing(self._database, recorder, self._standing, self.tally))
        for pair in sorted(pairs, key=lambda pair: not self._standing.is_copy(pair.key)):
            self._guarded(pair.file, partial(self._meet, meeting, pair))
        self._settle_missing(meeting)
        for key in self._standing.without_note():
            paper = papers.get(self._database, self._standing.papers[key][0])
            path = self._free_path(names.stem(paper.title) + names.SUFFIX, key)
            self._outcomes.append(meeting.written_anew(paper, key, path))
        self._tell_doubles()
        recorder.summary = _summary(self.tally)
        met = {outcome.key for outcome in self._outcomes}
        again = [note for note in self._standing.looked_again() if note.key not in met]
        self._keeper().remember(self._outcomes, again)
        _wait_past(recorder.at)

    def _look_at_library_again(self) -> None:
        """Look at all that another process may have written before this act began."""
        number = sync_state.folder_number(self._database, self._root)
        self._number = number or sync_state.add_folder(self._database, self._root)
        stamps = sync_state.stamps_of_papers(self._database)
        seen = sync_state.seen(self._database, self._number)
        self._standing = Standing(seen, self._standing.found, stamps)
        _wait_past(max((at for _, at in stamps.values()), default=""))

    def _pairs(self, introducing: Introducing) -> list[Pair]:
        """Return what has changed, or has come new, with the papers it is about."""
        pairs = []
        files = [*sorted(self._standing.found.notes.items()), *_keyless(self._standing.found)]
        for key, file in files:
            pair = self._guarded(file, partial(self._pair, introducing, key, file))
            pairs += [pair] if pair else []
        return [*pairs, *self._firsts({pair.key for pair in pairs})]

    def _firsts(self, keys: set[str]) -> Iterator[Pair]:
        """Yield the first files of the papers whose second ones are to give what they say.

        The other notes that are as they were are told of.
        """
        standing = self._standing
        papers_given = {standing.paper_of[key] for key in keys if standing.is_copy(key)}
        for key in self._still:
            if standing.paper_of[key] in papers_given:
                yield self._known_pair(key, standing.found.notes[key])
            else:
                self._tell(key)

    def _pair(self, introducing: Introducing, key: str | None, file: NoteFile) -> Pair | None:
        standing = self._standing
        if key is None or (key not in standing.seen and key not in standing.papers):
            return introducing.pair(file)
        if standing.is_orphan(key):
            restore = self._wishes.restore
            return introducing.again(key, open_again(self._root, file)) if restore else None
        if standing.is_as_it_was(key, file):
            self._still.append(key)
            return None
        return self._known_pair(key, file)

    def _known_pair(self, key: str, file: NoteFile) -> Pair:
        standing = self._standing
        last = standing.seen.get(key)
        paper_id = standing.papers[last.paper_key if last else key][0]
        texts = sync_state.texts(self._database, self._number, key)
        return Pair(key, open_again(self._root, file), paper_id, remembered(last, texts))

    def _meet(self, meeting: Meeting, pair: Pair) -> None:
        if self._standing.is_copy(pair.key):
            self._outcomes.append(meeting.meet_copy(pair))
        else:
            self._outcomes.append(meeting.meet(pair))

    def _settle_missing(self, meeting: Meeting) -> None:
        """Tell what is gone, or do about it what was asked; nothing is kept of what is over."""
        for key in self._standing.over():
            sync_state.drop(self._database, self._number, key)
            del self._standing.seen[key]
        for missing in list(self._standing.missing()):
            last = self._standing.seen[missing.key]
            if self._wishes.forget:
                role = "forgotten"
                sync_state.change_role(self._database, self._number, missing.key, role)
            elif self._wishes.restore and missing.gone == "file":
                paper = papers.get(self._database, self._standing.papers[last.paper_key][0])
                self._outcomes.append(meeting.written_anew(paper, missing.key, missing.path))
            else:
                self.tally.missing.append(missing)

    def _free_path(self, plain: str, key: str) -> str:
        if not self._taken and Path(self._root).is_dir():
            self._taken |= {names.folded(each.name) for each in Path(self._root).iterdir()}
        taken = self._taken
        name = names.keyed_name(plain, key, taken) if names.folded(plain) in taken else plain
        taken.add(names.folded(name))
        return name

    def _guarded(self, file: NoteFile, job: Callable[[], Result]) -> Result | None:
        """Do a job for a file; one that cannot be synced is told, and the rest goes on."""
        try:
            return job()
        except NoteError as error:
            self.tally.problems.append(Problem(file.path, str(error)))
            return None


def _keyless(found: Found) -> list[tuple[None, NoteFile]]:
    return [(None, file) for file in found.new]


def _wait_past(at: str) -> None:
    """Wait until the clock is past ``at``, so that a later change of a paper bears another time.

    The clock of a library ticks every millisecond; one that was set back is not waited for.
    """
    for _ in range(5):
        if now() > at:
            return
        time.sleep(0.001)


def _summary(tally: Tally) -> str:
    changed = len(tally.taken) + len(tally.merged)
    parts = [f"{changed} {'note' if changed == 1 else 'notes'} changed"] if changed else []
    parts += [f"{len(tally.created)} new"] if tally.created else []
    return f"Synced: {', '.join(parts)}"
