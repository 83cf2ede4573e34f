"""Words that titles of research papers are made of."""

from functools import lru_cache
from importlib.resources import files


@lru_cache(maxsize=1)
def _vocabulary() -> frozenset[str]:
    text = files(__package__).joinpath("title_words.txt").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return frozenset(" ".join(lines).split())


def is_title_word(word: str) -> bool:
    """Return whether ``word``, or a part of a compound, belongs to the language of titles."""
    low = word.lower()
    known = _vocabulary()
    if low in known or low.removesuffix("s") in known:
        return True
    return "-" in low and any(part in known for part in low.split("-"))
