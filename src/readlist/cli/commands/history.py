"""``readlist history``: every change, newest first."""

import argparse

from readlist.cli.commands import add_json, add_limit, open_library
from readlist.cli.output import print_json_list
from readlist.domain import ActState, data_of
from readlist.text import printable

_STATES = {
    ActState.DONE: "",
    ActState.UNDONE: " (undone)",
    ActState.DROPPED: " (undone, cannot be redone)",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the limit."""
    add_limit(parser, "changes")
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print the changes."""
    with open_library(arguments) as library:
        acts = library.history(arguments.limit)
    if arguments.json:
        print_json_list(data_of(act) for act in acts)
    else:
        for act in acts:
            print(f"{act.id:>5}  {act.at[:16]}  {printable(act.summary)}{_STATES[act.state]}")
    return 0
