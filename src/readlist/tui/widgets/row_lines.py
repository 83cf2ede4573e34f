"""One row of the paper list as lines of segments, each exactly as wide as the list."""

from dataclasses import dataclass
from functools import lru_cache

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from readlist.domain import PaperRow, Status, TitleSource
from readlist.text import printable
from readlist.tui.text import (
    DERIVED_MARK,
    Spans,
    age,
    authors_within,
    fit,
    marked_segments,
    no_spans,
    readable,
    short_authors,
)
from readlist.tui.theme import STATUS_LETTERS

#: Cells before the title: the cursor's bar, the tick, the status, the star.
GUTTER = 7

_AUTHOR_CELLS = 20
_LEAST_TITLE_CELLS = 36


@dataclass(frozen=True, slots=True)
class RowStyles:
    """The styles of one row, its background included."""

    base: Style
    found: Style
    title: Style
    derived: Style
    muted: Style
    bar: Style
    tick: Style
    star: Style
    status: dict[Status, Style]


@dataclass(frozen=True, slots=True)
class RowState:
    """How a row stands in the list."""

    at_cursor: bool
    selected: bool
    spans: Spans = no_spans


def one_line(row: PaperRow, state: RowState, width: int, styles: RowStyles) -> Strip:
    """Return a row as a single line: title, then authors and year where there is room."""
    authors = _AUTHOR_CELLS if width - GUTTER - _AUTHOR_CELLS - 9 >= _LEAST_TITLE_CELLS else 0
    aside: list[Segment] = []
    if authors:
        names = fit(short_authors(row), authors)
        year = str(row.year or "").rjust(4)
        aside = [Segment("  ", styles.muted), *_muted(names, state, styles)]
        aside.append(Segment(f" {year}", styles.muted))
    room = width - GUTTER - sum(piece.cell_length for piece in aside) - 1
    title = _title(row, state, room, styles)
    return _strip([*_gutter(row, state, styles), *title, *aside], width, styles)


def first_line(row: PaperRow, state: RowState, width: int, styles: RowStyles) -> Strip:
    """Return the first of a row's two lines: its title."""
    room = width - GUTTER - 1
    draw = _title if row.authors else _title_begins
    title = draw(row, state, room, styles)
    return _strip([*_gutter(row, state, styles), *title], width, styles)


def second_line(row: PaperRow, state: RowState, width: int, styles: RowStyles) -> Strip:
    """Return the second of a row's two lines.

    It tells the authors, or where there are none how a long title goes on, then
    the year, whether there is a note, and the age.
    """
    aside = " · ".join(
        part for part in (str(row.year or ""), "note" if row.has_note else "", _age(row)) if part
    )
    room = width - GUTTER - cell_len(aside) - 3
    pieces = [
        Segment("▌" if state.at_cursor else " ", styles.bar),
        Segment(" " * (GUTTER - 1), styles.base),
        *_authors_or_rest(row, state, room, width - GUTTER - 1, styles),
        Segment(f"  {aside} ", styles.muted),
    ]
    return _strip(pieces, width, styles)


def _title_begins(row: PaperRow, state: RowState, cells: int, styles: RowStyles) -> list[Segment]:
    """The words of the title that fit the first line."""
    mark, style = _title_style(row, styles)
    begin, _ = _broken(readable(printable(row.title)), cells - len(mark))
    fitting = fit(begin, cells - len(mark))
    pieces = marked_segments(fitting, state.spans(fitting), style, styles.found)
    return [Segment(mark, styles.muted), *pieces]


def _authors_or_rest(
    row: PaperRow, state: RowState, cells: int, title_cells: int, styles: RowStyles
) -> list[Segment]:
    if row.authors:
        return _muted(fit(authors_within(row, cells), cells), state, styles)
    mark, style = _title_style(row, styles)
    _, rest = _broken(readable(printable(row.title)), title_cells - len(mark))
    fitting = fit(" " * len(mark) + rest, cells)
    return marked_segments(fitting, state.spans(fitting), style, styles.found)


def _muted(text: str, state: RowState, styles: RowStyles) -> list[Segment]:
    return marked_segments(text, state.spans(text), styles.muted, styles.found)


def _broken(title: str, cells: int) -> tuple[str, str]:
    """Break a title after the last word that fits; one that is a single long word is cut."""
    if cell_len(title) <= cells:
        return title, ""
    begin = set_cell_size(title, cells + 1).rpartition(" ")[0].rstrip()
    return (begin, title[len(begin) :].lstrip()) if begin else (title, "")


def placeholder(width: int, styles: RowStyles, *, at_cursor: bool) -> Strip:
    """Return the line of a row that is still being looked up."""
    pieces = [
        Segment("▌" if at_cursor else " ", styles.bar),
        Segment(f"{'…':>{GUTTER}}", styles.muted),
    ]
    return _strip(pieces, width, styles)


def blank(width: int, style: Style) -> Strip:
    """Return an empty line."""
    return Strip.blank(width, style)


def _gutter(row: PaperRow, state: RowState, styles: RowStyles) -> list[Segment]:
    return [
        Segment("▌" if state.at_cursor else " ", styles.bar),
        Segment("✓ " if state.selected else "  ", styles.tick),
        Segment(STATUS_LETTERS[row.status], styles.status[row.status]),
        Segment(" ", styles.base),
        Segment("★" if row.starred else " ", styles.star),
        Segment(" ", styles.base),
    ]


def _title(row: PaperRow, state: RowState, cells: int, styles: RowStyles) -> list[Segment]:
    mark, style = _title_style(row, styles)
    title = fit(readable(printable(row.title)), cells - len(mark))
    return [
        Segment(mark, styles.muted),
        *marked_segments(title, state.spans(title), style, styles.found),
    ]


def _title_style(row: PaperRow, styles: RowStyles) -> tuple[str, Style]:
    """What stands before a title, and how it is set: a derived one is told apart."""
    if row.title_source is TitleSource.DERIVED:
        return f"{DERIVED_MARK} ", styles.derived
    return "", styles.title


def _strip(pieces: list[Segment], width: int, styles: RowStyles) -> Strip:
    return Strip([piece for piece in pieces if piece.text]).adjust_cell_length(width, styles.base)


def _age(row: PaperRow) -> str:
    return _age_of(row.added_at)


@lru_cache(maxsize=512)
def _age_of(added_at: str) -> str:
    """A paper's age; those of one import share it, and it need not grow while the list is open."""
    return age(added_at)
