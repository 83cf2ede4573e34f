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

from readlist.store import fingerprints, search_index
from readlist.store.database import LISTED, Database, listed, now


class IndexUpdate:
    """The documents that one transaction removes from the search index and adds at its end.

    A document is removed before any part of it changes, while the words it was added
    with can still be read. All are added again at once, because the index takes many
    together several times faster than one by one.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._waiting: set[int] = set()

    def remove_rows(self, table: str, rows: Iterable[int], columns: Iterable[str]) -> None:
        """Remove the documents that these ``columns`` of rows about to change are part of."""
        if search_index.COLUMNS.get(table, frozenset()).isdisjoint(columns):
            return
        if table == "tag":
            sql = f"SELECT paper_id FROM tag WHERE id IN {LISTED}"
            rows = self._database.column(sql, (listed(rows),))
        self.remove(rows)

    def remove(self, papers: Iterable[int]) -> None:
        """Remove the documents of papers that are about to change or to be deleted."""
        if present := set(papers) - self._waiting:
            search_index.remove(self._database, sorted(present))
            self._waiting |= present

    def add(self, papers: Iterable[int]) -> None:
        """Have documents added for papers that are new."""
        self._waiting.update(papers)

    def finish(self) -> None:
        """Add the documents of all papers that changed and still exist."""
        if self._waiting:
            search_index.add(self._database, sorted(self._waiting))
            self._waiting.clear()


class Recorder:
    """Writes rows for one act and records how to take that back.

    ``act_id`` is ``None`` until something really changes, so an act that changes
    nothing leaves no trace. ``at`` is the time of the act, ``summary`` says for
    people what it did.
    """

    def __init__(self, database: Database, kind: str, session: str | None, act: int | None) -> None:
        """Begin an act, or continue ``act``, the id of an earlier one."""
        self.act_id = act
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
            values = (self.summary, self.at, self.act_id)
            self._database.run("UPDATE act SET summary = ?, at = ? WHERE id = ?", values)

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
            self._record(table, "insert", (), ids)
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
        sql = f"INSERT INTO {table} (rowid, {names}) VALUES (?, {marks})"
        self._database.run(sql, (row_id, *values.values()))
        self._record(table, "insert", (), [row_id])

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
        self, table: str, kind: str, columns: Sequence[str], added: Sequence[int | None] = (None,)
    ) -> int:
        return self._database.run(
            "INSERT INTO change (act_id, table_name, kind, columns, first_row, last_row)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (self._act(), table, kind, json.dumps(columns), added[0], added[-1]),
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
        if session:
            newest = "SELECT id, session FROM act WHERE state = 'done' ORDER BY id DESC LIMIT 1"
            act_id = database.value(f"SELECT id FROM ({newest}) WHERE session = ?", (session,))
        else:
            act_id = database.value("SELECT id FROM act WHERE id = ? AND state = 'done'", (resume,))
        recorder = Recorder(database, kind, session, act_id)
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
