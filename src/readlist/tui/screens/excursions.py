"""Screens that are gone to from the main one, to come back to it: triage, statistics, export."""

from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Literal

from readlist.tui.listing import Listing
from readlist.tui.text import counted
from readlist.tui.views import ALL

if TYPE_CHECKING:
    from readlist.tui.screens.main import MainScreen
    from readlist.tui.screens.triage import TriageScreen


Place = Literal["triage", "stats", "export", "note_history"]


class Excursions:
    """Opens them, each imported when it is first needed, and brings back what was found there."""

    def __init__(self, screen: "MainScreen") -> None:
        self._screen = screen
        self._status = screen.parts.status
        self.triage: TriageScreen | None = None

    @property
    def _listing(self) -> Listing:
        return self._screen.parts.papers.listing

    @property
    def keys_must_wait(self) -> bool | None:
        """Whether keys must wait for the screen that was gone to; ``None`` on the main one."""
        return self.triage.keys_must_wait if self.triage else None

    async def go_to(self, place: Place) -> None:
        """Go to one of them."""
        await {
            "triage": self._triage,
            "stats": self._statistics,
            "export": self._export,
            "note_history": self._note_history,
        }[place]()

    async def _triage(self) -> None:
        """Go through what is selected, or all that is listed, beginning at the cursor."""
        from readlist.tui.screens.triage import TriageScreen
        from readlist.tui.triage import Triage

        listing, browsing = self._listing, self._screen.browsing
        label, ids = browsing.view.label, listing.targets()
        if not listing.has_selection:
            ids = [*listing.ids[listing.cursor :], *listing.ids[: listing.cursor]]
            label += f" · {browsing.search}" if browsing.search else ""
        if not ids:
            self._status.say("Nothing to go through: no paper is listed here")
            return
        self._screen.writing.close()
        self.triage = self._screen.above = TriageScreen(self._screen, label, Triage(ids, monotonic))
        await self._screen.app.push_screen(self.triage)

    def leave_triage(self) -> None:
        """Go back to the list, to the paper that was shown last if it is there."""
        if screen := self.triage:
            self.triage = self._screen.above = None
            self._screen.app.pop_screen()
            current = screen.triage.current
            if current is not None and self._listing.go_to(current):
                self._screen.browsing.cursor_moved()

    def save(self) -> None:
        """Save what is being written in triage: the program is about to end."""
        if self.triage:
            self.triage.note.close()

    async def _statistics(self) -> None:
        """Show how the library is doing; what is picked there is gone to."""
        from readlist.tui.screens.stats import StatsScreen

        screen = StatsScreen(self._screen.library, self._screen.keymap)
        await self._screen.app.push_screen(screen, self._leave_stats)

    async def _leave_stats(self, picked: str | int | None) -> None:
        """Go back, to a paper or to a search if that was picked."""
        if isinstance(picked, int):
            self.show_paper(picked)
        elif picked:
            self._screen.browsing.set_out()
            self._screen.browsing.show_view(ALL)
            await self._screen.searching.show(picked)

    def show_paper(self, paper_id: int) -> None:
        """Go to a paper, among all papers if it is not listed."""
        if self._listing.go_to(paper_id):
            self._screen.browsing.cursor_moved()
        else:
            self._screen.searching.put_away()
            self._screen.browsing.find("")
            self._screen.browsing.show_view(ALL, go_to=paper_id)
        self._screen.show_pane("paper")

    async def _note_history(self) -> None:
        """Show what the note of the paper was; the version that is picked is restored."""
        from readlist.tui.screens.note_history import NoteHistoryScreen

        paper, screen = self._screen.parts.paper.paper, self._screen
        if paper is None or paper.id != self._listing.current:
            return

        def leave(number: int | None) -> None:
            if number is not None:
                screen.acting.restore_note(paper.id, number)

        screen.writing.close()
        history = NoteHistoryScreen(screen.library, screen.keymap, paper)
        await screen.app.push_screen(history, leave)

    async def _export(self) -> None:
        """Ask where to export what is listed to."""
        from readlist.tui.exporting import export
        from readlist.tui.screens.dialogs import ExportDialog

        browsing, listing = self._screen.browsing, self._listing
        ids = listing.targets() if listing.has_selection else ()
        query, told = browsing.query, counted(len(ids or listing))
        view = f"{browsing.view.label} {browsing.search}".strip()
        about = f"{view} · {told} selected" if ids else f"{view} · {told}"

        def answered(folder: Path | None) -> None:
            if folder:
                self._status.say(f"Exporting {told} …")
                export(self._screen.desk, folder, query, ids)

        await self._screen.app.push_screen(ExportDialog(self._screen.keymap, about), answered)
