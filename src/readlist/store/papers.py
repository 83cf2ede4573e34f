"""Papers: lists of them as light rows, one of them whole, and the changes to them.

Lists are read with plain SQL into frozen rows; nothing here imports SQLModel. The
reading queue is the order of the papers to read: a paper has no place until the
user arranges the queue; those without one come last, newest first as in any list.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice, starmap
from typing import Any

from readlist.domain import Counts, Paper, PaperRow, Source, Status, TitleSource
from readlist.errors import NoSuchPaperError
from readlist.store.database import LISTED, Database, listed
from readlist.store.filters import Filter, Selection, order_by, where
from readlist.store.journal import Recorder

#: How many whole papers are in memory at a time when many are read.
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
    f" WHERE paper_id IN {LISTED} ORDER BY paper_source.id"
)
_TAGS = f"SELECT paper_id, name, id FROM tag WHERE paper_id IN {LISTED} ORDER BY name"
_CITED = "SELECT key, title, authors, year, arxiv_id FROM paper ORDER BY added_at, key"
_WHERE_LISTED = f"WHERE id IN {LISTED}"
_TO_READ = Selection(filters=(Filter("status", Status.TO_READ.value),))


def ids(database: Database, selection: Selection, sort: str, limit: int | None = None) -> list[int]:
    """Return the ids of the papers that match the filters of ``selection``, in order."""
    condition, values = where(selection)
    return database.column(
        f"SELECT id FROM paper WHERE {condition} ORDER BY {order_by(sort)} LIMIT ?",
        [*values, -1 if limit is None else limit],
    )


def sorted_ids(database: Database, wanted: Sequence[int], sort: str) -> list[int]:
    """Return ``wanted`` in order, without the ids of papers that do not exist."""
    sql = f"SELECT id FROM paper {_WHERE_LISTED} ORDER BY {order_by(sort)}"
    return database.column(sql, (listed(wanted),))


def ranking_rows(database: Database, wanted: Sequence[int]) -> list[tuple[int, str, str, str, str]]:
    """Return id, title, authors as they are stored, status and time added of these papers."""
    sql = f"SELECT id, title, authors, status, added_at FROM paper {_WHERE_LISTED}"
    return database.rows(sql, (listed(wanted),))


def titles_of(database: Database, wanted: Sequence[int]) -> dict[int, str]:
    """Return the titles of these papers by their ids."""
    return dict(database.rows(f"SELECT id, title FROM paper {_WHERE_LISTED}", (listed(wanted),)))


def title(database: Database, paper_id: int) -> str:
    """Return the title of a paper that exists."""
    return titles_of(database, [paper_id])[paper_id]


def id_of_key(database: Database, key: str) -> int | None:
    """Return the paper with a key, ``None`` if there is none."""
    found: int | None = database.value("SELECT id FROM paper WHERE key = ?", (key,))
    return found


def ids_of_keys(database: Database, keys: Iterable[str]) -> dict[str, int]:
    """Return the ids of the papers that have one of these keys, by key."""
    return dict(database.rows(f"SELECT key, id FROM paper WHERE key IN {LISTED}", (listed(keys),)))


def highest_id(database: Database) -> int:
    """Return the highest id of a paper: about how many there are, without counting them."""
    return database.value("SELECT max(id) FROM paper") or 0


def page(
    database: Database, selection: Selection, sort: str, limit: int, offset: int
) -> list[PaperRow]:
    """Return the rows of one stretch of the list that the filters of ``selection`` make."""
    condition, values = where(selection)
    sql = f"{_ROW} WHERE {condition} ORDER BY {order_by(sort)} LIMIT ? OFFSET ?"
    return list(map(_to_row, database.rows(sql, [*values, limit, offset])))


def rows(database: Database, wanted: Sequence[int]) -> list[PaperRow]:
    """Return the rows of these papers in the order given; ids that do not exist are left out."""
    stored = database.rows(f"{_ROW} {_WHERE_LISTED}", (listed(wanted),))
    found = {row[0]: _to_row(row) for row in stored}
    return [found[paper_id] for paper_id in wanted if paper_id in found]


def get(database: Database, paper_id: int) -> Paper:
    """Return everything known of one paper. Raises :class:`NoSuchPaperError`."""
    for paper in stream(database, [paper_id]):
        return paper
    raise _no_such_paper(paper_id)


def stream(database: Database, wanted: Sequence[int]) -> Iterator[Paper]:
    """Yield these papers whole, in the order given, a batch at a time in memory."""
    remaining = iter(wanted)
    while batch := list(islice(remaining, BATCH)):
        parameters = (listed(batch),)
        sources = database.grouped(_SOURCES, parameters)
        tags = database.grouped(_TAGS, parameters)
        found = {row[0]: row for row in database.rows(f"{_WHOLE} {_WHERE_LISTED}", parameters)}
        for paper_id in batch:
            if paper_id in found:
                yield _to_paper(found[paper_id], sources.get(paper_id, ()), tags.get(paper_id, ()))


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


def check(database: Database, wanted: Sequence[int]) -> None:
    """Raise :class:`NoSuchPaperError` when one of ``wanted`` is not a paper of the library."""
    known = set(database.column(f"SELECT id FROM paper {_WHERE_LISTED}", (listed(wanted),)))
    for paper_id in wanted:
        if paper_id not in known:
            raise _no_such_paper(paper_id)


def set_status(
    database: Database, recorder: Recorder, wanted: Sequence[int], status: Status
) -> list[int]:
    """Give papers a status; return the ids of those that had another one.

    A paper that joins the reading queue comes last: its former place is lost.
    """
    finished = recorder.at if status is Status.DONE else None
    also = {"updated_at": recorder.at, "finished_at": finished, "queue": None}
    changed = recorder.update("paper", wanted, {"status": status.value}, also=also)
    if status is Status.INBOX:
        recorder.update("paper", changed, {"triaged_at": None})
    else:
        untriaged = f"SELECT id FROM paper {_WHERE_LISTED} AND triaged_at IS NULL"
        first_time = database.column(untriaged, (listed(changed),))
        recorder.update("paper", first_time, {"triaged_at": recorder.at})
    return changed


def change(recorder: Recorder, wanted: Sequence[int], values: dict[str, object]) -> list[int]:
    """Give papers new values; return the ids of those that changed."""
    return recorder.update("paper", wanted, values, also={"updated_at": recorder.at})


def touch(recorder: Recorder, wanted: Sequence[int]) -> None:
    """Give papers a new time of change, because something that belongs to them changed."""
    recorder.update("paper", wanted, {"updated_at": recorder.at})


def move_in_queue(
    database: Database, recorder: Recorder, wanted: Collection[int], steps: int
) -> bool:
    """Move papers ``steps`` places down the reading queue, or up if negative.

    Papers that are not in the queue are left alone. Returns whether any moved.
    """
    before = ids(database, _TO_READ, "queue")
    after = shifted(before, set(wanted), steps)
    changed = [place for place, paper_id in enumerate(after) if paper_id != before[place]]
    if not changed:
        return False
    # Those behind the last one have no place, or a higher one: no two places are the same.
    places = dict(database.rows("SELECT id, queue FROM paper WHERE status = 'to-read'"))
    for place, paper_id in enumerate(after[: changed[-1] + 1], 1):
        if places[paper_id] != place:
            recorder.update("paper", [paper_id], {"queue": place})
    return True


def shifted(listed_ids: Sequence[int], chosen: Collection[int], steps: int) -> list[int]:
    """Return ids with those ``chosen`` moved ``steps`` places down, or up if negative.

    Those that reach the end stay there, and the others stop behind them in their order.
    """
    if steps > 0:
        return shifted(listed_ids[::-1], chosen, -steps)[::-1]
    moved = list(listed_ids)
    for _ in range(min(-steps, len(moved))):
        for place in range(1, len(moved)):
            if moved[place] in chosen and moved[place - 1] not in chosen:
                moved[place - 1], moved[place] = moved[place], moved[place - 1]
    return moved


def tag_ids(database: Database, wanted: Sequence[int]) -> dict[int, dict[str, int]]:
    """Return the tags of each of these papers by name, with the ids of their rows."""
    tags = database.grouped(_TAGS, (listed(wanted),))
    return {paper_id: dict(tags.get(paper_id, ())) for paper_id in wanted}


def _no_such_paper(paper_id: int) -> NoSuchPaperError:
    return NoSuchPaperError(f"there is no paper {paper_id}", "`readlist list` shows the ids")


def _to_row(row: Any) -> PaperRow:
    paper_id, title, title_source, authors, more, year, status, starred, noted, added_at = row
    return PaperRow(
        *(paper_id, title, TitleSource(title_source), tuple(json.loads(authors)), bool(more)),
        *(year, Status(status), bool(starred), bool(noted), added_at),
    )


def _to_paper(row: Any, sources: Iterable[Any], tags: Iterable[Any]) -> Paper:
    paper_id, key, title, title_source, authors, more, *texts, links, status, starred = row[:15]
    added_at, updated_at, finished_at, note = row[15:]
    return Paper._make(
        (
            *(paper_id, key, title, TitleSource(title_source), tuple(json.loads(authors))),
            *(bool(more), *texts, tuple(json.loads(links)), Status(status), bool(starred)),
            *(tuple(name for name, _ in tags), note, added_at, updated_at),
            *(tuple(starmap(Source, sources)), finished_at),
        )
    )
