"""The vocabulary: words listed under parts that a slip spares, and found again by them."""

from string import ascii_lowercase

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readlist.reading_list import ReadingList
from readlist.store import vocabulary

_words = st.text(ascii_lowercase, min_size=4, max_size=12)


def _slips(word: str) -> set[str]:
    """All that one slip makes of a word: a letter left out, doubled, wrong, or two swapped."""
    places = range(len(word))
    left_out = {word[:place] + word[place + 1 :] for place in places}
    added = {word[:place] + "q" + word[place:] for place in (*places, len(word))}
    wrong = {word[:place] + "q" + word[place + 1 :] for place in places}
    swapped = {
        word[:place] + word[place + 1] + word[place] + word[place + 2 :]
        for place in range(len(word) - 1)
    }
    return left_out | added | wrong | swapped


@given(_words)
def test_a_single_slip_spares_a_part(word: str) -> None:
    for slip in _slips(word):
        assert {*vocabulary.parts(word)} & {*vocabulary.parts(slip)}, slip


def test_neighbours_are_found_by_their_parts(library: ReadingList) -> None:
    database = library._database
    vocabulary.learn(database, ["graph", "grape", "glyph", "tree"])
    assert vocabulary.neighbours(database, ["grap"]) >= {"graph", "grape"}
    assert "glyph" in vocabulary.neighbours(database, ["gliph"])
    assert "tree" not in vocabulary.neighbours(database, ["graph"])
    assert vocabulary.neighbours(database, ["zzz"]) == set()


def test_words_too_short_too_long_and_numbers_are_not_listed(library: ReadingList) -> None:
    longest = "w" * vocabulary.LONGEST
    vocabulary.learn(library._database, ["gra", "2023", "3dscene", longest, longest + "w", "moss"])
    assert vocabulary.neighbours(library._database, ["gram"]) == set()
    assert vocabulary.neighbours(library._database, ["2024"]) == set()
    assert vocabulary.neighbours(library._database, ["3dscent"]) == set()
    assert vocabulary.neighbours(library._database, [longest]) == {longest}
    assert vocabulary.neighbours(library._database, ["moss"]) == {"moss"}


@pytest.mark.parametrize("times", [1, 2])
def test_a_word_is_listed_once_however_often_it_is_learnt(library: ReadingList, times: int) -> None:
    for _ in range(times):
        vocabulary.learn(library._database, ["lichen", "lichen", "listen"])
    lists = library._database.rows("SELECT words FROM spelling WHERE part = 'li-'")
    assert [sorted(words.split()) for (words,) in lists] == [["lichen", "listen"]]


def test_the_vocabulary_grows_with_what_comes_in(filled: ReadingList) -> None:
    assert "sundials" in vocabulary.neighbours(filled._database, ["sundails"])
    filled.write_note(1, "Perplexing")
    filled.edit(2, {"authors": "Ezra Quill"})
    filled.tag([3], ["thesis"])
    for slip, word in [("perplexin", "perplexing"), ("qill", "quill"), ("tesis", "thesis")]:
        assert word in vocabulary.neighbours(filled._database, [slip])


def test_beginning_as_takes_all_with_the_first_letter(library: ReadingList) -> None:
    vocabulary.learn(library._database, ["graph", "gödel", "glacier", "moss"])
    assert set(vocabulary.sharing_first_letter(library._database, "glc")) == {
        "graph",
        "gödel",
        "glacier",
    }
    assert set(vocabulary.sharing_first_letter(library._database, "x")) == set()


def test_forget_all(filled: ReadingList) -> None:
    vocabulary.forget_all(filled._database)
    assert vocabulary.neighbours(filled._database, ["moss"]) == set()
