"""``readlist edit``: correct what is known of a paper."""

import argparse

from readlist.cli.commands import add_id, add_json, open_library
from readlist.cli.output import print_act
from readlist.errors import UsageError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the paper and the new values."""
    add_id(parser)
    help = (
        "title, authors (separated by ;), abstract, comment, year, venue, doi, arxiv_id or"
        " links; an empty value clears the field"
    )
    parser.add_argument("changes", metavar="FIELD=VALUE", nargs="+", help=help)
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """Save the new values."""
    changes = dict(_pair(change) for change in arguments.changes)
    with open_library(arguments) as library:
        act = library.edit(arguments.id, changes)
    print_act(act, arguments.json)
    return 0


def _pair(change: str) -> tuple[str, str]:
    name, equals, value = change.partition("=")
    if not equals:
        raise UsageError(f"not a change: {change}", "write field=value, for example year=2024")
    return name.strip(), value
