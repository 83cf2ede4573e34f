"""The main screen: the panes, and the keys that act on what they show."""

from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.screen import Screen
from textual.signal import Signal

from readlist.domain import Paper, Status
from readlist.failures import explain
from readlist.settings import Settings
from readlist.tui.actions import ACTIONS
from readlist.tui.keymap import Keymap
from readlist.tui.library.commands import (
    UNDO_HINT,
    ImportFinished,
    ImportProgress,
    LibraryEvent,
    PapersChanged,
)
from readlist.tui.library.list_query import ALL, FIXED_VIEWS, SORT_NAMES
from readlist.tui.library.session import LibrarySession
from readlist.tui.library.ui_state import Section, UiState
from readlist.tui.screens.excursions import Excursions
from readlist.tui.screens.notes import NoteController
from readlist.tui.screens.paper_actions import PaperActions
from readlist.tui.screens.search import SearchController
from readlist.tui.text import import_summary, percent
from readlist.tui.theme import HEIGHTS, WIDTHS
from readlist.tui.widgets.bottom_lines import KeyBar, StatusLine
from readlist.tui.widgets.library_panes import Column, LibraryPanes
from readlist.tui.widgets.paper_pane import scroll_by_key
from readlist.tui.widgets.splitter import Splitter

if TYPE_CHECKING:
    from readlist.tui.widgets.note_preview import NotePreview

#: Seconds after which it shows that something takes long, and how often its sign turns.
_SLOW, _TURN = 0.3, 0.1

#: What is typed in the widgets that letters go to, by their ids.
_TYPED_IN = {"note-text": "note", "note-preview": "note", "search-input": "search"}

#: The actions that keep their keys while something is typed.
_WHILE_TYPING = {
    "note": ("back", "in_note"),
    "search": ("back", "open", "complete", "saved_search"),
}


class MainScreen(Screen[None]):
    """Joins the panes, the status line and the keys to a library.

    An action may wait for the library: the next key waits for the action. A handler
    of a message must not, for what the library answers comes as a message as well.
    """

    BLANK = True
    BINDINGS = [action.binding() for action in ACTIONS if not action.where]
    AUTO_FOCUS = "#papers"
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS

    def __init__(self, path: Path, settings: Settings, state: UiState, keymap: Keymap) -> None:
        super().__init__()
        self.status = StatusLine(keymap, id="status")
        orders = {view: sort for view, sort in state.texts("orders").items() if sort in SORT_NAMES}
        self.session = LibrarySession.open(
            path, self, self._library_changed, self.status, keymap, settings, orders
        )
        density = settings.density or state.text("density")
        self.panes = LibraryPanes(self.session, state.numbers("panes"), density)
        #: Tells note editors and the screens above what came of a change.
        self._changed: Signal[LibraryEvent] = Signal(self, "library-changed")
        self.notes = NoteController(self.session, self._changed, self.panes.paper_frame.mount)
        self._hints = {what: keymap.typing_hints(what) for what in ("note", "search")}
        self._hints[""] = keymap.main_hints()
        self._state = state
        self._search = SearchController(self.session, self.panes)
        self._actions = PaperActions(self.session, self)
        self.excursions = Excursions(
            self.session, self, self._actions, self._changed,
            self._show_paper, self._search.show_among_all,
        )  # fmt: skip
        self._is_slow = False
        self._spinner = cycle("⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏")

    def compose(self) -> ComposeResult:
        """Lay out the widgets; the note editor comes when it is first opened."""
        yield self.panes
        with Column(id="bottom"):
            yield self.status
            yield KeyBar(self.session.keymap.main_hints(), id="keys")

    def on_mount(self) -> None:
        """Keep an eye on the library."""
        self.session.worker.start(self._changed_elsewhere, self.status.complain)
        self.set_interval(_TURN, self._show_delay)

    def on_unmount(self) -> None:
        """Let the writer end."""
        self.session.worker.stop()

    # What happens elsewhere

    def _library_changed(self, event: LibraryEvent) -> None:
        """Tell the note editors and the screens above; saved searches may find other papers."""
        act = event.act if isinstance(event, PapersChanged) else None
        if self._search.saved or act is None or act.kind.endswith("search"):
            self._search.is_outdated = True
        self.panes.begin_rest()
        self._changed.publish(event)

    def _changed_elsewhere(self) -> None:
        self.session.papers.reload()
        self._library_changed(PapersChanged())

    def on_import_progress(self, event: ImportProgress) -> None:
        """Say how far the import is."""
        self.status.say(f"Importing {event.progress.label} · {percent(event.progress)}")
        self.excursions.import_progressed(event)

    def on_import_finished(self, event: ImportFinished) -> None:
        """Say what came of an import, and show the papers."""
        if event.report is None:
            self.status.complain(f"import: {event.reason}")
        else:
            has_news = event.report.added or event.report.updated
            self.status.say(import_summary(event.report), UNDO_HINT if has_news else "")
        self.excursions.import_finished(event)
        self._changed_elsewhere()

    def _show_delay(self) -> None:
        was_slow, self._is_slow = self._is_slow, self.session.worker.delay > _SLOW
        if self._is_slow or was_slow:
            self.status.spin(next(self._spinner) if self._is_slow else "")

    def on_library_panes_rested(self) -> None:
        """Count what saved searches find, if that may have changed."""
        is_busy = self.session.papers.is_reading or self.session.worker.unfinished
        if self._search.is_outdated and not is_busy:
            self.session.run_worker(self._search.count_saved, group="saved", exclusive=True)

    def on_screen_resume(self) -> None:
        """Draw what was changed while another screen was in front."""
        self.panes.catch_up()

    def on_splitter_moved(self, event: Splitter.Moved) -> None:
        """Remember where the border is. The mouse was in the paper: the list gets the keys."""
        self.remember("panes", event.shares)
        if event.by_mouse and not self.notes.is_open:
            self.panes.go_to("list")

    def on_note_preview_followed(self, event: "NotePreview.Followed") -> None:
        """Follow a link that was clicked in the preview: only to papers and the web."""
        follow = self.action_follow_to if event.is_paper else self._actions.open_url
        self.run_worker(follow(event.target))

    def remember(self, name: str, value: str | Section) -> None:
        """Remember how the interface was left."""
        self._state.set(name, value)
        self.run_worker(self._save_state, thread=True, group="state")

    def _save_state(self) -> None:
        try:
            self._state.save()
        except OSError as error:
            self.call_later(self.status.complain, explain(error))

    # Which keys there are

    @property
    def _typing(self) -> str:
        """What letters are typed into: a ``note``, a ``search``, or nothing."""
        return _TYPED_IN.get(self.focused.id or "", "") if self.focused else ""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Letters typed into the search or a note are no commands."""
        typing = self._typing
        if not typing:
            return action != "in_note"
        return action in _WHILE_TYPING[typing] and parameters not in (("rename",), ("delete",))

    def on_descendant_focus(self) -> None:
        """Show the keys there are now."""
        self.query_one(KeyBar).show(self._hints[self._typing])

    # Keys: moving

    async def action_move(self, how: str) -> None:
        """Move in the pane that has the keys."""
        papers, pane = self.session.papers, self.panes.current
        if pane == "views":
            steps = {"down": 1, "up": -1, "first": -1000, "last": 1000}.get(how, 0)
            await papers.show_view(self.panes.views.neighbour(steps))
        elif pane == "paper":
            scroll_by_key(self.panes.paper, how)
        elif self.panes.list.move_cursor(how):
            self.panes.cursor_moved(far=how not in ("down", "up"))

    async def action_view(self, index: int) -> None:
        """Show a view."""
        await self.session.papers.show_view(FIXED_VIEWS[index])
        self.panes.go_to("list")

    def action_pane(self, step: int) -> None:
        """Go to the pane beside this one."""
        self.panes.go_beside(step)

    async def action_open(self) -> None:
        """Go one pane further, or keep the search."""
        if self._typing == "search":
            await self._search.keep()
        else:
            self.panes.go_to("list" if self.panes.current == "views" else "paper")

    async def action_back(self) -> None:
        """Leave what is open, the innermost first."""
        papers = self.session.papers
        if self.notes.step_back():
            pass
        elif self.notes.is_open:
            self.notes.close()
            self.panes.go_to("list")
        elif self._typing == "search":
            await self._search.go_back()
        elif self.panes.current != "list":
            self.panes.go_to("list")
        elif papers.model.has_selection:
            papers.model.clear_selection()
            papers.redraw()
        elif papers.query.search or papers.can_go_back:
            await self._search.go_back()

    async def action_go_to(self, place: str) -> None:
        """Go to another screen."""
        if place in ("triage", "note_history"):
            self.notes.close()
        await getattr(self.excursions, place)()

    # Keys: selecting and filing

    def action_select(self, how: str) -> None:
        """Select the paper and go on to the next, begin or end a range, or select all."""
        papers = self.session.papers
        if how == "toggle_all":
            papers.complete()
        getattr(papers.model, how)()
        if how == "toggle":
            self.panes.list.move_cursor("down")
        papers.redraw()

    def action_file(self, status: str) -> None:
        """File the papers under a status and go on to the next."""
        self.session.commands.file(Status(status))

    def action_star(self) -> None:
        """Star the papers; when all of them are starred, take the stars away."""
        self.session.commands.toggle_star()

    async def action_undo(self, redo: bool = False) -> None:
        """Undo the last change, or redo what was undone last."""
        await self.session.undo(redo=redo)

    def action_queue(self, steps: int) -> None:
        """Move the papers in the reading queue."""
        if self.session.papers.query.is_queue:
            self.session.papers.complete()
            self.session.commands.move(steps)
        else:
            hint = "{view.2}, then {sort}"
            self.status.say("The queue is arranged in To read, in its own order", hint)

    # Keys: the paper

    @property
    def _paper(self) -> Paper | None:
        """The current paper."""
        return self.session.papers.paper()

    async def action_write_note(self) -> None:
        """Write the note of the paper."""
        if paper := self._paper:
            self.panes.go_to("paper")
            await self.notes.open(paper)

    async def action_in_note(self, tool: str) -> None:
        """Do something in the note that is written."""
        if tool == "preview":
            await self.notes.toggle_preview()
        elif tool == "outside":
            self.notes.edit_outside(None, self.app)
        elif link := self.notes.link_at_cursor:
            await self.action_follow_to(link.target)
        else:
            self.status.say("The cursor is in no link: [[Title]] is one")

    def action_edit_outside(self) -> None:
        """Edit the note in the person's own editor."""
        if paper := self._paper:
            self.notes.edit_outside(paper, self.app)

    def action_quote(self) -> None:
        """Quote in the note what is selected in the paper."""
        selected, paper = self.get_selected_text() or "", self.panes.paper.paper
        if selected.strip() and paper:
            self.clear_selection()
            self.notes.quote(paper, selected)
        else:
            self.status.say("Select what to quote first, with the mouse")

    async def action_follow(self) -> None:
        """Go to a paper that this one's note links, or whose note links this one."""
        paper = self._paper
        links = self.session.worker.reader.note_links(paper.id) if paper else None
        to = {f"→ {target}": one for target, one in links.targets.items() if one} if links else {}
        ways = to | ({f"← {one.title}": one.id for one in links.linked_from} if links else {})
        if ways:
            await self._actions.pick("Follow a link", ways, self._show_paper)
        else:
            self.status.say("No link to or from another paper; [[Title]] makes one")

    async def action_follow_to(self, target: str) -> None:
        """Go to the paper that a link leads to."""
        paper_id = self.session.worker.reader.linked_paper(target)
        if paper_id is None:
            self.status.say(f"No paper is called “{target}”")
        else:
            await self._show_paper(paper_id)

    async def action_show_paper(self, paper_id: int) -> None:
        """Go to this paper: it was clicked."""
        await self._show_paper(paper_id)

    async def _show_paper(self, paper_id: int) -> None:
        """Show a paper, among all papers if it is not listed."""
        self.notes.close()
        if self.session.papers.model.go_to(paper_id):
            self.panes.cursor_moved()
        else:
            await self._search.leave()
            await self.session.papers.show_view(ALL, go_to=paper_id)
        self.panes.go_to("paper")

    async def action_tag(self) -> None:
        """Ask for tags."""
        await self._actions.tag(self.session.papers.model.targets())

    async def action_paper(self, what: str) -> None:
        """Do something with the paper that triage does as well."""
        if paper := self._paper:
            await self._actions.run(what, paper)

    async def action_open_url(self, url: str) -> None:
        """Open this link: it was clicked."""
        await self._actions.open_url(url)

    # Keys: finding, and the library

    def action_search(self) -> None:
        """Begin to search."""
        self._search.open()

    def action_complete(self, step: int) -> None:
        """Complete what is typed into the search."""
        self.panes.search_bar.complete(step)

    async def action_saved_search(self, how: str) -> None:
        """Keep what is searched for under a name; rename or delete the search that is shown."""
        await getattr(self._search, how)()

    def action_similar(self) -> None:
        """List the papers similar to this one."""
        if paper := self._paper:
            self._search.show_similar(paper)

    def action_show_similar(self, paper_id: int) -> None:
        """Go to a paper that was clicked, among those similar to the one shown."""
        if paper := self.panes.paper.paper:
            self._search.show_similar(paper, paper_id)

    async def action_sort(self) -> None:
        """Choose the order."""
        await self._search.choose_order(lambda: self.remember("orders", self.session.papers.orders))

    def action_density(self) -> None:
        """Change the height of rows, for good."""
        self.remember("density", self.panes.toggle_density())

    def action_size_list(self, steps: int) -> None:
        """Give the list more room, or less."""
        if not self.panes.splitter.move(steps):
            self.status.say("There is room for one of list and paper only")

    async def action_help(self) -> None:
        """Show every key."""
        await self._actions.show_keys()
