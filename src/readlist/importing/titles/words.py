"""Words as the titles are compared by: stems of content words."""

import re

from readlist.importing.titles.vocabulary import STOPWORDS

_NOT_ADVERBS = ("maly", "mily", "mbly", "pply", "eply", "iply", "poly")
_ADJECTIVES = ("able", "al", "ary", "ful", "ible", "ic", "ive", "less", "ous")


def stem(word: str) -> str:
    """Return ``word`` in lower case without the ending of a plural or a possessive."""
    word = word.lower().removesuffix("'s")
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def content_parts(word: str) -> list[str]:
    """Return the stems of the parts of ``word`` (split at hyphens) that are not function words."""
    parts = re.findall(r"[^\W_]+", word)
    return [stem(part) for part in parts if part.lower() not in STOPWORDS]


def is_adverb(word: str) -> bool:
    """Whether ``word`` ends as adverbs do ("widely") and is none of the nouns that also do."""
    return len(word) > 4 and word.endswith("ly") and not word.endswith(_NOT_ADVERBS)


def is_adjective(word: str) -> bool:
    """Whether ``word`` looks like an adjective, which cannot end a phrase: "graph-based"."""
    return "-" in word or word.endswith(_ADJECTIVES)
