"""What a reader is. There are two kinds: of formats with certain marks, and of pages.

A *format* (BibTeX, RIS, CSV …) is known for certain by how a file of it begins and is
read from its first line to its last, as a stream. A *page* is what somebody copied from a
browser, a mail or a list of their own: nothing marks its beginning or end, several kinds
may stand in one file, and everything else a text can be competes with it.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, Protocol, runtime_checkable

from readlist.domain import PaperDraft, SkippedText
from readlist.importing.readers.parts.lines import Line

Piece = PaperDraft | SkippedText


@runtime_checkable
class Format(Protocol):
    """Reads files of one format that is known by certain marks."""

    @property
    def name(self) -> str:
        """What ``--format`` calls it: lower case, words joined by hyphens."""

    @property
    def title(self) -> str:
        """What it is, in one phrase, as ``import --formats`` shows it."""

    def is_certain(self, sample: Sequence[str]) -> bool:
        """Return whether ``sample``, the first lines of a file, begins as this format does.

        It is asked of every file that is imported: quick, and never true of anything else.
        """

    def record_end(self, lines: Sequence[str], start: int) -> int | None:
        """Return the place after the record that begins at ``lines[start]``.

        ``None`` when no record of this format begins there. By this, records that stand
        within another text are found; a format that never does answers ``None``.
        """

    def read(self, lines: Iterable[str]) -> Iterator[Piece]:
        """Yield papers and skipped text in the order of the file, as its lines come.

        Lines are numbered from 1 and come without their ends. Each that is not blank is
        in the span of one piece. What is broken becomes a :class:`SkippedText` whose reason
        says what is wrong with it, and the rest is read. Nothing is raised.
        """


class Entry(NamedTuple):
    """A paper that a reader of pages sees: ``lines[first:last + 1]`` of the lines it was given.

    ``weight`` is the natural logarithm of the odds that these lines are this paper rather
    than anything else: about 10 for what only that site writes, 1 to 4 for what is known by
    likelihood alone and needs others of its kind beside it. ``more`` are further papers
    on the same lines.
    """

    first: int
    last: int
    draft: PaperDraft
    weight: float
    more: tuple[PaperDraft, ...] = ()


@runtime_checkable
class Page(Protocol):
    """Reads pages of one kind, wherever they stand in a text."""

    @property
    def name(self) -> str:
        """What ``--format`` calls it: lower case, words joined by hyphens."""

    @property
    def title(self) -> str:
        """What its pages look like, in one phrase, as ``import --formats`` shows it."""

    def find(self, lines: Sequence[Line]) -> Iterator[Entry]:
        """Yield the papers that may be in ``lines`` as this kind of page, in their order.

        ``lines`` are the lines that are not blank of a text or of a part of it, which may
        begin or end anywhere. Entries do not overlap; what is between them is page noise.
        Only what is likelier a paper than not is worth an entry. Nothing is raised.
        """
