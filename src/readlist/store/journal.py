"""Writing rows in a way that can be taken back.

All writing to the tables of a person's library goes through a :class:`Recorder`,
which records in the same transaction what the rows held before, and keeps the
search index and the fingerprints in step; :mod:`readlist.store.undo` undoes and
redoes from that record. It works on sets of rows in SQL, so a whole import is
taken back in one go, and nothing is kept of rows that were added until they are
removed.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import cast

from readlist.store import fingerprints
from readlist.store.database import LISTED, Database, listed, now
from readlist.store.search_index import IndexUpdate


class Recorder:
    """Writes rows for one act and records how to take that back.

    ``act_id`` is ``None`` until something really changes, so an act that changes
    nothing leaves no trace. ``at`` is the time of the act, ``summary`` says for
    people what it did.
    """

    def __init__(self, database: Database, kind: str, session: str | None) -> None:
        self.act_id: int | None = None
        self.summary = kind
        self.at = now()
        self._database = database
        self._kind = kind
        self._session = session
        self._has_written = False
        self._index = IndexUpdate(database)

    def finish(self) -> None:
        """Bring the search index and the record of the act up to date with what was written."""
        self._index.finish()
        if self.act_id is not None:
            self._database.run(
                "UPDATE act SET summary = ?, at = ? WHERE id = ?",
                (self.summary, self.at, self.act_id),
            )

    def resume(self, act_id: int | None) -> None:
        """Continue an act begun earlier, unless it has been undone since."""
        self.act_id = self._database.value(
            "SELECT id FROM act WHERE id = ? AND state = 'done'", (act_id,)
        )

    def insert(self, table: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> range:
        """Add rows to ``table``; return their ids, which are consecutive.

        The fingerprints of new papers are left to the caller, who may have them already.
        """
        first = self.last_id(table) + 1
        if table == "tag":
            rows = list(rows)
            paper = columns.index("paper_id")
            self._index.remove(cast("int", row[paper]) for row in rows)
        self._database.insert(table, columns, rows)
        ids = range(first, self.last_id(table) + 1)
        if ids:
            self._record(table, "insert", (), first_row=ids[0], last_row=ids[-1])
        if table == "paper":
            self._index.add(ids)
        return ids

    def last_id(self, table: str) -> int:
        """Return the highest id that ``table`` has ever given out: no id is used twice."""
        return self._database.value("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)) or 0

    def put(self, table: str, row_id: int, values: Mapping[str, object]) -> None:
        """Add one row with a given id to ``table``."""
        self._index.remove_rows(table, [row_id], values)
        names, marks = ", ".join(values), ", ".join("?" * len(values))
        self._database.run(
            f"INSERT INTO {table} (rowid, {names}) VALUES (?, {marks})", (row_id, *values.values())
        )
        self._record(table, "insert", (), first_row=row_id, last_row=row_id)

    def update(
        self,
        table: str,
        ids: Sequence[int],
        values: Mapping[str, object],
        *,
        also: Mapping[str, object] | None = None,
    ) -> list[int]:
        """Give rows of ``table`` new values; return the ids of those that really changed.

        ``also`` is written to the rows that change, but is no reason to change a row.
        """
        differs = " OR ".join(f"{column} IS NOT ?" for column in values)
        changed = self._database.column(
            f"SELECT rowid FROM {table} WHERE rowid IN {LISTED} AND ({differs})",
            (listed(ids), *values.values()),
        )
        if changed:
            written = {**values, **(also or {})}
            self._keep(table, "update", tuple(written), changed)
            self._index.remove_rows(table, changed, written)
            sets = ", ".join(f"{column} = ?" for column in written)
            self._database.run(
                f"UPDATE {table} SET {sets} WHERE rowid IN {LISTED}",
                (*written.values(), listed(changed)),
            )
            if table == "paper" and not fingerprints.COLUMNS.isdisjoint(written):
                fingerprints.refresh(self._database, changed)
        return changed

    def delete(self, table: str, ids: Sequence[int]) -> None:
        """Remove rows from ``table``."""
        columns = columns_of(self._database, table)
        self._index.remove_rows(table, ids, columns)
        self._keep(table, "delete", columns, ids)
        self._database.run(f"DELETE FROM {table} WHERE rowid IN {LISTED}", (listed(ids),))

    def _keep(self, table: str, kind: str, columns: tuple[str, ...], ids: Sequence[int]) -> None:
        """Keep what ``columns`` of the rows hold, except of rows this act has kept already.

        The saves of one sitting with a note are one act: only the text before the
        first of them counts.
        """
        kept = (
            "SELECT row_id FROM change_row JOIN change ON change.id = change_id"
            " WHERE act_id = ? AND table_name = ? AND kind = ? AND columns = ?"
        )
        not_kept = self._database.column(
            f"SELECT value FROM {LISTED} WHERE value NOT IN ({kept})",
            (listed(ids), self._act(), table, kind, json.dumps(columns)),
        )
        if not_kept:
            self._database.run(
                f"INSERT INTO change_row (change_id, row_id, before)"
                f" SELECT ?, rowid, json_array({', '.join(columns)}) FROM {table}"
                f" WHERE rowid IN {LISTED}",
                (self._record(table, kind, columns), listed(not_kept)),
            )

    def _record(
        self,
        table: str,
        kind: str,
        columns: tuple[str, ...],
        first_row: int | None = None,
        last_row: int | None = None,
    ) -> int:
        return self._database.run(
            "INSERT INTO change (act_id, table_name, kind, columns, first_row, last_row)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (self._act(), table, kind, json.dumps(columns), first_row, last_row),
        )

    def _act(self) -> int:
        """Return the id of the act, which is begun when this is the first thing it writes."""
        if not self._has_written:
            _drop_undone(self._database)
            self._has_written = True
        if self.act_id is None:
            self.act_id = self._database.run(
                "INSERT INTO act (kind, summary, at, session) VALUES (?, ?, ?, ?)",
                (self._kind, self.summary, self.at, self._session),
            )
        return self.act_id


@contextmanager
def recording(
    database: Database,
    kind: str,
    *,
    session: str | None = None,
    resume: int | None = None,
    keep: bool = True,
) -> Iterator[Recorder]:
    """Run the block as one act in one transaction; the block sets ``summary``.

    ``session`` joins the act to the newest one if that has the same session,
    ``resume`` joins it to the act with that id, unless they have been undone. With
    ``keep=False`` it is a dry run: nothing is written.
    """
    with database.writing(keep=keep):
        recorder = Recorder(database, kind, session)
        recorder.resume(_newest_of(database, session) if session else resume)
        yield recorder
        recorder.finish()


def columns_of(database: Database, table: str) -> tuple[str, ...]:
    """Return every column of ``table`` but its row id."""
    return tuple(database.column("SELECT name FROM pragma_table_info(?) WHERE NOT pk", (table,)))


def _drop_undone(database: Database) -> None:
    """Forget how to redo what was undone: a new act makes that impossible."""
    undone = "SELECT id FROM act WHERE state = 'undone'"
    database.run(
        "DELETE FROM change_row WHERE change_id IN"
        f" (SELECT id FROM change WHERE act_id IN ({undone}))"
    )
    database.run(f"DELETE FROM change WHERE act_id IN ({undone})")
    database.run("UPDATE act SET state = 'dropped' WHERE state = 'undone'")


def _newest_of(database: Database, session: str) -> int | None:
    newest = database.rows(
        "SELECT id, session FROM act WHERE state = 'done' ORDER BY id DESC LIMIT 1"
    )
    return newest[0][0] if newest and newest[0][1] == session else None
