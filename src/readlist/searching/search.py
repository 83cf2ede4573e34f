"""Searching for the papers somebody means.

What was typed is looked for as it is, first in titles and authors, then in all
texts of a paper. When no title and authors hold all of it, terms are widened by
what may have been meant: first those that the library does not know, then all of
them. When no title and authors hold that either, terms are dropped, unknown and
then the least distinctive ones first; the unknown ones already before terms that the
library knows are taken for others. The best candidates are then ranked
(:mod:`readlist.searching.ranking`).
"""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from readlist.domain import Correction, SearchHit
from readlist.searching.highlight import Highlighter, corrections
from readlist.searching.ranking import Candidate, WeightedTerm, rank
from readlist.searching.spelling import joined, widened
from readlist.searching.terms import terms_of
from readlist.store import fts, papers
from readlist.store.database import Database
from readlist.store.filters import Condition, Selection, where
from readlist.store.fts import Term
from readlist.text import fold_letters

#: Unknown words are not taken for others when at least so many names hold all that was typed.
_ENOUGH = 5
#: The lowest score of a paper that was found by dropping terms.
_LEAST = 0.2
#: How many papers are ranked, unless more are wanted.
_RANKED = 120
#: Of up to so many papers the index chooses those to be ranked; of more, the newest are taken.
_WEIGHED = 800
#: A beginning of a word is looked for in texts only when it has so many letters.
_LEAST_LETTERS = 3


class SearchResult(NamedTuple):
    """What a search found: the best, ranked; all of it by id; and which words were corrected.

    ``typed`` are the terms as they were typed; ``spans`` returns where a text holds
    what was searched for: starts and ends, in order.
    """

    hits: tuple[SearchHit, ...] = ()
    ids: tuple[int, ...] = ()
    corrections: tuple[Correction, ...] = ()
    typed: tuple[Term, ...] = ()
    spans: Callable[[str], list[tuple[int, int]]] = Highlighter((), ())


def search(database: Database, selection: Selection, limit: int | None = None) -> SearchResult:
    """Return the papers that hold the words of ``selection`` and meet its filters.

    At least the best ``limit`` are found (all of them without one), best first.
    """
    typed = terms_of(selection.words)
    if not typed:
        return SearchResult()
    found = _Gathered(database, where(selection), limit)
    return _Search(database, found, typed).run(limit)


class _Search:
    """One search on its way through what may have been meant."""

    def __init__(self, database: Database, found: "_Gathered", typed: list[Term]) -> None:
        self._database = database
        self._found = found
        self._typed = typed
        self._wide: dict[Term, Term] = {}
        self._is_in_names = True
        self._dropped: set[str] = set()

    def run(self, limit: int | None) -> SearchResult:
        """Look for the terms in one way after another, and rank what was found."""
        found = self._found
        found.look_in_names(self._typed)
        found.look_in_texts(self._typed, self._typed)
        exact = set(found.ids)
        terms = self._widen() if len(found.by_name) < _ENOUGH else self._typed
        if not found.by_name:
            found.look_in_texts(terms, self._typed)
        whole = set(found.ids) - found.by_part.keys()
        if not self._is_in_names and not found.by_part:
            self._drop(terms, found.look_in_names)
        if not found:
            self._drop(terms, lambda kept: found.look_in_texts(kept, self._typed))
        lost = self._dropped
        weighted = [WeightedTerm(term, found.weight(term), term.typed in lost) for term in terms]
        candidates = found.candidates(exact, whole)
        ranked = rank(candidates, weighted)
        hits = [hit for hit in ranked if hit.id in whole or hit.score >= _LEAST]
        ids = [*(hit.id for hit in hits), *found.ids[len(candidates) :]]
        return SearchResult(
            hits=tuple(hits[:limit]),
            ids=tuple(ids[:limit]),
            corrections=corrections(self._database, self._typed, terms, next(iter(ids), None)),
            typed=tuple(self._typed),
            spans=Highlighter(self._typed, terms),
        )

    def _widen(self) -> list[Term]:
        """Look for what else may have been meant: by unknown words, then by all."""
        found, terms = self._found, self._typed
        unknown = [term for term in terms if not found.knows(term)]
        if unknown:
            terms = self._widened(unknown)
        self._is_in_names = bool(found.by_name)
        if not self._is_in_names:
            self._drop_unknown(terms)
        if not (found.by_name or found.by_part) and (len(terms) > 1 or not found.by_text):
            terms = self._widened(self._typed)
        if not found:
            terms = self._run_together(terms)
        return terms

    def _widened(self, doubtful: Sequence[Term]) -> list[Term]:
        """Widen the ``doubtful`` terms, look for all, and return them."""
        for term in doubtful:
            if term not in self._wide:
                self._wide[term] = widened(self._database, term)
        terms = [self._wide.get(term, term) for term in self._typed]
        self._found.look_in_names(terms)
        return terms

    def _run_together(self, terms: list[Term]) -> list[Term]:
        """Look for two words that the library holds as one; return the terms that hold now."""
        before = self._typed
        for place in range(len(before) - 1):
            one, other = joined(self._database, *before[place : place + 2])
            if one != other:
                self._typed = [*before[:place], one, *before[place + 2 :]]
                run_together = [*terms[:place], other, *terms[place + 2 :]]
                self._found.look_in_names(run_together)
                self._found.look_in_texts(run_together, self._typed)
                if self._found:
                    return run_together
        self._typed = before
        return terms

    def _drop_unknown(self, terms: list[Term]) -> None:
        """Look in names for the words that the library knows."""
        found = self._found
        known = [term for term in terms if found.knows(term)]
        if 1 < len(known) < len(terms):
            found.look_in_names_for_part(known)
            self._dropped = {term.typed for term in terms if term not in known}

    def _drop(self, terms: list[Term], look: Callable[[list[Term]], None]) -> None:
        """Drop terms until ``look`` finds something new."""
        kept = sorted(terms, key=lambda term: -self._found.weight(term))
        self._dropped = set()
        before = len(self._found)
        while len(kept) > 1 and len(self._found) == before:
            droppable = [term for term in kept if not term.phrase]
            if not droppable:
                break
            unknown = (term for term in droppable if not self._found.knows(term))
            lost = next(unknown, droppable[-1])
            kept.remove(lost)
            self._dropped.add(lost.typed)
            look([term for term in terms if term in kept])


class _Gathered:
    """The papers found so far, and which words the library holds.

    ``by_name`` are those whose title and authors hold all terms, ``by_part`` those
    whose title and authors hold some, ``by_text`` those that hold all anywhere.
    ``limit`` is how many are wanted, all of them without one; ``condition`` is
    what else they have to meet.
    """

    def __init__(self, database: Database, condition: Condition, limit: int | None) -> None:
        self._database = database
        self._condition = fts.narrowing(database, condition, whole=limit is None)
        self._most = None if limit is None else max(limit, _RANKED)
        self._held: dict[str, int] = {}
        self._asked: set[str] = set()
        self.by_name: dict[int, None] = {}
        self.by_part: dict[int, None] = {}
        self.by_text: dict[int, None] = {}

    def __len__(self) -> int:
        return len(self.by_name) + len(self.by_part) + len(self.by_text)

    @property
    def ids(self) -> list[int]:
        """All that was found, by name first."""
        return [*self.by_name, *self.by_part, *self.by_text]

    def look_in_names(self, terms: Sequence[Term]) -> None:
        """Add the papers whose title and authors hold all of ``terms``."""
        self.by_name |= dict.fromkeys(self._in_names(terms))
        for paper in self.by_name:
            self.by_part.pop(paper, None)
            self.by_text.pop(paper, None)

    def look_in_names_for_part(self, terms: Sequence[Term]) -> None:
        """Add the papers whose title and authors hold ``terms``, which are not all there are."""
        found = (paper for paper in self._in_names(terms) if paper not in self.by_name)
        self.by_part |= dict.fromkeys(paper for paper in found if paper not in self.by_text)

    def _in_names(self, terms: Sequence[Term]) -> list[int]:
        most = -1 if self._most is None else max(self._most, _WEIGHED + 1)
        found = fts.match_names(self._database, terms, self._condition, most, best=False)
        if _RANKED < len(found) <= _WEIGHED:  # those that the index ranks best come first
            found[:0] = fts.match_names(self._database, terms, self._condition, _RANKED, best=True)
        return found

    def look_in_texts(self, terms: Sequence[Term], typed: Sequence[Term]) -> None:
        """Add the papers that hold all of ``terms`` anywhere, while more are wanted."""
        terms = self._for_texts(terms, typed)
        if terms and (self._most is None or len(self.by_name) < self._most):
            most = -1 if self._most is None else self._most + len(self.by_name)
            found = fts.match_texts(self._database, terms, self._condition, most)
            self.by_text |= dict.fromkeys(paper for paper in found if paper not in self.by_name)
            for paper in found:
                self.by_part.pop(paper, None)

    def _for_texts(self, terms: Sequence[Term], typed: Sequence[Term]) -> list[Term]:
        """Return what to look for in texts, which hold very many words that begin alike.

        A word there is taken as finished when the library holds it as it is. For
        one half typed, texts are searched only when no name holds it, not for
        its first letters alone (of a compound, not for those of its last part), and
        not with slips in it; where names hold some of the terms, only for words it
        may have been meant as.
        """
        as_typed = {form for term in typed for form in term.forms}
        *others, last = (
            term._replace(forms=tuple(f for f in term.forms if f in as_typed or not f.begun))
            for term in terms
        )
        if not last.forms[0].begun:
            return [*others, last]
        if self.knows(last):
            whole = (form._replace(begun=False) for form in last.forms)
            return [*others, last._replace(forms=tuple(whole))]
        if self.by_name:
            return []
        if self.by_part:
            meant = tuple(form for form in last.forms if not form.begun)
            return [*others, last._replace(forms=meant)] if meant else []
        if len(last.typed) < _LEAST_LETTERS:
            return others
        forms = (
            form._replace(tokens=form.tokens[:-1] or form.tokens, begun=False)
            if form.begun and len(form.tokens[-1]) < _LEAST_LETTERS
            else form
            for form in last.forms
        )
        return [*others, last._replace(forms=tuple(forms))]

    def knows(self, term: Term) -> bool:
        """Return whether the library holds a term as it was typed, whole."""
        tokens = term.forms[0].tokens
        return len(self._frequencies(tokens)) == len({fold_letters(token) for token in tokens})

    def weight(self, term: Term) -> float:
        """Return how distinctive a term is: how rare its rarest word, or else what may be meant."""
        held = self._frequencies(term.forms[0].tokens)
        if not held:
            near = (form.tokens[0] for form in term.forms[1:] if not form.initials)
            held = self._frequencies(list(near)[:3])
        return fts.rarity(min(held.values(), default=0), papers.highest_id(self._database))

    def _frequencies(self, words: Iterable[str]) -> dict[str, int]:
        """Return how many papers hold each of ``words``, those that any does."""
        wanted = {fold_letters(word) for word in words}
        if asked := wanted - self._asked:
            self._held |= fts.frequencies(self._database, asked)
            self._asked |= asked
        return {word: self._held[word] for word in wanted if word in self._held}

    def candidates(self, exact: set[int], whole: set[int]) -> list[Candidate]:
        """Return the papers to be ranked: ``exact`` hold all as it was typed, ``whole`` all."""
        ids = self.ids[: max(_RANKED, self._most or 0)]
        by_text = [paper for paper in ids if paper in self.by_text]
        texts = {paper: rest for paper, *rest in fts.ranking_texts(self._database, by_text)}
        return [
            Candidate(*row, tuple(texts.get(row[0], ())), row[0] in exact, row[0] not in whole)
            for row in papers.ranking_rows(self._database, ids)
        ]
