"""A folder scanned: which notes are in it, and what is in those that may have changed.

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

from readlist.exporting import checksum
from readlist.exporting.filenames import SUFFIX
from readlist.store.sync_state import Seen, Stamp
from readlist.syncing.report import NoteError, Problem

#: The coarsest clock of a file system in use ticks every two seconds (FAT). Where times are
#: finer than seconds, the slowest ticks every 10 ms.
_SECOND_NS, _TICK_NS, FINE_TICK_NS = 1_000_000_000, 2_100_000_000, 50_000_000
_LARGEST = 1 << 25


@dataclass(slots=True)
class ScannedFile:
    """A file with the key of a paper, or a title: ``text`` is ``None`` where it is as it was.

    ``other_key`` is that of the other side, where git left two in its front matter.
    """

    path: str
    stamp: Stamp
    looked_ns: int
    digest: str
    key: str | None
    text: str | None = None
    other_key: str | None = None

    def read_again(self, root: str) -> None:
        """Read the text if it was not needed before. Raises :class:`NoteError`."""
        if self.text is not None:
            return
        try:
            content, self.stamp, self.looked_ns = read(root, self.path)
        except OSError as error:
            raise NoteError(f"cannot be read: {error.strerror or error}", "sync again") from error
        self.text, self.digest = _decoded(content), checksum.digest(content)


@dataclass(slots=True)
class ScanResult:
    """The notes of a folder.

    ``untouched`` ones are as they were, by all that the file system says; the
    others are in ``notes`` by their keys, or ``new`` without one. ``problems`` are
    files that cannot be synced, and why.
    """

    untouched: list[Seen] = field(default_factory=list)
    notes: dict[str, ScannedFile] = field(default_factory=dict)
    new: list[ScannedFile] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @property
    def problem_paths(self) -> set[str]:
        """The paths of the files that cannot be synced."""
        return {problem.path for problem in self.problems}

    def is_all_equal(self, seen: Mapping[str, Seen], papers: Mapping[str, tuple[int, str]]) -> bool:
        """Return whether each note and paper is as it was, and there is nothing else to report.

        ``papers`` are ids and times of change by key. This is several times faster than
        looking at each note.
        """
        if self.notes or self.new or self.problems:
            return False
        nothing = (0, "")
        return len(seen) == len(self.untouched) == len(papers) and all(
            last.role == "note"
            and not last.conflicts
            and papers.get(last.paper_key, nothing)[1] == last.updated_at
            for last in self.untouched
        )

    def add_untouched(self) -> None:
        """Put the untouched ones among the other notes."""
        for last in self.untouched:
            note = ScannedFile(last.path, last.stamp, last.looked_ns, last.digest, last.key)
            self.add(note, {last.key: last})
        self.untouched.clear()

    def add(self, note: ScannedFile, seen: Mapping[str, Seen]) -> None:
        """Put a file in its place: of two with one key, the one that had it when last ``seen``."""
        if note.key is None:
            self.new.append(note)
            return
        first = self.notes.setdefault(note.key, note)
        if first is note:
            return
        last = seen.get(note.key)
        if last and last.path == note.path:
            self.notes[note.key] = note
            first, note = note, first
        hint = "take it out to make this a paper of its own"
        error = NoteError(f"has the readlist-id of {first.path}", hint)
        self.problems.append(Problem(note.path, str(error)))


def scan(root: str, seen: Mapping[str, Seen]) -> ScanResult:
    """Look through the folder at ``root``, last ``seen`` so. Raises ``OSError`` if that fails."""
    result = ScanResult()
    known = {note.path: note for note in seen.values()}
    for path, entry in sorted(_files(root), key=itemgetter(0)):
        last = known.get(path)
        try:
            status = entry.stat(follow_symlinks=False)
            if last and _is_untouched(last, status):
                result.untouched.append(last)
            elif note := _scanned(root, path, status.st_size, last):
                result.add(note, seen)
        except OSError as error:
            unread = NoteError(f"cannot be read: {error.strerror or error}", "check the file")
            result.problems.append(Problem(path, str(unread)))
        except NoteError as error:
            result.problems.append(Problem(path, str(error)))
    return result


def read(root: str, path: str) -> tuple[bytes, Stamp, int]:
    """Return a file's bytes, its stamp and when that was. Raises ``OSError``."""
    looked_ns = time.time_ns()
    with open(os.path.join(root, path), "rb", buffering=0) as file:
        stamp = stamp_of(os.fstat(file.fileno()))
        content = file.readall()
    return content, stamp, looked_ns


def stamp_of(status: os.stat_result) -> Stamp:
    """Return the stamp in what the system reports of a file."""
    return Stamp(status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)


def _files(root: str) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Yield the Markdown files in a folder and those within, but no hidden ones and no links."""
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
                elif name.lower().endswith(SUFFIX) and entry.is_file(follow_symlinks=False):
                    yield f"{folder}{name}", entry


def _is_untouched(last: Seen, status: os.stat_result) -> bool:
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


def _scanned(root: str, path: str, size: int, last: Seen | None) -> ScannedFile | None:
    """Return a file as it is now; ``None`` for one that is no note."""
    try:
        path.encode()
    except UnicodeEncodeError as error:
        raise NoteError("its name is not UTF-8", "rename it") from error
    if size > _LARGEST:
        raise NoteError("too large for a note", "move it elsewhere")
    content, stamp, looked_ns = read(root, path)
    digest = checksum.digest(content)
    if last and last.digest == digest:
        return ScannedFile(path, stamp, looked_ns, digest, last.key)
    from readlist.syncing.merge import versions  # seldom needed: most files are as they were

    text = _decoded(content)
    properties = [version.properties for version in versions(text)]
    keys = sorted({each.key for each in properties if each.key})
    if not keys and not (properties and properties[0].title):
        return None
    key, other_key = keys[0] if keys else None, keys[-1] if len(keys) > 1 else None
    return ScannedFile(path, stamp, looked_ns, digest, key, text, other_key)


def _decoded(content: bytes) -> str:
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        raise NoteError("not UTF-8 text", "save it as UTF-8") from error
