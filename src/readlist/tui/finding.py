"""What a list asks the library, and asking it: a view, what is searched for in it, an order."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from readlist.domain import PaperRow
from readlist.reading_list import ReadingList
from readlist.searching.query import parse
from readlist.tui.ordering import is_ranked
from readlist.tui.views import View

if TYPE_CHECKING:
    from readlist.reading_list.search import SearchResult

#: What the same search is called when it is not only in the view.
ELSEWHERE = "among all papers"

#: Papers listed as like one.
ALIKE = 50

#: Where nothing is found, other searches count up to so many papers.
_COUNTED = 1000

#: What a search is made of: words, phrases, filters; a quote may be left open.
_PART = re.compile(r'[^\s"]*"[^"]*"?|\S+')


class Question(NamedTuple):
    """A list to be shown."""

    view: View
    search: str
    sort: str

    @property
    def query(self) -> str:
        """The view and the search in it, in the query language."""
        return f"{self.view.query} {self.search}".strip()


class Top(NamedTuple):
    """The beginning of a list; ``answer`` tells what was found where words are searched for.

    ``others`` are searches that find something where this one finds nothing,
    with how many papers they find.
    """

    rows: Sequence[PaperRow] = ()
    answer: "SearchResult | None" = None
    others: Sequence[tuple[str, int]] = ()


def top(library: ReadingList, question: Question, limit: int) -> Top:
    """Return the first papers of a list, at most ``limit``.

    What is typed is read leniently; a view's own query must be understood: raises
    :class:`~readlist.errors.UsageError`.
    """
    parse(question.view.query)
    query = question.query
    if question.view.similar_to is not None:
        found = Top(library.rows(_alike(library, question)[:limit]))
    elif is_ranked(query):
        answer = library.search(query, limit, lenient=True)
        found = Top(library.rows(_ordered(library, question, answer, limit)), answer)
    else:
        found = Top(library.page(query, question.sort, limit=limit, lenient=True))
    if question.search and not found.rows:
        return found._replace(others=tuple(_others(library, question)))
    return found


def whole(library: ReadingList, question: Question) -> Sequence[int]:
    """Return all ids of a list. Raises :class:`~readlist.errors.UsageError` as :func:`top` does."""
    parse(question.view.query)
    if question.view.similar_to is not None:
        return _alike(library, question)
    return library.ids(question.query, question.sort, lenient=True)


def parts(search: str) -> list[str]:
    """Return the words, phrases and filters of a search as they are typed."""
    return _PART.findall(search)


def _ordered(
    library: ReadingList, question: Question, answer: "SearchResult", limit: int
) -> Sequence[int]:
    if question.sort == "best":
        return answer.ids
    return library.ids(question.query, question.sort, limit, lenient=True)


def _alike(library: ReadingList, question: Question) -> list[int]:
    """Return the papers most like one, most like it first, or of them those searched for."""
    alike = [one.id for one in library.similar(question.view.similar_to or 0, ALIKE)]
    if not question.search:
        return alike
    kept = set(alike)
    return [one for one in library.ids(question.search, lenient=True) if one in kept]


def _others(library: ReadingList, question: Question) -> Iterator[tuple[str, int]]:
    """Yield what would find something: the same among all papers, or with less asked for."""
    tries = [(ELSEWHERE, question.search)] if question.view.query else []
    tries += _with_less(question)
    for told, query in tries:
        if count := len(library.ids(query, limit=_COUNTED, lenient=True)):
            yield told, count


def _with_less(question: Question) -> Iterable[tuple[str, str]]:
    asked = parts(question.search)
    for place, part in enumerate(asked):
        if ":" in part or '"' in part or part.startswith("-"):
            rest = " ".join([*asked[:place], *asked[place + 1 :]])
            yield f"without {part}", f"{question.view.query} {rest}"
