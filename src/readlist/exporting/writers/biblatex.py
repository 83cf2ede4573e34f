"""BibLaTeX: entries for biber, in UTF-8.

The format: https://www.ctan.org/pkg/biblatex, the manual's chapter on the database.
"""

from collections.abc import Iterator

from readlist.exporting.citation import Kind
from readlist.exporting.writers import Outgoing, bibtex

LAST_LINE = bibtex.LAST_LINE

_DIALECT = bibtex.Dialect(
    types={
        Kind.JOURNAL: ("article", "journaltitle"),
        Kind.CONFERENCE: ("inproceedings", "booktitle"),
        Kind.PREPRINT: ("online", "organization"),
        Kind.UNKNOWN: ("misc", "howpublished"),
    },
    year="date",
    archive=("eprinttype", "arxiv"),
    note="annotation",
)


def collection(outgoing: Outgoing) -> Iterator[str]:
    """Yield an entry for each paper."""
    return bibtex.entries(outgoing, _DIALECT)
