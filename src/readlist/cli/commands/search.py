"""``readlist search``: the papers somebody means; ``readlist similar``: those similar to one."""

import argparse
import sys
from collections.abc import Callable, Sequence

from readlist.cli.commands import add_id, add_json, add_limit, add_query, open_library, query_of
from readlist.cli.output import print_json
from readlist.cli.terminal import complain, fit, is_terminal, styled, width
from readlist.domain import Correction, SearchHit, data_of
from readlist.errors import UsageError
from readlist.text import printable

_LIMIT = 10
_SCORE_CELLS = 5

#: Returns where a text holds what was searched for.
Spans = Callable[[str], list[tuple[int, int]]]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the query, or the paper to compare with, and how many papers are wanted."""
    if parser.prog.endswith(" similar"):
        add_id(parser)
    else:
        add_query(parser)
    add_limit(parser, f"papers (default: {_LIMIT})")
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print the best matches."""
    limit = _LIMIT if arguments.limit is None else arguments.limit
    with open_library(arguments) as library:
        if arguments.command == "similar":
            _print_similar(library.similar(arguments.id, limit), arguments)
            return 0
        query = query_of(arguments)
        result = library.search(query, limit)
    if not result.typed:
        raise UsageError("nothing to search for", "for example: readlist search graf nural")
    if arguments.json:
        corrections = [{"from": one.typed, "to": one.held} for one in result.corrections]
        results = [*map(data_of, result.hits)]
        print_json({"query": query, "corrections": corrections, "results": results})
    else:
        _print_corrections(result.corrections)
        _print(result.hits, result.spans)
    return 0


def _print_similar(hits: Sequence[SearchHit], arguments: argparse.Namespace) -> None:
    if arguments.json:
        print_json({"id": arguments.id, "results": [*map(data_of, hits)]})
    else:
        _print(hits, lambda _: [])


def _print_corrections(corrections: Sequence[Correction]) -> None:
    """Print which words were corrected, for people and not for programs."""
    if corrections and is_terminal(sys.stdout):
        text = ", ".join(f"{one.typed} → {one.held}" for one in corrections)
        print(styled(printable(text), "dim"))


def _print(hits: Sequence[SearchHit], spans: Spans) -> None:
    if not hits:
        complain("nothing found")
    elif is_terminal(sys.stdout):
        id_cells = max(len(str(hit.id)) for hit in hits)
        title_cells = max(10, width() - id_cells - _SCORE_CELLS - 4)
        for hit in hits:
            title = _marked(fit(printable(hit.title), title_cells).rstrip(), spans)
            print(f"{hit.id:>{id_cells}}  {styled(f'{hit.score:.3f}', 'dim')}  {title}")
    else:
        for hit in hits:
            print(hit.id, f"{hit.score:.3f}", printable(hit.title), sep="\t")


def _marked(title: str, spans: Spans) -> str:
    """Return a title with what was found in it in bold."""
    pieces, end = [], 0
    for start, stop in spans(title):
        pieces += [title[end:start], styled(title[start:stop], "bold")]
        end = stop
    return "".join([*pieces, title[end:]])
