"""Links, arXiv identifiers and DOIs in text.

Forms: https://info.arxiv.org/help/arxiv_identifier.html and
https://www.crossref.org/blog/dois-and-matching-regular-expressions/
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

_URL = re.compile(r"https?://(?:[^\s<>\"{}|^`\\“”]|\\[_%#&~])+", re.I)
_TRAILING = ".,;:!?'’*_…。，"
_PAIRS = {")": "(", "]": "["}
#: An arXiv identifier, without its version.
ARXIV_ID = r"(\d{4}\.\d{4,5}|[a-z]+(?:-[a-z]+)?(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?"
_ARXIV_URL = re.compile(
    r"https?://(?:(?:www\.|export\.)?arxiv\.org/(?:abs|pdf|html)|(?:www\.)?alphaxiv\.org/abs"
    rf"|(?:www\.)?(?:huggingface\.co|hf\.co)/papers)/{ARXIV_ID}(?:\.pdf)?/?",
    re.I,
)
_ARXIV_MARKED = re.compile(rf"arxiv:\s*{ARXIV_ID}", re.I)
_ARXIV_ALONE = re.compile(rf"(?:arxiv preprint )?arxiv:\s*{ARXIV_ID}(?:\s*\[[\w.-]+\])?\.?", re.I)
_CLAUSES = re.compile(r"[;,]\s|\.\s")
_DOI = re.compile(r"(?:\bdoi\s?[:=]?\s?|\bdoi\.org/)(10\.\d{4,9}/[^\s\"<>;,{}]+)", re.I)
# A comment often names another paper (or the paper's data) by identifier.
_OTHERS = re.compile(
    r"\b(?:overlap|supersed|extend|extension|version of|based on|companion|sequel|follow|see also"
    r"|erratum|supplement|data|code|software|replac|relat|cf\b|arxiv admin)",
    re.I,
)

_ARXIV_BARE = re.compile(r"\[?(\d\d(?:0[1-9]|1[0-2])\.\d{4,5})(?:v\d+)?\]?(?!\.?\d)")
_ARXIV_OLD = re.compile(
    r"\[?((?:astro-ph|cond-mat|cs|gr-qc|hep-(?:ex|lat|ph|th)|math(?:-ph)?|nlin|nucl-(?:ex|th)"
    r"|physics|q-bio|quant-ph)(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?\]?"
)
_DOI_MARK = re.compile(r"(?:doi\s*:?\s*|\bdoi\.org/|^\[?)(10\.\d{4,9}/[^\s\"<>;,{}\[\]()]+)", re.I)
_ARXIV_WHOLE = re.compile(r"arxiv:\s*\S+(?:\s*[\[(][a-z-]+(?:\.[a-z-]+)?[\])])?", re.I)
# What stands beside an identifier on a line that is nothing else.
_BESIDE = re.compile(
    r"\b(?:arxiv|preprint|paper|link|url|doi|pdf|abs|abstract|html|other|id|page|source|at|e-?print"
    r"|code|github|project|slides|video|poster|openreview|bibtex|https?|\d+"
    r"|(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*)\b|\W|_",
    re.I,
)
_MAYBE = re.compile(r"/|rxiv|10\.|^\[?\d{4}\.", re.I)
_LONGEST_LINE = 200


class Identifier(NamedTuple):
    """What names a paper: an arXiv identifier, a DOI, and the link they were seen in."""

    arxiv_id: str | None
    doi: str | None
    links: tuple[str, ...]


def links(text: str) -> tuple[str, ...]:
    """Return the URLs in ``text``, first occurrences in order, without punctuation after them."""
    return tuple(dict.fromkeys(_trim(found) for found in _URL.findall(text)))


def is_link(text: str) -> bool:
    """Return whether ``text`` is nothing but a URL."""
    return _URL.fullmatch(text) is not None


def arxiv_id_in(text: str) -> str | None:
    """Return the first identifier in ``text`` that is marked as one of arXiv, without version."""
    found = _ARXIV_MARKED.search(text)
    return found[1] if found else None


def arxiv_id_of_links(urls: Iterable[str]) -> str | None:
    """Return the arXiv identifier, without version, that the first fitting URL is the page of."""
    for url in urls:
        if found := _ARXIV_URL.fullmatch(url):
            return found[1]
    return None


def arxiv_id_of_comment(comment: str) -> str | None:
    """Return the arXiv identifier of the paper itself where its ``comment`` gives one.

    Only a clause that is nothing but an identifier counts: others name other papers.
    """
    for clause in _CLAUSES.split(comment):
        if found := _ARXIV_ALONE.fullmatch(clause.strip()):
            return found[1]
    return None


def doi_of_comment(comment: str) -> str | None:
    """Return the DOI of the paper itself where its ``comment`` gives one and no other."""
    found = {_trim(doi) for doi in _DOI.findall(comment)}
    if len(found) != 1 or _OTHERS.search(comment):
        return None
    return found.pop()


def identifier_line(text: str) -> Identifier | None:
    """Return the identifier that ``text``, a line that is not blank, is nothing but."""
    if len(text) > _LONGEST_LINE or not _MAYBE.search(text):
        return None
    return _identifier_line(text)


@lru_cache(2048)
def _identifier_line(text: str) -> Identifier | None:
    bare = _ARXIV_BARE.match(text)
    if bare and not _BESIDE.sub("", text[bare.end() :]):
        return Identifier(bare[1], None, ())
    if old := _ARXIV_OLD.fullmatch(text):
        return Identifier(old[1], None, ())
    own = links(text)
    arxiv_id = arxiv_id_of_links(own) or arxiv_id_in(text)
    found = _DOI_MARK.search(text)
    doi = found[1].rstrip(".") if found and "arxiv" not in found[1].lower() else None
    if not (arxiv_id or doi):
        return None
    rest = _DOI_MARK.sub("", _ARXIV_WHOLE.sub("", text))
    for url in own:
        rest = rest.replace(url, "")
    return None if _BESIDE.sub("", rest) else Identifier(arxiv_id, doi, own)


def _trim(url: str) -> str:
    """Cut ``url`` at the first bracket it does not open itself, and punctuation off its end."""
    opened = {"(": 0, "[": 0}
    for place, letter in enumerate(url):
        if letter in opened:
            opened[letter] += 1
        elif letter in _PAIRS:
            opened[_PAIRS[letter]] -= 1
            if opened[_PAIRS[letter]] < 0:
                url = url[:place]
                break
    return re.sub(r"\\([_%#&~])", r"\1", url.rstrip(_TRAILING))
