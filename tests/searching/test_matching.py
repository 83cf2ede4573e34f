"""Where and how closely words hold a term."""

import pytest

from readlist.searching.matching import Matcher
from readlist.store.fts import Form, Term

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
