"""The words everyone in the house shares.

Plain frozen data, standard library only: any room may import this one, and
importing it costs next to nothing.
"""

from dataclasses import dataclass
from enum import StrEnum


class Status(StrEnum):
    """Where a paper stands; a star is beside it, never part of it."""

    INBOX = "inbox"
    TO_READ = "to-read"
    READING = "reading"
    DONE = "done"
    SKIPPED = "skipped"

    @property
    def label(self) -> str:
        """The status as a heading: ``To read``."""
        return self.value.replace("-", " ").capitalize()


class TitleSource(StrEnum):
    """Who gave a paper its title, weakest first in trust: derived, dump, lookup, user."""

    DUMP = "dump"
    DERIVED = "derived"
    LOOKUP = "lookup"
    USER = "user"


@dataclass(frozen=True, slots=True)
class PaperDraft:
    """A paper as a reader found it in a dump, before it meets the library.

    Lines count from 1 and both ends are part of the span. A field the page does
    not give is ``None`` or empty; ``authors`` are "Given Family" in page order;
    ``more_authors`` says the page cut the list with "et al.". ``abstract`` is
    unwrapped: one line a paragraph, paragraphs apart by a blank line.
    """

    first_line: int
    last_line: int
    title: str | None = None
    authors: tuple[str, ...] = ()
    more_authors: bool = False
    abstract: str | None = None
    comment: str | None = None
    year: int | None = None
    venue: str | None = None
    doi: str | None = None
    arxiv_id: str | None = None
    links: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SkippedText:
    """Lines of a dump that belong to no paper, and why. Lines count from 1, ends included."""

    first_line: int
    last_line: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Source:
    """Where a paper came from: the import, the file, its format, and the lines in it."""

    import_id: int
    source: str
    format: str
    first_line: int
    last_line: int


@dataclass(frozen=True, slots=True)
class PaperRow:
    """One line of a list: what is seen at a glance, light enough for a hundred thousand."""

    id: int
    title: str
    title_source: TitleSource
    authors: tuple[str, ...]
    more_authors: bool
    year: int | None
    status: Status
    starred: bool
    has_note: bool
    added_at: str


@dataclass(frozen=True, slots=True)
class Paper:
    """Everything known of one paper. Times are UTC ISO 8601; ``key`` never changes or recurs."""

    id: int
    key: str
    title: str
    title_source: TitleSource
    authors: tuple[str, ...]
    more_authors: bool
    abstract: str | None
    comment: str | None
    year: int | None
    venue: str | None
    doi: str | None
    arxiv_id: str | None
    links: tuple[str, ...]
    status: Status
    starred: bool
    tags: tuple[str, ...]
    note: str | None
    added_at: str
    updated_at: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """How many papers each view holds."""

    by_status: dict[Status, int]
    starred: int
    tags: dict[str, int]

    @property
    def total(self) -> int:
        """All papers, whatever their status."""
        return sum(self.by_status.values())


@dataclass(frozen=True, slots=True)
class Week:
    """A week from ``monday`` (an ISO date): papers done in it, papers in the inbox at its end."""

    monday: str
    done: int
    inbox: int


@dataclass(frozen=True, slots=True)
class Waiting:
    """A paper that waits to be read, and for how many days it has."""

    id: int
    title: str
    status: str
    days: int


@dataclass(frozen=True, slots=True)
class Named:
    """A tag or an author and how many papers it is on."""

    name: str
    papers: int


@dataclass(frozen=True, slots=True)
class Statistics:
    """Numbers about a library; weeks are oldest first, lists most first."""

    by_status: dict[Status, int]
    starred: int
    noted: int
    weeks: tuple[Week, ...]
    waiting: tuple[Waiting, ...]
    tags: tuple[Named, ...]
    authors: tuple[Named, ...]


class ActState(StrEnum):
    """Whether an act stands, was undone, or was undone and then left behind by a newer act."""

    DONE = "done"
    UNDONE = "undone"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Act:
    """One change a person made, undone and redone as a whole. ``summary`` is for people."""

    id: int
    kind: str
    summary: str
    at: str
    state: ActState


@dataclass(frozen=True, slots=True)
class SourceReport:
    """What importing one source did. ``error`` is set when nothing of it was written."""

    source: str
    format: str | None = None
    found: int = 0
    added: int = 0
    updated: int = 0
    unchanged: int = 0
    skipped: tuple[SkippedText, ...] = ()
    error: str | None = None


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What one import did; ``import_id`` is ``None`` when it wrote nothing."""

    import_id: int | None
    sources: tuple[SourceReport, ...]

    @property
    def found(self) -> int:
        """Papers found in all sources."""
        return sum(source.found for source in self.sources)

    @property
    def added(self) -> int:
        """Papers the library did not have."""
        return sum(source.added for source in self.sources)

    @property
    def updated(self) -> int:
        """Papers the library had, now with more known of them."""
        return sum(source.updated for source in self.sources)

    @property
    def unchanged(self) -> int:
        """Papers the library had as they are."""
        return sum(source.unchanged for source in self.sources)

    @property
    def failed(self) -> bool:
        """Whether any source could not be imported."""
        return any(source.error for source in self.sources)


@dataclass(frozen=True, slots=True)
class ImportRecord:
    """One import as the library remembers it."""

    id: int
    at: str
    sources: tuple[SourceReport, ...]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a long piece of work is: ``done`` of ``total`` lines of the file ``label``."""

    label: str
    done: int
    total: int
