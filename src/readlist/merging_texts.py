"""Two people's changes to one text, brought together line by line.

This is the three-way merge of diff3 (Khanna, Kunal and Pierce, "A formal
investigation of diff3", 2007): where both sides left the base alone, the texts
are in step; between such places a change of one side is taken, and two different
changes are a conflict, in which both sides stand, marked as version control
systems mark them.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from difflib import Match


class Merged(NamedTuple):
    """What came of a merge: the text, and how many places of it hold both sides, marked."""

    text: str
    conflicts: int


def merge(
    base: str, mine: str, theirs: str, *, my_name: str = "mine", their_name: str = "theirs"
) -> Merged:
    """Return the changes that ``mine`` and ``theirs`` made to ``base`` in one text.

    Every line that a side wrote is in it. Where both changed the same or
    neighbouring lines in different ways, both are kept between the lines
    ``<<<<<<<``, ``=======`` and ``>>>>>>>``, which carry the names. The ends of
    lines follow the base: CRLF is a change only if the base has it too.
    """
    if "\r\n" not in base:
        mine, theirs = mine.replace("\r\n", "\n"), theirs.replace("\r\n", "\n")
    if mine == theirs or theirs == base:
        return Merged(mine, 0)
    if mine == base:
        return Merged(theirs, 0)
    lines: list[str] = []
    conflicts = 0
    for hunk in _hunks(base.split("\n"), mine.split("\n"), theirs.split("\n")):
        if hunk.theirs in (hunk.base, hunk.mine):
            lines += hunk.mine
        elif hunk.mine == hunk.base:
            lines += hunk.theirs
        else:
            lines += _marked(hunk, my_name, their_name)
            conflicts += 1
    return Merged("\n".join(lines), conflicts)


class _Hunk(NamedTuple):
    """The lines of all three between two places where they are in step, or in one such place."""

    base: Sequence[str]
    mine: Sequence[str]
    theirs: Sequence[str]


class _Step(NamedTuple):
    """Lines that are the same in all three: where they begin in each, and how many they are."""

    base: int
    mine: int
    theirs: int
    size: int


def _marked(hunk: _Hunk, my_name: str, their_name: str) -> list[str]:
    """Return both sides of a conflict; lines with which both begin or end stand once."""
    mine, theirs = hunk.mine, hunk.theirs
    before = _alike(mine, theirs)
    after = _alike(mine[before:][::-1], theirs[before:][::-1])
    return [
        *mine[:before],
        f"<<<<<<< {my_name}",
        *mine[before : len(mine) - after],
        "=======",
        *theirs[before : len(theirs) - after],
        f">>>>>>> {their_name}",
        *mine[len(mine) - after :],
    ]


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    """Return with how many equal lines both begin."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (left, right) in pairs if left != right), min(len(one), len(other)))


def _hunks(base: list[str], mine: list[str], theirs: list[str]) -> Iterator[_Hunk]:
    """Cut the three texts, in step, into stretches that are the same and stretches that are not."""
    at = _Step(0, 0, 0, 0)
    for step in (*_steps(base, mine, theirs), _Step(len(base), len(mine), len(theirs), 0)):
        yield _Hunk(
            base[at.base : step.base], mine[at.mine : step.mine], theirs[at.theirs : step.theirs]
        )
        same = base[step.base : step.base + step.size]
        yield _Hunk(same, same, same)
        at = _Step(step.base + step.size, step.mine + step.size, step.theirs + step.size, 0)


def _steps(base: list[str], mine: list[str], theirs: list[str]) -> Iterator[_Step]:
    """Yield the stretches of ``base`` that both sides left alone, in order."""
    ours, others = _matches(base, mine), _matches(base, theirs)
    i = j = 0
    while i < len(ours) and j < len(others):
        left, right = ours[i], others[j]
        start = max(left.a, right.a)
        end = min(left.a + left.size, right.a + right.size)
        if start < end:
            yield _Step(start, left.b + start - left.a, right.b + start - right.a, end - start)
        if left.a + left.size < right.a + right.size:
            i += 1
        else:
            j += 1


def _matches(base: list[str], side: list[str]) -> "list[Match]":
    """Return what a side left alone. Lines at both ends are found without comparing all to all."""
    from difflib import Match, SequenceMatcher  # it takes long to import

    before = _alike(base, side)
    after = _alike(base[before:][::-1], side[before:][::-1])
    inner_base, inner_side = base[before : len(base) - after], side[before : len(side) - after]
    inner = SequenceMatcher(None, inner_base, inner_side).get_matching_blocks()
    return [
        Match(0, 0, before),
        *(Match(before + match.a, before + match.b, match.size) for match in inner),
        Match(len(base) - after, len(side) - after, after),
    ]
