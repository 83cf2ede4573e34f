"""``readlist mark``: set the status of papers."""

import argparse

from readlist.cli.commands import add_ids, add_json, open_library
from readlist.cli.output import print_act
from readlist.domain import Status


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the status and the papers."""
    statuses = [status.value for status in Status]
    parser.add_argument("status", metavar="STATUS", choices=statuses, help=", ".join(statuses))
    add_ids(parser)
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """Set the status."""
    with open_library(arguments) as library:
        act = library.mark(arguments.ids, Status(arguments.status))
    print_act(act, arguments.json)
    return 0
