"""File names are safe on every system, readable, and never the same twice."""

import unicodedata
from collections.abc import Callable
from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readlist.domain import Paper
from readlist.exporting import filenames

MakePaper = Callable[..., Paper]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Tallow: Candles that Measure Draughts", "Tallow - Candles that Measure Draughts.md"),
        ("Why? What/Where \\ “When”", "Why What Where “When”.md"),
        ("../../etc/passwd", "etc passwd.md"),
        ("..", "Untitled.md"),
        ("-rf ~", "rf ~.md"),
        (".hidden", "hidden.md"),
        ("The end. ", "The end.md"),
        ("[[Wiki]] #tag ^block | pipe", "Wiki tag block pipe.md"),
        ("NUL", "Paper NUL.md"),
        ("com1.backup", "Paper com1.backup.md"),
        ("Console", "Console.md"),
        ("a\x1b[31m\u202eb\x00\n\tc", "a 31mb c.md"),
        ("e\u0301tude", "\u00e9tude.md"),
        ("", "Untitled.md"),
        ("🐝 Dances", "🐝 Dances.md"),
    ],
)
def test_a_title_becomes_a_name(make_paper: MakePaper, title: str, name: str) -> None:
    assert filenames.file_name(make_paper(title=title), set()) == name


def test_a_long_title_is_cut_after_a_word() -> None:
    stem = filenames.stem("measuring " * 30)
    assert stem.endswith("measuring")
    assert 80 < len(stem) <= 97


def test_a_cut_never_parts_a_letter_from_its_accents() -> None:
    letter = "x\u0323\u0304"  # has no composed form, and takes 5 bytes
    assert filenames.stem("aa" + letter * 40) == "aa" + letter * 19
    assert filenames.stem("漢" * 60) == "漢" * 32


@given(st.text(max_size=150), st.sets(st.text(max_size=10), max_size=3))
def test_every_name_is_safe_everywhere(make_paper: MakePaper, title: str, others: set[str]) -> None:
    taken = {filenames.folded(filenames.stem(other) + ".md") for other in others}
    name = filenames.file_name(make_paper(title=title), taken)
    assert len(name.encode()) <= filenames.MAX_BYTES
    assert filenames.folded(name) not in taken
    assert PurePosixPath(name).name == PureWindowsPath(name).name == name
    assert not PureWindowsPath(name).is_reserved()
    assert not set(name) & set('/\\:*?"<>|#^[]')
    assert all(unicodedata.category(letter) not in ("Cc", "Cf", "Cs") for letter in name)
    assert name[0] not in " .-~"
    assert name.removesuffix(".md")[-1] not in " ."


@pytest.mark.parametrize(
    ("one", "other"),
    [("Étude", "e\u0301TUDE"), ("Straße", "STRASSE"), ("ﬁn", "FIN"), ("Σίσυφος", "ΣΊΣΥΦΟΣ")],
)
def test_names_equal_on_some_file_system_are_equal(one: str, other: str) -> None:
    assert filenames.folded(one) == filenames.folded(other)


def test_a_name_that_is_taken_gets_the_key_and_then_a_number(make_paper: MakePaper) -> None:
    paper = make_paper(title="Étude", key="k7f3q")
    taken = {filenames.folded("étude.md")}
    assert filenames.file_name(paper, taken) == "Étude (k7f3q).md"
    taken.add(filenames.folded("étude (k7f3q).md"))
    assert filenames.file_name(paper, taken) == "Étude (k7f3q) 2.md"


def test_a_key_fits_behind_the_longest_title(make_paper: MakePaper) -> None:
    paper = make_paper(title="y" * 500, key="k7f3q")
    name = filenames.file_name(paper, {filenames.folded(filenames.file_name(paper, ()))})
    assert name == "y" * 89 + " (k7f3q).md"
