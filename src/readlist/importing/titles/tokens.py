"""Turning an abstract into tokens: its words and marks, sentence by sentence.

Everything after the first ``LONGEST`` characters is left aside: no abstract is longer, and a
hostile text costs no more than an abstract does.
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple, Self

from readlist.importing.titles.word_set import word_set
from readlist.text import fold_spaces, printable

LONGEST = 6000

# Words whose full stop does not end a sentence.
_ABBREVIATIONS = word_set("e.g i.e cf vs al fig figs eq eqs sec approx resp dr prof st no")
# Fonts and emphasis: the command goes, what it marks stays.
_FONTS = (
    "emph textbf textit textsc texttt textrm textsf text mathrm mathcal mathbf mathbb mathit "
    "mathsf mathtt mathscr boldsymbol bm operatorname em bf it tt sc underline mbox rm sf "
    "ensuremath"
)
_MATH = r"\$([^$]{1,300})\$"
_TWO_WORDS = r"[a-z]{3} [a-z]{3}"
_LONGEST_SYMBOL = 12
_SUBSTITUTES = (
    (r"https?://\S+|www\.\S+", " "),
    (r"\\(?:href|url)\{[^{}]*\}", " "),
    (r"\\times\b", "x"),
    (r"\\(?:" + "|".join(_FONTS.split()) + r")(?![A-Za-z])", ""),
    (r"\\([A-Za-z]+)", r"\1"),
    (r"\\[^\sA-Za-z]", " "),
    (r"[{}$]", ""),
    (r"``|''|[“”«»„]", '"'),
    ("[‐‑]", "-"),
    ("’", "'"),
    (r"--+|[–—]", " – "),
    ("~", " "),
)
_ABSTRACT_LABEL = r"abstract\s*[:.—–-]\s*"
_TOKEN = r"[^\W_](?:[\w'*^@&/+-]|\.(?=[\da-z])|(?<=\d),(?=\d{3}\b))*|\S"


class Token(NamedTuple):
    """A word, or a single mark; ``sentence`` counts from 0."""

    text: str
    sentence: int
    #: The text in lower case.
    lower: str
    #: Whether this is a word or a number rather than a mark.
    is_word: bool

    @classmethod
    def of(cls, text: str, sentence: int) -> Self:
        """Return the token for ``text``, which is not empty."""
        return cls(text, sentence, text.lower(), text[0].isalnum())


def plain(abstract: str) -> str:
    """Return the head of ``abstract`` on one line, without its label, links and TeX commands."""
    text = printable(abstract).lstrip()[:LONGEST]
    label = _compiled(_ABSTRACT_LABEL, re.IGNORECASE).match(text)
    text = text[label.end() :] if label else text
    text = _compiled(_MATH).sub(_without_formula, text)
    for pattern, substitute in _SUBSTITUTES:
        text = _compiled(pattern).sub(substitute, text)
    return fold_spaces(text)


def tokenize(text: str) -> list[Token]:
    """Return the tokens of plain ``text`` in order, each with the number of its sentence."""
    words = [_trimmed(word) for word in _compiled(_TOKEN).findall(text)]
    tokens: list[Token] = []
    sentence = 0
    for position, word in enumerate(words):
        tokens.append(Token.of(word, sentence))
        if word in {".", "!", "?"} and _ends_sentence(words, position):
            sentence += 1
    return tokens


def word_at(tokens: Sequence[Token], place: int) -> str:
    """Return the token at ``place`` in lower case, or nothing when there is no such place."""
    return tokens[place].lower if 0 <= place < len(tokens) else ""


@cache
def _compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Compile when first needed: most runs of the program derive no title."""
    return re.compile(pattern, flags)


def _without_formula(match: re.Match[str]) -> str:
    """A short symbol stays, a formula becomes a mark; text between two prices is no formula."""
    inside = match.group(1)
    if _compiled(_TWO_WORDS).search(inside):
        return match.group()
    long = len(inside) > _LONGEST_SYMBOL or any(sign in inside for sign in "=<>\\ ")
    return " § " if long and "\\ell" not in inside else inside


def _trimmed(word: str) -> str:
    return word.rstrip("'^@&/-") or word


def _ends_sentence(words: list[str], position: int) -> bool:
    before = words[position - 1] if position else ""
    after = words[position + 1] if position + 1 < len(words) else "."
    if before.lower() in _ABBREVIATIONS or (len(before) == 1 and before.isupper()):
        return False
    return not after[0].islower()
