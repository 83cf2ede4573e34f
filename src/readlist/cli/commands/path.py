"""``readlist path``: where the program keeps its files."""

import argparse

from readlist.cli.commands import add_json
from readlist.cli.output import print_json
from readlist.paths import config_file, library_file, log_file, state_file

add_arguments = add_json


def run(arguments: argparse.Namespace) -> int:
    """Print the paths, whether the files exist yet or not."""
    places = {
        "database": str(library_file(arguments.db)),
        "config": str(config_file()),
        "state": str(state_file()),
        "log": str(log_file()),
    }
    if arguments.json:
        print_json(places)
    else:
        for name, place in places.items():
            print(f"{name}\t{place}")
    return 0
