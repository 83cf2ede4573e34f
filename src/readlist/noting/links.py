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


def find(text: str) -> list[Link]:
    """Return the links of a note in their order."""
    return [
        Link(found.start(), found.end(), found[1].strip(), (found[2] or found[1]).strip())
        for found in _LINK.finditer(text)
    ]


def at(text: str, place: int) -> Link | None:
    """Return the link that a place in the text is in, its ends included."""
    return next((link for link in find(text) if link.start <= place <= link.end), None)


def begun(line: str) -> str | None:
    """Return what is typed so far of a link that ``line`` ends in, ``None`` if it ends in none."""
    found = _BEGUN.search(line)
    return found[1] if found else None


def linkable(title: str) -> str:
    """Return a title as it can stand in a link."""
    return fold_spaces(_NOT_IN_LINKS.sub(" ", title))


def written(target: str, shown: str = "") -> str:
    """Return a link as it is written."""
    return f"[[{target}|{shown}]]" if shown else f"[[{target}]]"
