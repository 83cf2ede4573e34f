"""The library's own vocabulary, kept so that a word spelt wrongly finds its neighbours.

A word is listed under its first two letters (``gr-``), its last two (``-ph``)
and its first and last (``g-h``). A single slip in a word of four letters or
more spares at least one of these, and so do nearly all pairs of slips in longer
words; what shares a part is then compared letter by letter. Each list is one
text, so reading thousands of words costs one look-up. A word stays listed when
the last paper that holds it goes: whoever asks looks in the index whether it is
still there.
"""

from collections import defaultdict
from collections.abc import Iterable

from readlist.store.database import Database

#: Shorter words are not corrected, and longer ones are no words.
SHORTEST, LONGEST = 4, 40


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
