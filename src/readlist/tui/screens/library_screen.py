"""A screen over a library: it owns the desk, and hands each answer to the part it is for."""

from collections import deque
from itertools import cycle
from pathlib import Path

from textual import events
from textual.widgets import Static

from readlist.domain import Paper
from readlist.tui import messages
from readlist.tui.acting import UNDO_HINT, Acting
from readlist.tui.browsing import Browsing
from readlist.tui.desk import Desk
from readlist.tui.importing import Importing
from readlist.tui.keymap import Keymap
from readlist.tui.ledger import Ledger
from readlist.tui.library.opened import OpenedLibrary
from readlist.tui.loader import Loader
from readlist.tui.parts import Parts
from readlist.tui.screens.above import Above
from readlist.tui.screens.sparing_screen import SparingScreen
from readlist.tui.text import counted, export_summary, import_summary, percent, short_path
from readlist.tui.widgets.list_heading import ListHeading
from readlist.tui.widgets.paper_list import PaperList
from readlist.tui.widgets.paper_pane import PaperPane
from readlist.tui.widgets.status_line import StatusLine
from readlist.tui.widgets.view_list import ViewList

#: Seconds after which it shows that something takes long, and how often the sign of it turns.
SLOW, TURN = 0.3, 0.1


class LibraryScreen(SparingScreen[None]):
    """Everything of the main screen that does not depend on how it is laid out."""

    def __init__(self, path: Path, keymap: Keymap) -> None:
        super().__init__()
        self.parts = Parts(
            ViewList(id="views"),
            ListHeading(id="list-heading"),
            PaperList(id="papers"),
            Static(id="advice", markup=False),
            PaperPane(id="paper"),
            StatusLine(keymap, id="status"),
        )
        self._path = path
        #: Keys and clicks that wait for their turn: see the application.
        self.waiting: deque[events.Key | events.Paste | PaperList.Clicked] = deque()
        #: A screen over this one that follows what becomes of the library.
        self.above: Above | None = None
        self.keymap = keymap
        ledger = Ledger()
        self.desk = Desk(path, self.post_message)
        self.library = OpenedLibrary(path)
        self.loader = Loader(self.desk, ledger)
        self.browsing = Browsing(self.parts, self.loader, ledger, keymap)
        self.importing = Importing(self.desk, ledger, self.post_message)
        self.acting = Acting(self.desk, ledger, self.browsing, self.importing)
        self._turning = cycle("⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏")

    def on_mount(self) -> None:
        """Keep an eye on how long things take."""
        self.set_interval(TURN, self._show_delay)

    def _show_delay(self) -> None:
        self.parts.status.spin(next(self._turning) if self.desk.delay > SLOW else "")

    def on_page_loaded(self, answer: messages.PageLoaded) -> None:
        """Show the top of a list."""
        self.browsing.page_loaded(answer)
        self.list_shown()
        self._let_keys_go_on()

    def on_ids_loaded(self, answer: messages.IdsLoaded) -> None:
        """Show a whole list."""
        self.browsing.ids_loaded(answer)
        self._let_keys_go_on()

    def on_rows_loaded(self, answer: messages.RowsLoaded) -> None:
        """Show rows that were missing."""
        self.browsing.rows_loaded(answer)

    def on_paper_loaded(self, answer: messages.PaperLoaded) -> None:
        """Show a paper."""
        if paper := self.browsing.paper_loaded(answer):
            self.paper_shown(paper)
        self._let_keys_go_on()

    async def on_papers_loaded(self, answer: messages.PapersLoaded) -> None:
        """Hand on several papers."""
        if self.above:
            await self.above.loaded(answer)
        self._let_keys_go_on()

    def on_counts_loaded(self, answer: messages.CountsLoaded) -> None:
        """Show counts, and for a greeting where they come from."""
        self.browsing.counts_loaded(answer)
        if not self.parts.status.text:
            self.parts.status.say(f"{counted(answer.counts.total)} in {short_path(self._path)}")

    def on_query_refused(self, answer: messages.QueryRefused) -> None:
        """Leave the list as it is."""
        if self.browsing.query_refused(answer):
            self.query_problem(answer.reason)
        self._let_keys_go_on()

    def on_acted(self, answer: messages.Acted) -> None:
        """Tell that a change was made."""
        self.acting.acted(answer)
        self.library_changed()
        if self.above and answer.is_news:
            self.above.look_again()

    async def on_act_failed(self, answer: messages.ActFailed) -> None:
        """Tell that a change could not be made."""
        self.acting.act_failed(answer)
        await self.act_failed(answer)
        if self.above:
            self.above.failed(answer)

    def on_took_back(self, answer: messages.TookBack) -> None:
        """Tell what was undone or redone."""
        ids = self.acting.took_back(answer)
        self.library_changed()
        if self.above:
            self.above.took_back(answer, ids)
        self._let_keys_go_on()

    def on_note_saved(self, answer: messages.NoteSaved) -> None:
        """Tell that a note was saved."""
        self.acting.acted(answer)
        self.library_changed()
        self.note_saved(answer)
        if self.above:
            self.above.note_saved(answer)

    def on_import_moved(self, answer: messages.ImportMoved) -> None:
        """Tell how far the import is."""
        self.parts.status.say(f"Importing {answer.progress.label} · {percent(answer.progress)}")
        self.import_moved(answer)

    def on_imported(self, answer: messages.Imported) -> None:
        """Tell what came of an import, and show the papers."""
        self.importing.ended(answer)
        if answer.report is None:
            self.parts.status.complain(f"import: {answer.reason}")
        else:
            has_news = answer.report.added or answer.report.updated
            self.parts.status.say(import_summary(answer.report), UNDO_HINT if has_news else "")
        self.import_ended(answer)
        self.library_changed()
        self.browsing.reload()

    def on_exported(self, answer: messages.Exported) -> None:
        """Tell what came of an export."""
        self.parts.status.say(
            export_summary(answer.folder, answer.written, answer.unchanged, answer.kept)
        )

    def on_changed_elsewhere(self) -> None:
        """Show what another process did."""
        self.library_changed()
        self.browsing.reload()
        if self.above:
            self.above.look_again()

    def _let_keys_go_on(self) -> None:
        self.app.post_message(messages.KeysMayGoOn())

    # For the screen that lays out the parts

    def list_shown(self) -> None:
        """Called when another list is shown."""

    def library_changed(self) -> None:
        """Called when something was changed in the library."""

    def paper_shown(self, paper: Paper) -> None:
        """Called when a paper that was looked up is shown."""

    def query_problem(self, reason: str) -> None:
        """Called when the query of the list cannot be understood."""

    async def act_failed(self, answer: messages.ActFailed) -> None:
        """Called when a change could not be made."""

    def import_moved(self, answer: messages.ImportMoved) -> None:
        """Called when an import has come further."""

    def import_ended(self, answer: messages.Imported) -> None:
        """Called when an import has ended."""

    def note_saved(self, answer: messages.NoteSaved) -> None:
        """Called when a note was written."""

    def on_failed(self, answer: messages.Failed) -> None:
        """Tell what went wrong."""
        self.parts.status.complain(answer.reason)

    def on_paper_list_rows_wanted(self, event: PaperList.RowsWanted) -> None:
        """Look up rows that came into sight."""
        self.loader.rows(event.ids)

    def on_paper_list_clicked(self, event: PaperList.Clicked) -> None:
        """Let the click have its turn."""
        self.waiting.append(event)
        self._let_keys_go_on()

    def on_view_list_chosen(self, event: ViewList.Chosen) -> None:
        """Show the view that was clicked."""
        self.browsing.show_view(event.view)
