"""Choosing the phrases of a title: those that promise to share most words with the authors' own.

The promise is the F1 to expect, from the chance of each word to stand in that title; the phrase
that says what the work is counts for more than its words do.
"""

from collections.abc import Mapping, Sequence, Set

from readlist.importing.titles.joining import join
from readlist.importing.titles.phrase import Phrase
from readlist.importing.titles.standing import Standing
from readlist.importing.titles.vocabulary import PREPOSITIONS

# About how many words of content an author's own title has.
_USUAL_LENGTH = 8.0
_BONUS = {Standing.KIND: 0.1, Standing.PROPOSED: 0.03, Standing.OTHER: 0.0}
# A second phrase makes a title harder to read: it must be worth that, unless the first is vague.
_WORTH_JOINING = 0.02
_WORTH_FOR_VAGUE = -0.05
_FEWEST_WORDS = 3
_FEWEST_WORDS_ALONE = 4
_FEWEST_NEW_WORDS = 2


class Chooser:
    """Chooses phrases by ``chances``, those of the stems to stand in the authors' own title.

    ``used`` are the stems that the title already has in the paper's name.
    """

    def __init__(self, chances: Mapping[str, float], used: Sequence[str]) -> None:
        self._chances = chances
        self._used = frozenset(used)

    def words(self, options: Sequence[Phrase], room: int) -> list[str]:
        """Return the words of the best phrase, and of a second that joins it if any does.

        ``options`` is not empty; ``room`` is for how many characters there is space.
        """
        found = [self._found(option.stems) for option in options]
        first = max(range(len(options)), key=lambda at: self._promise(options[at], found[at]))
        best = options[first]
        used = self._used.union(best.stems)
        words, least = best.opening(), self._f1(found[first], len(best.stems)) + self._worth(best)
        for option, more in zip(options, found, strict=True):
            length = len(best.stems) + len(option.stems)
            bonus = 0.0 if best.standing is Standing.KIND else _BONUS[option.standing]
            if self._f1(found[first] + more, length) + bonus <= least:
                continue
            promise = self._f1(self._found(best.stems + option.stems), length) + bonus
            joined = join(best, option) if promise > least and _adds(option, used) else None
            if joined and len(" ".join(joined)) <= room:
                words, least = joined, promise
        return words

    def _promise(self, phrase: Phrase, found: float) -> float:
        if len(phrase.stems) < _FEWEST_NEW_WORDS and phrase.standing is not Standing.KIND:
            return 0.0
        return self._f1(found, len(phrase.stems)) + _BONUS[phrase.standing]

    def _found(self, stems: Sequence[str]) -> float:
        """How many of ``stems`` to expect in the authors' own title; a repeated one counts once."""
        return sum([self._chances.get(stem, 0.0) for stem in set(stems) - self._used])

    def _f1(self, found: float, length: int) -> float:
        return 2 * found / (length + _USUAL_LENGTH - len(self._used))

    def _worth(self, best: Phrase) -> float:
        if best.standing is Standing.KIND or not PREPOSITIONS.isdisjoint(best.words):
            return _WORTH_JOINING
        told = self._used or best.standing is Standing.PROPOSED
        vague = len(best.stems) < (_FEWEST_WORDS if told else _FEWEST_WORDS_ALONE)
        return _WORTH_FOR_VAGUE if vague else _WORTH_JOINING


def _adds(option: Phrase, used: Set[str]) -> bool:
    """Whether ``option`` says enough that ``used`` does not."""
    fewest = 1 if option.standing is Standing.KIND else _FEWEST_NEW_WORDS
    return len(option.words) >= fewest and len(set(option.stems) - used) >= fewest
