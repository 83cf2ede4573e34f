"""The part of the main screen that finds things: the search bar, saved searches, more like this."""

from functools import partial
from pathlib import Path

from readlist.domain import Paper, SavedSearch
from readlist.errors import UsageError
from readlist.searching.query import parse
from readlist.settings import Settings
from readlist.tui import messages
from readlist.tui.library.ui_state import UiState
from readlist.tui.saved import Saved
from readlist.tui.screens.paned_screen import PanedScreen
from readlist.tui.screens.searching import Searching
from readlist.tui.views import BY_STATUS, of_search

#: Seconds between looks at whether the cursor rests, and looks after which it does.
LOOK, RESTS = 0.1, 4


class FindingScreen(PanedScreen):
    """Answers the keys that find something, and shows what was found for them."""

    def __init__(self, path: Path, settings: Settings, ui_state: UiState) -> None:
        super().__init__(path, settings, ui_state)
        self.searching = Searching(self, self.browsing)
        self.saved = Saved(self.desk, self.parts.views)
        self._rested = 0
        self._rests_on: tuple[int, int | None] = (0, None)

    def on_mount(self) -> None:
        """See from time to time whether the cursor rests."""
        self.set_interval(LOOK, self._look_around)

    def _look_around(self) -> None:
        """While nothing moves, look up what nobody waits for."""
        current = self.parts.papers.listing.current
        at = self.loader.generation, current
        self._rested = self._rested + 1 if at == self._rests_on else 0
        self._rests_on = at
        if self._rested == RESTS and current is not None and self.parts.paper.size.width:
            self.loader.similar(current)
        if self._rested >= RESTS and not self.loader.busy and self.browsing.is_settled:
            self.saved.look()

    # Keys

    async def action_search(self) -> None:
        """Begin to search."""
        await self.searching.open()

    def action_complete(self, step: int) -> None:
        """Complete what is typed into the search."""
        if self.searching.has_keys:
            self.searching.complete(step)

    def action_alike(self) -> None:
        """List the papers like the one at the cursor."""
        paper = self.parts.paper.paper
        if paper and paper.id == self.parts.papers.listing.current:
            self._show_alike(paper)

    def action_show_alike(self, paper_id: int) -> None:
        """Go to a paper that was clicked, among those like the one shown."""
        if self.parts.paper.paper:
            self._show_alike(self.parts.paper.paper, paper_id)

    def _show_alike(self, paper: Paper, go_to: int | None = None) -> None:
        self.browsing.show_alike(paper, go_to)
        self.searching.put_away()
        self.show_pane("list")

    async def action_save_search(self) -> None:
        """Ask for a name for what is searched for, and save it."""
        self.searching.follow()
        query = self.browsing.query
        if not self.browsing.search or self.browsing.view.similar_to is not None:
            self.parts.status.say("Search for something first, to save it", "{search} searches")
            return
        try:
            parse(query)
        except UsageError as error:
            self.parts.status.complain(str(error))
            return
        await self._ask_name("Save this search", query, self.browsing.search, self._save(query))

    async def action_rename_search(self) -> None:
        """Ask for another name for the saved search that is shown."""
        if search := self._shown_search():
            rename = partial(self.acting.rename_search, search.id)
            await self._ask_name("Rename the saved search", search.query, search.name, rename)

    def action_delete_search(self) -> None:
        """Delete the saved search that is shown."""
        if search := self._shown_search():
            self.acting.delete_search(search.id)
            self.browsing.show_view(BY_STATUS[0])

    # Answers

    def on_search_bar_typed(self) -> None:
        """Search for what is typed, once the letter is painted."""
        self.call_after_refresh(self.searching.follow)

    def list_shown(self) -> None:
        """Say what was read as something else."""
        self.searching.show_aside()

    def on_completed(self, answer: messages.Completed) -> None:
        """Suggest it, or put it in if that was asked for."""
        self.searching.completed(answer)
        self._let_keys_go_on()

    def on_similar_loaded(self, answer: messages.SimilarLoaded) -> None:
        """Show them beside the paper they are like, if it is still shown."""
        if self.parts.paper.paper and self.parts.paper.paper.id == answer.paper_id:
            self.parts.paper.show_similar(answer.found)

    def on_saved_loaded(self, answer: messages.SavedLoaded) -> None:
        """Show them; the one that is shown may have another name now, or be gone."""
        self.saved.loaded(answer)
        if (shown := self.browsing.view.saved) is not None:
            named = {search.id: of_search(search) for search in answer.searches}
            self.browsing.show_view(named.get(shown, BY_STATUS[0]))

    def on_saved_counted(self, answer: messages.SavedCounted) -> None:
        """Show how many papers a saved search finds."""
        self.saved.counted(answer)

    def library_changed(self) -> None:
        """Saved searches may find other papers now."""
        self.saved.library_changed()

    def _save(self, query: str) -> "partial[None]":
        return partial(self.acting.save_search, query)

    async def _ask_name(self, title: str, about: str, name: str, act: "partial[None]") -> None:
        from readlist.tui.screens.dialogs import NameDialog

        def answered(named: str | None) -> None:
            if named:
                act(named)

        await self.app.push_screen(NameDialog(self.keymap, title, about, name), answered)

    def _shown_search(self) -> SavedSearch | None:
        view = self.browsing.view
        if view.saved is None:
            self.parts.status.say("Go to a saved search first, among the views")
            return None
        return SavedSearch(view.saved, view.label, view.query)
