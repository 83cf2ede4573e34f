"""The list on the screen: going from one to another, and keeping it in step with the library."""

from collections.abc import Callable, Coroutine, Mapping, Sequence
from contextlib import suppress
from functools import partial
from typing import Protocol

from textual.worker import Worker, WorkerError

from readlist.domain import Counts, Paper, PaperRow
from readlist.errors import NoSuchPaperError, ReadlistError
from readlist.failures import explain
from readlist.reading_list.search import BEST, shifted
from readlist.tui.library.list_model import ListModel, RowCache
from readlist.tui.library.list_query import (
    BY_STATUS,
    FirstPage,
    ListQuery,
    View,
    counts_after,
    default_sort,
    similar_view,
    sorts_of,
)
from readlist.tui.library.navigation import NavigationHistory, Place
from readlist.tui.library.pending import Change, PendingChanges, Snapshot
from readlist.tui.library.worker import LibraryWorker
from readlist.tui.text import Spans, no_spans

#: Rows that are read at once: more than a screen holds, and all of many a list.
_FIRST_PAGE = 100


class ListDisplay(Protocol):
    """What shows the list."""

    def list_changed(self) -> None:
        """Other papers are listed, or the same ones otherwise."""

    def list_restored(self, scroll_y: int) -> None:
        """A list is shown again that was left with this line at the top."""

    def paper_changed(self, paper_id: int) -> None:
        """More is known of a paper, or its note is another."""

    def counts_changed(self) -> None:
        """The views hold other numbers of papers."""


#: What runs in the background.
Work = Callable[[], Coroutine[None, None, None]]


class RunWorker(Protocol):
    """Runs something in the background, as Textual's nodes do."""

    def __call__(self, work: Work, *, group: str, exclusive: bool) -> Worker[None]:
        """Start ``work``; when ``exclusive`` in place of what runs in the same group."""


class ListController:
    """Decides which papers are listed. It draws nothing: it tells a display what changed.

    The beginning of a list is read at once, so that the next key finds it there;
    the rest comes from the background, or at once where it is needed before.
    """

    def __init__(
        self,
        library: LibraryWorker,
        pending: PendingChanges,
        run_worker: RunWorker,
        complain: Callable[[str], object],
        orders: Mapping[str, str],
    ) -> None:
        self.model = ListModel()
        self.rows = RowCache(self._read_rows)
        self.query = ListQuery(BY_STATUS[0])
        self.page = FirstPage()
        #: Why the query of the view cannot be used, if it cannot.
        self.problem = ""
        self.counts: Counts | None = None
        #: The orders chosen, by the keys of views.
        self.orders = dict(orders)
        self._library = library
        self._pending = pending
        self._display: ListDisplay
        self._run_worker = run_worker
        self._complain = complain
        self._history = NavigationHistory()
        self._search_sort = BEST
        self._reading: Worker[None] | None = None
        self._shown: ListQuery | None = None
        self._is_typing = False
        self._is_behind = False

    def start(self, display: ListDisplay, view: View) -> None:
        """Show a view for the first time; ``display`` is what shows the list from now on."""
        self._display = display
        self.query = self._query(view, "")
        self._load()
        if len(self.model):
            self.refresh_counts()
        else:  # what to do next depends on them
            self.counts = self._library.reader.counts()
            display.counts_changed()

    @property
    def view(self) -> View:
        """The view that is shown."""
        return self.query.view

    @property
    def spans(self) -> Spans:
        """Where a text holds what was searched for."""
        return self.page.result.spans if self.page.result else no_spans

    @property
    def count(self) -> int:
        """How many papers are listed, those included that are not read yet."""
        if self.model.whole or self.counts is None or self.query.search or self.view.is_search:
            return len(self.model)
        return self.view.count(self.counts)

    @property
    def is_reading(self) -> bool:
        """Whether a list is being read in the background."""
        return self._reading is not None and not self._reading.is_finished

    @property
    def can_go_back(self) -> bool:
        """Whether there is a place to go back to."""
        return bool(self._history.places)

    def paper(self, paper_id: int | None = None) -> Paper | None:
        """Return a paper, or the current one, as the person left it; ``None`` if it is gone."""
        paper_id = self.model.current if paper_id is None else paper_id
        if paper_id is None:
            return None
        try:
            return self._pending.on_paper(self._library.reader.paper(paper_id))
        except NoSuchPaperError:  # an import was undone: the list will be read again
            return None

    def fetch(self, ids: Sequence[int]) -> None:
        """Have the rows of ``ids`` at hand; papers that no longer exist leave the list."""
        if gone := self.rows.fetch(ids):
            self.model.remove(gone)

    def _read_rows(self, ids: Sequence[int]) -> Sequence[PaperRow]:
        return self._pending.now().on_rows(self._library.reader.rows(ids))

    async def show_view(self, view: View, go_to: int | None = None) -> None:
        """Show a view with the cursor on a paper, or else where it was when the view was left."""
        if view != self.view:
            self._history.leave(self.view, self.model.current)
            if not self.query.search:
                self._history.places.clear()
            go_to = self._history.paper_in(view) if go_to is None else go_to
            self.query = self._query(view, self.query.search)
            await self._wait_for_changes()
        elif go_to is None:
            return
        self._load(go_to)

    async def find(self, search: str) -> None:
        """Show what matches ``search``; without any, all of the view."""
        if self._set_search(search) or self._shown is not self.query:
            await self._wait_for_changes()
            self._load(self._paper_before_search())
        else:
            self.read_on()

    def follow(self, search: str) -> None:
        """Show in the background what matches ``search``, while somebody is typing it."""
        if self._set_search(search):
            is_following = self._is_typing and self.is_reading
            self._is_typing = True
            if not is_following:
                self._read(self._follow)

    def read_on(self) -> None:
        """Read the rest of a list of which only the beginning was needed while somebody typed."""
        if self._is_typing and self._shown is self.query:
            self._is_typing = False
            if not self.model.whole:
                self._read(self._read_whole)

    async def order_by(self, sort: str) -> None:
        """Give the list another order; the cursor stays on its paper."""
        if self.query.is_ranked:
            self._search_sort = sort
        else:
            self.orders[self.view.key] = sort
        self.query = self._query(self.view, self.query.search)
        await self._wait_for_changes()
        self._load(self.model.current)

    def show_similar(self, paper: Paper, scroll_y: int, go_to: int | None = None) -> None:
        """Show the papers similar to one; going back leads here again."""
        self.remember_place(scroll_y)
        self.query = self._query(similar_view(paper), "")
        self._load(go_to)

    def remember_place(self, scroll_y: int) -> None:
        """Remember this list, with the line seen at its top, to go back to it."""
        self._history.places.append(Place(self.query, self.model, scroll_y, self.page))
        self.model = self.model.copy()

    def settle_here(self) -> None:
        """Stay with what was found: going back then leaves the whole search."""
        self._history.drop_if_needless(searching=bool(self.query.search))

    def go_back(self) -> None:
        """Show the last place exactly as it was left, with what was changed since."""
        self._stop_reading()
        place = self._history.places.pop()
        self.query = self._shown = place.query
        self._search_sort = place.query.search_sort
        self.model, self.page, self.problem = place.model, place.page, ""
        self._is_typing = False
        self._display.list_restored(place.scroll_y)
        self.reload()

    def _query(self, view: View, search: str) -> ListQuery:
        chosen = self.orders.get(view.key)
        if chosen is None or chosen not in sorts_of(view):
            chosen = default_sort(view)
        is_offered = self._search_sort in sorts_of(view, ranked=True)
        return ListQuery(view, search, chosen, self._search_sort if is_offered else BEST)

    def _set_search(self, search: str) -> bool:
        search = search.strip()
        if search == self.query.search:
            return False
        if not self.query.search:
            self._search_sort = BEST
        self.query = self._query(self.view, search)
        return True

    def _paper_before_search(self) -> int | None:
        return None if self.query.search else self._history.paper_before_search(self.view)

    async def _wait_for_changes(self) -> None:
        """Wait for pending changes that may bring papers into the list."""
        if any(map(self.query.gains, self._pending.now().changes.values())):
            await self._library.written()

    def _load(self, go_to: int | None = None) -> None:
        """Read the beginning of the list and show it."""
        self._stop_reading()
        self._is_typing = False
        try:
            page = self.query.first_page(self._library.reader, _FIRST_PAGE)
        except ReadlistError as error:
            self._refuse(error)
        else:
            self._show_page(page, self._pending.now(), go_to)

    async def _follow(self) -> None:
        """Show what is typed, until it is what is shown. One search runs at a time."""
        while self._shown is not self.query:
            query, lacking = self.query, self._pending.from_now_on()
            try:
                page = await self._library.read(partial(query.first_page, limit=_FIRST_PAGE))
            except Exception as error:
                if query is self.query:
                    self._shown = query
                    self._refuse(error)
            else:
                if query is self.query:
                    self._show_page(page, lacking, self._paper_before_search())

    def _show_page(self, page: FirstPage, lacking: Snapshot, go_to: int | None) -> None:
        self._shown, self.page, self.problem = self.query, page, ""
        rows = lacking.on_rows(page.rows)
        self.rows.put(rows)
        self.model.clear()
        is_whole = len(rows) < _FIRST_PAGE
        if go_to is not None and not is_whole and all(row.id != go_to for row in rows):
            self._list_all(go_to)
            return
        self._list([row.id for row in rows], lacking, whole=is_whole, go_to=go_to)
        if not is_whole and not self._is_typing:
            self._read(self._read_whole)

    async def _read_whole(self, go_to: int | None = None, *, anew: bool = False) -> None:
        """Read all papers of the list; ``anew`` when what is known of them may have changed."""
        query, lacking = self.query, self._pending.from_now_on()
        try:
            ids = await self._library.read(query.ids)
        except Exception as error:
            self._refuse(error)
            return
        if anew:
            self.rows.clear()
        self._list(ids, lacking, whole=True, go_to=go_to)

    def complete(self) -> None:
        """Have the whole list, now: an action needs it before it came from the background."""
        if not self.model.whole and self._shown is self.query:
            self._stop_reading()
            self._list_all(None)

    def _list_all(self, go_to: int | None) -> None:
        try:
            ids = self.query.ids(self._library.reader)
        except ReadlistError as error:
            self._refuse(error)
        else:
            self._list(ids, self._pending.now(), whole=True, go_to=go_to)

    def _list(
        self, ids: Sequence[int], lacking: Snapshot, *, whole: bool, go_to: int | None
    ) -> None:
        changes = lacking.changes
        if changes:
            loses = self.view.loses
            ids = [one for one in ids if one not in changes or not loses(changes[one])]
        for moved, steps in lacking.moves if self.query.is_queue else ():
            ids = shifted(ids, moved, steps)
        self.model.show(ids, whole=whole, go_to=go_to)
        self._is_behind = any(map(self.query.gains, changes.values()))
        self._display.list_changed()
        if self._is_behind and self._pending.is_empty:
            self.reload()

    def _refuse(self, error: Exception) -> None:
        """Keep the list: the query is wrong or unfinished. A saved search shows what is wrong."""
        if self.view.saved is None:
            self._complain(explain(error))
            return
        self._shown, self.problem = self.query, str(error)
        self.model.clear()
        self.model.whole = True
        self._display.list_changed()

    def _read(self, work: Work) -> None:
        self._reading = self._run_worker(work, group="list", exclusive=True)

    def _stop_reading(self) -> None:
        if self._reading:
            self._reading.cancel()
        self._reading = None

    def reload(self, go_to: int | None = None) -> None:
        """Read the list and the counts again in the background; cursor and selection stay."""
        if not self._is_typing:
            self._read(partial(self._read_whole, go_to, anew=True))
        elif not self.is_reading:
            self._shown = None
            self._read(self._follow)
        self.refresh_counts()

    def catch_up(self, *, was_shown: bool) -> None:
        """Show what only the library can tell, once all changes are written.

        ``was_shown`` when the list shows already what they did.
        """
        if not self._pending.is_empty:
            return
        if self._is_behind or not (was_shown and self.query.is_predictable):
            self.reload()
        else:
            self.refresh_counts()

    def change(self, ids: Sequence[int], change: Change, *, advance: bool = False) -> None:
        """Show a change to papers before it is written; ``advance`` goes on to the next paper."""
        rows = [self.rows.get(paper_id) for paper_id in ids]
        known = [(self.view.status or row.status, row.starred) for row in rows if row]
        if self.counts and len(known) == len(ids):
            self.counts = counts_after(self.counts, change, known)
        self.rows.change(ids, change)
        self.model.clear_selection()
        if self.view.loses(change):
            self.model.remove(ids)
        if self._history.places:
            self._history.remove(ids, change)
        if advance and self.model.current in ids:
            self.model.move_to(self.model.cursor + 1)
        self._display.list_changed()

    def note_changed(self, paper_id: int, change: Change) -> None:
        """Show another note of a paper."""
        self.rows.change([paper_id], change)
        self._display.paper_changed(paper_id)

    def redraw(self) -> None:
        """Show the list again: the cursor, the selection or the order was changed in its model."""
        self._display.list_changed()

    def refresh_counts(self) -> None:
        """Read the counts of the views in the background."""
        self._run_worker(self._count, group="counts", exclusive=True)

    async def _count(self) -> None:
        lacking = self._pending.from_now_on()
        try:
            counts = await self._library.read(lambda library: library.counts())
        except Exception as error:
            self._complain(explain(error))
            return
        if not lacking.entries:  # otherwise they are read again when those changes are written
            self.counts = counts
            self._display.counts_changed()

    async def settled(self) -> None:
        """Wait until the list that is being read in the background is shown."""
        while (reading := self._reading) and not reading.is_finished:
            with suppress(WorkerError):  # another one may have taken its place
                await reading.wait()
