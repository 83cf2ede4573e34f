"""What reference managers import: CSL-JSON for Zotero and pandoc, RIS for EndNote and Mendeley too.

The schema of CSL-JSON: https://github.com/citation-style-language/schema, ``csl-data.json``.

The tags of RIS: https://en.wikipedia.org/wiki/RIS_(file_format), after the 2011
specification. A field is one line; lines of abstracts and notes are fields of their
own where the tag may be repeated, else they are joined.
"""

import json
from collections.abc import Iterator
from typing import Any

from readlist.domain import Paper
from readlist.exporting.bibliography import Kind, address_of, kind_of, year_of
from readlist.exporting.writers import Outgoing
from readlist.text import fold_spaces, name_of, printable, printable_lines

_CSL_TYPES = {
    Kind.JOURNAL: "article-journal",
    Kind.CONFERENCE: "paper-conference",
    Kind.PREPRINT: "article",
    Kind.UNKNOWN: "document",
}
#: The type of a record, and the tag of its venue.
_RIS_TYPES = {
    Kind.JOURNAL: ("JOUR", "JO"),
    Kind.CONFERENCE: ("CPAPER", "T2"),
    Kind.PREPRINT: ("UNPB", "T2"),
    Kind.UNKNOWN: ("GEN", "T2"),
}


def csl_json(outgoing: Outgoing) -> Iterator[str]:
    """Yield a JSON list, an item for each paper."""
    before = "["
    for key, paper in outgoing.cited():
        item = json.dumps(_item(key, paper), ensure_ascii=False, indent=2)
        yield f"{before}\n{item}"
        before = ","
    yield "[]\n" if before == "[" else "\n]\n"


def _item(key: str, paper: Paper) -> dict[str, Any]:
    year = year_of(paper.year, paper.arxiv_id)
    item = {
        "id": key,
        "type": _CSL_TYPES[kind_of(paper)],
        "title": printable(paper.title),
        "author": [_person(author) for author in paper.authors],
        "issued": {"date-parts": [[year]]} if year else None,
        "container-title": printable(paper.venue or ""),
        "DOI": printable(paper.doi or ""),
        "number": f"arXiv:{printable(paper.arxiv_id)}" if paper.arxiv_id else None,
        "publisher": "arXiv" if paper.arxiv_id and not paper.venue else None,
        "URL": printable(address_of(paper) or ""),
        "keyword": ", ".join(paper.tags),
        "abstract": printable_lines(paper.abstract or ""),
        "annote": printable_lines(paper.note or ""),
    }
    return {name: value for name, value in item.items() if value}


def _person(author: str) -> dict[str, str]:
    name = name_of(author)
    if name.is_whole:
        return {"literal": name.family}
    parts = {
        "family": name.family,
        "given": name.given,
        "non-dropping-particle": name.particle,
        "suffix": name.suffix,
    }
    return {part: text for part, text in parts.items() if text}


def ris(outgoing: Outgoing) -> Iterator[str]:
    """Yield a record of RIS for each paper."""
    for key, paper in outgoing.cited():
        yield "".join(f"{tag}  - {value}\r\n" for tag, value in _fields(key, paper)) + "\r\n"


def _fields(key: str, paper: Paper) -> Iterator[tuple[str, str]]:
    kind, venue = _RIS_TYPES[kind_of(paper)]
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
    for tag, value in fields:
        if shown := fold_spaces(printable(value or "")):
            yield tag, shown
    yield "ER", ""
