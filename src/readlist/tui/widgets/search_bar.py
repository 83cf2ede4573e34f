"""The line to type a search in."""

from collections.abc import Sequence
from typing import Self

from textual.app import ComposeResult
from textual.content import Content
from textual.geometry import Region
from textual.message import Message
from textual.suggester import SuggestionReady
from textual.widgets import Input, Static

from readlist.domain import Correction
from readlist.text import printable
from readlist.tui.actions import ACTIONS
from readlist.tui.widgets.backdrop import Row


class SearchInput(Input):
    """An input with keys of its own."""

    BINDINGS = [action.binding() for action in ACTIONS if action.where == "search"]

    def refresh(
        self,
        *regions: Region,
        repaint: bool = True,
        layout: bool = False,
        recompose: bool = False,
    ) -> Self:
        """Draw the line without laying out the screen: it keeps its size, whatever is typed."""
        return super().refresh(*regions, repaint=repaint, recompose=recompose)


class SearchBar(Row):
    """Tells that something was typed; leaving the bar is the screen's business."""

    class Typed(Message):
        """The text changed."""

        def can_replace(self, message: Message) -> bool:
            """Only the latest matters."""
            return isinstance(message, SearchBar.Typed)

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.input = SearchInput(
            compact=True, select_on_focus=False, placeholder="words, status:done, -not"
        )
        self._aside = Static("", id="search-aside")
        self._told = Content("")

    def compose(self) -> ComposeResult:
        """Hold a sign, the input, and a place for what is to be said of the query."""
        yield Static("/ ", id="search-sign")
        yield self.input
        yield self._aside

    def set_text(self, text: str) -> None:
        """Put ``text`` in without telling anybody."""
        with self.prevent(Input.Changed):
            self.input.value = text
        self.input.cursor_position = len(text)
        self.show_problem("")

    def show_problem(self, reason: str) -> None:
        """Say why the query cannot be understood, or that it can."""
        self._tell(Content.styled(reason, "$warning"))

    def show_corrections(self, corrections: Sequence[Correction]) -> None:
        """Say which words were read as others; where there is little room, only as which."""
        told = Content(", ").join(map(_correction, corrections))
        if told.cell_length > max(self._aside.content_size.width, 1):
            held = ", ".join(printable(one.held) for one in corrections)
            told = Content.assemble(("→ ", "$muted"), (held, "bold"))
        self._tell(told if corrections else Content(""))

    def suggest(self, completion: str, key: str, *, may_tell: bool) -> None:
        """Show how the text may go on: behind it, or if it would be written anew, beside it."""
        text = self.input.value
        if completion.startswith(text):
            self.input.post_message(SuggestionReady(text, completion))
        elif completion and may_tell:
            last = completion[_same(completion, text) :]
            self._tell(Content.assemble((f"{key} ", "$accent"), (printable(last), "$muted")))

    def _tell(self, told: Content) -> None:
        if told != self._told:
            self._told = told
            self._aside.update(told, layout=False)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Pass on what is typed."""
        event.stop()
        self.post_message(self.Typed())


def _correction(one: Correction) -> Content:
    return Content.assemble((f"{printable(one.typed)} → ", "$muted"), (printable(one.held), "bold"))


def _same(one: str, other: str) -> int:
    """Return how many letters two texts share at their beginning, up to the end of a word."""
    pairs = enumerate(zip(one, other, strict=False))
    same = next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))
    return one.rfind(" ", 0, same) + 1
