"""One file a command, loaded only when it is called, and the arguments that they share.

Each has ``add_arguments(parser)`` and ``run(arguments) -> int``, the exit code.
The table below is all that `--help` needs.
"""

import argparse
from functools import partial
from typing import TYPE_CHECKING

from readlist.errors import UsageError
from readlist.paths import library_file

if TYPE_CHECKING:
    from readlist.reading_list import ReadingList

#: The module of each command in this package, and what the command does, in one line.
COMMANDS = {
    "import": ("import_", "import papers from files, folders or standard input (-)"),
    "imports": ("imports", "list what was imported, and when"),
    "list": ("list_", "list papers: all of them, or those that match a query"),
    "search": ("search", "find the papers you mean, even with typos"),
    "similar": ("search", "find the papers most similar to one"),
    "show": ("show", "show everything known about a paper, and where it came from"),
    "mark": ("mark", "set the status of papers: inbox, to-read, reading, done, skipped"),
    "star": ("star", "star papers"),
    "unstar": ("star", "remove the star from papers"),
    "tag": ("tag", "add and remove tags: tag 3 4 +graphs -todo"),
    "note": ("note", "print, edit, append to or replace the note on a paper"),
    "edit": ("edit", "correct a paper: edit 3 title='A better title' year=2024"),
    "undo": ("undo", "undo the last change, imports included"),
    "redo": ("undo", "redo what was undone last"),
    "history": ("history", "list every change, newest first"),
    "stats": ("stats", "show statistics of the library"),
    "export": ("export", "export papers and notes as Markdown, BibTeX, CSV, JSONL and more"),
    "sync": ("sync", "keep a folder of Markdown notes and the library in sync, both ways"),
    "path": ("path", "show where the database, the settings and the log are"),
    "demo": ("demo", "try readlist with a temporary library of invented papers"),
}


def open_library(arguments: argparse.Namespace, *, create: bool = False) -> "ReadingList":
    """Open the library the command line names; only commands that write create a new one."""
    from readlist.reading_list import ReadingList

    return ReadingList.open(library_file(arguments.db), create=create)


def add_id(parser: argparse.ArgumentParser) -> None:
    """Add the one paper a command is about."""
    parser.add_argument("id", metavar="ID", type=paper_id, help="a paper's number")


def add_ids(parser: argparse.ArgumentParser) -> None:
    """Add the papers a command is about."""
    parser.add_argument("ids", metavar="ID", nargs="+", type=paper_id, help="a paper's number")


def add_json(parser: argparse.ArgumentParser) -> None:
    """Add the option that makes a command print JSON."""
    parser.add_argument("--json", action="store_true", help="print JSON")


def add_dry_run(parser: argparse.ArgumentParser) -> None:
    """Add the option that makes a command write nothing."""
    help = "say what would happen, without writing anything"
    parser.add_argument("--dry-run", action="store_true", help=help)


def add_query(parser: argparse.ArgumentParser) -> None:
    """Add a query, which may come in several words, some of them with a minus before them."""
    help = 'words, "a phrase", -word, status:reading, …'
    parser.add_argument("query", metavar="QUERY", nargs="*", help=help)
    parser.set_defaults(takes_signed_words=True)


def query_of(arguments: argparse.Namespace) -> str:
    """Return the query on the command line as one text."""
    return " ".join([*arguments.query, *arguments.signed_words])


def add_limit(parser: argparse.ArgumentParser, what: str) -> None:
    """Add the most that is printed of ``what``."""
    number = partial(_number, what="a number", hint="write it in digits")
    parser.add_argument("--limit", metavar="N", type=number, help=f"at most N {what}")


def paper_id(text: str) -> int:
    """Return a paper's number. Raises :class:`UsageError` for anything else."""
    return _number(text, "a paper's number", "`readlist list` shows the numbers")


def _number(text: str, what: str, hint: str) -> int:
    """Return a number that SQLite can hold."""
    if not (text.isascii() and text.isdigit() and len(text) <= 18):
        raise UsageError(f"not {what}: {text}", hint)
    return int(text)
