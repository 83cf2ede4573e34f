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
    """A box over another screen; the key that goes back leaves it without an answer."""

    HORIZONTAL_BREAKPOINTS = WIDTHS
    BINDINGS: ClassVar[list[BindingType]] = screen_bindings({"back": "leave"})

    def __init__(self, keymap: Keymap) -> None:
        super().__init__()
        self.keymap = keymap

    def hint(self, text: str) -> Static:
        """Return the line that names the keys; ids of actions in braces stand for theirs."""
        return Static(self.keymap.hint(text), markup=False, classes="dialog-hint")

    def action_leave(self) -> None:
        """Close without an answer."""
        self.dismiss(None)


#: The tags to add, and those to remove.
TagWords = tuple[list[str], list[str]]


class TagDialog(Dialog[TagWords]):
    """One line of tags: ``gnn -old`` adds one and removes the other."""

    BINDINGS = [*ACCEPT]

    def __init__(
        self, keymap: Keymap, about: str, tags: Sequence[str], known: Sequence[str]
    ) -> None:
        super().__init__(keymap)
        self._about = about
        self._current_tags = tags
        self._known = known

    def compose(self) -> ComposeResult:
        """Show what is to be tagged, the tags it has, and the line."""
        with Vertical(id="dialog"):
            yield Static("Tags", classes="dialog-title")
            yield Static(printable(self._about), markup=False, classes="dialog-about")
            has = " ".join(f"#{printable(tag)}" for tag in self._current_tags) or "no tags yet"
            yield Static(has, markup=False, classes="dialog-muted")
            yield Input(placeholder="graphs -old", suggester=LastWordSuggester(self._known))
            yield self.hint("a word adds, -word removes · {open} saves · {back} closes")

    def action_accept(self) -> None:
        """Answer with the words that were typed."""
        self.dismiss(read_words(self.query_one(Input).value))


def read_words(text: str) -> TagWords | None:
    """Return the tags to add and to remove, or ``None`` when there are none."""
    words = text.replace(",", " ").split()
    removed = [word[1:] for word in words if word.startswith("-") and len(word) > 1]
    added = [word.lstrip("+#") for word in words if not word.startswith("-")]
    added = [word for word in added if word]
    return (added, removed) if added or removed else None


class LastWordSuggester(Suggester):
    """Completes the last word from words that are known."""

    def __init__(self, known: Sequence[str]) -> None:
        super().__init__(case_sensitive=True)
        self._known = known

    async def get_suggestion(self, value: str) -> str | None:
        """Return ``value`` with its last word completed."""
        last = value.split(" ")[-1]
        begun = last.lstrip("-+#").lower()
        found = next((tag for tag in self._known if begun and tag.startswith(begun)), None)
        return value + found[len(begun) :] if found else None


_FIELDS = ("title", "authors", "year", "venue", "doi", "arxiv_id", "comment")
_LABELS = {"doi": "DOI", "arxiv_id": "arXiv"}


class EditDialog(Dialog[dict[str, str]]):
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


class PickDialog(Dialog[str]):
    """Answers with the text that was picked."""

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
            yield Static(self._heading, classes="dialog-title")
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


class NameDialog(Dialog[str]):
    """One line for a name; it answers with what was typed, unless that is nothing."""

    BINDINGS = [*ACCEPT]

    def __init__(self, keymap: Keymap, title: str, about: str, name: str) -> None:
        super().__init__(keymap)
        self._heading = title
        self._about = about
        self._name = name

    def compose(self) -> ComposeResult:
        """Show what is to be named, and the line."""
        with Vertical(id="dialog"):
            yield Static(self._heading, classes="dialog-title")
            yield Static(printable(self._about), markup=False, classes="dialog-muted")
            yield Input(self._name, placeholder="a name")
            yield self.hint("{open} saves · {back} closes")

    def action_accept(self) -> None:
        """Answer with the name."""
        self.dismiss(self.query_one(Input).value.strip() or None)


#: The folder that is offered.
FOLDER = "~/readlist-notes"


class ExportDialog(Dialog[Path]):
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
            yield PathInput(FOLDER, select_on_focus=True)
            yield self.hint("tab completes · {open} exports to this folder · {back} closes")

    def action_complete(self) -> None:
        """Take the suggestion."""
        self.query_one(PathInput).complete()

    def action_accept(self) -> None:
        """Answer with the folder that was typed, if one was."""
        if typed := self.query_one(Input).value.strip():
            self.dismiss(Path(typed).expanduser())
