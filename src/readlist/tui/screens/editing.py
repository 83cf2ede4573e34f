"""A form for what a dump got wrong."""

from collections.abc import Mapping

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Input, Label, Static

from readlist.domain import Paper
from readlist.text import printable
from readlist.tui.keymap import Keymap
from readlist.tui.screens.dialog import ACCEPT, Dialog

_FIELDS = ("title", "authors", "year", "venue", "doi", "arxiv_id", "comment")
_LABELS = {"doi": "DOI", "arxiv_id": "arXiv"}


class EditScreen(Dialog[dict[str, str]]):
    """Answers with the fields that were changed, as text.

    ``typed`` is what was typed before and could not be taken, ``problem`` says why.
    """

    BINDINGS = [
        *ACCEPT,
        Binding(
            "tab,down", "app.focus_next", priority=True, id="edit.next", tooltip="The next field."
        ),
        Binding(
            "shift+tab,up",
            "app.focus_previous",
            priority=True,
            id="edit.previous",
            tooltip="The field before.",
        ),
    ]

    def __init__(
        self, keymap: Keymap, paper: Paper, typed: Mapping[str, str], problem: str
    ) -> None:
        super().__init__(keymap)
        self._shown = {name: _shown(paper, name) for name in _FIELDS}
        self._typed = {**self._shown, **typed}
        self._problem = problem

    def compose(self) -> ComposeResult:
        """Show a line for each field."""
        with VerticalScroll(id="dialog", can_focus=False):
            yield Static("Edit", classes="dialog-title")
            for name, value in self._typed.items():
                with Horizontal(classes="field"):
                    yield Label(_LABELS.get(name, name.capitalize()), classes="field-label")
                    yield Input(value, compact=True, select_on_focus=False, id=f"field-{name}")
            if self._problem:
                yield Static(printable(self._problem), markup=False, classes="dialog-problem")
            yield self.hint("tab next · commas between authors · {open} saves · {back} closes")

    def on_mount(self) -> None:
        """Begin in the field that the problem is with, or in the first."""
        name = self._problem.partition(":")[0]
        if name in _FIELDS:
            self.set_focus(self.query_one(f"#field-{name}"))

    def action_accept(self) -> None:
        """Answer with what was changed."""
        typed = {name: self.query_one(f"#field-{name}", Input).value for name in _FIELDS}
        self.dismiss({name: text for name, text in typed.items() if text != self._shown[name]})


def _shown(paper: Paper, name: str) -> str:
    if name == "authors":
        apart = "; " if any("," in author for author in paper.authors) else ", "
        return printable(apart.join(paper.authors))
    value = getattr(paper, name)
    return "" if value is None else printable(str(value))
