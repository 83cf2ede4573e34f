"""What imports brought: the papers, where each came from, and the record of it."""

import json
from base64 import b32encode
from collections.abc import Iterable, Sequence
from json.encoder import encode_basestring
from secrets import token_bytes
from typing import Any, NamedTuple

from readlist.domain import (
    ImportRecord,
    PaperDraft,
    SkippedText,
    SourceReport,
    Status,
    TitleSource,
)
from readlist.store import fingerprints
from readlist.store.database import Database
from readlist.store.journal import Recorder

# Digits and letters that are not mistaken for one another; ten of them are 50 random bits.
_KEY_LETTERS = bytes.maketrans(
    b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", b"0123456789abcdefghjkmnpqrstvwxyz"
)
_KEY_LENGTH = 10

_json = json.JSONEncoder(ensure_ascii=False).encode  # made once: json.dumps makes one a call

_PAPER_COLUMNS = (
    *("key", "title", "title_source", "authors", "more_authors", "year", "venue", "doi"),
    *("arxiv_id", "status", "added_at", "updated_at", "links", "comment", "abstract"),
)
_KNOWN = """
SELECT id, title, title_source, authors, more_authors, abstract, comment, year, venue, doi,
    arxiv_id, links FROM paper WHERE id IN (SELECT value FROM json_each(?))
"""
_PLACES = """
SELECT digest, paper_id, path, first_line, last_line FROM paper_source
JOIN import_source ON import_source.id = import_source_id
WHERE digest IN (SELECT value FROM json_each(?)) ORDER BY paper_source.id
"""


class KnownPaper(NamedTuple):
    """What the library holds of a paper that a dump may name again; a derived title is ``None``."""

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
    """Where the library has read the same words before."""

    paper_id: int
    path: str
    first_line: int
    last_line: int


def begin_run(recorder: Recorder) -> int:
    """Record that an import begins; return its number."""
    return recorder.insert("import_run", ("at",), [(recorder.at,)])[0]


def begin_source(recorder: Recorder, import_id: int, source: str, path: str, format: str) -> int:
    """Record that a source is being imported; return its number."""
    columns = ("import_id", "source", "path", "format", "added", "updated", "unchanged", "skipped")
    return recorder.insert(
        "import_source", columns, [(import_id, source, path, format, 0, 0, 0, "[]")]
    )[0]


def finish_source(database: Database, source_id: int, report: SourceReport) -> None:
    """Write down what importing a source did, in the transaction that began it."""
    skipped = [[text.first_line, text.last_line, text.text, text.reason] for text in report.skipped]
    database.run(
        "UPDATE import_source SET added = ?, updated = ?, unchanged = ?, skipped = ? WHERE id = ?",
        (report.added, report.updated, report.unchanged, _json(skipped), source_id),
    )


def add_papers(
    database: Database,
    recorder: Recorder,
    drafts: Sequence[PaperDraft],
    titles: Sequence[tuple[str, TitleSource]],
    hashes: Sequence[Sequence[int]],
    status: Status,
) -> range:
    """Add papers under these titles and fingerprints; return their ids, in the order given."""
    rows = (
        _paper_row(key, draft, title, status, recorder.at)
        for key, draft, title in zip(new_keys(len(drafts)), drafts, titles, strict=True)
    )
    ids = recorder.insert("paper", _PAPER_COLUMNS, rows)
    fingerprints.add(
        database,
        (
            (value, paper_id)
            for paper_id, values in zip(ids, hashes, strict=True)
            for value in values
        ),
    )
    return ids


def add_sources(
    recorder: Recorder, source_id: int, origins: Iterable[tuple[int, PaperDraft, int]]
) -> None:
    """Record where papers came from: their ids, what the dump said, and the digest of that."""
    recorder.insert(
        "paper_source",
        ("paper_id", "import_source_id", "first_line", "last_line", "digest"),
        (
            (paper_id, source_id, draft.first_line, draft.last_line, digest)
            for paper_id, draft, digest in origins
        ),
    )


def fill(database: Database, recorder: Recorder, paper_id: int, values: dict[str, object]) -> None:
    """Write what a later source knows and the library did not."""
    stored = {
        name: _json(value) if isinstance(value, tuple) else value for name, value in values.items()
    }
    recorder.update("paper", [paper_id], stored, stamp={"updated_at": recorder.at})
    fingerprints.refresh(database, [paper_id])


def known_papers(database: Database, ids: Iterable[int]) -> dict[int, KnownPaper]:
    """Return what the library holds of these papers, by id."""
    rows = database.rows(_KNOWN, (_json(list(ids)),))
    return {row[0]: _to_known(row) for row in rows}


def places(database: Database, digests: Iterable[int]) -> dict[int, list[Place]]:
    """Return where each of these digests was read before."""
    found: dict[int, list[Place]] = {}
    for digest, *place in database.rows(_PLACES, (_json(list(digests)),)):
        found.setdefault(digest, []).append(Place(*place))
    return found


def records(database: Database) -> list[ImportRecord]:
    """Return every import and what it did, newest first."""
    sources: dict[int, list[SourceReport]] = {}
    for import_id, *source in database.rows(
        "SELECT import_id, source, format, added, updated, unchanged, skipped FROM import_source"
        " ORDER BY id"
    ):
        sources.setdefault(import_id, []).append(_to_report(source))
    return [
        ImportRecord(import_id, at, tuple(sources.get(import_id, ())))
        for import_id, at in database.rows("SELECT id, at FROM import_run ORDER BY id DESC")
    ]


def _paper_row(
    key: str, draft: PaperDraft, title: tuple[str, TitleSource], status: Status, at: str
) -> tuple[object, ...]:
    authors, links = _json_list(draft.authors), _json_list(draft.links)
    return (
        *(key, *title, authors, draft.more_authors, draft.year, draft.venue, draft.doi),
        *(draft.arxiv_id, status, at, at, links, draft.comment, draft.abstract),
    )


def new_keys(number: int) -> list[str]:
    """Return keys for so many papers: random, so that they are unique on every machine."""
    letters = number * _KEY_LENGTH
    drawn = b32encode(token_bytes(-(-5 * letters // 8))).translate(_KEY_LETTERS).decode()
    return [drawn[start : start + _KEY_LENGTH] for start in range(0, letters, _KEY_LENGTH)]


def _json_list(texts: Iterable[str]) -> str:
    """Return what ``_json`` does, for texts alone twice as fast."""
    return f"[{', '.join(map(encode_basestring, texts))}]"


def _to_known(row: Any) -> KnownPaper:
    paper_id, title, title_source, authors, more_authors, abstract, *rest, links = row
    comment, year, venue, doi, arxiv_id = rest
    return KnownPaper(
        id=paper_id,
        title=None if title_source == TitleSource.DERIVED else title,
        authors=tuple(json.loads(authors)),
        more_authors=bool(more_authors),
        abstract=abstract,
        comment=comment,
        year=year,
        venue=venue,
        doi=doi,
        arxiv_id=arxiv_id,
        links=tuple(json.loads(links)),
    )


def _to_report(row: Sequence[Any]) -> SourceReport:
    source, format, added, updated, unchanged, skipped = row
    return SourceReport(
        source=source,
        format=format,
        found=added + updated + unchanged,
        added=added,
        updated=updated,
        unchanged=unchanged,
        skipped=tuple(SkippedText(*text) for text in json.loads(skipped)),
    )
