"""A short list of things with numbers, each of which can be picked."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget

from readlist.text import printable
from readlist.tui.charts import line
from readlist.tui.wording import fit

#: Cells of a name that bars leave, if there are so many.
_NAME_CELLS = 24


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
