"""Picking one of several things."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static

from readlist.text import printable
from readlist.tui.screens.dialog import Dialog


class PickScreen(Dialog[str]):
    """Answers with the text that was picked."""

    def __init__(self, title: str, choices: Sequence[str]) -> None:
        super().__init__()
        self._title = title
        self._choices = choices

    def compose(self) -> ComposeResult:
        """Show the choices."""
        with Vertical(id="dialog"):
            yield Static(self._title, classes="dialog-title")
            yield OptionList(*(Content(printable(choice)) for choice in self._choices))
            yield Static("enter picks · esc", classes="dialog-hint")

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Answer with the choice."""
        self.dismiss(self._choices[event.option_index])
