"""What the authors make of a phrase: what their work is, what they propose, or something else."""

from collections.abc import Sequence
from enum import Enum, auto

from readlist.importing.titles.cues import has_own_subject
from readlist.importing.titles.naming_words import KINDS, NAMING, PROPOSING, STUDYING
from readlist.importing.titles.shapes import bare
from readlist.importing.titles.tokens import Token, word_at
from readlist.importing.titles.word_set import word_set

_BEFORE_NAMES = word_set('" ( as')
_AFTER_NAMES = word_set(", – : is (")


class Standing(Enum):
    """What the authors make of a phrase."""

    #: It says what the thing is that has the paper's name.
    KIND = auto()
    #: They say that they propose it or study it.
    PROPOSED = auto()
    OTHER = auto()


class Standings:
    """The standing of every phrase of an abstract.

    ``name`` is what the paper calls its own work; ``own_places`` are those of its words.
    """

    def __init__(self, tokens: Sequence[Token], name: str | None) -> None:
        self._tokens = tokens
        words = name.split(" ") if name else []
        starts = [place for place in range(len(tokens)) if _stands_at(tokens, place, words)]
        ends = [start + len(words) for start in starts]
        self.own_places = frozenset(
            place for start in starts for place in range(start, start + len(words))
        )
        self._before_kind = {end for end in ends if word_at(tokens, end) in _AFTER_NAMES}
        self._ends_of_kind = {
            _end_of_kind(tokens, start, end) for start, end in zip(starts, ends, strict=True)
        }

    def up_to(self, last: int) -> Standing | None:
        """Return the standing of a phrase for what follows it, if that gives it any."""
        return Standing.KIND if last in self._ends_of_kind else None

    def after(self, before: int) -> Standing:
        """Return the standing of a phrase for what stands at ``before`` it."""
        if before in self._before_kind:
            return Standing.KIND
        verb = word_at(self._tokens, before)
        own = verb in PROPOSING or verb in STUDYING
        return (
            Standing.PROPOSED if own and has_own_subject(self._tokens, before) else Standing.OTHER
        )


def _stands_at(tokens: Sequence[Token], place: int, words: Sequence[str]) -> bool:
    if not words or bare(tokens[place].text) != words[0]:
        return False
    return [bare(token.text) for token in tokens[place : place + len(words)]] == words


def _end_of_kind(tokens: Sequence[Token], place: int, after: int) -> int | None:
    """Where the phrase ends that tells the kind: "a model called X", with X up to ``after``."""
    end = place - 1
    if word_at(tokens, end) == ",":
        return end - 1 if word_at(tokens, after) in {",", "."} else None
    while word_at(tokens, end) in _BEFORE_NAMES or word_at(tokens, end) in NAMING:
        end -= 1
    return end if end < place - 1 or word_at(tokens, end) in KINDS else None
