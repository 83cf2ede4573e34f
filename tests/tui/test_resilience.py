"""What comes in from outside is cleaned, a slow disk shows, and notes outlive a crash."""

import asyncio
from collections.abc import Callable
from threading import Event
from typing import Any

import pytest
from textual import events
from textual.widgets import Input, TextArea

from readlist.domain import Paper
from readlist.errors import DatabaseError
from readlist.reading_list import ReadingList

Play = Callable[..., None]

pytestmark = pytest.mark.usefixtures("filled")

HOSTILE = "a\x1b[31mb\x07\tc\u202e\r\nd\x9be"


async def _paste(person: Any, text: str) -> None:
    person.app.post_message(events.Paste(text))
    await person.settle()


@pytest.mark.parametrize("keys", [["/"], ["e"], ["#"], ["I"]], ids=str)
def test_control_characters_are_not_pasted_into_a_line(play: Play, keys: list[str]) -> None:
    async def session(person: Any) -> None:
        await person.press(*keys)
        line = person.app.focused
        assert isinstance(line, Input)
        line.value = ""
        await _paste(person, HOSTILE)
        assert line.value == "a[31mb c de"

    play(session)


@pytest.mark.parametrize("keys", [["n"], ["T", "n"]], ids=str)
def test_control_characters_are_not_pasted_into_a_note(
    play: Play, papers: Callable[[], list[Paper]], keys: list[str]
) -> None:
    async def session(person: Any) -> None:
        await person.press(*keys)
        assert isinstance(person.app.focused, TextArea)
        await _paste(person, HOSTILE)
        assert person.app.focused.text == "a[31mb\tc\nde"
        await person.press("escape")

    play(session)
    assert papers()[0].note == "a[31mb\tc\nde"


def test_what_is_pasted_keeps_its_place_among_the_keys(play: Play) -> None:
    async def session(person: Any) -> None:
        person.burst("2", "1", "/")
        person.app.post_message(events.Paste("lich"))
        person.burst(*"ens", "enter")
        await person.settle()
        assert person.main.browsing.search == "lichens"

    play(session)


def test_a_slow_disk_shows(play: Play, monkeypatch: pytest.MonkeyPatch) -> None:
    read, may_go_on = ReadingList.page, Event()

    def slowly(library: ReadingList, *args: Any, **kwargs: Any) -> Any:
        may_go_on.wait(20)
        return read(library, *args, **kwargs)

    async def session(person: Any) -> None:
        status = person.main.parts.status

        def spinner() -> str:
            line: str = status.render().plain
            return "" if line.startswith(status.text[:8]) else line[0]

        monkeypatch.setattr(ReadingList, "page", slowly)
        person.burst("7", "j")
        frames: set[str] = set()
        async with asyncio.timeout(20):
            while len(frames - {""}) < 3:
                frames.add(spinner())
                await asyncio.sleep(0.02)
            may_go_on.set()
            await person.settle()
            while spinner():
                await asyncio.sleep(0.02)
        assert person.main.browsing.view.label == "All"
        assert person.main.parts.papers.listing.cursor == 1

    play(session)


def test_a_list_that_cannot_be_read_is_told(play: Play, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any, **__: Any) -> None:
        raise DatabaseError("the database is damaged", "restore a backup")

    async def session(person: Any) -> None:
        monkeypatch.setattr(ReadingList, "page", refuse)
        await person.press("7")
        assert person.status == "Error: the database is damaged; restore a backup"

    play(session)
