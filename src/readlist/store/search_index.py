"""Keeping the search index in step with the library, in the transaction of each change.

A paper's document is taken out of the index before what it is made of changes,
while the words it was put in with can still be read, and is put in again at the
transaction's end: all at once, because the index takes many documents in one go
several times faster than one by one.
"""

import json
from collections.abc import Iterable, Sequence

from readlist.store import vocabulary
from readlist.store.database import Database
from readlist.text import folded_words

#: Raised whenever documents, initials or spelling parts are made otherwise than before.
VERSION = 1
#: What of a paper goes into its document.
COLUMNS = frozenset({"title", "authors", "comment", "abstract"})
#: So many documents are split into words in the time the words of this times as many are listed.
_LISTING = 15
#: Bytes the index gathers in memory before it writes to its tables.
_GATHERED = 16 * 1024 * 1024

_TEXTS = ("title", "authors", "tags", "note", "comment", "abstract")
#: What goes into the columns of each table of the index.
_TABLES = {
    "name_index": {"title": "title", "authors": "authors"},
    "initial_index": {"initials": "initials(title)"},
    "text_index": {name: name for name in _TEXTS},
}
_LISTED = "FROM document WHERE id IN (SELECT value FROM json_each(?))"
_PAPERS_OF_TAGS = """
SELECT paper_id FROM tag WHERE id IN (SELECT value FROM json_each(?))
"""
_SMALL = frozenset(
    "a an and as at by for from in is of on or the to via with".split()  # noqa: SIM905
)

#: The shortest and the longest word that may be initials.
SHORTEST_INITIALS, LONGEST_INITIALS = 3, 6


class Documents:
    """The documents that one transaction takes out and puts in again."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._waiting: set[int] = set()

    def leave(self, table: str, rows: Iterable[int], columns: Iterable[str]) -> None:
        """Take out the documents made of these ``columns`` of rows that are about to change."""
        if table == "tag":
            found = self._database.rows(_PAPERS_OF_TAGS, (_json(rows),))
            self.leave_papers(paper_id for (paper_id,) in found)
        elif table == "note" or (table == "paper" and not COLUMNS.isdisjoint(columns)):
            self.leave_papers(rows)

    def leave_papers(self, papers: Iterable[int]) -> None:
        """Take out the documents of papers about to change or to go."""
        leaving = set(papers) - self._waiting
        if leaving:
            _take_out(self._database, sorted(leaving))
            self._waiting |= leaving

    def come(self, papers: Iterable[int]) -> None:
        """Papers have come that have no document yet."""
        self._waiting.update(papers)

    def settle(self) -> None:
        """Put in the documents of all papers that changed and are still there."""
        if self._waiting:
            _put_in(self._database, sorted(self._waiting))
            self._waiting.clear()


def bring_up_to_date(database: Database) -> None:
    """Make the index anew when it was made by other rules than these."""
    if database.value("SELECT version FROM index_version") != VERSION:
        with database.writing():
            rebuild(database)
            database.run("UPDATE index_version SET version = ?", (VERSION,))


def rebuild(database: Database) -> None:
    """Make the index anew from the library."""
    for table in _TABLES:
        database.run(f"INSERT INTO {table} ({table}) VALUES ('delete-all')")
    vocabulary.forget_all(database)
    _put_in(database, [paper_id for (paper_id,) in database.rows("SELECT id FROM paper")])


def _take_out(database: Database, papers: Sequence[int]) -> None:
    _write(database, "'delete'", papers)


def _put_in(database: Database, papers: Sequence[int]) -> None:
    _write(database, None, papers)
    vocabulary.learn(database, _words_of(database, papers))


def _write(database: Database, command: str | None, papers: Sequence[int]) -> None:
    """Put documents into the tables of the index, or take them out."""
    database.connection.create_function("initials", 1, initials, deterministic=True)
    for table, values in _TABLES.items():
        database.run(f"INSERT INTO {table} ({table}, rank) VALUES ('hashsize', {_GATHERED})")
        names, sources = ["rowid", *values], ["id", *values.values()]
        if command:
            names, sources = [table, *names], [command, *sources]
        database.run(
            f"INSERT INTO {table} ({', '.join(names)}) SELECT {', '.join(sources)} {_LISTED}",
            (_json(papers),),
        )


def _words_of(database: Database, papers: Sequence[int]) -> Iterable[str]:
    """Return the words of these papers' documents, and perhaps others of the library."""
    many = len(papers) * _LISTING > database.value("SELECT count(*) FROM paper")
    vocabulary = "text_words" if many else _fresh_words(database, papers)
    return [word for (word,) in database.rows(f"SELECT term FROM {vocabulary}")]


def _fresh_words(database: Database, papers: Sequence[int]) -> str:
    """Split few documents into words just as the index does; return the table of the words."""
    database.run(
        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.fresh USING fts5("
        f"{', '.join(_TEXTS)}, content='', detail=none, tokenize='unicode61 remove_diacritics 2')"
    )
    database.run(
        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.fresh_words USING fts5vocab(temp, fresh, row)"
    )
    database.run("INSERT INTO temp.fresh (fresh) VALUES ('delete-all')")
    database.run(
        f"INSERT INTO temp.fresh (rowid, {', '.join(_TEXTS)})"
        f" SELECT id, {', '.join(_TEXTS)} {_LISTED}",
        (_json(papers),),
    )
    return "temp.fresh_words"


def _json(numbers: Iterable[int]) -> str:
    return json.dumps(list(numbers))


def initials(title: str) -> str:
    """Return the initials of ``title``, with and without the small words: ``bowm bwm``."""
    words = folded_words(title)
    return " ".join(["".join([words[at][0] for at in places]) for places in initial_words(words)])


def initial_words(words: Sequence[str]) -> list[Sequence[int]]:
    """Return the places of the words whose initials count: all, and all but the small ones."""
    if _SMALL.isdisjoint(words):
        return [range(len(words))]
    telling = [place for place, word in enumerate(words) if word not in _SMALL]
    return [range(len(words)), telling]


def threes(letters: str) -> list[str]:
    """Return every three letters in a row."""
    return [
        letters[start : start + SHORTEST_INITIALS]
        for start in range(len(letters) - SHORTEST_INITIALS + 1)
    ]
