r"""An abstract as plain text without TeX, and as the words and marks of its sentences.

Everything after the first ``LONGEST`` characters is left aside: no abstract is longer, and a
hostile text costs no more than an abstract does.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from readlist.importing.titles.vocabulary import word_list
from readlist.text import fold_spaces, printable

LONGEST = 6000
#: Stands for a formula that cannot be read as a word.
FORMULA = "§"

_LABEL = r"\W{0,3}abstract\s*[:.—–-]\s*"
# The headings of structured abstracts, and how long one can be.
_HEADINGS = word_list("headings of abstracts")
_LONGEST_HEADING = 40
_LINK = r"https?://\S+|www\.\S+"
# Fonts and emphasis: the command goes, what it marks stays. Braces are often lost on the way, so
# that the command and the word run together: "\emphnumber".
_FONT = (
    r"\\?(?:text(?:bf|it|sc|tt|rm|sf|sl|md|up|normal)|emph|math(?:rm|cal|bf|bb|it|sf|tt|scr|frak)"
    r"|boldsymbol|operatorname\*?|underline|ensuremath)(?=\{)"
    r"|\\(?:text(?:bf|it|sc|tt|rm|sf|sl|md|up|normal)|emph|math(?:rm|cal|bf|bb|it|sf|tt|scr|frak)"
    r"|boldsymbol|operatorname\*?|underline|ensuremath)"
    r"|\\(?:text|mbox|bm|em|bf|it|tt|sc|rm|sf|xspace|left|right|,|;|!|displaystyle)(?![a-z])"
)
# These and what they hold say nothing in a title.
_POINTER = (
    r"\\(?:cite\w*|ref|eqref|label|footnote\w*|url|href|[hv]space)\*?"
    r"(?:\[[^\]]*\])?(?:\{[^{}]*\})?"
)
_COMMAND = r"\\([A-Za-z]+)\s?|\\(\W)"
_SYMBOLS = {
    "ell": "ℓ", "times": "×", "infty": "∞", "to": "→", "rightarrow": "→", "leftrightarrow": "↔",
    "leq": "≤", "le": "≤", "geq": "≥", "ge": "≥", "approx": "≈", "sim": "~", "pm": "±",
    "cdot": "·", "varepsilon": "ε", "epsilon": "ε", "varphi": "φ", "star": "*", "ast": "*",
    "textregistered": "", "texttrademark": "", "textendash": "–", "textemdash": "—",
}  # fmt: skip
_MATH = r"\${1,2}([^$]{1,300})\${1,2}|\\\((.{1,300}?)\\\)"
_TWO_WORDS = r"[a-z]{3} [a-z]{3}"
_READABLE = r"[\w+\-./*^×∞'·]{1,12}"
_QUOTES = str.maketrans({**dict.fromkeys('"“”«»„`', " "), "’": "'", "‐": "-", "‑": "-", "~": " "})
_DASHES = r"--+|[–—]"
_ODD_MARKS = ('"', "`", "~", "--", "''", " '", "('")
_QUOTED = r"'(?<!\w')([^']{1,60})'(?!\w)"
# What joins the parts of a word: "graph-based", "4.5", "1,140", "D&D".
_JOINT = r"[-'*^@&/_+×→]+|\.(?=[\da-z])|(?<=\d),(?=\d{3}\b)"
# A word, perhaps with a small bracket in it ("SE(3)-equivariant") or a mark at its end ("C++").
_TOKEN = (
    rf"[^\W_]+(?:(?=[-'*^@&/_+×→.,(])(?:(?:{_JOINT})[^\W_]+|\(\w{{1,2}}\)))*"
    r"(?:[*+]+|(?<=s)')?|\S"
)
_ENDS = frozenset(".!?")
_ABBREVIATIONS = word_list("abbreviations")


@dataclass(frozen=True, slots=True)
class Text:
    """The words and marks of an abstract: lists of the same length.

    ``words`` are as written, ``lower`` in lower case; ``sentence`` counts sentences from 0.
    """

    words: list[str]
    lower: list[str]
    sentence: list[int]

    def at(self, place: int) -> str:
        """Return the word at ``place`` in lower case, or nothing when there is no such place."""
        return self.lower[place] if 0 <= place < len(self.lower) else ""


def plain(abstract: str) -> str:
    """Return the head of ``abstract`` on one line, without its label, links and TeX commands."""
    text = printable(abstract).lstrip()[:LONGEST]
    label = _compiled(_LABEL, re.IGNORECASE).match(text)
    text = text[label.end() :] if label else text
    if ": " in text:
        text = _without_headings(text)
    if "\\" in text or "$" in text or "{" in text:
        text = _without_tex(text)
    if "://" in text or "www." in text:
        text = _compiled(_LINK).sub(" ", text)
    text = text.replace(" et al.", "")
    if not text.isascii() or any(mark in text for mark in _ODD_MARKS):
        text = text.replace("''", " ").translate(_QUOTES)
        text = _compiled(_QUOTED).sub(r"\1", text)
        text = _compiled(_DASHES).sub(" – ", text)
    return fold_spaces(text) if "  " in text else text.strip()


def tokenize(text: str) -> Text:
    """Return the words and marks of plain ``text``."""
    words = _compiled(_TOKEN).findall(text)
    sentences: list[int] = []
    sentence = 0
    for place, word in enumerate(words):
        if word in _ENDS and _ends_sentence(words, place):
            sentences.extend([sentence] * (place + 1 - len(sentences)))
            sentence += 1
    sentences.extend([sentence] * (len(words) - len(sentences)))
    return Text(words, [word.lower() for word in words], sentences)


@cache
def _compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Compile when first needed: most runs of the program derive no title."""
    return re.compile(pattern, flags)


def _without_headings(text: str) -> str:
    """Return ``text`` without "Background:", "Results:" and the like at the start of sentences."""
    kept = ""
    first, *rest = text.split(": ")
    for part in rest:
        begin = max(first.rfind(mark) for mark in ".!?;") + 1
        words = first[begin:].lower().split() if len(first) - begin < _LONGEST_HEADING else []
        heading = bool(words) and words[-1] in _HEADINGS and len(words) <= 3
        kept += first[:begin] + " " if heading else first + ": "
        first = part
    return kept + first


def _without_tex(text: str) -> str:
    from readlist.importing.readers.parts import tex  # few abstracts need it

    text = tex.plain(text)
    text = _compiled(_POINTER).sub(" ", text)
    text = _compiled(_FONT).sub("", text)
    text = _compiled(_MATH).sub(_read_formula, text)
    text = _compiled(_COMMAND).sub(_read_command, text)
    return text.translate({ord(mark): None for mark in "{}$"})


def _read_formula(match: re.Match[str]) -> str:
    """A short symbol stays, a formula becomes a mark; text between two prices is no formula."""
    inside = match[1] or match[2]
    if _compiled(_TWO_WORDS).search(inside):
        return match[0]
    symbol = _compiled(_COMMAND).sub(_read_command, inside)
    symbol = _compiled(r"[{}\s]|_(?=\{?[\d∞])").sub("", symbol)
    return symbol if _compiled(_READABLE).fullmatch(symbol) else f" {FORMULA} "


def _read_command(match: re.Match[str]) -> str:
    name, sign = match.groups()
    if sign:
        return sign if sign in "%&_#" else " "
    if name in _SYMBOLS:
        return _SYMBOLS[name]
    size = "CAPITAL" if name[0].isupper() else "SMALL"
    try:
        return unicodedata.lookup(f"GREEK {size} LETTER {name.upper()}")
    except KeyError:
        return ""


def _ends_sentence(words: list[str], position: int) -> bool:
    before = words[position - 1] if position else ""
    after = words[position + 1] if position + 1 < len(words) else "."
    if before.lower() in _ABBREVIATIONS or (len(before) == 1 and before.isupper()):
        return False
    return not after[0].islower()
