"""What most commands share: a library to open, ids to take, an answer to print."""

import argparse

from readlist.errors import UsageError
from readlist.paths import library_file
from readlist.reading_list import ReadingList


def open_library(arguments: argparse.Namespace, *, create: bool = False) -> ReadingList:
    """Open the library the command line asks for; only commands that write make a new one."""
    return ReadingList.open(library_file(arguments.db), create=create)


def add_ids(parser: argparse.ArgumentParser) -> None:
    """Add the papers a command is about."""
    parser.add_argument("ids", metavar="ID", nargs="+", type=paper_id, help="a paper's number")


def add_json(parser: argparse.ArgumentParser) -> None:
    """Add the switch that makes a command print JSON."""
    parser.add_argument("--json", action="store_true", help="print JSON")


def add_query(parser: argparse.ArgumentParser) -> None:
    """Add a query; the shell may hand it over in several words."""
    parser.add_argument(
        "query", metavar="QUERY", nargs="*", help='words, "a phrase", -word, status:reading, …'
    )


def query_of(arguments: argparse.Namespace) -> str:
    """Return the query the command line asks for as one text."""
    return " ".join([*arguments.query, *arguments.signed_words])


def add_limit(parser: argparse.ArgumentParser, what: str) -> None:
    """Add how many at most are printed."""
    parser.add_argument("--limit", metavar="N", type=_number, help=f"at most N {what}")


def paper_id(text: str) -> int:
    """Return a paper's number. Raises :class:`UsageError` for anything else."""
    if not _is_number(text):
        raise UsageError(f"not a paper's number: {text}", "`readlist list` shows the numbers")
    return int(text)


def _number(text: str) -> int:
    if not _is_number(text):
        raise UsageError(f"not a number: {text}", "write it in digits")
    return int(text)


def _is_number(text: str) -> bool:
    """Tell whether ``text`` is a number that SQLite can hold."""
    return text.isascii() and text.isdigit() and len(text) <= 18
