"""Searching in the list: opening the bar, following what is typed, keeping it or going back."""

from typing import TYPE_CHECKING

from readlist.errors import UsageError
from readlist.searching.query import parse
from readlist.tui.browsing import Browsing
from readlist.tui.finding import parts
from readlist.tui.keymap import key_name
from readlist.tui.messages import Completed

if TYPE_CHECKING:
    from textual.timer import Timer

    from readlist.tui.screens.completing import Completing
    from readlist.tui.screens.paned_screen import PanedScreen
    from readlist.tui.widgets.search_bar import SearchBar

#: Seconds without a key after which what is found is read whole, and how it may go on is told.
PAUSE = 0.4


class Searching:
    """The search bar's place on the main screen. It is made when it is first opened."""

    def __init__(self, screen: "PanedScreen", browsing: Browsing) -> None:
        self._screen = screen
        self._browsing = browsing
        self._bar: SearchBar | None = None
        self._completing: Completing | None = None
        self._pause: Timer | None = None

    @property
    def has_keys(self) -> bool:
        """Whether letters typed now go into the bar."""
        return self._bar is not None and self._screen.focused is self._bar.input

    @property
    def is_waiting(self) -> bool:
        """Whether the next letter goes behind a completion that is still being looked up."""
        return self._completing is not None and self._completing.is_waiting

    async def open(self) -> None:
        """Begin to type, on top of what is searched for already."""
        bar = self._bar or await self._make_bar()
        self._browsing.set_out()
        self._screen.show_pane("list")
        bar.display = True
        bar.set_text(self._browsing.search)
        self._screen.set_focus(bar.input)

    async def show(self, search: str) -> None:
        """Search for this, with the keys in the list."""
        bar = self._bar or await self._make_bar()
        bar.display = True
        bar.set_text(search)
        self._browsing.find(search)
        self._screen.show_pane("list")

    def follow(self) -> None:
        """Search for what is in the bar, while it is being typed."""
        if self._bar and self._completing and self.has_keys:
            self._browsing.find(self._bar.input.value, is_typing=True)
            self._completing.forget()
            if self._pause:
                self._pause.stop()
            self._pause = self._screen.set_timer(PAUSE, self._rest)
            self.show_aside()

    def _rest(self) -> None:
        """Once nothing more is typed, read the rest of what is found, and how it may go on."""
        self._pause = None
        self._browsing.read_on()
        if self._completing and self.has_keys:
            self._completing.follow()

    def keep(self) -> None:
        """Go to the list of what was found; a filter that does not exist is told instead."""
        if not self._bar:
            return
        text = self._bar.input.value
        try:
            parse(text)
        except UsageError as error:
            self._bar.show_problem(error.hint)
            self._screen.parts.status.complain(str(error))
            return
        self._browsing.find(text)
        self._browsing.settle_here()
        self._bar.display = bool(self._browsing.search)
        self._screen.show_pane("list")

    def go_back(self) -> None:
        """Be again exactly where one was before one searched."""
        if self._browsing.can_go_back:
            self._browsing.go_back()
        else:
            self._browsing.find("")
        if self._bar:
            self._bar.set_text(self._browsing.search)
            self._bar.display = bool(self._browsing.search)
        self._screen.show_pane("list")

    def put_away(self) -> None:
        """One goes elsewhere, where nothing is searched for."""
        if self._bar:
            self._bar.set_text("")
            self._bar.display = False

    def complete(self, step: int) -> None:
        """Complete what is typed, in one way after the other."""
        if self._completing:
            self._completing.go_on(step)

    def completed(self, answer: Completed) -> None:
        """Suggest how the text may go on."""
        if self._bar and self._completing and (likeliest := self._completing.completed(answer)):
            key = next(one.keys[0] for one in self._screen.keymap.actions if one.run == _COMPLETE)
            self._bar.suggest(likeliest, key_name(key), may_tell=not self._has_aside)

    def show_aside(self) -> None:
        """Say beside the query what is wrong with it, or what was read as something else."""
        if self._bar and self._bar.display:
            if problem := _problem(self._bar.input.value):
                self._bar.show_problem(problem)
            else:
                answer = self._browsing.top.answer
                self._bar.show_corrections(answer.corrections if answer else ())

    @property
    def _has_aside(self) -> bool:
        answer = self._browsing.top.answer
        return bool(
            (answer and answer.corrections) or (self._bar and _problem(self._bar.input.value))
        )

    async def _make_bar(self) -> "SearchBar":
        # not needed for the first screen
        from readlist.tui.screens.completing import Completing
        from readlist.tui.widgets.search_bar import SearchBar

        self._bar = SearchBar(id="search")
        self._completing = Completing(self._screen.loader, self._bar)
        await self._screen.query_one("#list-pane").mount(self._bar, before="#advice")
        return self._bar


_COMPLETE = "screen.complete(1)"


def _problem(text: str) -> str:
    """Return what is wrong with a query, leaving out the word that is being typed."""
    typed = parts(text)
    if typed and not text[-1:].isspace():
        typed.pop()
    try:
        parse(" ".join(typed))
    except UsageError as error:
        return error.hint or error.message
    return ""
