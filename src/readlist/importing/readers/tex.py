r"""Accents and special letters as TeX writes them: ``\'e``, ``{\"o}``, ``\c{c}``, ``\l``.

The accents are those of LaTeX's text mode: https://www.ctan.org/pkg/encguide
"""

import re
import unicodedata

_ACCENTS = {
    "'": "\u0301",
    "`": "\u0300",
    "^": "\u0302",
    '"': "\u0308",
    "~": "\u0303",
    "=": "\u0304",
    ".": "\u0307",
    "u": "\u0306",
    "v": "\u030c",
    "H": "\u030b",
    "c": "\u0327",
    "k": "\u0328",
    "r": "\u030a",
    "d": "\u0323",
    "b": "\u0331",
}
_LETTERS = {
    "l": "ł", "L": "Ł", "o": "ø", "O": "Ø", "aa": "å", "AA": "Å", "ae": "æ", "AE": "Æ",
    "oe": "œ", "OE": "Œ", "ss": "ß", "i": "i", "j": "j",
}  # fmt: skip
_DOTLESS = re.compile(r"\{?\\([ij])\b\s*\}?")
_MARK = re.compile(
    r"\{?\\(?:(?P<sign>['`^\"~=.])\s*|(?P<word>[uvHckrdb])(?=[\s{])\s*)\{?(?P<letter>[^\W\d_])\}?\}?"
)
_LETTER = re.compile(r"\{?\\(aa|AA|ae|AE|oe|OE|ss|[lLoO])(?![A-Za-z])(?:\{\})?\s*\}?")


def plain(text: str) -> str:
    """Return ``text`` with the accents and letters TeX spells out as single characters."""
    if "\\" not in text:
        return text
    undotted = _DOTLESS.sub(r"\1", text)
    return _LETTER.sub(lambda found: _LETTERS[found[1]], _MARK.sub(_accented, undotted))


def _accented(found: re.Match[str]) -> str:
    accent = _ACCENTS[found["sign"] or found["word"]]
    return unicodedata.normalize("NFC", found["letter"] + accent)
