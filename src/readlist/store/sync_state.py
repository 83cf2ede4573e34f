"""What folders of notes held when they and the library were last equal.

It is not part of what a person keeps in the library: undo leaves it as it is.
"""

from collections.abc import Iterable
from typing import NamedTuple

from readlist.store.database import Database


class Stamp(NamedTuple):
    """What a file system says about a file without opening it."""

    size: int
    mtime_ns: int
    ctime_ns: int
    inode: int


class Seen(NamedTuple):
    """How a note was last seen.

    The fields are the columns of ``sync_note``, which its migration explains.
    ``conflicts`` are the fields in which both sides differ, separated by commas.
    There is one of these for each note, so it is as flat as its row.
    """

    key: str
    paper_key: str
    role: str
    path: str
    size: int
    mtime_ns: int
    ctime_ns: int
    inode: int
    looked_ns: int
    digest: str
    updated_at: str
    conflicts: str

    @property
    def stamp(self) -> Stamp:
        """The stamp of the file."""
        return Stamp(self.size, self.mtime_ns, self.ctime_ns, self.inode)


_COLUMNS = Seen._fields
_SEEN = f"SELECT {', '.join(_COLUMNS)} FROM sync_note WHERE folder_id = ?"
_REMEMBER = f"""
INSERT INTO sync_note (folder_id, {", ".join(_COLUMNS)})
VALUES (?, {", ".join("?" * len(_COLUMNS))})
ON CONFLICT (folder_id, key) DO UPDATE SET
{", ".join(f"{name} = excluded.{name}" for name in _COLUMNS[1:])} RETURNING id
"""
_REMEMBER_TEXT = """
INSERT INTO sync_text (note_id, base, taken) VALUES (?, ?, ?)
ON CONFLICT (note_id) DO UPDATE SET base = excluded.base, taken = excluded.taken
"""
_TEXT = """
SELECT base, taken FROM sync_text JOIN sync_note ON sync_note.id = note_id
WHERE folder_id = ? AND key = ?
"""
_UPDATE_STAMP = """
UPDATE sync_note SET path = ?, size = ?, mtime_ns = ?, ctime_ns = ?, inode = ?, looked_ns = ?
WHERE folder_id = ? AND key = ?
"""


def folder_number(database: Database, path: str) -> int | None:
    """Return the number of the folder at ``path``, ``None`` for one never synced."""
    number: int | None = database.value("SELECT id FROM sync_folder WHERE path = ?", (path,))
    return number


def add_folder(database: Database, path: str) -> int:
    """Remember a folder; return its number."""
    return database.run("INSERT INTO sync_folder (path) VALUES (?)", (path,))


def seen(database: Database, folder: int | None) -> dict[str, Seen]:
    """Return all notes of a folder as they were last seen, by the keys in them."""
    return {note.key: note for note in map(Seen._make, database.rows(_SEEN, (folder,)))}


def texts(database: Database, folder: int | None, key: str) -> tuple[bytes | None, bytes | None]:
    """Return what both sides of a note said when they were equal, and what its file said.

    The second is there while the library has taken the changes of a file that is
    still to be written.
    """
    rows = database.rows(_TEXT, (folder, key))
    return rows[0] if rows else (None, None)


def keep(database: Database, folder: int, note: Seen, base: bytes, taken: bytes | None) -> None:
    """Remember how a note is now, and the two texts that :func:`texts` returns."""
    number = database.value(_REMEMBER, (folder, *note))
    database.run(_REMEMBER_TEXT, (number, base, taken))


def update_stamps(database: Database, folder: int, notes: Iterable[Seen]) -> None:
    """Remember path, stamp and time of files whose content is as it was before."""
    rows = ((note.path, *note.stamp, note.looked_ns, folder, note.key) for note in notes)
    database.run_many(_UPDATE_STAMP, rows)


def forget(database: Database, folder: int, key: str) -> None:
    """Give a note the role ``forgotten``: it is no longer kept equal."""
    sql = "UPDATE sync_note SET role = 'forgotten' WHERE folder_id = ? AND key = ?"
    database.run(sql, (folder, key))


def drop(database: Database, folder: int, key: str) -> None:
    """Forget all about a note."""
    database.run("DELETE FROM sync_note WHERE folder_id = ? AND key = ?", (folder, key))


def paper_updates(database: Database) -> dict[str, tuple[int, str]]:
    """Return id and time of the last change of every paper, by its key."""
    rows = database.rows("SELECT key, id, updated_at FROM paper")
    return {key: (paper_id, updated_at) for key, paper_id, updated_at in rows}


def paper_update(database: Database, paper_id: int) -> tuple[str, str]:
    """Return the key of a paper that exists, and the time of its last change."""
    rows = database.rows("SELECT key, updated_at FROM paper WHERE id = ?", (paper_id,))
    return rows[0]  # type: ignore[no-any-return]
