"""What was typed, and the forms it may have in a paper."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readlist.searching.query import parse
from readlist.searching.terms import may_be_initials, terms_of
from readlist.store.fts import Term


def _terms(query: str) -> list[Term]:
    return terms_of(parse(query).words)


def _forms(query: str) -> set[str]:
    """Return how the first word of a query may be written."""
    [first, *_] = _terms(f"{query} last")
    return {" ".join(form.tokens) for form in first.forms if not form.initials}


@pytest.mark.parametrize(
    ("typed", "forms"),
    [
        ("graphs", {"graph"}),
        ("graph", {"graphs"}),
        ("study", {"studies"}),
        ("studies", {"study"}),
        ("boxes", {"box"}),
        ("batch", {"batches"}),
        ("classes", {"class"}),
        ("cases", {"case"}),
        ("survey", {"surveys"}),
        ("loss", {"losses"}),
        ("α", {"alpha"}),
        ("beta", {"β"}),
        ("100×", {"100x", "100 times"}),
        ("10x", {"10 times"}),
        ("pre-training", {"pre training", "pretraining"}),
        ("two-graphs", {"two graphs", "two graph", "twographs"}),
        ("state-of-the-art", {"state of the art", "stateoftheart"}),
    ],
)
def test_other_forms_of_a_word(typed: str, forms: set[str]) -> None:
    assert _forms(typed) >= forms


@pytest.mark.parametrize("typed", ["bus", "analysis", "is", "2023", "x2"])
def test_words_that_only_look_like_plurals_keep_their_end(typed: str) -> None:
    assert typed[:-1] not in _forms(typed)


def test_what_was_typed_is_the_closest_form() -> None:
    for term in _terms("graphs α 100× pre-training cnn last"):
        closeness = [form.closeness for form in term.forms]
        assert closeness[0] == 1.0
        assert all(0 < each < 1 for each in closeness[1:])


def test_only_the_last_word_may_be_half_typed() -> None:
    first, last = _terms("graph net")
    assert not any(form.begun for form in first.forms)
    assert last.forms[0].begun


def test_a_phrase_has_one_form_and_is_never_half_typed() -> None:
    graph, phrase = _terms('graph "neural nets"')
    assert (phrase.phrase, graph.phrase) == (True, False)
    [form] = phrase.forms
    assert (form.tokens, form.begun) == (("neural", "nets"), False)


def test_negated_words_filters_and_signs_are_no_terms() -> None:
    assert [term.typed for term in _terms("-tree ... graph - tag:gnn ¶")] == ["graph"]


@pytest.mark.parametrize(
    ("word", "may_be"),
    [("gnn", True), ("kgc", True), ("ab", False), ("a1c", False), ("abcdefgh", False)],
)
def test_initials_are_a_few_letters(word: str, may_be: bool) -> None:
    assert may_be_initials(word) is may_be


@given(st.text(max_size=40))
def test_whatever_is_typed_has_terms_that_hold_something(text: str) -> None:
    for term in terms_of(parse(text, lenient=True).words):
        assert term.forms
        assert all(form.tokens and all(form.tokens) for form in term.forms)
