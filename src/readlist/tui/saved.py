"""The saved searches beside the views, counted in the background when the library has changed."""

from collections.abc import Sequence

from readlist.domain import SavedSearch
from readlist.errors import UsageError
from readlist.reading_list import ReadingList
from readlist.tui.desk import Desk
from readlist.tui.messages import SavedCounted, SavedLoaded
from readlist.tui.widgets.view_list import ViewList


class Saved:
    """Counts one search at a time, so that what the screen waits for comes between."""

    def __init__(self, desk: Desk, views: ViewList) -> None:
        self._desk = desk
        self._views = views
        self._is_stale = True
        self._to_count: Sequence[SavedSearch] = ()

    def library_changed(self) -> None:
        """What was counted may not hold any more."""
        self._is_stale = True

    def look(self) -> None:
        """Nobody is doing anything: read the searches and count them, if the library changed."""
        if self._is_stale:
            self._is_stale = False
            self._desk.read("saved", lambda library: SavedLoaded(library.saved_searches()))

    def loaded(self, answer: SavedLoaded) -> None:
        """Show the searches, and begin to count."""
        self._views.show_searches(answer.searches)
        self._to_count = answer.searches
        self._count_next()

    def counted(self, answer: SavedCounted) -> None:
        """Show a count, and go on to the next."""
        self._views.show_search_count(answer.search.id, answer.count)
        if not self._is_stale:
            self._count_next()

    def _count_next(self) -> None:
        if self._to_count:
            search, *self._to_count = self._to_count
            self._desk.read("saved", lambda library: SavedCounted(search, _count(library, search)))


def _count(library: ReadingList, search: SavedSearch) -> int | None:
    """Return how many papers a search finds; ``None`` when it cannot be understood."""
    try:
        return len(library.ids(search.query))
    except UsageError:
        return None
