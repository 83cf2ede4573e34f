"""What else may have been meant by a word."""

from collections.abc import Callable

import pytest

from readlist.reading_list import ReadingList
from readlist.searching.query import parse
from readlist.searching.spelling import widened
from readlist.searching.terms import terms_of
from readlist.store.fts import Form, Term

Shelve = Callable[..., ReadingList]


@pytest.fixture
def shelf(shelve: Shelve) -> ReadingList:
    return shelve(
        "Photographs of glaciers at night",
        "Hypergraph clustering of neighbourhoods",
        "Signal boxes and the deep south of the valley",
        "Mixing chalk, zinc and quicklime for orchard walls",
    )


def _widened(library: ReadingList, query: str) -> Term:
    [term] = terms_of(parse(query).words)
    return widened(library._database, term)


def _forms(library: ReadingList, query: str) -> dict[str, Form]:
    forms = _widened(library, query).forms
    return {" ".join(form.tokens): form for form in reversed(forms)}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("glacers", "glaciers"),  # a letter missing
        ("glacciers", "glaciers"),  # one too many
        ("glaxiers", "glaciers"),  # one wrong
        ("galciers", "glaciers"),  # two swapped
        ("lgaciers", "glaciers"),
        ("glaciesr", "glaciers"),
        ("glaziesr", "glaciers"),  # two slips in a long word
        ("clusterrinng", "clustering"),
        ("fotographs", "photographs"),
        ("photografs", "photographs"),
        ("hypergraf", "hypergraph"),
        ("hipergraph", "hypergraph"),
        ("klustering", "clustering"),
        ("miksing", "mixing"),
        ("sinc", "zinc"),
    ],
)
def test_slips_and_sounds(shelf: ReadingList, typed: str, meant: str) -> None:
    assert 0 < _forms(shelf, typed)[meant].closeness < 1


def test_fewer_slips_are_closer(shelf: ReadingList) -> None:
    one, two = (_forms(shelf, typed)["clustering"] for typed in ("clusterin", "klusterin"))
    assert two.closeness < one.closeness


@pytest.mark.parametrize("typed", ["nig", "ngt", "1989", "zzzzzzzz", "glxxxxrs"])
def test_short_words_numbers_and_what_is_like_nothing_are_left(
    shelf: ReadingList, typed: str
) -> None:
    held = {"night", "glaciers", "signal", "boxes"}
    assert not held & _forms(shelf, typed).keys()


def test_a_half_typed_word_may_have_a_slip(shelf: ReadingList) -> None:
    found = shelf.search("hyepr", 5).hits
    assert [hit.id for hit in found] == [2]


def test_beginnings_that_differ_in_the_last_letter_are_one(shelve: Shelve) -> None:
    library = shelve("Moraine", "Moraste", "Moral", "Mosaic")
    begun = {" ".join(form.tokens) for form in _widened(library, "mork").forms if form.begun}
    assert begun == {"mork", "morks", "mor"}
    assert sorted(hit.id for hit in library.search("mork", 5).hits) == [1, 2, 3]


def test_words_run_together_are_taken_apart(shelf: ReadingList) -> None:
    assert _forms(shelf, "signalboxes")["signal boxes"].closeness > 0.5
    assert [hit.id for hit in shelf.search("deepsouth", 5).hits][:1] == [3]


def test_words_taken_apart_are_run_together(shelf: ReadingList) -> None:
    assert [hit.id for hit in shelf.search("hyper-graph", 5).hits] == [2]
    assert [hit.id for hit in shelf.search("hyper graph", 5).hits] == [2]
    shelf.edit(3, {"abstract": "Meltwater runs there."})
    assert [hit.id for hit in shelf.search("melt water", 5).hits] == [3]


def test_a_compound_with_a_slip_in_one_part(shelf: ReadingList) -> None:
    assert [hit.id for hit in shelf.search("sginal-boxes", 5).hits] == [3]


def test_a_phrase_is_taken_at_its_word(shelf: ReadingList) -> None:
    term = _widened(shelf, '"galciers at"')
    assert len(term.forms) == 1
    assert shelf.search('"galciers at"', 5).hits == ()


def test_words_of_papers_that_went_are_not_meant(shelf: ReadingList) -> None:
    shelf.edit(1, {"title": "Paintings of moraines"})
    assert shelf.search("glacers", 5).hits == ()
    shelf.undo()
    assert [hit.id for hit in shelf.search("glacers", 5).hits] == [1]


def test_short_words_may_be_initials(shelf: ReadingList) -> None:
    initials = {form.tokens for form in _widened(shelf, "hcn").forms if form.initials}
    assert initials == {("hcn",)}
    assert [hit.id for hit in shelf.search("hcn", 5).hits] == [2]
    assert [hit.id for hit in shelf.search("hcon", 5).hits] == [2]
