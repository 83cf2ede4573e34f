"""The screens that one goes to from the main one, to come back to it with what was chosen there."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from textual.signal import Signal
from textual.widget import Widget

from readlist.failures import explain
from readlist.triage import TriageSession
from readlist.tui.library.commands import ImportFinished, ImportProgress, LibraryEvent
from readlist.tui.library.session import LibrarySession
from readlist.tui.screens.paper_actions import PaperActions
from readlist.tui.text import counted, export_summary

if TYPE_CHECKING:
    from readlist.tui.screens.import_dialog import ImportDialog
    from readlist.tui.screens.triage import TriageScreen


class Excursions:
    """Opens the screens over ``node``, each imported when it is first needed.

    ``show_paper`` and ``search`` are for what was picked on one of them.
    """

    def __init__(
        self,
        session: LibrarySession,
        node: Widget,
        actions: PaperActions,
        changed: Signal[LibraryEvent],
        show_paper: Callable[[int], Awaitable[None]],
        search: Callable[[str], Awaitable[None]],
    ) -> None:
        self._session = session
        self._node = node
        self._actions = actions
        self._changed = changed
        self._show_paper = show_paper
        self._search = search
        self._import_dialog: ImportDialog | None = None
        #: The triage that is going on.
        self.triage_screen: TriageScreen | None = None

    async def triage(self) -> None:
        """Go through what is selected, or all that is listed, beginning at the cursor."""
        from readlist.tui.screens.triage import TriageScreen

        papers = self._session.papers
        papers.complete()
        model, label, ids = papers.model, papers.view.label, papers.model.targets()
        if not model.has_selection:
            ids = [*model.ids[model.cursor :], *model.ids[: model.cursor]]
            label += f" · {papers.query.search}" if papers.query.search else ""
        if not ids:
            self._session.status.say("Nothing to go through: no paper is listed here")
            return
        triage = TriageSession(ids, monotonic)
        screen = TriageScreen(self._session, self._actions, self._changed, triage, label)
        self.triage_screen = screen
        await self._node.app.push_screen(screen, self._leave_triage)

    def _leave_triage(self, current: int | None) -> None:
        """Go to the paper that was shown last, if it is listed."""
        self.triage_screen = None
        papers = self._session.papers
        if current is not None and papers.model.go_to(current):
            papers.redraw()

    async def stats(self) -> None:
        """Show how the library is doing; what is picked there is shown."""
        from readlist.tui.screens.stats import StatsScreen

        async def answered(picked: str | int | None) -> None:
            if isinstance(picked, int):
                await self._show_paper(picked)
            elif picked:
                await self._search(picked)

        screen = StatsScreen(self._session.worker, self._session.keymap)
        await self._node.app.push_screen(screen, answered)

    async def note_history(self) -> None:
        """Show what the note of the paper was; the version that is picked is restored."""
        from readlist.tui.screens.note_history import NoteHistoryScreen

        paper = self._session.papers.paper()
        if paper is None:
            return
        paper_id = paper.id

        def answered(number: int | None) -> None:
            if number is not None:
                self._session.commands.run(
                    lambda library: library.restore_note(paper_id, number), [paper_id]
                )

        screen = NoteHistoryScreen(self._session.worker, self._session.keymap, paper)
        await self._node.app.push_screen(screen, answered)

    async def export(self) -> None:
        """Ask where to export what is selected or listed to, and export it in the background."""
        from readlist.tui.screens.dialogs import ExportDialog

        papers, model = self._session.papers, self._session.papers.model
        ids = model.targets() if model.has_selection else None
        if ids is None and papers.view.similar_to is not None:  # no query finds these
            papers.complete()
            ids = list(model.ids)
        query, count = papers.query.text, counted(papers.count if ids is None else len(ids))
        about = f"{papers.view.label} {papers.query.search}".strip() + f" · {count}"
        about += " selected" if model.has_selection else ""

        async def run(folder: Path) -> None:
            status = self._session.status
            status.say(f"Exporting {count} …")
            try:
                done = await self._session.worker.read(
                    lambda library: library.export_folder(folder, query, ids=ids)
                )
            except Exception as error:
                status.complain(explain(error))
            else:
                status.say(export_summary(folder, done.written, done.unchanged, done.kept))

        def answered(folder: Path | None) -> None:
            if folder:
                self._node.run_worker(run(folder), group="export")

        await self._node.app.push_screen(ExportDialog(self._session.keymap, about), answered)

    async def import_papers(self) -> None:
        """Ask what to import, and show how it goes."""
        from readlist.tui.screens.import_dialog import ImportDialog

        def closed(_answer: None) -> None:
            self._import_dialog = None

        dialog = self._import_dialog = ImportDialog(self._session.keymap, self._session.imports)
        await self._node.app.push_screen(dialog, closed)

    def import_progressed(self, event: ImportProgress) -> None:
        """Show in the dialog, if it is open, how far an import is."""
        if self._import_dialog and self._import_dialog.is_mounted:
            self._import_dialog.show_progress(event.progress)

    def import_finished(self, event: ImportFinished) -> None:
        """Show in the dialog, if it is open, what came of an import."""
        if self._import_dialog and self._import_dialog.is_mounted:
            self._import_dialog.show_report(event.report, event.reason)

    async def import_sample(self) -> None:
        """Import the built-in sample."""
        from readlist.samples import sample_files

        if not self._session.imports.is_running:
            self._session.imports.start(sample_files())
