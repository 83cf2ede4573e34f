"""Screens that read the library themselves, by themselves."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from textual.app import App
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Static

from readlist.errors import DatabaseError
from readlist.reading_list import ReadingList
from readlist.tui.keymap import DEFAULT_KEYMAP
from readlist.tui.screens.note_history import NoteHistoryScreen
from readlist.tui.screens.stats import StatsScreen

UNANSWERED = object()


class SlowLibrary:
    """A library whose idle reader waits until it may go on."""

    def __init__(self, path: Path) -> None:
        self.reader = ReadingList.open(path)
        self.may_go_on = Event()
        self.error: Exception | None = None
        self._path = path

    @contextmanager
    def idle_reader(self) -> Iterator[ReadingList]:
        assert self.may_go_on.wait(20)
        if self.error:
            raise self.error
        with ReadingList.open(self._path) as library:
            yield library


class Host(App[None]):
    """Shows one screen and keeps its answer."""

    answer: Any = UNANSWERED

    def show(self, screen: Screen[Any]) -> None:
        self.push_screen(screen, lambda answer: setattr(self, "answer", answer))

    async def until(self, is_so: Callable[[], bool]) -> None:
        for _ in range(1000):
            if is_so():
                return
            await asyncio.sleep(0.01)
        raise AssertionError("it did not come to that")

    def shown(self, selector: str) -> str:
        return str(self.screen.query_one(selector, Static).render())


Session = Callable[[Host, Pilot[None]], Awaitable[None]]


def _run(screen: Screen[Any], session: Session) -> Host:
    async def opened() -> Host:
        host = Host()
        async with host.run_test(size=(100, 40)) as pilot:
            host.show(screen)
            await pilot.pause()
            await session(host, pilot)
        return host

    return asyncio.run(opened())


@pytest.fixture
def library(filled: ReadingList, tmp_path: Path) -> Iterator[SlowLibrary]:
    """A library that is read when the test lets it."""
    slow = SlowLibrary(tmp_path / "library.db")
    yield slow
    slow.reader.close()


def test_keys_about_the_numbers_wait_for_them(library: SlowLibrary) -> None:
    waiting = library.reader.statistics().waiting

    async def session(host: Host, pilot: Pilot[None]) -> None:
        pressing = asyncio.create_task(pilot.press("j", "j", "enter"))
        await asyncio.sleep(0.1)
        assert host.answer is UNANSWERED
        library.may_go_on.set()
        await pressing
        await host.until(lambda: host.answer is not UNANSWERED)

    assert _run(StatsScreen(library, DEFAULT_KEYMAP), session).answer == waiting[2].id


def test_leaving_does_not_wait_for_the_numbers(library: SlowLibrary) -> None:
    async def session(host: Host, pilot: Pilot[None]) -> None:
        await pilot.press("escape")
        await host.until(lambda: host.answer is None)
        library.may_go_on.set()

    _run(StatsScreen(library, DEFAULT_KEYMAP), session)


def test_numbers_that_cannot_be_read_are_explained(library: SlowLibrary) -> None:
    library.error = DatabaseError("the disk is gone", "mount it")
    library.may_go_on.set()

    async def session(host: Host, pilot: Pilot[None]) -> None:
        await host.until(lambda: "Error: the disk is gone" in host.shown("#stats-waiting"))
        await pilot.press("j", "enter", "tab", "q")
        await host.until(lambda: host.answer is None)

    _run(StatsScreen(library, DEFAULT_KEYMAP), session)


def test_versions_that_cannot_be_read_are_explained(
    library: SlowLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object) -> None:
        raise DatabaseError("the disk is gone", "mount it")

    paper = library.reader.paper(1)
    monkeypatch.setattr(ReadingList, "note_savings", refuse)

    async def session(host: Host, pilot: Pilot[None]) -> None:
        assert "Error: the disk is gone" in host.shown("#history-text")
        await pilot.press("j", "enter", "space", "q")
        await host.until(lambda: host.answer is None)

    _run(NoteHistoryScreen(library, DEFAULT_KEYMAP, paper), session)


def test_fast_keys_reach_the_version_they_lead_to(library: SlowLibrary) -> None:
    for text in ("first " * 9, "a", "second " * 9, "b", "last"):
        library.reader.write_note(1, text)

    async def session(host: Host, pilot: Pilot[None]) -> None:
        await pilot.press("space", "j", "j", "j", "k", "enter")
        await host.until(lambda: host.answer is not UNANSWERED)

    screen = NoteHistoryScreen(library, DEFAULT_KEYMAP, library.reader.paper(1))
    assert _run(screen, session).answer == 3
