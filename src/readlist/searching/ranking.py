"""How well a paper matches: which terms it holds, how distinctive, how close, where, how together.

A paper's score, from 0 to 1, is made of

- for each term how distinctive it is (its rarity in the library), times how close
  the form is that the paper holds, times the weight of the field it is in;
- whether terms typed one after another stand so in the title;
- how much of the title the terms make up.

Equal scores are ordered by status and then by recency.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from readlist.domain import SearchHit, Status
from readlist.searching.terms import Match, Matcher
from readlist.store.fts import Term
from readlist.text import fold_letters, folded_words

_HELD, _TOGETHER, _MADE_OF = 0.8, 0.12, 0.08
_AUTHORS, _TAGS, _NOTE, _COMMENT = 0.97, 0.9, 0.8, 0.75
#: A term that only the abstract holds, and one that it may hold with a slip.
_ABSTRACT, _ABSTRACT_WIDE = 0.7, 0.4
#: A dropped term, when the title holds something like it, and how like that must be.
_DROPPED, _LIKE = 0.6, 0.6
_STATUSES = (Status.READING, Status.TO_READ, Status.INBOX, Status.DONE, Status.SKIPPED)


class Candidate(NamedTuple):
    """A paper to be ranked.

    ``said`` is its tags, note and comment where these matter; ``exact`` says
    whether it holds the terms as they were typed, ``partly`` that it lacks some.
    """

    id: int
    title: str
    authors: str
    status: str
    added_at: str
    said: tuple[str, ...] = ()
    exact: bool = True
    partly: bool = False


class WeightedTerm(NamedTuple):
    """A term to rank by, how distinctive it is, and whether papers may lack it."""

    term: Term
    weight: float
    dropped: bool = False


def rank(candidates: Sequence[Candidate], terms: Sequence[WeightedTerm]) -> list[SearchHit]:
    """Return all candidates, best first."""
    matchers = [(Matcher(weighted.term), weighted) for weighted in terms]
    total = sum(weighted.weight for weighted in terms) or 1.0
    scored = [(_score(one, matchers, total), one) for one in candidates]
    scored.sort(key=lambda each: each[1].id)
    scored.sort(key=lambda each: each[1].added_at, reverse=True)
    scored.sort(key=lambda each: (-each[0], _STATUSES.index(each[1].status)))
    return [SearchHit(candidate.id, candidate.title, score) for score, candidate in scored]


def _score(
    candidate: Candidate, matchers: Sequence[tuple[Matcher, WeightedTerm]], total: float
) -> float:
    title, authors = folded_words(candidate.title), folded_words(candidate.authors)
    held, made_of = 0.0, 0
    places: list[Match | None] = []
    for matcher, weighted in matchers:
        in_title = matcher.find(title) or matcher.find_initials(title)
        value = in_title.closeness if in_title else 0.0
        if value < _AUTHORS and (in_authors := matcher.find(authors)):
            value = max(value, _AUTHORS * in_authors.closeness)
        if not value:
            value = _elsewhere(candidate, matcher, weighted, title)
        held += weighted.weight * value
        made_of += in_title.length if in_title else 0
        places.append(in_title)
    together = _together(places) if len(places) > 1 else held / total
    share = min(made_of / len(title), 1.0) if title else 0.0
    return round(_HELD * held / total + _TOGETHER * together + _MADE_OF * share, 3)


def _elsewhere(
    candidate: Candidate, matcher: Matcher, weighted: WeightedTerm, title: Sequence[str]
) -> float:
    """Return what a term counts that title and authors do not hold."""
    for text, weight in zip(candidate.said, (_TAGS, _NOTE, _COMMENT), strict=False):
        if text and (match := matcher.find(folded_words(text))):
            return weight * match.closeness
    if weighted.dropped and candidate.partly:
        return _DROPPED * _likeness(weighted.term, title)
    return _ABSTRACT if candidate.exact else _ABSTRACT_WIDE


def _likeness(term: Term, title: Sequence[str]) -> float:
    """Return how like the word of a title is that is most like what was typed."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    typed = fold_letters(term.typed)
    words = [word[: len(typed)] for word in title] if term.forms[0].begun else title
    found = process.extractOne(typed, words, scorer=OSA.normalized_similarity, score_cutoff=_LIKE)
    return float(found[1]) if found else 0.0


def _together(places: Sequence[Match | None]) -> float:
    """Return how many of the terms stand in the title as they were typed, one after another."""
    together = 0.0
    for one, next_one in pairwise(places):
        if one and next_one:
            gap = next_one.place - (one.place + one.length)
            together += 1.0 if gap == 0 else 0.4 if 0 < gap <= 3 else 0.0
    return together / (len(places) - 1)
