"""Joining lines that were broken to fit a width."""

import re
from collections.abc import Iterable

# What stays apart after a hyphen: "pre- and post-training", "two- to three-fold".
_SUSPENDED = re.compile(r"(?:and|or|to|nor|but|as well as|vs\.?|versus)(?=[\s,]|$)")
_HYPHEN_END = re.compile(r"\w-{1,3}$")
_DASH_END = re.compile(r"[\w)\]\"'”’][–—]$")
_DASH_START = re.compile(r"(?:-{2,3}|—)\w")


def join_lines(lines: Iterable[str]) -> str:
    """Return the text of wrapped ``lines`` on one line; one line alone stays as it is."""
    parts: list[str] = []
    before = ""
    for line in lines:
        part = line.strip()
        if before:
            parts.append(_glue(before, part))
        parts.append(part)
        before = part
    return "".join(parts)


def _glue(before: str, after: str) -> str:
    """Return what stood between two lines before they were broken: a space or nothing."""
    tail = before[-4:]
    if _HYPHEN_END.search(tail):
        return "" if after[:1].isalnum() and not _SUSPENDED.match(after) else " "
    if _DASH_END.search(tail):
        return "" if after[:1].isalnum() else " "
    return "" if tail[-1:].isalnum() and _DASH_START.match(after) else " "
