"""``readlist star`` and ``readlist unstar``."""

import argparse

from readlist.cli.commands import add_ids, add_json, open_library
from readlist.cli.output import print_act


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the papers."""
    add_ids(parser)
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """Star the papers, or with the command ``unstar`` remove their star."""
    with open_library(arguments) as library:
        act = library.star(arguments.ids, arguments.command == "star")
    print_act(act, arguments.json)
    return 0
