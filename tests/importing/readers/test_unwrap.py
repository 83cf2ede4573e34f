import textwrap

import pytest

from readlist.importing.readers.parts.unwrap import join_lines


def test_one_line_stays_as_it_is() -> None:
    assert join_lines(["  two  spaces and a tab\tinside "]) == "two  spaces and a tab\tinside"


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (["a line", "and another"], "a line and another"),
        (["a state-of-", "the-art bell"], "a state-of-the-art bell"),
        (["the pre-", "and post-war bells"], "the pre- and post-war bells"),
        (["from two-", "to threefold"], "from two- to threefold"),
        (["from end-", "to-end"], "from end-to-end"),
        (["bells -", "all of them"], "bells - all of them"),
        (["bells --", "all of them"], "bells -- all of them"),
        (["bells--", "all of them"], "bells--all of them"),
        (["bells", "--all of them"], "bells--all of them"),
        (["bells", "-- all of them"], "bells -- all of them"),
        (["bells—", "all of them"], "bells—all of them"),
        (["see https://example.org/a-", "b"], "see https://example.org/a-b"),
    ],
)
def test_what_stood_at_a_break_comes_back(lines: list[str], joined: str) -> None:
    assert join_lines(lines) == joined


@pytest.mark.parametrize("width", range(20, 60))
def test_text_comes_back_from_any_width(width: int) -> None:
    text = "Low-lying bells are rung in pre- and post-harvest weeks, i.e. all-year-round, by us."

    assert join_lines(textwrap.wrap(text, width)) == text
