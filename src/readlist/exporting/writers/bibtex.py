r"""BibTeX and BibLaTeX: entries for LaTeX's classic styles and for biber, in UTF-8.

The formats: https://www.ctan.org/pkg/bibtex, "btxdoc", and https://www.ctan.org/pkg/biblatex,
the manual's chapter on the database; the fields for arXiv:
https://info.arxiv.org/help/hypertex/bibstyles. What dumps do not say (volume,
pages, publisher) is not made up.

Texts are written as LaTeX that prints their letters. BibTeX counts every brace,
an escaped one too, so text brings none of its own: ``\{`` would end a field
early. Formulas between dollars stay formulas when their braces are balanced.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from readlist.domain import Paper
from readlist.exporting.bibliography import Kind, address_of, kind_of, year_of
from readlist.exporting.writers import Outgoing
from readlist.text import fold_spaces, name_of, printable

LAST_LINE = '% readlist-hash: "{}"\n'


class _Dialect(NamedTuple):
    """What BibTeX and BibLaTeX call the same thing.

    ``types`` are an entry's type and the field of its venue by kind of publication,
    ``arxiv`` is the field that says an eprint is at arXiv.
    """

    types: Mapping[Kind, tuple[str, str]]
    year: str
    arxiv: Mapping[str, str]
    note: str


_BIBTEX = _Dialect(
    types={
        Kind.JOURNAL: ("article", "journal"),
        Kind.CONFERENCE: ("inproceedings", "booktitle"),
        Kind.PREPRINT: ("misc", "howpublished"),
        Kind.UNKNOWN: ("misc", "howpublished"),
    },
    year="year",
    arxiv={"archiveprefix": "arXiv"},
    note="annote",
)
_BIBLATEX = _Dialect(
    types={
        Kind.JOURNAL: ("article", "journaltitle"),
        Kind.CONFERENCE: ("inproceedings", "booktitle"),
        Kind.PREPRINT: ("online", "organization"),
        Kind.UNKNOWN: ("misc", "howpublished"),
    },
    year="date",
    arxiv={"eprinttype": "arxiv"},
    note="annotation",
)

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


def bibtex(outgoing: Outgoing) -> Iterator[str]:
    """Yield an entry of BibTeX for each paper."""
    return _entries(outgoing, _BIBTEX)


def biblatex(outgoing: Outgoing) -> Iterator[str]:
    """Yield an entry of BibLaTeX for each paper."""
    return _entries(outgoing, _BIBLATEX)


def _entries(outgoing: Outgoing, dialect: _Dialect) -> Iterator[str]:
    for key, paper in outgoing.cited():
        kind, fields = _entry(paper, dialect)
        lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
        yield f"@{kind}{{{key},\n{lines}}}\n\n"


def _entry(paper: Paper, dialect: _Dialect) -> tuple[str, dict[str, str | None]]:
    """Return a paper's type of entry and its fields as LaTeX."""
    kind, venue = dialect.types[kind_of(paper)]
    people = [_person(author) for author in paper.authors]
    year = year_of(paper.year, paper.arxiv_id)
    return kind, {
        "title": latex_title(paper.title),
        "author": " and ".join([*people, *["others"] * (paper.more_authors and bool(people))]),
        "doi": latex_address(paper.doi or ""),
        "url": latex_address(address_of(paper) or ""),
        "keywords": ", ".join(latex(tag) for tag in paper.tags),
        "abstract": latex(paper.abstract or ""),
        venue: latex(paper.venue or ""),
        dialect.year: str(year) if year else None,
        "eprint": latex_address(paper.arxiv_id or ""),
        **(dialect.arxiv if paper.arxiv_id else {}),
        dialect.note: latex(paper.note or ""),
    }


def _person(author: str) -> str:
    """Return a name in BibTeX's order ``von Family, Suffix, Given``.

    A group's is in braces, and one with "and" in it, which would end the name.
    """
    name = name_of(author)
    if name.is_whole or "and" in author.lower().split():
        return f"{{{latex(author)}}}"
    family = f"{name.particle} {name.family}".strip()
    return ", ".join(latex(part) for part in (family, name.suffix, name.given) if part)


def latex(content: str) -> str:
    """Return ``content`` as LaTeX on one line."""
    return _written(fold_spaces(printable(content)), lambda word: word)


def latex_title(content: str) -> str:
    """Return a title as LaTeX in which no style lowers the case of names and formulas."""
    shown = fold_spaces(printable(content))
    lead = _LEAD.match(shown)
    names = set(lead[0].split()) if lead else set()
    return _written(shown, lambda word: f"{{{word}}}" if _is_name(word, names) else word, "{%s}")


def latex_address(url: str) -> str:
    """Return a web address or an identifier as it may stand in a field, unescaped."""

    def percent(found: re.Match[str]) -> str:
        return "".join(f"%{byte:02X}" for byte in found[0].encode(errors="replace"))

    return _UNSAFE_IN_ADDRESS.sub(percent, printable(url).strip())


def _written(shown: str, word: Callable[[str], str], formula: str = "%s") -> str:
    def one(found: re.Match[str]) -> str:
        if found["word"]:
            return word(found["word"])
        if found["math"]:
            if (math := _math(found["math"])) is not None:
                return formula % math
            return "".join(_SPECIAL.get(each, each) for each in found["math"])
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
    if token == r"\\" and found.string[found.end()] in "{}":
        return r"\\ "  # some readers take the brace for an escaped one, and do not count it
    return _MATH_BRACES.get(token, token) if token[0] == "\\" else f"\\{token}"


def _is_name(word: str, names: set[str]) -> bool:
    """Tell whether a style that lowers titles would spoil ``word``: BERT, ImageNet, U-Net, 3D."""
    if word in names and word[:1].isupper():
        return True
    parts = re.split(r"[-/]", word)
    return any(
        any(letter.isupper() for letter in part[1:]) or (len(word) > 1 and part.isupper())
        for part in parts
    )
