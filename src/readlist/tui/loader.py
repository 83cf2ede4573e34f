"""Asking the desk for what the screen shows, and telling late answers from timely ones."""

from collections.abc import Sequence

from readlist.domain import Paper
from readlist.errors import NoSuchPaperError
from readlist.reading_list import ReadingList
from readlist.tui import finding
from readlist.tui.desk import Desk
from readlist.tui.finding import Question
from readlist.tui.ledger import Ledger
from readlist.tui.messages import (
    Completed,
    CountsLoaded,
    IdsLoaded,
    PageLoaded,
    PaperLoaded,
    PapersLoaded,
    QueryRefused,
    RowsLoaded,
    SimilarLoaded,
)

#: Rows of the first answer: more than a screen holds, and whole for many a list.
FIRST_PAGE = 100

#: Papers told beside one that they are like.
ALIKE_SHOWN = 5


class Loader:
    """Asks for lists by number: only the answer to the latest is wanted.

    ``busy`` is true from asking for a list until all of it is there.
    """

    def __init__(self, desk: Desk, ledger: Ledger) -> None:
        self._desk = desk
        self._ledger = ledger
        self._near: dict[int, tuple[int, Paper]] = {}
        self.generation = 0
        self.busy = False

    def list(self, question: Question) -> None:
        """Ask for the top of a list, and for the paper that is first there."""
        self.generation += 1
        self.busy = True
        generation = self.generation

        def first_page(library: ReadingList) -> PageLoaded:
            as_of = self._ledger.settled
            found = finding.top(library, question, FIRST_PAGE)
            first = _paper(library, found.rows[0].id) if found.rows else None
            return PageLoaded(generation, as_of, found, len(found.rows) < FIRST_PAGE, first)

        self._desk.read("page", first_page, lambda reason: QueryRefused(generation, reason))

    def ids(self, question: Question) -> None:
        """Ask for all ids of the list asked for last."""
        generation = self.generation

        def ids(library: ReadingList) -> IdsLoaded:
            as_of = self._ledger.settled
            return IdsLoaded(generation, as_of, finding.whole(library, question))

        self._desk.read("ids", ids, lambda reason: QueryRefused(generation, reason))

    def again(self, question: Question, *, at_once: bool) -> None:
        """Ask for a list that is shown already, because the library may have changed."""
        self.generation += 1
        self.busy = self.busy or at_once
        self._near = {}
        self.ids(question)

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
        """Ask for a paper. One that is known comes at once, another when the list is drawn."""
        known = self.known(paper_id)

        def paper(library: ReadingList) -> PaperLoaded | None:
            as_of = self._ledger.settled
            found = known or _paper(library, paper_id)
            return PaperLoaded(as_of, found) if found else None

        self._desk.read("known" if known else "paper", paper)

    def put_near(self, paper: Paper, as_of: int) -> None:
        """Keep a paper that was looked up before it was wanted."""
        self._near[paper.id] = as_of, paper

    def near(self, ids: Sequence[int]) -> None:
        """Have papers looked up that the next key may go to, once nothing else is asked for."""
        generation = self.generation
        kept = {one: self._near[one] for one in ids if self.known(one)}

        def near(library: ReadingList) -> None:
            as_of = self._ledger.settled
            wanted = (one for one in ids if one not in kept)
            found = {one: (as_of, paper) for one in wanted if (paper := _paper(library, one))}
            if self.is_timely(generation):
                self._near = kept | found

        self._desk.read("near", near)

    def known(self, paper_id: int) -> Paper | None:
        """Return a paper that was looked up before it was wanted, if nothing changed it since."""
        as_of, paper = self._near.get(paper_id, (0, None))
        return None if self._ledger.has_changed(paper_id, as_of) else paper

    def papers(self, ids: Sequence[int]) -> None:
        """Ask for several papers."""

        def papers(library: ReadingList) -> PapersLoaded:
            as_of = self._ledger.settled
            found = [paper for one in ids if (paper := _paper(library, one))]
            return PapersLoaded(as_of, found, ids)

        self._desk.read("triage", papers)

    def completion(self, text: str) -> None:
        """Ask what ``text``, the beginning of a search, may go on as."""

        def completion(library: ReadingList) -> Completed:
            return Completed(text, library.completions(text))

        self._desk.read("completion", completion)

    def similar(self, paper_id: int) -> None:
        """Ask which papers are most like one."""

        def similar(library: ReadingList) -> SimilarLoaded | None:
            try:
                return SimilarLoaded(paper_id, library.similar(paper_id, ALIKE_SHOWN))
            except NoSuchPaperError:  # an import was undone: the list will say so
                return None

        self._desk.read("similar", similar)

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
