r"""TeX in titles and abstracts, shown as people read it: ``$W_+$`` as W₊, ``100\times`` as 100×.

Only what has a plain equivalent in Unicode is replaced; the rest stays as it was
written. This is for the screen alone: searching and exporting keep the text.
"""

import re

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
_DRESSING = (
    r"\\(?:text(?:bf|it|sc|tt|rm|sf|up|normal)?|math(?:bf|it|rm|sf|tt|cal|bb|frak|scr)|emph"
    r"|boldsymbol|operatorname|mbox)\{([^{}]*)\}"
)
_DRESSED = re.compile(_DRESSING)
_ROOT = re.compile(r"\\sqrt\{([^{}]*)\}")
_SYMBOL = re.compile(r"\\([A-Za-z]+)(?![A-Za-z])")
_ESCAPED = re.compile(r"\\([%&$#_{}])")
_RAISED = re.compile(r"\^(?:\{([0-9A-Za-z+=()∗⋆−-]{1,8})\}|([0-9+∗⋆n]))")
_LOWERED = re.compile(r"_(?:\{([0-9+=()−-]{1,8})\}|([0-9+]))")
_MATH = re.compile(r"\$([^$\n]{1,200})\$")
_SPACING = re.compile(r"\\[,;:! ]|~")

_UP = str.maketrans("0123456789+-−=()n∗⋆", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ*⋆")
_DOWN = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")


def readable(text: str) -> str:
    """Return ``text`` with the TeX in it as Unicode, where that can be done."""
    if "\\" not in text and "$" not in text:
        return text
    text = _MATH.sub(lambda match: _math(match[1]), text)
    return _ESCAPED.sub(r"\1", _symbols(_DRESSED.sub(r"\1", text)))


def _math(formula: str) -> str:
    """What stood between two dollars; a price such as ``$5 and $6`` is no formula."""
    if formula[0].isspace() or formula[-1].isspace():
        return f"${formula}$"
    plain = _ROOT.sub(_root, _DRESSED.sub(r"\1", formula))
    plain = _SPACING.sub(" ", _symbols(plain))
    plain = _RAISED.sub(lambda match: _shifted(match, _UP, "^"), plain)
    return _LOWERED.sub(lambda match: _shifted(match, _DOWN, "_"), plain)


def _root(match: re.Match[str]) -> str:
    return f"√{match[1]}" if len(match[1]) == 1 else f"√({match[1]})"


def _symbols(text: str) -> str:
    return _SYMBOL.sub(lambda match: _SYMBOLS.get(match[1], match[0]), text)


def _shifted(match: re.Match[str], letters: dict[int, int], sign: str) -> str:
    script = match[1] or match[2]
    shifted = script.translate(letters)
    return shifted if shifted != script else f"{sign}{script}"
