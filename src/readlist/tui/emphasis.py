"""What the eye should find first in an abstract: names of methods, and the numbers that are claims.

Written for any abstract, so it looks at shapes and not at words: a name has a
capital inside it, an acronym stands in parentheses, and a number that is a
claim says of what kind it is (``37%``, ``12×``, ``3-fold``).
"""

import re
from dataclasses import dataclass
from enum import Enum, auto


class Kind(Enum):
    """What is emphasised."""

    NAME = auto()
    NUMBER = auto()


@dataclass(frozen=True, slots=True)
class Span:
    """The letters from ``start`` up to ``end`` of a text."""

    start: int
    end: int
    kind: Kind


#: A word with a capital after a small letter or a digit: PointTalk, mBERT, GPT4All, Q2Vec.
_CAPITAL_INSIDE = (
    r"(?=\w{0,30}?[^\W_A-Z][A-Z])[^\W\d_][^\W_]{2,39}"
    r"(?:-(?:\d\w{0,7}(?:\.\d{1,4})?|[A-Z]\w{0,15}))?"
)

#: In parentheses, two capitals or more, perhaps with digits, a hyphen and the s of a plural.
_ACRONYM = r"(?<=\()(?=(?:[a-z\d+-]{0,4}[A-Z]){2})[^\W_](?:[^\W_]|[-+](?=\w)){1,14}(?=[,;)])"

_FIGURE = r"\d{1,12}(?:[.,]\d{1,12}){0,4}"
_RANGE = rf"(?<![\w.,])[+−-]?{_FIGURE}(?:\s?(?:[–-]|to)\s?{_FIGURE})?"
_UNIT = (
    r"(?:\s?%|\s?×(?!\s?\d)|x(?!\w)|[- ]?fold\b|\s(?:percent|per cent|percentage points?)\b"
    r"|\s(?:times|orders of magnitude)\b)"
)

_NAME = re.compile(rf"(?<!\w)(?:{_CAPITAL_INSIDE})(?!\w)|{_ACRONYM}")
_NUMBER = re.compile(_RANGE + _UNIT)

#: Words before the colon of a title that still can be a name.
_NAME_WORDS = 3


def name_in_title(title: str) -> str:
    """Return the name a title begins with, as in ``Thimble: A Small Index``, or nothing."""
    name, colon, _ = title.partition(":")
    name = name.strip()
    is_name = colon and name[:1].isupper() and len(name.split()) <= _NAME_WORDS
    return name if is_name else ""


def spans(text: str, name: str = "") -> list[Span]:
    """Return what to emphasise in ``text``, in order and not overlapping.

    ``name`` is the name of the method where it is known, whatever its shape.
    """
    found = [Span(*match.span(), Kind.NUMBER) for match in _NUMBER.finditer(text)]
    found += [Span(*match.span(), Kind.NAME) for match in _NAME.finditer(text)]
    if name:
        known = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
        found += [Span(*match.span(), Kind.NAME) for match in known.finditer(text)]
    return _apart(sorted(found, key=lambda span: (span.start, -span.end)))


def _apart(found: list[Span]) -> list[Span]:
    """Leave out what overlaps something before it."""
    kept: list[Span] = []
    for span in found:
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept
