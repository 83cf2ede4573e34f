"""The line to type a search in. What is typed is searched for and completed as it is typed."""

from collections.abc import Callable, Sequence
from typing import Self

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.geometry import Region
from textual.suggester import SuggestionReady
from textual.timer import Timer
from textual.widgets import Input, Static

from readlist.domain import Correction
from readlist.errors import ReadlistError, UsageError
from readlist.reading_list.search import check_query, split_query
from readlist.text import printable
from readlist.tui.actions import ACTIONS
from readlist.tui.library.session import LibrarySession

#: Seconds without a key after which all that is found is read, and a completion is suggested.
PAUSE = 0.4


class SearchInput(Input):
    """An input with keys of its own."""

    BINDINGS = [action.binding() for action in ACTIONS if action.where == "search"]

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> Self:
        """Draw the line without laying out the screen: it keeps its size, whatever is typed."""
        return super().refresh(*regions, repaint=repaint, recompose=recompose)


class SearchBar(Horizontal):
    """Searches a list for what is typed. Leaving the bar is the screen's business."""

    BLANK = True

    def __init__(self, session: LibrarySession, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.input = SearchInput(
            compact=True,
            select_on_focus=False,
            placeholder="words, status:done, -not",
            id="search-input",
        )
        self._papers = session.papers
        self._completion = Completion(self.input, session.worker.reader.completions)
        self._complete_key = session.keymap.hint("{search.complete}")
        self._aside = Static("", id="search-aside")
        self._message = Content("")
        self._pause: Timer | None = None
        self.display = False

    def compose(self) -> ComposeResult:
        """Hold a sign, the input, and a place for what is to be said about the query."""
        yield Static("/ ", id="search-sign")
        yield self.input
        yield self._aside

    @property
    def has_keys(self) -> bool:
        """Whether letters typed now go into the bar."""
        return self.input.has_focus

    @property
    def text(self) -> str:
        """What is in the bar."""
        return self.input.value

    def open(self, text: str) -> None:
        """Show the bar with this text, without searching for it."""
        with self.prevent(Input.Changed):
            self.input.value = text
        self.input.cursor_position = len(text)
        self._say(Content(""))
        self.display = True

    def close(self) -> None:
        """Hide the bar."""
        self.open("")
        self.display = False

    def show_problem(self, problem: str) -> None:
        """Say why the query cannot be understood."""
        self._say(Content.styled(problem, "$warning"))

    def show_result(self) -> None:
        """Say what is wrong with the query, or which words were read as others."""
        if problem := _problem(self.text):
            self.show_problem(problem)
        else:
            self._show_corrections()

    def complete(self, step: int) -> None:
        """Complete what is typed; again, take the next completion, or the one before for -1."""
        self._completion.take(step)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search for what is typed, once the letter is drawn."""
        event.stop()
        self.call_after_refresh(self._follow)

    def _follow(self) -> None:
        if not self.has_keys:
            return
        self._papers.follow(self.text)
        self.show_result()
        if self._pause:
            self._pause.stop()
        self._pause = self.set_timer(PAUSE, self._rest)

    def _rest(self) -> None:
        self._papers.read_on()
        if self.has_keys:
            self._suggest(self._completion.likeliest())

    def _suggest(self, completion: str) -> None:
        """Show how the text may go on: behind it, or if it would be rewritten, beside it."""
        text = self.text
        if completion.startswith(text):
            self.input.post_message(SuggestionReady(text, completion))
        elif completion and not self._message:
            last = completion[_same(completion, text) :]
            key = (f"{self._complete_key} ", "$accent")
            self._say(Content.assemble(key, (printable(last), "$muted")))

    def _show_corrections(self) -> None:
        result = self._papers.page.result
        corrections: Sequence[Correction] = result.corrections if result else ()
        message = Content(", ").join(map(_correction, corrections))
        if message.cell_length > max(self._aside.content_size.width, 1):  # little room
            held = ", ".join(printable(one.held) for one in corrections)
            message = Content.assemble(("→ ", "$muted"), (held, "bold"))
        self._say(message if corrections else Content(""))

    def _say(self, message: Content) -> None:
        if message != self._message:
            self._message = message
            self._aside.update(message, layout=False)


class Completion:
    """Completes the text before the cursor of an input in one way after the other."""

    def __init__(self, typed: Input, find: Callable[[str], Sequence[str]]) -> None:
        self._input = typed
        self._find = find
        self._text = ""
        self._options: Sequence[str] = ()
        self._at = -1

    def likeliest(self) -> str:
        """Return how the text may go on, or nothing if it was completed already."""
        self._look()
        return self._options[0] if self._options and self._at < 0 else ""

    def take(self, step: int) -> None:
        """Put in the next completion, or for -1 the one before."""
        self._look()
        if self._options:
            begin = 0 if step > 0 else len(self._options) - 1
            self._at = (self._at + step) % len(self._options) if self._at >= 0 else begin
            completion = self._options[self._at]
            rest = self._input.value[self._input.cursor_position :]
            self._input.value = completion + rest
            self._input.cursor_position = len(completion)

    def _look(self) -> None:
        """Find completions of the text, unless it is one that was put in."""
        text = self._input.value[: self._input.cursor_position]
        completed = self._options[self._at] if self._at >= 0 else None
        if text not in (self._text, completed):
            self._text, self._at = text, -1
            try:
                self._options = self._find(text) if text else ()
            except ReadlistError:
                self._options = ()


def _problem(text: str) -> str:
    """Return what is wrong with a query, leaving out the word that is being typed."""
    typed = split_query(text)
    if typed and not text[-1:].isspace():
        typed.pop()
    try:
        check_query(" ".join(typed))
    except UsageError as error:
        return error.hint or error.message
    return ""


def _correction(one: Correction) -> Content:
    return Content.assemble((f"{printable(one.typed)} → ", "$muted"), (printable(one.held), "bold"))


def _same(one: str, other: str) -> int:
    """Return how many letters two texts share at their beginning, up to the end of a word."""
    pairs = enumerate(zip(one, other, strict=False))
    same = next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))
    return one.rfind(" ", 0, same) + 1
