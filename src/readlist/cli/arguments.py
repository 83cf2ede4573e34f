"""The arguments that commands share, and the library they name."""

import argparse

from readlist.errors import UsageError
from readlist.paths import library_file
from readlist.reading_list import ReadingList


def open_library(arguments: argparse.Namespace, *, create: bool = False) -> ReadingList:
    """Open the library the command line names; only commands that write create a new one."""
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
    parser.add_argument(
        "--dry-run", action="store_true", help="say what would happen, without writing anything"
    )


def add_query(parser: argparse.ArgumentParser) -> None:
    """Add a query, which may come in several words, some of them with a minus before them."""
    parser.add_argument(
        "query", metavar="QUERY", nargs="*", help='words, "a phrase", -word, status:reading, …'
    )
    parser.set_defaults(takes_signed_words=True)


def query_of(arguments: argparse.Namespace) -> str:
    """Return the query on the command line as one text."""
    return " ".join([*arguments.query, *arguments.signed_words])


def add_limit(parser: argparse.ArgumentParser, what: str) -> None:
    """Add the most that is printed of ``what``."""
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
    """Return whether ``text`` is a number that SQLite can hold."""
    return text.isascii() and text.isdigit() and len(text) <= 18
