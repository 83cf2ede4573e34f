"""Which papers a query selects, as conditions in SQL.

A :class:`Selection` is what the query language parses to: words and filters,
each possibly negated, all of which must match. The words to be found are left to
:mod:`readlist.searching`, which forgives slips and ranks; everything else matches
or does not, and becomes SQL here.
"""

import re
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from readlist.errors import UsageError
from readlist.text import folded_words, words


class Word(NamedTuple):
    """A word to search for, or a phrase whose words must follow one another."""

    text: str
    negated: bool = False
    phrase: bool = False


class Filter(NamedTuple):
    """One condition: its ``name`` and ``value``, both checked by the parser.

    A range (``year``, ``added``) has its ends in ``value`` as ``low..high``.
    """

    name: str
    value: str
    negated: bool = False


class Selection(NamedTuple):
    """The words and filters a paper must match. Empty: every paper."""

    words: tuple[Word, ...] = ()
    filters: tuple[Filter, ...] = ()

    @property
    def sought(self) -> tuple[Word, ...]:
        """The words to be found: those that are not negated and have letters or digits."""
        return tuple(word for word in self.words if not word.negated and words(word.text))


#: A condition on ``paper`` in SQL, and its parameters.
Condition = tuple[str, list[Any]]

#: Whether a column matches a pattern, in which :func:`escaped` text stands for itself.
LIKE = "{} LIKE ? ESCAPE '\\'"

_HAS_NOTE = "EXISTS (SELECT 1 FROM note WHERE paper_id = paper.id AND text != '')"
_HAS_TAG = "EXISTS (SELECT 1 FROM tag WHERE paper_id = paper.id AND {})"
_HAS_SOURCE = (
    "EXISTS (SELECT 1 FROM paper_source JOIN import_source ON import_source.id = import_source_id"
    " WHERE paper_id = paper.id AND {})"
)
_HAS_PHRASE = (
    "EXISTS (SELECT 1 FROM document AS said WHERE said.id = paper.id"
    " AND instr(words_of(title, authors, tags, note, comment, abstract), ?))"
)
_IN_INDEX = "paper.id IN (SELECT rowid FROM {0} WHERE {0} MATCH ?)"

#: The values of ``is:`` and ``has:`` and what they mean.
IS = {"starred": "starred", "derived": "title_source = 'derived'"}
HAS = {
    "note": _HAS_NOTE,
    "tag": _HAS_TAG.format("1"),
    "abstract": "abstract IS NOT NULL",
    "comment": "comment IS NOT NULL",
    "authors": "authors != '[]'",
    "link": "links != '[]'",
    "doi": "doi IS NOT NULL",
    "arxiv": "arxiv_id IS NOT NULL",
    "year": "year IS NOT NULL",
}

#: The order of a list when no words are searched for, and when some are.
DEFAULT_SORT, BEST = "added", "best"

#: The orders a list can have, except the best match first.
#: "added" is the newest import first, in the order of its pages.
SORTS = {
    "added": "added_at DESC, id",
    "title": "title COLLATE NOCASE, id",
    "author": "authors = '[]', family_name(authors), title COLLATE NOCASE, id",
    "queue": "queue IS NULL, queue, added_at DESC, id",
    "year": "year IS NULL, year DESC, added_at DESC, id",
    "status": (
        "CASE status WHEN 'reading' THEN 0 WHEN 'to-read' THEN 1 WHEN 'inbox' THEN 2"
        " WHEN 'done' THEN 3 ELSE 4 END, added_at DESC, id"
    ),
}


def where(selection: Selection) -> Condition:
    """Return the condition that papers match ``selection``, apart from the words to be found."""
    conditions = [
        _negated(has_phrase(word.text) if word.phrase else _has_words(word.text), negated=True)
        for word in selection.words
        if word.negated and words(word.text)
    ]
    conditions += [
        _negated(_FILTERS[condition.name](condition.value), condition.negated)
        for condition in selection.filters
    ]
    return all_of(conditions)


def all_of(conditions: Iterable[Condition]) -> Condition:
    """Return the condition that all of ``conditions`` are met."""
    parts = list(conditions)
    sql = " AND ".join(f"({part})" for part, _ in parts) or "1"
    return sql, [value for _, values in parts for value in values]


def has_words_in_order(text: str) -> Condition:
    """Return the condition that the words of ``text`` follow one another in a paper.

    All that is known of the paper is read for this.
    """
    return _HAS_PHRASE, [f" {' '.join(folded_words(text))} "]


def has_phrase(text: str) -> Condition:
    """Return the same condition, asking the index first which papers have the words at all."""
    return all_of([_has_words(text), has_words_in_order(text)])


def order_by(sort: str) -> str:
    """Return the ORDER BY terms. Raises :class:`UsageError` for an order that does not exist."""
    order = DEFAULT_SORT if sort == BEST else sort  # without words none is better than another
    if order not in SORTS:
        raise UsageError(f"no such order: {sort}", f"one of {', '.join([BEST, *SORTS])}")
    return SORTS[order]


def quoted(token: str) -> str:
    """Return ``token`` as a string in FTS5's query language."""
    return f'"{token}"'


def phrase(tokens: Iterable[str], *, begun: bool = False) -> str:
    """Return FTS5's query for tokens one after another, the last of them perhaps only begun."""
    return " + ".join(map(quoted, tokens)) + (" *" if begun else "")


def escaped(text: str) -> str:
    """Return ``text`` so that :data:`LIKE` takes every character in it literally."""
    return re.sub(r"([\\%_])", r"\\\1", text)


def _has_words(text: str) -> Condition:
    """Papers that have all words of ``text`` anywhere."""
    return _IN_INDEX.format("text_index"), [" AND ".join(map(quoted, words(text)))]


def _negated(condition: Condition, negated: bool) -> Condition:
    sql, parameters = condition
    return (f"({sql}) IS NOT 1" if negated else sql), parameters


def _contains(column: str) -> Callable[[str], Condition]:
    return lambda value: (LIKE.format(column), [f"%{escaped(value)}%"])


def _between(column: str, value: str) -> Condition:
    """A range that may be open at either end; the high end includes all that begins with it."""
    low, _, high = value.partition("..")
    parts = [(f"{column} >= ?", low)] if low else []
    parts += [(f"substr({column}, 1, {len(high)}) <= ?", high)] if high else []
    return " AND ".join(sql for sql, _ in parts) or "1", [end for _, end in parts]


def _in_names(column: str) -> Callable[[str], Condition]:
    """Papers with the words of a text one after another in a name, the last perhaps only begun."""

    def condition(value: str) -> Condition:
        tokens = words(value)
        if not tokens:
            return "1", []
        return _IN_INDEX.format("name_index"), [f"{column} : {phrase(tokens, begun=True)}"]

    return condition


def _years(value: str) -> Condition:
    low, _, high = value.partition("..")
    return "year BETWEEN ? AND ?", [int(low or 0), int(high or 9999)]


_FILTERS: dict[str, Callable[[str], Condition]] = {
    "status": lambda value: ("status = ?", [value]),
    "is": lambda value: (IS[value], []),
    "has": lambda value: (HAS[value], []),
    "tag": lambda value: (_HAS_TAG.format("name = ?"), [value.lower()]),
    "author": _in_names("authors"),
    "title": _in_names("title"),
    "venue": _contains("venue"),
    "source": lambda value: (_HAS_SOURCE.format(LIKE.format("source")), [f"%{escaped(value)}%"]),
    "year": _years,
    "added": lambda value: _between("added_at", value),
}

#: Every filter of the query language.
FILTERS = tuple(_FILTERS)
