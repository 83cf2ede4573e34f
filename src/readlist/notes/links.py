"""Links in notes to other papers: ``[[Title]]`` or ``[[Title|shown text]]``, as Obsidian has them.

See https://help.obsidian.md/links. A title cannot hold ``[ ] | # ^`` there;
titles are compared by their letters, so leaving those out makes no difference.
"""

import re
from typing import NamedTuple

from readlist.text import fold_spaces

_LINK = re.compile(r"\[\[([^\[\]|\s][^\[\]|\n]*)(?:\|([^\[\]|\n]*))?\]\]")
_BEGUN = re.compile(r"\[\[([^\[\]|\n]*)\Z")
_NOT_IN_LINKS = re.compile(r"[\[\]|#^]")


class Link(NamedTuple):
    """A link: where it begins and ends in the text, what it is to, and what it shows."""

    start: int
    end: int
    target: str
    shown: str


def find_links(text: str) -> list[Link]:
    """Return the links of a note in their order."""
    return [
        Link(found.start(), found.end(), found[1].strip(), (found[2] or found[1]).strip())
        for found in _LINK.finditer(text)
    ]


def link_at(line: str, column: int) -> Link | None:
    """Return the link that a column of a line is in, its ends included."""
    return next((link for link in find_links(line) if link.start <= column <= link.end), None)


def link_begun(text_before_cursor: str) -> str | None:
    """Return what is typed so far of a link at the end of a text, ``None`` if there is none."""
    found = _BEGUN.search(text_before_cursor)
    return found[1] if found else None


def linkable(title: str) -> str:
    """Return a title as it can stand in a link."""
    return fold_spaces(_NOT_IN_LINKS.sub(" ", title))


def written(target: str, shown: str = "") -> str:
    """Return a link as it is written."""
    return f"[[{target}|{shown}]]" if shown else f"[[{target}]]"
