"""Search: what the papers say, by word, and the words there are.

``name_index`` holds titles and authors with places, so that phrases can be
found; ``initial_index`` every three initials in a row of a title; ``text_index``
everything that is said of a paper, without places, because a library's abstracts
are long. None keeps a copy of the texts: a document is taken out with the words
it was put in with.
``spelling`` lists the words under parts of them that a slip of the finger
spares. ``index_version`` says which version of the program's rules the index
was made by; another one makes it anew.

An import needs no way from a source to its papers, so that index goes.
"""

from sqlite_utils import Database

SCHEMA = """
CREATE VIRTUAL TABLE name_index USING fts5(
    title, authors,
    content='', prefix='1 2 3', tokenize='unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE initial_index USING fts5(
    initials,
    content='', detail=none, columnsize=0, tokenize='trigram'
);
CREATE VIRTUAL TABLE text_index USING fts5(
    title, authors, tags, note, comment, abstract,
    content='', detail=none, columnsize=0, tokenize='unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE name_words USING fts5vocab(name_index, row);
CREATE VIRTUAL TABLE text_words USING fts5vocab(text_index, row);

-- What a document is made of: one row a paper.
CREATE VIEW document AS
SELECT paper.id, title, authors,
    (SELECT group_concat(name, ' ') FROM tag WHERE paper_id = paper.id) AS tags,
    (SELECT text FROM note WHERE paper_id = paper.id) AS note,
    comment, abstract
FROM paper;

CREATE TABLE spelling (
    part TEXT PRIMARY KEY,
    words TEXT NOT NULL
) STRICT;

CREATE TABLE index_version (
    version INTEGER NOT NULL
) STRICT;
INSERT INTO index_version VALUES (0);

CREATE TABLE saved_search (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE,
    query TEXT NOT NULL
) STRICT;

DROP INDEX paper_source_source;
"""


def apply(db: Database) -> None:
    """Create the index, still empty, and the saved searches."""
    db.executescript(SCHEMA)
