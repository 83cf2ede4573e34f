"""Keys and what they do, in view at the bottom of a screen."""

from collections.abc import Sequence

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from readlist.tui.keymap import KeyHint

#: Cells between one hint and the next.
_GAP = 2

#: Of so many lines of the screen, one is for keys; three at least.
_SCREEN_LINES_PER_LINE = 10


class KeyBar(Widget):
    """As many hints as fit, each of which can be clicked; the last one is always there.

    ``prominent`` is for screens whose keys are their main matter.
    """

    def __init__(
        self, hints: Sequence[KeyHint], *, prominent: bool = False, id: str | None = None
    ) -> None:
        super().__init__(id=id)
        self._hints = list(hints)
        self._prominent = prominent

    def show(self, hints: Sequence[KeyHint]) -> None:
        """Show other hints."""
        if list(hints) != self._hints:
            self._hints = list(hints)
            self.refresh()

    def render(self) -> Content:
        """Draw the lines."""
        return Content("\n").join(
            Content(" " * _GAP).join(map(self._hint, line)) for line in self._lines()
        )

    def _hint(self, hint: KeyHint) -> Content:
        if self._prominent:
            return Content.assemble((hint.key, f"${hint.colour} bold"), f" {hint.label}")
        return Content.assemble((hint.key, f"${hint.colour}"), (f" {hint.label}", "$muted"))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines the hints take, when the style sheet leaves that to them."""
        most = max(3, viewport.height // _SCREEN_LINES_PER_LINE)
        return len(fit_hints(self._hints, width, most))

    async def on_click(self, event: events.Click) -> None:
        """Run what was clicked."""
        lines = self._lines()
        x, y = event.x - self.styles.gutter.left, event.y - self.styles.gutter.top
        for hint in lines[y] if 0 <= y < len(lines) else ():
            if 0 <= x < hint.cells:
                await self.screen.run_action(hint.run)
                return
            x -= hint.cells + _GAP

    def _lines(self) -> list[list[KeyHint]]:
        return fit_hints(self._hints, self.content_size.width, self.content_size.height)


def fit_hints(hints: Sequence[KeyHint], width: int, most: int) -> list[list[KeyHint]]:
    """Return the hints on at most ``most`` lines: the first ones that fit, and the last of all."""
    *first, last = hints
    while first and len(_flow([*first, last], width)) > most:
        first.pop()
    return _flow([*first, last], width)


def _flow(hints: Sequence[KeyHint], width: int) -> list[list[KeyHint]]:
    """Return the hints line by line, as many on a line as fit ``width``."""
    lines: list[list[KeyHint]] = []
    room = 0
    for hint in hints:
        if not lines or hint.cells > room:
            lines.append([])
            room = width
        lines[-1].append(hint)
        room -= hint.cells + _GAP
    return lines
