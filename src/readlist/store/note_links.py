"""What it takes to tell where links in notes lead."""

import json

from readlist.store.database import Database

_RETITLED = (
    "SELECT row_id, columns, before FROM change JOIN change_row ON change_id = change.id"
    " WHERE table_name = 'paper' AND kind = 'update' AND columns LIKE '%\"title\"%'"
)


def by_key(database: Database, key: str) -> int | None:
    """Return the paper with a key."""
    found: int | None = database.value("SELECT id FROM paper WHERE key = ?", (key,))
    return found


def with_links(database: Database) -> list[tuple[int, str]]:
    """Return the notes that hold what may be a link, with the ids of their papers."""
    return database.rows("SELECT paper_id, text FROM note WHERE instr(text, '[[')")


def former_titles(database: Database) -> list[tuple[int, str]]:
    """Return the titles that papers had before they were changed, the latest first."""
    return _titles(database.rows(f"{_RETITLED} ORDER BY change_id DESC"))


def former_titles_of(database: Database, paper_id: int) -> list[str]:
    """Return the titles that one paper had before, the latest first."""
    rows = database.rows(f"{_RETITLED} AND row_id = ? ORDER BY change_id DESC", (paper_id,))
    return [title for _, title in _titles(rows)]


def _titles(rows: list[tuple[int, str, str]]) -> list[tuple[int, str]]:
    return [
        (paper_id, json.loads(before)[json.loads(columns).index("title")])
        for paper_id, columns, before in rows
    ]
