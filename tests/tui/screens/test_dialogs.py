"""Tags as they are typed."""

import asyncio

import pytest

from readlist.tui.screens.dialogs import LastWordSuggester, read_words


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("gnn", (["gnn"], [])),
        ("#gnn, +deep -old", (["gnn", "deep"], ["old"])),
        ("-a -b", ([], ["a", "b"])),
        (" - # + ", None),
        ("", None),
    ],
)
def test_read_words(typed: str, words: tuple[list[str], list[str]] | None) -> None:
    assert read_words(typed) == words


def test_last_word_is_completed() -> None:
    suggester = LastWordSuggester(["graphs", "green"])
    assert asyncio.run(suggester.get_suggestion("a -gr")) == "a -graphs"
    assert asyncio.run(suggester.get_suggestion("gre")) == "green"
    assert asyncio.run(suggester.get_suggestion("gr ")) is None
