"""The kinds of lines on a page of papers, and what may follow what over which line break.

A paper is a head (nothing, a title, authors, or both), the abstract, perhaps the
authors' comments and a line that says how to cite it; furniture may stand around it.

All weights are logarithms of odds, rough ones: how often a line of prose ends a
sentence, how often a last line happens to be full, and the like.
"""

import itertools
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from enum import Enum

from readlist.importing.readers.page_evidence import begins_small, ends_sentence
from readlist.importing.readers.parts.labels import comment_label
from readlist.importing.readers.parts.lines import Line
from readlist.importing.readers.segmentation import EDGE, Arc
from readlist.importing.readers.wrapping import Break, Wrapping

FURNITURE = "furniture"
TITLE, TITLE_ON = "title", "title goes on"
AUTHORS, AUTHORS_ON = "authors", "authors go on"
BETWEEN = "between head and text"
#: A line that names a paper without a title, whose text follows.
NAMED = "identifier above a text"
TEXT, TEXT_ON, PARAGRAPH = "text", "text goes on", "next paragraph"
COMMENT, COMMENT_ON = "comment", "comment goes on"
CITATION = "how to cite it"
#: Lines that belong to a paper's head, and those after which it may end.
TITLES, AUTHOR_LINES = (TITLE, TITLE_ON), (AUTHORS, AUTHORS_ON)
TEXTS, COMMENTS = (TEXT, TEXT_ON, PARAGRAPH), (COMMENT, COMMENT_ON)
ENDS = (*TEXTS, *COMMENTS, CITATION)
STARTS = (EDGE, FURNITURE, *ENDS)

# The sorts of breaks.
_WRAPPED = "wrapped text"
_WRAPPED_TITLE = "wrapped title"
_WRAPPED_LIST = "wrapped list of names"
_WRAPPED_COMMENT = "wrapped comment"
_AFTER_TEXT = "end of a paragraph"
_AFTER_FIRST = "end of a text of one line"
_AFTER_OTHER = "end of something else"
_NEXT = {sort: f"{sort}, next paper" for sort in (_AFTER_TEXT, _AFTER_FIRST, _AFTER_OTHER)}


class HeadEnd(Enum):
    """What stands between a head and its text on all of a page."""

    APART = "blank lines"
    CLOSE = "no blank lines"
    EITHER = "not known yet"


_NEW_PAPER = -2.0
_NEW_PARAGRAPH = -3.5
# Where something ends.
_HAPPENS_TO_BE_FULL = -2.3
_NO_SENTENCE_END = -5.0
_OPEN_END = -4.0  # after a word that another has to follow
_OPEN = re.compile(r"\s(?:an?|and|by|for|from|in|of|on|or|the|to|using|via|with|without)$", re.I)
_IRREGULAR = -4.0  # blank lines where the page has none, or none where it has them
_CROWDED = -2.5  # no blank line before a paper on a page that has blank lines
# A text of one line is hardly an abstract when it is shorter than this.
_SHORT, _SHORTER = 70, 50
_IS_SHORT, _IS_SHORTER = -2.0, -5.0
# Where something goes on.
_HAPPENS_TO_END_SENTENCE = -2.7
_BEGINS_LIKE_SENTENCE = -1.2
_BEGINS_SMALL = 2.0
_LIST_IS_OPEN, _LIST_IS_WHOLE = 2.0, -2.5
_FAR_SHORT = -3.0  # a wrapper fills at least half of a line
_NOT_KNOWN_TO_BE_WRAPPED = -2.0
_NUMBER = 3.0  # what a comment's last line may be alone, a year or pages, begins nothing else
_SELDOM = -0.5  # most titles and comments are on one line
_GOES_ON = {Break.OVERLONG: -6.0, Break.GAP: -12.0}
_AT_EDGE = dict.fromkeys((_AFTER_OTHER, _NEXT[_AFTER_OTHER]), 0.0)


def body() -> list[Arc]:
    """Return the arcs within and after an abstract, and those of furniture."""
    return [
        *(Arc(kind, TEXT_ON, _WRAPPED) for kind in TEXTS),
        *(leave(kind, PARAGRAPH, _NEW_PARAGRAPH) for kind in TEXTS),
        *(leave(kind, COMMENT) for kind in TEXTS),
        *(Arc(kind, COMMENT_ON, _WRAPPED_COMMENT) for kind in COMMENTS),
        *(leave(kind, CITATION) for kind in ENDS),
        *(leave(kind, FURNITURE) for kind in STARTS),
        *(leave(kind, EDGE) for kind in STARTS),
    ]


def head(kind: str, weight: float = _NEW_PAPER) -> list[Arc]:
    """Return the arcs to a line of ``kind`` that begins a paper."""
    ends = (leave(before, kind, weight) for before in STARTS)
    return [replace(arc, sort=_NEXT[arc.sort]) for arc in ends]


def title() -> list[Arc]:
    """Return the arcs within a title."""
    return [Arc(kind, TITLE_ON, _WRAPPED_TITLE) for kind in TITLES]


def named(end: HeadEnd) -> list[Arc]:
    """Return the arcs to an identifier on a line of its own, and from there to a text."""
    return [*(leave(before, NAMED) for before in STARTS), *then((NAMED,), [TEXT], end, _NEW_PAPER)]


def authors() -> list[Arc]:
    """Return the arcs within a list of authors."""
    return [Arc(kind, AUTHORS_ON, _WRAPPED_LIST) for kind in AUTHOR_LINES]


def then(
    kinds: Iterable[str], after: Sequence[str], end: HeadEnd | None = None, weight: float = 0.0
) -> list[Arc]:
    """Return the arcs from a finished line of any of ``kinds``, a head's, to ``after``."""
    sort = _AFTER_OTHER if end is None else end.value
    return [Arc(kind, follower, sort, weight) for kind in kinds for follower in after]


def leave(before: str, after: str, weight: float = 0.0) -> Arc:
    """Return the arc from the end of ``before`` to the beginning of ``after``."""
    if before == TEXT:
        return Arc(before, after, _AFTER_FIRST, weight)
    return Arc(before, after, _AFTER_TEXT if before in TEXTS else _AFTER_OTHER, weight)


def weigh_breaks(wrapping: Wrapping, lines: Sequence[Line]) -> list[Mapping[str, float]]:
    """Return the weights of the breaks before each of ``lines`` and after the last."""
    if not lines:
        return [_AT_EDGE]
    between = (_weigh(wrapping, before, after) for before, after in itertools.pairwise(lines))
    return [_AT_EDGE, *between, _ends(lines[-1].content, 0.0)]


def _weigh(wrapping: Wrapping, before: Line, after: Line) -> dict[str, float]:
    looks = wrapping.break_between(before, after)
    ending = _ends(before.content, _HAPPENS_TO_BE_FULL if looks is Break.FULL else 0.0)
    crowded = _CROWDED if wrapping.spaced and not after.gap else 0.0
    for end, following in _NEXT.items():
        ending[following] = ending[end] + crowded
    other = ending[_AFTER_OTHER]
    ending[HeadEnd.EITHER.value] = other
    ending[HeadEnd.APART.value] = other + _IRREGULAR * (not after.gap)
    ending[HeadEnd.CLOSE.value] = other + _IRREGULAR * (after.gap > 0)
    return ending | _goes_on(wrapping, looks, before, after)


def _ends(content: str, weight: float) -> dict[str, float]:
    """Return the weights of something having ended with the line ``content``."""
    weight += _OPEN_END * (_OPEN.search(content[-12:]) is not None)
    prose = weight if ends_sentence(content) else weight + _NO_SENTENCE_END
    short = _IS_SHORT * (len(content) < _SHORT) + _IS_SHORTER * (len(content) < _SHORTER)
    return {_AFTER_OTHER: weight, _AFTER_TEXT: prose, _AFTER_FIRST: prose + short}


def _goes_on(wrapping: Wrapping, looks: Break, before: Line, after: Line) -> dict[str, float]:
    """Return the weights of something going on after a break that looks so."""
    small = begins_small(after.content)
    weight = _chance(wrapping, looks)
    far_short = looks is Break.SHORT and 2 * len(before.text) < wrapping.widest
    sentence = _HAPPENS_TO_END_SENTENCE * ends_sentence(before.content)
    prose = sentence + _BEGINS_LIKE_SENTENCE * (not small)
    unknown = _NOT_KNOWN_TO_BE_WRAPPED * (looks is Break.UNKNOWN and not small)
    whole = _LIST_IS_WHOLE * (looks is Break.UNKNOWN and not small)
    is_open = before.text.endswith((",", ";", " and", ":", "-"))
    listed = _LIST_IS_OPEN if is_open else whole
    return {
        _WRAPPED: weight + prose + _FAR_SHORT * far_short,
        _WRAPPED_TITLE: weight + sentence + unknown + _SELDOM,
        _WRAPPED_LIST: weight + listed + _BEGINS_SMALL * small,
        _WRAPPED_COMMENT: _comment_chance(wrapping, weight, before, after)
        + (_NUMBER if _is_number(after.content) else prose + unknown)
        + _SELDOM,
    }


def _comment_chance(wrapping: Wrapping, weight: float, before: Line, after: Line) -> float:
    """Return the same for a comment, whose label the wrapper may not have counted."""
    label = comment_label(before.content)
    if not label:
        return weight
    return _chance(wrapping, wrapping.break_between(before, after, label))


def _is_number(content: str) -> bool:
    return not any(letter.isalpha() for letter in content)


def _chance(wrapping: Wrapping, looks: Break) -> float:
    """Return how likely a break that a wrapper made is to look so."""
    if looks is Break.SHORT:
        return wrapping.chance_of_short
    return _GOES_ON.get(looks, 0.0)
