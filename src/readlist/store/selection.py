"""Which papers are meant, and how that is said in SQL.

A :class:`Selection` is what the query language parses to: words and filters,
each possibly negated, all of which must hold. Words match anywhere in a paper's
title, authors, abstract, comment, tags and note.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from readlist.errors import UsageError


@dataclass(frozen=True, slots=True)
class Word:
    """A word or a phrase to be found in a paper."""

    text: str
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Filter:
    """One condition: a column-like ``name`` and its ``value``, checked by the parser.

    A range (``year``, ``added``) has its ends in ``value`` as ``low..high``.
    """

    name: str
    value: str
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Selection:
    """The words and filters a paper must match. Empty: every paper."""

    words: tuple[Word, ...] = ()
    filters: tuple[Filter, ...] = ()


Condition = tuple[str, list[Any]]

_HAS_NOTE = "EXISTS (SELECT 1 FROM note WHERE paper_id = paper.id AND text != '')"
_HAS_TAG = "EXISTS (SELECT 1 FROM tag WHERE paper_id = paper.id AND {})"
_HAS_SOURCE = (
    "EXISTS (SELECT 1 FROM paper_source JOIN import_source ON import_source.id = import_source_id"
    " WHERE paper_id = paper.id AND {})"
)
_LIKE = "{} LIKE ? ESCAPE '\\'"
_ANYWHERE = " OR ".join(
    [
        *(_LIKE.format(column) for column in ("title", "authors", "abstract", "comment")),
        "EXISTS (SELECT 1 FROM note WHERE paper_id = paper.id AND " + _LIKE.format("text") + ")",
        _HAS_TAG.format(_LIKE.format("name")),
    ]
)

#: The values of ``is:`` and ``has:`` and what they mean.
IS = {
    "starred": "starred",
    "derived": "title_source = 'derived'",
}
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

#: The orders a list can have. "added": the newest import first, in the order of its pages.
SORTS = {
    "added": "added_at DESC, id",
    "title": "title COLLATE NOCASE, id",
    "queue": "queue IS NULL, queue, added_at DESC, id",
    "year": "year IS NULL, year DESC, added_at DESC, id",
    "status": (
        "CASE status WHEN 'reading' THEN 0 WHEN 'to-read' THEN 1 WHEN 'inbox' THEN 2"
        " WHEN 'done' THEN 3 ELSE 4 END, added_at DESC, id"
    ),
}


def where(selection: Selection) -> Condition:
    """Return the SQL condition on ``paper`` and its parameters."""
    conditions = [_word(word) for word in selection.words]
    conditions += [
        _negated(_FILTERS[condition.name](condition.value), condition.negated)
        for condition in selection.filters
    ]
    sql = " AND ".join(f"({part})" for part, _ in conditions) or "1"
    return sql, [value for _, values in conditions for value in values]


def order(selection: Selection, sort: str) -> Condition:
    """Return the ORDER BY terms and their parameters.

    Papers with more of the words in their title come first, whatever the sort
    is. Raises :class:`UsageError` for a sort that does not exist.
    """
    if sort not in SORTS:
        raise UsageError(f"no such order: {sort}", f"one of {', '.join(SORTS)}")
    sought = [_pattern(word.text) for word in selection.words if not word.negated]
    best = " + ".join(f"({_LIKE.format('title')})" for _ in sought)
    return f"{best} DESC, {SORTS[sort]}" if best else SORTS[sort], [*sought]


def _word(word: Word) -> Condition:
    pattern = _pattern(word.text)
    return _negated((_ANYWHERE, [pattern] * _ANYWHERE.count("?")), word.negated)


def _pattern(text: str) -> str:
    for special in "\\%_":
        text = text.replace(special, f"\\{special}")
    return f"%{text}%"


def _negated(condition: Condition, negated: bool) -> Condition:
    sql, parameters = condition
    return (f"({sql}) IS NOT 1" if negated else sql), parameters


def _like(column: str) -> Callable[[str], Condition]:
    return lambda value: (_LIKE.format(column), [_pattern(value)])


def _between(column: str, value: str) -> Condition:
    """A range with either end open; a text's high end takes in all that begins with it."""
    low, _, high = value.partition("..")
    parts = [(f"{column} >= ?", low)] if low else []
    parts += [(f"substr({column}, 1, {len(high)}) <= ?", high)] if high else []
    return " AND ".join(sql for sql, _ in parts) or "1", [end for _, end in parts]


def _years(value: str) -> Condition:
    low, _, high = value.partition("..")
    return "year BETWEEN ? AND ?", [int(low or 0), int(high or 9999)]


_FILTERS: dict[str, Callable[[str], Condition]] = {
    "status": lambda value: ("status = ?", [value]),
    "is": lambda value: (IS[value], []),
    "has": lambda value: (HAS[value], []),
    "tag": lambda value: (_HAS_TAG.format("name = ?"), [value.lower()]),
    "author": _like("authors"),
    "title": _like("title"),
    "venue": _like("venue"),
    "source": lambda value: (_HAS_SOURCE.format(_LIKE.format("source")), [_pattern(value)]),
    "year": _years,
    "added": lambda value: _between("added_at", value),
}

#: Every filter of the query language.
FILTERS = tuple(_FILTERS)
