"""Which words are written as only names and acronyms are."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from readlist.importing.titles.acronyms import singular
from readlist.importing.titles.word_set import word_set

_PREFIXES = word_set("non multi pre post semi anti sub inter intra cross")


def bare(word: str) -> str:
    """Return ``word`` without a possessive ending."""
    return word[:-2] if word.endswith("'s") else word


@lru_cache(maxsize=8192)
def is_name_shaped(word: str) -> bool:
    """Whether ``word`` is shaped like a name: FooBar, fooNet, FOO-2, x2vec, Sort-and-Count."""
    parts = [part for part in bare(word).replace("_", "-").replace("/", "-").split("-") if part]
    if (
        "/" in word
        or len(word.partition("^")[0]) < 2
        or not any(letter.isalpha() for letter in word)
    ):
        return False
    if len(parts) > 1 and _is_compound_adjective(parts):
        return False
    return any(_is_name_part(part) for part in parts) or _links_capitals(parts)


def is_plural_acronym(word: str) -> bool:
    """Whether ``word`` is an acronym with the small s of a plural: the things, not a name."""
    return word != singular(word)


def has_inner_capital(word: str) -> bool:
    """Whether a capital follows a small letter or a figure inside ``word``, as in FooBar."""
    return any(two.isupper() and (one.islower() or one.isdigit()) for one, two in pairwise(word))


def _is_name_part(part: str) -> bool:
    capitals = sum(letter.isupper() for letter in part)
    if capitals >= 2 or (capitals == 1 and not part[0].isupper()):
        return part[0].isalpha() or capitals > 1
    if not part[0].isalpha():
        return False
    figure_inside = any(letter.isdigit() for letter in part[1:-1]) and part[-1].isalpha()
    return (figure_inside and len(part) > 3) or (capitals == 1 and part[-1].isdigit())


def _links_capitals(parts: Sequence[str]) -> bool:
    return len(parts) > 2 and parts[0][0].isupper() and parts[-1][0].isupper()


def _is_compound_adjective(parts: Sequence[str]) -> bool:
    last = parts[-1]
    return (last.islower() and len(last) > 2) or parts[0].lower() in _PREFIXES
