"""What the keys do on the main screen, on a real library."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from readlist.domain import Paper, Status
from readlist.reading_list import ReadingList

Play = Callable[..., None]
Papers = Callable[[], list[Paper]]

pytestmark = pytest.mark.usefixtures("filled")

ALL = list(range(1, 13))


def test_filed_paper_leaves_and_cursor_keeps_its_place(play: Play, papers: Papers) -> None:
    async def session(person: Any) -> None:
        await person.press("j", "j", "d")
        assert (person.row, person.current) == (2, 4)
        assert len(person.numbers) == 11
        await person.press("G", "x")
        assert (person.row, person.current) == (9, 11)
        views = person.views
        assert (views["Inbox"], views["Done"], views["Skipped"]) == ("10", "1", "1")
        assert person.status.startswith("Marked “Study 12 of glaciers")

    play(session)
    assert [one.id for one in papers() if one.status != "inbox"] == [3, 12]


def test_in_a_view_it_stays_in_filing_moves_on(play: Play, papers: Papers) -> None:
    async def session(person: Any) -> None:
        await person.press("7", "d", "t", "r")
        assert person.row == 3
        assert person.numbers == ALL

    play(session)
    assert [one.status.value for one in papers()][:4] == ["done", "to-read", "reading", "inbox"]


def test_undo_and_redo_go_to_the_paper(play: Play, papers: Papers) -> None:
    async def session(person: Any) -> None:
        await person.press("j", "j", "j", "d", "g", "u")
        assert person.current == 4
        undid = "Undid: Marked “Study 4 of glaciers and what they leave behind” done"
        assert person.status.startswith(undid)
        await person.press("ctrl+r")
        assert 4 not in person.numbers
        assert len(person.numbers) == 11
        await person.press("u", "u", "u")
        assert person.status.startswith("nothing to undo")

    play(session)
    assert papers() == []


def test_selection_is_one_step(play: Play, papers: Papers) -> None:
    async def session(person: Any) -> None:
        await person.press("space", "space", "j", "V", "j", "j", "s", "*", "d")
        assert person.titles == []
        assert person.view == "Inbox"
        await person.press("u")
        assert person.numbers == ALL

    play(session)
    assert [one.id for one in papers() if one.starred] == [1, 2, 4, 5, 6]
    assert {one.status.value for one in papers()} == {"inbox"}


def test_a_range_stretches_with_the_cursor_and_back(play: Play, papers: Papers) -> None:
    async def session(person: Any) -> None:
        await person.press("j", "j", "j", "V", "j", "j")
        assert person.selected == [4, 5, 6]
        await person.press("k", "k", "k")
        assert person.selected == [3, 4]
        assert person.heading.startswith("Inbox   2 selected of 12 papers")
        await person.press("V", "g")
        assert person.selected == [3, 4]
        await person.press("d")

    play(session)
    assert [one.id for one in papers() if one.status == "done"] == [3, 4]


def test_escape_lets_go_of_selection(play: Play, papers: Papers) -> None:
    async def session(person: Any) -> None:
        await person.press("*")
        assert person.selected == ALL
        await person.press("escape", "d")

    play(session)
    assert [one.id for one in papers() if one.status == "done"] == [1]


def test_star_is_taken_away_again(play: Play, papers: Papers) -> None:
    async def session(person: Any) -> None:
        await person.press("s", "j", "s", "6")
        assert person.numbers == [1, 2]
        await person.press("s")
        assert person.titles == ["Study 2 of lichens and what they leave"]

    play(session)
    assert [one.id for one in papers() if one.starred] == [2]


def test_search_follows_typing_and_escape_goes_back(play: Play) -> None:
    async def session(person: Any) -> None:
        await person.press("j", "j", "j", "j", "/")
        await person.type("lichens")
        assert person.numbers == [2, 10]
        await person.press("escape")
        assert (person.numbers, person.current) == (ALL, 5)
        await person.press("/", *"moss", "enter", "j")
        assert person.numbers == [8]
        await person.press("escape")
        assert (person.numbers, person.current) == (ALL, 5)

    play(session)


def test_unfinished_filter_leaves_the_list(play: Play) -> None:
    async def session(person: Any) -> None:
        await person.press("/")
        for text, found in {
            "moss": 1,
            "moss is:": 1,
            "moss is:star": 1,
            "moss is:starred": 0,
            "moss is:star ": 1,
            "mos sis:x ": 1,
        }.items():
            await person.press("ctrl+u", *text)
            assert len(person.numbers) == found
            aside = person.lines[person.place("/ mos")[1]]
            assert ("did you mean" in aside or "one of" in aside) == (
                text in ("moss is:star ", "mos sis:x ")
            )

    play(session)


def test_filing_what_was_found(play: Play, papers: Papers) -> None:
    async def session(person: Any) -> None:
        await person.press("7", "/", *"lichens", "enter", "*", "d")
        assert person.numbers == [2, 10]

    play(session)
    assert [one.id for one in papers() if one.status == "done"] == [2, 10]


def test_views_remember_their_place(play: Play) -> None:
    async def session(person: Any) -> None:
        await person.press("j", "j", "j", "2")
        assert person.current is None
        await person.press("1")
        assert person.current == 4

    play(session)


def test_order_changes_and_cursor_stays_on_its_paper(play: Play) -> None:
    async def session(person: Any) -> None:
        await person.press("j", "O", "j", "enter")
        assert person.numbers == [1, 10, 11, 12, 2, 3, 4, 5, 6, 7, 8, 9]
        assert person.current == 2
        assert "by title" in person.heading

    play(session)


def test_order_by_author(play: Play, filled: ReadingList) -> None:
    for paper_id in range(1, 13):
        filled.edit(paper_id, {"authors": "Zoe Abel" if paper_id == 5 else "Abel Zorn"})

    async def session(person: Any) -> None:
        await person.press("O", "j", "j", "enter")
        assert person.numbers == [5, 1, 10, 11, 12, 2, 3, 4, 6, 7, 8, 9]
        assert "by author" in person.heading

    play(session)


def test_counts_follow_what_is_filed_and_starred(play: Play, filled: ReadingList) -> None:
    filled.tag([1, 2], ["sea"])

    def counts(person: Any) -> list[str]:
        return list(person.views.values())

    async def session(person: Any) -> None:
        names = ["Inbox", "To read", "Reading", "Done", "Skipped", "Starred", "All", "#sea"]
        assert list(person.views) == names
        assert counts(person) == ["12", "0", "0", "0", "0", "0", "12", "2"]
        await person.press("d", "t", "s", "x")
        assert counts(person) == ["9", "1", "0", "1", "1", "1", "12", "2"]
        await person.press("7", "*", "r")
        assert counts(person) == ["0", "0", "12", "0", "0", "1", "12", "2"]
        await person.press("u", "u", "u")
        assert counts(person) == ["10", "1", "0", "1", "0", "0", "12", "2"]

    play(session)


def test_papers_leave_and_enter_the_views_they_belong_to(play: Play, filled: ReadingList) -> None:
    filled.tag([3, 4], ["sea"])

    async def session(person: Any) -> None:
        await person.press("d", "s")
        assert person.numbers == [*range(2, 13)]
        await person.press("4")
        assert person.numbers == [1]
        await person.press("s", "r")
        assert person.numbers == []
        await person.press("3")
        assert person.numbers == [1]
        await person.press("6")
        assert person.numbers == [1, 2]
        await person.press("d", "s")
        assert person.numbers == [1]
        await person.press("h", "j", "j", "enter", "d", "d")
        assert (person.view, person.numbers) == ("#sea", [3, 4])
        await person.press("#", *"-sea", "enter")
        assert person.numbers == [3]

    play(session)


def test_tags_become_views(play: Play, papers: Papers) -> None:
    async def session(person: Any) -> None:
        await person.press("space", "space", "#", *"sea cold", "enter")
        assert list(person.views.items())[-2:] == [("#cold", "2"), ("#sea", "2")]
        await person.press("#", *"-sea", "enter")

    play(session)
    assert [paper.tags for paper in papers()][:4] == [("cold", "sea"), ("cold", "sea"), (), ()]


def test_edit_changes_what_was_typed_only(play: Play, papers: Papers) -> None:
    async def session(person: Any) -> None:
        await person.press("e", "tab", "tab", *"1999", "enter")
        assert "1999" in person.pane

    play(session)
    assert papers()[0].year == 1999
    assert papers()[0].title_source == "dump"


def test_wrong_value_is_told_and_given_back(play: Play, papers: Papers) -> None:
    async def session(person: Any) -> None:
        await person.press("e", "tab", "tab", *"soon", "enter")
        assert "Error: year" in person.screen
        assert " soon " in person.screen
        await person.press(*["backspace"] * 4, *"2001", "enter")

    play(session)
    assert papers()[0].year == 2001


def test_change_of_another_process_appears(play: Play, tmp_path: Path) -> None:
    async def session(person: Any) -> None:
        await person.press("space", "j", "j", "j")
        with ReadingList.open(tmp_path / "library.db") as other:
            other.mark([2, 3], Status.DONE)
        await person.until("of 10 papers")
        await person.settle()
        assert person.numbers == [1, *range(4, 13)]
        assert person.current == 5
        assert person.selected == [1]

    play(session)


def test_selection_forgets_papers_that_are_gone(play: Play, tmp_path: Path) -> None:
    async def session(person: Any) -> None:
        await person.press("space", "space", "space")
        with ReadingList.open(tmp_path / "library.db") as other:
            other.mark([2, 3], Status.DONE)
        await person.until("1 selected of 10 papers")
        await person.press("g", "d")
        assert person.numbers == [*range(4, 13)]

    play(session)


def test_failed_write_is_told_and_taken_off_the_screen(
    play: Play, papers: Papers, monkeypatch: pytest.MonkeyPatch, log: Path
) -> None:
    def fail(*_: object) -> None:
        raise OSError("the disk is gone")

    monkeypatch.setattr(ReadingList, "mark", fail)

    async def session(person: Any) -> None:
        await person.press("d")
        assert person.status.startswith("Error: unexpected: OSError('the disk is gone')")
        assert person.numbers == ALL
        await person.press("s")

    play(session)
    assert papers()[1].starred
    assert {paper.status.value for paper in papers()} == {"inbox"}
    assert "Traceback" in log.read_text()


@pytest.mark.parametrize(
    ("keys", "shown"),
    [
        ([], ""),
        (["n", *"hick"], "Note · saved"),
        (["/", *"moss"], "/ moss"),
        (["?"], "Keys"),
        (["I", *"abc"], "abc"),
        (["#", *"abc"], "abc"),
    ],
    ids=["list", "note", "search", "help", "import", "tags"],
)
def test_resizing_loses_nothing(play: Play, papers: Papers, keys: list[str], shown: str) -> None:
    async def session(person: Any) -> None:
        await person.press("j", "j", "space")
        await person.until("More like this")
        await person.press(*keys)
        await person.until(shown)
        await person.resize(121, 40)  # a list in the background may be drawn as it is now
        await person.resize(120, 40)
        before = person.screen
        for size in [(40, 12), (200, 50), (80, 24), (20, 5), (120, 40)]:
            await person.resize(*size)
        await person.until(lambda: person.screen == before)  # a scrollbar may come a frame later

    play(session)


def test_one_pane_at_a_time_where_it_is_narrow(play: Play) -> None:
    async def session(person: Any) -> None:
        def shown() -> list[bool]:
            is_paper = "counted over" in person.screen
            return ["Skipped" in person.screen, bool(person.titles), is_paper]

        assert shown() == [False, True, False]
        await person.press("enter")
        assert shown() == [False, False, True]
        await person.press("escape", "h")
        assert shown() == [True, False, False]
        await person.press("j", "enter")
        assert shown() == [False, False, False]
        assert person.view == "To read"

    play(session, size=(50, 20))
