"""Where one is: a view, a search in it, an order; and the way back from there."""

from readlist.domain import Status
from readlist.reading_list.search import BEST
from readlist.tui.finding import Question, Top
from readlist.tui.ledger import Change
from readlist.tui.ordering import is_ranked, own_sort, sorts_of
from readlist.tui.spots import Spot, Spots
from readlist.tui.views import BY_STATUS, View


class Whereabouts:
    """What is being looked at. ``top`` is what the library said of it last."""

    def __init__(self) -> None:
        self.view: View = BY_STATUS[0]
        self.search = ""
        self.top = Top()
        self.orders: dict[str, str] = {}
        self._found_order = BEST
        self._spots = Spots()

    @property
    def question(self) -> Question:
        """What is asked of the library."""
        return Question(self.view, self.search, self.sort)

    @property
    def query(self) -> str:
        """The view and the search in it, in the query language."""
        return self.question.query

    @property
    def sort(self) -> str:
        """The order chosen for what is found, or for the view, else the view's own."""
        if self.is_ranked:
            return self._found_order
        chosen = self.orders.get(self.view.place)
        return chosen if chosen in sorts_of(self.view) else own_sort(self.view)

    @property
    def is_ranked(self) -> bool:
        """Whether words are searched for, so that there is a best match."""
        return is_ranked(f"{self.view.query} {self.search}")

    @property
    def is_queue(self) -> bool:
        """Whether the list is what is to be read in the order it is to be read in."""
        return self.view.status is Status.TO_READ and self.sort == "queue" and not self.search

    @property
    def is_sure_of_list(self) -> bool:
        """Whether the list shows what the library would answer, once changes are written.

        Views know what their papers are; only the library knows what a filter finds, or a tag.
        """
        return ":" not in self.search and not self.view.asks

    @property
    def can_go_back(self) -> bool:
        """Whether one went somewhere to come back."""
        return bool(self._spots)

    def settle_here(self) -> None:
        """Stay in what was searched for; going back leaves the whole search."""
        self._spots.settle(searching=bool(self.search))

    def _choose_order(self, sort: str) -> None:
        if self.is_ranked:
            self._found_order = sort
        else:
            self.orders[self.view.place] = sort

    def _search_for(self, search: str) -> None:
        if not self.search:
            self._found_order = BEST
        self.search = search

    def _return_to(self, spot: Spot) -> None:
        (self.view, self.search, sort), self.top = spot.question, spot.top
        if self.is_ranked:
            self._found_order = sort

    def _is_entered(self, change: Change) -> bool:
        """Tell whether a paper that is changed so may have to be listed now."""
        asked = f"{self.view.asks}{self.search}"
        is_found = bool(asked) and (":" in asked or change.note is not None)
        return is_found or self.view.is_entered(change)
