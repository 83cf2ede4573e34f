"""Whole papers with all that is kept of them, read out for and put in from another library.

Rows go in through a :class:`~readlist.store.journal.Recorder`, so that taking
a library in is one act. Note versions hang on a paper's key and are kept for
good, whatever is undone, and so each is put in only once.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any

from readlist.domain import ImportSource, NoteVersion, Paper, Record, SkippedText, SourceSpan
from readlist.store import fingerprints, papers
from readlist.store.database import Database
from readlist.store.journal import Recorder

#: How far ids are taken over: above what the library has given out, by this much at most.
FARTHEST = 1_000_000

_json = json.JSONEncoder(ensure_ascii=False).encode

_COLUMNS = (
    *("id", "key", "title", "title_source", "authors", "more_authors", "year", "venue", "doi"),
    *("arxiv_id", "status", "starred", "queue", "triaged_at", "finished_at", "added_at"),
    *("updated_at", "links", "comment", "abstract"),
)
_SOURCE_COLUMNS = (
    *("import_id", "source", "path", "format", "added", "updated", "unchanged", "skipped"),
)
_FINDING_COLUMNS = ("paper_id", "import_source_id", "first_line", "last_line", "digest")
_SAME_ORIGIN = """
SELECT import_source.id FROM import_source JOIN import_run ON import_run.id = import_id
WHERE at = ? AND source = ? AND path = ? AND format = ? ORDER BY import_source.id
"""
_ADD_VERSION = """
INSERT INTO note_version (paper_key, text, saved_at) SELECT :key, :text, :at WHERE NOT EXISTS
(SELECT 1 FROM note_version WHERE paper_key = :key AND text = :text AND saved_at = :at)
"""
_EXTRA = """
SELECT id, queue, triaged_at, (SELECT updated_at FROM note WHERE paper_id = paper.id)
FROM paper WHERE id IN (SELECT value FROM json_each(?))
"""
_VERSIONS = """
SELECT paper_key, text, saved_at FROM note_version
WHERE paper_key IN (SELECT value FROM json_each(?)) ORDER BY id
"""
_FINDINGS = """
SELECT paper_id, import_source_id, first_line, last_line, digest FROM paper_source
WHERE paper_id IN (SELECT value FROM json_each(?)) ORDER BY id
"""
_ORIGINS = """
SELECT import_source.id, import_id, at, source, path, format, added, updated, unchanged, skipped
FROM import_source JOIN import_run ON import_run.id = import_id
WHERE import_source.id IN (
    SELECT import_source_id FROM paper_source WHERE paper_id IN (SELECT value FROM json_each(?))
) ORDER BY import_source.id
"""


def origins(database: Database, wanted: Sequence[int]) -> Iterator[ImportSource]:
    """Yield the sources these papers came from, in the order they were imported."""
    for *values, skipped in database.stream(_ORIGINS, (json.dumps(list(wanted)),)):
        yield ImportSource(*values, *[tuple(SkippedText(*text) for text in json.loads(skipped))])


def records(database: Database, wanted: Sequence[int]) -> Iterator[Record]:
    """Yield these papers with all that is kept of them, a batch at a time in memory."""
    for start in range(0, len(wanted), papers.BATCH):
        yield from _batch(database, wanted[start : start + papers.BATCH])


def _batch(database: Database, wanted: Sequence[int]) -> list[Record]:
    whole = list(papers.stream(database, wanted))
    listed = json.dumps([paper.id for paper in whole])
    extra = {row[0]: row[1:] for row in database.rows(_EXTRA, (listed,))}
    versions = _grouped(database, _VERSIONS, json.dumps([paper.key for paper in whole]))
    findings = _grouped(database, _FINDINGS, listed)
    return [_record(paper, extra[paper.id], versions, findings) for paper in whole]


def _record(
    paper: Paper, extra: Any, versions: dict[Any, list[Any]], findings: dict[Any, list[Any]]
) -> Record:
    queue, triaged_at, note_at = extra
    return Record(
        paper=paper,
        queue=queue,
        triaged_at=triaged_at,
        note_at=note_at,
        versions=tuple(NoteVersion(*row) for row in versions.get(paper.key, ())),
        findings=tuple(SourceSpan(*row) for row in findings.get(paper.id, ())),
    )


def _grouped(database: Database, sql: str, listed: str) -> dict[Any, list[Any]]:
    groups: dict[Any, list[Any]] = {}
    for name, *rest in database.rows(sql, (listed,)):
        groups.setdefault(name, []).append(rest)
    return groups


def ids_of_keys(database: Database, keys: Iterable[str]) -> dict[str, int]:
    """Return the ids of the papers of the library that have one of these keys, by key."""
    listed = "SELECT key, id FROM paper WHERE key IN (SELECT value FROM json_each(?))"
    return dict(database.rows(listed, (_json(list(keys)),)))


def last_place(database: Database) -> int:
    """Return the last place of the queue that a paper has, 0 when none has one."""
    return database.value("SELECT max(queue) FROM paper") or 0


def add(
    database: Database,
    recorder: Recorder,
    records: Sequence[Record],
    farthest: int,
    places_before: int,
) -> list[int]:
    """Add papers that the library does not have; return their ids.

    An id stays as it is where none so high was given out yet, up to ``farthest``.
    Places in the queue come after those that were there ``before``.
    """
    ids = _free_ids(recorder.last_id("paper"), [record.paper.id for record in records], farthest)
    rows = [
        _row(paper_id, record, places_before) for paper_id, record in zip(ids, records, strict=True)
    ]
    for start, end in _runs(ids):
        recorder.insert("paper", _COLUMNS, rows[start:end])
    fingerprints.refresh(database, ids)
    tags = [(i, tag) for i, record in zip(ids, records, strict=True) for tag in record.paper.tags]
    recorder.insert("tag", ("paper_id", "name"), tags)
    for paper_id, record in zip(ids, records, strict=True):
        if record.note_at is not None:
            values = {"text": record.paper.note or "", "updated_at": record.note_at}
            recorder.put("note", paper_id, values)
        add_versions(database, record.paper.key, record.versions)
    return ids


def add_versions(database: Database, key: str, versions: Sequence[NoteVersion]) -> bool:
    """Keep texts of the note of the paper with this key; return whether one was not kept yet."""
    before = database.connection.total_changes
    rows: Iterable[dict[str, object]] = (
        {"key": key, "text": each.text, "at": each.saved_at} for each in versions
    )
    database.run_many(_ADD_VERSION, rows)
    return database.connection.total_changes > before


def origin_number(
    database: Database, recorder: Recorder, origin: ImportSource, farthest: int
) -> int:
    """Return the number that the library has for ``origin``, which is added if need be.

    The number of its import stays as it is where none so high was given out yet,
    up to ``farthest``.
    """
    place = (origin.source, origin.path, origin.format)
    known = database.value(_SAME_ORIGIN, (origin.at, *place))
    if known is not None:
        return int(known)
    run = database.value("SELECT id FROM import_run WHERE at = ?", (origin.at,))
    if run is None:
        [run] = _free_ids(recorder.last_id("import_run"), [origin.import_id], farthest)
        recorder.insert("import_run", ("id", "at"), [(run, origin.at)])
    skipped = [[text.first_line, text.last_line, text.text, text.reason] for text in origin.skipped]
    counts = (origin.added, origin.updated, origin.unchanged, _json(skipped))
    return recorder.insert("import_source", _SOURCE_COLUMNS, [(run, *place, *counts)])[0]


def add_findings(
    database: Database, recorder: Recorder, findings: Iterable[tuple[int, SourceSpan]]
) -> None:
    """Record where papers were found, origins by the library's own numbers, where it is new."""
    rows = [
        (paper_id, each.origin, each.first_line, each.last_line, each.digest)
        for paper_id, each in findings
    ]
    known = set(
        database.rows(
            f"SELECT {', '.join(_FINDING_COLUMNS)} FROM paper_source"
            " WHERE paper_id IN (SELECT value FROM json_each(?))",
            (_json([row[0] for row in rows]),),
        )
    )
    recorder.insert("paper_source", _FINDING_COLUMNS, [row for row in rows if row not in known])


def _free_ids(last: int, wanted: Sequence[int], farthest: int) -> list[int]:
    ids = []
    for each in wanted:
        last = each if last < each <= farthest else last + 1
        ids.append(last)
    return ids


def _runs(ids: Sequence[int]) -> list[tuple[int, int]]:
    """Return where runs of consecutive ids begin and end."""
    breaks = [at for at, (one, next_one) in enumerate(pairwise(ids), 1) if next_one != one + 1]
    return list(pairwise([0, *breaks, len(ids)])) if ids else []


def _row(paper_id: int, record: Record, places_before: int) -> tuple[object, ...]:
    paper: Paper = record.paper
    return (
        *(paper_id, paper.key, paper.title, paper.title_source.value, _json(paper.authors)),
        *(int(paper.more_authors), paper.year, paper.venue, paper.doi, paper.arxiv_id),
        *(paper.status.value, int(paper.starred)),
        record.queue and record.queue + places_before,
        *(record.triaged_at, paper.finished_at, paper.added_at, paper.updated_at),
        *(_json(paper.links), paper.comment, paper.abstract),
    )
