"""The dialogs that ask for one thing: tags, corrections, one of several, a name, a folder."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import ClassVar, Generic, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.suggester import Suggester
from textual.widgets import Input, Label, OptionList, Static

from readlist.domain import Paper
from readlist.text import printable
from readlist.tui.keymap import Keymap, screen_bindings
from readlist.tui.theme import WIDTHS
from readlist.tui.widgets.path_input import PathInput

Answer = TypeVar("Answer")

#: For dialogs with something to accept. Like the keys of the main screen it is looked at before
#: the focused widget sees the key, so that keys typed fast keep their order.
ACCEPT = screen_bindings({"open": "accept"})


class Dialog(ModalScreen[Answer | None], Generic[Answer]):
    """A box over another screen; the key that goes back closes it without an answer."""

    HORIZONTAL_BREAKPOINTS = WIDTHS
    BINDINGS: ClassVar[list[BindingType]] = screen_bindings({"back": "leave"})

    def __init__(self, keymap: Keymap) -> None:
        super().__init__()
        self.keymap = keymap

    def title_lines(self, title: str, about: str = "", details: str = "") -> ComposeResult:
        """Yield the title, and under it what the dialog is about and the ``details`` of that."""
        for text, name in ((title, "title"), (about, "about"), (details, "muted")):
            if text:
                yield Static(printable(text), markup=False, classes=f"dialog-{name}")

    def hint_line(self, text: str) -> Static:
        """Return the line of keys; ids of actions in braces stand for their keys."""
        return Static(self.keymap.hint(text), markup=False, classes="dialog-hint")

    def change_hint(self, text: str) -> None:
        """Show another line of keys."""
        self.query_one(".dialog-hint", Static).update(self.keymap.hint(text))

    @property
    def typed(self) -> str:
        """What stands on the line of a dialog that has one."""
        return self.query_one(Input).value.strip()

    def action_leave(self) -> None:
        """Close without an answer."""
        self.dismiss(None)


#: The tags to add, and those to remove.
TagChanges = tuple[list[str], list[str]]


class TagDialog(Dialog[TagChanges]):
    """Asks for tags on one line: ``gnn -old`` adds one and removes the other.

    ``about`` says what is tagged, ``tags`` are those it has, ``known`` those of the library.
    """

    BINDINGS = [*ACCEPT]

    def __init__(
        self, keymap: Keymap, about: str, tags: Sequence[str], known: Sequence[str]
    ) -> None:
        super().__init__(keymap)
        self._about = about
        self._tags_now = tags
        self._known = known

    def compose(self) -> ComposeResult:
        """Show what is to be tagged, the tags it has, and the line."""
        with Vertical(id="dialog"):
            tags = " ".join(f"#{tag}" for tag in self._tags_now)
            yield from self.title_lines("Tags", self._about, tags or "no tags yet")
            yield Input(placeholder="graphs -old", suggester=LastWordSuggester(self._known))
            yield self.hint_line("a word adds, -word removes · {open} saves · {back} closes")

    def action_accept(self) -> None:
        """Answer with the tags that were typed."""
        self.dismiss(read_tags(self.typed))


def read_tags(text: str) -> TagChanges | None:
    """Return the tags to add and to remove, or ``None`` when there are none.

    Only their signs are read here: what a tag may be is for the library to say.
    """
    words = [word for word in text.replace(",", " ").split() if word.strip("+-#")]
    added = [word.removeprefix("+") for word in words if not word.startswith("-")]
    removed = [word[1:] for word in words if word.startswith("-")]
    return (added, removed) if words else None


class LastWordSuggester(Suggester):
    """Completes the last word on a line from words that are known, whatever sign it has."""

    def __init__(self, known: Sequence[str]) -> None:
        super().__init__(case_sensitive=True)
        self._known = known

    async def get_suggestion(self, value: str) -> str | None:
        """Return ``value`` with its last word completed, if that is the beginning of one."""
        begun = value.split(" ")[-1].lstrip("-+#").lower()
        found = next((word for word in self._known if begun and word.startswith(begun)), None)
        return value + found[len(begun) :] if found else None


_FIELDS = ("title", "authors", "year", "venue", "doi", "arxiv_id", "comment")
_LABELS = {"doi": "DOI", "arxiv_id": "arXiv"}


class EditDialog(Dialog[dict[str, str]]):
    """A form with the fields of a paper; answers with those that were changed, as text.

    ``typed`` is what was typed before and refused, ``problem`` says why.
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
        self._before = {name: _field_text(paper, name) for name in _FIELDS}
        self._at_start = {**self._before, **typed}
        self._problem = problem

    def compose(self) -> ComposeResult:
        """Show a line for each field."""
        with VerticalScroll(id="dialog", can_focus=False):
            yield from self.title_lines("Edit")
            for name, value in self._at_start.items():
                with Horizontal(classes="field"):
                    yield Label(_LABELS.get(name, name.capitalize()), classes="field-label")
                    yield Input(value, compact=True, select_on_focus=False, id=f"field-{name}")
            if self._problem:
                yield Static(printable(self._problem), markup=False, classes="dialog-problem")
            yield self.hint_line("tab next · commas between authors · {open} saves · {back} closes")

    def on_mount(self) -> None:
        """Begin in the field that the problem is with, or in the first."""
        name = self._problem.partition(":")[0]
        if name in _FIELDS:
            self.set_focus(self.query_one(f"#field-{name}"))

    def action_accept(self) -> None:
        """Answer with what was changed."""
        now = {name: self.query_one(f"#field-{name}", Input).value for name in _FIELDS}
        self.dismiss({name: text for name, text in now.items() if text != self._before[name]})


def _field_text(paper: Paper, name: str) -> str:
    if name == "authors":
        separator = "; " if any("," in author for author in paper.authors) else ", "
        return printable(separator.join(paper.authors))
    value = getattr(paper, name)
    return "" if value is None else printable(str(value))


class PickDialog(Dialog[str]):
    """Answers with one of the texts in ``choices``; the cursor begins at number ``at``."""

    BINDINGS = [
        *ACCEPT,
        *screen_bindings(
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
        self._heading = title
        self._choices = choices
        self._at = at

    def compose(self) -> ComposeResult:
        """Show the choices."""
        with Vertical(id="dialog"):
            yield from self.title_lines(self._heading)
            yield OptionList(*(Content(printable(choice)) for choice in self._choices))
            yield self.hint_line("{move.down} {move.up} move · {open} picks · {back} closes")

    def on_mount(self) -> None:
        """Put the cursor on the choice it begins at."""
        self.query_one(OptionList).highlighted = self._at

    def action_step(self, steps: int) -> None:
        """Move the cursor."""
        options = self.query_one(OptionList)
        at = (options.highlighted or 0) + steps
        options.highlighted = max(0, min(at, len(self._choices) - 1))

    def action_accept(self) -> None:
        """Answer with the choice at the cursor."""
        self.dismiss(self._choices[self.query_one(OptionList).highlighted or 0])

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Answer with the choice that was clicked."""
        self.dismiss(self._choices[event.option_index])


class NameDialog(Dialog[str]):
    """Asks for a name; answers with what was typed, unless that is nothing."""

    BINDINGS = [*ACCEPT]

    def __init__(self, keymap: Keymap, title: str, about: str, name: str) -> None:
        super().__init__(keymap)
        self._heading = title
        self._about = about
        self._name_at_start = name

    def compose(self) -> ComposeResult:
        """Show what is to be named, and the line."""
        with Vertical(id="dialog"):
            yield from self.title_lines(self._heading, details=self._about)
            yield Input(self._name_at_start, placeholder="a name")
            yield self.hint_line("{open} saves · {back} closes")

    def action_accept(self) -> None:
        """Answer with the name."""
        self.dismiss(self.typed or None)


#: The folder that is offered.
FOLDER = "~/readlist-notes"


class ExportDialog(Dialog[Path]):
    """Asks for a folder to export to; ``about`` says what will be exported."""

    BINDINGS = [*ACCEPT]

    def __init__(self, keymap: Keymap, about: str) -> None:
        super().__init__(keymap)
        self._about = about

    def compose(self) -> ComposeResult:
        """Show what is exported, and the line for the folder."""
        with Vertical(id="dialog"):
            details = "One file per paper, with notes. Files edited by hand are kept."
            yield from self.title_lines("Export as Markdown", self._about, details)
            yield PathInput(FOLDER)
            yield self.hint_line("tab completes · {open} exports to this folder · {back} closes")

    def action_accept(self) -> None:
        """Answer with the folder that was typed, if one was."""
        if self.typed:
            self.dismiss(Path(self.typed).expanduser())
