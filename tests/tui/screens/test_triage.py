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


def _text(person: Any) -> str:
    return str(person.app.screen.query_one("#triage-text").render())


def _head(person: Any) -> str:
    return str(person.app.screen.query_one("#triage-head").render())


def test_a_paper_a_key(play: Play, papers: Papers) -> None:
    async def session(person: Any) -> None:
        await person.press("T")
        assert "Study 1 of tides" in _text(person)
        await person.press("t")
        assert "Study 2 of lichens" in _text(person)
        assert "11 left of 12" in _head(person)
        await person.press(*"rdxi")
        assert "Study 6 of orchards" in _text(person)
        await person.press("escape")
        assert person.app.screen is person.main
        assert person.main.parts.papers.listing.current == 6
        assert len(person.titles) == 8

    play(session)
    assert [one.status.value for one in papers()][:5] == [STATUSES[key] for key in "trdxi"]


@pytest.mark.parametrize("slowly", [True, False])
def test_a_burst_does_what_the_same_keys_do_slowly(
    play: Play, papers: Papers, slowly: bool
) -> None:
    keys = [*"TtsdsxjnA", "escape", *"rkkukdsdux qj"]

    async def session(person: Any) -> None:
        await (person.press_slowly if slowly else person.press)(*keys)
        assert person.app.screen is person.main

    play(session)
    filed = {one.id: one.status.value for one in papers() if one.status != "inbox"}
    assert filed == {1: "to-read", 2: "done", 3: "skipped", 4: "done", 5: "skipped"}
    assert [one.id for one in papers() if one.starred] == [2, 3, 5]
    assert [one.note for one in papers() if one.note] == ["A"]


def test_all_of_it_ends_in_a_summary(play: Play, papers: Papers) -> None:
    async def session(person: Any) -> None:
        await person.press("T", *"ddddddxxxttj")
        summary = _text(person)
        assert "Triage done" in summary
        assert "Done         6" in summary
        assert "Later        1" in summary
        await person.press(*"dsxno")
        assert "0 left of 12" in _head(person)
        await person.press("enter")
        assert "1 left of 1" in _head(person)
        await person.press("d", "u")
        assert "Study 12 of glaciers" in _text(person)
        await person.press("q")

    play(session)
    statuses = [one.status.value for one in papers()]
    assert statuses == ["done"] * 6 + ["skipped"] * 3 + ["to-read"] * 2 + ["inbox"]


def test_undo_and_redo_go_to_the_paper(play: Play, papers: Papers) -> None:
    async def session(person: Any) -> None:
        await person.press("T", *"ddj", "u")
        assert "Study 2 of lichens" in _text(person)
        assert "Inbox" in _text(person)
        await person.press("j", "j", "ctrl+r")
        assert "Study 2 of lichens" in _text(person)
        assert "Done" in _text(person)
        assert person.app.screen.triage.verdict(2) is Status.DONE
        await person.press("u", "u")
        assert "Study 1 of tides" in _text(person)
        assert person.app.screen.triage.left() == list(range(1, 13))

    play(session)
    assert {one.status.value for one in papers()} == {"inbox"}


def test_undoing_the_import_leaves_nothing_to_decide(play: Play, papers: Papers) -> None:
    async def session(person: Any) -> None:
        await person.press("T", "d", "u", "u")
        assert "Nothing was decided" in _text(person)
        await person.press("d", "x", "q")
        assert "Your reading list is empty" in str(person.main.parts.advice.render())

    play(session)
    assert papers() == []


def test_selection_only(play: Play, papers: Papers) -> None:
    async def session(person: Any) -> None:
        await person.press("j", "space", "j", "space", "T")
        assert "2 left of 2" in _head(person)
        await person.press("d", "x", "d", "q")

    play(session)
    assert [one.id for one in papers() if one.status == "done"] == [2]
    assert [one.id for one in papers() if one.status == "skipped"] == [4]


def test_begins_at_the_cursor_and_leaves_nothing_out(play: Play) -> None:
    async def session(person: Any) -> None:
        await person.press("G", "T")
        assert "Study 12" in _text(person)
        await person.press("j")
        assert "Study 1 of tides" in _text(person)
        assert "11 left of 12" in _head(person)

    play(session)


def test_empty_view_says_so(play: Play) -> None:
    async def session(person: Any) -> None:
        await person.press("4", "T")
        assert person.app.screen is person.main
        assert person.status == "Nothing to go through: no paper is listed here"

    play(session)


def test_note_keeps_the_letters_and_leaving_the_program_saves_it(
    play: Play, papers: Papers
) -> None:
    async def session(person: Any) -> None:
        await person.press("T", "j", "n", *"tdxq", "escape", "d", "n", *"kept")
        await person.press("ctrl+q")

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
        await person.pilot.pause(1.2)
        await person.settle()
        assert "#seen" in _text(person)

    play(session)


def test_failed_verdict_goes_back_to_the_paper(
    play: Play, papers: Papers, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def fail(*_: object) -> None:
        raise OSError("the disk is gone")

    monkeypatch.setattr(ReadingList, "mark", fail)
    monkeypatch.setattr("readlist.tui.failures.log_file", lambda: tmp_path / "tui.log")

    async def session(person: Any) -> None:
        await person.press("T", "d")
        assert "Study 1 of tides" in _text(person)
        assert "Error: unexpected" in str(person.app.screen.query_one("#status").render())
        assert person.app.screen.triage.verdict(1) is None

    play(session)
    assert {one.status.value for one in papers()} == {"inbox"}


def test_long_text_scrolls_and_every_paper_begins_at_its_top(play: Play) -> None:
    async def session(person: Any) -> None:
        await person.press("T")
        await person.press("ctrl+d", "pagedown")
        body = person.app.screen.query_one("#triage-body")
        assert body.scroll_offset.y > 0
        await person.press("j")
        assert body.scroll_offset.y == 0

    play(session, size=(40, 12))


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (200, 50)])
def test_verdict_keys_are_in_view_and_can_be_clicked(
    play: Play, papers: Papers, size: tuple[int, int]
) -> None:
    async def session(person: Any) -> None:
        await person.press("T")
        keys = person.app.screen.query_one("#triage-keys")
        shown = " ".join(str(keys.render()).split())
        assert shown.startswith(
            "t to read r reading d done x skip i inbox s star n note j later k back u undo q leave"
        )
        assert shown.endswith("? keys")
        assert keys.region.bottom <= size[1]
        await person.pilot.click("#triage-keys", offset=(3, 0))
        await person.settle()

    play(session, size=size)
    assert [one.id for one in papers() if one.status == "to-read"] == [1]


def test_resizing_loses_nothing(play: Play, papers: Papers) -> None:
    async def session(person: Any) -> None:
        await person.press("T", "j", "n", *"so")
        for size in [(40, 12), (200, 50), (20, 5), (80, 24)]:
            await person.pilot.resize_terminal(*size)
            await person.settle()
        await person.press(*"on", "escape", "d", "q")

    play(session, size=(200, 50))
    assert (papers()[1].note, papers()[1].status.value) == ("soon", "done")


def test_palette_acts_on_the_paper_of_triage(play: Play, papers: Papers) -> None:
    async def session(person: Any) -> None:
        await person.press("T", "j")
        commands = {
            command.title: command for command in person.app.get_system_commands(person.app.screen)
        }
        assert "Triage" not in commands
        await commands["Mark done"].callback()
        await person.settle()

    play(session)
    assert [one.id for one in papers() if one.status == "done"] == [2]


def test_what_is_done_to_a_paper_in_the_list_is_done_here_too(play: Play, papers: Papers) -> None:
    copied: list[str] = []

    async def session(person: Any) -> None:
        person.app.copy_to_clipboard = copied.append
        person.burst("T", "j", "#", *"sea", "enter", "e", *" again", "enter", "y", "j", "x")
        await person.settle()
        assert "Study 4 of glaciers" in _text(person)
        await person.press("k", "k")
        assert "leave behind again" in _text(person)
        assert "#sea" in _text(person)
        await person.press("u", "u")
        assert "again" not in _text(person)
        await person.press("ctrl+r")
        assert "leave behind again" in _text(person)

    play(session)
    [_, second, third, *_] = papers()
    assert (second.title.split()[-1], second.tags) == ("again", ("sea",))
    assert third.status is Status.INBOX
    assert "Study 2 of lichens" in copied[0]


def test_a_correction_that_is_refused_here_is_given_back(play: Play, papers: Papers) -> None:
    async def session(person: Any) -> None:
        await person.press("T", "e", "tab", "tab", *"soon", "enter")
        field = person.app.focused
        assert (field.id, field.value) == ("field-year", "soon")
        await person.press(*["backspace"] * 4, *"1999", "enter")
        assert "1999" in _text(person)

    play(session)
    assert papers()[0].year == 1999


def test_a_note_that_could_not_be_written_is_written_when_it_is_left(
    play: Play, papers: Papers, full_disk: Any
) -> None:
    async def session(person: Any) -> None:
        await person.press("T", "n", *"one")
        await person.pilot.pause(0.9)
        await person.settle()
        assert "the disk is full" in person.status
        [aside] = full_disk.aside
        assert str(aside) in person.status
        assert aside.read_text() == "one"
        full_disk.make_room()
        await person.press("escape")

    play(session)
    assert not full_disk.aside
    assert [paper.note for paper in papers() if paper.note] == ["one"]
