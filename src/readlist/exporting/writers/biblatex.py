"""BibLaTeX: entries for biber, in UTF-8.

The format: https://www.ctan.org/pkg/biblatex, the manual's chapter on the database.
"""

from collections.abc import Iterator

from readlist.exporting import latex
from readlist.exporting.publication import Kind, kind_of, year_of
from readlist.exporting.writers import Outgoing
from readlist.exporting.writers.bibtex import Fields, entry, shared_fields

SEAL = '% readlist-hash: "{}"\n'

_TYPES = {
    Kind.JOURNAL: ("article", "journaltitle"),
    Kind.CONFERENCE: ("inproceedings", "booktitle"),
    Kind.PREPRINT: ("online", "organization"),
    Kind.UNKNOWN: ("misc", "howpublished"),
}


def collection(outgoing: Outgoing) -> Iterator[str]:
    """Yield an entry for each paper."""
    for key, paper in outgoing.cited():
        kind, venue = _TYPES[kind_of(paper)]
        year = year_of(paper.year, paper.arxiv_id)
        specific: Fields = {
            venue: latex.text(paper.venue or ""),
            "date": str(year) if year else None,
            "eprint": latex.address(paper.arxiv_id or ""),
            "eprinttype": "arxiv" if paper.arxiv_id else None,
            "annotation": latex.text(paper.note or ""),
        }
        yield entry(kind, key, {**shared_fields(paper), **specific})
