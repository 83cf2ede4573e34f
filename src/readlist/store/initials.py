"""The initials of titles: what people call a method or a paper by."""

from collections.abc import Sequence

from readlist.text import folded_words

_SMALL = frozenset(
    "a an and as at by for from in is of on or the to via with".split()  # noqa: SIM905
)

#: The shortest and the longest word that may be initials.
SHORTEST, LONGEST = 3, 6


def initials(title: str) -> str:
    """Return the initials of ``title``, with and without the small words: ``bowm bwm``."""
    words = folded_words(title)
    return " ".join(["".join([words[at][0] for at in places]) for places in initial_words(words)])


def initial_words(words: Sequence[str]) -> list[Sequence[int]]:
    """Return the places of the words whose initials count: all, and all but the small ones."""
    if _SMALL.isdisjoint(words):
        return [range(len(words))]
    telling = [place for place, word in enumerate(words) if word not in _SMALL]
    return [range(len(words)), telling]


def threes(letters: str) -> list[str]:
    """Return every three letters in a row."""
    return [letters[start : start + SHORTEST] for start in range(len(letters) - SHORTEST + 1)]
