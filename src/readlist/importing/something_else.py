"""What a text is when it is no list of papers: source code, a licence, a log, prose …

Each kind is known by a share of lines that only it writes (``something_else.toml``). It
serves twice: a text that clearly is something else needs more evidence before papers are
seen in it, and one in which none were found is refused by the name of what it is.
"""

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from readlist.importing.readers.parts.identifiers import links
from readlist.importing.readers.parts.lines import Line

_SAMPLE, _LONGEST = 1500, 400
#: How much speaks against papers in a text that is surely of a kind.
_DOUBT = {"code": 20.0, "data": 12.0, "prose": 4.0}
#: A text is surely of a kind at so many times the share of lines that makes it likely.
_SURE = 1.5

_LISTED = re.compile(r"\s*(?:[-*+•]|\d+[.)]|\[[ x]\])\s")
_SENTENCE = re.compile(r"[a-z\d)\"'”’]{2}[.!?][)\"'”’]?(?:\s|$)")


class OtherKind(NamedTuple):
    """What a text looks like, with its article, and how much speaks against papers in it.

    ``doubt`` is from 0 (nothing does) to 20 (surely something else): it is added to the
    evidence that a page of papers needs.
    """

    name: str
    doubt: float


class _Kind(NamedTuple):
    name: str
    mark: re.Pattern[str]
    share: float
    least: int


def other_kind(lines: Sequence[Line]) -> OtherKind:
    """Return what a text looks like by its first lines."""
    texts = [line.text[:_LONGEST] for line in lines[:_SAMPLE]]
    if not texts:
        return OtherKind("an empty file", 0.0)
    for family, kinds in _kinds().items():
        shares = [(_share(kind, texts) / kind.share, kind.name) for kind in kinds]
        likely, name = max(shares)
        if likely >= 1.0:
            return OtherKind(name, _DOUBT[family] * min(1.0, likely / _SURE))
    return _by_form(texts)


@cache
def _kinds() -> dict[str, list[_Kind]]:
    table = tomllib.loads(files(__package__).joinpath("something_else.toml").read_text("utf-8"))
    return {
        family: [
            _Kind(one["name"], _any_of(one["marks"]), one["share"], one.get("least", 3))
            for one in table[family]
        ]
        for family in _DOUBT
    }


def _any_of(marks: Sequence[str]) -> re.Pattern[str]:
    parts = (f"(?i:{mark[4:]})" if mark.startswith("(?i)") else f"(?:{mark})" for mark in marks)
    return re.compile("|".join(parts))


def _share(kind: _Kind, texts: Sequence[str]) -> float:
    found = sum(kind.mark.match(text) is not None for text in texts)
    return found / len(texts) if found >= min(kind.least, len(texts)) else 0.0


def _by_form(texts: Sequence[str]) -> OtherKind:
    """Return what else it may be: links, a list, single words, prose."""
    urls = sum(_is_link(text) for text in texts)
    if urls >= 0.5 * len(texts):
        return OtherKind(f"a list of links, without titles: {urls:,}", 0.0)
    if sum(_LISTED.match(text) is not None for text in texts) > 0.5 * len(texts):
        return OtherKind("a list, but not of papers", 0.0)
    if sum(len(text.split(maxsplit=2)) <= 2 for text in texts) > 0.7 * len(texts):
        return OtherKind("a list of words", 0.0)
    if sum(_SENTENCE.search(text) is not None for text in texts) >= 0.2 * len(texts):
        return OtherKind("prose", 0.0)
    return OtherKind("a text without titles or abstracts of papers", 0.0)


def _is_link(text: str) -> bool:
    found = links(text)
    return bool(found) and len(found[0]) > 0.6 * len(text.strip())
