"""Merging two people's changes of a text: whatever they were, nothing written is lost."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readlist.merging_texts import Merged, merge

BASE = "one\ntwo\nthree\nfour\nfive\n"

_TEXTS = st.lists(st.sampled_from(["", "a", "b", "c", "d", "e"]), max_size=9).map("\n".join)


@pytest.mark.parametrize(
    ("mine", "theirs", "merged"),
    [
        (BASE, BASE, BASE),
        ("ONE\ntwo\nthree\nfour\nfive\n", BASE, "ONE\ntwo\nthree\nfour\nfive\n"),
        (BASE, "one\ntwo\nthree\nfour\n", "one\ntwo\nthree\nfour\n"),
        ("ONE\ntwo\nthree\nfour\nfive\n", BASE + "six\n", "ONE\ntwo\nthree\nfour\nfive\nsix\n"),
        ("two\nthree\nfour\nfive\n", "one\ntwo\nthree\nfour\nFIVE\n", "two\nthree\nfour\nFIVE\n"),
        (
            "one\n2\nthree\nfour\nfive\n",
            "one\n2\nthree\nfour\nfive\n",
            "one\n2\nthree\nfour\nfive\n",
        ),
        ("", BASE, ""),
    ],
    ids=["none", "mine", "theirs", "both", "first-and-last", "same", "emptied"],
)
def test_changes_in_different_places_are_both_made(mine: str, theirs: str, merged: str) -> None:
    assert merge(BASE, mine, theirs) == Merged(merged, 0)


def test_both_changes_of_a_line_stand_marked() -> None:
    mine, theirs = BASE.replace("three", "drei"), BASE.replace("three", "trois")
    assert merge(BASE, mine, theirs, my_name="here", their_name="outside") == Merged(
        "one\ntwo\n<<<<<<< here\ndrei\n=======\ntrois\n>>>>>>> outside\nfour\nfive\n", 1
    )


def test_what_one_deleted_and_the_other_changed_stands_marked() -> None:
    merged = merge(BASE, BASE.replace("three\n", ""), BASE.replace("three", "trois"))
    assert merged.conflicts == 1
    assert "trois" in merged.text.split("\n")


def test_two_beginnings_stand_marked() -> None:
    merged = merge("", "mine\n", "theirs\n")
    assert merged.text == "<<<<<<< mine\nmine\n=======\ntheirs\n>>>>>>> theirs\n"


def test_lines_both_wrote_around_a_conflict_stand_once() -> None:
    merged = merge("x", "start\nmine\nend", "start\ntheirs\nend")
    assert merged.text == "start\n<<<<<<< mine\nmine\n=======\ntheirs\n>>>>>>> theirs\nend"


def test_other_line_ends_are_no_change() -> None:
    outside = (BASE + "six\n").replace("\n", "\r\n")
    assert (
        merge(BASE, BASE.replace("one", "ONE"), outside).text
        == "ONE\ntwo\nthree\nfour\nfive\nsix\n"
    )


def test_a_long_text_of_equal_lines_is_merged() -> None:
    base = "\n" * 20_000
    merged = merge(base, "top" + base, base + "end")
    assert merged == Merged("top" + base + "end", 0)


@given(_TEXTS, _TEXTS, _TEXTS)
def test_every_line_a_side_wrote_is_there(base: str, mine: str, theirs: str) -> None:
    merged = Counter(merge(base, mine, theirs).text.split("\n"))
    for side in (mine, theirs):
        written = Counter(side.split("\n")) - Counter(base.split("\n"))
        assert written.keys() <= merged.keys()


@given(_TEXTS, _TEXTS, _TEXTS)
def test_each_side_can_be_read_back_out(base: str, mine: str, theirs: str) -> None:
    """Taking one side of every conflict gives what that side and the clean hunks say."""
    one, other = merge(base, mine, theirs), merge(base, theirs, mine)
    assert one.conflicts == other.conflicts
    assert Counter(one.text.split("\n")).keys() - {"", "<<<<<<< mine"} >= (
        Counter(other.text.split("\n")).keys() - {"", "<<<<<<< mine"}
    )


@given(_TEXTS, _TEXTS)
def test_one_side_alone_is_taken_as_it_is(base: str, side: str) -> None:
    assert merge(base, side, base) == merge(base, base, side) == Merged(side, 0)
    assert merge(base, side, side) == Merged(side, 0)
