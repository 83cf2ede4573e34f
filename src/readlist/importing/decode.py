"""From the bytes of a dump to its text.

A byte-order mark is believed first (a file in UTF-16 is full of NULs, which
otherwise tell a binary file), then UTF-8 is tried, which other encodings hardly
ever pass for, and at last Windows-1252, the one most old Western pages are in.
"""

import codecs
import re

from readlist.errors import SourceError

# UTF-32 before UTF-16: the mark of the little-endian one begins with that of the other.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# The five bytes Windows-1252 leaves undefined become the controls of Latin-1, as browsers read
# them: https://encoding.spec.whatwg.org/#legacy-single-byte-encodings
_WINDOWS_1252 = "".join(
    bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(256)
)
_CONTROLS = re.compile(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f]")  # escape sequences occur in text
_SIGNATURES = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x1f\x8b",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"SQLite format 3",
)
_FEW = 0.01


def decode(data: bytes) -> str:
    """Return the text of ``data`` without its byte-order mark; line ends stay as they are.

    What a marked file has in damaged places becomes U+FFFD. Raises
    :class:`SourceError` when ``data`` is not text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text = data[len(mark) :].decode(encoding, "replace")
            return _refuse_binary(text, "\0" in text)
    if b"\0" in data or data.startswith(_SIGNATURES):
        raise _binary()
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        controls = len(_CONTROLS.findall(data))
        text = codecs.charmap_decode(data, "strict", _WINDOWS_1252)[0]
        return _refuse_binary(text, controls > len(data) * _FEW)


def _refuse_binary(text: str, binary: bool) -> str:
    if binary:
        raise _binary()
    return text


def _binary() -> SourceError:
    return SourceError("looks like a binary file", "save the page as plain text and import that")
