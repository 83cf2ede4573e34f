"""Exports put where they were asked for: a folder, a file or a stream.

Files appear whole or not at all, one that is as it should be is not touched,
and nothing that somebody else wrote is ever replaced.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from readlist.domain import Paper
from readlist.errors import ExportError
from readlist.exporting import remembered, seal
from readlist.exporting.atomic import explaining, replacing
from readlist.exporting.folder import NotesFolder, Outcome
from readlist.exporting.writers import markdown
from readlist.text import printable


@dataclass(frozen=True, slots=True)
class ExportResult:
    """What exporting to a folder did; ``kept`` are files edited by hand and left alone."""

    written: int
    unchanged: int
    kept: tuple[Path, ...]


def export_folder(
    papers: Iterable[Paper],
    folder: Path,
    document: Callable[[Paper], str] = markdown.document,
) -> ExportResult:
    """Write the ``document`` of each paper as a file into ``folder``, which is made if need be.

    Raises:
        ExportError: A file cannot be written. Those written before it stay, each whole.
    """
    with explaining(folder):
        folder.mkdir(parents=True, exist_ok=True)
        notes = NotesFolder(folder, document)
        numbers = dict.fromkeys(Outcome, 0)
        kept: list[Path] = []
        for paper in papers:
            outcome, path = notes.put(paper)
            numbers[outcome] += 1
            if outcome is Outcome.KEPT:
                kept.append(Path(path))
        notes.finish()
    return ExportResult(numbers[Outcome.WRITTEN], numbers[Outcome.UNCHANGED], tuple(kept))


def export_single(pieces: Iterator[str], target: Path | TextIO, seal_line: str) -> None:
    """Write the ``pieces`` of one document to a file or a stream.

    A file that is there already is replaced only if it is an export nobody has
    edited since; its folder is made if need be. ``seal_line`` becomes the last
    line of a file, with its digest; where the format has none, the digest is
    remembered elsewhere. A stream is flushed, not closed.

    Raises:
        ExportError: The file or stream cannot be written, or holds somebody's own text.
    """
    if not isinstance(target, Path):
        _stream(pieces, target, Path(str(getattr(target, "name", "the output"))))
    elif target.exists() and not target.is_file():  # a pipe or a device, or a folder: an error
        with explaining(target), target.open("w", encoding="utf-8", newline="") as stream:
            _stream(pieces, stream, target)
    else:
        with explaining(target):
            _replace(target.resolve(), pieces, seal_line)


def _stream(pieces: Iterable[str], stream: TextIO, name: Path) -> None:
    with explaining(name):
        for piece in pieces:
            stream.write(piece)
        stream.flush()


def _replace(path: Path, pieces: Iterator[str], line: str) -> None:
    if path.exists() and not _is_untouched(path, line):
        raise ExportError(
            f"{printable(str(path))} holds text of somebody's own",
            "choose another file name, or move that file away",
        )
    path.parent.mkdir(parents=True, exist_ok=True)
    with replacing(path) as file:
        file.writelines(seal.sealed_pieces(pieces, line))
    if not line:
        remembered.remember(path)


def _is_untouched(path: Path, line: str) -> bool:
    return seal.is_untouched_list(path, line) if line else remembered.is_untouched(path)
