"""The line to type a search in."""

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Static


class SearchBar(Horizontal):
    """Tells that something was typed; leaving the bar is the screen's business."""

    class Typed(Message):
        """The text changed."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.input = Input(
            compact=True, select_on_focus=False, placeholder="words, status:done, -not"
        )

    def compose(self) -> ComposeResult:
        """Hold a sign, the input, and a place for what is wrong with the query."""
        yield Static("/ ", id="search-sign")
        yield self.input
        yield Static("", id="search-problem", markup=False)

    def set_text(self, text: str) -> None:
        """Put ``text`` in without telling anybody."""
        with self.prevent(Input.Changed):
            self.input.value = text
        self.input.cursor_position = len(text)
        self.show_problem("")

    def show_problem(self, reason: str) -> None:
        """Say why the query cannot be understood, or that it can."""
        self.query_one("#search-problem", Static).update(reason)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Pass on what is typed."""
        event.stop()
        self.post_message(self.Typed())
