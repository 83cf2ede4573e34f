"""The lines of a dump, numbered as an editor numbers them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """A line with something on it: its number from 1, its text, and how many blank ones precede."""

    number: int
    text: str
    gap: int

    @property
    def content(self) -> str:
        """The text without the white space around it."""
        return self.text.strip()


def written_lines(lines: Iterable[str], start: int = 1) -> Iterator[Line]:
    """Yield the lines that are not blank, numbered from ``start``, as they come.

    A line of white space only is blank.
    """
    gap = 0
    for number, text in enumerate(lines, start):
        if text and not text.isspace():
            yield Line(number, text.rstrip(), gap)
            gap = 0
        else:
            gap += 1
