"""Hashes of texts as SQLite keeps them: 64 bits, as the signed integers it has."""

from hashlib import blake2b
from struct import Struct

_signed = Struct(">q").unpack


def hash64(text: str) -> int:
    """Return 64 bits of the BLAKE2b hash of ``text``, the same on every machine."""
    [number] = _signed(blake2b(text.encode(), digest_size=8).digest())
    return number  # type: ignore[no-any-return]
