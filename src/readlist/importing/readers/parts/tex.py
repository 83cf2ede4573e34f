r"""TeX as text: accents alone (``\'e``, ``{\"o}``, ``\c{c}``, ``\l``), or all that LaTeX prints.

The accents are those of LaTeX's text mode: https://www.ctan.org/pkg/encguide. The other commands
are those of https://www.ctan.org/pkg/latex2e-help-texinfo, the chapter on special insertions.
"""

import re
import unicodedata

from readlist.text import readable

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
    "t": "\u0361",
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


# Text as LaTeX writes it, as people read it. What TeX does with macros is not done: a command is
# known by its name alone, and what stands in braces after an unknown one is kept.

# Accents of formulas, which some write in text.
_ALL_ACCENTS = _ACCENTS | {
    "acute": _ACCENTS["'"], "grave": _ACCENTS["`"], "ddot": _ACCENTS['"'], "check": _ACCENTS["v"],
}  # fmt: skip
#: Commands for characters; what follows them after a space belongs to the same word.
_WORD_LETTERS = _LETTERS | {
    "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð", "dj": "đ", "DJ": "Đ", "th": "þ", "TH": "Þ",
    "ng": "ŋ", "NG": "Ŋ", "SS": "ẞ", "IJ": "Ĳ", "ij": "ĳ",
}  # fmt: skip
_CHARACTERS = {
    "textbackslash": "\\", "backslash": "\\", "textasciitilde": "~", "textasciicircum": "^",
    "textbraceleft": "{", "textbraceright": "}", "lbrace": "{", "rbrace": "}", "slash": "/",
    "textunderscore": "_", "textbar": "|", "textless": "<", "textgreater": ">", "textdollar": "$",
    "textquotesingle": "'", "textquotedbl": '"', "textasciigrave": "`", "textasteriskcentered": "*",
    "textquoteleft": "‘", "textquoteright": "’", "textquotedblleft": "“", "textquotedblright": "”",
    "quotesinglbase": "‚", "quotedblbase": "„", "guillemotleft": "«", "guillemotright": "»",
    "guilsinglleft": "‹", "guilsinglright": "›", "flqq": "«", "frqq": "»", "glqq": "„", "grqq": "“",
    "lq": "‘", "rq": "’", "textendash": "–", "textemdash": "—", "textellipsis": "…",
    "textregistered": "®", "texttrademark": "™", "textcopyright": "©", "copyright": "©",
    "textdegree": "°", "textmu": "µ", "texttimes": "×", "textpm": "±", "textperiodcentered": "·",
    "textbullet": "•", "textsection": "§", "P": "¶", "dag": "†", "textdagger": "†", "ddag": "‡",
    "pounds": "£", "textsterling": "£", "euro": "€", "texteuro": "€", "textyen": "¥",
    "textonehalf": "½", "textonequarter": "¼", "textordfeminine": "ª", "textordmasculine": "º",
    "textexclamdown": "¡", "textquestiondown": "¿", "textvisiblespace": " ", "space": " ",
    "nobreakspace": " ", "newline": " ", "linebreak": " ", "par": "\n\n", "thinspace": " ",
    "enspace": " ", "textnumero": "№",
}  # fmt: skip
# They say how what follows is set, and print nothing.
_SILENT = re.compile(
    "relax|protect|it|bf|em|sl|sc|rm|tt|sf|(?:it|sc|sl|up)shape|(?:bf|md)series|(?:rm|sf|tt)family"
    "|normal(?:font|size)|small|footnotesize|large|Large|(?:un)?boldmath|selectfont|leavevmode"
    "|ifmmode|else|fi|sloppy|noindent|allowbreak|nolinebreak|null|(?:begin|end)group|left|right"
    "|displaystyle|textstyle"
)
_SIGNS = dict.fromkeys(" ,;:\\\n\t", " ") | dict.fromkeys("-/!@*", "")
_MARKS = {"---": "—", "--": "–", "``": "“", "''": "”", "~": " ", "{": "", "}": ""}
_WRITTEN = re.compile(r"[\\{}~$]|--|``|''")
_MATH_OR_TEXT = re.compile(
    r"\\ifmmode\b.{0,200}?\\else\b\s*(.{0,200}?)\\fi\b(?:\s?\{\})?", re.DOTALL
)
_TOKEN = re.compile(
    r"""
    (?P<math>\$\$(?:[^$\\]|\\.)++\$\$|\$(?:[^$\\]|\\.)*+\$)
    |\\\((?P<formula>[^\\]{1,300}(?:\\[^)][^\\]{0,300}){0,50})\\\)
    |\\ensuremath\s*\{(?P<ensured>[^{}]*+(?:\{[^{}]*+\}[^{}]*+)*+)\}
    |\\(?:(?P<accent>['`^"~=.])|(?P<named>[uvHtcdbkr]|acute|grave|ddot|check)(?![A-Za-z]))\s*\{?\s*
       (?:\\(?P<spelt>[ijoO]|a[ae]|A[AE])(?![A-Za-z])|(?P<letter>[^\W\d_]))
    |\\(?:url|path|nolinkurl)\s*\{(?P<address>[^{}]*)\}
    |\\href\s*\{[^{}]*\}
    |\\(?:[cC]ite[a-z]*|footnote(?:mark|text)?|thanks|label|index|noopsort|SortNoop|[hv]space)\b
       \*?\s*(?:\[[^][{}]{0,200}\])?\{[^{}]*+\}
    |\\text(?P<shift>super|sub)script\s*\{(?P<shifted>[^{}]*)\}
    |\\(?P<word>[A-Za-z]+)\*?(?P<after>\s*)(?P<empty>\{\})?(?P<argument>(?=\{))?
    |\\(?P<sign>.)
    |(?P<mark>---?|``|''|[~{}])
    """,
    re.VERBOSE | re.DOTALL,
)


def text_of(tex: str) -> str:
    """Return what LaTeX prints for ``tex``, as far as it is text; formulas stay as they are.

    Accents and commands become characters, braces go, and of commands that only dress their
    argument the argument stays. White space is not folded.
    """
    if not _WRITTEN.search(tex):
        return tex
    return _TOKEN.sub(_printed, _MATH_OR_TEXT.sub(r"\1", tex))


def _printed(found: re.Match[str]) -> str:
    if found["mark"]:
        return _MARKS[found["mark"]]
    if found["math"]:
        return found["math"]
    if accent := found["accent"] or found["named"]:
        letter = _LETTERS[found["spelt"]] if found["spelt"] else found["letter"]
        return unicodedata.normalize("NFC", letter + _ALL_ACCENTS[accent])
    if found["word"]:
        return _command(found)
    if found["sign"]:
        return _SIGNS.get(found["sign"], found["sign"])
    if formula := found["formula"] or found["ensured"]:
        return f"${formula}$"
    if found["shift"]:
        return _shifted(found["shift"], found["shifted"])
    return found["address"] or ""


def _command(found: re.Match[str]) -> str:
    name, after = found["word"], found["after"]
    if name in _WORD_LETTERS:
        return _WORD_LETTERS[name]
    if found["empty"]:
        after = ""  # braces end a command's name where a space is to follow it
    if name in _CHARACTERS:
        return _CHARACTERS[name] + after
    if _SILENT.fullmatch(name) or found["argument"] is not None:
        return ""
    shown = readable(f"\\{name}")
    return (name if shown.startswith("\\") else shown) + after


def _shifted(shift: str, content: str) -> str:
    """Return raised or lowered digits as a formula, anything else as plain text: 1st."""
    if re.fullmatch(r"[\d+−–-]+", content):
        return f"${'^' if shift == 'super' else '_'}{{{content}}}$"
    return _TOKEN.sub(_printed, content)
