"""Words as the titles are compared by: stems of content words."""

import re
from functools import lru_cache

from readlist.importing.titles.vocabulary import STOPWORDS

_PARTS = re.compile(r"[^\W_]+")


@lru_cache(maxsize=8192)
def content_parts(word: str) -> tuple[str, ...]:
    """Return the stems of the parts of ``word`` (split at hyphens) that are not function words."""
    return tuple(stem(part) for part in _PARTS.findall(word) if part.lower() not in STOPWORDS)


def stem(word: str) -> str:
    """Return ``word`` in lower case without the ending of a plural or a possessive."""
    word = word.lower().removesuffix("'s")
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word
