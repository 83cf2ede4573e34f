"""What needs an answer first, or goes elsewhere: dialogs, the browser, the clipboard."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from textual.screen import Screen

from readlist.domain import Paper
from readlist.text import printable
from readlist.tui.links import open_in_browser, openable
from readlist.tui.ordering import sort_name, sorts_of
from readlist.tui.text import citation, counted

if TYPE_CHECKING:
    from readlist.tui.screens.import_dialog import ImportDialog
    from readlist.tui.screens.main import MainScreen


class Asking:
    """Opens dialogs over the main screen, each imported when it is first needed."""

    def __init__(self, screen: "MainScreen") -> None:
        self._screen = screen
        self._status = screen.parts.status
        self.import_dialog: ImportDialog | None = None
        self._edited: Paper | None = None

    async def help(self) -> None:
        """Show every key."""
        from readlist.tui.screens.help import HelpScreen

        await self._screen.app.push_screen(HelpScreen(self._screen.keymap))

    async def import_papers(self) -> None:
        """Ask what to import, and show how it goes."""
        from readlist.tui.screens.import_dialog import ImportDialog

        self.import_dialog = ImportDialog(self._screen.keymap, self._screen.importing)
        await self._screen.app.push_screen(self.import_dialog, self._import_dialog_left)

    def _import_dialog_left(self, _answer: None) -> None:
        self.import_dialog = None

    def import_sample(self) -> None:
        """Import the sample."""
        from readlist.samples import sample_files

        if not self._screen.importing.is_running:
            self._screen.importing.start(sample_files())

    async def order(self) -> None:
        """Ask for the order of the view."""
        from readlist.tui.screens.dialogs import PickDialog

        browsing = self._screen.browsing
        sorts = sorts_of(browsing.view, ranked=browsing.is_ranked)
        names = [sort_name(sort).capitalize() for sort in sorts]

        def picked(name: str | None) -> None:
            if name:
                browsing.order_by(sorts[names.index(name)])
                self._screen.remembering.keep_orders()

        title = f"Order of {printable(browsing.view.label)}"
        picker: Screen[str | None] = PickDialog(
            self._screen.keymap, title, names, sorts.index(browsing.sort)
        )
        await self._screen.app.push_screen(picker, picked)

    async def tag(self, paper: Paper | None = None) -> None:
        """Ask for tags to add and to remove, for a paper or what is selected in the list."""
        from readlist.tui.screens.dialogs import TagDialog

        ids = [paper.id] if paper else self._screen.parts.papers.listing.targets()
        if not ids:
            return
        counts, paper = self._screen.browsing.counts, paper or self._paper(ids)
        about = f"“{paper.title}”" if paper else counted(len(ids))
        tags = paper.tags if paper else ()

        def answered(words: tuple[list[str], list[str]] | None) -> None:
            if words:
                self._screen.acting.tag(ids, *words)

        known = list(counts.tags) if counts else []
        screen = TagDialog(self._screen.keymap, about, tags, known)
        await self._screen.app.push_screen(screen, answered)

    async def edit(self, paper: Paper | None = None) -> None:
        """Ask for corrections of a paper, or that at the cursor."""
        if paper := paper or self._paper():
            await self._ask_to_edit(paper, {}, "")

    async def edit_again(self, typed: Mapping[str, str], problem: str) -> None:
        """Ask again, with what was typed, when it could not be taken."""
        if self._edited:
            await self._ask_to_edit(self._edited, typed, problem)

    async def _ask_to_edit(self, paper: Paper, typed: Mapping[str, str], problem: str) -> None:
        from readlist.tui.screens.dialogs import EditDialog

        def answered(changes: dict[str, str] | None) -> None:
            if changes:
                self._screen.acting.edit(paper.id, changes)

        self._edited = paper
        await self._screen.app.push_screen(
            EditDialog(self._screen.keymap, paper, typed, problem), answered
        )

    async def copy(self, paper: Paper | None = None) -> None:
        """Copy the citation of a paper, or that at the cursor."""
        if paper := paper or self._paper():
            self._screen.app.copy_to_clipboard(citation(paper))
            self._status.say(f"Copied: {citation(paper)}")

    async def open_link(self, paper: Paper | None = None) -> None:
        """Open the link of a paper, or that at the cursor; of several, the one that is picked."""
        from readlist.tui.screens.dialogs import PickDialog

        paper = paper or self._paper()
        links = openable(paper) if paper else []
        if not links:
            self._status.say("This paper has no link")
        elif len(links) == 1:
            await self.open_url(links[0])
        else:
            picker: Screen[str | None] = PickDialog(self._screen.keymap, "Open a link", links)
            await self._screen.app.push_screen(picker, self._picked)

    async def open_url(self, url: str) -> None:
        """Open a link; where there is no browser, copy it."""
        if await open_in_browser(url):
            self._status.say(f"Opened {url}")
        else:
            self._screen.app.copy_to_clipboard(url)
            self._status.say(f"No browser here; copied {url}")

    async def _picked(self, url: str | None) -> None:
        if url:
            await self.open_url(url)

    def _paper(self, ids: list[int] | None = None) -> Paper | None:
        """The paper that is shown, if it is the one at the cursor, or the only one of ``ids``."""
        paper, current = self._screen.parts.paper.paper, self._screen.parts.papers.listing.current
        wanted = [current] if ids is None else ids
        return paper if paper and wanted == [paper.id] else None
