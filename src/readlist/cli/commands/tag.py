"""``readlist tag``: add and remove tags."""

import argparse

from readlist.cli.commands import add_json, open_library, paper_id
from readlist.cli.output import print_act
from readlist.errors import UsageError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the papers and the tags; tags to remove look like options and are passed separately."""
    parser.usage = "readlist tag [--help] [--db FILE] [--json] ID... +TAG... -TAG..."
    parser.add_argument(
        "words", nargs="+", metavar="ID|+TAG|-TAG", help="papers, and the tags to add or remove"
    )
    add_json(parser)
    parser.set_defaults(takes_signed_words=True)


def run(arguments: argparse.Namespace) -> int:
    """Change the tags."""
    words = [*arguments.words, *arguments.signed_words]
    add = [word[1:] for word in words if word.startswith("+")]
    remove = [word[1:] for word in words if word.startswith("-")]
    ids = [paper_id(word) for word in words if word[:1] not in ("+", "-")]
    if not ids or not (add or remove):
        raise UsageError("tag needs papers and tags", "for example: readlist tag 3 4 +graphs -todo")
    with open_library(arguments) as library:
        act = library.tag(ids, add, remove)
    print_act(act, arguments.json)
    return 0
