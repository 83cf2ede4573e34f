"""``readlist note``: print, edit, append to or replace the note on a paper; its history."""

import argparse
import sys

from readlist import note_template
from readlist.cli.commands import add_id, add_json, open_library
from readlist.cli.output import print_act, print_json
from readlist.cli.terminal import complain, is_terminal, styled
from readlist.domain import Act, NoteRevision, data_of
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
    add = parser.add_mutually_exclusive_group().add_argument
    add("--edit", action="store_true", help="edit the note in your editor")
    add("--append", metavar="TEXT", help="add TEXT as a paragraph of its own")
    add("--history", action="store_true", help="list the versions of the note")
    add("--show", metavar="N", type=_version, help="print version N")
    help = "compare version N with version M, or with the current note"
    add("--diff", metavar="N", nargs="+", type=_version, help=help)
    add("--restore", metavar="N", type=_version, help="make version N the note again")
    add("input", metavar="-", nargs="?", help="replace the note with standard input")
    help = "with --history: list every version saved"
    parser.add_argument("--all", action="store_true", help=help)
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print the note or its history, or change it and report the change."""
    if arguments.input not in (None, "-"):
        raise UsageError(f"unexpected argument: {arguments.input}", "`-` reads standard input")
    if len(arguments.diff or ()) > 2:
        raise UsageError("--diff compares two versions", "for example --diff 3 5")
    texts = (arguments.append, arguments.restore, arguments.input)
    with open_library(arguments) as library:
        if arguments.history or arguments.show or arguments.diff:
            _print_history(library, arguments)
        elif arguments.edit or any(text is not None for text in texts):
            print_act(_change(library, arguments), arguments.json)
        else:
            _print_text(library.paper(arguments.id).note or "", as_json=arguments.json)
    return 0


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
        _print_revisions(library.note_savings(arguments.id), arguments)
    elif arguments.show:
        _print_text(library.note_version(arguments.id, arguments.show), as_json=arguments.json)
    else:
        lines = _difference(library, arguments.id, arguments.diff)
        if arguments.json:
            print_json(lines)
        else:
            shown = (styled(printable_lines(line), _STYLES.get(line[:1], "")) for line in lines)
            print("\n".join(shown) or "No difference")


def _print_text(text: str, *, as_json: bool) -> None:
    """Print a note as it is, but without what would control a terminal."""
    if as_json:
        print_json(text)
        return
    shown = printable_lines(text) if is_terminal(sys.stdout) else text
    sys.stdout.write(shown if shown.endswith("\n") or not shown else f"{shown}\n")


def _print_revisions(revisions: list[NoteRevision], arguments: argparse.Namespace) -> None:
    shown = revisions if arguments.all else sittings(revisions)
    if arguments.json:
        print_json([*map(data_of, shown)])
        return
    for one in shown:
        opening = printable(one.opening) if one.size else "(empty)"
        at = one.saved_at[:16].replace("T", " ")
        print(f"{one.number:>5}  {at}  {one.size:>7,} characters  {opening}")
    if more := len(revisions) - len(shown):
        print(styled(f"{more:,} more were saved in between; --all lists them", "dim"))


def _difference(library: ReadingList, paper_id: int, numbers: list[int]) -> list[str]:
    first, *rest = numbers
    before = library.note_version(paper_id, first)
    if rest:
        after, name = library.note_version(paper_id, rest[0]), f"version {rest[0]}"
    else:
        after, name = library.paper(paper_id).note or "", "as it is"
    return difference(before, after, f"version {first}", name)
