"""What was decided, applied: papers changed or added in the library, files written in the folder.

A file is written whole, and never over what came in meanwhile; both sides are
remembered as they are then.
"""

# ruff: noqa: PTH103, PTH116, PTH118, PTH208
# Paths are plain text here: there is one for each of thousands of notes.

import os
import re
import time
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from readlist.domain import NoteVersion, Paper, Record, Status, TitleSource
from readlist.exporting import names, seal
from readlist.exporting.atomic import replacing, temporary_name, write_new
from readlist.store import imports, notes, papers, sync_state, transfer
from readlist.store.database import Database
from readlist.store.journal import Recorder
from readlist.syncing.note_file import NoteFields, NoteFile
from readlist.syncing.plan import NotePlan
from readlist.syncing.report import NoteError, Problem, Tally
from readlist.syncing.scan import FINE_TICK_NS, ScannedFile, read, stamp_of

#: How many files are written before that is remembered.
_TOGETHER = 500
_TEMPORARY = re.compile(r"\.[0-9a-f]{16}\.readlist")
_LONG_SECONDS = 3600
#: The fields that are columns of a paper, and the columns.
_COLUMNS = {
    **{name: name for name in ("title", "authors", "more_authors", "year", "venue", "links")},
    **{"doi": "doi", "arxiv": "arxiv_id", "abstract": "abstract", "comment": "comment"},
}


# The library


def change_paper(
    database: Database,
    recorder: Recorder,
    paper: Paper,
    before: NoteFields,
    after: NoteFields,
    file: NoteFile,
) -> None:
    """Make the library say of ``paper`` what is ``after``, where that is not as ``before``.

    ``file`` is where the change comes from: it may say when a paper was finished.
    """
    ids = [paper.id]
    if after.status != before.status:
        papers.file(database, recorder, ids, Status(after.status))
        if after.status == Status.DONE and file.properties.finished:
            papers.change(recorder, ids, {"finished_at": file.properties.finished})
    if after.starred != before.starred:
        papers.change(recorder, ids, {"starred": int(after.starred)})
    added = [tag for tag in after.tags if tag not in before.tags]
    removed = [tag for tag in before.tags if tag not in after.tags]
    notes.tag(database, recorder, ids, added, removed)
    if after.note != before.note:
        notes.write(database, recorder, paper.id, after.note)
    values = {
        column: getattr(after, name)
        for name, column in _COLUMNS.items()
        if getattr(after, name) != getattr(before, name)
    }
    if "title" in values:
        values["title_source"] = TitleSource.USER.value
    if values:
        imports.fill(database, recorder, paper.id, values)


def new_paper(key: str | None, said: NoteFields, file: NoteFile, at: str) -> Paper:
    """Return the paper that ``file`` is about, as the library takes it in ``at`` a time.

    It has no id yet. ``key`` is the one in the file; a paper without gets a new one.
    """
    properties = file.properties
    derived = properties.title_source == TitleSource.DERIVED
    source = TitleSource.DUMP if key else TitleSource.USER
    status = Status(said.status)
    return Paper(
        id=0,
        key=key or imports.new_keys(1)[0],
        title_source=TitleSource.DERIVED if derived else source,
        **{column: getattr(said, name) for name, column in _COLUMNS.items()},
        status=status,
        starred=said.starred,
        tags=said.tags,
        note=said.note or None,
        added_at=properties.added or at,
        updated_at=at,
        sources=(),
        finished_at=(properties.finished or at) if status is Status.DONE else None,
    )


def add_paper(database: Database, recorder: Recorder, paper: Paper) -> int:
    """Add a new paper to the library; return its id."""
    record = Record(
        paper=paper,
        triaged_at=None if paper.status is Status.INBOX else recorder.at,
        note_at=recorder.at if paper.note else None,
        versions=(NoteVersion(paper.note, recorder.at),) if paper.note else (),
    )
    last = recorder.last_id("paper")
    return transfer.add(database, recorder, [record], last, 0)[0]


# The folder


@dataclass(slots=True)
class FolderWriter:
    """Writes and remembers the notes of the folder at ``root``, which the store knows by number."""

    database: Database
    root: str
    number: int
    tally: Tally

    def remember(self, plans: Iterable[NotePlan], again: Iterable[sync_state.Seen]) -> None:
        """Remember what both sides say, or what files said that are still to be written.

        It is done in the transaction in which the library takes what they said.
        ``again`` are files that were only looked at again.
        """
        for plan in plans:
            base, said = plan.texts
            if plan.text is None:
                sync_state.keep(self.database, self.number, plan.seen, base, None)
            elif plan.took:
                sync_state.keep(self.database, self.number, plan.unfinished, base, said)
        sync_state.keep_looks(self.database, self.number, again)

    def write(self, plans: Sequence[NotePlan]) -> None:
        """Write the files, and remember that they are, some time after each was written."""
        _sweep(self.root)
        waiting = (plan for plan in plans if plan.text)
        before: list[NotePlan] = []
        while batch := list(islice(waiting, _TOGETHER)):
            written = [plan for plan in batch if self._write_one(plan)]
            self._confirm(before)
            before = written
        if len(plans) > _TOGETHER:
            time.sleep(FINE_TICK_NS / 1e9)  # until files written just now are at rest
        self._confirm(before)

    def _write_one(self, plan: NotePlan) -> bool:
        try:
            file = write_file(self.root, plan.path, plan.key, plan.text or "", plan.file)
        except NoteError as error:
            self.tally.problems.append(Problem(plan.path, str(error)))
            return False
        plan.file, plan.path = file, file.path
        return True

    def _confirm(self, written: Sequence[NotePlan]) -> None:
        if not written:
            return
        with self.database.writing():
            for plan in written:
                if plan.file:
                    plan.file = _read_back(self.root, plan.file)
                base, _ = plan.texts
                sync_state.keep(self.database, self.number, plan.seen, base, None)


def write_file(
    root: str, path: str, key: str, text: str, before: ScannedFile | None
) -> ScannedFile:
    """Write a note's ``text``; return the file as it is then.

    ``before`` is the file as it was read; a new one (``None``) gets another name
    where something has come to that place.

    Raises:
        NoteError: It cannot be written, or is not any more as it was read.
    """
    content = text.encode()
    try:
        if before is None:
            path = _write_new(root, path, key, content)
        else:
            _replace(root, path, content, before)
        status = os.stat(os.path.join(root, path), follow_symlinks=False)
    except OSError as error:
        raise NoteError(f"cannot be written: {error.strerror or error}", "sync again") from error
    return ScannedFile(path, stamp_of(status), time.time_ns(), seal.digest(content), key)


def _write_new(root: str, path: str, key: str, content: bytes) -> str:
    folder, name = os.path.split(path)
    os.makedirs(os.path.join(root, folder), exist_ok=True)
    if os.path.lexists(os.path.join(root, path)):
        taken = {names.folded(each) for each in os.listdir(os.path.join(root, folder))}
        path = os.path.join(folder, names.keyed_name(name, key, taken))
    whole = os.path.join(root, path)
    write_new(whole, content, os.path.join(root, folder, temporary_name()))
    return path


def _replace(root: str, path: str, content: bytes, before: ScannedFile) -> None:
    held, _, _ = read(root, path)
    if seal.digest(held) != before.digest:
        raise NoteError("was changed while it was synced", "sync again")
    with replacing(Path(root, path)) as file:
        file.write(content)


def _read_back(root: str, file: ScannedFile) -> ScannedFile:
    """Return a file that was just written, as it is found now if it still holds what was written.

    A file read once it is at rest need not be read by the next sync.
    """
    try:
        content, stamp, looked_ns = read(root, file.path)
    except OSError:
        return file
    if seal.digest(content) != file.digest:
        return file
    return replace(file, stamp=stamp, looked_ns=looked_ns)


def _sweep(root: str) -> None:
    """Remove what an interrupted sync left half written, but nothing that may be in writing."""
    long_ago = time.time() - _LONG_SECONDS
    for path in Path(root).glob(".*.readlist"):
        with suppress(OSError):
            if _TEMPORARY.fullmatch(path.name) and path.lstat().st_mtime < long_ago:
                path.unlink()
