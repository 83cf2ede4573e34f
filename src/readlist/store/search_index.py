"""The search index: adding the documents of papers to it, removing them, and building it anew.

:class:`~readlist.store.journal.IndexUpdate` keeps it in step with the library.
"""

from collections.abc import Sequence

from readlist.store import vocabulary
from readlist.store.database import LISTED, Database, listed
from readlist.text import folded_words

#: Raised whenever the rules for documents, initials or the vocabulary change.
VERSION = 1
#: The columns that are part of a document, by table.
COLUMNS = {
    "paper": frozenset({"title", "authors", "comment", "abstract"}),
    "note": frozenset({"text"}),
    "tag": frozenset({"paper_id", "name"}),
}
#: Splitting one document into words takes as long as listing the words of this many.
_SPLIT_COST = 15
#: Bytes that the index gathers in memory before it writes to its tables.
_HASH_SIZE = 16 * 1024 * 1024

_TEXTS = ("title", "authors", "tags", "note", "comment", "abstract")
#: The tables of the index, their columns, and what of a document goes into them.
_TABLES = {
    "name_index": {"title": "title", "authors": "authors"},
    "initial_index": {"initials": "initials(title)"},
    "text_index": {name: name for name in _TEXTS},
}
_OF_PAPERS = f"FROM document WHERE id IN {LISTED}"
_SMALL_WORDS = frozenset(
    "a an and as at by for from in is of on or the to via with".split()  # noqa: SIM905
)

#: The shortest and the longest word that may be initials.
SHORTEST_INITIALS, LONGEST_INITIALS = 3, 6


def bring_up_to_date(database: Database) -> None:
    """Rebuild the index when it was built by other rules than these."""
    if database.value("SELECT version FROM index_version") != VERSION:
        with database.writing():
            rebuild(database)
            database.run("UPDATE index_version SET version = ?", (VERSION,))


def rebuild(database: Database) -> None:
    """Build the index again from the library."""
    for table in _TABLES:
        database.run(f"INSERT INTO {table} ({table}) VALUES ('delete-all')")
    vocabulary.forget_all(database)
    add(database, database.column("SELECT id FROM paper"))


def add(database: Database, papers: Sequence[int]) -> None:
    """Add the documents of those of these papers that exist, and learn their words."""
    _write(database, None, papers)
    many = len(papers) * _SPLIT_COST > database.value("SELECT count(*) FROM paper")
    words = "text_words" if many else _split(database, papers)
    vocabulary.learn(database, database.column(f"SELECT term FROM {words}"))


def remove(database: Database, papers: Sequence[int]) -> None:
    """Remove the documents of papers, which must hold what they held when these were added."""
    _write(database, "'delete'", papers)


def initials(title: str) -> str:
    """Return the initials of ``title``, with and without the small words: ``bowm bwm``."""
    words = folded_words(title)
    return " ".join(["".join([words[at][0] for at in places]) for places in initial_words(words)])


def initial_words(words: Sequence[str]) -> list[Sequence[int]]:
    """Return the places of the words whose initials count: all, and all but the small ones."""
    if _SMALL_WORDS.isdisjoint(words):
        return [range(len(words))]
    without_small = [place for place, word in enumerate(words) if word not in _SMALL_WORDS]
    return [range(len(words)), without_small]


def trigrams(letters: str) -> list[str]:
    """Return every three letters in a row, which is how ``initial_index`` keeps initials."""
    return [letters[start : start + 3] for start in range(len(letters) - 2)]


def _write(database: Database, command: str | None, papers: Sequence[int]) -> None:
    """Add documents to the tables of the index, or with the command ``'delete'`` remove them."""
    database.connection.create_function("initials", 1, initials, deterministic=True)
    for table, values in _TABLES.items():
        database.run(f"INSERT INTO {table} ({table}, rank) VALUES ('hashsize', {_HASH_SIZE})")
        names, sources = ["rowid", *values], ["id", *values.values()]
        if command:
            names, sources = [table, *names], [command, *sources]
        database.run(
            f"INSERT INTO {table} ({', '.join(names)}) SELECT {', '.join(sources)} {_OF_PAPERS}",
            (listed(papers),),
        )


def _split(database: Database, papers: Sequence[int]) -> str:
    """Split a few documents into words just as the index does; return the table of the words."""
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
        f" SELECT id, {', '.join(_TEXTS)} {_OF_PAPERS}",
        (listed(papers),),
    )
    return "temp.fresh_words"
