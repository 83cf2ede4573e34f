"""Asking the search index which papers hold some words, and how many do.

What is asked for is a list of :class:`Term`, all of which must hold; each may
hold in any of its :class:`Form`. The syntax is FTS5's: https://sqlite.org/fts5.html#full_text_query_syntax
"""

import json
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from readlist.store.database import Database
from readlist.store.filters import Condition, all_of, quoted, saying
from readlist.store.search_index import threes

#: How many letters of a note are read again to weigh a paper.
_READ = 20_000
#: So many papers are read again for a phrase.
_READ_FOR_PHRASES = 3000
#: Fewer papers than this are told beforehand.
_FEW = 2000
_FOUND = "{found}"


class Form(NamedTuple):
    """One way to write a term: ``tokens`` one after another, the last perhaps only begun.

    ``closeness``, from 0 to 1, is how near it is to what was typed. With
    ``initials`` the token is what the words of a title begin with.
    """

    tokens: tuple[str, ...]
    closeness: float = 1.0
    begun: bool = False
    initials: bool = False


class Term(NamedTuple):
    """A word or a phrase as it was ``typed``, and the forms it may have in a paper."""

    typed: str
    forms: tuple[Form, ...]
    phrase: bool = False


def named(
    database: Database, terms: Sequence[Term], condition: Condition, limit: int, *, best: bool
) -> list[int]:
    """Return papers with all terms in their title and authors.

    ``condition`` comes from :func:`narrowing`. The newest come first, or with
    ``best`` those the index ranks highest, which takes long where there are many.
    """
    found = _by_words(database, terms, condition, "rank" if best else "rowid DESC", limit)
    acronyms = [term for term in terms if any(form.initials for form in term.forms)]
    if not acronyms or 0 <= limit <= len(found):
        return found
    together = [acronyms] if len(acronyms) > 1 else []
    for some in [[term] for term in acronyms] + together:
        others = [term for term in terms if term not in some]
        found += _with_initials(database, some, others, condition, limit)
    return list(dict.fromkeys(found))


def mentioned(
    database: Database, terms: Sequence[Term], condition: Condition, limit: int
) -> list[int]:
    """Return papers with all terms in anything said of them, newest first.

    The index of texts knows no places, so that for a phrase the papers are read
    again, and only the newest of those that hold its words when there is a limit.
    """
    kept = _without_initials(terms)
    if not all(kept):
        return []
    expression = _all_of(kept, _in_texts)
    phrases = [term.typed for term in terms if term.phrase]
    if not phrases:
        return _search(database, "text_index", expression, condition, "rowid DESC", limit)
    most = -1 if limit < 0 else _READ_FOR_PHRASES
    found = _search(database, "text_index", expression, condition, "rowid DESC", most)
    return _saying(database, found, phrases)[: None if limit < 0 else limit]


def narrowing(database: Database, condition: Condition, *, whole: bool) -> Condition:
    """Return a condition on papers as one on what is found in the index.

    Where few papers meet it, or the ``whole`` of what is found is wanted, they
    are told beforehand; otherwise each paper that is found is looked at.
    """
    sql, values = condition
    if sql == "1":
        return condition
    some = f"SELECT count(*) FROM (SELECT 1 FROM paper WHERE {sql} LIMIT {_FEW})"
    if whole or database.value(some, values) < _FEW:
        # The plus keeps SQLite from running the whole search once for each of them.
        return f"+{_FOUND} IN (SELECT id FROM paper WHERE {sql})", values
    return f"EXISTS (SELECT 1 FROM paper WHERE paper.id = {_FOUND} AND {sql})", values


def holding(database: Database, word: str) -> list[int]:
    """Return the papers that hold ``word`` anywhere."""
    return _search(database, "text_index", quoted(word), ("1", []), "rowid DESC", -1)


def frequencies(database: Database, words: Iterable[str]) -> dict[str, int]:
    """Return how many papers each of ``words`` names, without those the library does not hold.

    For a word that is in no title and no author's name it is how many papers
    mention it.
    """
    wanted = set(words)
    named = _counted(database, "name_words", wanted)
    return named | _counted(database, "text_words", wanted - named.keys())


def _counted(database: Database, table: str, words: set[str]) -> dict[str, int]:
    if not words:
        return {}
    return dict(
        database.rows(
            f"SELECT term, doc FROM json_each(?) JOIN {table} ON term = value",
            (json.dumps(list(words)),),
        )
    )


def said(database: Database, papers: Sequence[int]) -> list[tuple[int, str, str, str]]:
    """Return id, tags, the beginning of the note, and comment of these papers."""
    return database.rows(
        f"SELECT id, coalesce(tags, ''), coalesce(substr(note, 1, {_READ}), ''),"
        " coalesce(comment, '') FROM document WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(papers)),),
    )


def document(database: Database, paper: int) -> list[str]:
    """Return all that the index knows of a paper, title and authors first."""
    [row] = database.rows(
        "SELECT title, authors, tags, note, comment, abstract FROM document WHERE id = ?",
        (paper,),
    )
    return [text or "" for text in row]


def _search(
    database: Database, table: str, expression: str, condition: Condition, order: str, limit: int
) -> list[int]:
    sql, values = condition
    wanted = sql.replace(_FOUND, f"{table}.rowid")
    rows = database.rows(
        f"SELECT rowid FROM {table} WHERE {table} MATCH ? AND {wanted} ORDER BY {order} LIMIT ?",
        [expression, *values, limit],
    )
    return [paper_id for (paper_id,) in rows]


def _saying(database: Database, papers: Sequence[int], phrases: Sequence[str]) -> list[int]:
    """Return those of ``papers`` that say all ``phrases``, in the order of the index."""
    sql, values = all_of(saying(phrase) for phrase in phrases)
    rows = database.rows(
        f"SELECT id FROM paper WHERE id IN (SELECT value FROM json_each(?)) AND {sql}"
        " ORDER BY id DESC",
        [json.dumps(list(papers)), *values],
    )
    return [paper_id for (paper_id,) in rows]


def _by_words(
    database: Database, terms: Sequence[Term], condition: Condition, order: str, limit: int
) -> list[int]:
    """Return papers with all ``terms`` in their title and authors as words."""
    kept = _without_initials(terms)
    if not all(kept):
        return []
    return _search(database, "name_index", _all_of(kept, _in_names), condition, order, limit)


def _with_initials(
    database: Database,
    acronyms: Sequence[Term],
    others: Sequence[Term],
    condition: Condition,
    limit: int,
) -> list[int]:
    """Return papers with all ``acronyms`` as a title's initials, and named by all ``others``."""
    letters = (form.tokens[0] for term in acronyms for form in term.forms if form.initials)
    initials = " AND ".join(quoted(three) for word in letters for three in threes(word))
    if not others:
        return _search(database, "initial_index", initials, condition, "rowid DESC", limit)
    sql, values = condition
    both = f"+{_FOUND} IN (SELECT rowid FROM initial_index WHERE initial_index MATCH ?) AND {sql}"
    return _by_words(database, others, (both, [initials, *values]), "rowid DESC", limit)


def _without_initials(terms: Sequence[Term]) -> list[list[Form]]:
    return [[form for form in term.forms if not form.initials] for term in terms]


def _all_of(terms: Sequence[Sequence[Form]], written: Callable[[Form], str]) -> str:
    return " AND ".join(f"({' OR '.join(map(written, forms))})" for forms in terms)


def _in_names(form: Form) -> str:
    return " + ".join(map(quoted, form.tokens)) + (" *" if form.begun else "")


def _in_texts(form: Form) -> str:
    """Return what to look for in the texts, whose index knows no places: all words of a phrase."""
    tokens = list(map(quoted, form.tokens))
    if form.begun:
        tokens[-1] += " *"
    return f"({' AND '.join(tokens)})"
