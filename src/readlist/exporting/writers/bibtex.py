"""BibTeX: entries for LaTeX's classic styles, in UTF-8.

The format: https://www.ctan.org/pkg/bibtex, "btxdoc"; the fields for arXiv:
https://info.arxiv.org/help/hypertex/bibstyles. What dumps do not tell (volume,
pages, publisher) is not made up.
"""

from collections.abc import Iterator

from readlist.domain import Paper
from readlist.exporting import latex
from readlist.exporting.people import name_of
from readlist.exporting.publication import Kind, address_of, kind_of, year_of
from readlist.exporting.writers import Outgoing

SEAL = '% readlist-hash: "{}"\n'

Fields = dict[str, str | None]

_TYPES = {
    Kind.JOURNAL: ("article", "journal"),
    Kind.CONFERENCE: ("inproceedings", "booktitle"),
    Kind.PREPRINT: ("misc", "howpublished"),
    Kind.UNKNOWN: ("misc", "howpublished"),
}


def collection(outgoing: Outgoing) -> Iterator[str]:
    """Yield an entry for each paper."""
    for key, paper in outgoing.cited():
        kind, venue = _TYPES[kind_of(paper)]
        year = year_of(paper.year, paper.arxiv_id)
        specific: Fields = {
            venue: latex.text(paper.venue or ""),
            "year": str(year) if year else None,
            "eprint": latex.address(paper.arxiv_id or ""),
            "archiveprefix": "arXiv" if paper.arxiv_id else None,
            "annote": latex.text(paper.note or ""),
        }
        yield entry(kind, key, {**shared_fields(paper), **specific})


def entry(kind: str, key: str, fields: Fields) -> str:
    """Return an entry with those of its ``fields``, written as LaTeX, that have a value."""
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@{kind}{{{key},\n{lines}}}\n\n"


def shared_fields(paper: Paper) -> Fields:
    """Return the fields that BibTeX and BibLaTeX name alike."""
    people = [_person(author) for author in paper.authors]
    return {
        "title": latex.title(paper.title),
        "author": " and ".join([*people, *["others"] * (paper.more_authors and bool(people))]),
        "doi": latex.address(paper.doi or ""),
        "url": latex.address(address_of(paper) or ""),
        "keywords": ", ".join(latex.text(tag) for tag in paper.tags),
        "abstract": latex.text(paper.abstract or ""),
    }


def _person(author: str) -> str:
    """Return a name in BibTeX's order ``von Family, Suffix, Given``.

    A group's is in braces, and one with "and" in it, which would end the name.
    """
    name = name_of(author)
    if name.is_whole or "and" in author.lower().split():
        return f"{{{latex.text(author)}}}"
    family = f"{name.particle} {name.family}".strip()
    parts = [latex.text(part) for part in (family, name.suffix, name.given) if part]
    return ", ".join(parts)
