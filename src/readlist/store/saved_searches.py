"""Saved searches: queries that a person gave a name."""

from readlist.domain import SavedSearch
from readlist.errors import UsageError
from readlist.store.database import Database
from readlist.store.journal import Recorder

_SEARCH = "SELECT id, name, query FROM saved_search"


def searches(database: Database) -> list[SavedSearch]:
    """Return the saved searches in the order of their names."""
    return [SavedSearch(*row) for row in database.rows(f"{_SEARCH} ORDER BY name COLLATE NOCASE")]


def get(database: Database, search_id: int) -> SavedSearch:
    """Return a saved search. Raises :class:`UsageError` when there is none with this id."""
    found = database.rows(f"{_SEARCH} WHERE id = ?", (search_id,))
    if not found:
        raise UsageError("that saved search no longer exists")
    return SavedSearch(*found[0])


def save(database: Database, recorder: Recorder, name: str, query: str) -> None:
    """Save a query under a name, replacing a search that already has this name."""
    known = _id_of(database, name)
    if known is None:
        recorder.insert("saved_search", ("name", "query"), [(name, query)])
    else:
        recorder.update("saved_search", [known], {"query": query})


def rename(database: Database, recorder: Recorder, search_id: int, name: str) -> None:
    """Give a saved search another name. Raises :class:`UsageError` for a name that is taken."""
    if _id_of(database, name) not in (None, search_id):
        raise UsageError(f"a saved search named “{name}” already exists", "choose another name")
    recorder.update("saved_search", [search_id], {"name": name})


def delete(recorder: Recorder, search_id: int) -> None:
    """Delete a saved search."""
    recorder.delete("saved_search", [search_id])


def _id_of(database: Database, name: str) -> int | None:
    found: int | None = database.value("SELECT id FROM saved_search WHERE name = ?", (name,))
    return found
