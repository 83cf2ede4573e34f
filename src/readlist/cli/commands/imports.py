"""``readlist imports``: what was imported, and when."""

import argparse

from readlist.cli.commands import add_json, open_library
from readlist.cli.output import print_json_list
from readlist.domain import data_of
from readlist.text import printable

add_arguments = add_json


def run(arguments: argparse.Namespace) -> int:
    """Print the imports, newest first."""
    with open_library(arguments) as library:
        records = library.imports()
    if arguments.json:
        print_json_list(
            {"import": one.id, "at": one.at, "sources": [*map(data_of, one.sources)]}
            for one in records
        )
        return 0
    for record in records:
        for source in record.sources:
            counts = f"{source.added} new, {source.updated} updated, {source.unchanged} known"
            place = f"{printable(source.source)} ({source.format})"
            print(f"{record.id:>4}  {record.at[:16]}  {place}: {counts}")
    return 0
