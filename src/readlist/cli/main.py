"""The entry point: from the command line to a command, from errors to a line and an exit code."""

import argparse
import gc
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from types import ModuleType

from readlist import __version__
from readlist.cli.commands import COMMANDS
from readlist.cli.terminal import complain, width
from readlist.errors import ReadlistError, UsageError
from readlist.paths import library_file

#: Opens the terminal interface on the library at a path and returns the exit code.
OpenInterface = Callable[[Path], int]


def main(argv: Sequence[str], open_interface: OpenInterface) -> int:
    """Run one command and return its exit code: 0 done, 1 not done, 2 wrong usage.

    ``open_interface`` opens the terminal interface on a library and returns its
    exit code; the two faces do not know each other.
    """
    try:
        return _run(list(argv), open_interface)
    except ReadlistError as error:
        complain(str(error))
        return error.exit_code
    except BrokenPipeError:  # the reader of a pipe has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130


def _run(argv: list[str], open_interface: OpenInterface) -> int:
    _check_text(argv)
    if _named(argv):
        gc.set_threshold(50_000)  # most commands make fewer objects, and end without collecting
    argv = ["--help" if word == "-h" else word for word in argv]
    parser = _parser(argv)
    arguments, others = parser.parse_known_args(argv)
    takes_signed_words = getattr(arguments, "takes_signed_words", False)
    if unknown := [one for one in others if one.startswith("--") or not takes_signed_words]:
        parser.error(f"unrecognized arguments: {' '.join(unknown)}")
    arguments.signed_words = others
    arguments.open_interface = open_interface
    if arguments.command is None:
        if sys.stdin.isatty() and sys.stdout.isatty():
            return open_interface(library_file(arguments.db))
        raise UsageError("the interface needs a terminal", "`readlist --help` lists the commands")
    code: int = _module(arguments.command).run(arguments)
    sys.stdout.flush()
    return code


def _check_text(argv: Sequence[str]) -> None:
    """Refuse bytes that are not text, except in the names of files to import."""
    try:
        " ".join(argv).encode()
    except UnicodeEncodeError as error:
        if "import" not in argv:
            hint = "check the terminal's encoding"
            raise UsageError("the command line is not UTF-8 text", hint) from error


def _parser(argv: Sequence[str]) -> argparse.ArgumentParser:
    """Build the parser, with the commands that ``argv`` could mean, or all of them."""
    parser = argparse.ArgumentParser(
        prog="readlist",
        description="A reading list for research papers that lives in the terminal.",
        epilog="Without a command, the terminal interface opens."
        " `readlist COMMAND --help` explains a command.",
        formatter_class=_Help,
    )
    parser.add_argument("--version", action="version", version=f"readlist {__version__}")
    _add_db(parser, default=None)
    commands = parser.add_subparsers(
        dest="command", metavar="COMMAND", title="commands", prog=parser.prog
    )
    named = _named(argv)
    for name in [named] if named else COMMANDS:
        help_line = COMMANDS[name][1]
        # Queries and tags have words such as -hidden: no option may begin with a single dash.
        command = commands.add_parser(
            name,
            help=help_line,
            description=f"{help_line[0].upper()}{help_line[1:]}.",
            add_help=False,
            allow_abbrev=False,
            formatter_class=_Help,
        )
        command.add_argument("--help", action="help", help="show this help and exit (also -h)")
        _add_db(command, default=argparse.SUPPRESS)
        if name in argv:
            _module(name).add_arguments(command)
    return parser


class _Help(argparse.HelpFormatter):
    """Help that is as wide as the terminal."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=width() - 2)


def _named(argv: Sequence[str]) -> str | None:
    """Return the command, if nothing but a database comes before it."""
    words = iter(argv)
    for word in words:
        if word == "--db":
            next(words, None)
        elif not word.startswith("--db="):
            return word if word in COMMANDS else None
    return None


def _add_db(parser: argparse.ArgumentParser, default: str | None) -> None:
    help = "the database file (default: READLIST_DB, else your own)"
    parser.add_argument("--db", metavar="FILE", default=default, help=help)


def _module(name: str) -> ModuleType:
    return import_module(f"readlist.cli.commands.{COMMANDS[name][0]}")
