"""A folder of Markdown notes, one file per paper, shared with the person who writes in it."""

import os
from enum import Enum, auto
from pathlib import Path

from readlist.domain import Paper
from readlist.exporting import names, seal
from readlist.exporting.atomic import replacing
from readlist.exporting.writers import markdown


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

    def __init__(self, path: Path) -> None:
        self._path = path
        self._files: dict[str, Path] = {}
        self._taken: set[str] = set()
        # Plain names given out by this object, and to whom: see _give_way.
        self._plain: dict[str, str] = {}
        for entry in sorted(os.scandir(path), key=lambda entry: (len(entry.name), entry.name)):
            self._taken.add(names.folded(entry.name))
            if entry.name.lower().endswith(names.SUFFIX) and entry.is_file(follow_symlinks=False):
                self._remember(Path(entry))

    def put(self, paper: Paper) -> tuple[Outcome, Path]:
        """Write the file of ``paper`` unless it is as it should be, or edited by hand.

        Raises:
            OSError: The file cannot be read or written.
        """
        content = seal.sealed(markdown.document(paper))
        path = self._files.get(paper.key)
        if path is None:
            path = self._new_file(paper)
        else:
            current = path.read_bytes()
            if current == content:
                return Outcome.UNCHANGED, path
            if not seal.is_untouched(current):
                return Outcome.KEPT, path
        with replacing(path) as file:
            file.write(content)
        self._files[paper.key] = path
        return Outcome.WRITTEN, path

    def _remember(self, path: Path) -> None:
        key = seal.key_in(path)
        if key:
            self._files.setdefault(key, path)

    def _new_file(self, paper: Paper) -> Path:
        plain = names.folded(names.file_name(paper, ()))
        self._give_way(plain)
        path = self._take(names.file_name(paper, self._taken))
        while os.path.lexists(path):  # it came after the folder was looked through
            path = self._take(names.file_name(paper, self._taken))
        if names.folded(path.name) == plain:
            self._plain[plain] = paper.key
        return path

    def _give_way(self, plain: str) -> None:
        """Rename the paper that has the ``plain`` name another one asks for.

        Both then bear their key, so that names do not depend on who came first.
        """
        key = self._plain.pop(plain, None)
        if key is None:
            return
        old = self._files[key]
        new = self._take(names.keyed_name(old.name, key, self._taken))
        self._files[key] = old.rename(new)

    def _take(self, name: str) -> Path:
        self._taken.add(names.folded(name))
        return self._path / name
