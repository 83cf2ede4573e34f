"""The words everyone in the house shares.

Plain frozen data, standard library only: any room may import this one. Frozen
dataclasses would take five times as long to import, at every start of every command.
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Any, NamedTuple, cast


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


class Kept(NamedTuple):
    """What a person did with a paper before it came here, as far as its source says."""

    key: str | None = None
    title_source: TitleSource | None = None
    status: Status | None = None
    starred: bool = False
    tags: tuple[str, ...] = ()
    note: str | None = None
    added_at: str | None = None
    finished_at: str | None = None


class PaperDraft(NamedTuple):
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
    kept: Kept | None = None


class SkippedText(NamedTuple):
    """Lines of a dump that belong to no paper, and why. Lines count from 1, ends included."""

    first_line: int
    last_line: int
    text: str
    reason: str


class Source(NamedTuple):
    """Where a paper came from: the import, the file, its format, and the lines in it."""

    import_id: int
    source: str
    format: str
    first_line: int
    last_line: int


class PaperRow(NamedTuple):
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


class Paper(NamedTuple):
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
    finished_at: str | None = None


class ImportSource(NamedTuple):
    """A source as the library records it: when and what was imported, and the result.

    ``number`` is the id of the source, ``import_id`` that of the import it was part of.
    """

    number: int
    import_id: int
    at: str
    source: str
    path: str
    format: str
    added: int
    updated: int
    unchanged: int
    skipped: tuple[SkippedText, ...]


class SourceSpan(NamedTuple):
    """Lines a paper came from, in the source numbered ``origin``, and a digest of their words."""

    origin: int
    first_line: int
    last_line: int
    digest: int


class NoteVersion(NamedTuple):
    """A text that a note had, and when it was saved."""

    text: str
    saved_at: str


class NoteRevision(NamedTuple):
    """A text that a note has had; they are numbered from 1, oldest first.

    ``size`` is in characters, ``opening`` is the first line that is not blank.
    """

    number: int
    saved_at: str
    size: int
    opening: str


class NoteWritten(NamedTuple):
    """A note as the library holds it once it was written.

    ``act`` is ``None`` when that was its text already. ``merged`` says that it had
    been changed by somebody else meanwhile, ``conflicts`` in how many places both
    texts now stand.
    """

    act: "Act | None"
    text: str
    merged: bool = False
    conflicts: int = 0


class Linked(NamedTuple):
    """A paper that a link leads to or comes from."""

    id: int
    title: str


class NoteLinks(NamedTuple):
    """The links of a paper's note, and of other notes to the paper.

    ``targets`` says what is written in each link and which paper that is, if any.
    """

    targets: Mapping[str, int | None] = MappingProxyType({})
    linked_from: tuple[Linked, ...] = ()


class Record(NamedTuple):
    """A paper with all that the library keeps of it, for taking it to another library.

    The paper's own ``sources`` are not used: ``findings`` say more. Versions are
    in the order in which they were saved.
    """

    paper: Paper
    queue: int | None = None
    triaged_at: str | None = None
    note_at: str | None = None
    versions: tuple[NoteVersion, ...] = ()
    findings: tuple[SourceSpan, ...] = ()


class Correction(NamedTuple):
    """A word that was read as another one, which the library holds."""

    typed: str
    held: str


class SearchHit(NamedTuple):
    """A paper that a search found, and how well it matches: ``score`` is from 0 to 1."""

    id: int
    title: str
    score: float


class SavedSearch(NamedTuple):
    """A query under a name of the person's own."""

    id: int
    name: str
    query: str


class Counts(NamedTuple):
    """How many papers each view holds."""

    by_status: dict[Status, int]
    starred: int
    tags: dict[str, int]

    @property
    def total(self) -> int:
        """All papers, whatever their status."""
        return sum(self.by_status.values())


class Week(NamedTuple):
    """A week from ``monday`` (an ISO date): papers done in it, papers in the inbox at its end."""

    monday: str
    done: int
    inbox: int


class Waiting(NamedTuple):
    """A paper that waits to be read, and for how many days it has."""

    id: int
    title: str
    status: str
    days: int


class Named(NamedTuple):
    """A tag or an author and how many papers it is on."""

    name: str
    papers: int


class Statistics(NamedTuple):
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


class Act(NamedTuple):
    """One change a person made, undone and redone as a whole. ``summary`` is for people."""

    id: int
    kind: str
    summary: str
    at: str
    state: ActState


class SourceReport(NamedTuple):
    """What importing one source did. ``error`` is set when nothing of it was written."""

    source: str
    format: str | None = None
    found: int = 0
    added: int = 0
    updated: int = 0
    unchanged: int = 0
    skipped: tuple[SkippedText, ...] = ()
    error: str | None = None


class ImportReport(NamedTuple):
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


class ImportRecord(NamedTuple):
    """One import as the library remembers it."""

    id: int
    at: str
    sources: tuple[SourceReport, ...]


class Progress(NamedTuple):
    """How far a long piece of work is: ``done`` of ``total`` lines of the file ``label``."""

    label: str
    done: int
    total: int


def data_of(record: NamedTuple) -> dict[str, Any]:
    """Return a record as a dictionary, those within it too, and tuples as lists."""
    return {name: _data(value) for name, value in record._asdict().items()}


def _data(value: Any) -> Any:
    if isinstance(value, tuple):
        named = hasattr(value, "_asdict")
        return data_of(cast("NamedTuple", value)) if named else [_data(each) for each in value]
    if isinstance(value, dict):
        return {name: _data(each) for name, each in value.items()}
    return value
