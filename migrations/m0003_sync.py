"""Sync: what folders of notes held when they and the library were last equal.

``sync_note`` has a row for each paper and folder: the ``key`` is the one in the
file, ``paper_key`` that of the paper it is about, which is another where two
machines met the same paper. ``digest`` is of the file's bytes, as they were when
the clock said ``looked_ns``; ``updated_at`` is the paper's. A ``copy`` is a second
file of a paper, a ``forgotten`` note one that shall not be written again.

``sync_text`` has the texts a merge needs, apart because they are seldom read:
``base`` is what both sides said, ``taken`` what a file said whose changes the
library has taken while the file itself has not been written yet.
"""

from sqlite_utils import Database

SCHEMA = """
CREATE TABLE sync_folder (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    path TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE sync_note (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    folder_id INTEGER NOT NULL REFERENCES sync_folder (id),
    key TEXT NOT NULL,
    paper_key TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('note', 'copy', 'forgotten')),
    path TEXT NOT NULL,
    size INTEGER NOT NULL,
    mtime_ns INTEGER NOT NULL,
    ctime_ns INTEGER NOT NULL,
    inode INTEGER NOT NULL,
    looked_ns INTEGER NOT NULL,
    digest TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    conflicts TEXT NOT NULL,
    UNIQUE (folder_id, key)
) STRICT;

CREATE TABLE sync_text (
    note_id INTEGER PRIMARY KEY REFERENCES sync_note (id) ON DELETE CASCADE,
    base BLOB NOT NULL,
    taken BLOB
) STRICT;
"""


def apply(db: Database) -> None:
    """Create the tables, still empty."""
    db.executescript(SCHEMA)
