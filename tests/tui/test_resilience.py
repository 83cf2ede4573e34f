"""What comes in from outside is cleaned, a slow disk shows, and what is asked for comes in order."""

import asyncio
import re
import time
from collections.abc import Callable
from threading import Event
from typing import Any

import pytest
from textual import events

from readlist.domain import Paper, Status
from readlist.errors import DatabaseError
from readlist.reading_list import ReadingList

Play = Callable[..., None]
Papers = Callable[[], list[Paper]]

pytestmark = pytest.mark.usefixtures("filled")

HOSTILE = "a\x1b[31mb\x07\tc\u202e\r\nd\x9be"

ALL = list(range(1, 13))


@pytest.mark.parametrize("key", ["/", "e", "#", "I"], ids=["search", "edit", "tags", "import"])
def test_control_characters_are_not_pasted_into_a_line(play: Play, key: str) -> None:
    async def session(person: Any) -> None:
        await person.press(key, "ctrl+u")
        await person.paste(HOSTILE)
        assert "a[31mb c de" in person.screen
        await person.press("escape")

    play(session)


@pytest.mark.parametrize("keys", [["n"], ["T", "n"]], ids=["list", "triage"])
def test_control_characters_are_not_pasted_into_a_note(
    play: Play, papers: Papers, keys: list[str]
) -> None:
    async def session(person: Any) -> None:
        await person.press(*keys)
        await person.paste(HOSTILE)
        await person.press("escape")

    play(session)
    assert papers()[0].note == "a[31mb\tc\nde"


def test_what_is_pasted_keeps_its_place_among_the_keys(play: Play) -> None:
    async def session(person: Any) -> None:
        person.burst("2", "1", "/")
        person.app.post_message(events.Paste("lich"))
        person.burst(*"ens", "enter")
        await person.settle()
        assert "  / lichens " in person.screen
        assert person.numbers == [2, 10]

    play(session)


# A slow disk


def test_keys_keep_their_order_on_a_slow_disk(
    play: Play, papers: Papers, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = ReadingList.page

    def slowly(library: ReadingList, *args: Any, **named: Any) -> Any:
        time.sleep(0.5)
        return read(library, *args, **named)

    async def session(person: Any) -> None:
        monkeypatch.setattr(ReadingList, "page", slowly)
        person.burst("7", "j", "d", "2", "1", "x")
        await person.settle()
        assert person.view == "Inbox"
        assert person.numbers == [*range(3, 13)]

    play(session)
    assert [one.status.value for one in papers()][:3] == ["skipped", "done", "inbox"]


def _spinner(person: Any) -> str:
    found = re.match(r"[⠀-⣿]", person.status)
    return found[0] if found else ""


def test_a_sign_turns_while_changes_wait_for_another_program(
    play: Play, papers: Papers, locked: Any
) -> None:
    async def session(person: Any) -> None:
        locked.take()
        person.burst("d")
        frames: set[str] = set()
        async with asyncio.timeout(20):
            while len(frames) < 3:
                await asyncio.sleep(0.02)
                frames |= {_spinner(person)} - {""}
        locked.give_back()
        await person.settle()
        await person.until(lambda: not _spinner(person))

    play(session)
    assert papers()[0].status is Status.DONE


def test_a_list_that_cannot_be_read_is_told(play: Play, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any, **__: Any) -> None:
        raise DatabaseError("the database is damaged", "restore a backup")

    async def session(person: Any) -> None:
        monkeypatch.setattr(ReadingList, "page", refuse)
        await person.press("7")
        assert person.status == "Error: the database is damaged; restore a backup"

    play(session)


# Another program holds the library


def test_filing_goes_on_while_another_program_holds_the_library(
    play: Play, papers: Papers, locked: Any
) -> None:
    left = [3, *range(5, 13)]

    async def session(person: Any) -> None:
        locked.take()
        person.burst(*"dtjxs")
        await person.until(lambda: person.numbers == left)
        await person.until(lambda: person.views["Starred"] == "1")
        counts = person.views
        assert (counts["Inbox"], counts["To read"], counts["Done"]) == ("9", "1", "1")
        assert person.current == 5
        assert {paper.status for paper in papers()} == {Status.INBOX}
        locked.give_back()
        await person.settle()
        assert (person.numbers, person.current) == (left, 5)
        assert person.views == counts

    play(session)
    filed = {paper.id: paper.status.value for paper in papers() if paper.status != "inbox"}
    assert filed == {1: "done", 2: "to-read", 4: "skipped"}
    assert [paper.id for paper in papers() if paper.starred] == [5]


def test_keys_typed_while_another_program_holds_the_library_are_not_lost(
    play: Play, papers: Papers, locked: Any
) -> None:
    async def session(person: Any) -> None:
        locked.take()
        person.burst("d", "d", "4", "j", "s", "1", "/", *"moss", "enter", "x")
        await asyncio.sleep(0.5)
        locked.give_back()
        await person.settle()
        assert person.views["Done"] == "2"
        assert person.numbers == []

    play(session)
    filed = {paper.id: paper.status.value for paper in papers() if paper.status != "inbox"}
    assert filed == {1: "done", 2: "done", 8: "skipped"}
    assert [paper.id for paper in papers() if paper.starred] == [2]


def test_changes_are_made_in_the_order_they_were_asked_for(
    play: Play, papers: Papers, filled: ReadingList, locked: Any
) -> None:
    before = len(filled.history())

    async def session(person: Any) -> None:
        locked.take()
        person.burst("7", *"dktkrkxks")
        await person.until(lambda: "★ Study 1 of" in person.screen)
        locked.give_back()
        await person.settle()

    play(session)
    assert (papers()[0].status, papers()[0].starred) == (Status.SKIPPED, True)
    kinds = [act.kind for act in filled.history()[: len(filled.history()) - before]]
    assert kinds == ["star", "mark", "mark", "mark", "mark"]
    for expected in ("skipped", "reading", "to-read", "done"):
        filled.undo()
        assert filled.paper(1).status.value == expected


def test_undoing_takes_its_turn_while_another_program_holds_the_library(
    play: Play, papers: Papers, locked: Any
) -> None:
    async def session(person: Any) -> None:
        await person.press("j")
        locked.take()
        person.burst("d", "g", "u", "x", "s")
        await asyncio.sleep(0.3)
        locked.give_back()
        await person.settle()
        assert person.current == 3

    play(session)
    assert [one.status.value for one in papers()][:3] == ["inbox", "skipped", "inbox"]
    assert papers()[2].starred


def test_triage_goes_on_while_another_program_holds_the_library(
    play: Play, papers: Papers, locked: Any
) -> None:
    async def session(person: Any) -> None:
        await person.press("T")
        locked.take()
        person.burst(*"dtjx")
        await person.until("8 left of 12")
        assert "  Study 5 of dialects" in person.screen
        assert {paper.status for paper in papers()} == {Status.INBOX}
        locked.give_back()
        await person.settle()
        assert "  Study 5 of dialects" in person.screen

    play(session)
    filed = {paper.id: paper.status.value for paper in papers() if paper.status != "inbox"}
    assert filed == {1: "done", 2: "to-read", 4: "skipped"}


def test_leaving_waits_until_another_program_lets_go(
    play: Play, papers: Papers, locked: Any
) -> None:
    async def session(person: Any) -> None:
        locked.take()
        person.burst("d", "n", *"last words", "ctrl+q")
        await person.until("Leaving when all changes are written")
        assert person.app.is_running
        locked.give_back()
        await person.until(lambda: not person.app.is_running)

    play(session)
    assert papers()[0].status is Status.DONE
    assert papers()[1].note == "last words"


# Late answers


def test_a_late_answer_is_not_shown_in_place_of_what_was_asked_since(
    play: Play, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A search for one letter takes long; those for more, asked after it, do not."""
    search, may_go_on = ReadingList.search, Event()

    def slowly(library: ReadingList, query: str, *args: Any, **named: Any) -> Any:
        if query.split()[-1] == "l":
            may_go_on.wait(1)
        return search(library, query, *args, **named)

    monkeypatch.setattr(ReadingList, "search", slowly)

    async def session(person: Any) -> None:
        person.burst("/", "l")
        await asyncio.sleep(0.1)
        person.burst(*"ichens", "enter")
        await asyncio.sleep(0.1)
        may_go_on.set()
        await person.settle()
        assert person.numbers == [2, 10]
        await asyncio.sleep(0.3)
        assert person.numbers == [2, 10]

    play(session)


def test_what_was_read_before_a_change_shows_the_change(
    play: Play, papers: Papers, locked: Any
) -> None:
    """The library still holds what was before; the list shows what was asked for."""

    def is_shown(person: Any) -> bool:
        return " d   Study 1 of" in person.screen and " i ★ Study 2 of" in person.screen

    async def session(person: Any) -> None:
        locked.take()
        person.burst("7", "d", "s", "5", "7")
        await person.until(lambda: person.view == "All" and is_shown(person))
        assert papers()[0].status is Status.INBOX
        locked.give_back()
        await person.settle()
        assert is_shown(person)

    play(session)
    assert (papers()[0].status, papers()[1].starred) == (Status.DONE, True)


def test_a_queue_moved_while_another_program_holds_the_library_is_shown_moved(
    play: Play, filled: ReadingList, locked: Any
) -> None:
    filled.mark([1, 2, 3], Status.TO_READ)

    async def session(person: Any) -> None:
        await person.press("2")
        locked.take()
        person.burst("J", "J", "1", "2")
        await person.until(lambda: person.numbers == [2, 3, 1])
        locked.give_back()
        await person.settle()
        assert person.numbers == [2, 3, 1]

    play(session)
    assert filled.ids("status:to-read", sort="queue") == [2, 3, 1]


def test_a_change_that_could_not_be_made_is_taken_off_the_lists(
    play: Play, papers: Papers, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise DatabaseError("the disk is full", "make room")

    async def session(person: Any) -> None:
        monkeypatch.setattr(ReadingList, "mark", refuse)
        await person.press("d", "s")
        assert person.numbers == ALL
        assert person.views["Done"] == "0"
        await person.press("4")
        assert person.numbers == []

    play(session)
    assert {paper.status for paper in papers()} == {Status.INBOX}
