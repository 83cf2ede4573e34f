"""What folders of notes held when they and the library were last equal.

None of it is the library's own: undo leaves it as it is.
"""

from collections.abc import Iterable
from typing import NamedTuple

from readlist.store.database import Database

_COLUMNS = (
    *("key", "paper_key", "role", "path", "size", "mtime_ns", "ctime_ns", "inode"),
    *("looked_ns", "digest", "updated_at", "conflicts"),
)
_SEEN = f"SELECT {', '.join(_COLUMNS)} FROM sync_note WHERE folder_id = ?"
_KEEP = f"""
INSERT INTO sync_note (folder_id, {", ".join(_COLUMNS)})
VALUES (?, {", ".join("?" * len(_COLUMNS))})
ON CONFLICT (folder_id, key) DO UPDATE SET
{", ".join(f"{name} = excluded.{name}" for name in _COLUMNS[1:])} RETURNING id
"""
_KEEP_TEXT = """
INSERT INTO sync_text (note_id, base, taken) VALUES (?, ?, ?)
ON CONFLICT (note_id) DO UPDATE SET base = excluded.base, taken = excluded.taken
"""
_TEXT = """
SELECT base, taken FROM sync_text JOIN sync_note ON sync_note.id = note_id
WHERE folder_id = ? AND key = ?
"""
_LOOKED = """
UPDATE sync_note SET path = ?, size = ?, mtime_ns = ?, ctime_ns = ?, inode = ?, looked_ns = ?
WHERE folder_id = ? AND key = ?
"""


class Stamp(NamedTuple):
    """What a file system tells of a file without opening it."""

    size: int
    mtime_ns: int
    ctime_ns: int
    inode: int


class Seen(NamedTuple):
    """How a note was last seen.

    ``conflicts`` are the fields in which both sides differ, apart by commas. There
    are as many of these as notes, so they are as flat as the rows.
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
    """Return what both sides of a note said, and what its file said when that was taken."""
    rows = database.rows(_TEXT, (folder, key))
    return rows[0] if rows else (None, None)


def keep(database: Database, folder: int, note: Seen, base: bytes, taken: bytes | None) -> None:
    """Remember how a note is seen now, and its texts."""
    number = database.value(_KEEP, (folder, *note))
    database.run(_KEEP_TEXT, (number, base, taken))


def keep_looks(database: Database, folder: int, notes: Iterable[Seen]) -> None:
    """Remember where files are now that hold what they held, and when that was seen."""
    rows = ((note.path, *note.stamp, note.looked_ns, folder, note.key) for note in notes)
    database.run_many(_LOOKED, rows)


def change_role(database: Database, folder: int, key: str, role: str) -> None:
    """Make a note a ``note``, a ``copy`` or a ``forgotten`` one."""
    sql = "UPDATE sync_note SET role = ? WHERE folder_id = ? AND key = ?"
    database.run(sql, (role, folder, key))


def drop(database: Database, folder: int, key: str) -> None:
    """Forget all about a note."""
    database.run("DELETE FROM sync_note WHERE folder_id = ? AND key = ?", (folder, key))


def stamps_of_papers(database: Database) -> dict[str, tuple[int, str]]:
    """Return the ids of all papers and when each was changed last, by their keys."""
    rows = database.rows("SELECT key, id, updated_at FROM paper")
    return {key: (paper_id, updated_at) for key, paper_id, updated_at in rows}


def stamp_of_paper(database: Database, paper_id: int) -> tuple[str, str]:
    """Return the key of a paper that is there, and when it was changed last."""
    [(key, updated_at)] = database.rows(
        "SELECT key, updated_at FROM paper WHERE id = ?", (paper_id,)
    )
    return key, updated_at
