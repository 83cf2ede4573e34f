"""Screens that read the library themselves: keys about what they read wait for it, leaving does not."""

import asyncio
import threading
from collections.abc import Callable
from typing import Any

import pytest

from readlist.errors import DatabaseError
from readlist.reading_list import ReadingList

Play = Callable[..., None]


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """What lets the numbers of the library be read."""
    opened, read = threading.Event(), ReadingList.statistics

    def wait(library: ReadingList) -> object:
        assert opened.wait(20)
        return read(library)

    monkeypatch.setattr(ReadingList, "statistics", wait)
    return opened


def test_keys_about_the_numbers_wait_for_them(
    play: Play, filled: ReadingList, gate: threading.Event
) -> None:
    gate.set()
    waiting = filled.statistics().waiting
    gate.clear()

    async def session(person: Any) -> None:
        person.burst("%", "j", "j", "enter")
        await asyncio.sleep(0.3)
        assert person.current is None
        gate.set()
        await person.settle()
        assert person.current == waiting[2].id

    play(session)


def test_leaving_does_not_wait_for_the_numbers(
    play: Play, filled: ReadingList, gate: threading.Event
) -> None:
    async def session(person: Any) -> None:
        person.burst("%", "escape", "j")
        await person.until(lambda: person.current == 2)
        gate.set()

    play(session)


def test_numbers_that_cannot_be_read_are_explained(
    play: Play, filled: ReadingList, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object) -> None:
        raise DatabaseError("the disk is gone", "mount it")

    monkeypatch.setattr(ReadingList, "statistics", refuse)
    monkeypatch.setattr(ReadingList, "note_savings", refuse)

    async def session(person: Any) -> None:
        for key in ("%", "H"):
            await person.press(key)
            assert "Error: the disk is gone" in person.screen
            await person.press("j", "enter", "tab", "q")
            assert person.current == 1

    play(session)


def test_fast_keys_reach_the_version_they_lead_to(play: Play, filled: ReadingList) -> None:
    for text in ("first " * 9, "a", "second " * 9, "b", "last"):
        filled.write_note(1, text)

    async def session(person: Any) -> None:
        person.burst("H", "space", "j", "j", "j", "k", "enter")
        await person.settle()

    play(session)
    assert filled.paper(1).note == "second " * 9
