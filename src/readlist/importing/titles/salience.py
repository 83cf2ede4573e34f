"""How likely each word of an abstract is to stand in the title its authors would have chosen.

A logistic model over a few plain features: how often the word occurs, how early, whether near
"we propose" or "we study", whether in a pair of words that returns. The weights follow what such
features are worth in abstracts of several fields, rounded; no single word is known to the model
except by the lists of function words and of the talk of abstracts.
"""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from readlist.importing.titles.cues import own_verb
from readlist.importing.titles.endings import is_adverb
from readlist.importing.titles.naming_words import PROPOSING, STUDYING
from readlist.importing.titles.tokens import Token
from readlist.importing.titles.vocabulary import GENERIC
from readlist.importing.titles.words import content_parts

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
    nearness: float = 0.0


def salience(tokens: Sequence[Token]) -> dict[str, float]:
    """Return, for each stem in ``tokens``, the chance that the title holds it."""
    proposal, study = own_verb(tokens, PROPOSING), own_verb(tokens, STUDYING)
    words = _observe(tokens, None if proposal is None else tokens[proposal].sentence)
    for stem, distance in _distances(tokens, proposal).items():
        words[stem].nearness += 1.1 if distance <= _NEAR else 0.5 if distance <= _FAR else 0.0
    for stem, distance in _distances(tokens, study).items():
        words[stem].nearness += 0.8 if distance <= _NEAR else 0.6 if distance <= _FAR else 0.0
    return {word: 1 / (1 + math.exp(-_weight(word, seen))) for word, seen in words.items()}


def _observe(tokens: Sequence[Token], proposal: int | None) -> dict[str, _Seen]:
    """Return what is known of each stem; ``proposal`` is the sentence of "we propose"."""
    words: dict[str, _Seen] = {}
    pairs: Counter[tuple[str, str]] = Counter()
    previous = ""
    for place, token in enumerate(tokens):
        parts = content_parts(token.text) if token.is_word else ()
        previous = previous if parts else ""
        for part in parts:
            if part not in words:
                words[part] = _Seen(place / len(tokens))
            _note(words[part], tokens, place, in_compound=len(parts) > 1)
            words[part].proposed |= token.sentence == proposal
            if previous:
                pairs[previous, part] += 1
            previous = part
    for pair, count in pairs.items():
        for word in pair:
            words[word].pairs = max(words[word].pairs, count)
    return words


def _note(seen: _Seen, tokens: Sequence[Token], place: int, *, in_compound: bool) -> None:
    """Add to what is ``seen`` of a word that it stands at ``place``."""
    token = tokens[place]
    seen.count += 1
    seen.generic |= token.lower in GENERIC
    seen.opening |= token.sentence == 0
    seen.closing |= token.sentence >= tokens[-1].sentence - 1
    seen.hyphen |= in_compound
    seen.capital |= token.text[0].isupper() and place > 0 and tokens[place - 1].is_word


def _distances(tokens: Sequence[Token], verb: int | None) -> dict[str, int]:
    """How many words after ``verb`` the stems of its sentence first stand, from its object on."""
    distances: dict[str, int] = {}
    if verb is None:
        return distances
    place = verb + 1
    while place < len(tokens) and tokens[place].sentence == tokens[verb].sentence:
        for stem in content_parts(tokens[place].text) if tokens[place].is_word else ():
            distances.setdefault(stem, place - verb)
        place += 1
    return distances


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
        + seen.nearness
        + 0.75 * seen.capital
        + 0.35 * seen.hyphen
        - 1.0 * is_adverb(word)
        - 0.3 * (len(word) <= 2)
        - 0.9 * word.isdigit()
    )
