"""What kind of publication a paper is, as far as its fields tell, for formats that must say so."""

import re
from enum import Enum, auto

from readlist.domain import Paper

_JOURNAL = re.compile(
    r"\b(?:journal|j\.|transactions|trans\.|letters|lett\.|annals|archive|archives|review|reviews"
    r"|magazine|quarterly|bulletin|nature|science|cell|lancet|physica|physical|acta)\b",
    re.IGNORECASE,
)
_CONFERENCE = re.compile(
    r"\b(?:proceedings|proc\.|conference|conf\.|workshops?|symposium|meeting|congress|colloquium)",
    re.IGNORECASE,
)
# ICML, NeurIPS 2023, CVPR'24: a short name with capitals within, perhaps with a year.
_ACRONYM = re.compile(r"[A-Z][A-Za-z-]{0,7}[A-Z][A-Za-z]{0,3}(?:[ '’-]*\d{2,4})?")
_NEW_ARXIV_ID = re.compile(r"(\d\d)(\d\d)\.\d{4,5}")
_OLD_ARXIV_ID = re.compile(r"[a-z-]+(?:\.[A-Z]{2})?/(\d\d)\d{5}")


class Kind(Enum):
    """Where a paper appeared."""

    JOURNAL = auto()
    CONFERENCE = auto()
    PREPRINT = auto()
    UNKNOWN = auto()


def kind_of(paper: Paper) -> Kind:
    """Return what kind of publication ``paper`` is; a venue that tells nothing is a journal."""
    venue = paper.venue
    if venue:
        if _CONFERENCE.search(venue):
            return Kind.CONFERENCE
        is_acronym = not _JOURNAL.search(venue) and _ACRONYM.fullmatch(venue.strip())
        return Kind.CONFERENCE if is_acronym else Kind.JOURNAL
    return Kind.PREPRINT if paper.arxiv_id else Kind.UNKNOWN


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
