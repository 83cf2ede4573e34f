"""How an export is recognized: which paper a file belongs to, and whether anybody has edited it.

Every file carries a checksum of all its other bytes. While the two agree, the
file is exactly what was written and may be replaced; when they do not, somebody
has put something into it that exists nowhere else. For formats in which a file
cannot hold its own checksum, they are kept in a small JSON file among the
program's state; without that file an export is taken for somebody's own text.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path

from readlist.exporting.atomic_files import replacing
from readlist.paths import exports_file

_SIZE = 16
_CHUNK = 1 << 20
_hasher = partial(hashlib.blake2b, digest_size=_SIZE)
_FRONT_MATTER = re.compile(
    rb"(?:\xef\xbb\xbf)?---\r?\n(.*?\n)---[ \t\r]*$", re.DOTALL | re.MULTILINE
)
_FRONT_MATTER_END = b"\n---\n"
# Other programs that edit properties write the same text with other quotes or none.
_KEY = re.compile(rb"""^readlist-id:[ \t]*["']?([^"'\s]+)""", re.MULTILINE)
_CHECKSUM = re.compile(rb'^readlist-hash: "[0-9a-f]{32}"\n', re.MULTILINE)


def digest(content: bytes) -> str:
    """Return the checksum of ``content`` as 32 hexadecimal digits."""
    return _hasher(content).hexdigest()


def with_checksum(document: str) -> bytes:
    """Return a Markdown ``document`` as bytes, with its checksum as its last property."""
    content = document.encode(errors="replace")
    front, end, rest = content.partition(_FRONT_MATTER_END)
    return b'%b\nreadlist-hash: "%b"%b%b' % (front, digest(content).encode(), end, rest)


def is_untouched(content: bytes) -> bool:
    """Return whether ``content`` is, byte for byte, what :func:`with_checksum` once returned."""
    found = _CHECKSUM.search(content)
    if not found:
        return False
    original = content[: found.start()] + content[found.end() :]
    return digest(original).encode() in found[0]


def key_in(path: Path) -> str | None:
    """Return the ``readlist-id`` in the front matter of the file at ``path``, if it has one."""
    try:
        with path.open("rb") as file:
            front = _FRONT_MATTER.match(file.read(_CHUNK))
    except OSError:
        return None
    found = _KEY.search(front[1]) if front else None
    return found[1].decode(errors="replace") if found else None


def with_last_line(pieces: Iterable[str], last_line: str) -> Iterator[bytes]:
    """Yield ``pieces`` as bytes, and in the end ``last_line`` with the checksum of them all."""
    content = _hasher()
    for piece in pieces:
        encoded = piece.encode(errors="replace")
        content.update(encoded)
        yield encoded
    yield last_line.format(content.hexdigest()).encode()


def is_untouched_file(path: Path, last_line: str) -> bool:
    """Return whether the file at ``path`` is, byte for byte, what was exported there last.

    Its checksum is in its ``last_line``, or without one remembered. Raises ``OSError``.
    """
    if not last_line:
        return _remembered().get(str(path)) == _digest_of(path)
    rest = path.stat().st_size - len(last_line.format("0" * 2 * _SIZE))
    if rest < 0:
        return False
    content = _hasher()
    with path.open("rb") as file:
        while chunk := file.read(min(rest, _CHUNK)):
            content.update(chunk)
            rest -= len(chunk)
        return file.read() == last_line.format(content.hexdigest()).encode()


def remember(path: Path) -> None:
    """Keep the checksum of the file at ``path``, and forget files that are gone.

    Where that cannot be written the export stands all the same.
    """
    with suppress(OSError):
        digests = {name: value for name, value in _remembered().items() if Path(name).exists()}
        digests[str(path)] = _digest_of(path)
        file = exports_file()
        file.parent.mkdir(parents=True, exist_ok=True)
        with replacing(file) as stream:
            stream.write(json.dumps(digests, indent=2).encode())


def _remembered() -> dict[str, object]:
    try:
        found = json.loads(exports_file().read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _digest_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, _hasher).hexdigest()
