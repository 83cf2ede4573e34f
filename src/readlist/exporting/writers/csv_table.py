"""CSV: one line per paper, for spreadsheets and data tools (RFC 4180, UTF-8).

A cell that a spreadsheet would run as a formula gets an apostrophe before it,
as OWASP advises: https://owasp.org/www-community/attacks/CSV_Injection. Lists
are joined by semicolons.
"""

import csv
from collections.abc import Iterator
from io import StringIO

from readlist.domain import Paper
from readlist.exporting.writers import Outgoing
from readlist.text import printable, printable_lines

COLUMNS = (
    *("id", "key", "title", "title_source", "authors", "more_authors", "year", "venue", "doi"),
    *("arxiv_id", "links", "status", "starred", "tags", "added_at", "finished_at"),
    *("comment", "abstract", "note"),
)
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def collection(outgoing: Outgoing) -> Iterator[str]:
    """Yield the line of column names, then one for each paper."""
    yield _line(COLUMNS)
    for paper in outgoing.papers():
        yield _line([_cell(paper, column) for column in COLUMNS])


def _line(cells: list[str] | tuple[str, ...]) -> str:
    line = StringIO()
    csv.writer(line).writerow(cells)
    return line.getvalue()


def _cell(paper: Paper, column: str) -> str:
    value = getattr(paper, column)
    if isinstance(value, int):
        return str(value).lower()
    if isinstance(value, tuple):
        return _harmless(printable("; ".join(value)))
    return _harmless(printable_lines(value or ""))


def _harmless(text: str) -> str:
    return f"'{text}" if text.lstrip().startswith(_FORMULA_STARTS) or text[:1] == "\t" else text
