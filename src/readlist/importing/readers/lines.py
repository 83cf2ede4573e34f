"""The lines of a dump, numbered as an editor numbers them."""

from collections.abc import Iterator, Sequence
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


def split_lines(text: str) -> list[str]:
    """Return the lines of ``text`` without their ends.

    Lines end in ``\\n`` or ``\\r\\n``, and in ``\\r`` only where there is no
    ``\\n`` at all. ``str.splitlines`` also splits at characters that are no line
    ends to an editor, and so would number lines differently.
    """
    if "\n" not in text:
        return text.split("\r")
    return [line.removesuffix("\r") for line in text.split("\n")]


def written_lines(lines: Sequence[str]) -> Iterator[Line]:
    """Yield the lines that are not blank; a line of white space only is blank."""
    gap = 0
    for number, text in enumerate(lines, start=1):
        if text and not text.isspace():
            yield Line(number, text.rstrip(), gap)
            gap = 0
        else:
            gap += 1
