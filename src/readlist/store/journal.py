"""Writing rows in a way that can be taken back.

All writing to the tables of a person's library goes through a :class:`Recorder`,
which notes in the same transaction what the rows held before;
:mod:`readlist.store.undo` undoes and redoes from that. It works on sets of
rows in SQL, so a whole import is taken back in one go, and rows that were put in
need nothing kept until they are taken out.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import cast

from readlist.store.database import Database, now
from readlist.store.search_index import Documents


class Recorder:
    """Writes rows for one act and remembers how to take that back.

    ``act_id`` is ``None`` until something really changed, so an act that
    changes nothing leaves no trace.
    """

    def __init__(self, database: Database, kind: str, session: str | None) -> None:
        self.act_id: int | None = None
        self.summary = kind
        self.at = now()
        self._database = database
        self._kind = kind
        self._session = session
        self._writing = False
        self._documents = Documents(database)

    def settle(self) -> None:
        """Bring the search index up to what the act wrote, and the act's own record."""
        self._documents.settle()
        if self.act_id is not None:
            self._database.run(
                "UPDATE act SET summary = ?, at = ? WHERE id = ?",
                (self.summary, self.at, self.act_id),
            )

    def resume(self, act_id: int | None) -> None:
        """Go on with an act begun earlier, unless it was undone meanwhile."""
        self.act_id = self._database.value(
            "SELECT id FROM act WHERE id = ? AND state = 'done'", (act_id,)
        )

    def insert(self, table: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> range:
        """Put rows into ``table``; return their ids, which follow on one another."""
        first = self.last_id(table) + 1
        if table == "tag":
            rows = list(rows)
            tagged = columns.index("paper_id")
            self._documents.leave_papers(cast("int", row[tagged]) for row in rows)
        self._database.insert(table, columns, rows)
        ids = range(first, self.last_id(table) + 1)
        if ids:
            self._record(table, "insert", (), first_row=ids[0], last_row=ids[-1])
        if table == "paper":
            self._documents.come(ids)
        return ids

    def last_id(self, table: str) -> int:
        """Return the highest id ``table`` ever gave out: ids are not used twice."""
        return self._database.value("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)) or 0

    def put(self, table: str, row_id: int, values: Mapping[str, object]) -> None:
        """Put one row with an id of its own into ``table``."""
        self._documents.leave(table, [row_id], values)
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
        stamp: Mapping[str, object] | None = None,
    ) -> list[int]:
        """Give rows of ``table`` new values; return the ids of those that really changed.

        ``stamp`` is written to the rows that change, and is no change in itself.
        """
        differs = " OR ".join(f"{column} IS NOT ?" for column in values)
        changed = [
            row_id
            for (row_id,) in self._database.rows(
                f"SELECT rowid FROM {table} WHERE rowid IN (SELECT value FROM json_each(?))"
                f" AND ({differs})",
                (json.dumps(list(ids)), *values.values()),
            )
        ]
        if changed:
            listed, written = json.dumps(changed), {**values, **(stamp or {})}
            self._remember(table, "update", tuple(written), listed)
            self._documents.leave(table, changed, written)
            sets = ", ".join(f"{column} = ?" for column in written)
            self._database.run(
                f"UPDATE {table} SET {sets} WHERE rowid IN (SELECT value FROM json_each(?))",
                (*written.values(), listed),
            )
        return changed

    def delete(self, table: str, ids: Sequence[int]) -> None:
        """Take rows out of ``table``."""
        listed = json.dumps(list(ids))
        self._documents.leave(table, ids, columns_of(self._database, table))
        self._remember(table, "delete", columns_of(self._database, table), listed)
        self._database.run(
            f"DELETE FROM {table} WHERE rowid IN (SELECT value FROM json_each(?))", (listed,)
        )

    def _remember(self, table: str, kind: str, columns: tuple[str, ...], listed: str) -> None:
        """Keep what ``columns`` of the rows hold, but for rows this act has kept already.

        The saves of one note-taking are one act: only the text it started from counts.
        """
        kept = (
            "SELECT row_id FROM change_row JOIN change ON change.id = change_id"
            " WHERE act_id = ? AND table_name = ? AND kind = ? AND columns = ?"
        )
        fresh = self._database.rows(
            f"SELECT value FROM json_each(?) WHERE value NOT IN ({kept})",
            (listed, self._act(), table, kind, json.dumps(columns)),
        )
        if fresh:
            self._database.run(
                f"INSERT INTO change_row (change_id, row_id, before)"
                f" SELECT ?, rowid, json_array({', '.join(columns)}) FROM {table}"
                f" WHERE rowid IN (SELECT value FROM json_each(?))",
                (self._record(table, kind, columns), json.dumps([row_id for (row_id,) in fresh])),
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
        if not self._writing:
            _drop_undone(self._database)
            self._writing = True
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

    ``session`` joins the act to the newest one when that has the same session,
    ``resume`` to the act with that id, where these still stand. ``keep=False``
    rehearses: nothing is written.
    """
    with database.writing(keep=keep):
        recorder = Recorder(database, kind, session)
        recorder.resume(_newest_of(database, session) if session else resume)
        yield recorder
        recorder.settle()


def columns_of(database: Database, table: str) -> tuple[str, ...]:
    """Every column of ``table`` but its row id."""
    rows = database.rows("SELECT name FROM pragma_table_info(?) WHERE NOT pk", (table,))
    return tuple(name for (name,) in rows)


def _drop_undone(database: Database) -> None:
    """A new act leaves the undone ones behind: they can no longer be redone."""
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
