"""Picking one of several things."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static

from readlist.text import printable
from readlist.tui.borrowing import borrowed
from readlist.tui.keymap import Keymap
from readlist.tui.screens.dialog import ACCEPT, Dialog


class PickScreen(Dialog[str]):
    """Answers with the text that was picked."""

    BINDINGS = [
        *ACCEPT,
        *borrowed(
            {
                "move.down": "step(1)",
                "move.up": "step(-1)",
                "move.first": "step(-1000)",
                "move.last": "step(1000)",
            }
        ),
    ]

    def __init__(self, keymap: Keymap, title: str, choices: Sequence[str], at: int = 0) -> None:
        super().__init__(keymap)
        self._title = title
        self._choices = choices
        self._at = at

    def compose(self) -> ComposeResult:
        """Show the choices."""
        with Vertical(id="dialog"):
            yield Static(self._title, classes="dialog-title")
            yield OptionList(*(Content(printable(choice)) for choice in self._choices))
            yield self.hint("{move.down} {move.up} move · {open} picks · {back} closes")

    def on_mount(self) -> None:
        """Begin at the choice that holds now."""
        self.query_one(OptionList).highlighted = self._at

    def action_step(self, steps: int) -> None:
        """Go to another choice."""
        self._at = max(0, min(self._at + steps, len(self._choices) - 1))
        self.query_one(OptionList).highlighted = self._at

    def action_accept(self) -> None:
        """Answer with the choice one is at."""
        self.dismiss(self._choices[self._at])

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """The mouse or another key went to a choice."""
        self._at = event.option_index

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Answer with the choice."""
        self.dismiss(self._choices[event.option_index])
