"""A folder of notes: which Markdown files are in it, and what is in those that may have changed.

A file that has the size, times and inode it had is taken to hold what it held,
but only if it had not been changed for a while when it was read: one changed
twice within a tick of the file system's clock looks as if it was changed once.
Git does the same: https://git-scm.com/docs/racy-git.
"""

# ruff: noqa: PTH118, PTH123
# Paths are plain text here: there is one for each of thousands of notes.

import os
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from operator import itemgetter

from readlist.exporting import names, seal
from readlist.store.sync_state import Seen, Stamp
from readlist.syncing import git_marks
from readlist.syncing.document import Document, is_note
from readlist.syncing.problem import NoteError

#: The coarsest clock of a file system in use ticks every two seconds (FAT). Where times are
#: finer than seconds, the slowest ticks every 10 ms.
_SECOND_NS = 1_000_000_000
_TICK_NS = 2_100_000_000
FINE_TICK_NS = 50_000_000
_LARGEST = 1 << 25


@dataclass(slots=True)
class NoteFile:
    """A file with the key of a paper, or a title: ``text`` is ``None`` where it is as it was."""

    path: str
    stamp: Stamp
    looked_ns: int
    digest: str
    key: str | None
    text: str | None = None
    other_key: str | None = None


@dataclass(slots=True)
class Found:
    """The notes of a folder.

    ``still`` are as they were, by all that the file system tells; the others are
    in ``notes`` by their keys, or ``new`` without one. ``problems`` are files that
    cannot be synced, and why.
    """

    still: list[Seen] = field(default_factory=list)

    notes: dict[str, NoteFile] = field(default_factory=dict)
    new: list[NoteFile] = field(default_factory=list)
    problems: list[tuple[str, NoteError]] = field(default_factory=list)

    @property
    def troubled(self) -> set[str]:
        """The paths of the files that cannot be synced."""
        return {path for path, _ in self.problems}

    def gather(self) -> None:
        """Put those that are as they were among the others."""
        for last in self.still:
            note = NoteFile(last.path, last.stamp, last.looked_ns, last.digest, last.key)
            _sort_in(self, note, {last.key: last})
        self.still.clear()


def look(root: str, seen: Mapping[str, Seen]) -> Found:
    """Look through the folder at ``root``, whose notes were last ``seen`` so.

    Raises:
        OSError: The folder cannot be read.
    """
    found = Found()
    known = {note.path: note for note in seen.values()}
    for path, entry in sorted(_files(root), key=itemgetter(0)):
        last = known.get(path)
        try:
            status = entry.stat(follow_symlinks=False)
            if last and _is_still(last, status):
                found.still.append(last)
                continue
            note = _looked_at(root, path, status.st_size, last)
        except OSError as error:
            message = NoteError(f"cannot be read: {error.strerror or error}", "check the file")
            found.problems.append((path, message))
            continue
        except NoteError as error:
            found.problems.append((path, error))
            continue
        if note:
            _sort_in(found, note, seen)
    return found


def read(root: str, path: str) -> tuple[bytes, Stamp, int]:
    """Return a file's bytes, its stamp and when that was. Raises ``OSError``."""
    looked_ns = time.time_ns()
    with open(os.path.join(root, path), "rb", buffering=0) as file:
        stamp = stamp_of(os.fstat(file.fileno()))
        content = file.readall()
    return content, stamp, looked_ns


def text_of(content: bytes) -> str:
    """Return the text of a file. Raises :class:`NoteError`."""
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        raise NoteError("not UTF-8 text", "save it as UTF-8") from error


def stamp_of(status: os.stat_result) -> Stamp:
    """Return the stamp in what the system told of a file."""
    return Stamp(status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)


def _files(root: str) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Yield the Markdown files in a folder and those within, but hidden ones and links."""
    waiting = [""]
    while waiting:
        folder = waiting.pop()
        with os.scandir(os.path.join(root, folder)) as entries:
            for entry in entries:
                name = entry.name
                if name.startswith("."):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(f"{folder}{name}/")
                elif name.lower().endswith(names.SUFFIX) and entry.is_file(follow_symlinks=False):
                    yield f"{folder}{name}", entry


def _is_still(last: Seen, status: os.stat_result) -> bool:
    """Return whether a file looks as it did, and had been at rest when it was looked at."""
    changed = max(last.mtime_ns, last.ctime_ns)
    tick = FINE_TICK_NS if last.mtime_ns % _SECOND_NS else _TICK_NS
    return (
        changed + tick < last.looked_ns
        and last.mtime_ns == status.st_mtime_ns
        and last.size == status.st_size
        and last.ctime_ns == status.st_ctime_ns
        and last.inode == status.st_ino
    )


def _looked_at(root: str, path: str, size: int, last: Seen | None) -> NoteFile | None:
    """Return a file as it is now; ``None`` for one that is no note."""
    if not _is_text(path):
        raise NoteError("its name is not UTF-8", "rename it")
    if size > _LARGEST:
        raise NoteError("too large for a note", "move it elsewhere")
    content, stamp, looked_ns = read(root, path)
    digest = seal.digest(content)
    if last and last.digest == digest:
        return NoteFile(path, stamp, looked_ns, digest, last.key)
    return _opened(path, stamp, looked_ns, digest, text_of(content))


def _opened(path: str, stamp: Stamp, looked_ns: int, digest: str, text: str) -> NoteFile | None:
    sides = git_marks.sides(text) if git_marks.is_above_note(text) else None
    if not sides and not is_note(text):
        return None
    documents = [Document.parsed(side) for side in sides or (text,)]
    keys = sorted({document.key for document in documents if document.key})
    if not keys and not documents[0].values.get("title"):
        return None
    note = NoteFile(path, stamp, looked_ns, digest, keys[0] if keys else None, text)
    note.other_key = keys[-1] if len(keys) > 1 else None
    return note


def _sort_in(found: Found, note: NoteFile, seen: Mapping[str, Seen]) -> None:
    key = note.key
    if key is None:
        found.new.append(note)
        return
    last, other = seen.get(key), found.notes.get(key)
    if other and last and last.path == note.path:
        found.notes[key], note = note, other
    elif not other:
        found.notes[key] = note
    if found.notes[key] is not note:
        message = f"has the readlist-id of {found.notes[key].path}"
        hint = "take it out to make this a paper of its own"
        found.problems.append((note.path, NoteError(message, hint)))


def moved(notes: Mapping[str, NoteFile], seen: Mapping[str, Seen]) -> list[tuple[str, NoteFile]]:
    """Return those of ``notes`` that are as they were, but elsewhere or looked at again."""
    return [
        (key, note)
        for key, note in notes.items()
        if (last := seen.get(key))
        and note.digest == last.digest
        and (note.path, note.stamp, note.looked_ns) != (last.path, last.stamp, last.looked_ns)
    ]


def open_again(root: str, note: NoteFile) -> NoteFile:
    """Return a file with its text, which was not needed before. Raises :class:`NoteError`."""
    if note.text is None:
        try:
            content, note.stamp, note.looked_ns = read(root, note.path)
        except OSError as error:
            raise NoteError(f"cannot be read: {error.strerror or error}", "sync again") from error
        note.text, note.digest = text_of(content), seal.digest(content)
    return note


def _is_text(path: str) -> bool:
    try:
        path.encode()
    except UnicodeEncodeError:
        return False
    return True
