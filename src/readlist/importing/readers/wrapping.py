"""At what width a dump was wrapped, and so which of its line breaks a wrapper made.

A greedy wrapper breaks a line only where the next word would not have fitted. A
line of length L before a word of length w therefore says that the width is at
least L and less than L + 1 + w; the width that most such pairs agree on is the
one of the dump. Only pairs whose second line begins in lower case are asked:
those are hardly ever anything but wrapped text.
"""

import itertools
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from math import log

from readlist.importing.readers.parts.lines import Line

#: Text wider than this was not wrapped for reading.
WIDEST = 200
_MOST_WIDTHS = 3
_ENOUGH = 0.15


class Break(Enum):
    """What a line break looks like, seen from the widths."""

    UNKNOWN = "nothing speaks for or against a wrapper"
    FULL = "the next word did not fit"
    SHORT = "the next word would have fitted"
    OVERLONG = "one of the two lines is longer than any wrapped one"
    GAP = "blank lines between"


@dataclass(frozen=True, slots=True)
class Wrapping:
    """The ranges ``[low, high)`` the widths of a dump lie in, and how strictly they are kept.

    ``ragged`` is the share of wrapped lines that fit none of them; ``spaced`` says
    that there are blank lines.
    """

    widths: tuple[tuple[int, int], ...] = ()
    ragged: float = 0.0
    spaced: bool = False

    def break_between(self, before: Line, after: Line, label: int = 0) -> Break:
        """Return what the break looks like; the width may or may not have counted ``label``."""
        if after.gap:
            return Break.GAP
        if _is_overlong(before, self.widest) or _is_overlong(after, self.widest):
            return Break.OVERLONG
        if not self.widths:
            return Break.UNKNOWN
        start, end = _interval(before, after)
        if any(start - label < high and end > low for low, high in self.widths):
            return Break.FULL
        return Break.FULL if len(before.text) >= self.widest else Break.SHORT

    @property
    def widest(self) -> int:
        """The length above which a line was not wrapped."""
        return max((high - 1 for _, high in self.widths), default=WIDEST)

    @property
    def chance_of_short(self) -> float:
        """The logarithm of how likely a wrapper leaves a line short."""
        return log(min(0.5, max(0.01, self.ragged)))


def measure(lines: Sequence[Line]) -> Wrapping:
    """Return the wrapping that the ``lines`` agree on."""
    left = _wrapped_pairs(lines)
    total = len(left)
    widths: list[tuple[int, int]] = []
    while left and len(widths) < _MOST_WIDTHS:
        width, support = _most_agreed(left)
        if widths and support < max(3, _ENOUGH * total):
            break
        widths.append(width)
        left = [pair for pair in left if not (pair[0] < width[1] and pair[1] > width[0])]
    return Wrapping(tuple(widths), (len(left) + 0.5) / (total + 5), any(line.gap for line in lines))


def _wrapped_pairs(lines: Sequence[Line]) -> list[tuple[int, int]]:
    return [
        _interval(before, after)
        for before, after in itertools.pairwise(lines)
        if not after.gap
        and max(len(before.text), len(after.text)) <= WIDEST
        and after.content[0].islower()
    ]


def _interval(before: Line, after: Line) -> tuple[int, int]:
    """Return the widths ``[start, end)`` at which a wrapper breaks between the two lines."""
    length = len(before.text)
    word = after.content.split(maxsplit=1)[0]
    return length, length + len(word) + (not before.text.endswith("-"))


def _most_agreed(pairs: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], int]:
    """Return the range of widths inside most of the intervals, and how many those are."""
    steps: Counter[int] = Counter()
    for start, end in pairs:
        steps[start] += 1
        steps[end] -= 1
    places = sorted(steps)
    depth = best = 0
    width = (0, 1)
    for place, until in zip(places, [*places[1:], places[-1] + 1], strict=True):
        depth += steps[place]
        if depth > best:
            best, width = depth, (place, until)
    return width, best


def _is_overlong(line: Line, widest: int) -> bool:
    """Return whether ``line`` is too long to be wrapped, and not because of a word like a URL."""
    length = len(line.text)
    return length > widest and length - max(map(len, line.text.split())) > widest // 2
