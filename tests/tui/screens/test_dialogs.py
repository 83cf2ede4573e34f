"""What is typed into dialogs."""

import asyncio

import pytest

from readlist.tui.screens.dialogs import LastWordSuggester, read_tags


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("gnn", (["gnn"], [])),
        ("#gnn, +deep -old", (["#gnn", "deep"], ["old"])),
        ("-a -b", ([], ["a", "b"])),
        (" - # + ", None),
        ("", None),
    ],
)
def test_read_tags(typed: str, words: tuple[list[str], list[str]] | None) -> None:
    assert read_tags(typed) == words


def test_last_word_is_completed() -> None:
    suggester = LastWordSuggester(["graphs", "green"])
    assert asyncio.run(suggester.get_suggestion("a -gr")) == "a -graphs"
    assert asyncio.run(suggester.get_suggestion("gre")) == "green"
    assert asyncio.run(suggester.get_suggestion("gr ")) is None
