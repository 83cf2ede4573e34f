"""All that the library keeps of papers, read out for another library."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from readlist.domain import Finding, NoteVersion, Origin, Paper, Record, SkippedText
from readlist.store import papers
from readlist.store.database import Database

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


def origins(database: Database, wanted: Sequence[int]) -> Iterator[Origin]:
    """Yield the sources these papers came from, in the order they were imported."""
    for *values, skipped in database.stream(_ORIGINS, (json.dumps(list(wanted)),)):
        yield Origin(*values, *[tuple(SkippedText(*text) for text in json.loads(skipped))])


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
        findings=tuple(Finding(*row) for row in findings.get(paper.id, ())),
    )


def _grouped(database: Database, sql: str, listed: str) -> dict[Any, list[Any]]:
    groups: dict[Any, list[Any]] = {}
    for name, *rest in database.rows(sql, (listed,)):
        groups.setdefault(name, []).append(rest)
    return groups
