"""Triage by keys, on a real library."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from readlist.domain import Paper, Status
from readlist.reading_list import ReadingList

Play = Callable[..., None]
Papers = Callable[[], list[Paper]]

pytestmark = pytest.mark.usefixtures("filled")

STATUSES = {"t": "to-read", "r": "reading", "d": "done", "x": "skipped", "i": "inbox"}


def _is_triage(person: Any) -> bool:
    return "Triage · " in person.screen


def test_a_paper_a_key(play: Play, papers: Papers) -> None:
    async def session(person: Any) -> None:
        await person.press("T")
        assert "  Study 1 of tides" in person.screen
        await person.press("t")
        assert "  Study 2 of lichens" in person.screen
        assert "11 left of 12" in person.screen
        await person.press(*"rdxi")
        assert "  Study 6 of orchards" in person.screen
        await person.press("escape")
        assert not _is_triage(person)
        assert person.current == 6
        assert len(person.numbers) == 8

    play(session)
    assert [one.status.value for one in papers()][:5] == [STATUSES[key] for key in "trdxi"]


@pytest.mark.parametrize("slowly", [True, False], ids=["slowly", "at once"])
def test_a_burst_does_what_the_same_keys_do_slowly(
    play: Play, papers: Papers, slowly: bool
) -> None:
    keys = [*"TtsdsxjnA", "escape", *"rkkukdsdux qj"]

    async def session(person: Any) -> None:
        await (person.press_slowly if slowly else person.press)(*keys)
        assert not _is_triage(person)

    play(session)
    filed = {one.id: one.status.value for one in papers() if one.status != "inbox"}
    assert filed == {1: "to-read", 2: "done", 3: "skipped", 4: "done", 5: "skipped"}
    assert [one.id for one in papers() if one.starred] == [2, 3, 5]
    assert [one.note for one in papers() if one.note] == ["A"]


def test_all_of_it_ends_in_a_summary(play: Play, papers: Papers) -> None:
    async def session(person: Any) -> None:
        await person.press("T", *"ddddddxxxttj")
        assert "Triage done" in person.screen
        assert "Done         6" in person.screen
        assert "Later        1" in person.screen
        await person.press(*"dsxno")
        assert "0 left of 12" in person.screen
        await person.press("enter")
        assert "1 left of 1" in person.screen
        await person.press("d", "u")
        assert "  Study 12 of glaciers" in person.screen
        await person.press("q")

    play(session)
    statuses = [one.status.value for one in papers()]
    assert statuses == ["done"] * 6 + ["skipped"] * 3 + ["to-read"] * 2 + ["inbox"]


def test_undo_and_redo_go_to_the_paper(play: Play, papers: Papers) -> None:
    async def session(person: Any) -> None:
        await person.press("T", *"ddj", "u")
        column, line = person.place("Study 2 of lichens")
        assert person.lines[line + 3].strip() == "Inbox"
        await person.press("j", "j", "ctrl+r")
        assert person.place("Study 2 of lichens") == (column, line)
        assert person.lines[line + 3].strip() == "Done"
        await person.press("u", "u")
        assert "  Study 1 of tides" in person.screen
        await person.press(*"jjjjjjjjjjjj")
        assert "Later       12" in person.screen

    play(session)
    assert {one.status.value for one in papers()} == {"inbox"}


def test_undoing_the_import_leaves_nothing_to_decide(play: Play, papers: Papers) -> None:
    async def session(person: Any) -> None:
        await person.press("T", "d", "u", "u")
        assert "Nothing was decided" in person.screen
        await person.press("d", "x", "q")
        assert "Your reading list is empty" in person.screen

    play(session)
    assert papers() == []


def test_selection_only(play: Play, papers: Papers) -> None:
    async def session(person: Any) -> None:
        await person.press("j", "space", "j", "space", "T")
        assert "2 left of 2" in person.screen
        await person.press("d", "x", "d", "q")

    play(session)
    assert [one.id for one in papers() if one.status == "done"] == [2]
    assert [one.id for one in papers() if one.status == "skipped"] == [4]


def test_begins_at_the_cursor_and_leaves_nothing_out(play: Play) -> None:
    async def session(person: Any) -> None:
        await person.press("G", "T")
        assert "  Study 12" in person.screen
        await person.press("j")
        assert "  Study 1 of tides" in person.screen
        assert "11 left of 12" in person.screen

    play(session)


def test_empty_view_says_so(play: Play) -> None:
    async def session(person: Any) -> None:
        await person.press("4", "T")
        assert not _is_triage(person)
        assert person.status == "Nothing to go through: no paper is listed here"

    play(session)


def test_note_keeps_the_letters_and_leaving_the_program_saves_it(
    play: Play, papers: Papers
) -> None:
    async def session(person: Any) -> None:
        await person.press("T", "j", "n", *"tdxq", "escape", "d", "n", *"kept")
        await person.leave("ctrl+q")

    play(session)
    assert [(one.note, one.status.value) for one in papers()][:4] == [
        (None, "inbox"),
        ("tdxq", "done"),
        ("kept", "inbox"),
        (None, "inbox"),
    ]


def test_another_process_is_seen(play: Play, tmp_path: Path) -> None:
    async def session(person: Any) -> None:
        await person.press("T")
        with ReadingList.open(tmp_path / "library.db") as other:
            other.tag([1], ["seen"])
        await person.until("#seen")

    play(session)


def test_failed_verdict_goes_back_to_the_paper(
    play: Play, papers: Papers, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError("the disk is gone")

    monkeypatch.setattr(ReadingList, "mark", fail)

    async def session(person: Any) -> None:
        await person.press("T", "d")
        assert "  Study 1 of tides" in person.screen
        assert "Error: unexpected" in person.screen
        assert "12 left of 12" in person.screen
        await person.press(*"jjjjjjjjjjjj")
        assert "Later       12" in person.screen

    play(session)
    assert {one.status.value for one in papers()} == {"inbox"}


def test_long_text_scrolls_and_every_paper_begins_at_its_top(play: Play) -> None:
    async def session(person: Any) -> None:
        await person.press("T")
        assert "Study 1 of tides" in person.screen
        await person.press("ctrl+d", "pagedown")
        assert "Study 1 of tides" not in person.screen
        assert "The tides of valley 0" in person.screen
        await person.press("j")
        assert "Study 2 of lichens" in person.screen

    play(session, size=(40, 12))


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (200, 50)], ids=["small", "usual", "large"])
def test_verdict_keys_are_in_view_and_can_be_clicked(
    play: Play, papers: Papers, size: tuple[int, int]
) -> None:
    async def session(person: Any) -> None:
        await person.press("T")
        assert person.words.endswith("? keys")
        assert (
            "t to read r reading d done x skip i inbox s star n note j later k back u undo q leave"
        ) in person.words
        await person.click("t to read")

    play(session, size=size)
    assert [one.id for one in papers() if one.status == "to-read"] == [1]


def test_resizing_loses_nothing(play: Play, papers: Papers) -> None:
    async def session(person: Any) -> None:
        await person.press("T", "j", "n", *"so")
        for size in [(40, 12), (200, 50), (20, 5), (80, 24)]:
            await person.resize(*size)
        await person.press(*"on", "escape", "d", "q")

    play(session, size=(200, 50))
    assert (papers()[1].note, papers()[1].status.value) == ("soon", "done")


def test_palette_acts_on_the_paper_of_triage(play: Play, papers: Papers) -> None:
    async def session(person: Any) -> None:
        await person.press("T", "j", "ctrl+p")
        await person.type("triage")
        await person.until("No matches found")
        await person.press("ctrl+u")
        await person.type("mark done")
        await person.until("Mark done")
        await person.press("enter")
        await person.until("  Study 3 of queues")

    play(session)
    assert [one.id for one in papers() if one.status == "done"] == [2]


def test_what_is_done_to_a_paper_in_the_list_is_done_here_too(play: Play, papers: Papers) -> None:
    async def session(person: Any) -> None:
        person.burst("T", "j", "#", *"sea", "enter", "e", *" again", "enter", "y", "j", "x")
        await person.settle()
        assert "  Study 4 of glaciers" in person.screen
        assert "Study 2 of lichens" in person.clipboard
        await person.press("k", "k")
        assert "leave behind again" in person.screen
        assert "#sea" in person.screen
        await person.press("u", "u")
        assert "behind again" not in person.screen.split("u undoes it")[0].split("Undid")[0]
        await person.press("ctrl+r")
        assert "leave behind again" in person.screen.split("Did again")[0]

    play(session)
    [_, second, third, *_] = papers()
    assert (second.title.split()[-1], second.tags) == ("again", ("sea",))
    assert third.status is Status.INBOX


def test_a_correction_that_is_refused_here_is_given_back(play: Play, papers: Papers) -> None:
    async def session(person: Any) -> None:
        await person.press("T", "e", "tab", "tab", *"soon", "enter")
        assert "Error: year" in person.screen
        assert " soon " in person.screen
        await person.press(*["backspace"] * 4, *"1999", "enter")
        assert "1999" in person.screen

    play(session)
    assert papers()[0].year == 1999


def test_a_note_that_could_not_be_written_is_written_when_it_is_left(
    play: Play, papers: Papers, full_disk: Any
) -> None:
    async def session(person: Any) -> None:
        await person.press("T", "n", *"one")
        await person.until("the disk is full")
        [aside] = full_disk.aside
        assert str(aside) in person.screen
        assert aside.read_text() == "one"
        full_disk.make_room()
        await person.press("escape")

    play(session, size=(300, 40))
    assert not full_disk.aside
    assert [paper.note for paper in papers() if paper.note] == ["one"]
