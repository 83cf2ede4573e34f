"""Completion of a query that is being typed: filters, their values, names in the library.

Pure: the names come from a function that is given. Only the last word of the
text is completed, the one that is being typed.
"""

import re
from collections.abc import Callable, Iterable

from readlist.domain import Status
from readlist.store.filters import FILTERS, HAS, IS
from readlist.store.vocabulary import Kind
from readlist.text import fold_letters

#: Returns the names of a kind in the library that what was typed may be the beginning of.
Names = Callable[[Kind, str], list[str]]

#: The word at the end of a text: a minus, the name of a filter, a value, perhaps an open quote.
_LAST = re.compile(r'(?:^|(?<=\s))(-?)(?:([a-z]+):)?("[^"]*|[^\s"]*)$')

_VALUES: dict[str, Iterable[str]] = {"status": [*Status], "is": IS, "has": HAS}
_NAMES: dict[str, Kind] = {"tag": "tag", "author": "author", "venue": "venue", "source": "source"}


def completions(text: str, names: Names) -> list[str]:
    """Return ``text`` with its last word completed, in every way possible, the likeliest first."""
    last = _LAST.search(text)
    if not last or not last[0]:
        return []
    minus, name, typed = last.groups()
    begin, word = text[: last.start()] + minus, typed.strip('"')
    found = _of_filter(name, word, names) if name else _of_word(typed, names)
    whole = dict.fromkeys(begin + one for one in found)
    return [one for one in whole if one != text]


def _of_filter(name: str, typed: str, names: Names) -> list[str]:
    """Complete the value of a filter."""
    if name in _VALUES:
        values = [value for value in _VALUES[name] if value.startswith(typed.lower())]
    else:
        values = names(_NAMES[name], typed) if name in _NAMES else []
    return [f"{name}:{_quoted(value)}" for value in values]


def _of_word(typed: str, names: Names) -> list[str]:
    """Complete the name of a filter, else suggest tags and authors that begin with the word."""
    if typed.startswith('"'):
        return []
    found = [f"{name}:" for name in FILTERS if typed and name.startswith(typed.lower())]
    if len(typed) > 2 and not found:  # fewer letters say too little
        found += [f"tag:{_quoted(tag)}" for tag in names("tag", fold_letters(typed))]
        found += [f"author:{_quoted(author)}" for author in names("author", typed)]
    return found


def _quoted(value: str) -> str:
    """Return a value as the query language reads it: in quotes when it is more than a word."""
    value = value.replace('"', "")
    return f'"{value}"' if re.search(r"\s", value) else value
