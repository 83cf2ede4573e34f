"""Searching in the list: opening the bar, following what is typed, keeping it or going back."""

from typing import TYPE_CHECKING

from readlist.tui.browsing import Browsing

if TYPE_CHECKING:
    from readlist.tui.screens.main import MainScreen
    from readlist.tui.widgets.search_bar import SearchBar


class Searching:
    """The search bar's place on the main screen. It is made when it is first opened."""

    def __init__(self, screen: "MainScreen", browsing: Browsing) -> None:
        self._screen = screen
        self._browsing = browsing
        self._bar: SearchBar | None = None
        self._search_before = ""
        self._paper_before: int | None = None

    @property
    def has_keys(self) -> bool:
        """Whether letters typed now go into the bar."""
        return self._bar is not None and self._screen.focused is self._bar.input

    async def open(self) -> None:
        """Begin to type, on top of what is searched for already."""
        bar = self._bar or await self._make_bar()
        self._search_before = self._browsing.search
        self._paper_before = self._browsing.parts.papers.listing.current
        self._screen.show_pane("list")
        bar.display = True
        bar.set_text(self._browsing.search)
        self._screen.set_focus(bar.input)

    async def show(self, search: str) -> None:
        """Search for this, with the keys in the list."""
        bar = self._bar or await self._make_bar()
        bar.display = True
        bar.set_text(search)
        self._browsing.find(search)
        self._screen.show_pane("list")

    def follow(self) -> None:
        """Search for what is in the bar, while it is being typed."""
        if self._bar and self.has_keys:
            self._bar.show_problem("")
            self._browsing.find(self._bar.input.value)

    def keep(self) -> None:
        """Go to the list of what was found."""
        self.follow()
        if self._bar and not self._browsing.search:
            self._bar.display = False
        self._screen.show_pane("list")

    def cancel(self) -> None:
        """Go back to the list and the paper there were before."""
        self._back_to(self._search_before, self._paper_before)

    def clear(self) -> None:
        """Search no more, staying on the paper."""
        self._back_to("", self._browsing.parts.papers.listing.current)

    def problem(self, reason: str) -> None:
        """Say what is wrong with the query, or that nothing is."""
        if self._bar:
            self._bar.show_problem(reason)

    def _back_to(self, search: str, paper_id: int | None) -> None:
        self._browsing.find(search, go_to=paper_id)
        if self._bar:
            self._bar.set_text(search)
            self._bar.display = bool(search)
        self._screen.show_pane("list")

    async def _make_bar(self) -> "SearchBar":
        from readlist.tui.widgets.search_bar import SearchBar  # not needed for the first screen

        self._bar = SearchBar(id="search")
        await self._screen.query_one("#list-pane").mount(self._bar, before="#advice")
        return self._bar
