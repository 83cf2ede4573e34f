"""The widgets of the statistics: bars, columns, and lists of the most of something."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget

from readlist.bars import bar, column_width, columns, thin_bar
from readlist.domain import Statistics, Status, Week
from readlist.text import printable
from readlist.tui.text import counted, fit
from readlist.tui.theme import STATUS_COLOURS, STATUS_LETTERS

#: Lines of the columns, and the lines of the screen from which they are twice as high.
_COLUMN_LINES = 4
_TALL = 40

#: Cells that bars leave to the name before them, if there are so many.
_NAME_CELLS = 24


def status_bar(status: Status, count: int, most: int, *, cells: int, count_cells: int) -> Content:
    """Return a line for the papers with a status: its letter, its name, the number and a bar.

    The bar of ``most`` papers takes ``cells``, the number ``count_cells``.
    """
    colour = f"${STATUS_COLOURS[status]}"
    return Content.assemble(
        (f"{STATUS_LETTERS[status]} ", f"{colour} bold"),
        f"{status.label:<8} {count:>{count_cells},}  ",
        (bar(count, most, cells), colour),
    )


class StatusBars(Widget):
    """The number of papers over a bar for each status."""

    def __init__(self, numbers: Statistics) -> None:
        super().__init__()
        self._numbers = numbers

    def render(self) -> Content:
        """Draw it as wide as there is room."""
        by_status, width = self._numbers.by_status, self.content_size.width
        total = counted(sum(by_status.values()))
        more = f"  {self._numbers.starred:,} starred, {self._numbers.noted:,} with notes"
        heading = Content.assemble((total, "bold"), (fit(more, width - len(total)), "$muted"))
        most = max(by_status.values())
        count_cells = len(f"{most:,}")
        bars = (
            status_bar(status, count, most, cells=width - count_cells - 13, count_cells=count_cells)
            for status, count in by_status.items()
        )
        return Content("\n").join([heading, *bars])

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines it takes."""
        return 1 + len(self._numbers.by_status)


class WeekChart(Widget):
    """Numbers week by week as columns, under the latest and the largest of them."""

    def __init__(
        self, heading: str, weeks: Sequence[Week], numbers: Sequence[int], colour: str
    ) -> None:
        super().__init__()
        self._heading = heading
        self._weeks = weeks
        self._numbers = numbers
        self._colour = colour

    def render(self) -> Content:
        """Draw it as wide as there is room."""
        width, numbers = self.content_size.width, self._numbers
        latest = f"  {numbers[-1]:,} this week, at most {max(numbers):,}"
        latest = fit(latest, width - len(self._heading))
        drawn = columns(numbers, width, self.content_size.height - 2)
        heading = Content.assemble((self._heading, "bold"), (latest, "$muted"))
        chart = [Content.styled(line, f"${self._colour}") for line in drawn]
        return Content("\n").join([heading, *chart, Content.styled(self._axis(width), "$muted")])

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines it takes."""
        return 2 + (_COLUMN_LINES if viewport.height < _TALL else 2 * _COLUMN_LINES)

    def _axis(self, width: int) -> str:
        """Return the days on which the first and the last week shown began."""
        shown = self._weeks[-width:] if width > 0 else []
        if not shown:
            return ""
        cells = column_width(len(self._numbers), width) * len(shown)
        first, last = (date.fromisoformat(week.monday) for week in (shown[0], shown[-1]))
        begin, end = f"{first.day} {first:%b}", f"{last.day} {last:%b}"
        return fit(begin, max(0, cells - len(end))) + end


@dataclass(frozen=True, slots=True)
class Ranked:
    """A line of a ranking: its name, its number, and what picking it means."""

    name: str
    number: int
    answer: str | int


class Ranking(Widget, can_focus=True):
    """A heading over items, the most first; while it has the focus, one is at the cursor."""

    @dataclass
    class Clicked(Message):
        """An item was clicked."""

        answer: str | int

    def __init__(
        self, heading: str, items: Sequence[Ranked], advice: str, *, is_long: bool = False
    ) -> None:
        """Make a ranking; ``advice`` is shown when it has no items.

        One that ``is_long`` ranks titles by days, and has no bars.
        """
        super().__init__(classes="-long" if is_long else None)
        self.can_focus = bool(items)
        self._heading = heading
        self._items = items
        self._advice = advice
        self._is_long = is_long
        self._cursor = 0

    def render(self) -> Content:
        """Draw the heading and a line for each item."""
        items = list(map(self._line, range(len(self._items))))
        lines = items or [Content.styled(self._advice, "$muted")]
        return Content("\n").join([Content.styled(self._heading, "bold"), *lines])

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines it takes."""
        return 1 + max(1, len(self._items))

    def move_cursor(self, steps: int) -> bool:
        """Move the cursor; return ``False`` when there is no item to move to."""
        target = self._cursor + steps
        if not 0 <= target < len(self._items):
            return False
        self._cursor = target
        self.refresh()
        return True

    def place_cursor(self, *, at_end: bool) -> None:
        """Put the cursor on the last item, or on the first."""
        self._cursor = len(self._items) - 1 if at_end else 0

    @property
    def answer(self) -> str | int:
        """What picking the item at the cursor means."""
        return self._items[self._cursor].answer

    def on_click(self, event: events.Click) -> None:
        """Announce the item that was clicked."""
        index = event.y - 1 - self.styles.gutter.top
        if 0 <= index < len(self._items):
            self._cursor = index
            self.post_message(self.Clicked(self.answer))

    def _line(self, index: int) -> Content:
        item, at_cursor = self._items[index], self.has_focus and index == self._cursor
        most = max(one.number for one in self._items)
        unit = " d" if self._is_long else ""
        number_cells = len(f"{most:,}")
        room = self.content_size.width - number_cells - len(unit) - 4
        bar_cells = 0 if self._is_long else max(0, room - _NAME_CELLS)
        drawn = f" {fit(thin_bar(item.number, most, bar_cells - 1), bar_cells - 1)}"
        line = Content.assemble(
            ("▌ " if at_cursor else "  ", "$primary"),
            fit(printable(item.name), room - bar_cells),
            (f"  {item.number:>{number_cells},}{unit}", "$muted"),
            (drawn[:bar_cells], "$primary"),
        )
        return line.stylize("on $block-cursor-background") if at_cursor else line
