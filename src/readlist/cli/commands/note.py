"""``readlist note``: print, edit, append to or replace the note on a paper; its history."""

import argparse
import sys

from readlist import note_template
from readlist.cli.arguments import add_id, add_json, open_library
from readlist.cli.output import print_act, print_json
from readlist.cli.terminal import complain, is_terminal, styled
from readlist.domain import Act, NoteRevision
from readlist.editor import edit_text
from readlist.errors import UsageError
from readlist.paths import config_file
from readlist.reading_list import ReadingList
from readlist.reading_list.notes import appended, difference, sittings
from readlist.settings import load
from readlist.text import printable, printable_lines

_STYLES = {"+": "green", "-": "yellow", "@": "cyan"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the paper and the one thing to do with its note."""
    add_id(parser)
    ways = parser.add_mutually_exclusive_group()
    ways.add_argument("--edit", action="store_true", help="edit the note in your editor")
    ways.add_argument("--append", metavar="TEXT", help="add TEXT as a paragraph of its own")
    ways.add_argument("--history", action="store_true", help="list the versions of the note")
    ways.add_argument("--show", metavar="N", type=_version, help="print version N")
    ways.add_argument(
        "--diff", metavar="N", nargs="+", type=_version,
        help="compare version N with version M, or with the current note",
    )  # fmt: skip
    ways.add_argument("--restore", metavar="N", type=_version, help="make version N the note again")
    ways.add_argument("input", metavar="-", nargs="?", help="replace the note with standard input")
    parser.add_argument(
        "--all", action="store_true", help="with --history: list every version saved"
    )
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print the note or its history, or change it and report the change."""
    if arguments.input not in (None, "-"):
        raise UsageError(f"unexpected argument: {arguments.input}", "`-` reads standard input")
    if len(arguments.diff or ()) > 2:
        raise UsageError("--diff compares two versions", "for example --diff 3 5")
    with open_library(arguments) as library:
        if arguments.history or arguments.show or arguments.diff:
            _print_history(library, arguments)
        elif _is_change(arguments):
            print_act(_change(library, arguments), arguments.json)
        else:
            _print_text(library.paper(arguments.id).note or "", as_json=arguments.json)
    return 0


def _is_change(arguments: argparse.Namespace) -> bool:
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
    """Open a note in the editor; a new one starts from the template, which alone is not saved."""
    settings = load(config_file())
    begun = note
    if not note:
        template = note_template.read(settings.note_template, config_file().parent)
        begun = note_template.filled(template, library.paper(paper_id))
    edited = edit_text(begun, settings.editor)
    return None if edited == begun else _merge(library, paper_id, note, edited)


def _merge(library: ReadingList, paper_id: int, base: str, text: str) -> Act | None:
    """Save a note that another process may have changed meanwhile."""
    written = library.merge_note(paper_id, base, text)
    if written.conflicts:
        complain("the same lines were changed elsewhere; both are in it, marked <<<<<<<")
    return written.act


def _standard_input() -> str:
    try:
        text = sys.stdin.buffer.read().decode()
    except UnicodeDecodeError as error:
        raise UsageError("the note is not UTF-8 text", "convert it first") from error
    if "\0" in text:
        raise UsageError("the note holds a NUL character", "a note is text")
    return text


def _version(text: str) -> int:
    """Return a version's number. Raises :class:`UsageError` for anything else."""
    if not (text.isascii() and text.isdigit() and 0 < len(text) < 10 and int(text)):
        raise UsageError(f"not a version's number: {text}", "`--history` shows the numbers")
    return int(text)


def _print_history(library: ReadingList, arguments: argparse.Namespace) -> None:
    """Print the list of versions, one of them, or the difference between two."""
    if arguments.history:
        revisions = library.note_savings(arguments.id)
        _print_revisions(
            revisions if arguments.all else sittings(revisions), len(revisions), arguments
        )
    elif arguments.show:
        _print_text(library.note_version(arguments.id, arguments.show), as_json=arguments.json)
    else:
        lines = _difference(library, arguments.id, arguments.diff)
        if arguments.json:
            print_json(lines)
        else:
            print("\n".join(map(_line, lines)) or "No difference")


def _print_text(text: str, *, as_json: bool) -> None:
    """Print a note as it is, but without what would control a terminal."""
    if as_json:
        print_json(text)
        return
    shown = printable_lines(text) if is_terminal(sys.stdout) else text
    sys.stdout.write(shown if shown.endswith("\n") or not shown else f"{shown}\n")


def _print_revisions(
    revisions: list[NoteRevision], total: int, arguments: argparse.Namespace
) -> None:
    if arguments.json:
        print_json([revision._asdict() for revision in revisions])
        return
    for one in revisions:
        opening = printable(one.opening) if one.size else "(empty)"
        at = one.saved_at[:16].replace("T", " ")
        print(f"{one.number:>5}  {at}  {one.size:>7,} characters  {opening}")
    if len(revisions) < total:
        text = f"{total - len(revisions):,} more were saved in between; --all lists them"
        print(styled(text, "dim"))


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
