"""Names by which documents cite papers: ``brandt2025tallow``.

They are given to the whole library at once, oldest paper first, so a paper is
cited by the same name whatever is exported with it, and papers that come later
change no name. Papers with the same one are told apart as in JabRef: the oldest
has it plain, the next ``a``, ``b``: https://docs.jabref.org/setup/citationkeypatterns
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from readlist.exporting.people import name_of
from readlist.exporting.publication import year_of
from readlist.text import fold_letters

_TEX = re.compile(r"\\[a-zA-Z]+|\$[^$]*\$")
_WORD = re.compile(r"[a-z0-9]+")
_LETTER = re.compile(r"[^a-z0-9]+")
_SMALL = re.compile(
    r"a|about|after|all|an|and|are|as|at|be|been|before|between|beyond|by|can|do|does|for|from|has"
    r"|have|how|i|in|into|is|it|its|no|not|of|on|or|our|over|should|than|that|the|their|them|these"
    r"|they|this|those|through|to|towards?|under|upon|using|via|was|we|were|what|when|where|which"
    r"|who|why|will|with|within|without|you|your|\d+"
)


@dataclass(frozen=True, slots=True)
class Cited:
    """What a citation key is made of."""

    key: str
    title: str
    authors: tuple[str, ...]
    year: int | None
    arxiv_id: str | None


def citation_keys(papers: Iterable[Cited]) -> dict[str, str]:
    """Return the citation key of each of ``papers``, oldest first, by the paper's own key."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    times: dict[str, int] = {}
    for paper in papers:
        plain = _plain(paper)
        name = plain
        while name in taken:
            times[plain] = times.get(plain, 0) + 1
            name = plain + _letters(times[plain])
        taken.add(name)
        names[paper.key] = name
    return names


def _plain(paper: Cited) -> str:
    family = (
        _LETTER.sub("", fold_letters(name_of(paper.authors[0]).family)) if paper.authors else ""
    )
    year = year_of(paper.year, paper.arxiv_id) or ""
    return f"{family or 'anon'}{year}{_first_word(paper.title)}"


def _first_word(title: str) -> str:
    """Return the first word of a title that says something, as ASCII letters and digits."""
    words = _WORD.findall(fold_letters(_TEX.sub(" ", title)))
    telling = (word for word in words if not _SMALL.fullmatch(word))
    return next(telling, words[0] if words else "")


def _letters(number: int) -> str:
    """Return 1 as ``a``, 26 as ``z``, 27 as ``aa``."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters
