"""What becomes of a note elsewhere is put into the text as one stretch."""

import pytest

from readlist.tui.drafting import stretch


@pytest.mark.parametrize(
    ("before", "after"),
    [("", ""), ("abc", "abc"), ("abc", "aXc"), ("aa", "aaa"), ("aaa", "aa"), ("x", ""), ("", "x")],
)
def test_one_stretch_makes_one_text_the_other(before: str, after: str) -> None:
    start, end, new = stretch(before, after)
    assert before[:start] + new + before[end:] == after
