"""Saved searches: queries that a person gave a name."""

from readlist.domain import SavedSearch
from readlist.errors import UsageError
from readlist.store.database import Database
from readlist.store.journal import Recorder


def searches(database: Database) -> list[SavedSearch]:
    """Return the saved searches by name."""
    rows = database.rows("SELECT id, name, query FROM saved_search ORDER BY name COLLATE NOCASE")
    return [SavedSearch(*row) for row in rows]


def save(database: Database, recorder: Recorder, name: str, query: str) -> None:
    """Keep a query under a name; a search that has the name already becomes this one."""
    known = database.value("SELECT id FROM saved_search WHERE name = ?", (name,))
    if known is None:
        recorder.insert("saved_search", ("name", "query"), [(name, query)])
    else:
        recorder.update("saved_search", [known], {"query": query})


def rename(database: Database, recorder: Recorder, search_id: int, name: str) -> None:
    """Give a saved search another name. Raises :class:`UsageError` for a name that is taken."""
    other = database.value("SELECT id FROM saved_search WHERE name = ?", (name,))
    if other not in (None, search_id):
        raise UsageError(f"there is a saved search “{name}” already", "choose another name")
    recorder.update("saved_search", [search_id], {"name": name})


def delete(recorder: Recorder, search_id: int) -> None:
    """Forget a saved search."""
    recorder.delete("saved_search", [search_id])


def get(database: Database, search_id: int) -> SavedSearch:
    """Return a saved search. Raises :class:`UsageError` when there is none with this id."""
    found = database.rows("SELECT id, name, query FROM saved_search WHERE id = ?", (search_id,))
    if not found:
        raise UsageError("that saved search does not exist any more")
    return SavedSearch(*found[0])
