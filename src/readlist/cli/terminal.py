"""What a command's terminal can show, and how much of it: width, colour, and cells of text."""

import os
import sys
import unicodedata
from typing import TextIO

from readlist.text import printable

_COLUMNS = 80
_STYLES = {"bold": "1", "dim": "2", "italic": "3", "yellow": "33", "cyan": "36", "green": "32"}


def complain(message: str) -> None:
    """Write one line to standard error."""
    print(f"readlist: {printable(message)}", file=sys.stderr)


def is_terminal(stream: TextIO) -> bool:
    """Return whether ``stream`` is a terminal that can move its cursor."""
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def width() -> int:
    """Return how many cells a line of the terminal has.

    As :func:`shutil.get_terminal_size` does it, which brings all sorts of archives with it.
    """
    chosen = os.environ.get("COLUMNS", "")
    if chosen.isdecimal() and int(chosen):
        return int(chosen)
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or _COLUMNS
    except (OSError, ValueError):  # no terminal, or nothing at all
        return _COLUMNS


def styled(text: str, style: str) -> str:
    """Return ``text`` with colour where there is a style and standard output shows colour."""
    if not style or not is_terminal(sys.stdout) or os.environ.get("NO_COLOR"):
        return text
    return f"\x1b[{_STYLES[style]}m{text}\x1b[0m"


def cells(text: str) -> int:
    """Return how many cells of a terminal line ``text`` takes."""
    return len(text) if text.isascii() else sum(map(_cells_of, text))


def fit(text: str, limit: int) -> str:
    """Return ``text`` in exactly ``limit`` cells: filled with spaces, or cut with an ellipsis."""
    taken = cells(text)
    if taken <= limit:
        return text + " " * (limit - taken)
    kept, used = [], 0
    for letter in text:
        used += _cells_of(letter)
        if used > limit - 1:
            break
        kept.append(letter)
    cut = "".join(kept) + "…"
    return cut + " " * (limit - cells(cut))


def _cells_of(letter: str) -> int:
    if unicodedata.combining(letter) or unicodedata.category(letter) == "Cf":
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1
