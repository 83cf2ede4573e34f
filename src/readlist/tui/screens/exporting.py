"""Asking where to export to."""

from pathlib import Path

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.widgets import Input, Static

from readlist.text import printable
from readlist.tui.keymap import Keymap
from readlist.tui.paths import PathSuggester
from readlist.tui.screens.dialog import ACCEPT, Dialog

#: The folder that is offered.
FOLDER = "~/readlist-notes"


class ExportScreen(Dialog[Path]):
    """Answers with a folder. ``about`` says what will be exported."""

    BINDINGS = [
        *ACCEPT,
        Binding(
            "tab", "complete", priority=True, id="export.complete", tooltip="Complete the path."
        ),
    ]

    def __init__(self, keymap: Keymap, about: str) -> None:
        super().__init__(keymap)
        self._about = about

    def compose(self) -> ComposeResult:
        """Show what is exported, and the line for the folder."""
        with Vertical(id="dialog"):
            yield Static("Export as Markdown", classes="dialog-title")
            yield Static(printable(self._about), markup=False, classes="dialog-about")
            yield Static("A file a paper, with its note. Files edited by hand are kept.",
                         classes="dialog-muted")  # fmt: skip
            yield Input(FOLDER, suggester=PathSuggester(), select_on_focus=True)
            yield self.hint("tab completes · {open} exports to this folder · {back} closes")

    def action_complete(self) -> None:
        """Take the suggestion."""
        self.query_one(Input).action_cursor_right()

    def action_accept(self) -> None:
        """Answer with the folder that was typed, if one was."""
        if typed := self.query_one(Input).value.strip():
            self.dismiss(Path(typed).expanduser())
