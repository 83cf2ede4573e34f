"""Writing the files of a folder, each whole, and never over what came in meanwhile."""

# ruff: noqa: PTH103, PTH116, PTH118, PTH208
# Paths are plain text here: there is one for each of thousands of notes.

import os
import re
import time
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from readlist.exporting import checksum, filenames
from readlist.exporting.atomic_files import replacing, temporary_name, write_new
from readlist.syncing.folder import FINE_TICK_NS, NoteFile, read, stamp_of
from readlist.syncing.problem import NoteError

_TEMPORARY = re.compile(r"\.[0-9a-f]{16}\.readlist")
_LONG_SECONDS = 3600


def write(root: str, path: str, key: str, text: str, before: NoteFile | None) -> NoteFile:
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
    return NoteFile(path, stamp_of(status), time.time_ns(), checksum.digest(content), key)


def sweep(root: str) -> None:
    """Take away what an interrupted sync left half written, but nothing that may be in writing."""
    long_ago = time.time() - _LONG_SECONDS
    for path in Path(root).glob(".*.readlist"):
        with suppress(OSError):
            if _TEMPORARY.fullmatch(path.name) and path.lstat().st_mtime < long_ago:
                path.unlink()


def read_back(root: str, file: NoteFile) -> NoteFile:
    """Return a file that was just written, as it is found now if it still holds what was written.

    A file read once it is at rest need not be read by the next sync.
    """
    try:
        content, stamp, looked_ns = read(root, file.path)
    except OSError:
        return file
    if checksum.digest(content) != file.digest:
        return file
    return replace(file, stamp=stamp, looked_ns=looked_ns)


def rest() -> None:
    """Wait until files written just now are at rest."""
    time.sleep(FINE_TICK_NS / 1e9)


def _write_new(root: str, path: str, key: str, content: bytes) -> str:
    folder, name = os.path.split(path)
    os.makedirs(os.path.join(root, folder), exist_ok=True)
    if os.path.lexists(os.path.join(root, path)):
        taken = {filenames.folded(each) for each in os.listdir(os.path.join(root, folder))}
        path = os.path.join(folder, filenames.keyed_name(name, key, taken))
    whole = os.path.join(root, path)
    write_new(whole, content, os.path.join(root, folder, temporary_name()))
    return path


def _replace(root: str, path: str, content: bytes, before: NoteFile) -> None:
    held, _, _ = read(root, path)
    if checksum.digest(held) != before.digest:
        raise NoteError("was changed while it was synced", "sync again")
    with replacing(Path(root, path)) as file:
        file.write(content)
