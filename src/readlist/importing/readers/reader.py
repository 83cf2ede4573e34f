"""What every reader is: a name, a sign by which its pages are known, and a way to read them."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from readlist.domain import PaperDraft, SkippedText

Piece = PaperDraft | SkippedText


class Reader(Protocol):
    """Reads the dumps of one shape."""

    @property
    def name(self) -> str:
        """What ``--format`` calls it."""

    @property
    def title(self) -> str:
        """What its pages look like, in one phrase."""

    def score(self, lines: Sequence[str]) -> float:
        """Return how well ``lines`` (the beginning of a dump) are explained as this shape.

        Scores of readers compare with each other; 0 and less is no paper at all.
        """

    def read(self, lines: Sequence[str]) -> Iterator[Piece]:
        """Yield papers and skipped text in the order of the dump, each non-blank line in one."""
