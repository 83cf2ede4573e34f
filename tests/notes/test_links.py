"""Links as they are written in notes."""

import pytest

from readlist.notes.links import find_links, link_at, link_begun, linkable, written


def test_links_are_found_in_their_order() -> None:
    text = "See [[Borrowed Clocks]] and [[key1|the other]], not [[ -f x ]] or [one](two)."
    found = find_links(text)
    assert [(link.target, link.shown) for link in found] == [
        ("Borrowed Clocks", "Borrowed Clocks"),
        ("key1", "the other"),
    ]
    assert text[found[0].start : found[0].end] == "[[Borrowed Clocks]]"


@pytest.mark.parametrize("text", ["[[", "[[]]", "[[a\nb]]", "[[a]", "[a]]", "[[|a]]"])
def test_what_is_no_link(text: str) -> None:
    assert find_links(text) == []


def test_the_link_at_a_place() -> None:
    text = "ab [[cd]] ef"
    assert link_at(text, 2) is None
    assert [link_at(text, place) is not None for place in (3, 6, 9, 10)] == [
        True,
        True,
        True,
        False,
    ]


@pytest.mark.parametrize(
    ("line", "typed"),
    [("see [[Bor", "Bor"), ("[[", ""), ("[[a]] b", None), ("none", None), ("[[a]] [[b c", "b c")],
)
def test_what_is_typed_of_a_link(line: str, typed: str | None) -> None:
    assert link_begun(line) == typed


def test_a_title_that_cannot_stand_in_a_link() -> None:
    assert written(linkable("On [bold] | #1 ^ ]]")) == "[[On bold 1]]"
    assert written("key", "On it") == "[[key|On it]]"


def test_many_brackets_are_read_in_a_moment() -> None:
    assert find_links("[[" * 100_000) == []
    assert link_begun("[[" * 100_000) == ""
