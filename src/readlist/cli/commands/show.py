"""``readlist show``: everything known about a paper, and where it came from."""

import argparse
import textwrap
from collections.abc import Iterator

from readlist.cli.commands import add_id, add_json, open_library
from readlist.cli.output import all_authors, paper_data, print_json
from readlist.cli.terminal import styled, width
from readlist.domain import Paper, TitleSource
from readlist.text import printable, printable_lines

_WIDEST = 92


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the paper."""
    add_id(parser)
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print the paper."""
    with open_library(arguments) as library:
        paper = library.paper(arguments.id)
    if arguments.json:
        print_json(paper_data(paper))
    else:
        print("\n".join(_lines(paper)))
    return 0


def _lines(paper: Paper) -> Iterator[str]:
    measure = min(_WIDEST, width())
    yield from (styled(line, "bold") for line in _wrapped(paper.title, measure))
    yield from _wrapped(all_authors(paper), measure)
    yield ""
    for name, value in _fields(paper):
        yield f"{styled(f'{name:<8}', 'dim')}  {printable(value)}"
    for paragraph in (paper.abstract or "").split("\n\n"):
        yield ""
        yield from _wrapped(paragraph, measure)
    if paper.note:
        yield from ("", styled("Note", "bold"), "", printable_lines(paper.note).rstrip())


def _fields(paper: Paper) -> Iterator[tuple[str, str]]:
    yield "id", f"{paper.id} ({paper.key})"
    yield "status", paper.status + (" ★ starred" if paper.starred else "")
    if paper.title_source is TitleSource.DERIVED:
        yield "title", "derived from the abstract"
    optional = {
        "tags": " ".join(f"#{tag}" for tag in paper.tags),
        "comment": paper.comment,
        "year": str(paper.year or ""),
        "venue": paper.venue,
        "doi": paper.doi,
        "arxiv": paper.arxiv_id,
    }
    yield from ((name, value) for name, value in optional.items() if value)
    yield from (("link", link) for link in paper.links)
    yield "added", paper.added_at
    for source in paper.sources:
        lines = f"lines {source.first_line}-{source.last_line}"
        yield "from", f"{source.source}, {lines} (import {source.import_id}, {source.format})"


def _wrapped(text: str, measure: int) -> list[str]:
    return textwrap.wrap(printable(text), measure, break_long_words=False, break_on_hyphens=False)
