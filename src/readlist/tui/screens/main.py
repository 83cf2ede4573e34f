"""The main screen: views, papers, the paper, and the keys that act on them."""

from pathlib import Path
from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical

from readlist.domain import Paper, Status
from readlist.settings import Settings
from readlist.tui.actions import ACTIONS
from readlist.tui.library.ui_state import UiState
from readlist.tui.messages import ActFailed, Imported, ImportMoved, NoteSaved
from readlist.tui.screens.asking import Asking
from readlist.tui.screens.excursions import Excursions, Place
from readlist.tui.screens.finding_screen import FindingScreen
from readlist.tui.screens.linking import Linking
from readlist.tui.screens.writing import Writing
from readlist.tui.theme import HEIGHTS, WIDTHS
from readlist.tui.views import named
from readlist.tui.widgets.backdrop import Frame, Row, Stack
from readlist.tui.widgets.key_bar import KeyBar

if TYPE_CHECKING:
    from readlist.tui.widgets.note_area import NoteArea
    from readlist.tui.widgets.note_preview import NotePreview


class MainScreen(FindingScreen):
    """Lays out the parts, and knows which of them has the keys."""

    BINDINGS = [action.binding() for action in ACTIONS if not action.where]
    AUTO_FOCUS = "#papers"
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS

    def __init__(self, path: Path, settings: Settings, ui_state: UiState) -> None:
        super().__init__(path, settings, ui_state)
        self.writing = Writing(self, settings)
        self.asking = Asking(self)
        self.linking = Linking(self)
        self.excursions = Excursions(self)
        self._first_view = named(settings.view)

    def compose(self) -> ComposeResult:
        """Lay out the parts; what is seldom needed is made when it is."""
        parts = self.parts
        with Row(id="panes"):
            yield parts.views
            with Frame(id="middle"):
                with Stack(id="list-pane"):
                    yield parts.heading
                    yield parts.advice
                    yield parts.papers
                with Vertical(id="paper-pane"):
                    yield parts.paper
        yield parts.status
        yield KeyBar(self.keymap.main_hints(), id="keys")

    def on_mount(self) -> None:
        """Ask for the first view."""
        self.desk.start()
        self.browsing.start(self._first_view)
        self.show_pane("list")

    # Keys

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Say which keys there are where one is now."""
        super().on_descendant_focus(event)
        hints = self.keymap.main_hints()
        if self._typing:
            hints = self.keymap.typing_hints("note" if self.writing.has_keys else "search")
        self.query_one(KeyBar).show(hints)

    @property
    def keys_must_wait(self) -> bool:
        """Whether what the next key acts on is still being looked up."""
        if (elsewhere := self.excursions.keys_must_wait) is not None:
            return elsewhere
        is_looking = self.loader.busy or self.acting.is_taking_back or self._looks_for_note
        is_behind = self.browsing.is_behind and not self.importing.is_running
        if self._typing:
            return self.searching.is_waiting
        return (is_looking or is_behind) and self.is_active

    @property
    def _typing(self) -> bool:
        return self.searching.has_keys or self.writing.has_keys

    @property
    def _looks_for_note(self) -> bool:
        return self.writing.is_waiting or self.linking.is_waiting

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Letters typed into the search or a note are no commands."""
        if self.writing.has_keys:
            return action in ("back", "in_note")
        if self.searching.has_keys:
            return action in ("back", "open", "complete", "save_search")
        return action != "in_note"

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

    def action_open(self) -> None:
        """Go one pane further, or keep the search."""
        if self.searching.has_keys:
            self.searching.keep()
        else:
            self.show_pane("list" if self.pane == "views" else "paper")

    def action_back(self) -> None:
        """Leave what is open, the innermost first."""
        listing = self.parts.papers.listing
        if self.writing.step_back():
            pass
        elif self.writing.is_open:
            self.writing.close()
            self.show_pane("list")
        elif self.searching.has_keys:
            self.searching.go_back()
        elif self.pane != "list":
            self.show_pane("list")
        elif listing.has_selection:
            listing.clear_selection()
            self.browsing.list_changed()
        elif self.browsing.search or self.browsing.can_go_back:
            self.searching.go_back()

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

    async def action_write_note(self) -> None:
        """Write a note."""
        await self.writing.open()

    async def action_in_note(self, tool: str) -> None:
        """Do something in the note that is written."""
        await self.writing.use(tool)

    def action_edit_outside(self) -> None:
        """Edit the note in the person's own editor."""
        self.writing.edit_outside()

    def action_quote(self) -> None:
        """Quote what is selected."""
        self.writing.quote()

    async def action_follow(self) -> None:
        """Follow a link between papers."""
        await self.linking.follow()

    def action_follow_to(self, target: str) -> None:
        """Follow this link: it was clicked."""
        self.linking.follow_to(target)

    def action_show_paper(self, paper_id: int) -> None:
        """Go to this paper: it was clicked."""
        self.excursions.show_paper(paper_id)

    async def action_copy(self) -> None:
        """Copy the paper's citation."""
        await self.asking.copy()

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

    def query_problem(self, reason: str) -> None:
        """Say it beside the search, if that is the reason."""
        if self.browsing.view.saved is None:  # otherwise it stands in place of the list
            self.parts.status.complain(reason)

    def paper_shown(self, paper: Paper) -> None:
        """Perhaps its note is waited for; its links are looked up."""
        self.writing.paper_arrived(paper)
        self.linking.look(paper)

    def note_saved(self, answer: NoteSaved) -> None:
        """Say it above the note, whose links may have changed."""
        self.writing.saved(answer)
        if (paper := self.parts.paper.paper) and paper.id == answer.paper_id:
            self.linking.look(paper)

    def on_note_area_wanted(self, event: "NoteArea.Wanted") -> None:
        """Look up papers for a link that is being typed."""
        self.writing.suggest(event)

    async def on_note_preview_followed(self, event: "NotePreview.Followed") -> None:
        """Follow a link that was clicked in the preview."""
        await self.linking.follow_from_preview(event)

    async def act_failed(self, answer: ActFailed) -> None:
        """Give corrections that were refused back to the person."""
        if answer.draft:
            self.writing.failed(answer.draft.session)
        if answer.edits:
            await self.asking.edit_again(answer.edits, answer.reason)

    def import_moved(self, answer: ImportMoved) -> None:
        """Show it in the dialog, if it is open."""
        if dialog := self.asking.import_dialog:
            dialog.show_progress(answer.progress)

    def import_ended(self, answer: Imported) -> None:
        """Show it in the dialog, if it is open."""
        if dialog := self.asking.import_dialog:
            dialog.show_report(answer.report, answer.reason)
