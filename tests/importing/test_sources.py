import codecs
import io

import pytest
from tests.importing.reading import lines_of

from readlist.errors import SourceError
from readlist.importing.sources import open_dump

TEXT = "Zoë Ødegaard\r\nA café by the harbour…\n"
LINES = ["Zoë Ødegaard", "A café by the harbour…", ""]


def test_utf_8_with_and_without_a_mark_is_the_same_text() -> None:
    assert lines_of(TEXT.encode()) == LINES
    assert lines_of(codecs.BOM_UTF8 + TEXT.encode()) == LINES


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
    assert lines_of(mark + TEXT.encode(encoding)) == LINES


def test_half_a_letter_at_the_end_is_replaced() -> None:
    assert lines_of(codecs.BOM_UTF16_LE + "ab".encode("utf-16-le")[:-1]) == ["a\ufffd"]


def test_other_text_is_windows_1252() -> None:
    assert lines_of("café – “so”".encode("cp1252")) == ["café – “so”"]


def test_the_bytes_windows_1252_leaves_out_are_kept_as_controls() -> None:
    assert lines_of(b"\xe9 \x81 \x9d") == ["é \x81 \x9d"]


def test_half_a_letter_of_utf_8_at_the_end_makes_it_another_encoding() -> None:
    assert lines_of("é".encode()[:1]) == ["Ã"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_as_an_editor_sees_it(end: str) -> None:
    assert lines_of(end.join(["one", "", "two\x0b\u2028three", ""]).encode()) == [
        "one",
        "",
        "two\x0b\u2028three",
        "",
    ]


def test_a_lone_return_ends_no_line_where_line_feeds_do() -> None:
    assert lines_of(b"one\rtwo\nthree") == ["one\rtwo", "three"]


@pytest.mark.parametrize("length", [1, 2**18 - 1, 2**18, 2**18 + 1, 3 * 2**18])
def test_lines_and_letters_that_reach_over_what_is_read_at_once_are_whole(length: int) -> None:
    text = "é" * length + "\r\n" + "ü\r\n" * 10
    dump = open_dump(io.BytesIO(text.encode()))
    assert "\n".join(dump.lines()) == text.replace("\r", "")
    assert dump.total == 12
    assert next(dump.lines()) == "é" * length


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
def test_what_is_no_text_is_refused_by_what_it_is(data: bytes) -> None:
    with pytest.raises(SourceError, match=r"looks like a binary file|is a PDF|is a ZIP archive"):
        lines_of(data)


def test_nothing_is_text_too() -> None:
    assert lines_of(b"") == [""]
