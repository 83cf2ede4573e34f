"""What the eye should find first in an abstract: names of methods, and the numbers that are claims.

It looks at shapes and not at words, so that it works for any abstract: a name has a capital inside
it, an acronym stands in parentheses, and a number that is a claim has a unit such as ``37%``,
``12×`` or ``3-fold``.
"""

import re
from dataclasses import dataclass
from enum import Enum, auto


class EmphasisKind(Enum):
    """What is emphasised."""

    NAME = auto()
    NUMBER = auto()


@dataclass(frozen=True, slots=True)
class Emphasis:
    """The letters from ``start`` up to ``end`` of a text."""

    start: int
    end: int
    kind: EmphasisKind


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


def name_in_title(title: str) -> str:
    """Return the name of up to three words a title begins with: ``Thimble: A Small Index``."""
    name, colon, _ = title.partition(":")
    is_name = colon and name.strip()[:1].isupper() and len(name.split()) <= 3
    return name.strip() if is_name else ""


def find_emphasis(text: str, name: str = "") -> list[Emphasis]:
    """Return what to emphasise in ``text``, in order and not overlapping.

    ``name`` is the name of the method where it is known, whatever its shape.
    """
    found = [Emphasis(*match.span(), EmphasisKind.NUMBER) for match in _NUMBER.finditer(text)]
    found += [Emphasis(*match.span(), EmphasisKind.NAME) for match in _NAME.finditer(text)]
    if name:
        known = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
        found += [Emphasis(*match.span(), EmphasisKind.NAME) for match in known.finditer(text)]
    kept: list[Emphasis] = []
    for span in sorted(found, key=lambda span: (span.start, -span.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept
