"""Every change a person makes, undone and redone.

Undoing an act reads what its rows hold now, keeps that for redo, and puts the
old values back. There is one line of acts for the library, not one for each
window: undo takes back the newest act that stands, so old values never meet
newer ones.
"""

import json
from collections.abc import Iterable
from typing import Any, NamedTuple

from readlist.domain import Act, ActState
from readlist.errors import NothingToDoError
from readlist.store import fingerprints
from readlist.store.database import Database
from readlist.store.journal import columns_of
from readlist.store.search_index import Documents

_ACT = "SELECT id, kind, summary, at, state FROM act"


def get(database: Database, act_id: int | None) -> Act | None:
    """Return an act, ``None`` for ``None``: what a change that changed nothing returns."""
    if act_id is None:
        return None
    [row] = database.rows(f"{_ACT} WHERE id = ?", (act_id,))
    return _to_act(row)


def acts(database: Database, limit: int | None) -> list[Act]:
    """Return the acts, newest first, at most ``limit``."""
    rows = database.rows(f"{_ACT} ORDER BY id DESC LIMIT ?", (-1 if limit is None else limit,))
    return [_to_act(row) for row in rows]


def undo(database: Database) -> Act:
    """Take back the newest act that stands. Raises :class:`NothingToDoError`."""
    with database.writing():
        act = _next(database, "state = 'done' ORDER BY id DESC", "nothing to undo")
        documents = _taken_out(database, act)
        for change in _changes(database, act.id, "DESC"):
            _keep_present(database, change)
            _apply(database, change, "before")
        documents.settle()
        return _settle(database, act, ActState.UNDONE)


def redo(database: Database) -> Act:
    """Do again the act undone last. Raises :class:`NothingToDoError`."""
    with database.writing():
        act = _next(database, "state = 'undone' ORDER BY id", "nothing to redo")
        documents = _taken_out(database, act)
        for change in _changes(database, act.id, "ASC"):
            _apply(database, change, "after")
        documents.settle()
        _forget_put_in(database, act.id)
        return _settle(database, act, ActState.DONE)


class _Change(NamedTuple):
    """One row of ``change``, with the columns it speaks of."""

    id: int
    table: str
    kind: str
    columns: tuple[str, ...]
    first_row: int | None
    last_row: int | None


def _changes(database: Database, act_id: int, order: str) -> list[_Change]:
    rows = database.rows(
        "SELECT id, table_name, kind, columns, first_row, last_row FROM change"
        f" WHERE act_id = ? ORDER BY id {order}",
        (act_id,),
    )
    return [
        _Change(
            change_id, table, kind, _listed(columns) or columns_of(database, table), first, last
        )
        for change_id, table, kind, columns, first, last in rows
    ]


def _listed(columns: str) -> tuple[str, ...]:
    return tuple(json.loads(columns))


def _taken_out(database: Database, act: Act) -> Documents:
    """Take the documents of all that an act changed out of the index, and return them."""
    documents = Documents(database)
    for change in _changes(database, act.id, "ASC"):
        documents.leave(change.table, _rows_of(database, change), change.columns)
        documents.leave_papers(_papers_kept_in(database, change))
    return documents


def _papers_kept_in(database: Database, change: _Change) -> list[int]:
    """Return the papers of tags that were taken out: they are no longer there to tell."""
    if change.table != "tag":
        return []
    paper = f"json_extract(coalesce(before, after), '$[{change.columns.index('paper_id')}]')"
    rows = database.rows(f"SELECT {paper} FROM change_row WHERE change_id = ?", (change.id,))
    return [paper_id for (paper_id,) in rows]


def _rows_of(database: Database, change: _Change) -> Iterable[int]:
    if change.first_row is not None and change.last_row is not None:
        return range(change.first_row, change.last_row + 1)
    rows = database.rows("SELECT row_id FROM change_row WHERE change_id = ?", (change.id,))
    return [row_id for (row_id,) in rows]


def _keep_present(database: Database, change: _Change) -> None:
    """Write down what the change's rows hold now, for redo."""
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
    """Give the change's rows what they held on one ``side`` of it: before or after."""
    present = (change.kind == "update") or (change.kind == "insert") == (side == "after")
    mine = "(SELECT row_id FROM change_row WHERE change_id = ?)"
    if not present:
        database.run(f"DELETE FROM {change.table} WHERE rowid IN {mine}", (change.id,))
    elif change.kind == "update":
        database.run(
            f"UPDATE {change.table} SET {_from_image(change.columns, side)} FROM change_row"
            f" WHERE change_id = ? AND {change.table}.rowid = row_id",
            (change.id,),
        )
    else:
        values = ", ".join(f"json_extract({side}, '$[{n}]')" for n in range(len(change.columns)))
        database.run(
            f"INSERT INTO {change.table} (rowid, {', '.join(change.columns)})"
            f" SELECT row_id, {values} FROM change_row WHERE change_id = ?",
            (change.id,),
        )
    if change.table == "paper" and fingerprints.COLUMNS.intersection(change.columns):
        rows = database.rows("SELECT row_id FROM change_row WHERE change_id = ?", (change.id,))
        bring_up = fingerprints.refresh if present else fingerprints.forget
        bring_up(database, [row_id for (row_id,) in rows])


def _from_image(columns: tuple[str, ...], side: str) -> str:
    return ", ".join(
        f"{column} = json_extract({side}, '$[{n}]')" for n, column in enumerate(columns)
    )


def _forget_put_in(database: Database, act_id: int) -> None:
    """Free the copies of rows that are in their table again."""
    database.run(
        "DELETE FROM change_row WHERE change_id IN"
        " (SELECT id FROM change WHERE act_id = ? AND kind = 'insert')",
        (act_id,),
    )


def _next(database: Database, which: str, otherwise: str) -> Act:
    rows = database.rows(f"{_ACT} WHERE {which} LIMIT 1")
    if not rows:
        raise NothingToDoError(otherwise)
    return _to_act(rows[0])


def _settle(database: Database, act: Act, state: ActState) -> Act:
    database.run("UPDATE act SET state = ? WHERE id = ?", (state, act.id))
    return act._replace(state=state)


def _to_act(row: Any) -> Act:
    act_id, kind, summary, at, state = row
    return Act(act_id, kind, summary, at, ActState(state))
