"""The list of papers, drawn line by line: a hundred thousand cost what a screenful costs."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.timer import Timer

from readlist.domain import PaperRow, Status
from readlist.tui.listing import Listing
from readlist.tui.widgets import row_lines
from readlist.tui.widgets.row_cache import RowCache
from readlist.tui.widgets.row_lines import RowState, RowStyles

#: Seconds without a change after which the scrollbar is made to fit.
PAUSE = 0.2

Density = Literal["comfortable", "compact"]


class PaperList(ScrollView, can_focus=True, inherit_bindings=False):
    """Draws a :class:`~readlist.tui.listing.Listing` from a cache of rows.

    What is not in the cache shows as a placeholder and is asked for with
    :class:`RowsWanted`. Whoever changes the listing calls :meth:`relist`, or
    :meth:`cursor_moved` when only the cursor did.
    """

    COMPONENT_CLASSES = {
        "list--row",
        "list--cursor",
        "list--selected",
        "list--derived",
        "list--muted",
        "list--bar",
        "list--tick",
        "list--star",
        *(f"list--{status.value}" for status in Status),
    }

    density: reactive[Density] = reactive("comfortable")

    @dataclass
    class RowsWanted(Message):
        """Rows on the screen are not known: please look them up."""

        ids: Sequence[int]

    @dataclass
    class Clicked(Message):
        """A row was clicked; ``times`` is 2 for a double-click."""

        index: int
        times: int

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.listing = Listing()
        self.rows = RowCache()
        self._drawn_cursor = 0
        self._fitting: Timer | None = None
        self._styles: dict[tuple[bool, bool], RowStyles] = {}

    # What it shows

    def relist(self) -> None:
        """Draw again after the listing changed."""
        self._fit_soon()
        self._drawn_cursor = self.listing.cursor
        self._show_cursor()
        self.refresh()
        self._want_missing()

    def cursor_moved(self) -> None:
        """Draw the lines the cursor left and came to."""
        old, new = self._drawn_cursor, self.listing.cursor
        self._drawn_cursor = new
        self._show_cursor()
        if self.listing.in_range:
            old, new = min(old, new), max(old, new)
            self.refresh_lines(old * self.row_height, (new - old + 1) * self.row_height)
            return
        for index in {old, new}:
            self.refresh_lines(index * self.row_height, self.row_height)

    def put_rows(self, rows: Sequence[PaperRow]) -> None:
        """Take rows that were asked for."""
        self.rows.put(rows)
        self.refresh()
        self._want_missing()

    def fetch_again(self) -> None:
        """Ask for the rows in sight anew, showing what is known until they come."""
        in_sight = self._in_sight()
        self.rows.keep_only(in_sight)
        if in_sight:
            self.post_message(self.RowsWanted(in_sight))

    @property
    def row_height(self) -> int:
        """Lines a row takes."""
        return 2 if self.density == "comfortable" else 1

    @property
    def page_rows(self) -> int:
        """How many rows fit the screen."""
        return max(1, self.scrollable_content_region.height // self.row_height)

    # Drawing

    def render_line(self, y: int) -> Strip:
        """Draw one line of the screen."""
        width = self.scrollable_content_region.width
        index, part = divmod(self.scroll_offset.y + y, self.row_height)
        if index >= len(self.listing):
            return row_lines.blank(width, self.rich_style)
        state = RowState(index == self.listing.cursor, self.listing.is_selected(index))
        styles = self._row_styles(state)
        row = self.rows.get(self.listing.ids[index])
        if row is None:
            return row_lines.placeholder(width, styles, at_cursor=state.at_cursor)
        if self.density == "compact":
            return row_lines.one_line(row, state, width, styles)
        draw = row_lines.second_line if part else row_lines.first_line
        return draw(row, state, width, styles)

    def _row_styles(self, state: RowState) -> RowStyles:
        key = (state.at_cursor, state.selected)
        if key not in self._styles:
            self._styles[key] = self._make_styles(state)
        return self._styles[key]

    def _make_styles(self, state: RowState) -> RowStyles:
        names = ["list--row"] + ["list--selected"] * state.selected
        names += ["list--cursor"] * state.at_cursor
        base = self.get_component_rich_style(*names)

        def on_base(name: str) -> Style:
            return base + self.get_component_rich_style(name, partial=True)

        return RowStyles(
            base=base,
            title=base,
            derived=on_base("list--derived"),
            muted=on_base("list--muted"),
            bar=on_base("list--bar"),
            tick=on_base("list--tick"),
            star=on_base("list--star"),
            status={status: on_base(f"list--{status.value}") for status in Status},
        )

    def notify_style_update(self) -> None:
        """Forget the styles made from an earlier theme or focus."""
        self._styles.clear()
        super().notify_style_update()

    # Scrolling

    def watch_density(self) -> None:
        """Rows have another height: lay them out anew around the cursor."""
        self.relist()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Ask for the rows that came into sight."""
        super().watch_scroll_y(old_value, new_value)
        self._want_missing()

    def on_resize(self) -> None:
        """Keep the cursor in sight."""
        self.relist()

    def _fit_soon(self) -> None:
        """Let the scrollbar know how long the list is: at once, but for a paper or two less.

        That makes Textual lay out the whole screen, which a person who files fast should not wait
        for; until there is a pause the list can be scrolled a line too far.
        """
        lines = len(self.listing) * self.row_height
        if self._fitting:
            self._fitting.stop()
        if 0 < self.virtual_size.height - lines <= 2 * self.row_height and lines > self.size.height:
            self._fitting = self.set_timer(PAUSE, self._fit)
        else:
            self._fit()

    def _fit(self) -> None:
        self._fitting = None
        width = self.scrollable_content_region.width
        self.virtual_size = Size(width, len(self.listing) * self.row_height)

    def _show_cursor(self) -> None:
        top = self.listing.cursor * self.row_height
        region = Region(0, top, 1, self.row_height)
        self.scroll_to_region(region, animate=False, force=True, x_axis=False)

    def _want_missing(self) -> None:
        """Ask for rows in sight, and a screenful around them, that are not in the cache."""
        page, top = self.page_rows, self.scroll_offset.y // self.row_height
        if any(paper_id not in self.rows for paper_id in self._in_sight()):
            around = self.listing.ids[max(0, top - page) : top + 2 * page + 1]
            missing = [paper_id for paper_id in around if paper_id not in self.rows]
            self.post_message(self.RowsWanted(missing))

    def _in_sight(self) -> list[int]:
        top = self.scroll_offset.y // self.row_height
        return self.listing.ids[top : top + self.page_rows + 1].tolist()

    # Mouse

    def on_click(self, event: events.Click) -> None:
        """Tell which row was clicked."""
        index = (event.y + self.scroll_offset.y) // self.row_height
        if index < len(self.listing):
            self.post_message(self.Clicked(index, event.chain))
