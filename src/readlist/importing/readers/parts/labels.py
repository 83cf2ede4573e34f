"""The labels pages put before the parts of a paper, such as ``Title:`` and ``Abstract:``."""

import re

_TITLE = re.compile(r"title\s*[:：]\s*", re.I)
_AUTHORS = re.compile(r"(?:authors?|by)\s*[:：]\s*", re.I)
# arXiv's abstract pages, copied from a browser, run their buttons into the label.
_ABSTRACT = re.compile(
    r"(?:view pdf\s*(?:html \(experimental\))?)?abstract\s*(?:[:：]|[.—–-](?=\s*[A-Z])|$)\s*", re.I
)
_COMMENT = re.compile(r"authors?\s?['’`´]?s?['’`´]?\s+comments?\s*[:：]\s*", re.I)
_COMMENT_ALONE = re.compile(r"comments?\s*[:：]\s*(?=\S)", re.I)
_IDENTIFIER = re.compile(r"(?:subjects:.*)?(?:cite as:?\s*)?arxiv:\s*\d{4}\.\d{4,5}", re.I)


def title_label(text: str) -> int:
    """Return how long the label of a title is that ``text`` begins with, or 0."""
    return _length(_TITLE, text)


def authors_label(text: str) -> int:
    """Return how long the label of a list of authors is that ``text`` begins with, or 0."""
    return _length(_AUTHORS, text)


def abstract_label(text: str) -> int:
    """Return how long the label of an abstract is that ``text`` begins with, or 0."""
    return _length(_ABSTRACT, text)


def comment_label(text: str) -> int:
    """Return how long the label of the authors' comments is that ``text`` begins with, or 0."""
    return _length(_COMMENT, text)


def short_comment_label(text: str) -> int:
    """Return the same, where ``Comments:`` alone is a label too."""
    return _length(_COMMENT_ALONE, text) or comment_label(text)


def is_citation(text: str) -> bool:
    """Return whether ``text`` says under which arXiv identifier to cite the paper."""
    return _IDENTIFIER.match(text) is not None


def _length(label: re.Pattern[str], text: str) -> int:
    found = label.match(text)
    return found.end() if found else 0
