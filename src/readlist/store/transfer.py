"""Whole papers with all that the library keeps of them, exported to and imported from another.

Rows are added through a :class:`~readlist.store.journal.Recorder`, so that importing
a library is one act. The versions of notes belong to a paper's key and are kept for
good, whatever is undone, and so each is added only once.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, starmap

from readlist.domain import ImportSource, NoteVersion, Record, SourceSpan
from readlist.store import fingerprints, papers
from readlist.store.database import LISTED, Database, listed, to_json
from readlist.store.imports import SOURCE_COLUMNS, SPAN_COLUMNS, skipped_texts
from readlist.store.journal import Recorder

#: How far above the highest id of this library the id of another library may be kept.
MAX_ID_GAP = 1_000_000

_COLUMNS = (
    *("id", "key", "title", "title_source", "authors", "more_authors", "year", "venue", "doi"),
    *("arxiv_id", "status", "starred", "queue", "triaged_at", "finished_at", "added_at"),
    *("updated_at", "links", "comment", "abstract"),
)
_MORE_COLUMNS = f"""
SELECT id, queue, triaged_at, (SELECT updated_at FROM note WHERE paper_id = paper.id)
FROM paper WHERE id IN {LISTED}
"""
_VERSIONS = f"""
SELECT paper_key, text, saved_at FROM note_version WHERE paper_key IN {LISTED} ORDER BY id
"""
_SPANS = f"""
SELECT paper_id, import_source_id, first_line, last_line, digest FROM paper_source
WHERE paper_id IN {LISTED} ORDER BY id
"""
_SOURCES = f"""
SELECT import_source.id, import_id, at, source, path, format, added, updated, unchanged, skipped
FROM import_source JOIN import_run ON import_run.id = import_id
WHERE import_source.id IN (SELECT import_source_id FROM paper_source WHERE paper_id IN {LISTED})
ORDER BY import_source.id
"""
_SAME_SOURCE = """
SELECT import_source.id FROM import_source JOIN import_run ON import_run.id = import_id
WHERE at = ? AND source = ? AND path = ? AND format = ? ORDER BY import_source.id
"""
_ADD_VERSION = """
INSERT INTO note_version (paper_key, text, saved_at) SELECT ?1, ?2, ?3 WHERE NOT EXISTS
(SELECT 1 FROM note_version WHERE paper_key = ?1 AND text = ?2 AND saved_at = ?3)
"""


def import_sources(database: Database, wanted: Sequence[int]) -> Iterator[ImportSource]:
    """Yield the sources these papers came from, in the order they were imported."""
    for *values, skipped in database.stream(_SOURCES, (listed(wanted),)):
        yield ImportSource._make((*values, skipped_texts(skipped)))


def records(database: Database, wanted: Sequence[int]) -> Iterator[Record]:
    """Yield these papers with all that is kept of them, a batch at a time in memory."""
    for start in range(0, len(wanted), papers.BATCH):
        whole = list(papers.stream(database, wanted[start : start + papers.BATCH]))
        ids = (listed(paper.id for paper in whole),)
        more = {row[0]: row[1:] for row in database.rows(_MORE_COLUMNS, ids)}
        versions = database.grouped(_VERSIONS, (listed(paper.key for paper in whole),))
        spans = database.grouped(_SPANS, ids)
        for paper in whole:
            queue, triaged_at, note_at = more[paper.id]
            texts = tuple(starmap(NoteVersion, versions.get(paper.key, ())))
            findings = tuple(starmap(SourceSpan, spans.get(paper.id, ())))
            yield Record(paper, queue, triaged_at, note_at, texts, findings)


def last_queue_place(database: Database) -> int:
    """Return the last place of the reading queue that a paper has, 0 when none has one."""
    return database.value("SELECT max(queue) FROM paper") or 0


def add(
    database: Database, recorder: Recorder, records: Sequence[Record], highest_id: int, places: int
) -> list[int]:
    """Add papers that the library does not have; return their ids.

    A paper keeps its id where the library has given out none as high, up to
    ``highest_id``. Places in the reading queue come after the ``places`` that are taken.
    """
    ids = _free_ids(recorder.last_id("paper"), [record.paper.id for record in records], highest_id)
    added = list(zip(ids, records, strict=True))
    rows = [_paper_row(paper_id, record, places) for paper_id, record in added]
    # A recorder keeps only the first and the last id of what is added together.
    breaks = [at for at, (one, following) in enumerate(pairwise(ids), 1) if following != one + 1]
    for start, end in pairwise([0, *breaks, len(ids)]):
        recorder.insert("paper", _COLUMNS, rows[start:end])
    fingerprints.refresh(database, ids)
    tags = [(paper_id, tag) for paper_id, record in added for tag in record.paper.tags]
    recorder.insert("tag", ("paper_id", "name"), tags)
    for paper_id, record in added:
        if record.note_at is not None:
            values = {"text": record.paper.note or "", "updated_at": record.note_at}
            recorder.put("note", paper_id, values)
        add_versions(database, record.paper.key, record.versions)
    return ids


def add_versions(database: Database, key: str, versions: Sequence[NoteVersion]) -> bool:
    """Add texts that the note of the paper with this key had; return whether one was new."""
    before = database.connection.total_changes
    database.run_many(_ADD_VERSION, [(key, each.text, each.saved_at) for each in versions])
    return database.connection.total_changes > before


def source_id(database: Database, recorder: Recorder, source: ImportSource, highest_id: int) -> int:
    """Return the id that ``source`` has in this library; it is added if need be.

    Its import keeps its id where the library has given out none as high, up to
    ``highest_id``.
    """
    place = (source.source, source.path, source.format)
    known = database.value(_SAME_SOURCE, (source.at, *place))
    if known is not None:
        return int(known)
    run = database.value("SELECT id FROM import_run WHERE at = ?", (source.at,))
    if run is None:
        [run] = _free_ids(recorder.last_id("import_run"), [source.import_id], highest_id)
        recorder.insert("import_run", ("id", "at"), [(run, source.at)])
    counts = (source.added, source.updated, source.unchanged, to_json(source.skipped))
    return recorder.insert("import_source", SOURCE_COLUMNS, [(run, *place, *counts)])[0]


def add_spans(
    database: Database, recorder: Recorder, spans: Iterable[tuple[int, SourceSpan]]
) -> None:
    """Record which lines of which sources papers came from, unless the library knows it.

    The sources of the spans are given by their ids in this library.
    """
    rows = [(paper_id, *span) for paper_id, span in spans]
    sql = f"SELECT {', '.join(SPAN_COLUMNS)} FROM paper_source WHERE paper_id IN {LISTED}"
    known = set(database.rows(sql, (listed(row[0] for row in rows),)))
    recorder.insert("paper_source", SPAN_COLUMNS, [row for row in rows if row not in known])


def _free_ids(last: int, wanted: Sequence[int], highest_id: int) -> list[int]:
    """Return rising ids above ``last``: those wanted, where that is possible."""
    ids = []
    for each in wanted:
        last = each if last < each <= highest_id else last + 1
        ids.append(last)
    return ids


def _paper_row(paper_id: int, record: Record, places: int) -> tuple[object, ...]:
    paper = record.paper
    return (
        *(paper_id, paper.key, paper.title, paper.title_source.value, to_json(paper.authors)),
        *(int(paper.more_authors), paper.year, paper.venue, paper.doi, paper.arxiv_id),
        *(paper.status.value, int(paper.starred), record.queue and record.queue + places),
        *(record.triaged_at, paper.finished_at, paper.added_at, paper.updated_at),
        *(to_json(paper.links), paper.comment, paper.abstract),
    )
