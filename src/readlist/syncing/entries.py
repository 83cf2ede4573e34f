"""Where in front matter each property stands, found by a YAML parser.

Only the parser's events are used, one after another: nothing is built from
them, so neither nesting nor aliases can make them expand.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

import yaml

from readlist.syncing.problem import NoteError

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NOTHING = ("", "~", "null", "Null", "NULL")
#: More than any person writes, and little enough to be parsed at once.
LONGEST = 1 << 18
_DEEPEST = 50


class Item(NamedTuple):
    """A text and where it begins and ends."""

    text: str
    start: int
    end: int


@dataclass(slots=True)
class Entry:
    """A property: its key, what it holds, and where that begins and ends.

    ``items`` are the texts of a list, or the one text; ``is_odd`` says that it
    holds something else: other lists, mappings, references.
    """

    key: str
    start: int
    value_start: int
    end: int
    is_list: bool = False
    is_flow: bool = False
    is_odd: bool = False
    items: list[Item] = field(default_factory=list)


def entries_of(front: str) -> dict[str, Entry]:
    """Return the properties of front matter, given without its fences, by their keys.

    Raises:
        NoteError: It is not YAML, or no list of properties a line each.
    """
    if len(front) > LONGEST:
        raise NoteError("the front matter is too long", "shorten it")
    try:
        found = list(_read(front))
    except (yaml.YAMLError, ValueError) as error:
        raise NoteError(f"the front matter is not YAML{_place(error)}", "correct it") from error
    return {entry.key: entry for entry in found}


def _place(error: Exception) -> str:
    mark = getattr(error, "problem_mark", None)
    return f" (line {mark.line + 2})" if mark else ""


def _read(front: str) -> Iterator[Entry]:
    depth = 0
    entry: Entry | None = None
    for event in yaml.parse(front, Loader=_LOADER):
        if isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
            start, end = _span(event)
            if entry and end > start:  # a bracket
                entry.end = end
        elif isinstance(event, yaml.NodeEvent):
            if depth == 0:
                _check_outermost(event)
            elif depth == 1 and (entry is None or _is_complete(entry)):
                if entry:
                    yield entry
                entry = _begin(event)
            elif entry:
                _take(entry, event, depth, front)
            depth += isinstance(event, yaml.CollectionStartEvent)
            if depth > _DEEPEST:  # a parser takes the square of the depth in time
                raise NoteError("the front matter is nested too deeply", "simplify it")
    if entry:
        yield entry


def _check_outermost(event: yaml.NodeEvent) -> None:
    if isinstance(event, yaml.ScalarEvent) and not event.value:
        return
    if not isinstance(event, yaml.MappingStartEvent) or event.flow_style:
        raise NoteError("the front matter is no list of properties, a line each", "correct it")


def _is_complete(entry: Entry) -> bool:
    return entry.value_start >= 0


def _begin(event: yaml.NodeEvent) -> Entry:
    if not isinstance(event, yaml.ScalarEvent):
        raise NoteError("the front matter has a key that is no text", "correct it")
    start, end = _span(event)
    return Entry(event.value, start, -1, end)


def _take(entry: Entry, event: yaml.NodeEvent, depth: int, front: str) -> None:
    """Take in an event of the entry's value."""
    start, end = _span(event)
    if depth == 1:
        entry.value_start = start
    if isinstance(event, yaml.ScalarEvent):
        if event.style in ("|", ">"):
            end = start + len(front[start:end].rstrip())
        entry.is_odd |= depth > 2
        if event.style or event.value not in _NOTHING:
            entry.items.append(Item(event.value, start, end))
    elif isinstance(event, yaml.SequenceStartEvent) and depth == 1:
        entry.is_list, entry.is_flow = True, bool(event.flow_style)
    else:
        entry.is_odd = True
    if not isinstance(event, yaml.CollectionStartEvent):
        entry.end = max(entry.end, end)


def _span(event: yaml.Event) -> tuple[int, int]:
    """Return where an event begins and ends, in letters."""
    start, end = event.start_mark, event.end_mark
    return (start.index, end.index) if start and end else (0, 0)
