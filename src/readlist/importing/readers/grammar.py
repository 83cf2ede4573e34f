"""The kinds of lines on a page of papers, and what all shapes of pages have in common.

A paper is a head (nothing, a title, authors, or both), the abstract, perhaps the
authors' comments and the paper's own links; furniture may stand around it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from readlist.importing.readers.segmentation import EDGE, Arc

FURNITURE = "furniture"
TITLE, TITLE_ON = "title", "title goes on"
AUTHORS, AUTHORS_ON = "authors", "authors go on"
BETWEEN = "between head and text"
TEXT, TEXT_ON, PARAGRAPH = "text", "text goes on", "next paragraph"
COMMENT, COMMENT_ON = "comment", "comment goes on"
LINK = "own link"

# The sorts of breaks, as evidence.weigh_break weighs them.
WRAPPED = "wrapped text"
WRAPPED_TITLE = "wrapped title"
WRAPPED_LIST = "wrapped list of names"
WRAPPED_COMMENT = "wrapped comment"
AFTER_TEXT = "end of a paragraph"
AFTER_FIRST = "end of a text of one line"
AFTER_OTHER = "end of something else"
# The end of a head, on pages that leave blank lines after it and on those that do not.
HEAD_APART = "end of a head, blank lines after it"
HEAD_CLOSE = "end of a head, no blank lines after it"
HEAD_ENDS = (HEAD_APART, HEAD_CLOSE)
#: The same ends, where another paper begins after them.
NEXT = {sort: f"{sort}, next paper" for sort in (AFTER_TEXT, AFTER_FIRST, AFTER_OTHER)}

_TEXTS = (TEXT, TEXT_ON, PARAGRAPH)
_COMMENTS = (COMMENT, COMMENT_ON)
#: What the last line of a paper may be, and what may precede its first.
ENDS = (*_TEXTS, *_COMMENTS, LINK)
STARTS = (EDGE, FURNITURE, *ENDS)

_NEW_PAPER = -2.0
_NEW_PARAGRAPH = -3.5


def body() -> list[Arc]:
    """Return the arcs within and after an abstract, and those of furniture."""
    return [
        *(Arc(kind, TEXT_ON, WRAPPED) for kind in _TEXTS),
        *(leave(kind, PARAGRAPH, _NEW_PARAGRAPH) for kind in _TEXTS),
        *(leave(kind, COMMENT) for kind in _TEXTS),
        *(Arc(kind, COMMENT_ON, WRAPPED_COMMENT) for kind in _COMMENTS),
        *(leave(kind, LINK) for kind in ENDS),
        *(leave(kind, FURNITURE) for kind in STARTS),
        *(leave(kind, EDGE) for kind in STARTS),
    ]


def head(kind: str, weight: float = _NEW_PAPER) -> list[Arc]:
    """Return the arcs to a line of ``kind`` that begins a paper."""
    ends = (leave(before, kind, weight) for before in STARTS)
    return [replace(arc, sort=NEXT[arc.sort]) for arc in ends]


def title() -> list[Arc]:
    """Return the arcs within a title."""
    return [Arc(kind, TITLE_ON, WRAPPED_TITLE) for kind in (TITLE, TITLE_ON)]


def authors() -> list[Arc]:
    """Return the arcs within a list of authors."""
    return [Arc(kind, AUTHORS_ON, WRAPPED_LIST) for kind in (AUTHORS, AUTHORS_ON)]


def then(kinds: Iterable[str], after: Sequence[str], sort: str = AFTER_OTHER) -> list[Arc]:
    """Return the arcs from a finished line of any of ``kinds``, a head's, to ``after``."""
    return [Arc(kind, follower, sort) for kind in kinds for follower in after]


def leave(before: str, after: str, weight: float = 0.0) -> Arc:
    """Return the arc from the end of ``before`` to the beginning of ``after``."""
    if before == TEXT:
        return Arc(before, after, AFTER_FIRST, weight)
    return Arc(before, after, AFTER_TEXT if before in _TEXTS else AFTER_OTHER, weight)
