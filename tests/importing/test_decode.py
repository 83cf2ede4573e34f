import codecs

import pytest

from readlist.errors import SourceError
from readlist.importing.decode import decode

TEXT = "Zoë Ødegaard\r\nA café by the harbour…\n"


def test_utf_8_with_and_without_a_mark_is_the_same_text() -> None:
    assert decode(TEXT.encode()) == TEXT
    assert decode(codecs.BOM_UTF8 + TEXT.encode()) == TEXT


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_mark_says_how_wide_letters_are(mark: bytes, encoding: str) -> None:
    assert decode(mark + TEXT.encode(encoding)) == TEXT


def test_half_a_letter_at_the_end_is_replaced() -> None:
    assert decode(codecs.BOM_UTF16_LE + "ab".encode("utf-16-le")[:-1]) == "a\ufffd"


def test_other_text_is_windows_1252() -> None:
    assert decode("café – “so”".encode("cp1252")) == "café – “so”"


def test_the_bytes_windows_1252_leaves_out_are_kept_as_controls() -> None:
    assert decode(b"\xe9 \x81 \x9d") == "é \x81 \x9d"


@pytest.mark.parametrize(
    "data",
    [
        b"text\0text",
        b"%PDF-1.7 and then nothing that is forbidden",
        b"PK\x03\x04",
        bytes(range(1, 256)) * 4,
        codecs.BOM_UTF16_LE + "a\0b".encode("utf-16-le"),
    ],
    ids=["nul", "pdf", "zip", "every-byte", "marked-nul"],
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(SourceError, match="looks like a binary file"):
        decode(data)


def test_nothing_is_text_too() -> None:
    assert decode(b"") == ""
