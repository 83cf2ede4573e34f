"""The dialogs that ask for one thing: tags, corrections, one of several, a name, a folder.

And the line for paths as a person types them: several, ``~``, quotes around spaces.
"""

import asyncio
import shlex
from abc import abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import ClassVar, Generic, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.screen import ModalScreen
from textual.suggester import Suggester
from textual.widgets import Input, Label, OptionList, Static

from readlist.domain import Paper
from readlist.text import printable
from readlist.tui.keymap import Keymap, screen_bindings
from readlist.tui.theme import WIDTHS

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

    def action_leave(self) -> None:
        """Close without an answer."""
        self.dismiss(None)


class LineDialog(Dialog[Answer]):
    """Asks for something on one line, under the ``texts`` of :meth:`title_lines`."""

    BINDINGS = [*ACCEPT]

    def __init__(self, keymap: Keymap, texts: Sequence[str], line: Input, hint: str) -> None:
        super().__init__(keymap)
        self._texts = texts
        self._input_line = line
        self._hint_text = hint

    def compose(self) -> ComposeResult:
        """Show the texts, and the line."""
        with Vertical(id="dialog"):
            yield from self.title_lines(*self._texts)
            yield self._input_line
            yield self.hint_line(self._hint_text)

    def action_accept(self) -> None:
        """Answer with what was typed."""
        self.dismiss(self.answer(self._input_line.value.strip()))

    @abstractmethod
    def answer(self, typed: str) -> Answer | None:
        """Return the answer that was ``typed``, if it is one."""


#: The tags to add, and those to remove.
TagChanges = tuple[list[str], list[str]]


class TagDialog(LineDialog[TagChanges]):
    """Asks for tags on one line: ``gnn -old`` adds one and removes the other.

    ``about`` says what is tagged, ``tags`` are those it has, ``known`` those of the library.
    """

    def __init__(
        self, keymap: Keymap, about: str, tags: Sequence[str], known: Sequence[str]
    ) -> None:
        has = " ".join(f"#{tag}" for tag in tags) or "no tags yet"
        line = Input(placeholder="graphs -old", suggester=LastWordSuggester(known))
        hint = "a word adds, -word removes · {open} saves · {back} closes"
        super().__init__(keymap, ("Tags", about, has), line, hint)

    def answer(self, typed: str) -> TagChanges | None:
        """Return the tags that were typed."""
        return read_tags(typed)


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
        Binding("tab,down", "app.focus_next", priority=True, tooltip="The next field."),
        Binding("shift+tab,up", "app.focus_previous", priority=True, tooltip="The field before."),
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


class NameDialog(LineDialog[str]):
    """Asks for a name; answers with what was typed, unless that is nothing."""

    def __init__(self, keymap: Keymap, title: str, about: str, name: str) -> None:
        line = Input(name, placeholder="a name")
        super().__init__(keymap, (title, "", about), line, "{open} saves · {back} closes")

    def answer(self, typed: str) -> str | None:
        """Return the name."""
        return typed or None


class ExportDialog(LineDialog[Path]):
    """Asks for a folder to export to; ``about`` says what will be exported."""

    def __init__(self, keymap: Keymap, about: str) -> None:
        details = "One file per paper, with notes. Files edited by hand are kept."
        hint = "tab completes · {open} exports to this folder · {back} closes"
        line = PathInput("~/readlist-notes")
        super().__init__(keymap, ("Export as Markdown", about, details), line, hint)

    def action_accept(self) -> None:
        """Answer once there is a folder."""
        if self._input_line.value.strip():
            super().action_accept()

    def answer(self, typed: str) -> Path:
        """Return the folder."""
        return Path(typed).expanduser()


#: Completions looked for at most; a folder may hold a million files.
LIMIT = 200


class PathInput(Input):
    """Suggests how the last path on the line may go on, and completes it."""

    BINDINGS = [Binding("tab", "cursor_right", priority=True, tooltip="Complete the path.")]

    @dataclass
    class Completions(Message):
        """The ways in which the last path of ``value`` may go on."""

        value: str
        completions: Sequence[str]

    def __init__(self, value: str = "", *, placeholder: str = "", id: str | None = None) -> None:
        suggester = _PathSuggester(self)
        super().__init__(value, placeholder=placeholder, suggester=suggester, id=id)


class _PathSuggester(Suggester):
    """Completes the last path on a line, and announces all ways to go on."""

    def __init__(self, line: PathInput) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._line = line

    async def get_suggestion(self, value: str) -> str | None:
        """Return ``value`` with its last path completed, if there is a way to go on."""
        found = await asyncio.to_thread(completions, value)
        if value == self._line.value:
            self._line.post_message(PathInput.Completions(value, found))
        begun = _last_word(value)
        if not found or not value.endswith(begun):
            return None
        rest = found[0][len(begun) :]
        return value + rest if shlex.quote(rest) in (rest, "''") else None


def read_paths(text: str) -> list[Path]:
    """Return the paths on a line; one that exists may have spaces without quotes."""
    whole = Path(text.strip()).expanduser()
    with suppress(OSError):  # as of a name that is too long
        if text.strip() and whole.exists():
            return [whole]
    return [Path(word).expanduser() for word in _words(text)]


def completions(text: str) -> list[str]:
    """Return how the last path on the line may go on, as typed; folders end in ``/``."""
    begun = _last_word(text)
    if not begun:
        return []
    folder, slash, stem = begun.rpartition("/")
    names = _names(Path(folder + slash).expanduser(), stem)
    try:
        return sorted(folder + slash + name for name in islice(names, LIMIT))
    except OSError:
        return []


def _names(folder: Path, stem: str) -> Iterator[str]:
    for entry in folder.iterdir():
        hidden = entry.name.startswith(".") and not stem.startswith(".")
        if entry.name.startswith(stem) and not hidden and entry.name.isprintable():
            yield entry.name + "/" * entry.is_dir()


def _last_word(text: str) -> str:
    words = [] if text[-1:].isspace() else _words(text)
    return words[-1] if words else ""


def _words(text: str) -> list[str]:
    try:
        return shlex.split(text)
    except ValueError:  # a quote that is not closed yet
        return shlex.split(text.replace("'", r"\'").replace('"', r"\""))
