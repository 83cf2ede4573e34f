"""The library's own words and names: for correcting what is misspelt, and for completion.

**Words.** A word is listed under its first two letters (``gr-``), its last two
(``-ph``) and its first and last (``g-h``). A single slip in a word of four letters
or more spares at least one of these, and so do nearly all pairs of slips in longer
words; words that share a part are then compared letter by letter. Each list is one
text, so reading thousands of words costs one look-up. A word stays listed when the
last paper that holds it goes: the caller looks in the index whether it is still there.

**Names.** Tags, authors, venues and sources, found by what somebody has typed of them.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Literal

from readlist.store.database import LISTED, Database, listed
from readlist.store.filters import LIKE, escaped, phrase
from readlist.text import fold_letters, folded_words

#: Shorter words are not corrected, and nothing longer is a word.
SHORTEST, LONGEST = 4, 40

Kind = Literal["tag", "author", "venue", "source"]

#: How many names are offered, and how many papers are read to find authors.
_MOST_NAMES, _MOST_PAPERS = 20, 100

_NAMES = {
    "tag": f"SELECT name FROM tag WHERE {LIKE.format('name')} GROUP BY name",
    "venue": f"SELECT venue FROM paper WHERE {LIKE.format('venue')} GROUP BY venue",
    "source": f"SELECT source FROM import_source WHERE {LIKE.format('source')} GROUP BY source",
}


def learn(database: Database, words: Iterable[str]) -> None:
    """List those of ``words`` that are not listed yet."""
    fresh = {word for word in words if SHORTEST <= len(word) <= LONGEST and not word[0].isdigit()}
    by_part: dict[str, list[str]] = defaultdict(list)
    known = _listed_under(database, {f"{word[:2]}-" for word in fresh})  # their first parts
    for word in sorted(fresh.difference(known)):
        for part in parts(word):
            by_part[part].append(word)
    database.run_many(
        "INSERT INTO spelling VALUES (?1, ?2)"
        " ON CONFLICT (part) DO UPDATE SET words = words || ' ' || ?2",
        ((part, " ".join(by_part[part])) for part in sorted(by_part)),
    )


def neighbours(database: Database, words: Iterable[str]) -> set[str]:
    """Return the words of the library that share a part with one of these."""
    return set(_listed_under(database, {part for word in words for part in parts(word)}))


def sharing_first_letter(database: Database, word: str) -> list[str]:
    """Return the words of the library that begin with the first letter of ``word``."""
    lists = database.column(
        "SELECT words FROM spelling WHERE part BETWEEN ? AND ? AND part LIKE '__-'",
        (word[0], word[0] + "\U0010ffff"),
    )
    return " ".join(lists).split()


def forget_all(database: Database) -> None:
    """Empty the lists of words."""
    database.run("DELETE FROM spelling")


def parts(word: str) -> tuple[str, str, str]:
    """Return the parts of ``word`` that it is listed under."""
    return f"{word[:2]}-", f"-{word[-2:]}", f"{word[0]}-{word[-1]}"


def _listed_under(database: Database, wanted: Iterable[str]) -> list[str]:
    """Return the words that are listed under these parts."""
    lists = database.column(f"SELECT words FROM spelling WHERE part IN {LISTED}", (listed(wanted),))
    return " ".join(lists).split()


def names_like(database: Database, kind: Kind, typed: str) -> list[str]:
    """Return names of a kind that ``typed`` may stand for, those on most papers first.

    A tag begins with it, one word of an author's name does, a venue or a source contains it.
    """
    if kind == "author":
        return _authors_like(database, typed)
    pattern = f"{escaped(typed)}%" if kind == "tag" else f"%{escaped(typed)}%"
    return database.column(
        f"{_NAMES[kind]} ORDER BY count(*) DESC, 1 LIMIT {_MOST_NAMES}", (pattern,)
    )


def _authors_like(database: Database, typed: str) -> list[str]:
    """Return authors by words of their names, the last of which may be half typed."""
    words = folded_words(typed)
    if not words:
        return []
    lists = database.column(
        "SELECT authors FROM paper WHERE id IN (SELECT rowid FROM name_index"
        f" WHERE name_index MATCH ? ORDER BY rowid DESC LIMIT {_MOST_PAPERS})",
        (f"authors : {phrase(words, begun=True)}",),
    )
    begun = f" {' '.join(words)}"
    papers = Counter(
        author
        for authors in lists
        for author in json.loads(authors)
        if begun in f" {' '.join(folded_words(fold_letters(author)))}"
    )
    return sorted(papers, key=lambda author: (-papers[author], author))[:_MOST_NAMES]
