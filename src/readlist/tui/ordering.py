"""The orders a list can have, and which of them make sense where."""

from readlist.domain import Status
from readlist.errors import ReadlistError
from readlist.searching.query import parse
from readlist.store.filters import BEST
from readlist.tui.views import View

#: The orders that views can have, and what they are called.
SORTS = {
    "added": "newest first",
    "title": "by title",
    "year": "by year",
    "status": "by status",
    "queue": "reading queue",
}

_BEST_NAME = "best match first"


def sorts_of(view: View, *, ranked: bool = False) -> list[str]:
    """Return the orders to choose from in a view; the best match first where that is ``ranked``.

    Where all papers have one status they cannot be put in its order, and only
    those to be read stand in a queue.
    """
    if view.similar_to is not None:
        return [BEST]
    has_queue = view.status in (None, Status.TO_READ)
    senseless = {"status"} if view.status else set()
    sorts = [sort for sort in SORTS if sort not in senseless and (has_queue or sort != "queue")]
    return [BEST] * ranked + sorts


def own_sort(view: View) -> str:
    """Return the order of a view for which none was chosen."""
    if view.similar_to is not None:
        return BEST
    return "queue" if view.status is Status.TO_READ else "added"


def sort_name(sort: str) -> str:
    """Return what an order is called."""
    return SORTS.get(sort, _BEST_NAME)


def is_ranked(query: str) -> bool:
    """Tell whether words are searched for, so that some papers match better than others."""
    try:
        return bool(parse(query, lenient=True).sought)
    except ReadlistError:
        return False
