"""``readlist note``: print, edit, append to or replace a paper's note, and its history."""

import argparse
import sys

from readlist import note_template
from readlist.cli import note_history
from readlist.cli.library import add_json, open_library, paper_id
from readlist.cli.note_history import version_number
from readlist.cli.output import print_act
from readlist.cli.terminal import complain
from readlist.domain import Act
from readlist.editor import edit_text
from readlist.errors import UsageError
from readlist.paths import config_file
from readlist.reading_list import ReadingList
from readlist.reading_list.notes import appended
from readlist.settings import load


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the paper and the one thing to do with its note."""
    parser.add_argument("id", metavar="ID", type=paper_id, help="a paper's number")
    ways = parser.add_mutually_exclusive_group()
    ways.add_argument("--edit", action="store_true", help="edit it in your editor")
    ways.add_argument("--append", metavar="TEXT", help="add TEXT as a paragraph of its own")
    ways.add_argument("--history", action="store_true", help="list the texts it had")
    ways.add_argument("--show", metavar="N", type=version_number, help="print version N")
    ways.add_argument(
        "--diff", metavar="N", nargs="+", type=version_number,
        help="compare version N with version M, or with the note as it is",
    )  # fmt: skip
    ways.add_argument(
        "--restore", metavar="N", type=version_number, help="make version N the note again"
    )
    ways.add_argument("input", metavar="-", nargs="?", help="replace it from standard input")
    parser.add_argument("--all", action="store_true", help="with --history: every text saved")
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print the note or what it was, or change it and say so."""
    if arguments.input not in (None, "-"):
        raise UsageError(f"not understood: {arguments.input}", "`-` reads standard input")
    if len(arguments.diff or ()) > 2:
        raise UsageError("--diff compares two versions", "such as --diff 3 5")
    with open_library(arguments) as library:
        if note_history.is_asked_for(arguments):
            note_history.show(library, arguments)
        elif _is_a_change(arguments):
            print_act(_change(library, arguments), arguments.json)
        else:
            note_history.print_text(library.paper(arguments.id).note or "", as_json=arguments.json)
    return 0


def _is_a_change(arguments: argparse.Namespace) -> bool:
    texts = (arguments.append, arguments.restore, arguments.input)
    return arguments.edit or any(text is not None for text in texts)


def _change(library: ReadingList, arguments: argparse.Namespace) -> Act | None:
    if arguments.restore is not None:
        return library.restore_note(arguments.id, arguments.restore)
    if arguments.input == "-":
        library.paper(arguments.id)
        return library.write_note(arguments.id, _standard_input())
    note = library.paper(arguments.id).note or ""
    if arguments.append is not None:
        return _merge(library, arguments.id, note, appended(note, arguments.append))
    return _edit(library, arguments.id, note)


def _edit(library: ReadingList, paper_id: int, note: str) -> Act | None:
    """Have a note edited; a new one begins with the template, which alone is not saved."""
    settings = load(config_file())
    begun = note
    if not note:
        template = note_template.read(settings.note_template, config_file().parent)
        begun = note_template.filled(template, library.paper(paper_id))
    edited = edit_text(begun, settings.editor)
    return None if edited == begun else _merge(library, paper_id, note, edited)


def _merge(library: ReadingList, paper_id: int, base: str, text: str) -> Act | None:
    """Write a note, which another process may have written meanwhile."""
    written = library.merge_note(paper_id, base, text)
    if written.conflicts:
        complain("the note was changed elsewhere in the same lines; both are in it, marked <<<<<<<")
    return written.act


def _standard_input() -> str:
    try:
        text = sys.stdin.buffer.read().decode()
    except UnicodeDecodeError as error:
        raise UsageError("the note is not UTF-8 text", "convert it first") from error
    if "\0" in text:
        raise UsageError("the note holds a NUL character", "a note is text")
    return text
