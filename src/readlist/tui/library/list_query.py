"""What a list shows: a view, a search in it and an order; and asking the library for it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from readlist.domain import Counts, Paper, PaperRow, SavedSearch, Status
from readlist.reading_list import ReadingList
from readlist.reading_list.search import BEST, check_query, is_ranked, split_query
from readlist.tui.library.pending import Change

if TYPE_CHECKING:
    from readlist.reading_list.search import SearchResult

#: How a search is described that is not limited to the view.
EVERYWHERE = "among all papers"

#: The orders that views can have, and their names.
SORT_NAMES = {
    "added": "newest first",
    "title": "by title",
    "author": "by author",
    "year": "by year",
    "status": "by status",
    "queue": "reading queue",
}

#: Papers listed as similar to one.
_SIMILAR = 50

#: Where nothing is found, the papers that other searches find are counted up to this number.
_COUNTED = 1000

#: Letters of a title that are shown where it names a view.
_TITLE_LETTERS = 24


@dataclass(frozen=True, slots=True)
class View:
    """A named list. ``status`` is set when all its papers have that status.

    ``saved`` is the id of a saved search, ``similar_to`` the id of the paper that
    the listed papers are similar to.
    """

    label: str
    query: str
    status: Status | None = None
    starred: bool = False
    tag: str | None = None
    saved: int | None = None
    similar_to: int | None = None

    @property
    def is_search(self) -> bool:
        """Whether its papers are searched for, and not counted with those of other views."""
        return self.saved is not None or self.similar_to is not None

    @property
    def key(self) -> str:
        """The name under which choices for this view are remembered."""
        return self.label if self.saved is None else f"saved:{self.saved}"

    @property
    def condition(self) -> str:
        """What it asks of papers beyond their status and star."""
        return self.query if self.saved is not None or self.tag is not None else ""

    def count(self, counts: Counts) -> int:
        """Return how many papers the view holds."""
        if self.status:
            return counts.by_status[self.status]
        if self.starred:
            return counts.starred
        if self.tag is not None:
            return counts.tags.get(self.tag, 0)
        return sum(counts.by_status.values())

    def loses(self, change: Change) -> bool:
        """Return whether a paper no longer belongs here after ``change``."""
        if self.status and change.status:
            return change.status is not self.status
        return self.starred and change.starred is False

    def gains(self, change: Change) -> bool:
        """Return whether a paper may belong here after ``change``."""
        if self.status:
            return change.status is self.status
        return self.starred and change.starred is True


BY_STATUS = tuple(View(status.label, f"status:{status.value}", status) for status in Status)
STARRED = View("Starred", "is:starred", starred=True)
ALL = View("All", "")
FIXED_VIEWS = (*BY_STATUS, STARRED, ALL)


def all_views(tags: Iterable[str], searches: Iterable[SavedSearch] = ()) -> tuple[View, ...]:
    """Return all views: the fixed ones, then one for each saved search and each tag."""
    return (
        *FIXED_VIEWS,
        *map(view_of_search, searches),
        *(View(f"#{tag}", f'tag:"{tag}"', tag=tag) for tag in tags),
    )


def view_of_search(search: SavedSearch) -> View:
    """Return the view of a saved search."""
    return View(search.name, search.query, saved=search.id)


def similar_view(paper: Paper) -> View:
    """Return the view of the papers similar to one."""
    title = paper.title
    if len(title) > _TITLE_LETTERS:
        title = f"{title[: _TITLE_LETTERS - 1].rstrip()}…"
    return View(f"Like “{title}”", "", similar_to=paper.id)


def view_named(name: str) -> View:
    """Return the view with the name it has in the settings: ``to-read``, ``starred``, ``#tag``."""
    if name.startswith("#"):
        return all_views([name[1:]])[-1]
    return {view.label.lower().replace(" ", "-"): view for view in FIXED_VIEWS}[name]


def counts_after(counts: Counts, change: Change, before: Iterable[tuple[Status, bool]]) -> Counts:
    """Return the counts after papers that had these statuses and stars are changed."""
    by_status, starred = dict(counts.by_status), counts.starred
    for status, was_starred in before:
        if change.status:
            by_status[status] -= 1
            by_status[change.status] += 1
        if change.starred is not None:
            starred += change.starred - was_starred
    return Counts(by_status, starred, counts.tags)


def sorts_of(view: View, *, ranked: bool = False) -> list[str]:
    """Return the orders to choose from in a view, best match first where papers are ``ranked``.

    Papers that all have one status cannot be ordered by it, and only papers to
    be read stand in a queue.
    """
    if view.similar_to is not None:
        return [BEST]
    has_queue = view.status in (None, Status.TO_READ)
    useless = {"status"} if view.status else set()
    sorts = [sort for sort in SORT_NAMES if sort not in useless and (has_queue or sort != "queue")]
    return [BEST] * ranked + sorts


def default_sort(view: View) -> str:
    """Return the order of a view for which none was chosen."""
    if view.similar_to is not None:
        return BEST
    return "queue" if view.status is Status.TO_READ else "added"


def sort_name(sort: str) -> str:
    """Return the name of an order."""
    return SORT_NAMES.get(sort, "best match first")


class FirstPage(NamedTuple):
    """The beginning of a list; ``result`` says what was found where words are searched for.

    ``others`` are searches that find something where this one finds nothing,
    with how many papers they find.
    """

    rows: Sequence[PaperRow] = ()
    result: "SearchResult | None" = None
    others: Sequence[tuple[str, int]] = ()


@dataclass(frozen=True)
class ListQuery:
    """A list to be shown: a view, the search typed in it, and the order chosen for each.

    ``view_sort`` is the order of the view, ``search_sort`` that of what words find.
    """

    view: View
    search: str = ""
    view_sort: str = "added"
    search_sort: str = BEST

    @property
    def text(self) -> str:
        """The view and the search in it, in the query language."""
        return f"{self.view.query} {self.search}".strip()

    @cached_property
    def is_ranked(self) -> bool:
        """Whether words are searched for, so that some papers match better than others."""
        return is_ranked(self.text)

    @property
    def sort(self) -> str:
        """The order of the list."""
        return self.search_sort if self.is_ranked else self.view_sort

    @property
    def is_queue(self) -> bool:
        """Whether this is the list to be read, in the order in which it is to be read."""
        return self.view.status is Status.TO_READ and self.sort == "queue" and not self.search

    @property
    def is_predictable(self) -> bool:
        """Whether a change to papers says which of them are listed afterwards.

        Views know which papers they hold; what a filter or a tag finds, only the library knows.
        """
        return ":" not in self.search and not self.view.condition

    def gains(self, change: Change) -> bool:
        """Return whether a paper may have to be listed after ``change``."""
        condition = f"{self.view.condition}{self.search}"
        is_found = bool(condition) and (":" in condition or change.note is not None)
        return is_found or self.view.gains(change)

    def first_page(self, library: ReadingList, limit: int) -> FirstPage:
        """Return the first papers, at most ``limit``.

        What is typed is read leniently, as somebody may still be typing; a view's
        own query must be correct: raises :class:`~readlist.errors.UsageError`.
        """
        check_query(self.view.query)
        if self.view.similar_to is not None:
            page = FirstPage(library.rows(self._similar(library)[:limit]))
        elif self.is_ranked:
            result = library.search(self.text, limit, lenient=True)
            ids: Sequence[int] = result.ids
            if self.sort != BEST:
                ids = library.ids(self.text, self.sort, limit, lenient=True)
            page = FirstPage(library.rows(ids), result)
        else:
            page = FirstPage(library.page(self.text, self.sort, limit=limit, lenient=True))
        if self.search and not page.rows:
            return page._replace(others=tuple(self._others(library)))
        return page

    def ids(self, library: ReadingList) -> Sequence[int]:
        """Return all papers in order. Raises :class:`~readlist.errors.UsageError` as above."""
        check_query(self.view.query)
        if self.view.similar_to is not None:
            return self._similar(library)
        return library.ids(self.text, self.sort, lenient=True)

    def _similar(self, library: ReadingList) -> list[int]:
        """Return the papers most like one, or those of them that the search finds."""
        similar = [one.id for one in library.similar(self.view.similar_to or 0, _SIMILAR)]
        if not self.search:
            return similar
        found = set(similar)
        return [one for one in library.ids(self.search, lenient=True) if one in found]

    def _others(self, library: ReadingList) -> Iterator[tuple[str, int]]:
        """Yield searches that would find something: among all papers, or for less."""
        searches = [(EVERYWHERE, self.search)] if self.view.query else []
        for description, query in [*searches, *self._relaxed()]:
            if count := len(library.ids(query, limit=_COUNTED, lenient=True)):
                yield description, count

    def _relaxed(self) -> Iterator[tuple[str, str]]:
        """Yield the search without each of its filters, phrases and exclusions in turn."""
        parts = split_query(self.search)
        for place, part in enumerate(parts):
            if ":" in part or '"' in part or part.startswith("-"):
                rest = " ".join([*parts[:place], *parts[place + 1 :]])
                yield f"without {part}", f"{self.view.query} {rest}"
