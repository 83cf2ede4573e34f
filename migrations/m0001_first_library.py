"""The first library: papers and what a person says of them, where they came from, and every change.

Times are UTC ISO 8601: ``triaged_at`` is when a paper first left the inbox,
``finished_at`` when it was done. ``queue`` is its place among what is to be read,
none where the user has not arranged it. ``authors`` and ``links`` are JSON lists of text,
``skipped`` is a JSON list of ``[first_line, last_line, text, reason]``. A source is
named as the user typed it; ``path`` is absolute. ``digest`` is a hash of what the
dump said of the paper. Foreign keys are deferred so that undoing an import can
take rows out in any order.
"""

from sqlite_utils import Database

SCHEMA = """
-- Checks are spelt out with OR: for IN, SQLite makes a list anew at each row of an import.
CREATE TABLE paper (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    title_source TEXT NOT NULL CHECK (title_source = 'dump' OR title_source = 'derived'
        OR title_source = 'lookup' OR title_source = 'user'),
    authors TEXT NOT NULL DEFAULT '[]',
    more_authors INTEGER NOT NULL DEFAULT 0,
    year INTEGER,
    venue TEXT,
    doi TEXT,
    arxiv_id TEXT,
    status TEXT NOT NULL DEFAULT 'inbox'
        CHECK (status = 'inbox' OR status = 'to-read' OR status = 'reading' OR status = 'done'
            OR status = 'skipped'),
    starred INTEGER NOT NULL DEFAULT 0,
    queue INTEGER,
    triaged_at TEXT,
    finished_at TEXT,
    added_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    links TEXT NOT NULL DEFAULT '[]',
    comment TEXT,
    abstract TEXT
) STRICT;
CREATE INDEX paper_added ON paper (added_at DESC, id);
CREATE INDEX paper_status ON paper (status, added_at DESC, id);
CREATE INDEX paper_starred ON paper (added_at DESC, id) WHERE starred;

CREATE TABLE note (
    paper_id INTEGER PRIMARY KEY REFERENCES paper (id) DEFERRABLE INITIALLY DEFERRED,
    text TEXT NOT NULL,
    updated_at TEXT NOT NULL
) STRICT;

-- Every text a note ever had. It hangs on the paper's key and not on its row:
-- undoing an import takes papers out, and must not take what was written with them.
CREATE TABLE note_version (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    paper_key TEXT NOT NULL,
    text TEXT NOT NULL,
    saved_at TEXT NOT NULL
) STRICT;
CREATE INDEX note_version_paper ON note_version (paper_key, id);

CREATE TABLE tag (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    paper_id INTEGER NOT NULL REFERENCES paper (id) DEFERRABLE INITIALLY DEFERRED,
    name TEXT NOT NULL,
    UNIQUE (paper_id, name)
) STRICT;
CREATE INDEX tag_name ON tag (name, paper_id);

CREATE TABLE import_run (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL
) STRICT;

CREATE TABLE import_source (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    import_id INTEGER NOT NULL REFERENCES import_run (id) DEFERRABLE INITIALLY DEFERRED,
    source TEXT NOT NULL,
    path TEXT NOT NULL,
    format TEXT NOT NULL,
    added INTEGER NOT NULL,
    updated INTEGER NOT NULL,
    unchanged INTEGER NOT NULL,
    skipped TEXT NOT NULL
) STRICT;
CREATE INDEX import_source_import ON import_source (import_id);

CREATE TABLE paper_source (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    paper_id INTEGER NOT NULL REFERENCES paper (id) DEFERRABLE INITIALLY DEFERRED,
    import_source_id INTEGER NOT NULL REFERENCES import_source (id) DEFERRABLE INITIALLY DEFERRED,
    first_line INTEGER NOT NULL,
    last_line INTEGER NOT NULL,
    digest INTEGER NOT NULL
) STRICT;
CREATE INDEX paper_source_paper ON paper_source (paper_id);
CREATE INDEX paper_source_digest ON paper_source (digest);
CREATE INDEX paper_source_source ON paper_source (import_source_id);

-- Hashes of what tells a paper from others; papers that share one may be the same paper.
CREATE TABLE fingerprint (
    hash INTEGER NOT NULL,
    paper_id INTEGER NOT NULL,
    PRIMARY KEY (hash, paper_id)
) STRICT, WITHOUT ROWID;

-- What a person did, newest last; session joins the saves of one note-taking into one act.
CREATE TABLE act (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    summary TEXT NOT NULL,
    at TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'done' CHECK (state IN ('done', 'undone', 'dropped')),
    session TEXT
) STRICT;
CREATE INDEX act_state ON act (state, id);

-- What an act did to one table: rows first_row to last_row put in, or some columns of some rows
-- changed, or rows taken out.
CREATE TABLE change (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    act_id INTEGER NOT NULL REFERENCES act (id),
    table_name TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('insert', 'update', 'delete')),
    columns TEXT NOT NULL,
    first_row INTEGER,
    last_row INTEGER
) STRICT;
CREATE INDEX change_act ON change (act_id);

-- A changed row's columns as JSON lists: before the act, and (written when it is undone) after it.
-- Rows put in have no "before" and rows taken out no "after".
CREATE TABLE change_row (
    change_id INTEGER NOT NULL REFERENCES change (id),
    row_id INTEGER NOT NULL,
    before TEXT,
    after TEXT,
    PRIMARY KEY (change_id, row_id)
) STRICT, WITHOUT ROWID;
"""


def apply(db: Database) -> None:
    """Create every table of the first library."""
    db.executescript(SCHEMA)
