"""Papers: lists of them as light rows, one of them whole, and the changes to them.

Lists speak plain SQL and return frozen rows; nothing here imports SQLModel.
"""

import json
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from readlist.domain import Counts, Paper, PaperRow, Source, Status, TitleSource
from readlist.errors import NoSuchPaperError
from readlist.store.database import Database
from readlist.store.filters import Selection, order, where
from readlist.store.journal import Recorder

#: How many whole papers are read at a time when many are streamed.
BATCH = 200

_ROW = (
    "SELECT id, title, title_source, authors, more_authors, year, status, starred,"
    " EXISTS (SELECT 1 FROM note WHERE paper_id = paper.id AND text != ''), added_at FROM paper"
)
_WHOLE = (
    "SELECT id, key, title, title_source, authors, more_authors, abstract, comment, year, venue,"
    " doi, arxiv_id, links, status, starred, added_at, updated_at, finished_at,"
    " (SELECT text FROM note WHERE paper_id = paper.id AND text != '') FROM paper"
)
_SOURCES = (
    "SELECT paper_id, import_id, source, format, first_line, last_line FROM paper_source"
    " JOIN import_source ON import_source.id = import_source_id"
    " WHERE paper_id IN (SELECT value FROM json_each(?)) ORDER BY paper_source.id"
)
_TAGS = (
    "SELECT paper_id, name, id FROM tag"
    " WHERE paper_id IN (SELECT value FROM json_each(?)) ORDER BY name"
)
_CITED = "SELECT key, title, authors, year, arxiv_id FROM paper ORDER BY added_at, key"
_LISTED = "WHERE id IN (SELECT value FROM json_each(?))"


def ids(database: Database, selection: Selection, sort: str, limit: int | None = None) -> list[int]:
    """Return the ids of the papers that meet the filters of ``selection``, in order."""
    condition, values = where(selection)
    rows = database.rows(
        f"SELECT id FROM paper WHERE {condition} ORDER BY {order(sort)} LIMIT ?",
        [*values, -1 if limit is None else limit],
    )
    return [paper_id for (paper_id,) in rows]


def sorted_ids(database: Database, wanted: Sequence[int], sort: str) -> list[int]:
    """Return ``wanted`` in order."""
    rows = database.rows(f"SELECT id FROM paper {_LISTED} ORDER BY {order(sort)}", (_json(wanted),))
    return [paper_id for (paper_id,) in rows]


def names(database: Database, wanted: Sequence[int]) -> list[tuple[int, str, str, str, str]]:
    """Return id, title, authors as they are stored, status and age of these papers."""
    return database.rows(
        f"SELECT id, title, authors, status, added_at FROM paper {_LISTED}", (_json(wanted),)
    )


def titles_of(database: Database, wanted: Sequence[int]) -> dict[int, str]:
    """Return the titles of these papers by their ids."""
    return dict(database.rows(f"SELECT id, title FROM paper {_LISTED}", (_json(wanted),)))


def total(database: Database) -> int:
    """Return how many papers there have been, which is quicker to tell than how many there are."""
    return database.value("SELECT max(id) FROM paper") or 0


def page(
    database: Database, selection: Selection, sort: str, limit: int, offset: int
) -> list[PaperRow]:
    """Return the rows of one stretch of a list without words to be found."""
    condition, values = where(selection)
    rows = database.rows(
        f"{_ROW} WHERE {condition} ORDER BY {order(sort)} LIMIT ? OFFSET ?",
        [*values, limit, offset],
    )
    return [_to_row(row) for row in rows]


def rows(database: Database, wanted: Sequence[int]) -> list[PaperRow]:
    """Return the rows of these papers in the order given; ids that do not exist are left out."""
    found = {row[0]: _to_row(row) for row in database.rows(f"{_ROW} {_LISTED}", (_json(wanted),))}
    return [found[paper_id] for paper_id in wanted if paper_id in found]


def get(database: Database, paper_id: int) -> Paper:
    """Return everything known of one paper. Raises :class:`NoSuchPaperError`."""
    check(database, [paper_id])
    return next(stream(database, [paper_id]))


def stream(database: Database, wanted: Sequence[int]) -> Iterator[Paper]:
    """Yield these papers whole, in the order given, a batch at a time in memory."""
    remaining = iter(wanted)
    while batch := list(islice(remaining, BATCH)):
        listed = _json(batch)
        sources = _grouped(database, _SOURCES, listed)
        tags = _grouped(database, _TAGS, listed)
        found = {row[0]: row for row in database.rows(f"{_WHOLE} {_LISTED}", (listed,))}
        for paper_id in batch:
            if paper_id in found:
                yield _to_paper(found[paper_id], sources[paper_id], tags[paper_id])


def cited(database: Database) -> Iterator[tuple[str, str, tuple[str, ...], int | None, str | None]]:
    """Yield what every paper is cited by, oldest first: key, title, authors, year, arXiv id."""
    for key, title, authors, year, arxiv_id in database.stream(_CITED):
        yield key, title, tuple(json.loads(authors)), year, arxiv_id


def counts(database: Database) -> Counts:
    """Return how many papers each status, the stars and each tag hold."""
    by_status = dict(database.rows("SELECT status, count(*) FROM paper GROUP BY status"))
    return Counts(
        by_status={status: by_status.get(status.value, 0) for status in Status},
        starred=database.value("SELECT count(*) FROM paper WHERE starred"),
        tags=dict(database.rows("SELECT name, count(*) FROM tag GROUP BY name ORDER BY name")),
    )


def titles(database: Database, wanted: Sequence[int]) -> list[str]:
    """Return the titles of these papers, in the order of their ids."""
    return [
        title
        for (title,) in database.rows(
            f"SELECT title FROM paper {_LISTED} ORDER BY id", (_json(wanted),)
        )
    ]


def check(database: Database, wanted: Sequence[int]) -> None:
    """Raise :class:`NoSuchPaperError` when one of ``wanted`` is not a paper of the library."""
    known = {
        paper_id
        for (paper_id,) in database.rows(f"SELECT id FROM paper {_LISTED}", (_json(wanted),))
    }
    for paper_id in wanted:
        if paper_id not in known:
            raise NoSuchPaperError(f"there is no paper {paper_id}", "`readlist list` shows the ids")


def file(
    database: Database, recorder: Recorder, wanted: Sequence[int], status: Status
) -> list[int]:
    """Give papers a status; return the ids of those that had another one.

    A paper that comes to what is to be read comes last: its old place is gone.
    """
    finished = recorder.at if status is Status.DONE else None
    stamp = {"updated_at": recorder.at, "finished_at": finished, "queue": None}
    filed = recorder.update("paper", wanted, {"status": status.value}, stamp=stamp)
    if status is Status.INBOX:
        recorder.update("paper", filed, {"triaged_at": None})
    else:
        recorder.update("paper", _untriaged(database, filed), {"triaged_at": recorder.at})
    return filed


def change(recorder: Recorder, wanted: Sequence[int], values: dict[str, object]) -> list[int]:
    """Give papers new values; return the ids of those that changed."""
    return recorder.update("paper", wanted, values, stamp={"updated_at": recorder.at})


def touch(recorder: Recorder, wanted: Sequence[int]) -> None:
    """Note on papers that something that belongs to them changed."""
    recorder.update("paper", wanted, {"updated_at": recorder.at})


def tag_ids(database: Database, wanted: Sequence[int]) -> dict[int, dict[str, int]]:
    """Return each paper's tags by name, with the ids of their rows."""
    groups = _grouped(database, _TAGS, _json(wanted))
    return {paper_id: dict(tags) for paper_id, tags in groups.items()}


def _untriaged(database: Database, wanted: Sequence[int]) -> list[int]:
    rows = database.rows(f"SELECT id FROM paper {_LISTED} AND triaged_at IS NULL", (_json(wanted),))
    return [paper_id for (paper_id,) in rows]


def _grouped(database: Database, sql: str, listed: str) -> dict[int, list[Any]]:
    groups: dict[int, list[Any]] = {paper_id: [] for paper_id in json.loads(listed)}
    for paper_id, *rest in database.rows(sql, (listed,)):
        groups[paper_id].append(rest)
    return groups


def _to_row(row: Any) -> PaperRow:
    paper_id, title, title_source, authors, more, year, status, starred, noted, added_at = row
    return PaperRow(
        id=paper_id,
        title=title,
        title_source=TitleSource(title_source),
        authors=tuple(json.loads(authors)),
        more_authors=bool(more),
        year=year,
        status=Status(status),
        starred=bool(starred),
        has_note=bool(noted),
        added_at=added_at,
    )


def _to_paper(row: Any, sources: list[Any], tags: list[Any]) -> Paper:
    paper_id, key, title, title_source, authors, more, abstract, comment, year, *rest = row
    venue, doi, arxiv_id, links, status, starred, added_at, updated_at, finished_at, note = rest
    return Paper(
        id=paper_id,
        key=key,
        title=title,
        title_source=TitleSource(title_source),
        authors=tuple(json.loads(authors)),
        more_authors=bool(more),
        abstract=abstract,
        comment=comment,
        year=year,
        venue=venue,
        doi=doi,
        arxiv_id=arxiv_id,
        links=tuple(json.loads(links)),
        status=Status(status),
        starred=bool(starred),
        tags=tuple(name for name, _ in tags),
        note=note,
        added_at=added_at,
        updated_at=updated_at,
        sources=tuple(Source(*source) for source in sources),
        finished_at=finished_at,
    )


def _json(wanted: Sequence[int]) -> str:
    return json.dumps(list(wanted))
