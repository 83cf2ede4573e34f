"""How likely each word of an abstract is to stand in the title its authors would have chosen.

A logistic model over a few plain features: how often the word occurs, how early, whether near
"we propose" or "we study", whether in a pair of words that returns. The weights follow what such
features are worth in abstracts of several fields, rounded; no single word is known to the model
except by the lists of function words and of the talk of abstracts.
"""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from readlist.importing.titles.cues import own_verb
from readlist.importing.titles.naming_words import PROPOSING, STUDYING
from readlist.importing.titles.tokens import Token
from readlist.importing.titles.vocabulary import GENERIC
from readlist.importing.titles.words import content_parts, is_adverb

_NEAR = 8
_FAR = 20


@dataclass(slots=True)
class _Seen:
    """What is known of a word: ``first`` is where it first stands, from 0 to 1."""

    first: float
    count: int = 0
    pairs: int = 0
    generic: bool = False
    opening: bool = False
    closing: bool = False
    proposed: bool = False
    capital: bool = False
    hyphen: bool = False
    from_proposal: int = _FAR + 1
    from_study: int = _FAR + 1


def salience(tokens: Sequence[Token]) -> dict[str, float]:
    """Return, for each stem in ``tokens``, the chance that the title holds it."""
    return {
        word: 1 / (1 + math.exp(-_weight(word, seen))) for word, seen in _observe(tokens).items()
    }


def _observe(tokens: Sequence[Token]) -> dict[str, _Seen]:
    words: dict[str, _Seen] = {}
    proposal, study = own_verb(tokens, PROPOSING), own_verb(tokens, STUDYING)
    for place, token in enumerate(tokens):
        parts = content_parts(token.text) if token.is_word else []
        for part in parts:
            seen = words.setdefault(part, _Seen(place / len(tokens)))
            _note(seen, tokens, place, in_compound=len(parts) > 1)
            seen.proposed |= proposal is not None and tokens[proposal].sentence == token.sentence
            seen.from_proposal = min(seen.from_proposal, _distance(tokens, proposal, place))
            seen.from_study = min(seen.from_study, _distance(tokens, study, place))
    for pair, count in Counter(_pairs(tokens)).items():
        for word in pair:
            words[word].pairs = max(words[word].pairs, count)
    return words


def _note(seen: _Seen, tokens: Sequence[Token], place: int, *, in_compound: bool) -> None:
    token = tokens[place]
    seen.count += 1
    seen.generic |= token.text.lower() in GENERIC
    seen.opening |= token.sentence == 0
    seen.closing |= token.sentence >= tokens[-1].sentence - 1
    seen.hyphen |= in_compound
    seen.capital |= token.text[0].isupper() and place > 0 and tokens[place - 1].is_word


def _distance(tokens: Sequence[Token], verb: int | None, place: int) -> int:
    """How many words after ``verb``, in its sentence, ``place`` is."""
    if verb is None or place <= verb or tokens[verb].sentence != tokens[place].sentence:
        return _FAR + 1
    return place - verb


def _pairs(tokens: Sequence[Token]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of words of content that stand side by side."""
    previous = None
    for token in tokens:
        parts = content_parts(token.text) if token.is_word else []
        if not parts:
            previous = None
        for part in parts:
            if previous:
                yield previous, part
            previous = part


def _weight(word: str, seen: _Seen) -> float:
    return (
        -2.65
        - 1.15 * (seen.generic or word in GENERIC)
        + 0.5 * math.log(seen.count)
        - 0.45 * (seen.count == 1)
        + 0.7 * (seen.pairs >= 2)
        + 0.3 * (seen.pairs >= 3)
        - 1.3 * seen.first
        + 0.3 * seen.opening
        + 0.3 * seen.closing
        + 0.3 * seen.proposed
        + _nearness(seen.from_proposal, near=1.1, far=0.5)
        + _nearness(seen.from_study, near=0.8, far=0.6)
        + 0.75 * seen.capital
        + 0.35 * seen.hyphen
        - 1.0 * is_adverb(word)
        - 0.3 * (len(word) <= 2)
        - 0.9 * word.isdigit()
    )


def _nearness(distance: int, *, near: float, far: float) -> float:
    return near if distance <= _NEAR else far if distance <= _FAR else 0.0
