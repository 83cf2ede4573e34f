"""Asking a library: every way to find papers is one method of :class:`Finding`.

A part of :class:`~readlist.reading_list.ReadingList`.
"""

from typing import TYPE_CHECKING

from readlist.domain import Act, PaperRow, SavedSearch, SearchHit
from readlist.errors import UsageError
from readlist.searching.query import parse
from readlist.store import papers, saved_searches, undo
from readlist.store.database import Database
from readlist.store.filters import BEST, DEFAULT_SORT
from readlist.store.journal import recording
from readlist.text import fold_spaces, printable

if TYPE_CHECKING:
    from readlist.searching.search import Answer


class Finding:
    """What a library is asked, and the questions it keeps."""

    _database: Database

    def ids(
        self,
        query: str = "",
        sort: str | None = None,
        limit: int | None = None,
        *,
        lenient: bool = False,
    ) -> list[int]:
        """Return the ids of the papers ``query`` asks for, in order.

        Without a ``sort``, the best match comes first where the query has
        words, and otherwise the newest. ``lenient`` is for somebody still typing.
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
        """Return one stretch of a list."""
        selection = parse(query, lenient=lenient)
        if selection.sought:
            found = self.ids(query, sort, offset + limit, lenient=lenient)
            return papers.rows(self._database, found[offset:])
        return papers.page(self._database, selection, sort or DEFAULT_SORT, limit, offset)

    def search(self, query: str, limit: int, *, lenient: bool = False) -> "Answer":
        """Return the papers that answer ``query`` best, and what was read as something else.

        ``lenient`` is for somebody still typing: half a filter is left out.
        Raises :class:`~readlist.errors.UsageError` otherwise.
        """
        from readlist.searching.search import search

        return search(self._database, parse(query, lenient=lenient), limit)

    def similar(self, paper_id: int, limit: int) -> list[SearchHit]:
        """Return the papers most like one, most like it first."""
        from readlist.searching.similar import similar

        papers.check(self._database, [paper_id])
        return similar(self._database, paper_id, limit)

    def completions(self, text: str) -> list[str]:
        """Return what ``text``, the beginning of a query, may go on as, the likeliest first."""
        from readlist.searching.completion import completions
        from readlist.store.vocabulary import names_like

        return completions(text, lambda kind, typed: names_like(self._database, kind, typed))

    def saved_searches(self) -> list[SavedSearch]:
        """Return the saved searches by name."""
        return saved_searches.searches(self._database)

    # Keeping questions

    def save_search(self, name: str, query: str) -> Act | None:
        """Keep a query under a name; what had the name is replaced.

        Raises :class:`~readlist.errors.UsageError` for a query that cannot be understood.
        """
        parse(query)
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
            recorder.summary = f"Renamed the search “{before}” “{name}”"
        return undo.get(self._database, recorder.act_id)

    def delete_search(self, search_id: int) -> Act | None:
        """Forget a saved search. Raises :class:`~readlist.errors.UsageError`."""
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
