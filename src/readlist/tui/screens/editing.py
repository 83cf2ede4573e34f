"""A form for what a dump got wrong."""

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Input, Label, Static

from readlist.domain import Paper
from readlist.text import printable
from readlist.tui.screens.dialog import Dialog

_FIELDS = ("title", "authors", "year", "venue", "doi", "arxiv_id", "comment")
_LABELS = {"doi": "DOI", "arxiv_id": "arXiv"}


class EditScreen(Dialog[dict[str, str]]):
    """Answers with the fields that were changed, as text."""

    BINDINGS = [
        Binding(
            "ctrl+s", "save", "save", priority=True, id="edit.save", tooltip="Save the changes."
        )
    ]

    def __init__(self, paper: Paper) -> None:
        super().__init__()
        self._shown = {name: _shown(paper, name) for name in _FIELDS}

    def compose(self) -> ComposeResult:
        """Show a line for each field."""
        with VerticalScroll(id="dialog", can_focus=False):
            yield Static("Edit", classes="dialog-title")
            for name, value in self._shown.items():
                with Horizontal(classes="field"):
                    yield Label(_LABELS.get(name, name.capitalize()), classes="field-label")
                    yield Input(value, compact=True, select_on_focus=False, id=f"field-{name}")
            yield Static("authors apart by commas · enter saves · esc", classes="dialog-hint")

    @on(Input.Submitted)
    def action_save(self) -> None:
        """Answer with what was changed."""
        typed = {name: self.query_one(f"#field-{name}", Input).value for name in _FIELDS}
        self.dismiss({name: text for name, text in typed.items() if text != self._shown[name]})


def _shown(paper: Paper, name: str) -> str:
    if name == "authors":
        return printable(", ".join(paper.authors))
    value = getattr(paper, name)
    return "" if value is None else printable(str(value))
