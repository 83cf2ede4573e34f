"""CSL-JSON: what pandoc's and Zotero's citations are made from.

The schema: https://github.com/citation-style-language/schema, ``csl-data.json``.
"""

import json
from collections.abc import Iterator
from typing import Any

from readlist.domain import Paper
from readlist.exporting.citation import Kind, Name, address_of, kind_of, name_of, year_of
from readlist.exporting.writers import Outgoing
from readlist.text import printable, printable_lines

LAST_LINE = ""

_TYPES = {
    Kind.JOURNAL: "article-journal",
    Kind.CONFERENCE: "paper-conference",
    Kind.PREPRINT: "article",
    Kind.UNKNOWN: "document",
}


def collection(outgoing: Outgoing) -> Iterator[str]:
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
        "type": _TYPES[kind_of(paper)],
        "title": printable(paper.title),
        "author": [_person(name_of(author)) for author in paper.authors],
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


def _person(name: Name) -> dict[str, str]:
    if name.is_whole:
        return {"literal": name.family}
    parts = {
        "family": name.family,
        "given": name.given,
        "non-dropping-particle": name.particle,
        "suffix": name.suffix,
    }
    return {part: text for part, text in parts.items() if text}
