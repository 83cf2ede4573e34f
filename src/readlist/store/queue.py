"""The order in which a person means to read: places among the papers that are to be read.

A paper has no place until the user arranges the queue; those without one come
after those with one, newest first as in any list.
"""

from readlist.domain import Status
from readlist.store import papers
from readlist.store.database import Database
from readlist.store.recording import Recorder
from readlist.store.selection import Filter, Selection

_TO_READ = Selection(filters=(Filter("status", Status.TO_READ.value),))


def move(database: Database, recorder: Recorder, paper_id: int, steps: int) -> bool:
    """Move a paper ``steps`` places down the queue, or up for less than 0; return whether it did.

    Moving past an end goes to the end. A paper that is not to be read has no place.
    """
    queue = papers.ids(database, _TO_READ, "queue")
    if paper_id not in queue:
        return False
    before = queue.index(paper_id)
    after = min(max(before + steps, 0), len(queue) - 1)
    queue.insert(after, queue.pop(before))
    if after == before:
        return False
    _renumber(database, recorder, queue[: max(before, after) + 1])
    return True


def _renumber(database: Database, recorder: Recorder, first: list[int]) -> None:
    """Give the ``first`` papers of the queue the places 1, 2, 3 … where they have another one.

    Those behind them have no place or, places being different, a higher one.
    """
    places = dict(database.rows("SELECT id, queue FROM paper WHERE status = 'to-read'"))
    for place, paper_id in enumerate(first, 1):
        if places[paper_id] != place:
            recorder.update("paper", [paper_id], {"queue": place})
