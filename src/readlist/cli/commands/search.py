"""``readlist search``: the papers somebody means, however they spelt it; ``similar`` to one."""

import argparse
import sys
from collections.abc import Callable, Sequence

from readlist.cli.library import add_json, add_limit, add_query, open_library, paper_id, query_of
from readlist.cli.output import print_json
from readlist.cli.terminal import complain, fit, is_terminal, styled, width
from readlist.domain import Correction, SearchHit
from readlist.errors import UsageError
from readlist.text import printable

_LIMIT = 10
_SCORE_CELLS = 5

#: Where a title holds what was looked for.
Spans = Callable[[str], list[tuple[int, int]]]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the query, or the paper that others are to be like, and how many are wanted."""
    if parser.prog.endswith(" similar"):
        parser.add_argument("id", metavar="ID", type=paper_id, help="a paper's number")
    else:
        add_query(parser)
        parser.set_defaults(takes_signed_words=True)
    add_limit(parser, f"papers ({_LIMIT})")
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print the best matches."""
    limit = _LIMIT if arguments.limit is None else arguments.limit
    with open_library(arguments) as library:
        if arguments.command == "similar":
            _print_similar(library.similar(arguments.id, limit), arguments)
            return 0
        query = query_of(arguments)
        answer = library.search(query, limit)
    if not answer.typed:
        raise UsageError("nothing to search for", "such as: readlist search graf nural")
    if arguments.json:
        print_json(
            {
                "query": query,
                "corrections": [{"from": one.typed, "to": one.held} for one in answer.corrections],
                "results": [_data(found) for found in answer.hits],
            }
        )
    else:
        _print_corrections(answer.corrections)
        _print(answer.hits, answer.spans)
    return 0


def _print_similar(found: Sequence[SearchHit], arguments: argparse.Namespace) -> None:
    if arguments.json:
        print_json({"id": arguments.id, "results": [_data(one) for one in found]})
    else:
        _print(found, lambda _: [])


def _data(found: SearchHit) -> dict[str, object]:
    return {"id": found.id, "title": found.title, "score": found.score}


def _print_corrections(corrections: Sequence[Correction]) -> None:
    """Say what was read as something else, to a person and not to a program."""
    if corrections and is_terminal(sys.stdout):
        told = ", ".join(f"{one.typed} → {one.held}" for one in corrections)
        print(styled(printable(told), "dim"))


def _print(found: Sequence[SearchHit], spans: Spans) -> None:
    if not found:
        complain("nothing found")
    elif is_terminal(sys.stdout):
        id_cells = max(len(str(one.id)) for one in found)
        title_cells = max(10, width() - id_cells - _SCORE_CELLS - 4)
        for one in found:
            title = _marked(fit(printable(one.title), title_cells).rstrip(), spans)
            print(f"{one.id:>{id_cells}}  {styled(f'{one.score:.3f}', 'dim')}  {title}")
    else:
        for one in found:
            print(one.id, f"{one.score:.3f}", printable(one.title), sep="\t")


def _marked(title: str, spans: Spans) -> str:
    """Return a title with what was found in it set off."""
    pieces, end = [], 0
    for start, stop in spans(title):
        pieces += [title[end:start], styled(title[start:stop], "bold")]
        end = stop
    return "".join([*pieces, title[end:]])
