"""What is told of words that were read as others."""

from collections.abc import Callable

import pytest

from readlist.reading_list import ReadingList

Shelve = Callable[..., ReadingList]


@pytest.fixture
def shelf(shelve: Shelve) -> ReadingList:
    return shelve(
        {"title": "Hypergraphs of glaciers", "authors": "Ezra Quill"},
        {"title": "Signal boxes", "abstract": "Perplexing moraines."},
        "Counting tidal nodes",
    )


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("glaciers", []),
        ("glacier", []),  # another number is no mistake
        ("GLACIERS", []),
        ("glac", []),  # nor is a word half typed
        ("galciers", [("galciers", "glaciers")]),
        ("hypergrafs galciers", [("hypergrafs", "hypergraphs"), ("galciers", "glaciers")]),
        ("hypergraphs galciers", [("galciers", "glaciers")]),
        ("qiull glaciers", [("qiull", "quill")]),
        ("signalboxes", [("signalboxes", "signal boxes")]),
        ("morianes", [("morianes", "moraines")]),
        ("zzzzzz", []),
    ],
)
def test_corrections(shelf: ReadingList, query: str, told: list[tuple[str, str]]) -> None:
    answer = shelf.search(query, 5)
    assert [(one.typed, one.held) for one in answer.corrections] == told


def test_initials_are_no_mistake(shelf: ReadingList) -> None:
    answer = shelf.search("ctn", 5)
    assert [hit.id for hit in answer.hits] == [3]
    assert answer.corrections == ()
