"""Screens that are gone to from the main one, to come back to it: triage, statistics, export."""

from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Literal

from readlist.tui import wording
from readlist.tui.views import ALL

if TYPE_CHECKING:
    from readlist.tui.screens.main import MainScreen
    from readlist.tui.screens.stats import StatsScreen
    from readlist.tui.screens.triage import TriageScreen


Place = Literal["triage", "stats", "export"]


class Excursions:
    """Opens them, each imported when it is first needed, and brings back what was found there."""

    def __init__(self, screen: "MainScreen") -> None:
        self._screen = screen
        self._listing = screen.parts.papers.listing
        self._status = screen.parts.status
        self.triage: TriageScreen | None = None
        self._stats: StatsScreen | None = None

    @property
    def keys_must_wait(self) -> bool | None:
        """Whether keys must wait for the screen that was gone to; ``None`` on the main one."""
        above = self.triage or self._stats
        return above.keys_must_wait if above else None

    async def go_to(self, place: Place) -> None:
        """Go to one of them."""
        await {"triage": self._triage, "stats": self._statistics, "export": self._export}[place]()

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
            self.triage.close_note()

    async def _statistics(self) -> None:
        """Show how the library is doing; what is picked there is gone to."""
        from readlist.tui.screens.stats import StatsScreen

        self._stats = StatsScreen(self._screen.desk, self._leave_stats, self._screen.keymap.told)
        await self._screen.app.push_screen(self._stats)

    async def _leave_stats(self, picked: str | int | None) -> None:
        """Go back, to a paper or to a search if that was picked."""
        self._stats = None
        self._screen.app.pop_screen()
        if isinstance(picked, int):
            self._show_paper(picked)
        elif picked:
            self._screen.browsing.show_view(ALL)
            await self._screen.searching.show(picked)

    def _show_paper(self, paper_id: int) -> None:
        """Go to a paper, among all papers if it is not listed."""
        if self._listing.go_to(paper_id):
            self._screen.browsing.cursor_moved()
        else:
            self._screen.searching.clear()
            self._screen.browsing.show_view(ALL, go_to=paper_id)
        self._screen.show_pane("paper")

    async def _export(self) -> None:
        """Ask where to export what is listed to."""
        from readlist.tui.exporting import export
        from readlist.tui.screens.exporting import ExportScreen

        query, told = self._screen.browsing.query, wording.number(len(self._listing))

        def answered(folder: Path | None) -> None:
            if folder:
                self._status.say(f"Exporting {told} …")
                export(self._screen.desk, folder, query)

        browsing = self._screen.browsing
        about = f"{browsing.view.label} {browsing.search}".strip()
        await self._screen.app.push_screen(ExportScreen(f"{about} · {told}"), answered)
