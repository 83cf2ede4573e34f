"""Exports put where they were asked for: a folder, a file or a stream.

Files appear whole or not at all, one that is as it should be is not touched,
and nothing that somebody else wrote is ever replaced.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from readlist.domain import Paper
from readlist.errors import ExportError
from readlist.exporting import seal
from readlist.exporting.atomic import explaining, replacing
from readlist.exporting.folder import NotesFolder, Outcome
from readlist.exporting.writers import find_writer
from readlist.text import printable


@dataclass(frozen=True, slots=True)
class ExportResult:
    """What exporting to a folder did; ``kept`` are files edited by hand and left alone."""

    written: int
    unchanged: int
    kept: tuple[Path, ...]


def export_folder(papers: Iterable[Paper], folder: Path) -> ExportResult:
    """Write each of ``papers`` as a Markdown file into ``folder``, which is made if need be.

    Raises:
        ExportError: A file cannot be written. Those written before it stay, each whole.
    """
    with explaining(folder):
        folder.mkdir(parents=True, exist_ok=True)
        notes = NotesFolder(folder)
    numbers = dict.fromkeys(Outcome, 0)
    kept: list[Path] = []
    for paper in papers:
        with explaining(folder):
            outcome, path = notes.put(paper)
        numbers[outcome] += 1
        if outcome is Outcome.KEPT:
            kept.append(path)
    return ExportResult(numbers[Outcome.WRITTEN], numbers[Outcome.UNCHANGED], tuple(kept))


def export_single(papers: Iterable[Paper], target: Path | TextIO, format: str = "markdown") -> None:
    """Write ``papers`` as one document to a file or a stream.

    A file that is there already is replaced only if it is an export nobody has
    edited since; its folder is made if need be. A stream is flushed, not closed.

    Raises:
        UsageError: There is no such ``format``.
        ExportError: The file or stream cannot be written, or holds somebody's own text.
    """
    writer = find_writer(format)
    pieces = writer.collection(papers)
    if not isinstance(target, Path):
        _stream(pieces, target, Path(str(getattr(target, "name", "the output"))))
    elif target.exists() and not target.is_file():  # a pipe or a device, or a folder: an error
        with explaining(target), target.open("w", encoding="utf-8", newline="") as stream:
            _stream(pieces, stream, target)
    else:
        with explaining(target):
            _replace(target.resolve(), pieces, writer.SEAL)


def _stream(pieces: Iterable[str], stream: TextIO, name: Path) -> None:
    with explaining(name):
        for piece in pieces:
            stream.write(piece)
        stream.flush()


def _replace(path: Path, pieces: Iterator[str], line: str) -> None:
    if path.exists() and not seal.is_untouched_list(path, line):
        raise ExportError(
            f"{printable(str(path))} holds text of somebody's own",
            "choose another file name, or move that file away",
        )
    path.parent.mkdir(parents=True, exist_ok=True)
    with replacing(path) as file:
        file.writelines(seal.sealed_pieces(pieces, line))
