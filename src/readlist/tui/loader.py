"""Asking the desk for what the screen shows, and telling late answers from timely ones."""

from collections.abc import Sequence

from readlist.domain import Paper
from readlist.errors import NoSuchPaperError
from readlist.reading_list import ReadingList
from readlist.tui.desk import Desk
from readlist.tui.ledger import Ledger
from readlist.tui.messages import (
    CountsLoaded,
    IdsLoaded,
    PageLoaded,
    PaperLoaded,
    PapersLoaded,
    QueryRefused,
    RowsLoaded,
)

#: Rows of the first answer: more than a screen holds, and whole for many a list.
FIRST_PAGE = 200


class Loader:
    """Asks for lists by number: only the answer to the latest is wanted.

    ``busy`` is true from asking for a list until all of it is there.
    """

    def __init__(self, desk: Desk, ledger: Ledger) -> None:
        self._desk = desk
        self._ledger = ledger
        self.generation = 0
        self.busy = False

    def list(self, query: str, sort: str) -> None:
        """Ask for a list: its first page, and when that is not all, the rest."""
        self.generation += 1
        self.busy = True
        generation = self.generation

        def first_page(library: ReadingList) -> PageLoaded:
            as_of = self._ledger.settled
            rows = library.page(query, sort, limit=FIRST_PAGE)
            return PageLoaded(generation, as_of, rows, len(rows) < FIRST_PAGE)

        self._desk.read("page", first_page, lambda reason: QueryRefused(generation, reason))

    def ids(self, query: str, sort: str) -> None:
        """Ask for all ids of the list asked for last."""
        generation = self.generation

        def ids(library: ReadingList) -> IdsLoaded:
            as_of = self._ledger.settled
            return IdsLoaded(generation, as_of, library.ids(query, sort))

        self._desk.read("ids", ids, lambda reason: QueryRefused(generation, reason))

    def again(self, query: str, sort: str, *, at_once: bool) -> None:
        """Ask for a list that is shown already, because the library may have changed."""
        self.generation += 1
        self.busy = self.busy or at_once
        self.ids(query, sort)

    def is_timely(self, generation: int) -> bool:
        """Tell whether an answer is to the latest question."""
        return generation == self.generation

    def rows(self, ids: Sequence[int]) -> None:
        """Ask for rows."""

        def rows(library: ReadingList) -> RowsLoaded:
            as_of = self._ledger.settled
            return RowsLoaded(as_of, library.rows(ids), ids)

        self._desk.read("rows", rows)

    def paper(self, paper_id: int) -> None:
        """Ask for a paper."""

        def paper(library: ReadingList) -> PaperLoaded | None:
            as_of = self._ledger.settled
            found = _paper(library, paper_id)
            return PaperLoaded(as_of, found) if found else None

        self._desk.read("paper", paper)

    def papers(self, ids: Sequence[int]) -> None:
        """Ask for several papers."""

        def papers(library: ReadingList) -> PapersLoaded:
            as_of = self._ledger.settled
            found = [paper for one in ids if (paper := _paper(library, one))]
            return PapersLoaded(as_of, found, ids)

        self._desk.read("triage", papers)

    def counts(self) -> None:
        """Ask how many papers the views hold."""

        def counts(library: ReadingList) -> CountsLoaded:
            as_of = self._ledger.settled
            return CountsLoaded(as_of, library.counts())

        self._desk.read("counts", counts)


def _paper(library: ReadingList, paper_id: int) -> Paper | None:
    try:
        return library.paper(paper_id)
    except NoSuchPaperError:  # an import was undone: the list will say so
        return None
