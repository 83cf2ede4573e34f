"""How the library is doing: what is read, what waits, and where the inbox is going."""

import asyncio

from textual.app import ComposeResult
from textual.containers import Container, VerticalScroll
from textual.screen import Screen
from textual.widgets import Static
from textual.worker import Worker

from readlist.domain import Named, Statistics, Status
from readlist.failures import explain
from readlist.text import readable
from readlist.tui.charts import Ranked, Ranking, StatusBars, WeekChart
from readlist.tui.keymap import READING_RUNS, Keymap, screen_bindings
from readlist.tui.library.worker import LibraryWorker
from readlist.tui.text import error_text
from readlist.tui.theme import STATUS_LETTERS, WIDTHS
from readlist.tui.widgets.bottom_lines import KeyBar
from readlist.tui.widgets.paper_pane import scroll_by_key

#: The actions of the table that this screen has too, and what they run here.
_RUNS = {
    **READING_RUNS,
    "pane.next": "ranking(1)",
    "pane.previous": "ranking(-1)",
    "open": "pick",
    "stats": "leave",
}

#: The actions whose keys are in view, and what they are called here.
_IN_VIEW = {"open": "open or search", "move.down": "down", "move.up": "up", "back": "leave"}


class StatsScreen(Screen[str | int | None]):
    """Answers with the number of a paper to go to, a query to search for, or ``None``.

    The numbers are read in a thread. Keys that are about them wait for them; leaving does not.
    """

    BINDINGS = screen_bindings(_RUNS)
    HORIZONTAL_BREAKPOINTS = WIDTHS

    def __init__(self, library: LibraryWorker, keymap: Keymap) -> None:
        super().__init__()
        self._library = library
        self._keys = keymap
        self._loading: Worker[None] | None = None

    def compose(self) -> ComposeResult:
        """Lay out the frame; the numbers come when they are there."""
        with VerticalScroll(id="stats-body", can_focus=False):
            yield Static("Counting …", id="stats-waiting", markup=False)
            yield Container(id="stats-grid")
        yield KeyBar(self._keys.screen_hints(_RUNS, _IN_VIEW), prominent=True, id="stats-keys")

    def on_mount(self) -> None:
        """Read the numbers."""
        self._loading = self.run_worker(self._load(), exclusive=True, group="statistics")

    async def _load(self) -> None:
        """Draw the numbers once they are read, or say why they cannot be."""
        waiting = self.query_one("#stats-waiting", Static)
        try:
            numbers = await asyncio.to_thread(self._read)
        except Exception as error:
            waiting.update(error_text(explain(error)))
        else:
            waiting.display = False
            await self._show(numbers)

    def _read(self) -> Statistics:
        with self._library.idle_reader() as library:
            return library.statistics()

    async def _show(self, numbers: Statistics) -> None:
        weeks, waiting = numbers.weeks, _waiting(numbers)
        await self.query_one("#stats-grid").mount(
            StatusBars(numbers),
            WeekChart("Read", weeks, [week.done for week in weeks], "success"),
            WeekChart("Inbox", weeks, [week.inbox for week in weeks], "primary"),
            Ranking("Waiting longest", waiting, "Nothing waits.", is_long=True),
            Ranking("Tags", _named(numbers.tags, "tag"), self._keys.hint("{tag} tags a paper.")),
            Ranking("Authors", _named(numbers.authors, "author"), "No authors are known."),
        )
        if rankings := self._rankings():
            self.set_focus(rankings[0], scroll_visible=False)

    def on_ranking_clicked(self, event: Ranking.Clicked) -> None:
        """Answer with what was clicked."""
        self.dismiss(event.answer)

    def action_leave(self) -> None:
        """Close without an answer."""
        self.dismiss(None)

    async def action_pick(self) -> None:
        """Answer with the item at the cursor."""
        await self._numbers_shown()
        if isinstance(self.focused, Ranking):
            self.dismiss(self.focused.answer)

    async def action_step(self, steps: int) -> None:
        """Move the cursor, from one ranking to the next."""
        await self._numbers_shown()
        here = self.focused
        if isinstance(here, Ranking) and not here.move_cursor(steps):
            rankings = self._rankings()
            index = rankings.index(here) + steps
            if 0 <= index < len(rankings):
                rankings[index].place_cursor(at_end=steps < 0)
                self.set_focus(rankings[index])

    async def action_ranking(self, steps: int) -> None:
        """Go to the next ranking, or for less than 0 to the one before."""
        await self._numbers_shown()
        (self.focus_next if steps > 0 else self.focus_previous)()

    async def action_scroll(self, how: str) -> None:
        """Scroll."""
        await self._numbers_shown()
        scroll_by_key(self.query_one("#stats-body"), how)

    async def _numbers_shown(self) -> None:
        """Wait until the numbers are drawn, or it is said why they cannot be."""
        if self._loading is not None:
            await self._loading.wait()

    def _rankings(self) -> list[Ranking]:
        return [ranking for ranking in self.query(Ranking) if ranking.can_focus]


def _waiting(numbers: Statistics) -> list[Ranked]:
    return [
        Ranked(f"{STATUS_LETTERS[Status(one.status)]}  {readable(one.title)}", one.days, one.id)
        for one in numbers.waiting
    ]


def _named(names: tuple[Named, ...], filter: str) -> list[Ranked]:
    sign = "#" if filter == "tag" else ""
    return [Ranked(sign + one.name, one.papers, _query(filter, one.name)) for one in names]


def _query(filter: str, name: str) -> str:
    """Return the query for a name; a quotation mark in it would end it."""
    plain = name.replace('"', " ").strip()
    return f'{filter}:"{plain}"'
