"""Every change a person makes, undone and redone.

Undoing an act reads what its rows hold now, keeps that for redo, and puts the old
values back. A library has one line of acts, not one for each window: undo takes
back the newest act that has not been undone, so old values never meet newer ones.
"""

import json
from collections.abc import Iterable
from typing import Any, NamedTuple

from readlist.domain import Act, ActState
from readlist.errors import NothingToDoError
from readlist.store import fingerprints
from readlist.store.database import Database
from readlist.store.journal import IndexUpdate, columns_of

_ACT = "SELECT id, kind, summary, at, state FROM act"


def get(database: Database, act_id: int | None) -> Act | None:
    """Return an act; ``None`` for ``None``, the id of a change that changed nothing."""
    if act_id is None:
        return None
    [row] = database.rows(f"{_ACT} WHERE id = ?", (act_id,))
    return _to_act(row)


def acts(database: Database, limit: int | None) -> list[Act]:
    """Return the acts, newest first, at most ``limit``."""
    rows = database.rows(f"{_ACT} ORDER BY id DESC LIMIT ?", (-1 if limit is None else limit,))
    return list(map(_to_act, rows))


def undo(database: Database) -> Act:
    """Take back the newest act that has not been undone. Raises :class:`NothingToDoError`."""
    with database.writing():
        act = _first(database, "state = 'done' ORDER BY id DESC", "nothing to undo")
        index = _remove_documents(database, act)
        for change in _changes(database, act.id, "DESC"):
            _keep_present(database, change)
            _apply(database, change, "before")
        index.finish()
        return _set_state(database, act, ActState.UNDONE)


def redo(database: Database) -> Act:
    """Do the act again that was undone last. Raises :class:`NothingToDoError`."""
    with database.writing():
        act = _first(database, "state = 'undone' ORDER BY id", "nothing to redo")
        index = _remove_documents(database, act)
        for change in _changes(database, act.id, "ASC"):
            _apply(database, change, "after")
        index.finish()
        # The copies of rows that are in their table again.
        added = "SELECT id FROM change WHERE act_id = ? AND kind = 'insert'"
        database.run(f"DELETE FROM change_row WHERE change_id IN ({added})", (act.id,))
        return _set_state(database, act, ActState.DONE)


class _Change(NamedTuple):
    """One row of ``change``, with the names of the columns that it is about."""

    id: int
    table: str
    kind: str
    columns: tuple[str, ...]
    first_row: int | None
    last_row: int | None

    def rows(self, database: Database) -> Iterable[int]:
        """Return the ids of the rows: those that were added, or those that were kept."""
        if self.first_row is not None and self.last_row is not None:
            return range(self.first_row, self.last_row + 1)
        return _kept_rows(database, self)


def _changes(database: Database, act_id: int, order: str) -> list[_Change]:
    found = database.rows(
        "SELECT id, table_name, kind, columns, first_row, last_row FROM change"
        f" WHERE act_id = ? ORDER BY id {order}",
        (act_id,),
    )
    return [
        _Change(
            change_id, table, kind, tuple(json.loads(columns)) or columns_of(database, table), *rows
        )
        for change_id, table, kind, columns, *rows in found
    ]


def _remove_documents(database: Database, act: Act) -> IndexUpdate:
    """Remove the documents of all that an act changed from the index, to be added again."""
    index = IndexUpdate(database)
    for change in _changes(database, act.id, "ASC"):
        index.remove_rows(change.table, change.rows(database), change.columns)
        if change.table == "tag":  # those that were removed cannot be found in their table
            place = change.columns.index("paper_id")
            paper = f"json_extract(coalesce(before, after), '$[{place}]')"
            kept = f"SELECT {paper} FROM change_row WHERE change_id = ?"
            index.remove(database.column(kept, (change.id,)))
    return index


def _kept_rows(database: Database, change: _Change) -> list[int]:
    return database.column("SELECT row_id FROM change_row WHERE change_id = ?", (change.id,))


def _keep_present(database: Database, change: _Change) -> None:
    """Keep what the rows of the change hold now, for redo."""
    image = f"json_array({', '.join(change.columns)})"
    if change.kind == "insert":
        database.run(
            f"INSERT INTO change_row (change_id, row_id, after) SELECT ?, rowid, {image}"
            f" FROM {change.table} WHERE rowid BETWEEN ? AND ?",
            (change.id, change.first_row, change.last_row),
        )
    elif change.kind == "update":
        database.run(
            f"UPDATE change_row SET after = (SELECT {image} FROM {change.table}"
            " WHERE rowid = row_id) WHERE change_id = ?",
            (change.id,),
        )


def _apply(database: Database, change: _Change, side: str) -> None:
    """Give the rows of the change what they held on one ``side`` of it: before or after."""
    rows_exist = (change.kind == "update") or (change.kind == "insert") == (side == "after")
    kept = "(SELECT row_id FROM change_row WHERE change_id = ?)"
    values = [f"json_extract({side}, '$[{place}]')" for place in range(len(change.columns))]
    if not rows_exist:
        database.run(f"DELETE FROM {change.table} WHERE rowid IN {kept}", (change.id,))
    elif change.kind == "update":
        sets = ", ".join(map(" = ".join, zip(change.columns, values, strict=True)))
        database.run(
            f"UPDATE {change.table} SET {sets} FROM change_row"
            f" WHERE change_id = ? AND {change.table}.rowid = row_id",
            (change.id,),
        )
    else:
        database.run(
            f"INSERT INTO {change.table} (rowid, {', '.join(change.columns)})"
            f" SELECT row_id, {', '.join(values)} FROM change_row WHERE change_id = ?",
            (change.id,),
        )
    if change.table == "paper" and not fingerprints.COLUMNS.isdisjoint(change.columns):
        bring_up_to_date = fingerprints.refresh if rows_exist else fingerprints.forget
        bring_up_to_date(database, _kept_rows(database, change))


def _first(database: Database, which: str, otherwise: str) -> Act:
    """Return the first act that meets a condition; raise ``otherwise`` if none does."""
    rows = database.rows(f"{_ACT} WHERE {which} LIMIT 1")
    if not rows:
        raise NothingToDoError(otherwise)
    return _to_act(rows[0])


def _set_state(database: Database, act: Act, state: ActState) -> Act:
    database.run("UPDATE act SET state = ? WHERE id = ?", (state, act.id))
    return act._replace(state=state)


def _to_act(row: Any) -> Act:
    act_id, kind, summary, at, state = row
    return Act(act_id, kind, summary, at, ActState(state))
