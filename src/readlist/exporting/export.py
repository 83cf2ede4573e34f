"""Exports as they are asked for: which papers, in which format or by whose template, where to."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from readlist.errors import UsageError
from readlist.exporting.files import ExportResult, export_folder, export_single
from readlist.exporting.selected import Selected
from readlist.exporting.writers import find_writer, markdown
from readlist.store.database import Database

if TYPE_CHECKING:
    from readlist.exporting.template import Template


def folder(
    database: Database, ids: Sequence[int], path: Path, template: Path | None
) -> ExportResult:
    """Write papers as Markdown into the folder at ``path``, a file each.

    Raises:
        UsageError: The ``template`` cannot be used.
        ExportError: A file cannot be written.
    """
    document = _template(template).document if template else markdown.document
    with database.reading():
        return export_folder(Selected(database, ids).papers(), path, document)


def document(
    database: Database,
    ids: Sequence[int],
    target: Path | TextIO,
    format: str,
    template: Path | None,
) -> None:
    """Write papers as one document.

    Raises:
        UsageError: There is no such ``format``, or the ``template`` cannot be used.
        ExportError: The file or stream cannot be written, or holds somebody's own text.
    """
    writer = find_writer(format)
    if template and format != "markdown":
        raise UsageError(f"a template cannot write {format}", "leave out --format or --template")
    piece = _template(template).piece if template else None
    with database.reading():
        selected = Selected(database, ids)
        pieces = map(piece, selected.papers()) if piece else writer.collection(selected)
        export_single(pieces, target, writer.SEAL)


def _template(path: Path) -> "Template":
    from readlist.exporting.template import Template  # it brings Jinja with it

    return Template(path)
