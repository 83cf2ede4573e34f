"""What commands print: JSON for programs; for people, lines and a table that fits the terminal."""

import json
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, TextIO

from readlist.cli.terminal import fit, is_terminal, styled, width
from readlist.domain import Act, Paper, PaperRow, TitleSource, data_of
from readlist.text import author_list, json_safe, printable

if TYPE_CHECKING:
    from readlist.reading_list import ReadingList

#: How many rows are read at a time.
_BATCH = 500

_STATUS_CELLS = 7
_AUTHOR_CELLS = 22
_LEAST_TITLE_CELLS = 30


def print_json(value: object) -> None:
    """Print a value as JSON that is safe to show in a terminal."""
    print(_dumps(value, indent=2))


def print_json_list(values: Iterable[object]) -> None:
    """Print a JSON list, one item after another as they come."""
    first = True
    for value in values:
        sys.stdout.write(("[\n  " if first else ",\n  ") + _dumps(value))
        first = False
    print("[]" if first else "\n]")


def paper_data(paper: Paper) -> dict[str, Any]:
    """Return a paper as it appears in JSON."""
    data = data_of(paper)
    del data["finished_at"]  # not among the fields that programs were promised
    data["sources"] = [{"import": source.pop("import_id"), **source} for source in data["sources"]]
    return data


def _dumps(value: object, indent: int | None = None) -> str:
    as_it_is = (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
    return json_safe(json.dumps(value, ensure_ascii=not as_it_is, indent=indent))


def print_act(act: Act | None, as_json: bool) -> None:
    """Print what was done, or that there was nothing to do."""
    if as_json:
        print_json(None if act is None else data_of(act))
    else:
        print(printable(act.summary) if act else "Nothing to change")


def print_rows(library: "ReadingList", ids: Sequence[int], stream: TextIO) -> None:
    """Print the papers with these ids in this order: a table, or for programs fields and tabs."""
    if is_terminal(stream):
        id_cells = max((len(str(paper_id)) for paper_id in ids), default=1)
        line = _table_line(id_cells, width())
    else:
        line = _tabbed_line
    for start in range(0, len(ids), _BATCH):
        for row in library.rows(ids[start : start + _BATCH]):
            print(line(row), file=stream)


def all_authors(paper: Paper | PaperRow) -> str:
    """Return the authors of a paper: ``Ada Byron, Bo Quill et al.``."""
    return printable(author_list(paper.authors, more=paper.more_authors))


def _first_author(row: PaperRow) -> str:
    """Return the authors of a paper in few words: ``Ada Byron et al.``."""
    more = len(row.authors) > 1 or row.more_authors
    return printable(author_list(row.authors[:1], more=more)) if row.authors else ""


def _tabbed_line(row: PaperRow) -> str:
    star = "*" if row.starred else ""
    return "\t".join([str(row.id), row.status, star, printable(row.title), all_authors(row)])


def _table_line(id_cells: int, line_cells: int) -> Callable[[PaperRow], str]:
    """Return what makes a row a line of the table."""
    left = line_cells - id_cells - _STATUS_CELLS - 8
    author_cells = min(_AUTHOR_CELLS, max(0, left - _LEAST_TITLE_CELLS))
    title_cells = max(10, left - author_cells)

    def line(row: PaperRow) -> str:
        derived = row.title_source is TitleSource.DERIVED
        author = _first_author(row)
        title = fit(printable(row.title), title_cells if author else title_cells + author_cells)
        return (
            f"{styled(f'{row.id:>{id_cells}}', 'dim')}  "
            f"{fit(row.status, _STATUS_CELLS)} "
            f"{styled('★', 'yellow') if row.starred else ' '} "
            f"{styled(title, 'italic') if derived else title}  "
            f"{styled(fit(author, author_cells), 'dim') if author else ''}"
        ).rstrip()

    return line
