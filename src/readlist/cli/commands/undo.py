"""``readlist undo`` and ``readlist redo``: take the last change back, or make it again."""

import argparse

from readlist.cli.commands import add_json, open_library
from readlist.cli.output import print_json
from readlist.domain import data_of
from readlist.text import printable

add_arguments = add_json


def run(arguments: argparse.Namespace) -> int:
    """Undo the newest change that is not undone yet, or redo the one undone last."""
    undoing = arguments.command == "undo"
    with open_library(arguments) as library:
        act = library.undo() if undoing else library.redo()
    if arguments.json:
        print_json(data_of(act))
    else:
        print(f"{'Undone' if undoing else 'Redone'}: {printable(act.summary)}")
    return 0
