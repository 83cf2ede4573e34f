"""What library and file said last, and what each says now, brought together.

A field that one side changed is taken from it, tags are merged one by one, notes
line by line. A field that both changed in different ways is a conflict: each side
keeps its own, and what both said last stands until they agree. A note in
conflict holds both texts, marked, on both sides.
"""

from typing import Any, NamedTuple

from readlist.merging_texts import merge
from readlist.syncing.shared import Shared


class Merged(NamedTuple):
    """What each side shall say, what counts as said by both, and the fields in conflict."""

    library: Shared
    file: Shared
    base: Shared
    conflicts: tuple[str, ...]


def merged(base: Shared, library: Shared, file: Shared) -> Merged:
    """Merge what ``library`` and ``file`` say, which both said ``base`` before."""
    agreed: dict[str, Any] = {}
    conflicts = []
    for name in Shared._fields:
        before, ours, theirs = (getattr(side, name) for side in (base, library, file))
        if name == "tags":
            agreed[name] = _tags(before, ours, theirs)
        elif theirs in (before, ours):
            agreed[name] = ours
        elif ours == before:
            agreed[name] = theirs
        elif name == "note":
            agreed[name], number = notes(before, ours, theirs)
            conflicts += ["note"] * bool(number)
        else:
            conflicts.append(name)
    return Merged(
        library._replace(**agreed),
        file._replace(**agreed),
        base._replace(**agreed),
        tuple(conflicts),
    )


def rebased(taken: Shared, base: Shared, file: Shared) -> tuple[Shared, Shared]:
    """Return base and file as if the file had been written as ``base`` when it said ``taken``.

    Where it has changed since, and never said ``base``, what it said is the base.
    """
    bases: dict[str, Any] = {}
    values: dict[str, Any] = {}
    for name in Shared._fields:
        then, meant, now = (getattr(side, name) for side in (taken, base, file))
        if name == "tags":
            values[name] = _tags(then, meant, now)
        elif now == then:
            values[name] = meant
        elif name == "note" and now != meant:
            values[name], _ = notes(then, meant, now)
        elif now != meant:
            bases[name] = then
    return base._replace(**bases), file._replace(**values)


def notes(base: str, library: str, file: str) -> tuple[str, int]:
    """Return both notes in one, and how many places of it hold both, marked.

    Line ends at the end are no line of anybody's: editors put them there or take them away.
    """
    (before, end), (ours, our_end), (theirs, their_end) = map(_parted, (base, library, file))
    last = their_end if our_end == end else our_end
    if ours == theirs or (not before and _holds(ours, theirs)):
        return ours + last, 0
    if not before and _holds(theirs, ours):
        return theirs + last, 0
    result = merge(before, ours, theirs, my_name="library", their_name="file")
    return result.text + last, result.conflicts


def _holds(note: str, other: str) -> bool:
    """Return whether all lines of ``other`` stand in ``note``, in their order."""
    lines = iter(note.split("\n"))
    return all(line in lines for line in other.split("\n"))


def _parted(note: str) -> tuple[str, str]:
    """Return a note and the line ends it ends with."""
    text = note.rstrip("\r\n")
    return text, note[len(text) :]


def _tags(
    base: tuple[str, ...], library: tuple[str, ...], file: tuple[str, ...]
) -> tuple[str, ...]:
    before, ours, theirs = set(base), set(library), set(file)
    return tuple(sorted((ours & theirs) | (ours - before) | (theirs - before)))
