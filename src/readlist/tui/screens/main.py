"""The main screen: views, papers, the paper, and the keys that act on them."""

from pathlib import Path
from typing import Literal

from textual import events
from textual.app import ComposeResult
from textual.containers import Container, Horizontal, Vertical
from textual.widget import Widget

from readlist.domain import Paper, Status
from readlist.settings import Settings
from readlist.tui.actions import ACTIONS
from readlist.tui.memory import Memory
from readlist.tui.messages import ActFailed, Imported, ImportMoved
from readlist.tui.moving import move_cursor, scroll
from readlist.tui.screens.asking import Asking
from readlist.tui.screens.excursions import Excursions, Place
from readlist.tui.screens.searching import Searching
from readlist.tui.screens.sized_screen import SizedScreen
from readlist.tui.screens.writing import Writing
from readlist.tui.sizes import HEIGHTS, WIDTHS
from readlist.tui.views import FIXED, named
from readlist.tui.widgets.key_hints import KeyHints
from readlist.tui.widgets.paper_list import PaperList

Pane = Literal["views", "list", "paper"]
PANES: tuple[Pane, ...] = ("views", "list", "paper")


class MainScreen(SizedScreen):
    """Lays out the parts, and knows which of them has the keys."""

    BINDINGS = [action.binding() for action in ACTIONS]
    AUTO_FOCUS = "#papers"
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS

    def __init__(self, path: Path, settings: Settings, memory: Memory) -> None:
        super().__init__(path, settings, memory)
        self.searching = Searching(self, self.browsing)
        self.writing = Writing(self, self.browsing, self.acting)
        self.asking = Asking(self)
        self.excursions = Excursions(self)
        self._first_view = named(settings.view)

    def compose(self) -> ComposeResult:
        """Lay out the parts; what is seldom needed is made when it is."""
        parts = self.parts
        with Horizontal(id="panes"):
            yield parts.views
            with Container(id="middle"):
                with Vertical(id="list-pane"):
                    yield parts.heading
                    yield parts.advice
                    yield parts.papers
                with Vertical(id="paper-pane"):
                    yield parts.paper
        yield parts.status
        yield KeyHints(self.keymap.actions, id="keys")

    def on_mount(self) -> None:
        """Ask for the first view."""
        self.desk.start()
        self.browsing.start(self._first_view)
        self.show_pane("list")

    # Panes

    @property
    def pane(self) -> Pane:
        """The pane with the keys."""
        return next(pane for pane in PANES if self.has_class(f"-at-{pane}"))

    def show_pane(self, pane: Pane) -> None:
        """Go to a pane; where there is room for one only, it is the one to be seen."""
        for other in PANES:
            self.set_class(other == pane, f"-at-{other}")
        self.set_focus(self._widget_of(pane))

    def _widget_of(self, pane: Pane) -> Widget:
        return {"views": self.parts.views, "list": self.parts.papers, "paper": self.parts.paper}[
            pane
        ]

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """A pane was clicked: it has the keys now."""
        for pane in PANES:
            is_focused = event.widget is self._widget_of(pane) is self.focused
            if is_focused and pane != self.pane:
                self.show_pane(pane)

    # Keys

    @property
    def keys_must_wait(self) -> bool:
        """Whether what the next key acts on is still being looked up."""
        if (elsewhere := self.excursions.keys_must_wait) is not None:
            return elsewhere
        is_looking = self.loader.busy or self.acting.is_taking_back or self.writing.is_waiting
        is_behind = self.browsing.is_behind and not self.importing.is_running
        return (is_looking or is_behind) and self.is_active and not self._typing

    @property
    def _typing(self) -> bool:
        return self.searching.has_keys or self.writing.has_keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Letters typed into the search or a note are no commands."""
        if self.writing.has_keys:
            return action == "back"
        if self.searching.has_keys:
            return action in ("back", "open")
        return True

    def action_file(self, status: str) -> None:
        """File the papers."""
        self.acting.file(Status(status))

    def action_star(self) -> None:
        """Star the papers."""
        self.acting.star()

    def action_undo(self) -> None:
        """Undo the last change."""
        self._take_back(redo=False)

    def action_redo(self) -> None:
        """Redo what was undone last."""
        self._take_back(redo=True)

    def _take_back(self, *, redo: bool) -> None:
        if self.importing.is_running:
            self.parts.status.say("An import is running: undo when it has ended")
        else:
            self.acting.take_back(redo=redo)

    def action_move(self, how: str) -> None:
        """Move in the pane that has the keys."""
        if self.pane == "views":
            steps = {"down": 1, "up": -1, "first": -1000, "last": 1000}.get(how, 0)
            self.browsing.show_view(self.parts.views.neighbour(steps))
        elif self.pane == "paper":
            scroll(self.parts.paper, how)
        elif move_cursor(self.parts.papers, how):
            self.browsing.cursor_moved()

    def action_open(self) -> None:
        """Go one pane further, or keep the search."""
        if self.searching.has_keys:
            self.searching.keep()
        else:
            self.show_pane("list" if self.pane == "views" else "paper")

    def action_back(self) -> None:
        """Leave what is open, the innermost first."""
        listing = self.parts.papers.listing
        if self.writing.is_open:
            self.writing.close()
            self.show_pane("list")
        elif self.searching.has_keys:
            self.searching.cancel()
        elif self.pane != "list":
            self.show_pane("list")
        elif listing.has_selection:
            listing.clear_selection()
            self.browsing.list_changed()
        elif self.browsing.search:
            self.searching.clear()

    def action_pane(self, step: int) -> None:
        """Go to the pane beside this one."""
        here = PANES.index(self.pane) + step
        self.show_pane(PANES[max(0, min(here, len(PANES) - 1))])

    def action_view(self, index: int) -> None:
        """Show a view."""
        self.browsing.show_view(FIXED[index])
        self.show_pane("list")

    async def action_go_to(self, place: Place) -> None:
        """Go to triage, to the statistics, or to an export."""
        await self.excursions.go_to(place)

    async def action_sort(self) -> None:
        """Choose the order."""
        await self.asking.order()

    def action_queue(self, steps: int) -> None:
        """Move the paper in the reading queue."""
        if self.browsing.is_queue:
            self.acting.move(steps)
        else:
            hint = "{view.2}, then {sort}"
            self.parts.status.say("The queue is arranged in To read, in its own order", hint)

    def border_let_go(self) -> None:
        """The mouse was in the paper: give the keys back to the list, unless a note is written."""
        if not self.writing.is_open:
            self.show_pane("list")

    def action_select(self) -> None:
        """Select the paper and go on to the next."""
        self.parts.papers.listing.toggle()
        move_cursor(self.parts.papers, "down")
        self.browsing.list_changed()

    def action_select_range(self) -> None:
        """Begin or end a range."""
        self.parts.papers.listing.toggle_range()
        self.browsing.list_changed()

    def action_select_all(self) -> None:
        """Select all papers, or none."""
        self.parts.papers.listing.toggle_all()
        self.browsing.list_changed()

    async def action_search(self) -> None:
        """Begin to search."""
        await self.searching.open()

    async def action_write_note(self) -> None:
        """Write a note."""
        await self.writing.open()

    def action_copy(self) -> None:
        """Copy the paper's citation."""
        self.asking.copy()

    async def action_open_link(self) -> None:
        """Open a link."""
        await self.asking.open_link()

    async def action_open_url(self, url: str) -> None:
        """Open this link: it was clicked."""
        await self.asking.open_url(url)

    async def action_tag(self) -> None:
        """Ask for tags."""
        await self.asking.tag()

    async def action_edit(self) -> None:
        """Ask for corrections."""
        await self.asking.edit()

    async def action_import_papers(self) -> None:
        """Ask what to import."""
        await self.asking.import_papers()

    def action_import_sample(self) -> None:
        """Import the sample."""
        self.asking.import_sample()

    async def action_help(self) -> None:
        """Show the keys."""
        await self.asking.help()

    # Answers that concern what is open beside the list

    def on_search_bar_typed(self) -> None:
        """Search for what is typed."""
        self.searching.follow()

    def query_problem(self, reason: str) -> None:
        """Say it beside the search."""
        self.searching.problem(reason)

    def paper_shown(self, paper: Paper) -> None:
        """Perhaps its note is waited for."""
        self.writing.paper_arrived(paper)

    def note_saved(self, session: str) -> None:
        """Say it above the note."""
        self.writing.saved(session)

    async def act_failed(self, answer: ActFailed) -> None:
        """Give corrections that were refused back to the person."""
        if answer.edits:
            await self.asking.edit_again(answer.edits, answer.reason)

    def import_moved(self, answer: ImportMoved) -> None:
        """Show it in the dialog, if it is open."""
        if dialog := self.asking.import_dialog:
            dialog.moved(answer.progress)

    def import_ended(self, answer: Imported) -> None:
        """Show it in the dialog, if it is open."""
        if dialog := self.asking.import_dialog:
            dialog.ended(answer.report, answer.reason)

    def on_paper_list_clicked(self, event: PaperList.Clicked) -> None:
        """Go to the row that was clicked; twice, open it."""
        if not self.keys_must_wait:
            self.parts.papers.listing.move_to(event.index)
            self.browsing.cursor_moved()
            if event.times > 1:
                self.show_pane("paper")
