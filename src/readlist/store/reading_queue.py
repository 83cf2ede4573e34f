"""The order in which a person means to read: places among the papers that are to be read.

A paper has no place until the user arranges the queue; those without one come
after those with one, newest first as in any list.
"""

from collections.abc import Collection, Sequence

from readlist.domain import Status
from readlist.store import papers
from readlist.store.database import Database
from readlist.store.filters import Filter, Selection
from readlist.store.journal import Recorder

_TO_READ = Selection(filters=(Filter("status", Status.TO_READ.value),))


def move(database: Database, recorder: Recorder, ids: Collection[int], steps: int) -> bool:
    """Move papers ``steps`` places down the queue, or up for less than 0; return whether any went.

    Papers that are not to be read have no place.
    """
    before = papers.ids(database, _TO_READ, "queue")
    after = shifted(before, set(ids), steps)
    changed = [place for place, paper_id in enumerate(after) if paper_id != before[place]]
    if changed:
        _renumber(database, recorder, after[: changed[-1] + 1])
    return bool(changed)


def shifted(ids: Sequence[int], chosen: Collection[int], steps: int) -> list[int]:
    """Return ``ids`` with those ``chosen`` some places further down, or up for less than 0.

    Those that come to the end stay there, the others behind them, in their order.
    """
    if steps > 0:
        return shifted(ids[::-1], chosen, -steps)[::-1]
    moved = list(ids)
    for _ in range(min(-steps, len(moved))):
        for place in range(1, len(moved)):
            if moved[place] in chosen and moved[place - 1] not in chosen:
                moved[place - 1], moved[place] = moved[place], moved[place - 1]
    return moved


def _renumber(database: Database, recorder: Recorder, first: list[int]) -> None:
    """Give the ``first`` papers of the queue the places 1, 2, 3 … where they have another one.

    Those behind them have no place or, places being different, a higher one.
    """
    places = dict(database.rows("SELECT id, queue FROM paper WHERE status = 'to-read'"))
    for place, paper_id in enumerate(first, 1):
        if places[paper_id] != place:
            recorder.update("paper", [paper_id], {"queue": place})
