"""The two lines at the bottom of a screen: what just happened, and the keys there are."""

from collections.abc import Sequence

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from readlist.text import printable
from readlist.tui.keymap import KeyHint, Keymap
from readlist.tui.library.commands import StatusDisplay
from readlist.tui.text import fit, with_keys

#: Cells between one hint and the next.
_GAP = 2

#: Of so many lines of the screen, one is for keys; three at least.
_SCREEN_LINES_PER_LINE = 10


class StatusLine(Widget):
    """One line: what happened on the left, what can be done about it on the right.

    In the hint, the id of an action in braces stands for its key.
    """

    def __init__(self, keymap: Keymap, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._key_names = keymap.key_names
        self._hint = ""
        self._spinner = ""
        #: What it says.
        self.text = ""
        #: A status line on a screen above, which says the same.
        self.echo: StatusDisplay | None = None

    def say(self, text: str, hint: str = "") -> None:
        """Say what happened."""
        self._show(text, hint, is_error=False)
        if self.echo:
            self.echo.say(text, hint)

    def complain(self, text: str, hint: str = "") -> None:
        """Say what went wrong."""
        self._show(f"Error: {text}", hint, is_error=True)
        if self.echo:
            self.echo.complain(text, hint)

    def spin(self, frame: str) -> None:
        """Show that something takes long by a sign that changes, or with no ``frame`` stop it."""
        if frame != self._spinner:
            self._spinner = frame
            self.refresh()
        if self.echo:
            self.echo.spin(frame)

    def _show(self, text: str, hint: str, *, is_error: bool) -> None:
        before = self.text, self._hint
        self.text, self._hint = printable(text), with_keys(hint, self._key_names)
        self.set_class(is_error, "-error")
        if (self.text, self._hint) != before:
            self.refresh()

    def render(self) -> Content:
        """Draw the line; when there is little room it is the text that is cut, not the hint."""
        spinner = f"{self._spinner} " if self._spinner else ""
        width = self.content_size.width - len(spinner)
        room = width - len(self._hint) - 2 if self._hint else width
        text, hint = fit(self.text, room), (self._hint, "$muted")
        return Content.assemble((spinner, "$accent"), text, "  ", hint)


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
