"""``readlist list``: papers, one line each."""

import argparse
import sys

from readlist.cli.commands import add_json, add_limit, add_query, open_library, query_of
from readlist.cli.output import paper_data, print_json_list, print_rows


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the query, the order and the limit."""
    add_query(parser)
    orders = "best (match first), added (newest first), title, author, year, status or queue"
    parser.add_argument("--sort", help=orders)
    add_limit(parser, "papers")
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print the papers."""
    with open_library(arguments) as library:
        query, sort, limit = query_of(arguments), arguments.sort, arguments.limit
        if arguments.json:
            print_json_list(paper_data(paper) for paper in library.papers(query, sort, limit))
        else:
            print_rows(library, library.ids(query, sort, limit), sys.stdout)
    return 0
