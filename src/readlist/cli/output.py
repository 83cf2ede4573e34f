"""What commands print: JSON for programs; for people, lines and a table that fits the terminal."""

import json
import os
import sys
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, TextIO

from readlist.domain import Act, Paper, PaperRow, TitleSource, data_of
from readlist.text import author_list, json_safe, printable

if TYPE_CHECKING:
    from readlist.reading_list import ReadingList

#: How many rows are read at a time.
_BATCH = 500

_COLUMNS = 80
_STATUS_CELLS = 7
_AUTHOR_CELLS = 22
_LEAST_TITLE_CELLS = 30
_STYLES = {"bold": "1", "dim": "2", "italic": "3", "yellow": "33", "cyan": "36", "green": "32"}


# The terminal


def complain(message: str) -> None:
    """Write one line to standard error."""
    print(f"readlist: {printable(message)}", file=sys.stderr)


def is_terminal(stream: TextIO) -> bool:
    """Return whether ``stream`` is a terminal that can move its cursor."""
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def width() -> int:
    """Return how many cells a line of the terminal has.

    As :func:`shutil.get_terminal_size` does it, which brings all sorts of archives with it.
    """
    chosen = os.environ.get("COLUMNS", "")
    if chosen.isdecimal() and int(chosen):
        return int(chosen)
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or _COLUMNS
    except (OSError, ValueError):  # no terminal, or nothing at all
        return _COLUMNS


def styled(text: str, style: str) -> str:
    """Return ``text`` with colour where there is a style and standard output shows colour."""
    if not style or not is_terminal(sys.stdout) or os.environ.get("NO_COLOR"):
        return text
    return f"\x1b[{_STYLES[style]}m{text}\x1b[0m"


def cells(text: str) -> int:
    """Return how many cells of a terminal line ``text`` takes."""
    return len(text) if text.isascii() else sum(map(_cells_of, text))


def fit(text: str, limit: int) -> str:
    """Return ``text`` in exactly ``limit`` cells: filled with spaces, or cut with an ellipsis."""
    taken = cells(text)
    if taken <= limit:
        return text + " " * (limit - taken)
    kept, used = [], 0
    for letter in text:
        used += _cells_of(letter)
        if used > limit - 1:
            break
        kept.append(letter)
    cut = "".join(kept) + "…"
    return cut + " " * (limit - cells(cut))


def _cells_of(letter: str) -> int:
    if unicodedata.combining(letter) or unicodedata.category(letter) == "Cf":
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


# JSON


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


# Lines


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
