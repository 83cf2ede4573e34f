"""Where one has been: the way back from a search, and the paper one was at in each view."""

from collections.abc import Sequence
from typing import NamedTuple

from readlist.tui.library.list_model import ListModel
from readlist.tui.library.list_query import FirstPage, ListQuery, View
from readlist.tui.library.pending import Change


class Place(NamedTuple):
    """A list as it was left: with its cursor and selection, and the first line that was seen."""

    query: ListQuery
    model: ListModel
    scroll_y: int
    page: FirstPage


class NavigationHistory:
    """Remembers places to go back to, and the current paper of every view."""

    def __init__(self) -> None:
        #: The way back, the nearest place last.
        self.places: list[Place] = []
        self._papers: dict[View, int] = {}

    def drop_if_needless(self, *, searching: bool) -> None:
        """Drop the last place when a search was emptied, or only went on from another one."""
        if self.places and (not searching or self.places[-1].query.search):
            self.places.pop()

    def paper_before_search(self, view: View) -> int | None:
        """Return the paper that was current in ``view`` before the search in it."""
        if self.places and self.places[-1].query.view == view:
            return self.places[-1].model.current
        return None

    def leave(self, view: View, paper_id: int | None) -> None:
        """Remember the current paper of a view."""
        if paper_id is not None:
            self._papers[view] = paper_id

    def paper_in(self, view: View) -> int | None:
        """Return the paper that was current when a view was left."""
        return self._papers.get(view)

    def remove(self, ids: Sequence[int], change: Change) -> None:
        """Take papers out of the lists that they leave by ``change``."""
        for place in self.places:
            if place.query.view.loses(change):
                place.model.remove(ids)
