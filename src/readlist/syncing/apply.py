"""What was decided, applied to the folder: files are written, and both sides remembered.

A file is written whole, and never over what came in meanwhile.
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

from readlist.exporting import checksum, filenames
from readlist.exporting.atomic_files import replacing, temporary_name, write_new
from readlist.store import sync_state
from readlist.store.database import Database
from readlist.syncing.plan import NotePlan
from readlist.syncing.report import NoteError, Problem, Tally
from readlist.syncing.scan import FINE_TICK_NS, ScannedFile, read, stamp_of

#: How many files are written before that is remembered.
_TOGETHER = 500
_TEMPORARY = re.compile(r"\.[0-9a-f]{16}\.readlist")
_LONG_SECONDS = 3600


@dataclass(slots=True)
class FolderWriter:
    """Writes and remembers the notes of the folder at ``root``, which the store knows by number."""

    database: Database
    root: str
    number: int
    tally: Tally

    def remember(self, plans: Iterable[NotePlan], again: Iterable[sync_state.Seen]) -> None:
        """Remember what both sides say, or what files said that are still to be written.

        The library takes what they said in the same transaction. Files of ``again`` were
        only looked at again.
        """
        for plan in plans:
            base, said = plan.texts
            if plan.text is None:
                sync_state.keep(self.database, self.number, plan.seen, base, None)
            elif plan.took:
                sync_state.keep(self.database, self.number, plan.unfinished, base, said)
        sync_state.update_stamps(self.database, self.number, again)

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
            plan.file = write_file(self.root, plan.path, plan.key, plan.text or "", plan.file)
        except NoteError as error:
            self.tally.problems.append(Problem(plan.path, str(error)))
            return False
        plan.path = plan.file.path
        return True

    def _confirm(self, written: Sequence[NotePlan]) -> None:
        if not written:
            return
        with self.database.writing():
            for plan in written:
                if plan.file:
                    plan.file = _read_back(self.root, plan.file)
                sync_state.keep(self.database, self.number, plan.seen, plan.texts[0], None)


def write_file(
    root: str, path: str, key: str, text: str, before: ScannedFile | None
) -> ScannedFile:
    """Write a note's ``text``; return the file as it is then.

    ``before`` is the file as it was read; a new one (``None``) gets another name
    where something has come to that place. Raises :class:`NoteError` if it cannot
    be written, or is not any more as it was read.
    """
    content = text.encode()
    try:
        if before is None:
            path = _write_new(root, path, key, content)
        elif checksum.digest(read(root, path)[0]) != before.digest:
            raise NoteError("was changed while it was synced", "sync again")
        else:
            with replacing(Path(root, path)) as file:
                file.write(content)
        status = os.stat(os.path.join(root, path), follow_symlinks=False)
    except OSError as error:
        raise NoteError(f"cannot be written: {error.strerror or error}", "sync again") from error
    return ScannedFile(path, stamp_of(status), time.time_ns(), checksum.digest(content), key)


def _write_new(root: str, path: str, key: str, content: bytes) -> str:
    folder, name = os.path.split(path)
    whole_folder = os.path.join(root, folder)
    os.makedirs(whole_folder, exist_ok=True)
    if os.path.lexists(os.path.join(root, path)):
        taken = {filenames.folded(each) for each in os.listdir(whole_folder)}
        path = os.path.join(folder, filenames.keyed_name(name, key, taken))
    write_new(os.path.join(root, path), content, os.path.join(whole_folder, temporary_name()))
    return path


def _read_back(root: str, file: ScannedFile) -> ScannedFile:
    """Return a file just written as it is found now: the next sync need not read one at rest."""
    with suppress(OSError):
        content, stamp, looked_ns = read(root, file.path)
        if checksum.digest(content) == file.digest:
            return replace(file, stamp=stamp, looked_ns=looked_ns)
    return file


def _sweep(root: str) -> None:
    """Remove what an interrupted sync left half written, but nothing that may be in writing."""
    long_ago = time.time() - _LONG_SECONDS
    for path in Path(root).glob(".*.readlist"):
        with suppress(OSError):
            if _TEMPORARY.fullmatch(path.name) and path.lstat().st_mtime < long_ago:
                path.unlink()
