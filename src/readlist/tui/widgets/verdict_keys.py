"""The keys of a screen over the main one: they are always in view."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

_GAP = 2

#: Of so many lines of the screen, one is for keys; three at least.
_LINES_A_LINE = 10


@dataclass(frozen=True, slots=True)
class Hint:
    """A key, what it does in a word, and the action it runs. ``colour`` is a theme's variable."""

    key: str
    label: str
    run: str
    colour: str = "accent"

    @property
    def cells(self) -> int:
        """How wide it is."""
        return len(self.key) + 1 + len(self.label)


class VerdictKeys(Widget):
    """Keys that can also be clicked."""

    def __init__(self, hints: Sequence[Hint], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._hints = hints

    def render(self) -> Content:
        """Draw the lines."""
        return Content("\n").join(
            Content(" " * _GAP).join(
                Content.assemble((hint.key, f"${hint.colour} bold"), f" {hint.label}")
                for hint in line
            )
            for line in self._lines()
        )

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines that takes."""
        return len(fitting(self._hints, width, max(3, viewport.height // _LINES_A_LINE)))

    def _lines(self) -> list[list[Hint]]:
        return fitting(self._hints, self.content_size.width, self.content_size.height)

    async def on_click(self, event: events.Click) -> None:
        """Do what was clicked."""
        lines = self._lines()
        x, y = event.x - self.styles.gutter.left, event.y - self.styles.gutter.top
        for hint in lines[y] if 0 <= y < len(lines) else ():
            if 0 <= x < hint.cells:
                await self.screen.run_action(hint.run)
                return
            x -= hint.cells + _GAP


def fitting(hints: Sequence[Hint], width: int, most: int) -> list[list[Hint]]:
    """Return the hints line by line, on ``most`` lines: as many as fit, and the last of all."""
    *first, last = hints
    while first and len(flowed([*first, last], width)) > most:
        first.pop()
    return flowed([*first, last], width)


def flowed(hints: Sequence[Hint], width: int) -> list[list[Hint]]:
    """Return the hints line by line, as many on a line as fit ``width``."""
    lines: list[list[Hint]] = []
    room = 0
    for hint in hints:
        if not lines or hint.cells > room:
            lines.append([])
            room = width
        lines[-1].append(hint)
        room -= hint.cells + _GAP
    return lines
