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


def test_filed_paper_leaves_and_cursor_keeps_its_place(play: Play, papers: Papers) -> None:
    async def session(person: Any) -> None:
        listing = person.main.parts.papers.listing
        await person.press("j", "j", "d")
        assert (listing.cursor, listing.current) == (2, 4)
        assert len(listing) == 11
        await person.press("G", "x")
        assert (listing.cursor, listing.current) == (9, 11)
        counts = person.main.browsing.counts.by_status
        assert (counts[Status.INBOX], counts[Status.DONE], counts[Status.SKIPPED]) == (10, 1, 1)
        assert person.status.startswith("Marked “Study 12 of glaciers")

    play(session)
    assert [one.id for one in papers() if one.status != "inbox"] == [3, 12]


def test_in_a_view_it_stays_in_filing_moves_on(play: Play, papers: Papers) -> None:
    async def session(person: Any) -> None:
        await person.press("7", "d", "t", "r")
        assert person.main.parts.papers.listing.cursor == 3
        assert len(person.main.parts.papers.listing) == 12

    play(session)
    assert [one.status.value for one in papers()][:4] == ["done", "to-read", "reading", "inbox"]


def test_undo_and_redo_go_to_the_paper(play: Play, papers: Papers) -> None:
    async def session(person: Any) -> None:
        listing = person.main.parts.papers.listing
        await person.press("j", "j", "j", "d", "g", "u")
        assert listing.current == 4
        assert (
            person.status == "Undid: Marked “Study 4 of glaciers and what they leave behind” done"
        )
        await person.press("ctrl+r")
        assert 4 not in listing.ids
        await person.press("u", "u", "u")
        assert person.status.startswith("nothing to undo")

    play(session)
    assert papers() == []


def test_selection_is_one_step(play: Play, papers: Papers) -> None:
    async def session(person: Any) -> None:
        await person.press("space", "space", "j", "V", "j", "j", "s", "*", "d")
        assert person.titles == []
        await person.press("u")

    play(session)
    assert [one.id for one in papers() if one.starred] == [1, 2, 4, 5, 6]
    assert {one.status.value for one in papers()} == {"inbox"}


def test_escape_lets_go_of_selection(play: Play, papers: Papers) -> None:
    async def session(person: Any) -> None:
        await person.press("*", "escape", "d")

    play(session)
    assert [one.id for one in papers() if one.status == "done"] == [1]


def test_star_is_taken_away_again(play: Play, papers: Papers) -> None:
    async def session(person: Any) -> None:
        await person.press("s", "j", "s", "6")
        assert len(person.titles) == 2
        await person.press("s")
        assert person.titles == ["Study 2 of lichens and what they leave behind"]

    play(session)
    assert [one.id for one in papers() if one.starred] == [2]


def test_search_follows_typing_and_escape_goes_back(play: Play) -> None:
    async def session(person: Any) -> None:
        await person.press("j", "j", "j", "j", "/")
        await person.type("lichens")
        assert person.titles == [
            f"Study {n} of lichens and what they leave behind" for n in (2, 10)
        ]
        await person.press("escape")
        listing = person.main.parts.papers.listing
        assert (len(listing), listing.current) == (12, 5)
        await person.press("/", *"moss", "enter", "j")
        assert person.titles == ["Study 8 of moss and what they leave behind"]
        await person.press("escape")
        listing = person.main.parts.papers.listing
        assert (len(listing), listing.current) == (12, 5)

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
            person.app.focused.value = text
            await person.settle()
            assert len(person.titles) == found
            aside = str(person.main.query_one("#search-aside").render())
            assert ("did you mean" in aside or "one of" in aside) == (
                text in ("moss is:star ", "mos sis:x ")
            )

    play(session)


def test_filing_what_was_found(play: Play, papers: Papers) -> None:
    async def session(person: Any) -> None:
        await person.press("7", "/", *"lichens", "enter", "*", "d")
        assert len(person.titles) == 2

    play(session)
    assert [one.id for one in papers() if one.status == "done"] == [2, 10]


def test_views_remember_their_place(play: Play) -> None:
    async def session(person: Any) -> None:
        listing = person.main.parts.papers.listing
        await person.press("j", "j", "j", "2")
        assert listing.current is None
        await person.press("1")
        assert listing.current == 4

    play(session)


def test_order_changes_and_cursor_stays_on_its_paper(play: Play) -> None:
    async def session(person: Any) -> None:
        await person.press("j", "O", "j", "enter")
        assert person.titles[:2] == [
            "Study 1 of tides and what they leave behind",
            "Study 10 of lichens and what they leave behind",
        ]
        assert person.main.parts.papers.listing.current == 2

    play(session)


def test_tags_become_views(play: Play, papers: Papers) -> None:
    async def session(person: Any) -> None:
        await person.press("space", "space", "#", *"sea cold", "enter")
        assert [view.label for view in person.main.parts.views.views[-2:]] == ["#cold", "#sea"]
        await person.press("#", *"-sea", "enter")

    play(session)
    assert [paper.tags for paper in papers()][:4] == [("cold", "sea"), ("cold", "sea"), (), ()]


def test_edit_changes_what_was_typed_only(play: Play, papers: Papers) -> None:
    async def session(person: Any) -> None:
        await person.press("e", "tab", "tab", *"1999", "enter")
        assert "1999" in person.main.parts.paper.text.plain

    play(session)
    assert papers()[0].year == 1999
    assert papers()[0].title_source == "dump"


def test_wrong_value_is_told_and_given_back(play: Play, papers: Papers) -> None:
    async def session(person: Any) -> None:
        await person.press("e", "tab", "tab", *"soon", "enter")
        assert person.status.startswith("Error: year")
        assert person.app.focused.value == "soon"
        await person.press(*["backspace"] * 4, *"2001", "enter")

    play(session)
    assert papers()[0].year == 2001


def test_change_of_another_process_appears(play: Play, tmp_path: Path) -> None:
    async def session(person: Any) -> None:
        listing = person.main.parts.papers.listing
        await person.press("space", "j", "j", "j")
        with ReadingList.open(tmp_path / "library.db") as other:
            other.mark([2, 3], Status.DONE)
        await person.pilot.pause(1.2)
        await person.settle()
        assert len(listing) == 10
        assert listing.current == 5
        assert listing.targets() == [1]

    play(session)


def test_failed_write_is_told_and_taken_off_the_screen(
    play: Play, papers: Papers, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def fail(*_: object) -> None:
        raise OSError("the disk is gone")

    monkeypatch.setattr(ReadingList, "mark", fail)
    monkeypatch.setattr("readlist.tui.failures.log_file", lambda: tmp_path / "logs" / "tui.log")

    async def session(person: Any) -> None:
        await person.press("d")
        assert person.status.startswith("Error: unexpected: OSError('the disk is gone')")
        assert len(person.titles) == 12
        await person.press("s")

    play(session)
    assert papers()[1].starred
    assert {paper.status.value for paper in papers()} == {"inbox"}
    assert "Traceback" in (tmp_path / "logs" / "tui.log").read_text()


@pytest.mark.parametrize("keys", [[], ["n", "h", "i"], ["/", "m"], ["?"], ["I", "a"], ["#", "a"]])
def test_resizing_loses_nothing(play: Play, papers: Papers, keys: list[str]) -> None:
    async def session(person: Any) -> None:
        await person.press("j", "j", "space", *keys)
        listing = person.main.parts.papers.listing
        before = (listing.current, listing.targets(), person.app.focused, person.app.screen)
        for size in [(40, 12), (200, 50), (80, 24), (20, 5), (120, 40)]:
            await person.pilot.resize_terminal(*size)
            await person.settle()
        assert (listing.current, listing.targets(), person.app.focused, person.app.screen) == before
        typed = getattr(person.app.focused, "value", None) or getattr(
            person.app.focused, "text", ""
        )
        assert typed == "".join(key for key in keys[1:])

    play(session, size=(200, 50))


def test_one_pane_at_a_time_where_it_is_narrow(play: Play) -> None:
    async def session(person: Any) -> None:
        parts = person.main.parts
        shown = [parts.views, parts.papers, parts.paper]

        def sizes() -> list[bool]:
            return [bool(widget.size.width and widget.region) for widget in shown]

        assert sizes() == [False, True, False]
        await person.press("enter")
        assert sizes() == [False, False, True]
        await person.press("escape", "h")
        assert sizes() == [True, False, False]
        await person.press("j", "enter")
        assert sizes() == [False, True, False]
        assert person.main.browsing.view.label == "To read"

    play(session, size=(50, 20))
