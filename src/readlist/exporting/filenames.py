"""File names made from titles: readable, and safe on every system.

The rules are the strictest of Linux, macOS and Windows taken together
(https://learn.microsoft.com/windows/win32/fileio/naming-a-file), and leave out
what would break a wiki link to the file: ``# ^ [ ] |``.
"""

import re
import unicodedata
from collections.abc import Container
from functools import lru_cache
from itertools import count

from readlist.domain import Paper
from readlist.text import fold_spaces, printable

SUFFIX = ".md"
MAX_BYTES = 100  # of a whole name in UTF-8; every file system allows 255, folders add to it

_COLON = re.compile(r"\s*:\s+")
_UNSAFE = re.compile(r'[/\\:*?"<>|#^\[\]]')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|clock\$|(?:com|lpt)[0-9¹²³])", re.I)


@lru_cache(maxsize=8)  # a paper's file and its front matter ask for the same one
def stem(title: str, limit: int = MAX_BYTES - len(SUFFIX)) -> str:
    """Return ``title`` as a file name without its ending, at most ``limit`` bytes long."""
    shown = printable(title)
    if not shown.isascii():
        visible = (each for each in shown if unicodedata.category(each)[0] != "C")
        shown = unicodedata.normalize("NFC", "".join(visible))
    allowed = fold_spaces(_UNSAFE.sub(" ", _COLON.sub(" - ", shown)))
    trimmed = _trim(_shorten(_trim(allowed), limit))
    if _RESERVED.fullmatch(trimmed.partition(".")[0].strip()):
        return _shorten(f"Paper {trimmed}", limit)
    return trimmed or "Untitled"


def folded(name: str) -> str:
    """Return a form of a name that is equal for names that some file system treats as the same."""
    if name.isascii():
        return name.lower()
    decomposed = unicodedata.normalize("NFKD", name)
    return unicodedata.normalize("NFKD", decomposed.casefold())


def file_name(paper: Paper, taken: Container[str]) -> str:
    """Return a name for the file of ``paper`` that is not among the ``taken`` :func:`folded` names.

    The title alone if it is free, else the title and the paper's key.
    """
    plain = stem(paper.title) + SUFFIX
    return keyed_name(plain, paper.key, taken) if folded(plain) in taken else plain


def keyed_name(plain: str, key: str, taken: Container[str]) -> str:
    """Return the file name ``plain`` with a paper's ``key`` in it, not among the ``taken`` ones."""
    for number in count(1):
        mark = f" ({stem(key, 40)})" + (f" {number}" if number > 1 else "") + SUFFIX
        name = stem(plain.removesuffix(SUFFIX), MAX_BYTES - len(mark.encode())) + mark
        if folded(name) not in taken:
            return name
    raise AssertionError("count() has no end")


def _trim(text: str) -> str:
    """Strip what must not begin a name (hidden file, option) or end it (Windows drops it)."""
    return text.lstrip(" .-~").rstrip(" .-")


def _shorten(text: str, limit: int) -> str:
    """Cut ``text`` to ``limit`` bytes, between words if possible, never within a letter."""
    encoded = text.encode(errors="ignore")
    if len(encoded) <= limit:
        return text
    end = len(encoded[:limit].decode(errors="ignore"))
    while end and unicodedata.combining(text[end]):
        end -= 1
    cut = text[:end]
    words = cut.rpartition(" ")[0]
    return words if len(words) > len(cut) // 2 else cut
