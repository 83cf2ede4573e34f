"""The names that papers carry and a query can ask for, by how they begin."""

import json
from typing import Literal

from readlist.store.database import Database
from readlist.text import fold_letters, folded_words

Kind = Literal["tag", "author", "venue", "source"]

#: How many names are told, and how many papers are read for them.
_MOST, _READ = 20, 100

_LIKE = {
    "tag": "SELECT name FROM tag WHERE name LIKE ?1 ESCAPE '\\' GROUP BY name",
    "venue": "SELECT venue FROM paper WHERE venue LIKE ?1 ESCAPE '\\' GROUP BY venue",
    "source": "SELECT source FROM import_source WHERE source LIKE ?1 ESCAPE '\\' GROUP BY source",
}


def held(database: Database, kind: Kind, typed: str) -> list[str]:
    """Return names of a kind that ``typed`` may be the beginning of, those on most papers first.

    A tag begins so, an author's name has a word that does, a venue or a source holds it.
    """
    if kind == "author":
        return _authors(database, typed)
    for special in "\\%_":
        typed = typed.replace(special, f"\\{special}")
    pattern = f"{typed}%" if kind == "tag" else f"%{typed}%"
    rows = database.rows(f"{_LIKE[kind]} ORDER BY count(*) DESC, 1 LIMIT {_MOST}", (pattern,))
    return [name for (name,) in rows]


def _authors(database: Database, typed: str) -> list[str]:
    """Return authors by the words of their names, the last of them half typed."""
    words = folded_words(typed)
    if not words:
        return []
    phrase = " + ".join(f'"{word}"' for word in words)
    rows = database.rows(
        "SELECT authors FROM paper WHERE id IN (SELECT rowid FROM name_index"
        f" WHERE name_index MATCH ? ORDER BY rowid DESC LIMIT {_READ})",
        (f"authors : {phrase} *",),
    )
    papers: dict[str, int] = {}
    for (authors,) in rows:
        for author in json.loads(authors):
            if _has(fold_letters(author), words):
                papers[author] = papers.get(author, 0) + 1
    return sorted(papers, key=lambda author: (-papers[author], author))[:_MOST]


def _has(author: str, words: list[str]) -> bool:
    return f" {' '.join(words)}" in f" {' '.join(folded_words(author))}"
