"""How papers and other texts are put into words, styled and marked on the screen."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum, auto
from pathlib import Path
from typing import Protocol

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.content import Content, Span

from readlist.domain import ImportReport, Paper, Progress, SourceReport
from readlist.text import author_list, printable, printable_lines

# Papers in words

#: Shown where the page gave no authors.
NO_AUTHORS = "authors not given"

#: Stands before a title that was made from the abstract.
DERIVED_MARK = "~"


class HasAuthors(Protocol):
    """Something with authors: a row of the list, or a paper."""

    @property
    def authors(self) -> Sequence[str]:
        """The authors, "Given Family"."""

    @property
    def more_authors(self) -> bool:
        """Whether the page cut the list with "et al."."""


def fit(text: str, cells: int) -> str:
    """Return ``text`` exactly ``cells`` wide, cut with an ellipsis or filled with spaces."""
    if cells <= 0:
        return ""
    width = cell_len(text)
    if width <= cells:
        return text + " " * (cells - width)
    cut = set_cell_size(text, cells - 1).rstrip()
    return f"{cut}…{' ' * (cells - 1 - cell_len(cut))}"  # a wide letter may have left a gap


def all_authors(paper: HasAuthors) -> str:
    """Return all authors: ``Ada Byron, Grace Hooper et al.``."""
    if not paper.authors:
        return NO_AUTHORS
    return printable(author_list(paper.authors, more=paper.more_authors))


def authors_within(paper: HasAuthors, cells: int) -> str:
    """Return as many authors as fit ``cells``, and "et al." for the others."""
    whole = all_authors(paper)
    if cell_len(whole) <= cells:
        return whole
    if not paper.authors:
        return fit(whole, cells)
    for count in range(len(paper.authors) - 1, 0, -1):
        shorter = printable(author_list(paper.authors[:count], more=True))
        if cell_len(shorter) <= cells:
            return shorter
    return fit(f"{_family_name(paper.authors[0])} et al.", cells)


def short_authors(paper: HasAuthors) -> str:
    """Return authors in a word or two: ``Byron``, ``Byron & Hooper``, ``Byron et al.``."""
    names = [_family_name(author) for author in paper.authors[:2]]
    if paper.more_authors or len(paper.authors) > 2:
        return author_list(names[:1], more=True)
    return " & ".join(names)


def _family_name(author: str) -> str:
    """Return the last word of a name: initials stand before it."""
    words = printable(author).split()
    return words[-1] if words else ""


def age(at: str, now: datetime | None = None) -> str:
    """Return how long ago an ISO 8601 time was: ``3d``, ``6w``, ``2y``; nothing for today."""
    try:
        then = datetime.fromisoformat(at)
    except ValueError:
        return ""
    days = ((now or datetime.now(UTC)) - (then if then.tzinfo else then.replace(tzinfo=UTC))).days
    if days < 1:
        return ""
    if days < 14:
        return f"{days}d"
    return f"{days // 7}w" if days < 365 else f"{days // 365}y"


def counted(count: int, noun: str = "paper") -> str:
    """Return ``1 paper``, ``12,345 papers``."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def citation(paper: Paper) -> str:
    """Return a paper as it is cited in running text, on one line."""
    year = f" ({paper.year})" if paper.year else ""
    named = [all_authors(paper) + year] if paper.authors else []
    parts = [*named, paper.title.rstrip(".") + ("" if paper.authors else year), paper.venue or ""]
    if paper.doi:
        parts.append(f"https://doi.org/{paper.doi}")
    elif paper.arxiv_id:
        parts.append(f"arXiv:{paper.arxiv_id}")
    return " ".join(f"{printable(part).rstrip('.')}." for part in parts if part)


def without_controls(text: str) -> str:
    """Return ``text`` without control characters, with its lines and tabs, for an editor."""
    return "\t".join(map(printable_lines, text.split("\t")))


def pasted(text: str, *, is_line: bool) -> str:
    """Return a pasted text as it may go into an editor, or with ``is_line`` into a single line."""
    return printable(text).strip() if is_line else without_controls(text)


def short_path(path: Path) -> str:
    """Return a path as people write it, with ``~`` for their home folder."""
    home = Path.home()
    return f"~/{path.relative_to(home)}" if path.is_relative_to(home) else str(path)


def percent(progress: Progress) -> str:
    """Return how much of a task is done: ``40 %``."""
    return f"{100 * progress.done // max(1, progress.total)} %"


def import_counts(report: ImportReport | SourceReport) -> str:
    """Return what became of the papers of an import, or of one of its files."""
    return f"{report.added:,} added, {report.updated:,} updated, {report.unchanged:,} unchanged"


def import_summary(report: ImportReport) -> str:
    """Return the result of an import as a sentence."""
    summary = f"Imported {counted(report.found)}: {import_counts(report)}"
    failed = sum(source.error is not None for source in report.sources)
    return f"{summary}, {counted(failed, 'file')} not imported" if failed else summary


def export_summary(folder: Path, written: int, unchanged: int, kept: Sequence[Path]) -> str:
    """Return the result of an export as a sentence; the files ``kept`` were edited by hand."""
    summary = f"{short_path(folder)}: {written:,} written, {unchanged:,} as they were"
    if not kept:
        return summary
    return f"{summary}, {len(kept):,} edited by hand and kept ({kept[0].name})"


def error_text(reason: str) -> Content:
    """Return an error as it is shown where something else should be."""
    return Content.styled(f"Error: {printable(reason)}", "$error")


# Marking what was searched for

#: Returns where a text holds what was searched for: starts and ends, in order, not overlapping.
Spans = Callable[[str], Sequence[tuple[int, int]]]

#: It can be seen without colour too.
_FOUND = "$accent bold underline"


def no_spans(_text: str) -> Sequence[tuple[int, int]]:
    """Return no places: nothing is searched for."""
    return ()


def marked_segments(
    text: str, places: Sequence[tuple[int, int]], style: Style, found: Style
) -> list[Segment]:
    """Return ``text`` as segments in ``style``, those at ``places`` with ``found`` added to it."""
    if not places:
        return [Segment(text, style)]
    pieces, end = [], 0
    for start, stop in places:
        pieces += [Segment(text[end:start], style), Segment(text[start:stop], style + found)]
        end = stop
    return [piece for piece in [*pieces, Segment(text[end:], style)] if piece.text]


def marked(text: Content, spans: Spans) -> Content:
    """Return ``text`` with what ``spans`` finds in it marked."""
    return text.add_spans([Span(start, stop, _FOUND) for start, stop in spans(text.plain)])


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
    """Return ``text`` with its TeX as Unicode, where there is an equivalent."""
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


# What the eye should find first in an abstract: names of methods, and the numbers that are claims.
# It looks at shapes and not at words, so that it works for any abstract: a name has a capital
# inside it, an acronym stands in parentheses, and a number that is a claim has a unit such as
# ``37%``, ``12×`` or ``3-fold``.


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

#: Words before the colon of a title that still can be a name.
_NAME_WORDS = 3


def name_in_title(title: str) -> str:
    """Return the name a title begins with, as in ``Thimble: A Small Index``, or nothing."""
    name, colon, _ = title.partition(":")
    name = name.strip()
    is_name = colon and name[:1].isupper() and len(name.split()) <= _NAME_WORDS
    return name if is_name else ""


def find_emphasis(text: str, name: str = "") -> list[Emphasis]:
    """Return what to emphasise in ``text``, in order and not overlapping.

    ``name`` is the name of the method where it is known, whatever its shape.
    """
    found = [Emphasis(*match.span(), EmphasisKind.NUMBER) for match in _NUMBER.finditer(text)]
    found += [Emphasis(*match.span(), EmphasisKind.NAME) for match in _NAME.finditer(text)]
    if name:
        known = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
        found += [Emphasis(*match.span(), EmphasisKind.NAME) for match in known.finditer(text)]
    return _apart(sorted(found, key=lambda span: (span.start, -span.end)))


def _apart(found: list[Emphasis]) -> list[Emphasis]:
    """Leave out what overlaps something before it."""
    kept: list[Emphasis] = []
    for span in found:
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept
