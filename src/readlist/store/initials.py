"""The initials of titles: what people call a method or a paper by."""

import re
from collections.abc import Sequence

_WORDS = re.compile(r"[^\W_]+")
_SMALL = frozenset(
    "a an and as at by for from in is of on or the to via with".split()  # noqa: SIM905
)

#: The shortest and the longest word that may be initials.
SHORTEST, LONGEST = 3, 6


def initials(title: str) -> str:
    """Return every three initials in a row of ``title``, as words apart by spaces.

    They are counted with and without the small words: ``Bag of Words Models``
    has ``bow``, ``owm`` and ``bwm``.
    """
    words = _WORDS.findall(title.lower())
    runs: list[str] = []
    for places in initial_words(words):
        runs += threes("".join([words[place][0] for place in places]))
    return " ".join(runs)


def initial_words(words: Sequence[str]) -> list[Sequence[int]]:
    """Return the places of the words whose initials count: all, and all but the small ones."""
    if _SMALL.isdisjoint(words):
        return [range(len(words))]
    telling = [place for place, word in enumerate(words) if word not in _SMALL]
    return [range(len(words)), telling]


def threes(letters: str) -> list[str]:
    """Return every three letters in a row."""
    return [letters[start : start + SHORTEST] for start in range(len(letters) - SHORTEST + 1)]
