"""Running the interface without a terminal, on a library of the test's own."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from readlist.domain import Paper
from readlist.errors import DatabaseError
from readlist.reading_list import ReadingList
from readlist.settings import Settings
from readlist.tui.app import ReadlistApp
from readlist.tui.library.ui_state import UiState
from readlist.tui.screens import searching
from readlist.tui.screens.main import MainScreen

_NAMES = {
    " ": "space",
    "#": "number_sign",
    "*": "asterisk",
    "/": "slash",
    "?": "question_mark",
    "<": "less_than_sign",
    ">": "greater_than_sign",
}


@pytest.fixture(autouse=True)
def _short_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever types in a test rests after each letter, and need not wait long for it."""
    monkeypatch.setattr(searching, "PAUSE", 0.01)


class FullDisk:
    """A disk on which no note can be written until there is room; what is kept aside lies beside."""

    def __init__(self, patch: pytest.MonkeyPatch, folder: Path) -> None:
        self._patch = patch
        self._folder = folder
        self._write = ReadingList.merge_note
        patch.setattr("readlist.tui.failures.log_file", lambda: folder / "tui.log")
        patch.setattr(ReadingList, "merge_note", self._refuse)

    @staticmethod
    def _refuse(*_words: object, **_named: object) -> None:
        raise DatabaseError("the disk is full", "make room")

    def make_room(self) -> None:
        """Let notes be written again."""
        self._patch.setattr(ReadingList, "merge_note", self._write)

    @property
    def aside(self) -> list[Path]:
        """The files that hold what could not be written."""
        return list(self._folder.iterdir())


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> FullDisk:
    """A disk that is full from now on."""
    return FullDisk(monkeypatch, tmp_path / "log")


class Session:
    """A person at the keys."""

    def __init__(self, app: ReadlistApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def main(self) -> MainScreen:
        return self.app.main

    @property
    def titles(self) -> list[str]:
        """The titles of the list, as far as they are known to it."""
        papers = self.main.parts.papers
        rows = [papers.rows.get(paper_id) for paper_id in papers.listing.ids]
        return [row.title if row else "…" for row in rows]

    @property
    def status(self) -> str:
        return self.main.parts.status.text

    async def press(self, *keys: str) -> None:
        """Press keys and wait until all they asked for is there."""
        self.burst(*keys)
        await self.settle()

    async def press_slowly(self, *keys: str) -> None:
        """Press keys one by one, waiting after each."""
        for key in keys:
            await self.press(key)

    async def type(self, text: str) -> None:
        """Type a text."""
        await self.press(*text)

    def burst(self, *keys: str) -> None:
        """Press keys all at once."""
        for key in keys:
            name = _NAMES.get(key, key)
            letter = next((letter for letter, named in _NAMES.items() if named == name), None)
            self.app.post_message(events.Key(name, key if len(key) == 1 else letter))

    async def settle(self) -> None:
        """Wait until nothing is under way, and a while until nothing is drawn: some tests hold that."""
        quiet, drawn = 0, 0
        for _ in range(2000):
            await asyncio.sleep(0.004)
            drawn += self._is_drawing()
            is_quiet = self._is_quiet() and (not self._is_drawing() or drawn > 100)
            quiet = quiet + 1 if is_quiet else 0
            if quiet == 5:
                await self.pilot.pause()
                return
        raise AssertionError("there is always something under way")

    async def has_left(self) -> None:
        """Wait until the program is left."""
        for _ in range(2000):
            if self.app._exit:
                return
            await asyncio.sleep(0.01)
        raise AssertionError("the program is still there")

    def _is_quiet(self) -> bool:
        is_resting = self.main.searching._pause is None
        return self._has_taken_all_keys() and is_resting and self.main.desk.is_idle

    def _has_taken_all_keys(self) -> bool:
        """On a busy machine there may be keys on their way even when nothing is being done."""
        app = self.app
        waiting = app.message_queue_size or app.main.waiting or app._is_typing
        return not (waiting or self.main.keys_must_wait)

    def _is_drawing(self) -> bool:
        """Something may be put off until the screen is drawn, or on its way to a widget."""
        screen = self.app.screen
        if self.app._exit:
            return False
        put_off = screen._callbacks or screen._dirty_widgets
        nodes = screen.walk_children(with_self=True)
        return bool(put_off) or any(node.message_queue_size for node in nodes)


Play = Callable[[Session], Awaitable[None]]


@pytest.fixture
def play(tmp_path: Path) -> Callable[..., None]:
    """Return what opens the interface on the test's library and plays a session."""

    def run(
        session: Play,
        size: tuple[int, int] = (120, 40),
        settings: Settings | None = None,
        memory: UiState | None = None,
    ) -> None:
        async def opened() -> None:
            app = ReadlistApp(tmp_path / "library.db", settings, memory)
            async with app.run_test(size=size) as pilot:
                player = Session(app, pilot)
                await player.settle()
                await session(player)
            assert app.main.desk.close(10)

        asyncio.run(opened())

    return run


@pytest.fixture
def papers(tmp_path: Path) -> Callable[[], list[Paper]]:
    """Return what reads all papers of the test's library, by id."""

    def read() -> list[Paper]:
        with ReadingList.open(tmp_path / "library.db") as library:
            return sorted(library.papers(), key=lambda paper: paper.id)

    return read
