"""Printing a note, the texts it had, and how they differ."""

import argparse
import sys

from readlist.cli.output import print_json
from readlist.cli.terminal import is_terminal, styled
from readlist.domain import NoteRevision
from readlist.errors import UsageError
from readlist.reading_list import ReadingList
from readlist.reading_list.notes import difference, sittings
from readlist.text import printable, printable_lines

_STYLES = {"+": "green", "-": "yellow", "@": "cyan"}


def version_number(text: str) -> int:
    """Return a version's number. Raises :class:`UsageError` for anything else."""
    if not (text.isascii() and text.isdigit() and 0 < len(text) < 10 and int(text)):
        raise UsageError(f"not a version's number: {text}", "`--history` shows the numbers")
    return int(text)


def is_asked_for(arguments: argparse.Namespace) -> bool:
    """Tell whether the command line asks for something that the note was."""
    return bool(arguments.history or arguments.show or arguments.diff)


def show(library: ReadingList, arguments: argparse.Namespace) -> None:
    """Print the list of versions, one of them, or how two of them differ."""
    if arguments.history:
        savings = library.note_savings(arguments.id)
        _list(savings if arguments.all else sittings(savings), len(savings), arguments)
    elif arguments.show:
        print_text(library.note_version(arguments.id, arguments.show), as_json=arguments.json)
    else:
        lines = _difference(library, arguments.id, arguments.diff)
        if arguments.json:
            print_json(lines)
        else:
            print("\n".join(map(_line, lines)) or "No difference")


def print_text(text: str, *, as_json: bool) -> None:
    """Print a note as it is, but to a terminal nothing that it would obey."""
    if as_json:
        print_json(text)
        return
    shown = printable_lines(text) if is_terminal(sys.stdout) else text
    sys.stdout.write(shown if shown.endswith("\n") or not shown else f"{shown}\n")


def _list(savings: list[NoteRevision], total: int, arguments: argparse.Namespace) -> None:
    if arguments.json:
        print_json([saving._asdict() for saving in savings])
        return
    for one in savings:
        opening = printable(one.opening) if one.size else "(empty)"
        at = one.saved_at[:16].replace("T", " ")
        print(f"{one.number:>5}  {at}  {one.size:>7,} characters  {opening}")
    if len(savings) < total:
        told = f"{total - len(savings):,} more were saved while these were written: --all"
        print(styled(told, "dim"))


def _difference(library: ReadingList, paper_id: int, numbers: list[int]) -> list[str]:
    first, *rest = numbers
    before = library.note_version(paper_id, first)
    if rest:
        after, name = library.note_version(paper_id, rest[0]), f"version {rest[0]}"
    else:
        after, name = library.paper(paper_id).note or "", "as it is"
    return difference(before, after, f"version {first}", name)


def _line(line: str) -> str:
    style = _STYLES.get(line[:1])
    return styled(printable_lines(line), style) if style else printable_lines(line)
