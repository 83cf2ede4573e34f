"""``readlist export``: papers and notes as files that other programs read."""

import argparse
import sys
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

from readlist.cli.commands import add_query, open_library, query_of
from readlist.cli.terminal import complain
from readlist.reading_list import ReadingList
from readlist.text import printable

_STREAM = "-"
_FOLDER = "readlist-notes"
_MARKDOWN = "markdown"
_FORMATS = "the format: markdown (the default), bibtex, biblatex, csl-json, ris, csv, jsonl"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what to export, how, and where to."""
    add_query(parser)
    add = parser.add_argument
    add("--format", metavar="F", default=_MARKDOWN, help=_FORMATS)
    help = "Markdown as one document instead of a file per paper"
    add("--single", action="store_true", help=help)
    add("--template", metavar="FILE", type=Path, help="your own template for Markdown")
    help = f"the folder for a file per paper (default: {_FOLDER}), or the file for a single"
    add("--output", metavar="PATH", help=f"{help} document (default: -, standard output)")


def run(arguments: argparse.Namespace) -> int:
    """Export, and report what was written and what was left alone."""
    is_document = arguments.format != _MARKDOWN or arguments.output == _STREAM
    with open_library(arguments) as library:
        if is_document or arguments.single:
            return _write_document(library, arguments)
        return _write_folder(library, arguments)


def _write_document(library: ReadingList, arguments: argparse.Namespace) -> int:
    target: Path | TextIO = sys.stdout
    if arguments.output not in (None, _STREAM):
        target = Path(arguments.output)
    elif isinstance(target, TextIOWrapper):  # as in a file: UTF-8, the line ends of the format
        target.reconfigure(encoding="utf-8", errors="replace", newline="")
    library.export_document(
        target, query_of(arguments), format=arguments.format, template=arguments.template
    )
    return 0


def _write_folder(library: ReadingList, arguments: argparse.Namespace) -> int:
    folder = Path(arguments.output or _FOLDER)
    result = library.export_folder(folder, query_of(arguments), template=arguments.template)
    print(f"{printable(str(folder))}: {result.written} written, {result.unchanged} unchanged")
    for path in result.kept:
        complain(f"{path}: edited by hand, so it was left alone; move it away to export it again")
    return 1 if result.kept else 0
