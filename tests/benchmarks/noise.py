"""Queries as people type them: some words they remember of a paper, and seven ways to get them wrong."""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
#: Words shorter than this are not misspelt, and a half word has at least half as many letters.
_LONG = 5


@dataclass(frozen=True, slots=True)
class KnownItem:
    """A query and the number of the paper it is for."""

    query: str
    paper: int


def remembered(
    papers: Sequence[tuple[int, str, Sequence[str]]], number: int, kind: str, seed: int = 2
) -> Iterator[KnownItem]:
    """Yield known-item queries of a ``kind`` for papers, each given as id, title and authors."""
    chance = random.Random(f"{kind} {seed}")
    made = 0
    while made < number:
        paper, title, authors = chance.choice(papers)
        words = [word for word in title.lower().split() if word.isalpha() and len(word) > 3]
        if len(words) < 3:
            continue
        kept = [words[place] for place in sorted(chance.sample(range(len(words)), 3))]
        if authors and chance.random() < 0.3:
            kept[0] = chance.choice(authors).split()[-1].lower()
        noisy = KINDS[kind](kept, chance)
        if noisy is not None:
            made += 1
            yield KnownItem(" ".join(noisy), paper)


def _wrong(word: str, chance: random.Random) -> str:
    place = chance.randrange(len(word))
    return word[:place] + chance.choice(_LETTERS.replace(word[place], "")) + word[place + 1 :]


def _dropped(word: str, chance: random.Random) -> str:
    place = chance.randrange(len(word))
    return word[:place] + word[place + 1 :]


def _swapped(word: str, chance: random.Random) -> str:
    places = [place for place in range(len(word) - 1) if word[place] != word[place + 1]]
    place = chance.choice(places)
    return word[:place] + word[place + 1] + word[place] + word[place + 2 :]


def _half(word: str) -> str:
    return word[: max(_LONG // 2 + 1, (len(word) + 1) // 2)]


Noise = Callable[[list[str], random.Random], list[str] | None]


def _in_words(slip: Callable[[str, random.Random], str], number: int = 1) -> Noise:
    def noisy(words: list[str], chance: random.Random) -> list[str] | None:
        long = [place for place, word in enumerate(words) if len(word) >= _LONG]
        if len(long) < number:
            return None
        places = chance.sample(long, number)
        return [slip(word, chance) if at in places else word for at, word in enumerate(words)]

    return noisy


def _half_typed(slip: Callable[[str, random.Random], str] | None) -> Noise:
    def noisy(words: list[str], chance: random.Random) -> list[str] | None:
        *others, last = words
        if len(last) < 2 * (_LONG - 1):
            return None
        half = _half(last)
        return [*others, slip(half, chance) if slip else half]

    return noisy


#: Every kind of noise by its name.
KINDS: dict[str, Noise] = {
    "clean": lambda words, chance: words,
    "one typo": _in_words(_wrong),
    "two typos": _in_words(_wrong, 2),
    "letter dropped": _in_words(_dropped),
    "letters transposed": _in_words(_swapped),
    "half a word": _half_typed(None),
    "half a word with a typo": _half_typed(_wrong),
}
