"""What imports added: the papers, where each came from, and the record of the import."""

import json
from base64 import b32encode
from collections.abc import Iterable, Sequence
from json.encoder import encode_basestring
from os import urandom
from typing import Any, NamedTuple

from readlist.domain import ImportRecord, PaperDraft, SkippedText, SourceReport, Status, TitleSource
from readlist.store import fingerprints, papers
from readlist.store.database import LISTED, Database, listed, to_json
from readlist.store.journal import Recorder

# Digits and letters that are hard to mistake for one another; ten of them are 50 random bits.
_KEY_LETTERS = bytes.maketrans(
    b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", b"0123456789abcdefghjkmnpqrstvwxyz"
)
_KEY_LENGTH = 10

_PAPER_COLUMNS = (
    *("key", "title", "title_source", "authors", "more_authors", "year", "venue", "doi"),
    *("arxiv_id", "status", "added_at", "updated_at", "links", "comment", "abstract"),
)
#: The columns of ``import_source`` and of ``paper_source``, without their ids.
SOURCE_COLUMNS = (
    *("import_id", "source", "path", "format", "added", "updated", "unchanged", "skipped"),
)
SPAN_COLUMNS = ("paper_id", "import_source_id", "first_line", "last_line", "digest")

_KNOWN = f"""
SELECT id, iif(title_source = 'derived', NULL, title), authors, more_authors, abstract, comment,
    year, venue, doi, arxiv_id, links FROM paper WHERE id IN {LISTED}
"""
_PLACES = f"""
SELECT digest, paper_id, path, first_line, last_line FROM paper_source
JOIN import_source ON import_source.id = import_source_id
WHERE digest IN {LISTED} ORDER BY paper_source.id
"""
_RECORDS = (
    "SELECT import_id, source, format, added, updated, unchanged, skipped FROM import_source"
    " ORDER BY id"
)


class KnownPaper(NamedTuple):
    """What the library knows of a paper that may be imported again; a derived title is ``None``."""

    id: int
    title: str | None
    authors: tuple[str, ...]
    more_authors: bool
    abstract: str | None
    comment: str | None
    year: int | None
    venue: str | None
    doi: str | None
    arxiv_id: str | None
    links: tuple[str, ...]


class Place(NamedTuple):
    """Where the same words have been imported from before."""

    paper_id: int
    path: str
    first_line: int
    last_line: int


def begin_run(recorder: Recorder) -> int:
    """Record that an import begins; return its number."""
    return recorder.insert("import_run", ("at",), [(recorder.at,)])[0]


def begin_source(recorder: Recorder, import_id: int, source: str, path: str, format: str) -> int:
    """Record that a source is being imported; return its number."""
    row = (import_id, source, path, format, 0, 0, 0, "[]")
    return recorder.insert("import_source", SOURCE_COLUMNS, [row])[0]


def finish_source(database: Database, source_id: int, report: SourceReport) -> None:
    """Record what importing a source did, in the transaction that began it."""
    database.run(
        "UPDATE import_source SET added = ?, updated = ?, unchanged = ?, skipped = ? WHERE id = ?",
        (report.added, report.updated, report.unchanged, to_json(report.skipped), source_id),
    )


def skipped_texts(stored: str) -> tuple[SkippedText, ...]:
    """Return the skipped texts that a source's column of that name holds."""
    return tuple(SkippedText(*text) for text in json.loads(stored))


def add_papers(
    database: Database,
    recorder: Recorder,
    drafts: Sequence[PaperDraft],
    titles: Sequence[tuple[str, TitleSource]],
    hashes: Sequence[Sequence[int]],
    status: Status,
) -> range:
    """Add papers under these titles and fingerprints; return their ids, in the order given."""
    keys = _free_keys(database, drafts)
    rows = (
        _paper_row(key, draft, title, status, recorder.at)
        for key, draft, title in zip(keys, drafts, titles, strict=True)
    )
    ids = recorder.insert("paper", _PAPER_COLUMNS, rows)
    hashed = zip(ids, hashes, strict=True)
    pairs = ((value, paper_id) for paper_id, values in hashed for value in values)
    fingerprints.add(database, pairs)
    return ids


def add_sources(
    recorder: Recorder, source_id: int, found: Iterable[tuple[int, PaperDraft, int]]
) -> None:
    """Record where papers came from: their ids, what the dump said, and the digest of that."""
    rows = (
        (paper_id, source_id, draft.first_line, draft.last_line, digest)
        for paper_id, draft, digest in found
    )
    recorder.insert("paper_source", SPAN_COLUMNS, rows)


def fill(recorder: Recorder, paper_id: int, values: dict[str, object]) -> None:
    """Write what a later source knows of a paper and the library did not."""
    stored = {
        name: to_json(value) if isinstance(value, tuple) else value
        for name, value in values.items()
    }
    papers.change(recorder, [paper_id], stored)


def known_papers(database: Database, ids: Iterable[int]) -> dict[int, KnownPaper]:
    """Return what the library knows of these papers, by id."""
    return {row[0]: _to_known(row) for row in database.rows(_KNOWN, (listed(ids),))}


def places(database: Database, digests: Iterable[int]) -> dict[int, list[Place]]:
    """Return where each of these digests has been imported from before."""
    found = database.grouped(_PLACES, (listed(digests),))
    return {digest: [Place(*row) for row in rows] for digest, rows in found.items()}


def records(database: Database) -> list[ImportRecord]:
    """Return every import and what it did, newest first."""
    sources = database.grouped(_RECORDS)
    return [
        ImportRecord(import_id, at, tuple(map(_to_report, sources.get(import_id, ()))))
        for import_id, at in database.rows("SELECT id, at FROM import_run ORDER BY id DESC")
    ]


def new_keys(number: int) -> list[str]:
    """Return this many keys for papers: random, so that they are unique on every machine."""
    letters = number * _KEY_LENGTH
    drawn = b32encode(urandom(-(-5 * letters // 8))).translate(_KEY_LETTERS).decode()
    return [drawn[start : start + _KEY_LENGTH] for start in range(0, letters, _KEY_LENGTH)]


def _free_keys(database: Database, drafts: Sequence[PaperDraft]) -> list[str]:
    """Return a key for each draft: the one that it had elsewhere, where no paper has it."""
    keys = new_keys(len(drafts))
    had = {draft.kept.key: at for at, draft in enumerate(drafts) if draft.kept and draft.kept.key}
    if had:
        for key in had.keys() - papers.ids_of_keys(database, had).keys():
            keys[had[key]] = key
    return keys


def _paper_row(
    key: str, draft: PaperDraft, title: tuple[str, TitleSource], status: Status, at: str
) -> tuple[object, ...]:
    authors, links = _json_list(draft.authors), _json_list(draft.links)
    return (
        *(key, *title, authors, draft.more_authors, draft.year, draft.venue, draft.doi),
        *(draft.arxiv_id, status, at, at, links, draft.comment, draft.abstract),
    )


def _json_list(texts: Iterable[str]) -> str:
    """Return what :data:`to_json` does, but for texts alone, twice as fast."""
    return f"[{', '.join(map(encode_basestring, texts))}]"


def _to_known(row: Any) -> KnownPaper:
    paper_id, title, authors, more_authors, *texts, links = row
    authors, links = tuple(json.loads(authors)), tuple(json.loads(links))
    return KnownPaper._make((paper_id, title, authors, bool(more_authors), *texts, links))


def _to_report(row: Sequence[Any]) -> SourceReport:
    source, format, added, updated, unchanged, skipped = row
    counts = (added + updated + unchanged, added, updated, unchanged)
    return SourceReport(source, format, *counts, skipped_texts(skipped))
