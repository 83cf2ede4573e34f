"""The keys of triage, over as many lines as they take: they are always in view."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

_GAP = 2


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
            for line in flowed(self._hints, self.content_size.width)
        )

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines that takes."""
        return len(flowed(self._hints, width))

    async def on_click(self, event: events.Click) -> None:
        """Do what was clicked."""
        lines = flowed(self._hints, self.content_size.width)
        x, y = event.x - self.styles.gutter.left, event.y - self.styles.gutter.top
        for hint in lines[y] if 0 <= y < len(lines) else ():
            if 0 <= x < hint.cells:
                await self.screen.run_action(hint.run)
                return
            x -= hint.cells + _GAP


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
