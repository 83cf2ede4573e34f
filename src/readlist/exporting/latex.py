r"""Plain text as LaTeX that prints its letters, safe within the braces of a BibTeX field.

Letters of all scripts stay as they are (UTF-8). BibTeX counts every brace, an
escaped one too (https://www.ctan.org/pkg/bibtex, "btxdoc"), so text brings none
of its own: ``\{`` would end a field early. Formulas between dollars stay
formulas when their braces are balanced.
"""

import re
from collections.abc import Callable

from readlist.text import fold_spaces, printable

_SPECIAL = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{each: f"\\{each}" for each in "&%$#_"},
}
_FORMULA = r"\$(?!\s)(?:[^$\\]|\\[^$])++(?<!\s)\$(?!\d)"
_WORD = r"[^\W_]+(?:[-'’.+/][^\W_]+)*+\+*"
_PART = re.compile(rf"(?P<math>{_FORMULA})|(?P<word>{_WORD})|(?P<special>[\\{{}}~^&%$#_])")
# The method's name that leads a title: "Tallow: …", "Deep Tallow: …".
_LEAD = re.compile(r"[^\s:]+(?:\s[^\s:]+)?(?=:\s)")
_MATH_BRACES = {r"\{": r"\lbrace ", r"\}": r"\rbrace ", r"\%": r"\%", r"\#": r"\#"}
_MATH_TOKEN = re.compile(r"\\[{}%#]|\\.|[%#]", re.DOTALL)
# Some readers take this for the start of an entry, even within braces.
_ENTRY_LIKE = re.compile(r"@(?=\w*[ \t]*\{)")
_UNSAFE_IN_ADDRESS = re.compile(r"[\\{}\s<>\"^`|]")


def text(content: str) -> str:
    """Return ``content`` as LaTeX on one line."""
    return _written(fold_spaces(printable(content)), lambda word: word)


def title(content: str) -> str:
    """Return a title as LaTeX in which no style lowers the case of names and formulas."""
    shown = fold_spaces(printable(content))
    lead = _LEAD.match(shown)
    names = set(lead[0].split()) if lead else set()
    return _written(shown, lambda word: f"{{{word}}}" if _is_name(word, names) else word, "{%s}")


def address(url: str) -> str:
    """Return a web address or an identifier as it may stand in a field, unescaped."""
    return _UNSAFE_IN_ADDRESS.sub(_percent, printable(url).strip())


def _written(shown: str, word: Callable[[str], str], formula: str = "%s") -> str:
    def one(found: re.Match[str]) -> str:
        if found["word"]:
            return word(found["word"])
        if found["math"]:
            math = _math(found["math"])
            return _escaped(found["math"]) if math is None else formula % math
        return _SPECIAL[found["special"]]

    return _ENTRY_LIKE.sub("{@}", _PART.sub(one, shown))


def _math(formula: str) -> str | None:
    """Return a formula whose braces BibTeX counts as balanced, ``None`` for one that has others."""
    inner = _MATH_TOKEN.sub(_math_token, formula)
    depth = 0
    for each in inner:
        depth += (each == "{") - (each == "}")
        if depth < 0:
            return None
    return None if depth else inner


def _math_token(found: re.Match[str]) -> str:
    token = found[0]
    return _MATH_BRACES.get(token, token) if token[0] == "\\" else f"\\{token}"


def _escaped(raw: str) -> str:
    return "".join(_SPECIAL.get(each, each) for each in raw)


def _is_name(word: str, names: set[str]) -> bool:
    """Tell whether a style that lowers titles would spoil ``word``: BERT, ImageNet, U-Net, 3D."""
    if word in names and word[:1].isupper():
        return True
    parts = re.split(r"[-/]", word)
    return any(
        any(letter.isupper() for letter in part[1:]) or (len(word) > 1 and part.isupper())
        for part in parts
    )


def _percent(found: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in found[0].encode(errors="replace"))
