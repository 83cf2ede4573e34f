"""Going from list to list, and showing what the desk answers."""

from collections.abc import Sequence

from readlist.domain import Counts, Paper, PaperRow
from readlist.reading_list.search import shifted
from readlist.text import printable
from readlist.tui.advice import advice
from readlist.tui.heading import heading
from readlist.tui.keymap import DEFAULT_KEYMAP, Keymap
from readlist.tui.ledger import Change, Ledger
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
from readlist.tui.spots import Spot
from readlist.tui.text import Spans, no_spans
from readlist.tui.views import View, alike
from readlist.tui.whereabouts import Whereabouts


class Browsing(Whereabouts):
    """Fills the parts. Late answers are dropped; what was read is brought up to the ledger."""

    def __init__(
        self, parts: Parts, loader: Loader, ledger: Ledger, keymap: Keymap = DEFAULT_KEYMAP
    ) -> None:
        super().__init__()
        self.parts = parts
        self.problem = ""
        self.counts: Counts | None = None
        self._loader = loader
        self._ledger = ledger
        self._keymap = keymap
        self.is_behind = False
        self._is_new_list = True
        self._was_new_list = True
        self._is_typing = self._has_more = False
        self._go_to: int | None = None
        self._places: dict[View, int] = {}

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
        if not self.search:
            self._spots.forget()
        self.view = view
        self.parts.views.show_view(view)
        self._load(self._places.get(view) if go_to is None else go_to)

    def find(self, search: str, *, is_typing: bool = False) -> None:
        """Show only what matches ``search``; nothing to search for shows the view.

        While somebody ``is_typing`` the list is read whole when they pause.
        """
        if search.strip() != self.search:
            self._search_for(search.strip())
            self._load(None if self.search else self._spots.paper_in(self.view))
            self._is_typing = is_typing
        elif not is_typing:
            self.read_on()
            self.show_current()  # the next key may be about it

    def read_on(self) -> None:
        """Read the rest of a list of which only the top was asked for."""
        if self._is_typing:
            self._is_typing = False
            if self._has_more:
                self._loader.ids(self.question)

    def order_by(self, sort: str) -> None:
        """Give the list another order; the cursor stays on its paper."""
        self._choose_order(sort)
        self._load(self.parts.papers.listing.current)

    # Going and coming back

    def set_out(self) -> None:
        """Remember exactly where one is before one searches."""
        papers = self.parts.papers
        here = Spot(self.question, papers.listing, papers.scroll_offset.y, self.top)
        self._spots.keep(here)
        papers.listing = papers.listing.copy()

    def show_alike(self, paper: Paper, go_to: int | None = None) -> None:
        """Show the papers like one, to come back from there."""
        self.set_out()
        self.search, self.view = "", alike(paper)
        self.parts.views.show_view(self.view)
        self._load(go_to)

    def go_back(self) -> None:
        """Be again exactly where one was, with what was changed since."""
        spot, papers = self._spots.take(), self.parts.papers
        self._return_to(spot)
        papers.listing = spot.listing
        self.parts.views.show_view(self.view)
        self._is_new_list = self._was_new_list = self._is_typing = self._has_more = False
        self._go_to = None
        papers.show_from(spot.scroll_y, self._spans)
        self._draw_around()
        self.reload(at_once=True)

    def take_away(self, ids: Sequence[int], change: Change) -> None:
        """Take papers that are changed so out of the lists they no longer belong in."""
        if self.view.is_left(change):
            self.parts.papers.listing.remove(ids)
        self._spots.take_away(ids, change)

    def reload(self, go_to: int | None = None, *, at_once: bool = False) -> None:
        """Read again what is shown, leaving the cursor and the selection.

        ``at_once`` when keys should wait for it.
        """
        self._go_to = go_to if go_to is not None else self._go_to
        if self._is_new_list and self.search:
            self._load(self._go_to)
        else:
            self._loader.again(self.question, at_once=at_once)
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

    @property
    def is_settled(self) -> bool:
        """Whether all that the person did is in the library."""
        return self._ledger.is_settled

    def refresh_counts(self) -> None:
        """Read the counts again."""
        self._loader.counts()

    def _load(self, go_to: int | None = None) -> None:
        self._is_new_list, self._go_to = True, go_to
        self._is_typing = self._has_more = False
        self._loader.list(self.question)

    def _remember_place(self) -> None:
        current = self.parts.papers.listing.current
        if current is not None:
            self._places[self.view] = current

    # Showing answers

    def page_loaded(self, page: PageLoaded) -> None:
        """Show the top of a list at once; ask for the rest."""
        if not self._loader.is_timely(page.generation):
            return
        self.top, self.problem = page.top, ""
        rows = self._ledger.bring_up_to_date(page.top.rows, page.as_of)
        self.parts.papers.rows.put(rows)
        self.parts.papers.show_spans(self._spans)
        if page.first:
            self._loader.put_near(page.first, page.as_of)
        self._list([row.id for row in rows], page.as_of, whole=page.whole)
        self._has_more = not page.whole
        if self._has_more and not self._is_typing:
            self._loader.ids(self.question)

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
            if self.view.saved is not None:
                self.problem = answer.reason
                self._list([], self._ledger.settled, whole=True)
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
        self.parts.paper.show(paper, self._spans)
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

    def list_changed(self) -> None:
        """Draw the list, its heading and the paper at the cursor.

        While somebody is typing they look at the list: it does not wait for the paper.
        """
        self.parts.papers.relist()
        self._show_heading()
        if self._is_typing:
            self.parts.papers.call_after_refresh(self.show_current)
        else:
            self.show_current()

    def cursor_moved(self) -> None:
        """Draw where the cursor is now."""
        self.parts.papers.cursor_moved()
        self._show_heading()
        self.show_current()

    def show_current(self) -> None:
        """Show the paper at the cursor, at once where it is known, else when it is looked up."""
        listing = self.parts.papers.listing
        if listing.current is None:
            self.parts.paper.show(None)
            return
        if known := self._loader.known(listing.current):
            self.parts.paper.show(known, self._spans)
        self._loader.paper(listing.current)
        self._loader.near(listing.around)

    @property
    def _spans(self) -> Spans:
        return self.top.answer.spans if self.top.answer else no_spans

    def _draw_around(self) -> None:
        self._show_heading()
        self.show_current()

    def _show_heading(self) -> None:
        listing = self.parts.papers.listing
        is_empty = not len(listing) and not self._loader.busy
        self.parts.advice.display = is_empty
        if is_empty:
            self.parts.advice.update(advice(self, self._keymap))
        self.parts.heading.show(heading(self.view, listing, self._shown_count(), self.sort))

    def _shown_count(self) -> int:
        listing, is_found = self.parts.papers.listing, self.search or self.view.is_found
        if listing.whole or self.counts is None or is_found:
            return len(listing)
        return self.view.count(self.counts)
