"""Asking the search index which papers hold some words, and how many do.

A search is a list of :class:`Term`, all of which must be found; each may be found
in any of its :class:`Form`. The queries are in the language of FTS5:
https://sqlite.org/fts5.html#full_text_query_syntax
"""

import math
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from readlist.store.database import LISTED, Database, listed
from readlist.store.filters import Condition, all_of, has_words_in_order, phrase
from readlist.store.search_index import trigrams

#: How many characters of a note are read again to rank a paper.
_NOTE_LENGTH = 20_000
#: How many papers are read again to find a phrase in their texts.
_READ_FOR_PHRASES = 3000
#: The ids of fewer papers than this are looked up before a search that is limited to them.
_FEW = 2000
#: Stands in a condition for the id of a paper that the index has found.
_FOUND = "{found}"


class Form(NamedTuple):
    """One way to write a term: ``tokens`` one after another, the last perhaps only begun.

    ``closeness``, from 0 to 1, is how near it is to what was typed. With
    ``initials``, the only token is what the words of a title begin with.
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


def match_names(
    database: Database, terms: Sequence[Term], condition: Condition, limit: int, *, best: bool
) -> list[int]:
    """Return papers with all terms in their title and authors.

    ``condition`` comes from :func:`narrowing`; a negative ``limit`` is none. The
    newest come first, or with ``best`` those that the index ranks highest, which
    takes long when there are many.
    """
    found = _match_words(database, terms, condition, "rank" if best else "rowid DESC", limit)
    acronyms = [term for term in terms if any(form.initials for form in term.forms)]
    if not acronyms or 0 <= limit <= len(found):
        return found
    together = [acronyms] if len(acronyms) > 1 else []
    for some in [[term] for term in acronyms] + together:
        others = [term for term in terms if term not in some]
        found += _match_initials(database, some, others, condition, limit)
    return list(dict.fromkeys(found))


def match_texts(
    database: Database, terms: Sequence[Term], condition: Condition, limit: int
) -> list[int]:
    """Return papers with all terms in any of their texts, newest first.

    The index of texts does not know the order of words, so to find a phrase the
    papers with its words are read again: with a limit, only the newest of them.
    """
    query = _query(terms, _query_of_texts)
    phrases = [term.typed for term in terms if term.phrase]
    if not query or not phrases:
        return _match(database, "text_index", query, condition, "rowid DESC", limit)
    most = -1 if limit < 0 else _READ_FOR_PHRASES
    found = _match(database, "text_index", query, condition, "rowid DESC", most)
    in_order, values = all_of(map(has_words_in_order, phrases))
    sql = f"SELECT id FROM paper WHERE id IN {LISTED} AND {in_order} ORDER BY id DESC LIMIT ?"
    return database.column(sql, [listed(found), *values, limit])


def narrowing(database: Database, condition: Condition, *, whole: bool) -> Condition:
    """Return a condition on papers as one on what the index finds.

    Where few papers meet it, or the ``whole`` of what is found is wanted, they
    are looked up first; otherwise each paper that is found is checked.
    """
    sql, values = condition
    if sql == "1":
        return condition
    some = f"SELECT count(*) FROM (SELECT 1 FROM paper WHERE {sql} LIMIT {_FEW})"
    if whole or database.value(some, values) < _FEW:
        # The plus keeps SQLite from running the whole search once for each of them.
        return f"+{_FOUND} IN (SELECT id FROM paper WHERE {sql})", values
    return f"EXISTS (SELECT 1 FROM paper WHERE paper.id = {_FOUND} AND {sql})", values


def papers_with_word(database: Database, word: str) -> list[int]:
    """Return the papers that have ``word`` anywhere."""
    return _match(database, "text_index", f'"{word}"', ("1", []), "rowid DESC", -1)


def frequencies(database: Database, words: Iterable[str]) -> dict[str, int]:
    """Return in how many papers' names each of ``words`` is, without those in no paper at all.

    For a word that is in no title and no author's name, the number is of the
    papers that have it anywhere.
    """
    wanted, found = set(words), dict[str, int]()
    for table in ("name_words", "text_words"):
        if missing := wanted - found.keys():
            sql = f"SELECT term, doc FROM {LISTED} JOIN {table} ON term = value"
            found |= dict(database.rows(sql, (listed(missing),)))
    return found


def rarity(papers: int, of: int) -> float:
    """Return how distinctive a word is that ``papers`` of a library of so many hold."""
    return math.log(1 + (of + 1) / (papers + 1))


def ranking_texts(database: Database, papers: Sequence[int]) -> list[tuple[int, str, str, str]]:
    """Return id, tags, the beginning of the note, and comment of these papers."""
    return database.rows(
        f"SELECT id, coalesce(tags, ''), coalesce(substr(note, 1, {_NOTE_LENGTH}), ''),"
        f" coalesce(comment, '') FROM document WHERE id IN {LISTED}",
        (listed(papers),),
    )


def document(database: Database, paper: int) -> list[str]:
    """Return title, authors, tags, note, comment and abstract as the index has them."""
    sql = "SELECT title, authors, tags, note, comment, abstract FROM document WHERE id = ?"
    [row] = database.rows(sql, (paper,))
    return [text or "" for text in row]


def _match(
    database: Database, table: str, query: str, condition: Condition, order: str, limit: int
) -> list[int]:
    """Return the papers that one table of the index finds and that meet ``condition``."""
    if not query:
        return []
    sql, values = condition
    wanted = sql.replace(_FOUND, f"{table}.rowid")
    return database.column(
        f"SELECT rowid FROM {table} WHERE {table} MATCH ? AND {wanted} ORDER BY {order} LIMIT ?",
        [query, *values, limit],
    )


def _match_words(
    database: Database, terms: Sequence[Term], condition: Condition, order: str, limit: int
) -> list[int]:
    """Return papers with all ``terms`` as words of their title and authors."""
    query = _query(terms, lambda form: phrase(form.tokens, begun=form.begun))
    return _match(database, "name_index", query, condition, order, limit)


def _match_initials(
    database: Database,
    acronyms: Sequence[Term],
    others: Sequence[Term],
    condition: Condition,
    limit: int,
) -> list[int]:
    """Return papers with all ``acronyms`` as a title's initials, and all ``others`` as words."""
    letters = (form.tokens[0] for term in acronyms for form in term.forms if form.initials)
    query = " AND ".join(f'"{three}"' for word in letters for three in trigrams(word))
    if not others:
        return _match(database, "initial_index", query, condition, "rowid DESC", limit)
    sql, values = condition
    both = f"+{_FOUND} IN (SELECT rowid FROM initial_index WHERE initial_index MATCH ?) AND {sql}"
    return _match_words(database, others, (both, [query, *values]), "rowid DESC", limit)


def _query(terms: Sequence[Term], query_of: Callable[[Form], str]) -> str:
    """Return the query for all terms, each in any form but initials; empty if one has no other."""
    forms = [[query_of(form) for form in term.forms if not form.initials] for term in terms]
    return " AND ".join(f"({' OR '.join(each)})" for each in forms) if all(forms) else ""


def _query_of_texts(form: Form) -> str:
    """Return the query for all words of a form, in any order: the index of texts knows none."""
    tokens = [f'"{token}"' for token in form.tokens]
    if form.begun:
        tokens[-1] += " *"
    return f"({' AND '.join(tokens)})"
