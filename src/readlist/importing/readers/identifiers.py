"""Links, arXiv identifiers and DOIs in text.

Forms: https://info.arxiv.org/help/arxiv_identifier.html and
https://www.crossref.org/blog/dois-and-matching-regular-expressions/
"""

import re
from collections.abc import Iterable

_URL = re.compile(r"https?://(?:[^\s<>\"{}|^`\\“”]|\\[_%#&~])+", re.I)
_TRAILING = ".,;:!?'’*_…。，"
_PAIRS = {")": "(", "]": "["}
_ARXIV = r"(\d{4}\.\d{4,5}|[a-z]+(?:-[a-z]+)?(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?"
_ARXIV_URL = re.compile(
    r"https?://(?:(?:www\.|export\.)?arxiv\.org/(?:abs|pdf|html)|(?:www\.)?alphaxiv\.org/abs"
    rf"|(?:www\.)?(?:huggingface\.co|hf\.co)/papers)/{_ARXIV}(?:\.pdf)?/?",
    re.I,
)
_ARXIV_MARKED = re.compile(rf"arxiv:\s*{_ARXIV}", re.I)
_ARXIV_ALONE = re.compile(rf"(?:arxiv preprint )?arxiv:\s*{_ARXIV}(?:\s*\[[\w.-]+\])?\.?", re.I)
_CLAUSES = re.compile(r"[;,]\s|\.\s")
_DOI = re.compile(r"(?:\bdoi\s?[:=]?\s?|\bdoi\.org/)(10\.\d{4,9}/[^\s\"<>;,{}]+)", re.I)
# A comment often names another paper (or the paper's data) by identifier.
_OTHERS = re.compile(
    r"\b(?:overlap|supersed|extend|extension|version of|based on|companion|sequel|follow|see also"
    r"|erratum|supplement|data|code|software|replac|relat|cf\b|arxiv admin)",
    re.I,
)


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
