"""What a bibliography says of a paper: where it appeared, and its citation key.

Citation keys (``brandt2025tallow``) are given to the whole library at once,
oldest paper first, so a paper is cited by the same key whatever is exported with
it, and papers that come later change no key. Papers that would have the same one
are told apart as in JabRef: the oldest has it plain, the next ``a``, ``b``:
https://docs.jabref.org/setup/citationkeypatterns
"""

import re
from collections.abc import Iterable
from enum import Enum, auto
from typing import NamedTuple

from readlist.domain import Paper
from readlist.text import fold_letters, name_of

_JOURNAL = re.compile(
    r"(?i)\b(?:journal|j\.|transactions|trans\.|letters|lett\.|annals|archive|archives|review|reviews"
    r"|magazine|quarterly|bulletin|nature|science|cell|lancet|physica|physical|acta)\b"
)
_CONFERENCE = re.compile(
    r"(?i)\b(?:proceedings|proc\.|conference|conf\.|workshops?|symposium|meeting|congress|colloquium)"
)
# ICML, NeurIPS 2023, CVPR'24: a short name with capitals within, perhaps with a year.
_ACRONYM = re.compile(r"[A-Z][A-Za-z-]{0,7}[A-Z][A-Za-z]{0,3}(?:[ '’-]*\d{2,4})?")
_NEW_ARXIV_ID = re.compile(r"(\d\d)(\d\d)\.\d{4,5}")
_OLD_ARXIV_ID = re.compile(r"[a-z-]+(?:\.[A-Z]{2})?/(\d\d)\d{5}")

_TEX = re.compile(r"\\[a-zA-Z]+|\$[^$]*\$")
_WORD = re.compile(r"[a-z0-9]+")
_NOT_IN_KEYS = re.compile(r"[^a-z0-9]+")
_SMALL = re.compile(
    r"a|about|after|all|an|and|are|as|at|be|been|before|between|beyond|by|can|do|does|for|from|has"
    r"|have|how|i|in|into|is|it|its|no|not|of|on|or|our|over|should|than|that|the|their|them|these"
    r"|they|this|those|through|to|towards?|under|upon|using|via|was|we|were|what|when|where|which"
    r"|who|why|will|with|within|without|you|your|\d+"
)


class Kind(Enum):
    """Where a paper appeared."""

    JOURNAL = auto()
    CONFERENCE = auto()
    PREPRINT = auto()
    UNKNOWN = auto()


def kind_of(paper: Paper) -> Kind:
    """Return what kind of publication ``paper`` is; any other venue counts as a journal."""
    venue = paper.venue
    if not venue:
        return Kind.PREPRINT if paper.arxiv_id else Kind.UNKNOWN
    is_acronym = not _JOURNAL.search(venue) and _ACRONYM.fullmatch(venue.strip())
    return Kind.CONFERENCE if is_acronym or _CONFERENCE.search(venue) else Kind.JOURNAL


def year_of(year: int | None, arxiv_id: str | None) -> int | None:
    """Return the year of a paper, else that of its arXiv identifier.

    Identifiers began in 1991: https://info.arxiv.org/help/arxiv_identifier.html
    """
    if year or not arxiv_id:
        return year
    if found := _NEW_ARXIV_ID.match(arxiv_id):
        return 2000 + int(found[1])
    if found := _OLD_ARXIV_ID.match(arxiv_id):
        two = int(found[1])
        return 1900 + two if two > 90 else 2000 + two
    return None


def address_of(paper: Paper) -> str | None:
    """Return the web address that leads to ``paper``: its first link, else its arXiv page."""
    if paper.links:
        return paper.links[0]
    return f"https://arxiv.org/abs/{paper.arxiv_id}" if paper.arxiv_id else None


class Cited(NamedTuple):
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
    """Return family name, year and the first word of the title that says something."""
    family = fold_letters(name_of(paper.authors[0]).family) if paper.authors else ""
    family = _NOT_IN_KEYS.sub("", family)
    year = year_of(paper.year, paper.arxiv_id) or ""
    words = _WORD.findall(fold_letters(_TEX.sub(" ", paper.title)))
    telling = (word for word in words if not _SMALL.fullmatch(word))
    return f"{family or 'anon'}{year}{next(telling, words[0] if words else '')}"


def _letters(number: int) -> str:
    """Return 1 as ``a``, 26 as ``z``, 27 as ``aa``."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters
