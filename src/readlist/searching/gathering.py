"""Gathering the papers of one search, and knowing which words the library holds."""

from collections.abc import Iterable, Sequence

from readlist.searching.ranking import Candidate, rarity
from readlist.store import fts, papers
from readlist.store.database import Database
from readlist.store.filters import Condition
from readlist.store.fts import Form, Term
from readlist.text import fold_letters

#: So many are ranked, unless more are wanted.
RANKED = 120
#: Up to so many may be weighed by the index to choose those; of more, the newest are taken.
_WEIGHED = 800
#: So many letters of a word tell enough to look for it in texts.
_TELLING_LETTERS = 3


class Gathering:
    """The papers found so far: those named so, those named so in part, those that say so elsewhere.

    ``limit`` is how many are wanted, all of them without one; ``condition`` is
    what else they have to meet.
    """

    def __init__(self, database: Database, condition: Condition, limit: int | None) -> None:
        self._database = database
        self._condition = fts.narrowing(database, condition, whole=limit is None)
        self._most = None if limit is None else max(limit, RANKED)
        self._held: dict[str, int] = {}
        self._asked: set[str] = set()
        self.named: dict[int, None] = {}
        self.partly: dict[int, None] = {}
        self.mentioned: dict[int, None] = {}

    def __len__(self) -> int:
        return len(self.named) + len(self.partly) + len(self.mentioned)

    @property
    def ids(self) -> list[int]:
        """What was found, the papers named so first."""
        return [*self.named, *self.partly, *self.mentioned]

    # Gathering

    def name(self, terms: Sequence[Term]) -> None:
        """Add the papers whose title and authors hold all of ``terms``."""
        self.named |= dict.fromkeys(self._named(terms))
        for paper in self.named:
            self.partly.pop(paper, None)
            self.mentioned.pop(paper, None)

    def name_partly(self, terms: Sequence[Term]) -> None:
        """Add the papers whose title and authors hold ``terms``, which are not all there are."""
        found = (paper for paper in self._named(terms) if paper not in self.named)
        self.partly |= dict.fromkeys(paper for paper in found if paper not in self.mentioned)

    def _named(self, terms: Sequence[Term]) -> list[int]:
        most = -1 if self._most is None else max(self._most, _WEIGHED + 1)
        found = fts.named(self._database, terms, self._condition, most, best=False)
        if RANKED < len(found) <= _WEIGHED:  # those that the index finds best come first
            found[:0] = fts.named(self._database, terms, self._condition, RANKED, best=True)
        return found

    def mention(self, terms: Sequence[Term], typed: Sequence[Term]) -> None:
        """Add the papers that hold all of ``terms`` anywhere, while more are wanted."""
        terms = self._finished(terms, typed)
        if terms and (self._most is None or len(self.named) < self._most):
            most = -1 if self._most is None else self._most + len(self.named)
            found = fts.mentioned(self._database, terms, self._condition, most)
            self.mentioned |= dict.fromkeys(paper for paper in found if paper not in self.named)
            for paper in found:
                self.partly.pop(paper, None)

    def _finished(self, terms: Sequence[Term], typed: Sequence[Term]) -> list[Term]:
        """Return what to look for in texts, which hold very many words that begin alike.

        A word there is taken as finished when the library holds it as it is. For
        one half typed, texts are searched only when no paper is named so, not for
        its first letters alone (of a compound, not for those of its last part), and
        not with slips in it; where papers are named so in part, only for words it may
        have been meant as.
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
        if self.named:
            return []
        if self.partly:
            meant = tuple(form for form in last.forms if not form.begun)
            return [*others, last._replace(forms=meant)] if meant else []
        if len(last.typed) < _TELLING_LETTERS:
            return others
        return [*others, last._replace(forms=tuple(map(_telling_part, last.forms)))]

    # Knowing

    def knows(self, term: Term) -> bool:
        """Tell whether the library holds a term as it was typed, whole."""
        tokens = term.forms[0].tokens
        return len(self._frequencies(tokens)) == len({fold_letters(token) for token in tokens})

    def telling(self, term: Term) -> float:
        """Return how telling a term is: as rare as its rarest word, or what may be meant by it."""
        held = self._frequencies(term.forms[0].tokens)
        if not held:
            near = (form.tokens[0] for form in term.forms[1:] if not form.initials)
            held = self._frequencies(list(near)[:3])
        return rarity(min(held.values(), default=0), papers.total(self._database))

    def _frequencies(self, words: Iterable[str]) -> dict[str, int]:
        """Return how many papers hold each of ``words``, those that any does."""
        wanted = {fold_letters(word) for word in words}
        if asked := wanted - self._asked:
            self._held |= fts.frequencies(self._database, asked)
            self._asked |= asked
        return {word: self._held[word] for word in wanted if word in self._held}

    # Telling

    def candidates(self, exact: set[int], whole: set[int]) -> list[Candidate]:
        """Return the papers to be ranked.

        ``exact`` are those that hold everything as it was typed, ``whole`` those
        that hold everything.
        """
        ids = self.ids[: max(RANKED, self._most or 0)]
        said = [paper for paper in ids if paper in self.mentioned]
        texts = {paper: rest for paper, *rest in fts.said(self._database, said)}
        return [
            Candidate(
                *name,
                tuple(texts.get(name[0], ())),
                name[0] in exact,
                name[0] not in whole,
            )
            for name in papers.names(self._database, ids)
        ]


def _telling_part(form: Form) -> Form:
    """Return what to look for of a form whose last word has too few letters to be only begun.

    That is what stands before that word, or where nothing does, the word as it is.
    """
    if form.begun and len(form.tokens[-1]) < _TELLING_LETTERS:
        return form._replace(tokens=form.tokens[:-1] or form.tokens, begun=False)
    return form
