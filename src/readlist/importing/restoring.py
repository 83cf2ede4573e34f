"""A library taken into another one: papers it lacks go in whole, others are merged.

Papers are the same by their key, else by what any two sources are matched by;
two papers of one file are never taken for the same. What the library holds
stands: blanks are filled, a paper still in the inbox gets the status it had,
stars and tags add up. A note that differs is kept as a version of the note.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice
from typing import TYPE_CHECKING

from readlist.domain import ImportSource, Kept, Record, SourceReport
from readlist.importing.detect import JSONL
from readlist.importing.matching import PaperMatcher, as_draft, hashes_of
from readlist.importing.writer import BATCH, ImportOptions, take_over, what_is_new
from readlist.store import imports, notes, papers, transfer
from readlist.store.database import Database
from readlist.store.imports import KnownPaper
from readlist.store.journal import Recorder

if TYPE_CHECKING:
    from readlist.importing.jsonl import Piece


@dataclass
class Restorer:
    """Puts the papers of an export into the library, as one act."""

    database: Database
    recorder: Recorder
    options: ImportOptions
    added: int = 0
    updated: int = 0
    unchanged: int = 0
    _origins: dict[int, int] = field(default_factory=dict)
    _taken: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._papers_before = self.recorder.last_id("paper")
        self._places_before = transfer.last_queue_place(self.database)
        self._farthest = self._papers_before + transfer.MAX_ID_GAP

    def write(self, label: str, pieces: Iterator["Piece"]) -> SourceReport:
        """Write all that the export holds; return what came of it."""
        while batch := list(islice(pieces, BATCH)):
            for _, piece in batch:
                if isinstance(piece, ImportSource):
                    self._add_origin(piece)
            self._write_batch([piece for _, piece in batch if isinstance(piece, Record)])
        found = self.added + self.updated + self.unchanged
        return SourceReport(label, JSONL, found, self.added, self.updated, self.unchanged)

    def _add_origin(self, origin: ImportSource) -> None:
        self._origins[origin.number] = transfer.source_id(
            self.database, self.recorder, origin, transfer.MAX_ID_GAP
        )

    def _write_batch(self, records: Sequence[Record]) -> None:
        by_key = papers.ids_of_keys(self.database, [each.paper.key for each in records])
        matches = self._matches(records, by_key)
        new = [_with_free_key(each, by_key) for each in records if each.paper.key not in matches]
        origins = list(zip(self._add(new), new, strict=True))
        known = imports.known_papers(self.database, matches.values())
        for record in records:
            if record.paper.key in matches:
                paper_id = matches[record.paper.key]
                self._merge(record, known[paper_id])
                origins.append((paper_id, record))
        self._add_findings(origins)

    def _matches(self, records: Sequence[Record], by_key: dict[str, int]) -> dict[str, int]:
        """Return the papers of the library that ``records`` are, by the keys of the records."""
        if not self._papers_before:
            return {}
        drafts = [as_draft(each.paper) for each in records]
        hashes = [hashes_of(draft) for draft in drafts]
        matcher = PaperMatcher(self.database, chain.from_iterable(hashes))
        of_others = set(by_key.values())
        matches: dict[str, int] = {}
        for record, draft, own_hashes in zip(records, drafts, hashes, strict=True):
            own = by_key.get(record.paper.key)
            possible = [own] if own else matcher.matches(draft, own_hashes)
            for paper_id in possible:
                is_free = paper_id == own or paper_id not in of_others
                if is_free and paper_id <= self._papers_before and paper_id not in self._taken:
                    matches[record.paper.key] = paper_id
                    self._taken.add(paper_id)
                    break
        return matches

    def _add(self, records: Sequence[Record]) -> list[int]:
        ids = transfer.add(
            self.database, self.recorder, records, self._farthest, self._places_before
        )
        if self.options.tags:
            notes.tag(self.database, self.recorder, ids, self.options.tags, ())
        self.added += len(ids)
        return ids

    def _merge(self, record: Record, known: KnownPaper) -> None:
        paper = record.paper
        kept = Kept(
            status=paper.status,
            starred=paper.starred,
            tags=paper.tags,
            note=paper.note,
            finished_at=paper.finished_at,
        )
        changes = [
            self._fill(record, known),
            take_over(
                self.database, self.recorder, known.id, kept, record.triaged_at, record.versions
            ),
        ]
        if any(changes):
            self.updated += 1
        else:
            self.unchanged += 1

    def _fill(self, record: Record, known: KnownPaper) -> bool:
        values = what_is_new(as_draft(record.paper), known)
        if "title" in values:
            values["title_source"] = record.paper.title_source
        if values:
            imports.fill(self.recorder, known.id, values)
        return bool(values)

    def _add_findings(self, records: Sequence[tuple[int, Record]]) -> None:
        findings = (
            (paper_id, each._replace(origin=self._origins[each.origin]))
            for paper_id, record in records
            for each in record.findings
        )
        transfer.add_spans(self.database, self.recorder, findings)


def _with_free_key(record: Record, by_key: dict[str, int]) -> Record:
    """Return a new paper's record, with another key where the library has a paper of that key."""
    if record.paper.key not in by_key:
        return record
    return record._replace(paper=record.paper._replace(key=imports.new_keys(1)[0]))
