"""What is being looked at: a view, a search in it, an order; and showing what the desk answers."""

from collections.abc import Sequence

from textual.content import Content

from readlist.domain import Counts, Paper, PaperRow, Status
from readlist.text import printable
from readlist.tui.advice import advice
from readlist.tui.keymap import TABLE, Keymap
from readlist.tui.ledger import Change, Ledger
from readlist.tui.listing import shifted
from readlist.tui.loader import Loader
from readlist.tui.messages import (
    CountsLoaded,
    IdsLoaded,
    PageLoaded,
    PaperLoaded,
    QueryRefused,
    RowsLoaded,
)
from readlist.tui.parts import Parts
from readlist.tui.views import BY_STATUS, View
from readlist.tui.wording import number

#: The orders, and what they are called.
SORTS = {
    "added": "newest first",
    "title": "by title",
    "year": "by year",
    "status": "by status",
    "queue": "reading queue",
}


class Browsing:
    """Fills the parts. Late answers are dropped; what was read is brought up to the ledger."""

    def __init__(
        self, parts: Parts, loader: Loader, ledger: Ledger, keymap: Keymap = TABLE
    ) -> None:
        self.parts = parts
        self.view: View = BY_STATUS[0]
        self.search = ""
        self.orders: dict[str, str] = {}
        self.counts: Counts | None = None
        self._loader = loader
        self._ledger = ledger
        self._keymap = keymap
        self.is_behind = False
        self._is_new_list = True
        self._was_new_list = True
        self._go_to: int | None = None
        self._places: dict[View, int] = {}

    @property
    def query(self) -> str:
        """The view and the search in it, in the query language."""
        return f"{self.view.query} {self.search}".strip()

    @property
    def sort(self) -> str:
        """The order of the view: the one chosen for it, else its own."""
        own = "queue" if self.view.status is Status.TO_READ else "added"
        return self.orders.get(self.view.label, own)

    @property
    def is_queue(self) -> bool:
        """Whether the list is what is to be read in the order it is to be read in."""
        return self.view.status is Status.TO_READ and self.sort == "queue" and not self.search

    @property
    def told(self) -> str:
        """What is being looked at, in few words: ``Inbox 106``."""
        return f"{printable(self.view.label)} {self._shown_count():,}"

    @property
    def current(self) -> PaperRow | None:
        """The row at the cursor."""
        paper_id = self.parts.papers.listing.current
        return None if paper_id is None else self.parts.papers.rows.get(paper_id)

    # Asking

    def start(self, view: View) -> None:
        """Show the first view: what is at the top first, what stands beside it after."""
        self.view = view
        self.parts.views.show_view(view)
        self._load()
        self._loader.counts()

    def show_view(self, view: View, go_to: int | None = None) -> None:
        """Go to a view, there to a paper, or else to the one one was at when one left it."""
        if view == self.view:
            if go_to is not None:
                self._load(go_to)
            return
        self._remember_place()
        self.view = view
        self.parts.views.show_view(view)
        self._load(self._places.get(view) if go_to is None else go_to)

    def find(self, search: str, go_to: int | None = None) -> None:
        """Show only what matches ``search``; nothing to search for shows the view."""
        if search.strip() != self.search:
            self.search = search.strip()
            self._load(go_to)

    def order_by(self, sort: str) -> None:
        """Give the view another order; the cursor stays on its paper."""
        self.orders[self.view.label] = sort
        self._load(self.parts.papers.listing.current)

    def reload(self, go_to: int | None = None, *, at_once: bool = False) -> None:
        """Read again what is shown, leaving the cursor and the selection.

        ``at_once`` when keys should wait for it.
        """
        self._go_to = go_to if go_to is not None else self._go_to
        self._loader.again(self.query, self.sort, at_once=at_once)
        self._loader.counts()

    def catch_up(self, *, keys_waited: bool) -> None:
        """Read the list again, which was read before changes that bring papers into it.

        When keys waited for that, it is as if the list had not been shown before.
        """
        if keys_waited and self._was_new_list:
            self._load(self._places.get(self.view))
            self._loader.counts()
        else:
            self.reload(at_once=keys_waited)

    def refresh_counts(self) -> None:
        """Read the counts again."""
        self._loader.counts()

    @property
    def is_sure_of_list(self) -> bool:
        """Whether the list shows what the library would answer, once changes are written.

        Views know what their papers are; only the library knows what a filter finds, or a tag.
        """
        return ":" not in self.search and self.view.tag is None

    def _load(self, go_to: int | None = None) -> None:
        self._is_new_list, self._go_to = True, go_to
        self._loader.list(self.query, self.sort)

    def _remember_place(self) -> None:
        current = self.parts.papers.listing.current
        if current is not None:
            self._places[self.view] = current

    # Showing answers

    def page_loaded(self, page: PageLoaded) -> None:
        """Show the top of a list at once; ask for the rest."""
        if not self._loader.is_timely(page.generation):
            return
        rows = self._ledger.bring_up_to_date(page.rows, page.as_of)
        self.parts.papers.rows.put(rows)
        self._list([row.id for row in rows], page.as_of, whole=page.whole)
        if not page.whole:
            self._loader.ids(self.query, self.sort)

    def ids_loaded(self, answer: IdsLoaded) -> None:
        """Show the whole list."""
        if self._loader.is_timely(answer.generation):
            is_reload = not self._is_new_list and self.parts.papers.listing.whole
            self._list(answer.ids, answer.as_of, whole=True)
            if is_reload:
                self.parts.papers.fetch_again()

    def query_refused(self, answer: QueryRefused) -> bool:
        """Leave the list that is shown: the query is not finished, or wrong. False if too late."""
        is_timely = self._loader.is_timely(answer.generation)
        if is_timely:
            self._loader.busy = False
        return is_timely

    def rows_loaded(self, answer: RowsLoaded) -> None:
        """Show rows that were missing; those that do not exist any more leave the list."""
        rows = self._ledger.bring_up_to_date(answer.rows, answer.as_of)
        gone = set(answer.asked) - {row.id for row in rows}
        if gone:
            self.parts.papers.listing.remove(gone)
            self.parts.papers.relist()
        self.parts.papers.put_rows(rows)

    def up_to_date(self, paper: Paper, as_of: int) -> Paper:
        """Return ``paper``, read ``as_of`` a number, as the person left it."""
        change = self._ledger.missing(as_of).get(paper.id)
        return change.on_paper(paper) if change else paper

    def paper_loaded(self, answer: PaperLoaded) -> Paper | None:
        """Show the paper and return it, if the cursor is still on it."""
        paper = self.up_to_date(answer.paper, answer.as_of)
        if paper.id != self.parts.papers.listing.current:
            return None
        self.parts.paper.show(paper)
        return paper

    def counts_loaded(self, answer: CountsLoaded) -> None:
        """Show the counts, unless the person has gone on since: they will be asked for again."""
        if answer.as_of == self._ledger.settled and self._ledger.is_settled:
            self.show_counts(answer.counts)

    def show_counts(self, counts: Counts) -> None:
        """Show how many papers each view holds."""
        self.counts = counts
        self.parts.views.show_counts(counts)
        self._show_heading()

    def _list(self, ids: Sequence[int], as_of: int, *, whole: bool) -> None:
        changes = self._ledger.missing(as_of)
        ids = [one for one in ids if one not in changes or not self.view.is_left(changes[one])]
        for move in self._ledger.moves(as_of) if self.is_queue else ():
            ids = shifted(ids, *move)
        listing = self.parts.papers.listing
        if self._is_new_list:
            listing.clear()
        listing.show(ids, whole=whole, go_to=self._go_to)
        self._is_new_list, self._was_new_list = False, self._is_new_list
        self.is_behind = any(map(self._is_entered, changes.values()))
        if whole:
            self._go_to, self._loader.busy = None, False
        self.list_changed()
        if self.is_behind and self._ledger.is_settled:
            self.catch_up(keys_waited=True)

    def _is_entered(self, change: Change) -> bool:
        """Tell whether a paper that is changed so may have to be listed now."""
        is_found = bool(self.search) and (":" in self.search or change.note is not None)
        return is_found or self.view.is_entered(change)

    def list_changed(self) -> None:
        """Draw the list, its heading and the paper at the cursor."""
        self.parts.papers.relist()
        self._show_heading()
        self.show_current()

    def cursor_moved(self) -> None:
        """Draw where the cursor is now."""
        self.parts.papers.cursor_moved()
        self._show_heading()
        self.show_current()

    def show_current(self) -> None:
        """Show the paper at the cursor, once it is looked up."""
        current = self.parts.papers.listing.current
        if current is None:
            self.parts.paper.show(None)
        else:
            self._loader.paper(current)

    def _show_heading(self) -> None:
        listing = self.parts.papers.listing
        is_empty = not len(listing) and not self._loader.busy
        self.parts.advice.display = is_empty
        if is_empty:
            self.parts.advice.update(advice(self.view, self.search, self.counts, self._keymap))
        self.parts.heading.show(self._heading())

    def _heading(self) -> Content:
        listing = self.parts.papers.listing
        told = [number(self._shown_count()), SORTS[self.sort]]
        if listing.has_selection:
            told.insert(0, f"{listing.selected_count():,} selected of")
        aside = " · ".join(told).replace("of · ", "of ")
        return Content.assemble(
            (printable(self.view.label), "bold"),
            (f"   {aside}", "$muted"),
        )

    def _shown_count(self) -> int:
        listing = self.parts.papers.listing
        if listing.whole or self.counts is None or self.search:
            return len(listing)
        return self.view.count(self.counts)
