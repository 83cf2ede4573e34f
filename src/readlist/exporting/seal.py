"""How an export is known again: whose file it is, and whether a hand has changed it since.

Every file carries a digest of all its other bytes. While the two agree, the
file is exactly what was written and may be replaced; when they do not, somebody
has put something into it that exists nowhere else.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

_DIGEST_SIZE = 16
_FRONT_MATTER = re.compile(
    rb"(?:\xef\xbb\xbf)?---\r?\n(.*?\n)---[ \t\r]*$", re.DOTALL | re.MULTILINE
)
# Other programs that edit properties write the same text with other quotes or none.
_KEY = re.compile(rb"""^readlist-id:[ \t]*["']?([^"'\s]+)""", re.MULTILINE)
_HASH = re.compile(rb'^readlist-hash: "[0-9a-f]{32}"\n', re.MULTILINE)
_FRONT_END = "\n---\n"
_HEAD = 1 << 20


def digest(content: bytes) -> str:
    """Return the digest of ``content`` as 32 hexadecimal digits."""
    return _hasher(content).hexdigest()


def sealed(document: str) -> bytes:
    """Return a Markdown ``document`` as bytes, its digest as the last line of its front matter."""
    content = document.encode(errors="replace")
    front, end, rest = content.partition(_FRONT_END.encode())
    return b'%b\nreadlist-hash: "%b"%b%b' % (front, digest(content).encode(), end, rest)


def is_untouched(content: bytes) -> bool:
    """Return whether ``content`` is, byte for byte, what :func:`sealed` once gave."""
    found = _HASH.search(content)
    if not found:
        return False
    original = content[: found.start()] + content[found.end() :]
    return digest(original).encode() in found[0]


def sealed_pieces(pieces: Iterable[str], line: str) -> Iterator[bytes]:
    """Yield ``pieces`` as bytes, and in the end ``line`` with the digest of them all."""
    content = _hasher()
    for piece in pieces:
        encoded = piece.encode(errors="replace")
        content.update(encoded)
        yield encoded
    yield line.format(content.hexdigest()).encode()


def is_untouched_list(path: Path, seal: str) -> bool:
    """Return whether the file at ``path`` ends with ``seal`` holding the digest of all before."""
    length = len(seal.format("0" * 2 * _DIGEST_SIZE))
    rest = path.stat().st_size - length
    if not seal or rest < 0:
        return False
    content = _hasher()
    with path.open("rb") as file:
        while chunk := file.read(min(rest, _HEAD)):
            content.update(chunk)
            rest -= len(chunk)
        return file.read() == seal.format(content.hexdigest()).encode()


def digest_of(path: Path) -> str:
    """Return the digest of the file at ``path``. Raises ``OSError``."""
    content = _hasher()
    with path.open("rb") as file:
        while chunk := file.read(_HEAD):
            content.update(chunk)
    return content.hexdigest()


def key_in(path: Path) -> str | None:
    """Return the ``readlist-id`` in the front matter of the file at ``path``, if it has one."""
    try:
        with path.open("rb") as file:
            front = _FRONT_MATTER.match(file.read(_HEAD))
    except OSError:
        return None
    found = _KEY.search(front[1]) if front else None
    return found[1].decode(errors="replace") if found else None


def _hasher(content: bytes = b"") -> "hashlib.blake2b":
    return hashlib.blake2b(content, digest_size=_DIGEST_SIZE)
