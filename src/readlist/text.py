"""Small, pure ways of handling text that every room needs."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import NamedTuple

# C0 and C1 controls, DEL, and the bidirectional overrides and isolates: nothing a terminal should
# ever receive from a dump. The first set leaves those that count as white space. These patterns
# are seldom used and take long to compile: that waits until they are.
_MARKS = "\u200e\u200f\u202a-\u202e\u2066-\u2069"
_UNSPACED_CONTROLS = f"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f{_MARKS}]"
_CONTROLS = f"[\x00-\x08\x0b-\x1f\x7f-\x9f{_MARKS}]"
# JSON leaves these as they are.
_IN_JSON = f"[\x7f-\x9f\u2028\u2029{_MARKS}]"
_LINE_ENDS = "\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]"
_SPACES = re.compile(r"\s+")
_LOWER = bytes(range(256)).lower()
_NO_LETTERS = bytes(code for code in range(128) if not chr(code).isalnum())
_SPACED = bytes(32 if code in _NO_LETTERS else code for code in _LOWER)
_WORDS = re.compile(r"[^\W_]+")
_OLD_UNICODE = unicodedata.ucd_3_2_0
_NOT_LETTERS = re.compile(r"\\[a-zA-Z]+|[\W_]+")


def fold_spaces(text: str) -> str:
    """Return ``text`` with every run of white space as one space, none at the ends."""
    return _SPACES.sub(" ", text).strip()


def printable(text: str) -> str:
    """Return ``text`` on one line, safe to send to a terminal.

    Letters stay as they are, white space of every kind becomes one space, and
    control characters (escape sequences lose their escape) and bidirectional
    overrides are dropped.
    """
    if text.isprintable() and "  " not in text:  # nearly every text, and several times faster
        return text
    return _SPACES.sub(" ", re.sub(_UNSPACED_CONTROLS, "", text))


def printable_lines(text: str) -> str:
    """Return ``text`` safe to send to a terminal, keeping its lines and indentation."""
    if text.isprintable():
        return text
    return re.sub(_CONTROLS, "", re.sub(_LINE_ENDS, "\n", text).expandtabs(4))


def fold_letters(text: str) -> str:
    """Return ``text`` without accents and case: ``Gödel`` becomes ``godel``."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def letters_only(text: str) -> str:
    """Return the letters and digits of ``text`` run together, without accents, case and TeX words.

    Two copies of a text that differ in wrapping, hyphens at line ends, quotation
    marks or ``\\%`` for ``%`` come out the same.
    """
    if text.isascii() and "\\" not in text:  # nearly every text, and several times faster
        return text.encode().translate(_LOWER, _NO_LETTERS).decode()
    return _NOT_LETTERS.sub("", fold_letters(text))


def author_list(authors: Sequence[str], *, more: bool) -> str:
    """Return names in a row, with "et al." when there are ``more``: ``Ada Byron, Bo Ek et al.``."""
    return ", ".join(authors) + (" et al." if more else "")


# Names are taken apart into given, particle, family and suffix, as in BibTeX ("btxdoc") and CSL:
# https://docs.citationstyles.org/en/stable/specification.html#names
_SUFFIX = r"(?:Jr|Sr|II|III|IV|Ph\.?D|M\.?D|Esq)\.?"
# Written with a capital they are still part of the family name; "Le", "Van" as a last word is one.
_CAPITAL_PARTICLE = (
    r"Van|Von|Vander|De[lnrs]?|Della|Di|Da|Do|Dos|Das|Du|La|Le|Las|Los|Ter|Ten|El|Al|Bin|Ibn|St\.?"
)
_GROUP = (
    r"(?i:(?:^the\b.*|.*\b(?:collaboration|consortium|team|group|initiative|project|foundation"
    r"|committee|community|institute|labs?)\b(?:\s+\S+)?))"
)


class Name(NamedTuple):
    """A person's name in parts; a group or a single name is all in ``family``."""

    family: str
    given: str = ""
    particle: str = ""
    suffix: str = ""
    is_whole: bool = False

    @property
    def family_first(self) -> str:
        """The name in a bibliography: ``van Beethoven, Ludwig``, ``King, Martin Luther, Jr.``."""
        parts = (f"{self.particle} {self.family}".strip(), self.given, self.suffix)
        return ", ".join(part for part in parts if part)


def name_of(author: str) -> Name:
    """Return "Given Family" in its parts."""
    shown = printable(author).strip()
    words = shown.split(" ")
    if len(words) == 1 or "," in shown or re.fullmatch(_GROUP, shown):
        return Name(shown, is_whole=True)
    suffix = words.pop() if len(words) > 2 and re.fullmatch(_SUFFIX, words[-1]) else ""
    start = _family_start(words)
    end = start
    while end < len(words) - 1 and words[end][:1].islower():
        end += 1
    return Name(" ".join(words[end:]), " ".join(words[:start]), " ".join(words[start:end]), suffix)


def _family_start(words: list[str]) -> int:
    """Return where the particles and the family name begin: never with the first word."""
    last = len(words) - 1
    for at in range(1, last):
        if words[at][:1].islower() and not words[0][:1].islower():
            return at
    start = last
    while start > 1 and re.fullmatch(_CAPITAL_PARTICLE, words[start - 1]):
        start -= 1
    return start


def json_safe(encoded: str) -> str:
    """Return JSON text with what a terminal would obey written as escapes."""
    return re.sub(_IN_JSON, lambda found: f"\\u{ord(found[0]):04x}", encoded)


def words(text: str) -> list[str]:
    """Return the words of ``text``, where the search index sees them too, as they are written."""
    if not text.isascii():
        text = without_young_letters(unicodedata.normalize("NFC", text))
    return _WORDS.findall(text)


def folded_words(text: str) -> list[str]:
    """Return the words of ``text`` without accents and case."""
    if text.isascii():  # nearly every text, and several times faster
        return text.encode().translate(_SPACED).decode().split()
    return _WORDS.findall(fold_letters(without_young_letters(text)))


def without_young_letters(text: str) -> str:
    """Return ``text`` with a space for every letter that SQLite may not know yet.

    Its tables of letters are older than Python's; both know Unicode 3.2, which
    Python has beside its own.
    """
    if text.isascii():
        return text
    return "".join(
        letter if letter.isascii() or _OLD_UNICODE.category(letter) != "Cn" else " "
        for letter in text
    )


def nearest(typed: str, known: Iterable[str], suffix: str = "") -> str:
    """Return what to say of a name that is not ``known``: the one it is like, or all there are."""
    from difflib import get_close_matches  # only on the way to an error

    names = list(known)
    near = get_close_matches(typed, names, n=1)
    if near:
        return f"did you mean {near[0]}{suffix}?"
    return f"one of {', '.join(name + suffix for name in names)}"


# TeX, shown as people read it: ``$W_+$`` as W₊, ``100\times`` as 100×. Only what has a plain
# equivalent in Unicode is replaced. This is for the screen alone: searching and exporting keep the
# text as it is.

_SYMBOLS = {
    "times": "×", "cdot": "·", "pm": "±", "mp": "∓", "div": "÷", "ast": "∗", "star": "⋆",
    "le": "≤", "leq": "≤", "leqslant": "≤", "ge": "≥", "geq": "≥", "geqslant": "≥", "ne": "≠",
    "neq": "≠", "approx": "≈", "sim": "∼", "simeq": "≃", "equiv": "≡", "propto": "∝", "ll": "≪",
    "gg": "≫", "infty": "∞", "partial": "∂", "nabla": "∇", "sum": "∑", "prod": "∏", "int": "∫",
    "in": "∈", "notin": "∉", "subset": "⊂", "subseteq": "⊆", "cup": "∪", "cap": "∩", "to": "→",
    "rightarrow": "→", "leftarrow": "←", "Rightarrow": "⇒", "leftrightarrow": "↔", "mapsto": "↦",
    "forall": "∀", "exists": "∃", "emptyset": "∅", "ell": "ℓ", "hbar": "ℏ", "circ": "∘",
    "oplus": "⊕", "otimes": "⊗", "ldots": "…", "dots": "…", "cdots": "⋯", "langle": "⟨",
    "rangle": "⟩", "sqrt": "√", "degree": "°", "dagger": "†", "S": "§", "quad": " ", "qquad": " ",
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "varepsilon": "ε",
    "zeta": "ζ", "eta": "η", "theta": "θ", "iota": "ι", "kappa": "κ", "lambda": "λ", "mu": "μ",
    "nu": "ν", "xi": "ξ", "pi": "π", "rho": "ρ", "sigma": "σ", "tau": "τ", "phi": "φ",
    "varphi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω", "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ",
    "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π", "Sigma": "Σ", "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω",
}  # fmt: skip

#: Commands that only dress their argument: \textbf{x} is x.
_DRESSED = (
    r"\\(?:text(?:bf|it|sc|tt|rm|sf|up|normal)?|math(?:bf|it|rm|sf|tt|cal|bb|frak|scr)|emph"
    r"|boldsymbol|operatorname|mbox)\{([^{}]*)\}"
)
_ROOT_OF_ONE = r"\\sqrt\{([^{}])\}"
_ROOT = r"\\sqrt\{([^{}]*)\}"
_SYMBOL = r"\\([A-Za-z]+)(?![A-Za-z])"
_ESCAPED = r"\\([%&$#_{}])"
_RAISED = r"\^(?:\{([0-9A-Za-z+=()∗⋆−-]{1,8})\}|([0-9+∗⋆n]))"
_LOWERED = r"_(?:\{([0-9+=()−-]{1,8})\}|([0-9+]))"
_MATH = r"\$([^$\n]{1,200})\$"
_SPACING = r"\\[,;:! ]|~"

_UP = str.maketrans("0123456789+-−=()n∗⋆", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ*⋆")
_DOWN = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")


def readable(text: str) -> str:
    """Return ``text`` with its TeX as Unicode, where there is an equivalent."""
    if "\\" not in text and "$" not in text:
        return text
    text = re.sub(_MATH, lambda match: _math(match[1]), text)
    return re.sub(_ESCAPED, r"\1", _symbols(re.sub(_DRESSED, r"\1", text)))


def _math(formula: str) -> str:
    """What stood between two dollars; a price such as ``$5 and $6`` is no formula."""
    if formula[0].isspace() or formula[-1].isspace():
        return f"${formula}$"
    plain = re.sub(_ROOT_OF_ONE, r"√\1", re.sub(_DRESSED, r"\1", formula))
    plain = re.sub(_SPACING, " ", _symbols(re.sub(_ROOT, r"√(\1)", plain)))
    plain = re.sub(_RAISED, lambda match: _shifted(match, _UP, "^"), plain)
    return re.sub(_LOWERED, lambda match: _shifted(match, _DOWN, "_"), plain)


def _symbols(text: str) -> str:
    return re.sub(_SYMBOL, lambda match: _SYMBOLS.get(match[1], match[0]), text)


def _shifted(match: re.Match[str], letters: dict[int, int], sign: str) -> str:
    script = match[1] or match[2]
    shifted = script.translate(letters)
    return shifted if shifted != script else f"{sign}{script}"
