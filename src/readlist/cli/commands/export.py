"""``readlist export``: papers and notes out, as files that other programs read."""

import argparse
import sys
from pathlib import Path

from readlist.cli.library import add_query, open_library, query_of
from readlist.cli.terminal import complain
from readlist.errors import UsageError
from readlist.reading_list import ReadingList
from readlist.text import printable

_STREAM = "-"
_FOLDER = "readlist-notes"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what to export, how, and where to."""
    add_query(parser)
    parser.add_argument("--format", metavar="F", default="markdown", help="markdown (the default)")
    parser.add_argument(
        "--single", action="store_true", help="one document instead of one file per paper"
    )
    parser.add_argument(
        "--output",
        metavar="PATH",
        help=f"where to: a folder ({_FOLDER}), or with --single a file; - is standard output",
    )
    parser.set_defaults(takes_signed_words=True)


def run(arguments: argparse.Namespace) -> int:
    """Export, and say what was written and what was left alone."""
    single = arguments.single or arguments.output == _STREAM
    if not single and arguments.format != "markdown":
        raise UsageError(f"{arguments.format} is one document", "add --single")
    with open_library(arguments) as library:
        if single:
            return _write_document(library, arguments)
        return _write_folder(library, arguments)


def _write_document(library: ReadingList, arguments: argparse.Namespace) -> int:
    to_stream = arguments.output in (None, _STREAM)
    target = sys.stdout if to_stream else Path(arguments.output)
    library.export_document(target, query_of(arguments), format=arguments.format)
    return 0


def _write_folder(library: ReadingList, arguments: argparse.Namespace) -> int:
    folder = Path(arguments.output or _FOLDER)
    result = library.export_folder(folder, query_of(arguments))
    print(f"{printable(str(folder))}: {result.written} written, {result.unchanged} as they were")
    for path in result.kept:
        complain(f"{path}: edited by hand, so left as it is; move it away to export it again")
    return 1 if result.kept else 0
