"""What was typed, the forms it may have in a paper, and where words hold them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readlist.searching.query import parse
from readlist.searching.terms import Matcher, may_be_initials, terms_of
from readlist.store.fts import Form, Term


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


_WORDS = ["deep", "graph", "networks", "and", "deeper", "graph", "matching"]


def _matcher(*forms: Form) -> Matcher:
    return Matcher(Term("typed", forms))


@pytest.mark.parametrize(
    ("form", "place", "length"),
    [
        (Form(("graph",)), 1, 1),
        (Form(("GRAPH",)), 1, 1),
        (Form(("graph", "matching")), 5, 2),
        (Form(("graph", "match"), begun=True), 5, 2),
        (Form(("netw",), begun=True), 2, 1),
    ],
)
def test_find(form: Form, place: int, length: int) -> None:
    match = _matcher(form).find(_WORDS)
    assert match
    assert (match.place, match.length) == (place, length)


@pytest.mark.parametrize(
    "form",
    [
        Form(("tree",)),
        Form(("netw",)),
        Form(("match", "graph"), begun=True),
        Form(("graph", "and")),
        Form(("matching", "trees")),
        Form(("dgn",), initials=True),
    ],
)
def test_find_nothing(form: Form) -> None:
    assert _matcher(form).find(_WORDS) is None
    assert _matcher(form).find([]) is None


def test_the_closest_form_is_taken_wherever_it_stands() -> None:
    match = _matcher(Form(("matching",)), Form(("deep",), 0.5)).find(_WORDS)
    assert match
    assert (match.place, match.closeness) == (6, 1.0)


def test_the_more_of_a_word_was_typed_the_closer_it_is() -> None:
    closeness = [
        match.closeness
        for typed in ("n", "netw", "network", "networks")
        if (match := _matcher(Form((typed,), begun=True)).find(_WORDS))
    ]
    assert len(closeness) == 4
    assert closeness == sorted(set(closeness))
    assert closeness[-1] == 1.0


def test_only_the_letters_typed_are_counted_of_a_word_half_typed() -> None:
    match = _matcher(Form(("netw",), begun=True)).find(_WORDS)
    assert match
    assert match.letters == 4


def test_all_finds_every_place() -> None:
    places = [match.place for match in _matcher(Form(("deep",), begun=True)).all(_WORDS)]
    assert sorted(places) == [0, 4]
    runs = _matcher(Form(("graph", "networks")), Form(("graph", "matching"))).all(_WORDS)
    assert sorted(match.place for match in runs) == [1, 5]


@pytest.mark.parametrize(("initials", "place"), [("dgn", 0), ("dgm", 4), ("dmg", None)])
def test_find_initials(initials: str, place: int | None) -> None:
    match = _matcher(Form((initials,), 0.75, initials=True)).find_initials(_WORDS)
    assert (match.place if match else None) == place
