"""Names with accents the way TeX writes them, and texts without TeX."""

import re
import unicodedata

_ACCENTS = {
    "\u0301": "'", "\u0300": "`", "\u0308": '"', "\u0303": "~", "\u0302": "^",
    "\u030c": "v", "\u0327": "c", "\u030a": "r", "\u0306": "u", "\u0307": ".", "\u030b": "H", "\u0328": "k",
}  # fmt: skip
_LETTERS = {
    "ø": "\\o",
    "Ø": "\\O",
    "ß": "\\ss",
    "đ": "\\dj",
    "Đ": "\\DJ",
    "ł": "\\l",
    "Ł": "\\L",
    "æ": "\\ae",
    "ı": "\\i",
}
_BACK = {mark: accent for accent, mark in _ACCENTS.items()}
_COMMAND = re.compile(r"\{?\\(?:(['`\"~^.])|([vcruHk])(?=\{|\s+[A-Za-z]))\s*\{?\\?([A-Za-z])\}?\}?")
_LETTER = re.compile(r"\{?\\(ss|dj|DJ|ae|aa|AA|[oOlLi])(?![A-Za-z])(?:\{\}|\s)?\}?")
_TYPOGRAPHY = str.maketrans(
    {
        "“": '"',
        "”": '"',
        "‘": "'",
        "’": "'",
        "–": "-",
        "—": "-",
        "−": "-",
        "‐": "-",
        "\u00a0": " ",
        "\u00ad": "",
    }
)


def texify(text: str) -> str:
    """Return a text with its accents as TeX commands."""
    out = ""
    for letter in unicodedata.normalize("NFC", text):
        parts = unicodedata.normalize("NFD", letter)
        if letter in _LETTERS:
            out += f"{{{_LETTERS[letter]}}}"
        elif len(parts) == 2 and parts[1] in _ACCENTS:
            mark = _ACCENTS[parts[1]]
            out += f"\\{mark}{{{parts[0]}}}" if mark.isalpha() else f"\\{mark}{parts[0]}"
        else:
            out += letter
    return out


def plain(text: str) -> str:
    """Return what is left of a text when it is compared: no case, spaces, accents, TeX or typography."""
    text = _LETTER.sub(
        lambda m: {"ss": "ss", "ae": "ae", "aa": "a", "AA": "a", "dj": "d", "DJ": "d"}.get(
            m[1], m[1]
        ),
        text,
    )
    text = _COMMAND.sub(lambda m: m[3] + _BACK[m[1] or m[2]], text)
    text = re.sub(
        r"\\(?:mathfrak|mathbb|mathcal|mathrm|textsc|textit|emph|text|em|rm|it|bf)\b", "", text
    )
    text = (
        text.translate(_TYPOGRAPHY)
        .replace("``", '"')
        .replace("''", '"')
        .replace("--", "-")
        .replace("\\_", "_")
    )
    text = text.translate(str.maketrans("øØđĐłŁı", "oOdDlLi")).replace("ß", "ss").replace("æ", "ae")
    text = unicodedata.normalize("NFKD", text)
    kept = (
        letter
        for letter in text
        if not unicodedata.combining(letter) and letter not in "\\${}^_~*`" and not letter.isspace()
    )
    return "".join(kept).casefold()


def plain_title(title: str) -> str:
    """Return a title as it is compared: without the full stop or ellipsis at its end, too."""
    return plain(title).rstrip(".…")


def plain_name(name: str) -> str:
    """Return a name as it is compared: letters only."""
    return "".join(letter for letter in plain(name) if letter.isalnum())
