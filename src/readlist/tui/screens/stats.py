"""How the library is doing: what is read, what waits, and where the inbox is going."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static

from readlist.domain import Named, Statistics, Status
from readlist.reading_list import ReadingList
from readlist.text import printable
from readlist.tui.charts import Chart, Ranked, Ranking, StatusBars
from readlist.tui.desk import Desk
from readlist.tui.keymap import Keymap, screen_bindings
from readlist.tui.messages import Failed, KeysMayGoOn
from readlist.tui.moving import scroll
from readlist.tui.text import readable
from readlist.tui.theme import STATUS_LETTERS, WIDTHS
from readlist.tui.widgets.key_bar import KeyBar

#: Goes back to the main screen.
Leave = Callable[[str | int | None], Awaitable[None]]

#: The actions of the table that there are here too, and what they run here.
_RUNS = {
    "move.down": "step(1)",
    "move.up": "step(-1)",
    "pane.next": "app.focus_next",
    "pane.previous": "app.focus_previous",
    "move.half_down": "scroll('half_down')",
    "move.half_up": "scroll('half_up')",
    "move.page_down": "scroll('page_down')",
    "move.page_up": "scroll('page_up')",
    "open": "pick",
    "back": "leave",
    "quit": "leave",
    "stats": "leave",
}

#: The actions whose keys are in view, and what they are called here.
_IN_VIEW = {"open": "open or search", "move.down": "down", "move.up": "up", "back": "leave"}


class StatsScreen(Screen[None]):
    """Is left with the number of a paper to go to, a query to search for, or nothing."""

    BINDINGS = screen_bindings(_RUNS)
    HORIZONTAL_BREAKPOINTS = WIDTHS

    @dataclass
    class Loaded(Message):
        """The numbers are there."""

        numbers: Statistics

    @dataclass
    class Refused(Message):
        """The numbers cannot be told."""

        reason: str

    def __init__(self, desk: Desk, leave: Leave, keymap: Keymap) -> None:
        super().__init__()
        self._desk = desk
        self._leave = leave
        self._keymap = keymap
        #: Keys pressed before the numbers are there are about them.
        self.keys_must_wait = True

    def compose(self) -> ComposeResult:
        """Lay out the frame; the numbers come when they are there."""
        with VerticalScroll(id="stats-body", can_focus=False):
            yield Static("Looking …", id="stats-waiting", markup=False)
            yield Container(id="stats-grid")
        yield KeyBar(self._keymap.screen_hints(_RUNS, _IN_VIEW), prominent=True, id="stats-keys")

    def on_mount(self) -> None:
        """Ask for the numbers."""

        def ask(library: ReadingList) -> None:
            self.post_message(self.Loaded(library.statistics()))

        def refused(reason: str) -> Failed:
            self.post_message(self.Refused(reason))
            return Failed(reason)

        self._desk.errand(ask, refused)

    async def on_stats_screen_loaded(self, answer: Loaded) -> None:
        """Draw the numbers."""
        numbers = answer.numbers
        self.query_one("#stats-waiting").display = False
        weeks = numbers.weeks
        await self.query_one("#stats-grid").mount(
            StatusBars(numbers),
            Chart("Read", weeks, [week.done for week in weeks], "success"),
            Chart("Inbox", weeks, [week.inbox for week in weeks], "primary"),
            Ranking(
                "Waiting longest", _waiting(numbers), "Nothing waits.", bars=False, classes="-long"
            ),
            Ranking("Tags", _named(numbers.tags, "tag"), self._keymap.hint("{tag} tags a paper.")),
            Ranking("Authors", _named(numbers.authors, "author"), "No page gave any."),
        )
        if lists := self._lists():
            self.set_focus(lists[0], scroll_visible=False)
        self._let_keys_go_on()

    def on_stats_screen_refused(self, answer: Refused) -> None:
        """Say why there are no numbers."""
        told = Content.styled(f"Error: {printable(answer.reason)}", "$error")
        self.query_one("#stats-waiting", Static).update(told)
        self._let_keys_go_on()

    def _let_keys_go_on(self) -> None:
        self.keys_must_wait = False
        self.app.post_message(KeysMayGoOn())

    async def on_ranking_clicked(self, event: Ranking.Clicked) -> None:
        """Leave with what was clicked."""
        await self._leave(event.answer)

    async def action_leave(self) -> None:
        """Go back."""
        await self._leave(None)

    async def action_pick(self) -> None:
        """Leave with what is at the cursor."""
        if isinstance(self.focused, Ranking):
            await self._leave(self.focused.at_cursor)

    def action_step(self, steps: int) -> None:
        """Move the cursor, from one list to the next."""
        here = self.focused
        if isinstance(here, Ranking) and not here.move(steps):
            lists = self._lists()
            index = lists.index(here) + steps
            if 0 <= index < len(lists):
                lists[index].begin_at(end=steps < 0)
                self.set_focus(lists[index])

    def _lists(self) -> list[Ranking]:
        return [one for one in self.query(Ranking) if one.can_focus]

    def action_scroll(self, how: str) -> None:
        """Scroll."""
        scroll(self.query_one("#stats-body"), how)


def _waiting(numbers: Statistics) -> list[Ranked]:
    return [
        Ranked(
            f"{STATUS_LETTERS[Status(one.status)]}  {readable(one.title)}",
            one.days,
            f"{one.days:,} d",
            one.id,
        )
        for one in numbers.waiting
    ]


def _named(things: tuple[Named, ...], filter: str) -> list[Ranked]:
    sign = "#" if filter == "tag" else ""
    return [
        Ranked(sign + one.name, one.papers, f"{one.papers:,}", _query(filter, one.name))
        for one in things
    ]


def _query(filter: str, name: str) -> str:
    """Return the query for a name; a quotation mark in it would end it."""
    plain = name.replace('"', " ").strip()
    return f'{filter}:"{plain}"'
