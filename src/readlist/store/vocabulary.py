"""The library's own vocabulary, kept so that a word spelt wrongly finds its neighbours.

A word is listed under its first two letters (``gr-``), its last two (``-ph``)
and its first and last (``g-h``). A single slip in a word of four letters or
more spares at least one of these, and so do nearly all pairs of slips in longer
words; what shares a part is then compared letter by letter. Each list is one
text, so reading thousands of words costs one look-up. A word stays listed when
the last paper that holds it goes: whoever asks looks in the index whether it is
still there.
"""

import json
from collections import defaultdict
from collections.abc import Iterable
from typing import Literal

from readlist.store.database import Database
from readlist.text import fold_letters, folded_words

#: Shorter words are not corrected, and longer ones are no words.
SHORTEST, LONGEST = 4, 40

Kind = Literal["tag", "author", "venue", "source"]

#: How many names are told, and how many papers are read for them.
_MOST, _READ = 20, 100

_LIKE = {
    "tag": "SELECT name FROM tag WHERE name LIKE ?1 ESCAPE '\\' GROUP BY name",
    "venue": "SELECT venue FROM paper WHERE venue LIKE ?1 ESCAPE '\\' GROUP BY venue",
    "source": "SELECT source FROM import_source WHERE source LIKE ?1 ESCAPE '\\' GROUP BY source",
}


def learn(database: Database, words: Iterable[str]) -> None:
    """List ``words``, those that are not listed yet."""
    under: dict[str, list[str]] = defaultdict(list)
    for word in _unlisted(database, words):
        for part in parts(word):
            under[part].append(word)
    database.run_many(
        "INSERT INTO spelling VALUES (?1, ?2)"
        " ON CONFLICT (part) DO UPDATE SET words = words || ' ' || ?2",
        ((part, " ".join(under[part])) for part in sorted(under)),
    )


def neighbours(database: Database, words: Iterable[str]) -> set[str]:
    """Return the words of the library that share a part with one of these."""
    wanted = {part for word in words for part in parts(word)}
    return set(" ".join(_lists(database, wanted).values()).split())


def beginning_as(database: Database, word: str) -> list[str]:
    """Return the words of the library that begin with the first letter of ``word``."""
    rows = database.rows(
        "SELECT words FROM spelling WHERE part BETWEEN ? AND ? AND part LIKE '__-'",
        (word[0], word[0] + "\U0010ffff"),
    )
    return " ".join(words for (words,) in rows).split()


def forget_all(database: Database) -> None:
    """List no word any more."""
    database.run("DELETE FROM spelling")


def parts(word: str) -> tuple[str, str, str]:
    """Return the parts of ``word`` it is listed under."""
    return _head(word), f"-{word[-2:]}", f"{word[0]}-{word[-1]}"


def _unlisted(database: Database, words: Iterable[str]) -> list[str]:
    """Return those of ``words`` that are to be listed and are not yet, in order."""
    fresh = {word for word in words if SHORTEST <= len(word) <= LONGEST and not word[0].isdigit()}
    listed = _lists(database, {_head(word) for word in fresh})
    return sorted(fresh.difference(*(known.split() for known in listed.values())))


def _head(word: str) -> str:
    return f"{word[:2]}-"


def _lists(database: Database, wanted: Iterable[str]) -> dict[str, str]:
    marks = list(wanted)
    rows: list[tuple[str, str]] = []
    for start in range(0, len(marks), 500):
        some = marks[start : start + 500]
        places = ", ".join("?" * len(some))
        rows += database.rows(f"SELECT part, words FROM spelling WHERE part IN ({places})", some)
    return dict(rows)


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
