"""Writing the papers of one source into the library: new ones, and what known ones lack.

A later source fills what was blank, puts the page's title in place of a derived one, and
completes an author list that was cut with "et al."; it never touches anything
else, least of all what a person wrote. What a person did with the paper elsewhere is
taken over where the library knows nothing of it: a paper still in the inbox gets the
status it had, stars and tags add up, a note is written where there is none. A note that
differs is kept as a version of the note.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from readlist.domain import (
    Kept,
    NoteVersion,
    PaperDraft,
    Progress,
    SkippedText,
    SourceReport,
    Status,
    TitleSource,
)
from readlist.importing.matching import Batch, HashedDraft
from readlist.importing.sources import Input
from readlist.importing.titles import derive_title
from readlist.store import imports, notes, papers, transfer
from readlist.store.database import Database
from readlist.store.imports import KnownPaper
from readlist.store.journal import Recorder

_FILLED = ("abstract", "comment", "year", "venue", "doi", "arxiv_id", "links")
#: Papers matched and written together.
BATCH = 500


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """What the user asked of an import beside its sources."""

    format: str | None = None
    columns: Mapping[str, str] | None = None
    status: Status = Status.INBOX
    tags: tuple[str, ...] = ()
    progress: Callable[[Progress], None] | None = None


@dataclass
class SourceWriter:
    """Writes the papers of one source; makes the import's records when there is need of them."""

    database: Database
    recorder: Recorder
    options: ImportOptions
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
        new: list[HashedDraft] = []
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

    def _add(self, new: Sequence[HashedDraft]) -> range:
        if not new:
            return range(0)
        drafts = [draft.paper for draft in new]
        titles = [_title(draft) for draft in drafts]
        hashes = [draft.hashes for draft in new]
        ids = imports.add_papers(
            self.database, self.recorder, drafts, titles, hashes, self.options.status
        )
        self._keep(ids, drafts)
        self._add_sources(zip(ids, new, strict=True))
        if self.options.tags:
            notes.tag(self.database, self.recorder, ids, self.options.tags, ())
        self.added += len(ids)
        return ids

    def _keep(self, ids: Iterable[int], drafts: Iterable[PaperDraft]) -> None:
        """Take over what was done with new papers elsewhere."""
        for paper_id, draft in zip(ids, drafts, strict=True):
            if draft.kept:
                take_over(self.database, self.recorder, paper_id, draft.kept)
                if draft.kept.added_at:
                    values: dict[str, object] = {"added_at": draft.kept.added_at}
                    papers.change(self.recorder, [paper_id], values)

    def _meet_again(self, draft: HashedDraft, known: KnownPaper, batch: Batch) -> None:
        """A paper the library has: take what is new of it, and that it was here as well."""
        kept, values = draft.paper.kept, {}
        if not batch.was_here(draft, known.id, self.path):
            self._add_sources([(known.id, draft)])
            values = what_is_new(draft.paper, known)
        if values:
            imports.fill(self.recorder, known.id, values)
            batch.reload(known.id)
        has_more = kept and take_over(self.database, self.recorder, known.id, kept)
        if values or has_more:
            self.updated += 1
        else:
            self.unchanged += 1

    def _add_sources(self, origins: Iterable[tuple[int, HashedDraft]]) -> None:
        if self.import_id is None:
            self.import_id = imports.begin_run(self.recorder)
        if self.source_id is None:
            self.source_id = imports.begin_source(
                self.recorder, self.import_id, self.source.label, self.path, self.format
            )
        rows = ((paper_id, draft.paper, draft.digest) for paper_id, draft in origins)
        imports.add_sources(self.recorder, self.source_id, rows)


def _title(draft: PaperDraft) -> tuple[str, TitleSource]:
    """Return the title to keep, and who gave it: without one, what else is known of the paper."""
    if draft.title:
        return draft.title, (draft.kept and draft.kept.title_source) or TitleSource.DUMP
    text = draft.abstract or draft.comment
    return derive_title(text) if text else _identifier(draft), TitleSource.DERIVED


def _identifier(draft: PaperDraft) -> str:
    """Return what a paper is known by of which nothing else is known."""
    if draft.arxiv_id:
        return f"arXiv:{draft.arxiv_id}"
    return f"doi:{draft.doi}" if draft.doi else next(iter(draft.links), "Untitled")


def what_is_new(draft: PaperDraft, known: KnownPaper) -> dict[str, object]:
    """Return the columns of ``paper`` to be filled from ``draft`` and their values."""
    values: dict[str, object] = {
        name: getattr(draft, name)
        for name in _FILLED
        if getattr(draft, name) and not getattr(known, name)
    }
    if draft.title and not known.title:
        source = (draft.kept and draft.kept.title_source) or TitleSource.DUMP
        if source is not TitleSource.DERIVED:
            values |= {"title": draft.title, "title_source": source}
    if _has_more_authors(draft, known):
        values |= {"authors": draft.authors, "more_authors": draft.more_authors}
    return values


def _has_more_authors(draft: PaperDraft, known: KnownPaper) -> bool:
    if not known.authors:
        return bool(draft.authors)
    begins_alike = draft.authors[: len(known.authors)] == known.authors
    completes = len(draft.authors) > len(known.authors) or not draft.more_authors
    return known.more_authors and begins_alike and completes


def take_over(
    database: Database,
    recorder: Recorder,
    paper_id: int,
    kept: Kept,
    triaged_at: str | None = None,
    versions: tuple[NoteVersion, ...] = (),
) -> bool:
    """Give a paper what was ``kept`` of it; return whether that changed anything.

    ``triaged_at`` is when it left the inbox, ``versions`` are the texts its note had.
    """
    changes = [
        _file(database, recorder, paper_id, kept, triaged_at),
        kept.starred and papers.change(recorder, [paper_id], {"starred": 1}),
        notes.tag(database, recorder, [paper_id], kept.tags, ()),
        _merge_notes(database, recorder, paper_id, kept.note, versions),
    ]
    return any(changes)


def _file(
    database: Database, recorder: Recorder, paper_id: int, kept: Kept, triaged_at: str | None
) -> bool:
    if kept.status in (None, Status.INBOX):
        return False
    if papers.get(database, paper_id).status is not Status.INBOX:
        return False
    values: dict[str, object] = {
        "status": kept.status.value,
        "triaged_at": triaged_at or kept.finished_at or recorder.at,
        "finished_at": kept.finished_at,
    }
    return bool(papers.change(recorder, [paper_id], values))


def _merge_notes(
    database: Database,
    recorder: Recorder,
    paper_id: int,
    note: str | None,
    versions: tuple[NoteVersion, ...],
) -> bool:
    paper = papers.get(database, paper_id)
    if note and paper.note and not versions and not notes.has_version(database, paper_id, note):
        versions = (NoteVersion(note, recorder.at),)
    was_kept = transfer.add_versions(database, paper.key, versions)
    if paper.note or not note:
        return was_kept
    return notes.write(database, recorder, paper_id, note)
