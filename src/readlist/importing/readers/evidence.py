"""What is seen of each line by itself, and of the breaks between lines, as logarithms of odds.

The numbers are rough on purpose: how often something occurs in prose, in lists
of names, on pages of every kind, not in any particular one.
"""

import re

from readlist.importing.readers.headings import heading_level, is_title_case
from readlist.importing.readers.identifiers import is_link

NEVER = -1e9

_SENTENCE_END = re.compile(r"(?:[.!?…。]|\.\$+)[)\]}\"'”’»*$]*$")
_URL_END = re.compile(r"(?:https?://|www\.)\S+$")
_COMMENT = re.compile(r"(?:the\s+)?(?:authors?['’`´]?s?['’`´]?\s+)?comments?\s*:\s*", re.I)
_AUTHORS_COMMENT = re.compile(r"authors?\s?['’`´]?s?['’`´]?\s+comments?\s*:\s*", re.I)
_ABSTRACT = re.compile(r"abstract\s*(?:[:：]|[.—–-](?=\s*[A-Z])|$)\s*", re.I)
_BULLETS = ("- ", "* ", "+ ", "• ", "|")
_OPENERS = "\"'“‘([{$\\*_"


def comment_label(text: str) -> int:
    """Return how long the label of the authors' comments is that ``text`` begins with, or 0."""
    found = _AUTHORS_COMMENT.match(text)
    return found.end() if found else 0


def abstract_label(text: str) -> int:
    """Return how long the word ``Abstract:`` is that ``text`` begins with, or 0."""
    found = _ABSTRACT.match(text)
    return found.end() if found else 0


def ends_sentence(text: str) -> bool:
    """Return whether ``text`` can be the end of a paragraph of prose."""
    return bool(_SENTENCE_END.search(text[-12:]) or _URL_END.search(text[-300:]))


def begins_small(text: str) -> bool:
    """Return whether the first letter of ``text`` says that a sentence goes on."""
    first = text.lstrip(_OPENERS)[:1]
    return first.islower() or text[:1] in ",;:.)]}%&–—"


def furniture_score(text: str, known: bool) -> float:
    """Weigh ``text`` as something that belongs to no paper."""
    if known:
        return 0.0
    if len(text) > WIDE:
        return -9.0
    return -7.0 if len(text) > 70 or text.endswith(".") else -3.5


WIDE = 200


def text_score(text: str, known: bool, begins: bool) -> float:
    """Weigh ``text`` as a line of an abstract; ``begins`` says of the first one of a paragraph."""
    score = -6.0 if heading_level(text) else 0.0
    if not begins:
        return score - (0.5 if is_link(text) or begins_small(text) else 3.0) * known
    score -= 12.0 * known + 2.5 * begins_small(text) + 2.0 * (len(text.split()) < 4)
    return score - 2.0 * text.startswith(_BULLETS) - 2.5 * is_title_case(text)
