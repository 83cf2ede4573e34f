"""``readlist note``: print, edit, append to or replace a paper's note."""

import argparse
import sys

from readlist.cli.editor import edit_text
from readlist.cli.library import open_library, paper_id
from readlist.cli.output import print_act
from readlist.cli.terminal import is_terminal
from readlist.errors import UsageError
from readlist.paths import config_file
from readlist.settings import load
from readlist.text import printable_lines


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the paper and the one thing to do with its note."""
    parser.add_argument("id", metavar="ID", type=paper_id, help="a paper's number")
    ways = parser.add_mutually_exclusive_group()
    ways.add_argument("--edit", action="store_true", help="edit it in your editor")
    ways.add_argument("--append", metavar="TEXT", help="add TEXT as a paragraph of its own")
    ways.add_argument("input", metavar="-", nargs="?", help="replace it from standard input")


def run(arguments: argparse.Namespace) -> int:
    """Print the note, or change it and say so."""
    if arguments.input not in (None, "-"):
        raise UsageError(f"not understood: {arguments.input}", "`-` reads standard input")
    with open_library(arguments) as library:
        note = library.paper(arguments.id).note or ""
        if arguments.edit:
            text = edit_text(note, load(config_file()).editor)
        elif arguments.append is not None:
            text = _appended(note, arguments.append)
        elif arguments.input == "-":
            text = _standard_input()
        else:
            _print(note)
            return 0
        print_act(library.write_note(arguments.id, text), as_json=False)
    return 0


def _appended(note: str, paragraph: str) -> str:
    return f"{note.rstrip()}\n\n{paragraph}\n".lstrip("\n")


def _standard_input() -> str:
    try:
        text = sys.stdin.buffer.read().decode()
    except UnicodeDecodeError as error:
        raise UsageError("the note is not UTF-8 text", "convert it first") from error
    if "\0" in text:
        raise UsageError("the note holds a NUL character", "a note is text")
    return text


def _print(note: str) -> None:
    """Print the note as it is, but to a terminal nothing that it would obey."""
    text = printable_lines(note) if is_terminal(sys.stdout) else note
    sys.stdout.write(text if text.endswith("\n") or not text else f"{text}\n")
