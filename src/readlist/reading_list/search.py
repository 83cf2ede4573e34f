"""Searching: the part of :class:`~readlist.reading_list.ReadingList` that finds papers.

Beside it stands what an interface needs to know of queries and of the order of lists.
"""

from typing import TYPE_CHECKING

from readlist.domain import Act, PaperRow, SavedSearch, SearchHit
from readlist.errors import UsageError
from readlist.searching.query import parse
from readlist.searching.query import split_query as split_query
from readlist.store import papers, saved_searches, undo
from readlist.store.database import Database
from readlist.store.filters import BEST as BEST
from readlist.store.filters import DEFAULT_SORT as DEFAULT_SORT
from readlist.store.journal import recording
from readlist.store.papers import shifted as shifted
from readlist.text import fold_spaces, printable

if TYPE_CHECKING:
    from readlist.searching.search import SearchResult as SearchResult


def check_query(text: str) -> None:
    """Raise :class:`~readlist.errors.UsageError` when a query cannot be understood."""
    parse(text)


def is_ranked(query: str) -> bool:
    """Return whether a query has words to search for, so that some papers match better than others.

    The query is read leniently, as that of somebody still typing.
    """
    return bool(parse(query, lenient=True).sought)


class SearchMethods:
    """Every way to find papers, and the saved searches."""

    _database: Database

    def ids(
        self,
        query: str = "",
        sort: str | None = None,
        limit: int | None = None,
        *,
        lenient: bool = False,
    ) -> list[int]:
        """Return the ids of the papers that match ``query``, in order.

        Without a ``sort``, the best match comes first where the query has
        words, and otherwise the newest. ``lenient`` is for somebody still typing.
        Raises :class:`~readlist.errors.UsageError` for a query or a sort that
        cannot be understood.
        """
        selection = parse(query, lenient=lenient)
        if not selection.sought:
            return papers.ids(self._database, selection, sort or DEFAULT_SORT, limit)
        from readlist.searching.search import search

        if sort in (None, BEST):
            return list(search(self._database, selection, limit).ids)
        found = search(self._database, selection).ids
        return papers.sorted_ids(self._database, found, sort)[:limit]

    def page(
        self,
        query: str = "",
        sort: str | None = None,
        *,
        limit: int,
        offset: int = 0,
        lenient: bool = False,
    ) -> list[PaperRow]:
        """Return ``limit`` rows of a list, from ``offset`` on. Raises as :meth:`ids` does."""
        selection = parse(query, lenient=lenient)
        if selection.sought:
            found = self.ids(query, sort, offset + limit, lenient=lenient)
            return papers.rows(self._database, found[offset:])
        return papers.page(self._database, selection, sort or DEFAULT_SORT, limit, offset)

    def search(self, query: str, limit: int, *, lenient: bool = False) -> "SearchResult":
        """Return the papers that match ``query`` best, and which words were corrected.

        ``lenient`` is for somebody still typing: half a filter is left out.
        Raises :class:`~readlist.errors.UsageError` otherwise.
        """
        from readlist.searching.search import search

        return search(self._database, parse(query, lenient=lenient), limit)

    def similar(self, paper_id: int, limit: int) -> list[SearchHit]:
        """Return the papers most like one, most like it first.

        Raises :class:`~readlist.errors.NoSuchPaperError`.
        """
        from readlist.searching.similar import similar

        papers.check(self._database, [paper_id])
        return similar(self._database, paper_id, limit)

    def completions(self, text: str) -> list[str]:
        """Return the queries that ``text`` may be the beginning of, the likeliest first."""
        from readlist.searching.completion import completions
        from readlist.store.vocabulary import names_like

        return completions(text, lambda kind, typed: names_like(self._database, kind, typed))

    def saved_searches(self) -> list[SavedSearch]:
        """Return the saved searches by name."""
        return saved_searches.searches(self._database)

    def save_search(self, name: str, query: str) -> Act | None:
        """Save a query under a name, in place of the one that had the name.

        Raises :class:`~readlist.errors.UsageError` for an empty name, and for a
        query that cannot be understood.
        """
        check_query(query)
        with recording(self._database, "save search") as recorder:
            name = _search_name(name)
            saved_searches.save(self._database, recorder, name, query.strip())
            recorder.summary = f"Saved the search “{name}”"
        return undo.get(self._database, recorder.act_id)

    def rename_search(self, search_id: int, name: str) -> Act | None:
        """Give a saved search another name. Raises :class:`~readlist.errors.UsageError`."""
        with recording(self._database, "rename search") as recorder:
            before, name = saved_searches.get(self._database, search_id).name, _search_name(name)
            saved_searches.rename(self._database, recorder, search_id, name)
            recorder.summary = f"Renamed the search “{before}” to “{name}”"
        return undo.get(self._database, recorder.act_id)

    def delete_search(self, search_id: int) -> Act | None:
        """Delete a saved search. Raises :class:`~readlist.errors.UsageError`."""
        with recording(self._database, "delete search") as recorder:
            name = saved_searches.get(self._database, search_id).name
            saved_searches.delete(recorder, search_id)
            recorder.summary = f"Deleted the search “{name}”"
        return undo.get(self._database, recorder.act_id)


def _search_name(name: str) -> str:
    """Return a saved search's name as it is kept: on one line."""
    kept = fold_spaces(printable(name))
    if not kept:
        raise UsageError("a saved search needs a name")
    return kept
