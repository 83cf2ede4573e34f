"""The word lists, and what is known of a word by itself: its stem, whether it is a plural.

The lists are in ``words.txt`` beside this module.
"""

import re
from functools import cache, lru_cache
from pathlib import Path

# Abstracts share most of their words: what was judged once need not be judged again.
REMEMBERED = 16384
_PARTS = re.compile(r"[^\W_]+")
# Letters whose names begin with a vowel: "an LSTM".
_SPELLED_WITH_VOWEL = "AEFHILMNORSX"
_SAID_WITH_CONSONANT = ("uni", "use", "usa", "eu", "one", "uti", "ubi")


@cache
def _lists() -> dict[str, frozenset[str]]:
    lists: dict[str, frozenset[str]] = {}
    for section in Path(__file__).with_name("words.txt").read_text("utf-8").split("\n[")[1:]:
        name, _, words = section.partition("]\n")
        lists[name] = frozenset(word for word in words.split("\n") if word and word[0] != "#")
    return lists


def word_list(name: str) -> frozenset[str]:
    """Return the words of the list called ``name``."""
    return _lists()[name]


FUNCTION_WORDS = word_list("function words")
ABSTRACT_WORDS = word_list("abstract words")
KINDS = word_list("kinds")
_SINGULAR_S = word_list("nouns in -s")


def stem(word: str) -> str:
    """Return ``word`` in lower case without the ending of a plural or a possessive."""
    word = word.lower().removesuffix("'s")
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


@lru_cache(maxsize=REMEMBERED)
def content_stems(word: str) -> tuple[str, ...]:
    """Return the stems of the parts of ``word`` (split at hyphens) that are no function words."""
    return tuple([stem(part) for part in _PARTS.findall(word) if part not in FUNCTION_WORDS])


def is_plural(word: str) -> bool:
    """Whether ``word``, in lower case, looks like a plural noun or a verb in the third person."""
    return (
        len(word) > 3
        and word.endswith("s")
        and not word.endswith(("ss", "us", "is", "'s"))
        and word not in _SINGULAR_S
    )


def indefinite(first: str) -> str:
    """Return the article before a word that is the ``first`` of its phrase: "a", "an"."""
    if first[:2].isupper():
        return "an" if first[0] in _SPELLED_WITH_VOWEL else "a"
    vowel = first[0].lower() in "aeiou" and not first.lower().startswith(_SAID_WITH_CONSONANT)
    return "an" if vowel else "a"
