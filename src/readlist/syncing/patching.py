"""Front matter with other values in it, all else as it was, letter by letter.

Order, comments, quotes and properties that nobody here knows stay. A property
that comes new takes its place after the one it follows in an export.
"""

import re
from collections.abc import Mapping, Sequence

from readlist.exporting import front_matter
from readlist.exporting.front_matter import Value
from readlist.syncing.entries import Entry, Item, entries_of

_COMMENT = re.compile(r"(?<=[ \t\r\n])#[^\r\n]*")


def as_tag(text: str) -> str:
    """Return a tag as the library has it: lower case, no ``#`` before."""
    return text.strip().removeprefix("#").lower()


def patched(front: str, values: Mapping[str, Value], order: Sequence[str]) -> str:
    """Return ``front`` with these values; what is ``None`` or empty is taken out.

    Raises:
        NoteError: It is not front matter.
    """
    newline = "\r\n" if "\r\n" in front else "\n"
    for key, value in values.items():
        entry = entries_of(front).get(key)
        shown = front_matter.shown(value) is not None
        written = front_matter.dump({key: value}).replace("\n", newline) if shown else ""
        if entry and written:
            front = _replaced(front, entry, value, written, newline)
        elif entry:
            front = _without(front, entry, newline)
        elif written:
            front = _inserted(front, key, written, order, newline)
    return front


def _replaced(front: str, entry: Entry, value: Value, written: str, newline: str) -> str:
    wanted = [value] if isinstance(value, str) else value
    if entry.is_list and not entry.is_odd and isinstance(wanted, Sequence):
        if entry.is_flow:
            inside = ", ".join(front_matter.text(each) for each in wanted)
            written = f"{entry.key}: [{inside}]"
        else:
            kept = [item for item in entry.items if _said(entry, item) in wanted]
            said = [_said(entry, item) for item in kept]
            new = [each for each in wanted if each not in said]
            if kept and len(said) + len(new) == len(wanted):
                return _listed(front, entry, kept, new, newline)
    comments = _comments_in(front, entry, newline)
    return front[: entry.start] + comments + written.removesuffix(newline) + front[entry.end :]


def _said(entry: Entry, item: Item) -> str:
    return as_tag(item.text) if entry.key == "tags" else item.text


def _listed(front: str, entry: Entry, kept: list[Item], new: list[str], newline: str) -> str:
    """Take items out of a list of a line each, and put new ones behind the last that stays."""
    last = kept[-1]
    dash = _start_of_line(front, last.start)
    indent = front[dash : last.start]
    lines = "".join(f"{newline}{indent}{front_matter.text(each)}" for each in new)
    at = _end_of_line(front, last.end)
    front = front[:at] + lines + front[at:]
    for item in reversed(entry.items):
        if item not in kept:
            shift = len(lines) if item.start > last.start else 0
            start, end = item.start + shift, item.end + shift
            front = _cut(front, _start_of_line(front, start), end, newline)
    return front


def _without(front: str, entry: Entry, newline: str) -> str:
    comments = _comments_in(front, entry, newline)
    front = front[: entry.start] + comments + front[entry.start :]
    start = entry.start + len(comments)
    return _cut(front, start, entry.end + len(comments), newline)


def _inserted(front: str, key: str, written: str, order: Sequence[str], newline: str) -> str:
    found = entries_of(front)
    before = order[: order.index(key)] if key in order else order
    places = [found[name].end for name in before if name in found]
    at = _end_of_line(front, places[-1]) if places else len(front.rstrip("\r\n"))
    if at == 0 and not front.strip("\r\n"):
        return written + front
    return front[:at] + newline + written.removesuffix(newline) + (front[at:] or newline)


def _cut(front: str, start: int, end: int, newline: str) -> str:
    """Take out what begins a line and ends at ``end``, with its line unless a comment follows."""
    line_end = _end_of_line(front, end)
    rest = front[end:line_end]
    if rest.strip():
        return front[:start] + rest.lstrip() + front[line_end:]
    return front[:start] + front[line_end:].removeprefix(newline)


def _comments_in(front: str, entry: Entry, newline: str) -> str:
    """Return the comments within an entry that is written anew or goes, a line each."""
    bounds = [entry.start, *(place for item in entry.items for place in item[1:]), entry.end]
    gaps = [front[start:end] for start, end in zip(bounds[::2], bounds[1::2], strict=True)]
    found = [comment for gap in gaps for comment in _COMMENT.findall(gap)]
    return "".join(comment + newline for comment in found)


def _start_of_line(text: str, at: int) -> int:
    return max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1


def _end_of_line(text: str, at: int) -> int:
    ends = [place for place in (text.find("\n", at), text.find("\r", at)) if place >= 0]
    return min(ends, default=len(text))
