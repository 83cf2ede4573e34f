"""Papers as lines: a table that fits the terminal, or fields apart by tabs for other programs."""

from collections.abc import Callable, Sequence
from typing import TextIO

from readlist.cli.terminal import fit, is_terminal, styled, width
from readlist.domain import PaperRow, TitleSource
from readlist.reading_list import ReadingList
from readlist.text import printable

#: Rows read at a time.
BATCH = 500

_STATUS_CELLS = 7
_AUTHOR_CELLS = 22
_LEAST_TITLE_CELLS = 30


def print_rows(library: ReadingList, ids: Sequence[int], stream: TextIO) -> None:
    """Print the papers with these ids, in this order."""
    if is_terminal(stream):
        id_cells = max((len(str(paper_id)) for paper_id in ids), default=1)
        line = _table_line(id_cells, width())
    else:
        line = _tabbed_line
    for start in range(0, len(ids), BATCH):
        for row in library.rows(ids[start : start + BATCH]):
            print(line(row), file=stream)


def names(row: PaperRow) -> str:
    """Return a paper's authors in few words: ``Ada Byron et al.``."""
    if not row.authors:
        return ""
    if len(row.authors) == 1 and not row.more_authors:
        return printable(row.authors[0])
    return f"{printable(row.authors[0])} et al."


def _tabbed_line(row: PaperRow) -> str:
    star = "*" if row.starred else ""
    authors = ", ".join(row.authors) + (" et al." if row.more_authors else "")
    return "\t".join([str(row.id), row.status, star, printable(row.title), printable(authors)])


def _table_line(id_cells: int, line_cells: int) -> Callable[[PaperRow], str]:
    """Return what makes a row a line of the table."""
    left = line_cells - id_cells - _STATUS_CELLS - 8
    author_cells = min(_AUTHOR_CELLS, max(0, left - _LEAST_TITLE_CELLS))
    title_cells = max(10, left - author_cells)

    def line(row: PaperRow) -> str:
        derived = row.title_source is TitleSource.DERIVED
        who = names(row)
        title = fit(printable(row.title), title_cells if who else title_cells + author_cells)
        return (
            f"{styled(f'{row.id:>{id_cells}}', 'dim')}  "
            f"{fit(row.status, _STATUS_CELLS)} "
            f"{styled('★', 'yellow') if row.starred else ' '} "
            f"{styled(title, 'italic') if derived else title}  "
            f"{styled(fit(who, author_cells), 'dim') if who else ''}"
        ).rstrip()

    return line
