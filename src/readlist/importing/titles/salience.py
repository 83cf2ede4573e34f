"""How likely each word of an abstract is to stand in the title its authors would have chosen.

A logistic model over a few plain features: how often the word occurs, how early, whether near
"we propose" or "we study", whether in a pair of words that returns. The weights follow what such
features are worth in abstracts of several fields, rounded; no single word is known to the model
except by the lists of function words and of the talk of abstracts.
"""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple, Protocol

from readlist.importing.titles.cues import Cues
from readlist.importing.titles.tokens import Text
from readlist.importing.titles.vocabulary import ABSTRACT_WORDS, REMEMBERED

_NEAR = 8
_FAR = 20

# About how many words of content an author's own title has.
_USUAL_LENGTH = 12.0
# A second phrase must add as many words, and may repeat one.
_FEWEST_NEW = 2
_MOST_REPEATED = 1

#: The stems of each word of a text.
Stems = Sequence[tuple[str, ...]]


class Span(Protocol):
    """Words of a text from ``start`` up to and including ``last``."""

    @property
    def start(self) -> int:
        """The place of its first word."""

    @property
    def last(self) -> int:
        """The place of its last word."""


class _Seen(NamedTuple):
    """The places of each stem; stems with a capital inside a sentence, in compounds, in pairs."""

    places: dict[str, list[int]]
    capital: set[str]
    compound: set[str]
    paired: set[str]


def salience(text: Text, stems: Stems, cues: Cues) -> dict[str, float]:
    """Return, for each stem in ``text``, the chance that the title holds it."""
    if not text.words:
        return {}
    seen = _observe(text, stems)
    bonus: dict[str, float] = {}
    _add_nearness(bonus, text, stems, cues.proposal, (0.9, 0.45))
    _add_nearness(bonus, text, stems, cues.study, (0.7, 0.5))
    opening = bisect_right(text.sentence, 0)
    closing = bisect_left(text.sentence, text.sentence[-1] - 1)
    proposed = {
        stem for parts in stems[slice(*_sentence_around(text, cues.proposal))] for stem in parts
    }
    weights: dict[str, float] = {}
    length = len(stems)
    places, capital, compound, paired = seen
    for stem, at in places.items():
        count = len(at)
        weight = _plain_weight(stem) - 1.05 * at[0] / length
        weight += 0.5 * math.log(count) if count > 1 else -0.55
        if stem in bonus:
            weight += bonus[stem]
        if at[0] < opening:
            weight += 0.2
        if at[-1] >= closing:
            weight += 0.3
        if stem in proposed:
            weight += 0.3
        if stem in capital:
            weight += 0.85
        if stem in compound:
            weight += 0.3
        if stem in paired:
            weight += 0.9
        weights[stem] = 1 / (1 + math.exp(-weight))
    return weights


@lru_cache(maxsize=REMEMBERED)
def _plain_weight(stem: str) -> float:
    """Return what ``stem`` is worth by itself, the constant of the model included."""
    weight = -3.2 + 0.06 * min(len(stem), 12)
    if stem in ABSTRACT_WORDS:
        weight -= 1.05
    if stem.isdigit() or (stem.endswith("ly") and len(stem) > 4):
        weight -= 0.9
    return weight


def _observe(text: Text, stems: Stems) -> _Seen:
    places: dict[str, list[int]] = {}
    capital: set[str] = set()
    compound: set[str] = set()
    paired: set[str] = set()
    pairs: set[tuple[str, str]] = set()
    words, lower = text.words, text.lower
    previous = ""
    for place, parts in enumerate(stems):
        if not parts:
            previous = ""
            continue
        if len(parts) > 1:
            compound.update(parts)
        if words[place] != lower[place] and place and words[place - 1][0].isalnum():
            capital.update(parts)
        for part in parts:
            if part in places:
                places[part].append(place)
                if previous and (previous, part) in pairs:
                    paired.add(previous)
                    paired.add(part)
            else:
                places[part] = [place]
            if previous:
                pairs.add((previous, part))
            previous = part
    return _Seen(places, capital, compound, paired)


def _add_nearness(
    bonus: dict[str, float], text: Text, stems: Stems, verb: int, worth: tuple[float, float]
) -> None:
    """Add what it is worth to stand behind the ``verb`` in its sentence, near or farther away."""
    if verb < 0:
        return
    end = min(_sentence_around(text, verb)[1], verb + _FAR + 1)
    seen: set[str] = set()
    for place in range(verb + 1, end):
        for stem in stems[place]:
            if stem not in seen:
                seen.add(stem)
                bonus[stem] = bonus.get(stem, 0.0) + worth[place - verb > _NEAR]


def _sentence_around(text: Text, place: int) -> tuple[int, int]:
    if place < 0:
        return 0, 0
    number = text.sentence[place]
    return bisect_left(text.sentence, number), bisect_right(text.sentence, number)


class Promise:
    """What stretches of a text promise to share with the authors' own title, as an F1."""

    def __init__(self, stems: Stems, chances: dict[str, float], used: Sequence[str]) -> None:
        self._stems = stems
        self._chances = {**chances, **dict.fromkeys(used, 0.0)}
        self._length = _USUAL_LENGTH - min(len(used), 3)
        own = {one for one, chance in self._chances.items() if chance} - ABSTRACT_WORDS
        # Sums over all words before each place: of chances, of stems, of stems of its own.
        self.sums, self._counts, self._own = [0.0], [0], [0]
        found, count, special = 0.0, 0, 0
        for parts in stems:
            for part in parts:
                found += self._chances[part]
                count += 1
                special += part in own
            self.sums.append(found)
            self._counts.append(count)
            self._own.append(special)

    def of(self, span: Span) -> float:
        """Return the F1 to expect of ``span``, a repeated word counted twice."""
        start, end = span.start, span.last + 1
        found = self.sums[end] - self.sums[start]
        return 2 * found / (self._counts[end] - self._counts[start] + self._length)

    def chance(self, span: Span) -> float:
        """Return the mean chance of the words of ``span`` to stand in the title."""
        start, end = span.start, span.last + 1
        count = self._counts[end] - self._counts[start]
        return (self.sums[end] - self.sums[start]) / count if count else 0.0

    def of_both(self, phrase: Span, task: Span) -> float:
        """Return the F1 to expect of two phrases; 0 if the second adds next to nothing."""
        one, two = self._stems_of(phrase), self._stems_of(task)
        if len(two - one) < _FEWEST_NEW or len(two & one) > _MOST_REPEATED:
            return 0.0
        both = one | two
        return 2 * sum([self._chances[stem] for stem in both]) / (len(both) + self._length)

    def own_words(self, phrase: Span) -> int:
        """Return how many words ``phrase`` has that belong to this paper and not to any."""
        return self._own[phrase.last + 1] - self._own[phrase.start]

    def _stems_of(self, span: Span) -> set[str]:
        return {stem for parts in self._stems[span.start : span.last + 1] for stem in parts}
