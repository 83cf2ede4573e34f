"""Asking for a name."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input, Static

from readlist.text import printable
from readlist.tui.keymap import Keymap
from readlist.tui.screens.dialog import ACCEPT, Dialog


class NameScreen(Dialog[str]):
    """One line for a name; it answers with what was typed, unless that is nothing."""

    BINDINGS = [*ACCEPT]

    def __init__(self, keymap: Keymap, title: str, about: str, name: str) -> None:
        super().__init__(keymap)
        self._title = title
        self._about = about
        self._name = name

    def compose(self) -> ComposeResult:
        """Show what is to be named, and the line."""
        with Vertical(id="dialog"):
            yield Static(self._title, classes="dialog-title")
            yield Static(printable(self._about), markup=False, classes="dialog-muted")
            yield Input(self._name, placeholder="a name")
            yield self.hint("{open} saves · {back} closes")

    def action_accept(self) -> None:
        """Answer with the name."""
        self.dismiss(self.query_one(Input).value.strip() or None)
