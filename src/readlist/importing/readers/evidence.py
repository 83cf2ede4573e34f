"""How a line by itself looks as text and as furniture, as logarithms of odds.

The numbers are rough on purpose: how often something occurs in prose, in lists
of names, on pages of every kind, not in any particular one.
"""

import re

from readlist.importing.readers.headings import heading_level, is_title_case
from readlist.importing.readers.identifiers import is_link

_SENTENCE_END = re.compile(r"(?:[.!?…。]|\.\$+)[)\]}\"'”’»*$]*$")
_URL_END = re.compile(r"(?:https?://|www\.)\S+$")
#: Longer lines are hardly ever anything but prose.
_PROSE = 200
_MENU = 70  # and the lines of menus are hardly ever longer than this
_BULLETS = ("- ", "* ", "+ ", "• ", "|")
_OPENERS = "\"'“‘([{$\\*_"


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
    if len(text) > _PROSE:
        return -9.0
    return -7.0 if len(text) > _MENU or text.endswith(".") else -3.5


def text_score(text: str, known: bool, begins: bool) -> float:
    """Weigh ``text`` as a line of an abstract; ``begins`` says of the first one of a paragraph."""
    score = -6.0 if heading_level(text) else 0.0
    if not begins:
        return score - (0.5 if is_link(text) or begins_small(text) else 3.0) * known
    score -= 12.0 * known + 3.5 * begins_small(text) + 2.0 * (len(text.split(maxsplit=3)) < 4)
    heading = is_title_case(text) and not ends_sentence(text)
    return score - 2.0 * text.startswith(_BULLETS) - 3.0 * heading
