"""Textual's own Input and nothing else: what typing into readlist's search bar is measured against.

``python -m tests.benchmarks.input_app`` shows it.
"""

from textual.app import App, ComposeResult
from textual.widgets import Input


class InputApp(App[None]):
    """One line to type in."""

    def compose(self) -> ComposeResult:
        """Show it; its cursor does not blink, so that all it draws is for a key."""
        line = Input(placeholder="A line to type in")
        line.cursor_blink = False
        yield line


if __name__ == "__main__":
    InputApp().run()
