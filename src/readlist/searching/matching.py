"""Whether, where and how closely a list of words holds a term."""

from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from readlist.store.fts import Term
from readlist.store.search_index import initial_words
from readlist.text import fold_letters

#: What a word that is only begun keeps of its closeness at least.
_BEGUN = 0.8


class Match(NamedTuple):
    """A term found: how close, at which word, over how many, how much of the last was typed.

    No ``letters`` say that all of it was.
    """

    closeness: float
    place: int
    length: int = 1
    letters: int = 0


class Matcher:
    """A term made ready to be looked for in many lists of folded words."""

    def __init__(self, term: Term) -> None:
        self.term = term
        self._whole: dict[str, float] = {}
        self._begun: list[tuple[str, float]] = []
        self._runs: list[tuple[list[str], float, bool]] = []
        self._initials: list[tuple[str, float]] = []
        for form in term.forms:
            tokens = [fold_letters(token) for token in form.tokens]
            if form.initials:
                self._initials.append((tokens[0], form.closeness))
            elif len(tokens) > 1:
                self._runs.append((tokens, form.closeness, form.begun))
            else:
                held = self._whole.get(tokens[0], 0.0)
                self._whole[tokens[0]] = max(held, form.closeness)
                if form.begun:
                    self._begun.append((tokens[0], form.closeness))
        self._beginnings = tuple(beginning for beginning, _ in self._begun)

    def find(self, words: Sequence[str]) -> Match | None:
        """Return the closest place in ``words`` that holds the term, the first of equals."""
        return max(self.all(words), key=attrgetter("closeness"), default=None)

    def all(self, words: Sequence[str]) -> list[Match]:
        """Return every place in ``words`` that holds the term."""
        whole, begun = self._whole, self._beginnings
        places = [at for at, word in enumerate(words) if word in whole or word.startswith(begun)]
        found = [self._match(words[at], at) for at in places]
        return [*found, *self._all_runs(words)] if self._runs else found

    def _all_runs(self, words: Sequence[str]) -> Iterator[Match]:
        """Yield where the words of a compound or a phrase stand one after another."""
        for tokens, closeness, begun in self._runs:
            *before, last = tokens
            for start in range(len(words) - len(before)):
                if words[start] != tokens[0] and len(tokens) > 1:
                    continue
                end = words[start + len(before)]
                is_whole = end == last
                if (is_whole or (begun and end.startswith(last))) and (
                    list(words[start : start + len(before)]) == before
                ):
                    yield Match(closeness, start, len(tokens), 0 if is_whole else len(last))

    def find_initials(self, words: Sequence[str]) -> Match | None:
        """Return the place in ``words``, a title, whose initials are the term."""
        for initials, closeness in self._initials:
            for places in initial_words(words):
                letters = "".join([words[place][0] for place in places])
                start = letters.find(initials)
                if start >= 0:
                    first, last = places[start], places[start + len(initials) - 1]
                    return Match(closeness, first, last - first + 1)
        return None

    def _match(self, word: str, place: int) -> Match:
        """Return how close a word is that is the term, and how many of its letters were typed."""
        closeness, letters = self._whole.get(word, 0.0), 0
        for beginning, whole in self._begun:
            if word.startswith(beginning):
                share = _BEGUN + (1 - _BEGUN) * len(beginning) / len(word)
                if whole * share > closeness:
                    closeness, letters = whole * share, len(beginning)
        return Match(closeness, place, letters=letters)
