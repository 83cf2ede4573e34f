"""``readlist undo`` and ``readlist redo``: the last change back, or once more."""

import argparse

from readlist.cli.library import add_json, open_library
from readlist.cli.output import act_data, print_json
from readlist.text import printable


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add nothing but the way to print."""
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """Take back the newest change that stands, or do again the one undone last."""
    undoing = arguments.command == "undo"
    with open_library(arguments) as library:
        act = library.undo() if undoing else library.redo()
    if arguments.json:
        print_json(act_data(act))
    else:
        print(f"{'Undone' if undoing else 'Redone'}: {printable(act.summary)}")
    return 0
