"""Where one was before one searched, to come back there exactly."""

from collections.abc import Sequence
from typing import NamedTuple

from readlist.tui.finding import Question, Top
from readlist.tui.ledger import Change
from readlist.tui.listing import Listing
from readlist.tui.views import View


class Spot(NamedTuple):
    """A list as it was, with the cursor and the selection in it, and how far it was scrolled."""

    question: Question
    listing: Listing
    scroll_y: int
    top: Top


class Spots:
    """The way back, nearest last."""

    def __init__(self) -> None:
        self._spots: list[Spot] = []

    def __bool__(self) -> bool:
        return bool(self._spots)

    def keep(self, spot: Spot) -> None:
        """One leaves this spot to come back."""
        self._spots.append(spot)

    def take(self) -> Spot:
        """Go back by one."""
        return self._spots.pop()

    def forget(self) -> None:
        """One went elsewhere for good."""
        self._spots.clear()

    def settle(self, *, searching: bool) -> None:
        """Give up the nearest spot when the search was emptied, or only went on from another."""
        if self._spots and (not searching or self._spots[-1].question.search):
            self._spots.pop()

    def paper_in(self, view: View) -> int | None:
        """Return the paper one was at in ``view`` before one searched there."""
        if self._spots and self._spots[-1].question.view == view:
            return self._spots[-1].listing.current
        return None

    def take_away(self, ids: Sequence[int], change: Change) -> None:
        """Take papers that are changed so out of the lists they no longer belong in."""
        for spot in self._spots:
            if spot.question.view.is_left(change):
                spot.listing.remove(ids)
