"""What is exported where: papers as a folder of notes, or as one document in a file or a stream.

Files appear whole or not at all, one that is as it should be is not touched,
and nothing that somebody else wrote is ever replaced.
"""

# ruff: noqa: PTH104, PTH118, PTH119, PTH123
# The paths within a folder are plain text: there is one for each of thousands of papers.

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TextIO

from readlist.domain import ImportSource, Paper, Record
from readlist.errors import ExportError, UsageError
from readlist.exporting import checksum, filenames
from readlist.exporting.atomic_files import explaining, replacing, temporary_name, write_new
from readlist.exporting.bibliography import Cited, citation_keys
from readlist.exporting.writers import Outgoing, find_writer, markdown
from readlist.store import papers, transfer
from readlist.store.database import Database
from readlist.text import printable

if TYPE_CHECKING:
    from readlist.exporting.template import Template

#: How many new files of a folder are written in one go, which is faster than one after each paper.
_BATCH = 500


class ExportResult(NamedTuple):
    """What exporting to a folder did; ``kept`` are files edited by hand and left alone."""

    written: int
    unchanged: int
    kept: tuple[Path, ...]


def folder(
    database: Database, ids: Sequence[int], path: Path, template: Path | None
) -> ExportResult:
    """Write papers as Markdown into the folder at ``path``, a file each.

    Raises :class:`UsageError` for a template that cannot be used, and as :func:`export_folder`.
    """
    document = _template(template).document if template else markdown.document
    with database.reading():
        return export_folder(papers.stream(database, ids), path, document)


def document(
    database: Database,
    ids: Sequence[int],
    target: Path | TextIO,
    format: str,
    template: Path | None,
) -> None:
    """Write papers as one document.

    Raises :class:`UsageError` for a format that does not exist or a template that
    cannot be used, and as :func:`export_single`.
    """
    writer = find_writer(format)
    if template and format != "markdown":
        raise UsageError(f"a template cannot write {format}", "leave out --format or --template")
    section = _template(template).render if template else None
    with database.reading():
        selected = _Selected(database, ids)
        pieces = map(section, selected.papers()) if section else writer.collection(selected)
        export_single(pieces, target, writer.last_line)


def _template(path: Path) -> "Template":
    from readlist.exporting.template import Template  # it brings Jinja with it

    return Template(path)


class _Selected(Outgoing):
    """The papers with these ids; records come in the order of their numbers."""

    def __init__(self, database: Database, ids: Sequence[int]) -> None:
        self._database = database
        self._ids = ids

    def papers(self) -> Iterator[Paper]:
        return papers.stream(self._database, self._ids)

    def cited(self) -> Iterator[tuple[str, Paper]]:
        keys = citation_keys(Cited(*row) for row in papers.cited(self._database))
        return ((keys[paper.key], paper) for paper in self.papers() if paper.key in keys)

    def origins(self) -> Iterator[ImportSource]:
        return transfer.import_sources(self._database, self._ids)

    def records(self) -> Iterator[Record]:
        return transfer.records(self._database, sorted(self._ids))


def export_single(pieces: Iterator[str], target: Path | TextIO, last_line: str) -> None:
    """Write the ``pieces`` of one document to a file or a stream.

    A file that is there already is replaced only if it is an export nobody has
    edited since; its folder is made if need be. ``last_line`` ends a file, with
    the file's checksum in it; where the format has no such line, the checksum is
    remembered elsewhere. A stream is flushed, not closed. Raises
    :class:`ExportError` for what cannot be written or holds somebody's own text.
    """
    if not isinstance(target, Path):
        _stream(pieces, target, Path(str(getattr(target, "name", "the output"))))
    elif target.exists() and not target.is_file():  # a pipe or a device, or a folder: an error
        with explaining(target), target.open("w", encoding="utf-8", newline="") as stream:
            _stream(pieces, stream, target)
    else:
        with explaining(target):
            _replace(target.resolve(), pieces, last_line)


def _stream(pieces: Iterable[str], stream: TextIO, name: Path) -> None:
    with explaining(name):
        for piece in pieces:
            stream.write(piece)
        stream.flush()


def _replace(path: Path, pieces: Iterator[str], last_line: str) -> None:
    if path.exists() and not checksum.is_untouched_file(path, last_line):
        hint = "choose another file name, or move that file away"
        raise ExportError(f"{printable(str(path))} holds text of somebody's own", hint)
    path.parent.mkdir(parents=True, exist_ok=True)
    with replacing(path) as file:
        file.writelines(checksum.with_last_line(pieces, last_line))
    if not last_line:
        checksum.remember(path)


def export_folder(
    papers: Iterable[Paper], folder: Path, document: Callable[[Paper], str] = markdown.document
) -> ExportResult:
    """Write the ``document`` of each paper as a file into ``folder``, which is made if need be.

    Raises :class:`ExportError` for a file that cannot be written; those before it stay, each whole.
    """
    with explaining(folder):
        folder.mkdir(parents=True, exist_ok=True)
        notes = _NotesFolder(folder)
        for paper in papers:
            notes.put(paper, document(paper))
        notes.finish()
    return ExportResult(notes.written, notes.unchanged, tuple(notes.kept))


class _NotesFolder:
    """The files directly in a folder, and which of them belongs to which paper.

    A paper's file is the one with the paper's key in its front matter, whatever
    its name: it keeps the name it has, since other notes may link to it.
    """

    def __init__(self, path: Path) -> None:
        self.written = self.unchanged = 0
        self.kept: list[Path] = []
        self._path = path
        self._temporary = os.path.join(path, temporary_name())
        self._files: dict[str, str] = {}
        self._taken: set[str] = set()
        self._waiting: list[tuple[str, str, bytes]] = []
        # Plain names given out by this object, and to whom: see _give_way.
        self._plain: dict[str, str] = {}
        for entry in sorted(os.scandir(path), key=lambda entry: (len(entry.name), entry.name)):
            self._taken.add(filenames.folded(entry.name))
            is_note = entry.name.lower().endswith(filenames.SUFFIX)
            is_note = is_note and entry.is_file(follow_symlinks=False)
            if is_note and (key := checksum.key_in(Path(entry.path))):
                self._files.setdefault(key, entry.path)

    def put(self, paper: Paper, document: str) -> None:
        """Write the file of ``paper`` unless it is as it should be, or edited by hand.

        A new file may wait for others until :meth:`finish`.
        """
        content = checksum.with_checksum(document)
        path = self._files.get(paper.key)
        if path is None:
            new = self._files[paper.key] = self._new_file(paper)
            self._waiting.append((paper.key, new, content))
            self.written += 1
            if len(self._waiting) >= _BATCH:
                self.finish()
            return
        with open(path, "rb", buffering=0) as file:
            current = file.read()
        if current == content:
            self.unchanged += 1
        elif not checksum.is_untouched(current):
            self.kept.append(Path(path))
        else:
            with replacing(Path(path)) as new_file:
                new_file.write(content)
            self.written += 1

    def finish(self) -> None:
        """Write the new files that wait to be written."""
        for key, wanted, content in self._waiting:
            path = wanted
            while os.path.lexists(path):  # it came after the folder was looked through
                name = filenames.keyed_name(os.path.basename(path), key, self._taken)
                path = self._files[key] = self._take(name)
            write_new(path, content, self._temporary)
        self._waiting.clear()

    def _new_file(self, paper: Paper) -> str:
        plain = filenames.file_name(paper, ())
        folded = filenames.folded(plain)
        if folded not in self._taken:
            self._plain[folded] = paper.key
            return self._take(plain)
        self._give_way(folded)
        return self._take(filenames.keyed_name(plain, paper.key, self._taken))

    def _give_way(self, folded: str) -> None:
        """Add its key to the name of a file that has the plain one: the order must not matter."""
        if key := self._plain.pop(folded, None):
            self.finish()
            old = self._files[key]
            new = self._take(filenames.keyed_name(os.path.basename(old), key, self._taken))
            os.rename(old, new)
            self._files[key] = new

    def _take(self, name: str) -> str:
        self._taken.add(filenames.folded(name))
        return os.path.join(self._path, name)
