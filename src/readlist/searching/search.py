"""Finding the papers somebody means.

What was typed is looked for as it is, first among titles and authors, then in
everything said of a paper. When no title and authors hold all of it, words are
widened by what may have been meant: first those that the library does not know,
then all of them. When no title and authors hold that either, words are left out,
unknown and then the least telling ones first; the unknown ones already before
words that the library knows are taken for others. The best candidates are then ranked
(:mod:`readlist.searching.ranking`).
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from readlist.domain import Correction, SearchHit
from readlist.searching.corrections import corrections
from readlist.searching.gathering import Gathering
from readlist.searching.highlight import Highlighter
from readlist.searching.ranking import Weighed, rank
from readlist.searching.spelling import joined, widened
from readlist.searching.terms import terms_of
from readlist.store.database import Database
from readlist.store.filters import Selection, where
from readlist.store.fts import Term

#: Words not known so are not taken for others when so many papers are named by all that was typed.
_ENOUGH = 5
#: What is found by leaving words out must answer at least so well.
_LEAST = 0.2


class SearchResult(NamedTuple):
    """What was found: the best, ranked; all of it by id; what was read as something else.

    ``typed`` are the terms as they were typed; ``spans`` tells where a text holds
    what was looked for: starts and ends, in order.
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
    found = Gathering(database, where(selection), limit)
    return _Search(database, found, typed).run(limit)


class _Search:
    """One search on its way through what may be meant."""

    def __init__(self, database: Database, found: Gathering, typed: list[Term]) -> None:
        self._database = database
        self._found = found
        self._typed = typed
        self._wide: dict[Term, Term] = {}
        self._is_named = True
        self._left_out: set[str] = set()

    def run(self, limit: int | None) -> SearchResult:
        found = self._found
        found.name(self._typed)
        found.mention(self._typed, self._typed)
        exact = set(found.ids)
        terms = self._widen() if len(found.named) < _ENOUGH else self._typed
        if not found.named:
            found.mention(terms, self._typed)
        whole = set(found.ids) - found.partly.keys()
        if not self._is_named and not found.partly:
            self._leave_out(terms, found.name)
        if not found:
            self._leave_out(terms, lambda kept: found.mention(kept, self._typed))
        weighed = [
            Weighed(term, found.telling(term), term.typed in self._left_out) for term in terms
        ]
        candidates = found.candidates(exact, whole)
        hits = [hit for hit in rank(candidates, weighed) if hit.id in whole or hit.score >= _LEAST]
        ids = [*(hit.id for hit in hits), *found.ids[len(candidates) :]]
        best = ids[0] if ids else None
        return SearchResult(
            hits=tuple(hits[:limit]),
            ids=tuple(ids[:limit]),
            corrections=corrections(self._database, self._typed, terms, best),
            typed=tuple(self._typed),
            spans=Highlighter(self._typed, terms),
        )

    def _widen(self) -> list[Term]:
        """Look for what else may have been meant: by words not known so, then by all."""
        found, terms = self._found, self._typed
        unknown = [term for term in terms if not found.knows(term)]
        if unknown:
            terms = self._widened(unknown)
        self._is_named = bool(found.named)
        if not self._is_named:
            self._leave_out_unknown(terms)
        if not (found.named or found.partly) and (len(terms) > 1 or not found.mentioned):
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
        self._found.name(terms)
        return terms

    def _run_together(self, terms: list[Term]) -> list[Term]:
        """Look for two words that the library holds as one; return the terms that stand now."""
        before = self._typed
        for place in range(len(before) - 1):
            one, other = joined(self._database, *before[place : place + 2])
            if one != other:
                self._typed = [*before[:place], one, *before[place + 2 :]]
                run_together = [*terms[:place], other, *terms[place + 2 :]]
                self._found.name(run_together)
                self._found.mention(run_together, self._typed)
                if self._found:
                    return run_together
        self._typed = before
        return terms

    def _leave_out_unknown(self, terms: list[Term]) -> None:
        """Look for the papers that the words the library knows name."""
        found = self._found
        known = [term for term in terms if found.knows(term)]
        if 1 < len(known) < len(terms):
            found.name_partly(known)
            self._left_out = {term.typed for term in terms if term not in known}

    def _leave_out(self, terms: list[Term], look: Callable[[list[Term]], None]) -> None:
        """Leave out words until ``look`` finds something new."""
        kept = sorted(terms, key=lambda term: -self._found.telling(term))
        self._left_out = set()
        before = len(self._found)
        while len(kept) > 1 and len(self._found) == before:
            droppable = [term for term in kept if not term.phrase]
            if not droppable:
                break
            unknown = (term for term in droppable if not self._found.knows(term))
            lost = next(unknown, droppable[-1])
            kept.remove(lost)
            self._left_out.add(lost.typed)
            look([term for term in terms if term in kept])
