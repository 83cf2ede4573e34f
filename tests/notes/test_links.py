"""Links in notes: how they are written, where they lead, and from which notes a paper is linked."""

from collections.abc import Callable
from pathlib import Path

import pytest

from readlist.notes.links import find_links, link_at, link_begun, linkable, written
from readlist.reading_list import ReadingList

TITLE = "Study 3 of queues and what they leave behind"


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


@pytest.mark.parametrize(
    "target",
    [
        TITLE,
        TITLE.upper(),
        "Study 3 of “queues” — and what they leave behind",
        f"papers/{TITLE}.md",
        f"{TITLE}#Results",
    ],
)
def test_a_link_by_title(filled: ReadingList, target: str) -> None:
    assert filled.linked_paper(target) == 3


def test_a_link_by_key_and_by_citation(filled: ReadingList) -> None:
    filled.edit(3, {"authors": "Ada Lindqvist", "year": "2021"})
    assert filled.linked_paper(filled.paper(3).key) == 3
    assert filled.linked_paper("lindqvist2021study") == 3
    assert filled.linked_paper("@lindqvist2021study") == 3
    assert filled.linked_paper("lindqvist2022study") is None


@pytest.mark.parametrize(
    "target",
    ["Study", "Study 99 of nothing", "?!", "#", "a" * 10_000],
    ids=["word", "words", "marks", "hash", "long"],
)
def test_a_link_to_nothing(filled: ReadingList, target: str) -> None:
    assert filled.linked_paper(target) is None


def test_a_link_outlives_another_title(filled: ReadingList) -> None:
    filled.write_note(1, f"See [[{TITLE}]].")
    filled.edit(3, {"title": "Queues, Revisited"})
    assert filled.linked_paper(TITLE) == 3
    assert filled.linked_paper("queues revisited") == 3
    assert [one.id for one in filled.note_links(3).linked_from] == [1]
    filled.edit(4, {"title": TITLE})
    assert filled.linked_paper(TITLE) == 4  # a title that a paper has goes before one it had
    assert filled.note_links(3).linked_from == ()


def test_a_file_name_that_holds_only_the_beginning(filled: ReadingList) -> None:
    title = (
        "A title that is much longer than the name of a file may be, because its writers liked it"
    )
    filled.edit(3, {"title": title})
    assert filled.linked_paper(title[:80]) == 3
    assert filled.linked_paper(title[:20]) is None


def test_a_title_that_another_paper_had_once_leads_where_it_leads(filled: ReadingList) -> None:
    cut = (
        "On the slow growth of lichens upon northern stones, and why counting winters helps nobody"
    )
    filled.edit(2, {"title": f"{cut}: a second look"})
    assert filled.linked_paper(cut) == 2
    filled.edit(1, {"title": cut})
    assert filled.linked_paper(cut) == 1
    filled.undo()
    assert filled.linked_paper(cut) == 2


def test_links_are_told_from_both_sides(filled: ReadingList) -> None:
    filled.write_note(1, f"[[{TITLE}]], [[{TITLE}|again]] and [[Nothing]]")
    filled.write_note(2, f"[[{filled.paper(3).key}]]")
    filled.write_note(3, f"[[{TITLE}]], which is this one")
    assert filled.note_links(1).targets == {TITLE: 3, "Nothing": None}
    assert [one.id for one in filled.note_links(3).linked_from] == [1, 2]
    assert filled.note_links(4).linked_from == ()


def test_the_link_to_a_paper_leads_to_it(filled: ReadingList) -> None:
    assert filled.link_to(3) == f"[[{TITLE}]]"
    filled.edit(5, {"title": TITLE})
    assert filled.link_to(3) == f"[[{TITLE}]]"
    assert filled.link_to(5) == f"[[{filled.paper(5).key}|{TITLE}]]"


def test_hostile_titles_can_be_linked(
    library: ReadingList, tmp_path: Path, page: Callable[[int], str]
) -> None:
    (tmp_path / "page.txt").write_text(page(3), encoding="utf-8")
    library.import_sources([tmp_path / "page.txt"])
    for title in ('[[x]] OR "y', "潮汐表", r"$\mathcal{O}(n)$ Sorting", "***"):
        library.edit(2, {"title": title})
        target = library.link_to(2).removeprefix("[[").removesuffix("]]").partition("|")[0]
        assert library.linked_paper(target) == 2, title
