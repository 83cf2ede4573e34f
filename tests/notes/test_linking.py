"""Where links in notes lead, by whatever name, and from which notes a paper is linked."""

from collections.abc import Callable
from pathlib import Path

import pytest

from readlist.reading_list import ReadingList

TITLE = "Study 3 of queues and what they leave behind"


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


@pytest.mark.parametrize("target", ["Study", "Study 99 of nothing", "?!", "#", "a" * 10_000])
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
