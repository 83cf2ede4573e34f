"""Words that were divided at the end of a line, as typeset pages divide them."""

import re
from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files

from readlist.importing.readers.parts.unwrap import join_lines

_DIVIDED = re.compile(r"(?<![\w-])([^\W\d_]{2,})-$")
_REST = re.compile(r"([a-zß-öø-ÿ]{2,})")


def join_divided(lines: Iterable[str]) -> str:
    """Return the text of wrapped ``lines``, words that were divided at a line's end made whole."""
    whole: list[str] = []
    for line in lines:
        text = line.strip()
        divided = _DIVIDED.search(whole[-1]) if whole else None
        rest = _REST.match(text) if divided else None
        if divided and rest and not _is_compound(divided[1], rest[1]):
            head, _, text = text.partition(" ")
            whole[-1] = whole[-1][:-1] + head
        if text:
            whole.append(text)
    return join_lines(whole)


def _is_compound(first: str, last: str) -> bool:
    """Return whether two words belong together by a hyphen, and are not one that was divided."""
    known = _compounds()
    return first.lower() in known["first"] or last in known["last"] or first.isupper()


@lru_cache(maxsize=1)
def _compounds() -> dict[str, frozenset[str]]:
    text = files(__package__).joinpath("compounds.txt").read_text(encoding="utf-8")
    kinds = (line.partition(":") for line in text.splitlines() if not line.startswith("#"))
    return {kind: frozenset(words.split()) for kind, _, words in kinds}
