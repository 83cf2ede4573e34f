"""The query language, in one parser for the command line, the interface and saved searches.

Plain words and ``"phrases"`` match anywhere in a paper; ``name:value`` filters
compose; a leading ``-`` negates either. While somebody is typing, a query is
read leniently: a filter that is not finished, or does not exist, is left out.
"""

import re
from collections.abc import Callable, Collection
from functools import lru_cache, partial

from readlist.domain import Status
from readlist.errors import UsageError
from readlist.store.filters import FILTERS, HAS, IS, Filter, Selection, Word
from readlist.text import nearest

#: How many words and filters a query may have.
MOST_PARTS = 64

# Every command imports this module, and few parse a query: patterns are compiled when used.
# An optional minus, an optional filter name, then a quoted text (perhaps never closed) or a word.
_TOKEN = r'(-?)(?:([a-z]+):)?("[^"]*"?|\S*)'


@lru_cache(maxsize=32)  # one key in the interface asks several things of the same query
def parse(text: str, *, lenient: bool = False) -> Selection:
    """Return the words and filters of a query.

    Raises :class:`UsageError` for a filter or a value that does not exist, with
    the nearest that does, and for too long a query; when ``lenient`` such a
    filter, and what is too much, is ignored instead.
    """
    words: list[Word] = []
    filters: list[Filter] = []
    parts = (found.groups(default="") for found in re.finditer(_TOKEN, text))
    for place, (minus, name, quoted) in enumerate(part for part in parts if any(part[1:])):
        if place == MOST_PARTS:
            if lenient:
                break
            raise UsageError("the query is too long", f"at most {MOST_PARTS} words and filters")
        value, negated = quoted.strip('"'), bool(minus)
        if name and not value.startswith("//"):  # http://… is a word
            try:
                filters.append(Filter(name, _checked(name, value), negated))
            except UsageError:
                if not lenient:
                    raise
        elif value:
            text = f"{name}:{value}" if name else value
            words.append(Word(text, negated, phrase=quoted.startswith('"')))
    return Selection(tuple(words), tuple(filters))


def split_query(text: str) -> list[str]:
    """Return the words, phrases and filters of a query as they are typed, quotes left open too."""
    return re.findall(r'[^\s"]*"[^"]*"?|\S+', text)


def _checked(name: str, value: str) -> str:
    if name not in FILTERS:
        raise UsageError(f"no such filter: {name}:", nearest(name, FILTERS, suffix=":"))
    if not value:
        raise UsageError(f"{name}: needs a value", f"such as {_EXAMPLES.get(name, f'{name}:word')}")
    return _CHECKS.get(name, str)(value)


def _one_of(name: str, known: Collection[str], value: str) -> str:
    if value.lower() not in known:
        raise UsageError(f"no such {name}: {value}", nearest(value.lower(), known))
    return value.lower()


def _range(name: str, end: str, value: str) -> str:
    low, dots, high = value.partition("..")
    ends = [part for part in (low, high) if part]
    if not ends or not all(re.fullmatch(end, part) for part in ends):
        raise UsageError(f"not a range: {name}:{value}", f"such as {_EXAMPLES[name]}")
    return f"{low}..{high}" if dots else f"{low}..{low}"


_EXAMPLES = {
    "status": "status:reading",
    "is": "is:starred",
    "has": "has:note",
    "year": "year:2023.. or year:2019..2021",
    "added": "added:2024-05.. or added:2024-01-31",
}
_CHECKS: dict[str, Callable[[str], str]] = {
    "status": partial(_one_of, "status", [status.value for status in Status]),
    "is": partial(_one_of, "value of is:", IS),
    "has": partial(_one_of, "value of has:", HAS),
    "year": partial(_range, "year", r"\d{1,4}"),
    "added": partial(_range, "added", r"\d{4}(-\d\d(-\d\d)?)?"),
}
