"""The list of papers, drawn line by line: a hundred thousand cost what a screenful costs."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, starmap, zip_longest
from operator import ne
from typing import Literal

from rich.style import Style
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from readlist.domain import PaperRow, Status
from readlist.tui.listing import Listing
from readlist.tui.text import Spans, no_spans
from readlist.tui.widgets import row_lines
from readlist.tui.widgets.line_scroll import LineScroll
from readlist.tui.widgets.row_cache import RowCache
from readlist.tui.widgets.row_lines import RowState, RowStyles

Density = Literal["comfortable", "compact"]

#: What a row is drawn from: what is known of the paper, and how it stands. ``None`` is no row.
Look = tuple[PaperRow | None, RowState] | None

#: What a line is drawn from: its row, which of the row's lines it is, of how many, and how wide.
Drawn = tuple[Look, int, int, int]


class PaperList(LineScroll, can_focus=True, inherit_bindings=False):
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
        "list--found",
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
        """A paper was clicked; ``times`` is 2 for a double-click."""

        paper_id: int
        times: int

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.listing = Listing()
        self.rows = RowCache()
        self._spans: Spans = no_spans
        self._kept: tuple[int, int] | None = None
        self._looks: list[Look] = []
        self._seen: dict[int, int | None] = {}
        self._pressed: int | None = None
        self._styles: dict[tuple[bool, bool], RowStyles] = {}
        self._drawn: dict[int, tuple[Drawn, Strip]] = {}

    # What it shows

    def relist(self) -> None:
        """Draw again after the listing changed."""
        self.fit(len(self.listing) * self.row_height)
        self.cursor_moved()
        self._want_missing()

    def cursor_moved(self) -> None:
        """Draw again after the cursor moved."""
        self._show_cursor()
        self._draw_changes()

    def show_spans(self, spans: Spans) -> None:
        """Set off what was searched for when the list is drawn next."""
        self._spans = spans

    def show_from(self, line: int, spans: Spans) -> None:
        """Draw another listing as it was, scrolled to ``line``, until the cursor moves."""
        self.show_spans(spans)
        self._kept = self.listing.cursor, line
        self.relist()

    def put_rows(self, rows: Sequence[PaperRow]) -> None:
        """Take rows that were asked for."""
        self.rows.put(rows)
        self._draw_changes()
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

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw lines; those of rows that look as they did are as they were.

        Textual's own way is several times slower: it would add a border, padding and opacity.
        """
        filters, background = self.get_line_filters(), self.background_colors[1]
        width, top, height = self._width, self.scroll_offset.y, self.row_height
        lines: list[Strip] = []
        for y in crop.line_range:
            index, part = divmod(top + y, height)
            look = self._look(index)
            shown = look, part, height, width
            if y not in self._drawn or self._drawn[y][0] != shown:
                line = self._draw(look, part, width)
                for each in filters:
                    line = line.apply_filter(each, background)
                self._drawn[y] = shown, line
            lines.append(self._drawn[y][1].crop(crop.x, crop.right))
        return lines

    def render_line(self, y: int) -> Strip:
        """Draw one line of the screen."""
        index, part = divmod(self.scroll_offset.y + y, self.row_height)
        return self._draw(self._look(index), part, self._width)

    @property
    def _width(self) -> int:
        return self.scrollable_content_region.width

    def _draw(self, look: Look, part: int, width: int) -> Strip:
        if look is None:
            return row_lines.blank(width, self.rich_style)
        row, state = look
        styles = self._row_styles(state)
        if row is None:
            return row_lines.placeholder(width, styles, at_cursor=state.at_cursor)
        if self.density == "compact":
            return row_lines.one_line(row, state, width, styles)
        draw = row_lines.second_line if part else row_lines.first_line
        return draw(row, state, width, styles)

    def _look(self, index: int) -> Look:
        if index >= len(self.listing):
            return None
        is_at = index == self.listing.cursor
        state = RowState(is_at, self.listing.is_selected(index), self._spans)
        return self.rows.get(self.listing.ids[index]), state

    def _draw_changes(self) -> None:
        """Draw the rows in sight that look other than before: mostly the one that was filed."""
        before, self._looks = self._looks, self._looks_in_sight()
        top, row = self._top_row, 0
        for is_other, rows in groupby(starmap(ne, zip_longest(before, self._looks))):
            number = len(list(rows))
            if is_other:  # rows in a row are drawn at once
                self.refresh_lines((top + row) * self.row_height, number * self.row_height)
            row += number

    def _looks_in_sight(self) -> list[Look]:
        return [self._look(self._top_row + place) for place in range(self.page_rows + 2)]

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
            found=self.get_component_rich_style("list--found", partial=True),
            derived=on_base("list--derived"),
            muted=on_base("list--muted"),
            bar=on_base("list--bar"),
            tick=on_base("list--tick"),
            star=on_base("list--star"),
            status={status: on_base(f"list--{status.value}") for status in Status},
        )

    def notify_style_update(self) -> None:
        """Forget what was made from an earlier theme or focus."""
        self._styles.clear()
        self._drawn.clear()
        super().notify_style_update()

    # Scrolling

    def watch_density(self) -> None:
        """Rows have another height: lay them out anew around the cursor."""
        self.relist()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Ask for the rows that came into sight; all of it is drawn."""
        super().watch_scroll_y(old_value, new_value)
        self._looks = self._looks_in_sight()
        self._want_missing()

    def on_resize(self) -> None:
        """Keep the cursor in sight."""
        self.relist()
        self._kept = None
        self._show_cursor()

    def _show_cursor(self) -> None:
        cursor, line = self._kept or (None, 0)
        if cursor == self.listing.cursor:  # there may be less room now than there will be
            self.scroll_to(y=line, animate=False, force=True)
            return
        self._kept = None
        top = self.listing.cursor * self.row_height
        region = Region(0, top, 1, self.row_height)
        self.scroll_to_region(region, animate=False, force=True, x_axis=False)

    @property
    def _top_row(self) -> int:
        return self.scroll_offset.y // self.row_height

    def _want_missing(self) -> None:
        """Ask for rows in sight, and a screenful around them, that are not in the cache."""
        page, top = self.page_rows, self._top_row
        if any(paper_id not in self.rows for paper_id in self._in_sight()):
            around = self.listing.ids[max(0, top - page) : top + 2 * page + 1]
            missing = [paper_id for paper_id in around if paper_id not in self.rows]
            self.post_message(self.RowsWanted(missing))

    def _in_sight(self) -> list[int]:
        return self.listing.ids[self._top_row : self._top_row + self.page_rows + 1].tolist()

    # Mouse

    def drawn(self, lines: range) -> None:
        """Keep in mind which papers are seen: a click means those."""
        self._seen |= {line: self._paper_at(line) for line in lines}

    def _paper_at(self, line: int) -> int | None:
        index = (self.scroll_offset.y + line) // self.row_height
        return self.listing.ids[index] if index < len(self.listing) else None

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Note which paper is seen there: by the time of the click another may be."""
        self._pressed = self._seen.get(event.y)

    def on_click(self, event: events.Click) -> None:
        """Tell which paper was clicked."""
        if self._pressed is not None:
            self.post_message(self.Clicked(self._pressed, event.chain))
