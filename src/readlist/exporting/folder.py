"""A folder of Markdown notes, one file per paper, shared with the person who writes in it."""

# ruff: noqa: PTH104, PTH118, PTH119, PTH123
# Paths are plain text here: there is one for each of thousands of papers.

import os
from collections.abc import Callable
from enum import Enum, auto
from pathlib import Path

from readlist.domain import Paper
from readlist.exporting import names, seal
from readlist.exporting.atomic import replacing, temporary_name, write_new

#: New files written in one go, which takes less time than one after each paper.
_TOGETHER = 500


class Outcome(Enum):
    """What became of a paper's file."""

    WRITTEN = auto()
    UNCHANGED = auto()
    KEPT = auto()


class NotesFolder:
    """The files directly in a folder, and which of them belongs to which paper.

    A paper's file is the one with the paper's key in its front matter, whatever
    its name: it keeps the name it has, since other notes may link to it.
    """

    def __init__(self, path: Path, document: Callable[[Paper], str]) -> None:
        self._path = path
        self._document = document
        self._temporary = os.path.join(path, temporary_name())
        self._files: dict[str, str] = {}
        self._taken: set[str] = set()
        self._waiting: list[tuple[str, str, bytes]] = []
        # Plain names given out by this object, and to whom: see _give_way.
        self._plain: dict[str, str] = {}
        for entry in sorted(os.scandir(path), key=lambda entry: (len(entry.name), entry.name)):
            self._taken.add(names.folded(entry.name))
            if entry.name.lower().endswith(names.SUFFIX) and entry.is_file(follow_symlinks=False):
                self._remember(entry.path)

    def put(self, paper: Paper) -> tuple[Outcome, str]:
        """Write the file of ``paper`` unless it is as it should be, or edited by hand.

        A new file may wait for others until :meth:`finish`.

        Raises:
            OSError: The file cannot be read or written.
        """
        content = seal.sealed(self._document(paper))
        path = self._files.get(paper.key)
        if path is None:
            new = self._files[paper.key] = self._new_file(paper)
            self._waiting.append((paper.key, new, content))
            if len(self._waiting) >= _TOGETHER:
                self.finish()
            return Outcome.WRITTEN, new
        current = _read(path)
        if current == content:
            return Outcome.UNCHANGED, path
        if not seal.is_untouched(current):
            return Outcome.KEPT, path
        with replacing(Path(path)) as file:
            file.write(content)
        return Outcome.WRITTEN, path

    def finish(self) -> None:
        """Write the new files that wait to be written.

        Raises:
            OSError: One cannot be written.
        """
        for key, path, content in self._waiting:
            write_new(self._still_free(key, path), content, self._temporary)
        self._waiting.clear()

    def _still_free(self, key: str, path: str) -> str:
        """Return ``path``, or another where a file came after the folder was looked through."""
        while os.path.lexists(path):
            name = names.keyed_name(os.path.basename(path), key, self._taken)
            path = self._files[key] = self._take(name)
        return path

    def _remember(self, path: str) -> None:
        key = seal.key_in(Path(path))
        if key:
            self._files.setdefault(key, path)

    def _new_file(self, paper: Paper) -> str:
        plain = names.file_name(paper, ())
        folded = names.folded(plain)
        if folded not in self._taken:
            self._plain[folded] = paper.key
            path = self._take(plain)
        else:
            self._give_way(folded)
            path = self._take(names.keyed_name(plain, paper.key, self._taken))
        return path

    def _give_way(self, folded: str) -> None:
        """Rename the paper that has the plain name another one asks for.

        Both then bear their key, so that names do not depend on who came first.
        """
        key = self._plain.pop(folded, None)
        if key is None:
            return
        self.finish()
        old = self._files[key]
        new = self._take(names.keyed_name(os.path.basename(old), key, self._taken))
        os.rename(old, new)
        self._files[key] = new

    def _take(self, name: str) -> str:
        self._taken.add(names.folded(name))
        return os.path.join(self._path, name)


def _read(path: str) -> bytes:
    with open(path, "rb", buffering=0) as file:
        return file.read()
