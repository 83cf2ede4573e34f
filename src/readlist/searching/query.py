"""The query language, in one parser for the command line, the interface and saved searches.

Plain words and ``"phrases"`` match anywhere in a paper; ``name:value`` filters
compose; a leading ``-`` negates either. While somebody is typing, a query is
read leniently: a filter that is not finished, or does not exist, is left out.
"""

import re
from collections.abc import Callable, Iterable, Iterator

from readlist.domain import Status
from readlist.errors import UsageError
from readlist.store.filters import FILTERS, HAS, IS, Filter, Selection, Word
from readlist.text import nearest

# An optional minus, an optional filter name, then a quoted text (perhaps never closed) or a word.
#: What one query may be made of.
MOST_PARTS = 64

_TOKEN = re.compile(r'(-?)(?:([a-z]+):)?("[^"]*"?|\S*)')
#: A word, a phrase or a filter as it is typed; a quote may be left open.
_TYPED_PART = r'[^\s"]*"[^"]*"?|\S+'
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_YEAR = re.compile(r"\d{1,4}")


def parse(text: str, *, lenient: bool = False) -> Selection:
    """Return what ``text`` asks for.

    Raises :class:`UsageError` for a filter or a value that does not exist, with
    the nearest that does, and for too long a query; when ``lenient`` such a
    filter, and what is too much, is ignored instead.
    """
    words: list[Word] = []
    filters: list[Filter] = []
    for place, (minus, name, quoted) in enumerate(_parts(text)):
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
    """Return the words, phrases and filters of a query as they are typed."""
    return re.findall(_TYPED_PART, text)


def _parts(text: str) -> Iterator[tuple[str, str, str]]:
    """Yield minus, filter and value of each part of a query."""
    for found in _TOKEN.finditer(text):
        minus, name, quoted = found.groups(default="")
        if name or quoted:
            yield minus, name, quoted


def _checked(name: str, value: str) -> str:
    if name not in FILTERS:
        raise UsageError(f"no such filter: {name}:", nearest(name, FILTERS, suffix=":"))
    if not value:
        raise UsageError(f"{name}: needs a value", f"such as {_EXAMPLES.get(name, f'{name}:word')}")
    return _CHECKS.get(name, str)(value)


def _one_of(name: str, values: Iterable[str]) -> Callable[[str], str]:
    known = tuple(values)

    def check(value: str) -> str:
        if value.lower() not in known:
            raise UsageError(f"no such {name}: {value}", nearest(value.lower(), known))
        return value.lower()

    return check


def _range(name: str, end: re.Pattern[str]) -> Callable[[str], str]:
    def check(value: str) -> str:
        low, dots, high = value.partition("..")
        ends = [part for part in (low, high) if part]
        if not ends or not all(end.fullmatch(part) for part in ends):
            raise UsageError(f"not a range: {name}:{value}", f"such as {_EXAMPLES[name]}")
        return f"{low}..{high}" if dots else f"{low}..{low}"

    return check


_EXAMPLES = {
    "status": "status:reading",
    "is": "is:starred",
    "has": "has:note",
    "year": "year:2023.. or year:2019..2021",
    "added": "added:2024-05.. or added:2024-01-31",
}
_CHECKS: dict[str, Callable[[str], str]] = {
    "status": _one_of("status", [status.value for status in Status]),
    "is": _one_of("value of is:", IS),
    "has": _one_of("value of has:", HAS),
    "year": _range("year", _YEAR),
    "added": _range("added", _DATE),
}
