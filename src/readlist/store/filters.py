"""Which papers are meant, and how that is said in SQL.

A :class:`Selection` is what the query language parses to: words and filters,
each possibly negated, all of which must hold. The words that a paper must hold
are for :mod:`readlist.searching`, which forgives and ranks; all the rest holds or
does not, and is said here.
"""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from readlist.errors import UsageError
from readlist.text import folded_words, words


class Word(NamedTuple):
    """A word, or a phrase that must be found as it is."""

    text: str
    negated: bool = False
    phrase: bool = False


class Filter(NamedTuple):
    """One condition: a column-like ``name`` and its ``value``, checked by the parser.

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
        """The words a paper must hold: those that are not negated and have letters or digits."""
        return tuple(word for word in self.words if not word.negated and words(word.text))


Condition = tuple[str, list[Any]]

_HAS_NOTE = "EXISTS (SELECT 1 FROM note WHERE paper_id = paper.id AND text != '')"
_HAS_TAG = "EXISTS (SELECT 1 FROM tag WHERE paper_id = paper.id AND {})"
_HAS_SOURCE = (
    "EXISTS (SELECT 1 FROM paper_source JOIN import_source ON import_source.id = import_source_id"
    " WHERE paper_id = paper.id AND {})"
)
_LIKE = "{} LIKE ? ESCAPE '\\'"
_SAID = "instr(words_of(title, authors, tags, note, comment, abstract), ?)"
_IN_INDEX = "paper.id IN (SELECT rowid FROM {0} WHERE {0} MATCH ?)"

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

#: The order of a list without words to be found, and that of one with them.
DEFAULT_SORT, BEST = "added", "best"

#: The orders a list can have beside the best match first.
#: "added": the newest import first, in the order of its pages.
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
    """Return the SQL condition on ``paper`` and its parameters, without the words to be found."""
    conditions = [
        _negated((_holding_phrase if word.phrase else _mentioning)(word.text), negated=True)
        for word in selection.words
        if word.negated and words(word.text)
    ]
    conditions += [
        _negated(_FILTERS[condition.name](condition.value), condition.negated)
        for condition in selection.filters
    ]
    return all_of(conditions)


def all_of(conditions: Iterable[Condition]) -> Condition:
    """Return the condition that all of ``conditions`` hold."""
    parts = list(conditions)
    sql = " AND ".join(f"({part})" for part, _ in parts) or "1"
    return sql, [value for _, values in parts for value in values]


def saying(phrase: str) -> Condition:
    """Return the condition that a paper says the words of ``phrase`` one after another."""
    said = f"EXISTS (SELECT 1 FROM document AS said WHERE said.id = paper.id AND {_SAID})"
    return said, [f" {' '.join(folded_words(phrase))} "]


def order(sort: str) -> str:
    """Return the ORDER BY terms. Raises :class:`UsageError` for a sort that does not exist."""
    if sort not in SORTS:
        raise UsageError(f"no such order: {sort}", f"one of {', '.join(SORTS)}")
    return SORTS[sort]


def quoted(token: str) -> str:
    """Return ``token`` as the index's query language wants it."""
    return f'"{token}"'


def _mentioning(text: str) -> Condition:
    """Papers that hold all words of ``text`` anywhere."""
    return _IN_INDEX.format("text_index"), [" AND ".join(map(quoted, words(text)))]


def _holding_phrase(phrase: str) -> Condition:
    """The same, found by the index first."""
    return all_of([_mentioning(phrase), saying(phrase)])


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


def _named(column: str) -> Callable[[str], Condition]:
    """Papers with the words of a text one after another in a name, the last perhaps only begun."""

    def condition(value: str) -> Condition:
        phrase = " + ".join(map(quoted, words(value)))
        if not phrase:
            return "1", []
        return _IN_INDEX.format("name_index"), [f"{column} : {phrase} *"]

    return condition


def _years(value: str) -> Condition:
    low, _, high = value.partition("..")
    return "year BETWEEN ? AND ?", [int(low or 0), int(high or 9999)]


_FILTERS: dict[str, Callable[[str], Condition]] = {
    "status": lambda value: ("status = ?", [value]),
    "is": lambda value: (IS[value], []),
    "has": lambda value: (HAS[value], []),
    "tag": lambda value: (_HAS_TAG.format("name = ?"), [value.lower()]),
    "author": _named("authors"),
    "title": _named("title"),
    "venue": _like("venue"),
    "source": lambda value: (_HAS_SOURCE.format(_LIKE.format("source")), [_pattern(value)]),
    "year": _years,
    "added": lambda value: _between("added_at", value),
}

#: Every filter of the query language.
FILTERS = tuple(_FILTERS)
