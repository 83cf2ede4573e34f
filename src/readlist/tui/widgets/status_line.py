"""The line that tells what just happened, and how to take it back."""

from textual.content import Content
from textual.widget import Widget

from readlist.text import printable
from readlist.tui.keymap import DEFAULT_KEYMAP, Keymap
from readlist.tui.text import fit


class StatusLine(Widget):
    """One line: what happened on the left, what can be done about it on the right.

    In what can be done, the id of an action in braces stands for its key.
    """

    def __init__(self, keymap: Keymap = DEFAULT_KEYMAP, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._keymap = keymap
        self._text = ""
        self._hint = ""
        self._spinner = ""
        #: A status line on a screen above, which says the same.
        self.echo: StatusLine | None = None

    def say(self, text: str, hint: str = "") -> None:
        """Tell what happened."""
        self._show(text, hint, is_error=False)

    def complain(self, text: str, hint: str = "") -> None:
        """Tell what went wrong."""
        self._show(f"Error: {text}", hint, is_error=True)

    def spin(self, frame: str) -> None:
        """Show that something takes long by a sign that changes, or with no ``frame`` stop it."""
        if frame != self._spinner:
            self._spinner = frame
            self.refresh()
        if self.echo:
            self.echo.spin(frame)

    @property
    def text(self) -> str:
        """What it says."""
        return self._text

    def _show(self, text: str, hint: str, *, is_error: bool) -> None:
        before = self._text, self._hint
        self._text, self._hint = printable(text), self._keymap.hint(hint)
        self.set_class(is_error, "-error")
        if self.echo:
            self.echo._show(text, hint, is_error=is_error)
        if (self._text, self._hint) != before:
            self.refresh()

    def render(self) -> Content:
        """Draw the line; when there is little room it is the text that is cut, not the hint."""
        spinner = f"{self._spinner} " if self._spinner else ""
        width = self.content_size.width - len(spinner)
        room = width - len(self._hint) - 2 if self._hint else width
        text, hint = fit(self._text, room), (self._hint, "$muted")
        return Content.assemble((spinner, "$accent"), text, "  ", hint)
