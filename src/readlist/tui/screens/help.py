"""The ``?`` sheet: every key, made from the table of actions."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import ItemGrid, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from readlist.tui.actions import Action, by_group, key_name
from readlist.tui.screens.dialog import Dialog

_KEY_CELLS = 14


class HelpScreen(Dialog[None]):
    """Shows what each key does."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,q", "leave", "leave", id="help.leave", tooltip="Close the sheet."),
        Binding("j", "scroll(1)", "down", id="help.down", tooltip="Scroll down."),
        Binding("k", "scroll(-1)", "up", id="help.up", tooltip="Scroll up."),
    ]

    def compose(self) -> ComposeResult:
        """Show the groups side by side, as many as fit."""
        with VerticalScroll(id="dialog", classes="-large"):
            yield Static("Keys", classes="dialog-title")
            with ItemGrid(min_column_width=50):
                for group, actions in by_group().items():
                    lines = [Content.styled(group.value, "$accent bold"), *map(_line, actions)]
                    yield Static(Content("\n").join(lines), classes="help-group")
            yield Static("esc closes this", classes="dialog-hint")

    def action_scroll(self, lines: int) -> None:
        """Scroll the sheet."""
        self.query_one("#dialog").scroll_relative(y=lines, animate=False)


def _line(action: Action) -> Content:
    keys = " ".join(key_name(key) for key in action.keys)
    return Content.assemble((f"{keys:<{_KEY_CELLS}}", "bold"), (action.help, "$text-muted"))
