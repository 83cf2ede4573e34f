"""Texts made safe, folded and compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readlist import text
from readlist.text import (
    author_list,
    fold_letters,
    fold_spaces,
    folded_words,
    letters_only,
    printable,
    printable_lines,
)


@pytest.mark.parametrize(
    ("raw", "letters"),
    [
        ("Gödel's  Re-identification,\n100\\% of α_1", "godelsreidentification100ofα1"),
        ("state-of-the-\nart", "stateoftheart"),
        (r"\emph{Fast} $W_+$", "fastw"),
        ("ﬁne Œuvre", "fineœuvre"),
    ],
)
def test_letters_only(raw: str, letters: str) -> None:
    assert letters_only(raw) == letters


@given(st.text(st.characters(codec="ascii", exclude_characters="\\")))
def test_the_short_way_to_letters_agrees_with_the_long_one(raw: str) -> None:
    assert letters_only(raw) == text._NOT_LETTERS.sub("", fold_letters(raw))


@given(st.text(st.characters(codec="ascii")))
def test_the_short_way_to_words_agrees_with_the_long_one(raw: str) -> None:
    assert folded_words(raw) == text._WORDS.findall(fold_letters(raw))


@given(st.text())
def test_what_is_printable_commands_no_terminal(raw: str) -> None:
    line = printable(raw)
    assert len(line.splitlines()) <= 1
    assert not any(letter < " " or "\x7f" <= letter <= "\x9f" for letter in line)
    assert printable(line) == line
    for line in printable_lines(raw).split("\n"):
        assert not any(letter < " " or "\x7f" <= letter <= "\x9f" for letter in line)


def test_printable_keeps_every_letter() -> None:
    assert printable("[/] [bold]x\x1b[31m é 漢 👩‍🔬\r\nend") == "[/] [bold]x[31m é 漢 👩‍🔬 end"
    assert printable_lines("a\tb\r\n\x07c") == "a   b\nc"


def test_fold_spaces() -> None:
    assert fold_spaces(" a \n\t b\u00a0c ") == "a b c"


def test_author_list() -> None:
    assert author_list(["Ada Byron", "Bo Ek"], more=False) == "Ada Byron, Bo Ek"
    assert author_list(["Ada Byron"], more=True) == "Ada Byron et al."
