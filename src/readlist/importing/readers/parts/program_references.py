"""References as programs write them: arXiv's pages in HTML, and reports of language models.

LaTeXML sets each part of a reference on a line of its own, blank lines between, and ends
with the sections that cite it ("Cited by: §2."). Reports of language models end with
"Works cited": title, site, when it was accessed, address; most of what they cite is no paper.
"""

import re

from readlist.importing.readers.parts.citations import Citation, identifiers_in
from readlist.importing.readers.parts.paper_links import is_paper_link
from readlist.text import fold_spaces

_CITED_BY = re.compile(
    r"Cited by:?\s*(?=§|(?:Table|Figure|Fig\.|Appendix|Item|Footnote|Section|Theorem)\b)", re.I
)
_LINKS = re.compile(r"\s*External Links?:(.*)$")
_GLUED = re.compile(r"(?<=[a-z)?!])\.(?=(?:In\s|[Aa]r[Xx]iv|Vol\.|pp\.|Note:|[A-Z][a-z]+ ))")
_EPRINT = re.compile(r"(?<![\w./])(\d{4}\.\d{4,5}|[a-z-]+/\d{7})(?![\w/])")
_ACCESSED = re.compile(
    r"(?P<title>.+?)(?:\s+\\?[-–—|]\s+(?P<site>[^-–—|]{2,60}?))?,\s+accessed\s+(?:on\s+)?"
    r"[A-Z][a-z]+\s+\d{1,2},\s+\d{4},?\s+(?P<link>[\[<(]?https?://\S+)"
)
_BEFORE_TITLE = re.compile(
    r"\s*(?:Paper page\s+-\s|\[(?:PDF|\d{4}\.\d{4,5}(?:v\d+)?|[a-z-]+/\d{7})\]|\(PDF\))\s*", re.I
)
_CUT = re.compile(r"\s*(?:\.{3,}|…)$")
_ESCAPED = re.compile(r"\\([\[\]\\\-_*~&#|.!()+])")
_ADDRESS = re.compile(r"https?://[^\s\]\[()<>]+")


def ends_generated(text: str) -> bool:
    """Return whether a line is the last of a reference on a page that LaTeXML wrote."""
    return _CITED_BY.match(text) is not None


def as_citation(text: str) -> str:
    """Return a reference that LaTeXML wrote as others are: no sections that cite it, no labels."""
    if "ited by" not in text:
        return text
    bare = _LINKS.sub(_identifiers, _CITED_BY.split(text, maxsplit=1)[0])
    return fold_spaces(_GLUED.sub(". ", bare)).replace(" .", ".")


def _identifiers(links: re.Match[str]) -> str:
    """Return what identifies a paper among its external links, which are labels else."""
    eprints = (f"arXiv:{known}" for known in _EPRINT.findall(links[1]))
    return " ".join(["", *eprints, *_ADDRESS.findall(links[1])])


def read_accessed(text: str) -> Citation | None:
    """Return the paper that a line of "Works cited" names: title, site, when accessed, address."""
    found = _ACCESSED.match(text) if ", accessed " in text else None
    address = _ADDRESS.search(found["link"]) if found else None
    if not found or not address or not is_paper_link(address[0]):
        return None
    title = _BEFORE_TITLE.sub("", _ESCAPED.sub(r"\1", found["title"]), count=1)
    title = _CUT.sub("", title.strip())
    known = identifiers_in(address[0])
    if len(title) < 3:
        return None
    return Citation(title, (), False, None, None, known.doi, known.arxiv_id, known.links, 6.0)
