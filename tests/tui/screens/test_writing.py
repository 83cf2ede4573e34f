"""Notes: they save themselves, and nothing typed is ever lost."""

from collections.abc import Callable
from typing import Any

import pytest

from readlist.domain import Paper
from readlist.reading_list import ReadingList

Play = Callable[..., None]
Papers = Callable[[], list[Paper]]

pytestmark = pytest.mark.usefixtures("filled")


def test_note_saves_itself_within_a_second(play: Play, papers: Papers) -> None:
    async def session(person: Any) -> None:
        await person.press("n", *"early")
        await person.until("Note · saved")
        assert papers()[0].note == "early"

    play(session)


def test_ways_out_save(play: Play, papers: Papers) -> None:
    async def session(person: Any) -> None:
        await person.press("n", *"one", "escape", "j")
        await person.press("n", *"two", "tab", "escape")
        await person.press("n", *" more")
        await person.leave("ctrl+q")

    play(session)
    assert [paper.note for paper in papers()[:3]] == ["one", "two more", None]


def test_one_opening_is_one_step(play: Play, papers: Papers) -> None:
    async def session(person: Any) -> None:
        await person.press("n", *"first")
        await person.until("Note · saved")
        await person.press(*" and second", "escape")
        assert "Note first and second" in person.pane
        await person.press("u")
        assert "first" not in person.pane
        await person.press("n", *"other", "escape")

    play(session)
    assert papers()[0].note == "other"


def test_opening_and_leaving_writes_nothing(play: Play, filled: ReadingList) -> None:
    filled.write_note(1, "as it\twas\n")
    acts = len(filled.history())

    async def session(person: Any) -> None:
        await person.press("n", "escape", "j", "n", "escape")

    play(session)
    assert len(filled.history()) == acts
    assert filled.paper(1).note == "as it\twas\n"


def test_reopened_at_once_it_holds_what_was_just_typed(play: Play, papers: Papers) -> None:
    async def session(person: Any) -> None:
        person.burst("n", *"one", "escape", "n", *" two", "escape", "j", "n", *"three", "escape")
        await person.settle()

    play(session)
    assert [paper.note for paper in papers()[:2]] == ["one two", "three"]


def test_control_characters_of_a_note_do_not_reach_the_editor(
    play: Play, filled: ReadingList
) -> None:
    filled.write_note(1, "bell\x07 and \x1b[31mred\nkept\ttab")

    async def session(person: Any) -> None:
        await person.press("n")
        top = next(y for y, line in enumerate(person.lines) if "Note · " in line) + 2
        written = [line[72:].strip(" ▌") for line in person.lines[top : top + 2]]
        assert written == ["bell and [31mred", "kept    tab"]

    play(session)
    assert filled.paper(1).note == "bell\x07 and \x1b[31mred\nkept\ttab"


def test_another_paper_keeps_its_note_while_one_is_written(play: Play, papers: Papers) -> None:
    async def session(person: Any) -> None:
        await person.press("n", *"kept")
        await person.click("Study 2 of lichens")
        await person.press("n", *"new", "escape")

    play(session)
    notes = {paper.id: paper.note for paper in papers() if paper.note}
    assert notes == {1: "kept", 2: "new"}


def test_no_note_without_papers(play: Play, papers: Papers) -> None:
    async def session(person: Any) -> None:
        await person.press("2", "n", *"dxs")
        assert "Note ·" not in person.screen

    play(session)
    assert {paper.note for paper in papers()} == {None}


def test_a_note_written_while_another_holds_the_library_is_saved_when_it_lets_go(
    play: Play, papers: Papers, locked: Any
) -> None:
    async def session(person: Any) -> None:
        locked.take()
        await person.press("n")
        person.burst(*"patient")
        await person.until("patient")
        await person.until("Note · saving…")
        person.burst("escape", "j", "d")
        await person.until(lambda: 2 not in person.numbers)
        assert papers()[0].note is None
        locked.give_back()
        await person.settle()
        assert "Done" in person.views

    play(session)
    assert (papers()[0].note, papers()[1].status.value) == ("patient", "done")
