"""A sync of a folder: changes are found, taken into the library as one act, and written.

The order makes an interruption harmless. What files say is taken into the
library in one transaction, which also remembers what each of those files said;
then the files are written, each whole; then what both sides say is remembered. A
file that was not written any more is written by the next sync.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from readlist.exporting import filenames
from readlist.exporting.atomic_files import explaining
from readlist.store import papers, sync_state
from readlist.store.database import Database, now
from readlist.store.journal import Recorder, recording
from readlist.syncing.apply import FolderWriter
from readlist.syncing.note_file import NoteFields
from readlist.syncing.plan import LastSync, NotePlan, Pair, SyncState
from readlist.syncing.reconcile import Reconciler
from readlist.syncing.report import NoteError, Problem, SyncReport, Tally
from readlist.syncing.scan import ScannedFile, ScanResult, scan
from readlist.text import printable


class SyncOptions(NamedTuple):
    """What a person asked of a sync: to write nothing, and what to do about what is gone."""

    dry_run: bool = False
    restore: bool = False
    forget: bool = False


def sync(database: Database, folder: Path, options: SyncOptions) -> SyncReport:
    """Make the notes in ``folder`` and the library equal; return what that took.

    Raises :class:`ExportError` if the folder cannot be read or made.
    """
    with explaining(folder):
        if not options.dry_run:
            folder.mkdir(parents=True, exist_ok=True)
        root = str(folder.resolve())
        number = sync_state.folder_number(database, root)
        seen = sync_state.seen(database, number)
        found = scan(root, seen) if folder.exists() else ScanResult()
    stamps = sync_state.paper_updates(database)
    if found.is_all_equal(seen, stamps):
        return SyncReport(printable(str(folder)), unchanged=len(seen))
    found.add_untouched()
    one = _Sync(database, root, options, SyncState(seen, found, stamps), number or 0)
    one.run()
    return one.tally.report(printable(str(folder)))


class _Sync:
    """One sync on its way."""

    def __init__(
        self, database: Database, root: str, options: SyncOptions, state: SyncState, number: int
    ) -> None:
        self._database, self._root, self._options = database, root, options
        self._state, self._number = state, number
        self._plans: list[NotePlan] = []
        self._taken_names: set[str] = set()
        self.tally = Tally(problems=[*state.found.problems])

    def run(self) -> None:
        """Do it, or with a dry run all but keep it."""
        asked = self._options.restore or self._options.forget
        if self._state.has_nothing_to_do() and not (asked and any(self._state.missing())):
            self._report_unchanged()
            return
        keep = not self._options.dry_run
        with recording(self._database, "sync", keep=keep) as recorder:
            writer = self._work(recorder)
        if keep:
            writer.write(self._plans)

    def _report_unchanged(self) -> None:
        """Report how all stands, and remember files that were only looked at again."""
        for key in self._state.found.notes:
            self._count_unchanged(key)
        self.tally.missing.extend(self._state.missing())
        self.tally.doubles.extend(self._state.doubles())
        again = self._state.looked_again()
        if again and not self._options.dry_run:
            with self._database.writing():
                sync_state.update_stamps(self._database, self._number, again)

    def _count_unchanged(self, key: str) -> None:
        """Count a note that is as it was, and report the conflict that stands in it."""
        if not self._state.is_orphan(key):
            self.tally.unchanged += 1
            if conflict := self._state.conflict(key):
                self.tally.conflicts.append(conflict)

    def _work(self, recorder: Recorder) -> FolderWriter:
        self._look_at_library_again()
        reconciler = Reconciler(self._database, recorder, self._root, self._state, self.tally)
        pairs = self._pairs(reconciler)
        for pair in sorted(pairs, key=lambda pair: not self._state.is_copy(pair.key)):
            is_copy = self._state.is_copy(pair.key)
            reconcile = reconciler.reconcile_copy if is_copy else reconciler.reconcile
            with self._reporting(pair.file):
                self._plans.append(reconcile(pair))
        self._settle_missing(reconciler)
        for key in self._state.without_note():
            paper = papers.get(self._database, self._state.papers[key][0])
            path = self._free_path(filenames.stem(paper.title) + filenames.SUFFIX, key)
            self._plans.append(reconciler.new_note(paper, key, path))
        self.tally.doubles.extend(self._state.doubles())
        recorder.summary = self.tally.summary
        planned = {plan.key for plan in self._plans}
        again = [note for note in self._state.looked_again() if note.key not in planned]
        writer = FolderWriter(self._database, self._root, self._number, self.tally)
        writer.remember(self._plans, again)
        _wait_past(recorder.at)
        return writer

    def _look_at_library_again(self) -> None:
        """Look at all that another process may have written before this act began."""
        number = sync_state.folder_number(self._database, self._root)
        self._number = number or sync_state.add_folder(self._database, self._root)
        stamps = sync_state.paper_updates(self._database)
        seen = sync_state.seen(self._database, self._number)
        self._state = SyncState(seen, self._state.found, stamps)
        _wait_past(max((at for _, at in stamps.values()), default=""))

    def _pairs(self, reconciler: Reconciler) -> list[Pair]:
        """Return what has changed, or has come new, with the papers it is about."""
        found = self._state.found
        files: list[tuple[str | None, ScannedFile]] = [*sorted(found.notes.items())]
        pairs, unchanged = [], []
        for key, file in [*files, *((None, file) for file in found.new)]:
            if key is not None and self._state.is_unchanged(key, file):
                unchanged.append(key)
                continue
            with self._reporting(file):
                if pair := self._pair(reconciler, key, file):
                    pairs.append(pair)
        return [*pairs, *self._first_files({pair.key for pair in pairs}, unchanged)]

    def _pair(self, reconciler: Reconciler, key: str | None, file: ScannedFile) -> Pair | None:
        if key is None or (key not in self._state.seen and key not in self._state.papers):
            return reconciler.introduce(file)
        if self._state.is_orphan(key):
            return reconciler.restore(key, file) if self._options.restore else None
        return self._known_pair(key, file)

    def _first_files(self, keys: set[str], unchanged: list[str]) -> Iterator[Pair]:
        """Yield the first files of papers whose second ones changed; count the others unchanged."""
        state = self._state
        papers_given = {state.paper_of[key] for key in keys if state.is_copy(key)}
        for key in unchanged:
            if state.paper_of[key] in papers_given:
                yield self._known_pair(key, state.found.notes[key])
            else:
                self._count_unchanged(key)

    def _known_pair(self, key: str, file: ScannedFile) -> Pair:
        state = self._state
        last = state.seen.get(key)
        paper_id = state.papers[last.paper_key if last else key][0]
        texts = sync_state.texts(self._database, self._number, key)
        base, taken = (NoteFields.unpacked(text) if text else None for text in texts)
        file.read_again(self._root)
        return Pair(key, file, paper_id, LastSync(base, taken, bool(last and last.conflicts)))

    def _settle_missing(self, reconciler: Reconciler) -> None:
        """Report what is gone, or do about it what was asked; forget what is over."""
        state = self._state
        for key in state.obsolete():
            sync_state.drop(self._database, self._number, key)
            del state.seen[key]
        for missing in list(state.missing()):
            last = state.seen[missing.key]
            if self._options.forget:
                sync_state.forget(self._database, self._number, missing.key)
            elif self._options.restore and missing.gone == "file":
                paper = papers.get(self._database, state.papers[last.paper_key][0])
                self._plans.append(reconciler.new_note(paper, missing.key, missing.path))
            else:
                self.tally.missing.append(missing)

    def _free_path(self, plain: str, key: str) -> str:
        """Return a name for a new file: ``plain``, or with the key in it where that is taken."""
        if not self._taken_names and Path(self._root).is_dir():
            inside = Path(self._root).iterdir()
            self._taken_names |= {filenames.folded(each.name) for each in inside}
        if filenames.folded(plain) in self._taken_names:
            plain = filenames.keyed_name(plain, key, self._taken_names)
        self._taken_names.add(filenames.folded(plain))
        return plain

    @contextmanager
    def _reporting(self, file: ScannedFile) -> Iterator[None]:
        """Report a file that the block cannot sync, and let the rest go on."""
        try:
            yield
        except NoteError as error:
            self.tally.problems.append(Problem(file.path, str(error)))


def _wait_past(at: str) -> None:
    """Wait until the clock is past ``at``, so that a later change of a paper bears another time.

    The clock of a library ticks every millisecond; one that was set back is not waited for.
    """
    for _ in range(5):
        if now() <= at:
            time.sleep(0.001)
