"""Bars and columns out of block letters, and the widgets that draw them.

An eighth of a cell is the finest step.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget

from readlist.domain import Statistics, Week
from readlist.text import printable
from readlist.tui.text import counted, fit
from readlist.tui.theme import STATUS_COLOURS, STATUS_LETTERS

_ACROSS = " ▏▎▍▌▋▊▉█"
_UP = " ▁▂▃▄▅▆▇█"

#: Lines of the columns, and the lines of the screen from which they are twice as high.
_LINES = 4
_TALL = 40

#: Cells of a name that bars leave, if there are so many.
_NAME_CELLS = 24


def bar(number: int, most: int, cells: int) -> str:
    """Return a bar as long as ``number`` is of ``most``, in at most ``cells``; 1 can be seen."""
    if number <= 0 or most <= 0 or cells <= 0:
        return ""
    eighths = max(1, round(min(1.0, number / most) * cells * 8))
    whole, rest = divmod(eighths, 8)
    return _ACROSS[8] * whole + (_ACROSS[rest] if rest else "")


def line(number: int, most: int, cells: int) -> str:
    """Return the same as a thin line: half a cell is its finest step."""
    if number <= 0 or most <= 0 or cells <= 0:
        return ""
    whole, rest = divmod(max(1, round(min(1.0, number / most) * cells * 2)), 2)
    return "━" * whole + "╸" * rest


def columns(numbers: Sequence[int], cells: int, lines: int) -> list[str]:
    """Return columns side by side as lines from the top, each at most ``cells`` wide.

    Columns are as wide as there is room for, with a gap between them if they are
    wider than one cell; if there are too many, the first are left out. A column
    that is not zero can be seen.
    """
    shown = list(numbers[-cells:]) if cells > 0 else []
    if not shown or lines <= 0:
        return []
    most = max(*shown, 1)
    heights = [max(1, round(one / most * lines * 8)) if one > 0 else 0 for one in shown]
    width = column_width(len(shown), cells)
    gap = " " if width > 1 else ""
    return [
        "".join(_slice(height, row) * (width - len(gap)) + gap for height in heights)
        for row in reversed(range(lines))
    ]


def _slice(eighths: int, row: int) -> str:
    """Return what a column of this height shows on a row counted from the bottom."""
    return _UP[max(0, min(8, eighths - 8 * row))]


def column_width(count: int, cells: int) -> int:
    """Return how many cells each of ``count`` columns takes, its gap included."""
    return max(1, cells // max(1, count))


class Chart(Widget):
    """A heading with the latest number, columns, and the day of the first of them."""

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
        told = f"  {numbers[-1]:,} this week, at most {max(numbers):,}"
        lines = [
            Content.assemble(
                (self._heading, "bold"), (fit(told, width - len(self._heading)), "$muted")
            )
        ]
        drawn = columns(numbers, width, self.content_size.height - 2)
        lines += [Content.styled(line, f"${self._colour}") for line in drawn]
        lines.append(Content.styled(self._axis(width), "$muted"))
        return Content("\n").join(lines)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines it takes."""
        return 2 + (_LINES if viewport.height < _TALL else 2 * _LINES)

    def _axis(self, width: int) -> str:
        """When the first and the last week shown began."""
        shown = self._weeks[-width:] if width > 0 else []
        if not shown:
            return ""
        cells = column_width(len(self._numbers), width) * len(shown)
        first, last = (date.fromisoformat(week.monday) for week in (shown[0], shown[-1]))
        begin, end = f"{first.day} {first:%b}", f"{last.day} {last:%b}"
        return fit(begin, max(0, cells - len(end))) + end


class StatusBars(Widget):
    """A heading with all papers, and a bar for each status."""

    def __init__(self, numbers: Statistics) -> None:
        super().__init__()
        self._numbers = numbers

    def render(self) -> Content:
        """Draw it as wide as there is room."""
        by_status = self._numbers.by_status
        most, cells = max(by_status.values()), len(f"{max(by_status.values()):,}")
        room = self.content_size.width - cells - 13
        told = f"  {self._numbers.starred:,} starred, {self._numbers.noted:,} with notes"
        total = counted(sum(by_status.values()))
        told = fit(told, self.content_size.width - len(total))
        lines = [Content.assemble((total, "bold"), (told, "$muted"))]
        for status, count in by_status.items():
            colour = f"${STATUS_COLOURS[status]}"
            lines.append(
                Content.assemble(
                    (f"{STATUS_LETTERS[status]} ", f"{colour} bold"),
                    f"{status.label:<8} {count:>{cells},}  ",
                    (bar(count, most, room), colour),
                )
            )
        return Content("\n").join(lines)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines that takes."""
        return 1 + len(self._numbers.by_status)


@dataclass(frozen=True, slots=True)
class Ranked:
    """A thing, its number as a number and in words, and what picking it answers."""

    name: str
    number: int
    told: str
    answer: str | int


class Ranking(Widget, can_focus=True):
    """A heading over the things, the most first; while it has the keys, one is at the cursor."""

    @dataclass
    class Clicked(Message):
        """One of the things was clicked."""

        answer: str | int

    def __init__(
        self,
        heading: str,
        things: Sequence[Ranked],
        nothing: str,
        *,
        bars: bool = True,
        classes: str | None = None,
    ) -> None:
        super().__init__(classes=classes)
        self.can_focus = bool(things)
        self._heading = heading
        self._things = things
        self._nothing = nothing
        self._bars = bars
        self._cursor = 0

    def render(self) -> Content:
        """Draw the heading and a line for each."""
        lines = [Content.styled(self._heading, "bold")]
        if not self._things:
            lines.append(Content.styled(self._nothing, "$muted"))
        lines += [self._line(index, thing) for index, thing in enumerate(self._things)]
        return Content("\n").join(lines)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines that takes."""
        return 1 + max(1, len(self._things))

    def move(self, steps: int) -> bool:
        """Move the cursor; tell whether there was anywhere to go."""
        target = self._cursor + steps
        if not 0 <= target < len(self._things):
            return False
        self._cursor = target
        self.refresh()
        return True

    @property
    def at_cursor(self) -> str | int:
        """What picking the thing at the cursor answers."""
        return self._things[self._cursor].answer

    def begin_at(self, *, end: bool) -> None:
        """Put the cursor at the first thing, or at the last."""
        self._cursor = len(self._things) - 1 if end else 0

    def on_click(self, event: events.Click) -> None:
        """Tell what was clicked."""
        index = event.y - 1 - self.styles.gutter.top
        if 0 <= index < len(self._things):
            self._cursor = index
            self.post_message(self.Clicked(self.at_cursor))

    def _line(self, index: int, thing: Ranked) -> Content:
        at_cursor = self.has_focus and index == self._cursor
        told = max(len(one.told) for one in self._things)
        room = self.content_size.width - told - 4
        drawn = max(0, room - _NAME_CELLS) if self._bars else 0
        most = max(one.number for one in self._things)
        drawn_line = Content.assemble(
            ("▌ " if at_cursor else "  ", "$primary"),
            fit(printable(thing.name), room - drawn),
            (f"  {thing.told:>{told}}", "$muted"),
            (f" {fit(line(thing.number, most, drawn - 1), drawn - 1)}"[:drawn], "$primary"),
        )
        return drawn_line.stylize("on $block-cursor-background") if at_cursor else drawn_line
