"""Finding papers from the main screen: the search bar, similar papers, orders, saved searches."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial

from readlist.domain import Act, Paper, SavedSearch
from readlist.errors import ReadlistError, UsageError
from readlist.reading_list import ReadingList
from readlist.reading_list.search import check_query
from readlist.text import printable
from readlist.tui.library.list_query import ALL, BY_STATUS, sort_name, sorts_of, view_of_search
from readlist.tui.library.session import LibrarySession
from readlist.tui.widgets.library_panes import LibraryPanes


class SearchController:
    """Opens and closes the search bar of the panes, and keeps searches."""

    def __init__(self, session: LibrarySession, panes: LibraryPanes) -> None:
        self._panes = panes
        self._bar = panes.search_bar
        self._session = session
        self._papers = session.papers
        #: Whether saved searches may find other papers than they were counted for.
        self.is_outdated = True
        #: The saved searches, as far as they are known.
        self.saved: Sequence[SavedSearch] = ()

    def open(self) -> None:
        """Begin to type, on top of what is searched for already."""
        self._papers.remember_place(self._panes.list.scroll_offset.y)
        self._panes.go_to("list")
        self._bar.open(self._papers.query.search)
        self._bar.screen.set_focus(self._bar.input)

    async def show(self, search: str) -> None:
        """Search for this, with the keys in the list."""
        self._bar.open(search)
        await self._papers.find(search)
        self._panes.go_to("list")

    async def show_among_all(self, search: str) -> None:
        """Search for this among all papers; going back leads here again."""
        self._papers.remember_place(self._panes.list.scroll_offset.y)
        await self.show(search)
        await self._papers.show_view(ALL)

    async def keep(self) -> None:
        """Go to the list of what was found, unless the query is wrong."""
        text = self._bar.text
        try:
            check_query(text)
        except UsageError as error:
            self._bar.show_problem(error.hint)
            self._session.status.complain(str(error))
            return
        await self._papers.find(text)
        self._papers.settle_here()
        self._bar.display = bool(self._papers.query.search)
        self._panes.go_to("list")

    async def go_back(self) -> None:
        """Show again exactly what was shown before the search."""
        if self._papers.can_go_back:
            self._papers.go_back()
        else:
            await self._papers.find("")
        search = self._papers.query.search
        self._bar.open(search)
        self._bar.display = bool(search)
        self._panes.go_to("list")

    def show_similar(self, paper: Paper, go_to: int | None = None) -> None:
        """List the papers similar to one, with the cursor on ``go_to``."""
        self._papers.show_similar(paper, self._panes.list.scroll_offset.y, go_to)
        self._bar.close()
        self._panes.go_to("list")

    async def leave(self) -> None:
        """Search for nothing any more."""
        self._bar.close()
        await self._papers.find("")

    async def choose_order(self, remember: Callable[[], object]) -> None:
        """Ask for the order of the list."""
        from readlist.tui.screens.dialogs import PickDialog

        papers = self._papers
        sorts = sorts_of(papers.view, ranked=papers.query.is_ranked)
        names = [sort_name(sort).capitalize() for sort in sorts]

        async def answered(name: str | None) -> None:
            if name:
                await papers.order_by(sorts[names.index(name)])
                remember()

        title = f"Order of {printable(papers.view.label)}"
        dialog = PickDialog(self._session.keymap, title, names, sorts.index(papers.query.sort))
        await self._bar.app.push_screen(dialog, answered)

    async def save(self) -> None:
        """Ask for a name for what is searched for, and save it."""
        if self._bar.has_keys:
            await self._papers.find(self._bar.text)
        query = self._papers.query
        if not query.search or query.view.similar_to is not None:
            self._session.status.say("Search for something first, to save it", "{search} searches")
            return
        try:
            check_query(query.text)
        except UsageError as error:
            self._session.status.complain(str(error))
            return
        await self._ask_name(
            "Save this search", query.text, query.search,
            lambda library, name: library.save_search(name, query.text),
        )  # fmt: skip

    async def rename(self) -> None:
        """Ask for another name for the saved search that is shown."""
        if search := self._shown_search():
            await self._ask_name(
                "Rename the saved search", search.query, search.name,
                lambda library, name: library.rename_search(search.id, name),
            )  # fmt: skip

    async def delete(self) -> None:
        """Delete the saved search that is shown."""
        if search := self._shown_search():
            self._session.commands.run(lambda library: library.delete_search(search.id))
            await self._papers.show_view(BY_STATUS[0])

    async def _ask_name(
        self, title: str, about: str, name: str, act: Callable[[ReadingList, str], Act | None]
    ) -> None:
        from readlist.tui.screens.dialogs import NameDialog

        def answered(answer: str | None) -> None:
            if answer:
                self._session.commands.run(lambda library: act(library, answer))

        dialog = NameDialog(self._session.keymap, title, about, name)
        await self._bar.app.push_screen(dialog, answered)

    def _shown_search(self) -> SavedSearch | None:
        view = self._papers.view
        if view.saved is None:
            self._session.status.say("Go to a saved search first, among the views")
            return None
        return SavedSearch(view.saved, view.label, view.query)

    async def count_saved(self) -> None:
        """Show the saved searches and how many papers each of them finds now."""
        self.is_outdated = False
        with suppress(ReadlistError):  # the list says what is wrong with the library
            searches = self.saved = await self._session.worker.read(ReadingList.saved_searches)
            self._panes.views.show_searches(searches)
            if (shown := self._papers.view.saved) is not None:  # it may be renamed, or deleted
                views = {search.id: view_of_search(search) for search in searches}
                await self._papers.show_view(views.get(shown, BY_STATUS[0]))
            for search in searches:
                count = await self._session.worker.read(partial(_count, search=search))
                self._panes.views.show_search_count(search.id, count)


def _count(library: ReadingList, search: SavedSearch) -> int | None:
    """Return how many papers a search finds; ``None`` when it cannot be understood."""
    try:
        return len(library.ids(search.query))
    except UsageError:
        return None
