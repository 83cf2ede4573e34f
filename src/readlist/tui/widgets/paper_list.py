"""The list of papers, drawn line by line: a hundred thousand cost what a screenful costs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby, starmap, zip_longest
from operator import ne
from typing import Literal

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from readlist.domain import PaperRow, Status, TitleSource
from readlist.text import printable, readable
from readlist.tui import text
from readlist.tui.library.list_controller import ListController
from readlist.tui.text import Spans, marked_segments, no_spans
from readlist.tui.theme import STATUS_LETTERS
from readlist.tui.widgets.paper_pane import LineScroll, steps

Density = Literal["comfortable", "compact"]

#: Cells before the title: the cursor's bar, the tick, the status, the star.
GUTTER = 7

_AUTHOR_CELLS = 20
_LEAST_TITLE_CELLS = 36


#: The styles of a row by what they are for, its background included.
RowStyles = Mapping[str, Style]


@dataclass(frozen=True, slots=True)
class RowState:
    """How a row stands in the list."""

    at_cursor: bool
    selected: bool
    spans: Spans = no_spans


#: What a row is drawn from; ``None`` where there is no row.
RowLook = tuple[PaperRow, RowState] | None


class PaperList(LineScroll, can_focus=True, inherit_bindings=False):
    """Draws the papers of a :class:`ListController`. Who changes them calls :meth:`show_list`."""

    COMPONENT_CLASSES = {
        "list--row",
        "list--cursor",
        "list--selected",
        "list--derived",
        "list--found",
        "list--muted",
        "list--bar",
        "list--tick",
        "list--star",
        *(f"list--{status.value}" for status in Status),
    }

    density: reactive[Density] = reactive("comfortable")

    @dataclass
    class Clicked(Message):
        """A paper was clicked; ``times`` is 2 for a double-click."""

        paper_id: int
        times: int

    def __init__(self, papers: ListController, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._papers = papers
        #: The cursor and the line at the top of a list that is shown again, until the cursor moves.
        self._restored: tuple[int, int] | None = None
        self._looks: list[RowLook] = []
        self._styles_of: dict[tuple[bool, bool], RowStyles] = {}
        self._strips: dict[int, tuple[tuple[RowLook, int, int, int], Strip]] = {}
        self._pressed: int | None = None

    def show_list(self) -> None:
        """Draw again what is listed now."""
        self.fit(len(self._papers.model) * self.row_height)
        self.show_cursor()

    def show_cursor(self) -> None:
        """Draw again after the cursor moved."""
        self._scroll_to_cursor()
        self._refresh_changed_rows()

    def restore(self, scroll_y: int) -> None:
        """Draw another list as it was left, with this line at the top."""
        self._restored = self._papers.model.cursor, scroll_y
        self.show_list()

    def move_cursor(self, how: str) -> bool:
        """Move the cursor as a key says (``down``, ``half_up`` …); return whether it moved."""
        model = self._papers.model
        place = model.cursor + steps(how, self.page_rows, -model.cursor, len(model))
        if place >= len(model):
            self._papers.complete()
        return model.move_to(len(model) - 1 if how == "last" else place)

    @property
    def row_height(self) -> int:
        """Lines of a row."""
        return 2 if self.density == "comfortable" else 1

    @property
    def page_rows(self) -> int:
        """How many rows fit the screen."""
        return max(1, self.scrollable_content_region.height // self.row_height)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw lines; those of rows that look as they did are taken as they were.

        Textual's own way is several times slower: it would add a border, padding and opacity.
        """
        filters, background = self.get_line_filters(), self.background_colors[1]
        width, top, height = (
            self.scrollable_content_region.width,
            self.scroll_offset.y,
            self.row_height,
        )
        looks = dict(enumerate(self._looks, top // height))
        lines: list[Strip] = []
        for y in crop.line_range:
            index, part = divmod(top + y, height)
            look = looks.get(index)
            drawn_from = look, part, height, width
            if y not in self._strips or self._strips[y][0] != drawn_from:
                line = self._draw(look, part, width)
                for each in filters:
                    line = line.apply_filter(each, background)
                self._strips[y] = drawn_from, line
            lines.append(self._strips[y][1].crop(crop.x, crop.right))
        return lines

    def _draw(self, look: RowLook, part: int, width: int) -> Strip:
        if look is None:
            return Strip.blank(width, self.rich_style)
        row, state = look
        styles = self._row_styles(state)
        if self.density == "compact":
            return one_line(row, state, width, styles)
        return (second_line if part else first_line)(row, state, width, styles)

    def _look(self, index: int) -> RowLook:
        model = self._papers.model
        row = self._papers.rows.get(model.ids[index]) if index < len(model) else None
        if row is None:
            return None
        is_at = index == model.cursor
        return row, RowState(is_at, model.is_selected(index), self._papers.spans)

    def _refresh_changed_rows(self) -> None:
        """Draw the rows in sight that look other than before: mostly the one that was filed."""
        before, self._looks = self._looks, self._looks_in_sight()
        top, row = self._top_row, 0
        for is_other, rows in groupby(starmap(ne, zip_longest(before, self._looks))):
            number = len(list(rows))
            if is_other:  # adjacent rows are drawn at once
                self.refresh_lines((top + row) * self.row_height, number * self.row_height)
            row += number

    def _looks_in_sight(self) -> list[RowLook]:
        self._fetch()
        top = self._top_row
        return [self._look(index) for index in range(top, top + self.page_rows + 2)]

    def _fetch(self) -> None:
        """Have the rows in sight at hand."""
        top = self._top_row
        self._papers.fetch(self._papers.model.ids[top : top + self.page_rows + 2])

    def _row_styles(self, state: RowState) -> RowStyles:
        key = (state.at_cursor, state.selected)
        if key not in self._styles_of:
            names = ["list--row"] + ["list--selected"] * state.selected
            names += ["list--cursor"] * state.at_cursor
            base = self.get_component_rich_style(*names)
            parts = {
                name.removeprefix("list--"): self.get_component_rich_style(name, partial=True)
                for name in self.COMPONENT_CLASSES
            }
            styles = {name: base + style for name, style in parts.items()}
            self._styles_of[key] = {**styles, "base": base, "found": parts["found"]}
        return self._styles_of[key]

    def notify_style_update(self) -> None:
        """Forget what was made for another theme, or without the focus."""
        self._styles_of.clear()
        self._strips.clear()
        super().notify_style_update()

    def watch_density(self) -> None:
        """Rows have another height: lay them out again around the cursor."""
        self._restored = None
        self.show_list()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Draw the rows that came into sight; of many, ahead of the scrollbar, which is as slow."""
        self._looks = self._looks_in_sight()
        if abs(new_value - old_value) > self.row_height:
            self.refresh(self.size.region)
            self.call_after_refresh(self._show_position)
        else:
            super().watch_scroll_y(old_value, new_value)

    def _show_position(self) -> None:
        self.vertical_scrollbar.position = self.scroll_y

    def on_resize(self) -> None:
        """Keep the cursor in sight."""
        self.show_list()
        self._restored = None
        self._scroll_to_cursor()

    def _scroll_to_cursor(self) -> None:
        cursor, line = self._restored or (None, 0)
        if cursor == self._papers.model.cursor:  # there may be less room now than there will be
            self.scroll_to(y=line, animate=False, force=True)
            return
        self._restored = None
        region = Region(0, self._papers.model.cursor * self.row_height, 1, self.row_height)
        self.scroll_to_region(region, animate=False, force=True, x_axis=False)

    @property
    def _top_row(self) -> int:
        return self.scroll_offset.y // self.row_height

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Note which paper is there: at the time of the click it may be another."""
        index = (self.scroll_offset.y + event.y) // self.row_height
        ids = self._papers.model.ids
        self._pressed = ids[index] if index < len(ids) else None

    def on_click(self, event: events.Click) -> None:
        """Tell which paper was clicked."""
        if self._pressed is not None:
            self.post_message(self.Clicked(self._pressed, event.chain))


# One row as lines of segments, each exactly as wide as the list


def one_line(row: PaperRow, state: RowState, width: int, styles: RowStyles) -> Strip:
    """Return a row as a single line: title, then authors and year where there is room."""
    authors = _AUTHOR_CELLS if width - GUTTER - _AUTHOR_CELLS - 9 >= _LEAST_TITLE_CELLS else 0
    aside: list[Segment] = []
    if authors:
        names = text.fit(text.short_authors(row), authors)
        year = str(row.year or "").rjust(4)
        aside = [Segment("  ", styles["muted"]), *_muted(names, state, styles)]
        aside.append(Segment(f" {year}", styles["muted"]))
    room = width - GUTTER - sum(piece.cell_length for piece in aside) - 1
    return _strip(
        [*_gutter(row, state, styles), *_title(row, state, room, styles), *aside], width, styles
    )


def first_line(row: PaperRow, state: RowState, width: int, styles: RowStyles) -> Strip:
    """Return the first of a row's two lines: its title, or of one without authors the beginning."""
    room = width - GUTTER - 1
    draw = _title if row.authors else _title_beginning
    return _strip([*_gutter(row, state, styles), *draw(row, state, room, styles)], width, styles)


def second_line(row: PaperRow, state: RowState, width: int, styles: RowStyles) -> Strip:
    """Return the second of a row's two lines.

    It holds the authors, or where there are none the rest of a long title, then
    the year, whether there is a note, and the age.
    """
    parts = (str(row.year or ""), "note" if row.has_note else "", _age(row.added_at))
    aside = " · ".join(filter(None, parts))
    room = width - GUTTER - cell_len(aside) - 3
    pieces = [
        Segment("▌" if state.at_cursor else " ", styles["bar"]),
        Segment(" " * (GUTTER - 1), styles["base"]),
        *_authors_or_rest(row, state, room, width - GUTTER - 1, styles),
        Segment(f"  {aside} ", styles["muted"]),
    ]
    return _strip(pieces, width, styles)


def _gutter(row: PaperRow, state: RowState, styles: RowStyles) -> list[Segment]:
    return [
        Segment("▌" if state.at_cursor else " ", styles["bar"]),
        Segment("✓ " if state.selected else "  ", styles["tick"]),
        Segment(STATUS_LETTERS[row.status], styles[row.status]),
        Segment(" ", styles["base"]),
        Segment("★" if row.starred else " ", styles["star"]),
        Segment(" ", styles["base"]),
    ]


def _title(row: PaperRow, state: RowState, cells: int, styles: RowStyles) -> list[Segment]:
    mark, style = _title_style(row, styles)
    title = text.fit(readable(printable(row.title)), cells - len(mark))
    marked = marked_segments(title, state.spans(title), style, styles["found"])
    return [Segment(mark, styles["muted"]), *marked]


def _title_beginning(
    row: PaperRow, state: RowState, cells: int, styles: RowStyles
) -> list[Segment]:
    """The words of the title that fit the first line."""
    mark, style = _title_style(row, styles)
    begin, _ = _broken(readable(printable(row.title)), cells - len(mark))
    fitting = text.fit(begin, cells - len(mark))
    marked = marked_segments(fitting, state.spans(fitting), style, styles["found"])
    return [Segment(mark, styles["muted"]), *marked]


def _authors_or_rest(
    row: PaperRow, state: RowState, cells: int, title_cells: int, styles: RowStyles
) -> list[Segment]:
    if row.authors:
        return _muted(text.fit(text.authors_within(row, cells), cells), state, styles)
    mark, style = _title_style(row, styles)
    _, rest = _broken(readable(printable(row.title)), title_cells - len(mark))
    fitting = text.fit(" " * len(mark) + rest, cells)
    return marked_segments(fitting, state.spans(fitting), style, styles["found"])


def _muted(shown: str, state: RowState, styles: RowStyles) -> list[Segment]:
    return marked_segments(shown, state.spans(shown), styles["muted"], styles["found"])


def _title_style(row: PaperRow, styles: RowStyles) -> tuple[str, Style]:
    """What stands before a title, and its style: a derived title is told apart."""
    if row.title_source is TitleSource.DERIVED:
        return f"{text.DERIVED_MARK} ", styles["derived"]
    return "", styles["base"]


def _broken(title: str, cells: int) -> tuple[str, str]:
    """Break a title after the last word that fits; a single long word is cut."""
    if cell_len(title) <= cells:
        return title, ""
    begin = set_cell_size(title, cells + 1).rpartition(" ")[0].rstrip()
    return (begin, title[len(begin) :].lstrip()) if begin else (title, "")


def _strip(pieces: Sequence[Segment], width: int, styles: RowStyles) -> Strip:
    return Strip([piece for piece in pieces if piece.text]).adjust_cell_length(
        width, styles["base"]
    )


@lru_cache(maxsize=512)
def _age(added_at: str) -> str:
    """A paper's age; papers of one import share it, and it need not grow while the list is open."""
    return text.age(added_at)
