"""RIS: what Zotero, EndNote and Mendeley import.

The tags: https://en.wikipedia.org/wiki/RIS_(file_format), after the 2011 specification.
A field is one line; lines of abstracts and notes are fields of their own where
the tag may be repeated, else they are joined.
"""

from collections.abc import Iterator

from readlist.domain import Paper
from readlist.exporting.citation import Kind, kind_of, name_of, year_of
from readlist.exporting.writers import Outgoing
from readlist.text import fold_spaces, printable, printable_lines

LAST_LINE = ""

_TYPES = {
    Kind.JOURNAL: ("JOUR", "JO"),
    Kind.CONFERENCE: ("CPAPER", "T2"),
    Kind.PREPRINT: ("UNPB", "T2"),
    Kind.UNKNOWN: ("GEN", "T2"),
}


def collection(outgoing: Outgoing) -> Iterator[str]:
    """Yield a record for each paper."""
    for key, paper in outgoing.cited():
        yield "".join(f"{tag}  - {value}\r\n" for tag, value in _fields(key, paper)) + "\r\n"


def _fields(key: str, paper: Paper) -> Iterator[tuple[str, str]]:
    kind, venue = _TYPES[kind_of(paper)]
    year = year_of(paper.year, paper.arxiv_id)
    fields: list[tuple[str, str | None]] = [
        ("TI", paper.title),
        *(("AU", name_of(author).family_first) for author in paper.authors),
        ("PY", str(year) if year else None),
        (venue, paper.venue),
        ("DO", paper.doi),
        ("AN", f"arXiv:{paper.arxiv_id}" if paper.arxiv_id else None),
        *(("UR", url) for url in paper.links),
        *(("KW", tag) for tag in paper.tags),
        ("AB", paper.abstract),
        *(("N1", line) for line in printable_lines(paper.note or "").split("\n")),
        ("ID", key),
    ]
    yield "TY", kind
    yield from ((tag, shown) for tag, value in fields if (shown := _line(value)))
    yield "ER", ""


def _line(value: str | None) -> str:
    return fold_spaces(printable(value or ""))
