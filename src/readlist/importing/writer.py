"""Writing the papers of one source into the library."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from readlist.domain import PaperDraft, Progress, SkippedText, SourceReport, Status, TitleSource
from readlist.importing.known import Batch, Found
from readlist.importing.merging import what_is_new
from readlist.importing.sources import Input
from readlist.importing.titles import derive_title
from readlist.store import imports, notes
from readlist.store.database import Database
from readlist.store.imports import KnownPaper
from readlist.store.journal import Recorder

#: Papers matched and written together.
BATCH = 500


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the user asked of an import beside its sources."""

    format: str | None = None
    status: Status = Status.INBOX
    tags: tuple[str, ...] = ()
    progress: Callable[[Progress], None] | None = None


@dataclass
class SourceWriter:
    """Writes the papers of one source; makes the import's records when there is need of them."""

    database: Database
    recorder: Recorder
    wishes: Wishes
    source: Input
    format: str
    import_id: int | None = None
    source_id: int | None = None
    added: int = 0
    updated: int = 0
    unchanged: int = 0
    skipped: list[SkippedText] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.path = self.source.path

    def write(self, pieces: Iterator[PaperDraft | SkippedText]) -> SourceReport:
        """Write all papers a reader finds; return what came of them."""
        while batch := list(islice(pieces, BATCH)):
            self.skipped += [piece for piece in batch if isinstance(piece, SkippedText)]
            self._write_batch([piece for piece in batch if isinstance(piece, PaperDraft)])
        report = SourceReport(
            source=self.source.label,
            format=self.format,
            found=self.added + self.updated + self.unchanged,
            added=self.added,
            updated=self.updated,
            unchanged=self.unchanged,
            skipped=tuple(self.skipped),
        )
        if self.source_id is not None:
            imports.finish_source(self.database, self.source_id, report)
        return report

    def _write_batch(self, drafts: list[PaperDraft]) -> None:
        batch = Batch(self.database, drafts)
        new: list[Found] = []
        waiting: set[int] = set()
        for draft in batch.drafts:
            if not waiting.isdisjoint(draft.hashes):  # it may be the same as one still to be added
                batch.learn(new, self._add(new))
                new, waiting = [], set()
            paper_id = batch.find(draft, self.path)
            if paper_id is None:
                new.append(draft)
                waiting.update(draft.hashes)
            else:
                self._meet_again(draft, batch.known(paper_id), batch)
        self._add(new)

    def _add(self, new: Sequence[Found]) -> range:
        if not new:
            return range(0)
        drafts = [draft.paper for draft in new]
        titles = [_title(draft) for draft in drafts]
        hashes = [draft.hashes for draft in new]
        ids = imports.add_papers(
            self.database, self.recorder, drafts, titles, hashes, self.wishes.status
        )
        self._add_sources(zip(ids, new, strict=True))
        if self.wishes.tags:
            notes.tag(self.database, self.recorder, ids, self.wishes.tags, ())
        self.added += len(ids)
        return ids

    def _meet_again(self, draft: Found, known: KnownPaper, batch: Batch) -> None:
        """A paper the library has: take what is new of it, and that it was here as well."""
        if batch.was_here(draft, known.id, self.path):
            self.unchanged += 1
            return
        self._add_sources([(known.id, draft)])
        values = what_is_new(draft.paper, known)
        if values:
            imports.fill(self.recorder, known.id, values)
            batch.reload(known.id)
            self.updated += 1
        else:
            self.unchanged += 1

    def _add_sources(self, origins: Iterable[tuple[int, Found]]) -> None:
        if self.import_id is None:
            self.import_id = imports.begin_run(self.recorder)
        if self.source_id is None:
            self.source_id = imports.begin_source(
                self.recorder, self.import_id, self.source.label, self.path, self.format
            )
        rows = ((paper_id, draft.paper, draft.digest) for paper_id, draft in origins)
        imports.add_sources(self.recorder, self.source_id, rows)


def _title(draft: PaperDraft) -> tuple[str, TitleSource]:
    if draft.title:
        return draft.title, TitleSource.DUMP
    return derive_title(draft.abstract or draft.comment or "Untitled"), TitleSource.DERIVED
