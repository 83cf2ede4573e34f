"""Escaped Markdown read back as the letters it shows: the way back from an exported note.

A backslash before ASCII punctuation stands for that character, but within a
formula, where nothing was escaped: https://spec.commonmark.org/0.31.2/#backslash-escapes.
"""

import re

from readlist.exporting.writers.markdown import COMMENT

_MARKED = re.compile(
    r"\\(?P<letter>[!-/:-@\[-`{-~])"
    r"|<(?P<url>https?://[^\s<>]+)>"
    r"|(?P<math>\$\$[^$`\n]++\$\$|\$(?!\s)[^$`\n]++(?<![\s\\])\$(?!\d))"
)


def plain(markdown: str) -> str:
    """Return the letters that one line of escaped ``markdown`` shows."""
    return _MARKED.sub(lambda found: found["letter"] or found["url"] or found[0], markdown)


def find_quotation(text: str) -> str | None:
    """Return the lines of the first quotation in ``text``."""
    lines = text.split("\n")
    quoted = [line.startswith(">") for line in lines]
    if True not in quoted:
        return None
    start = quoted.index(True)
    end = quoted.index(False, start) if False in quoted[start:] else len(lines)
    return "\n".join(lines[start:end])


def read_quotation(quotation: str | None) -> str | None:
    """Return what a quotation says, its marks taken away; ``None`` for one that says nothing."""
    if not quotation:
        return None
    lines = (line.removeprefix(">").strip() for line in quotation.rstrip("\n").split("\n"))
    return "\n".join(plain(line) for line in lines).strip() or None


def read_comment(text: str) -> str | None:
    """Return the comment in ``text``, which stands on a line of its own."""
    for line in text.split("\n"):
        if line.startswith(COMMENT):
            return plain(line.removeprefix(COMMENT).strip()) or None
    return None
