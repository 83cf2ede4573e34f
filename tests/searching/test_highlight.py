"""What of a text is highlighted, and which words are said to have been corrected."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readlist.domain import SearchHit
from readlist.reading_list import ReadingList
from readlist.searching.highlight import Highlighter
from readlist.searching.query import parse
from readlist.searching.terms import terms_of
from readlist.store.fts import Form, Term

Shelve = Callable[..., ReadingList]


def _shown(text: str, query: str) -> list[str]:
    terms = terms_of(parse(query, lenient=True).words)
    return [text[start:end] for start, end in Highlighter(terms, terms)(text)]


@pytest.mark.parametrize(
    ("text", "query", "shown"),
    [
        ("Graph networks", "graph", ["Graph"]),
        ("Graph networks", "netw", ["netw"]),
        ("Graph networks", "netw graph", ["Graph"]),  # only the last word may be half typed
        ("Graph Networks", "GRAPH NETWORKS", ["Graph", "Networks"]),
        ("A graph of graphs", "graph", ["graph", "graphs"]),
        ("A graph of graphs", "graphs last", ["graph", "graphs"]),
        ("Gödel’s naïve proof", "godel naive", ["Gödel", "naïve"]),
        ("Godel", "gödel", ["Godel"]),
        ("Go\u0308del numbers", "gödel numb", ["Go\u0308del", "numb"]),
        ("Pre-training and pretraining", "pre-training", ["Pre-training", "pretraining"]),
        ("Graph neural networks", '"graph neural"', ["Graph neural"]),
        ("Neural graph networks", '"graph neural"', []),
        ("α-decay", "alpha", ["α"]),
        ("100 times faster", "100×", ["100 times"]),
        ("Straße", "strasse", ["Straße"]),
        ("Trees", "graph", []),
        ("", "graph", []),
        ("Graph", "-graph tree", []),
        ("snake_case_name", "case", ["case"]),
    ],
)
def test_the_letters_that_were_looked_for(text: str, query: str, shown: list[str]) -> None:
    assert _shown(text, query) == shown


def test_a_word_with_a_slip_shows_what_was_meant(filled: ReadingList) -> None:
    answer = filled.search("sundails", 5)
    [best] = [hit for hit in answer.hits if hit.id == 7]
    assert isinstance(best, SearchHit)
    assert [best.title[start:end] for start, end in answer.spans(best.title)] == ["sundials"]


def test_what_was_typed_goes_before_what_may_have_been_meant() -> None:
    typed = Term("graph", (Form(("graph",)),))
    wide = Term("graph", (Form(("graph",)), Form(("grape",), 0.85)))
    assert Highlighter([typed], [wide])("grape and graph") == [(10, 15)]
    assert Highlighter([typed], [wide])("grape only") == [(0, 5)]


@given(st.text(max_size=60), st.text(max_size=30))
def test_places_are_in_order_and_apart_and_within_the_text(text: str, query: str) -> None:
    terms = terms_of(parse(query, lenient=True).words)
    end = -1
    for start, stop in Highlighter(terms, terms)(text):
        assert end < start < stop <= len(text)
        end = stop


@given(st.text(st.characters(categories=("L", "N"), max_codepoint=0x17F), min_size=1, max_size=12))
def test_a_word_is_found_in_itself(word: str) -> None:
    text = f"before {word} after"
    terms = terms_of(parse(f'"{word}"', lenient=True).words)
    if terms:
        assert [text[start:end] for start, end in Highlighter(terms, terms)(text)]


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
