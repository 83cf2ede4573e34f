"""A person at the interface: keys and the mouse go in, and what comes out is a screen.

Nothing here knows how the interface is made. It runs on a terminal of the test's own, whose
screen is read cell by cell; besides that there are the clipboard, files, and the library.
"""

import asyncio
import base64
import re
import sqlite3
import threading
import time
import unicodedata
from collections.abc import Awaitable, Callable, Iterator, Sequence
from datetime import UTC, datetime, tzinfo
from functools import cache
from importlib import import_module
from itertools import groupby
from pathlib import Path
from pkgutil import walk_packages
from types import ModuleType
from typing import Any, NamedTuple, Self

import pytest
from rich.cells import cell_len
from textual import events
from textual.app import App
from textual.driver import Driver
from textual.geometry import Size

import readlist
from readlist.domain import Paper
from readlist.errors import DatabaseError
from readlist.paths import log_file
from readlist.reading_list import ReadingList
from readlist.settings import Settings
from readlist.tui.app import ReadlistApp

#: Where Textual's name of a key is not Unicode's name of its character.
_KEY_NAMES = {
    "solidus": "slash",
    "reverse_solidus": "backslash",
    "commercial_at": "at",
    "hyphen_minus": "minus",
    "plus_sign": "plus",
    "low_line": "underscore",
}

#: What is said to the terminal beside what is shown (OSC): its title, what is copied, and others.
_SAID = re.compile(r"\x1b\](\d+);([^\x07]*)\x07")

#: What is written: a place, looks, or a text; and commands that show nothing.
_WRITTEN = re.compile(r"\x1b\[(?:(\d+);(\d+)H|([\d;]*m)|[^a-zA-Z]*[a-zA-Z])|([^\x1b\r\n]+)")

#: Colours among looks.
_COLOURS = re.compile(r"[34]8;(?:5;\d+|2;\d+;\d+;\d+)")

#: A row of the list: the cursor's bar, the tick, the status, the star and the title.
_ROW = re.compile(r"([▌ ])([✓ ]) ([itrdx]) ([★ ]) (?=\S)([^▏▌▐]*)")

#: A view beside the list, with its letter and what is counted there.
_VIEW = re.compile(r"[▌ ][a-z★ ] (\S.*?) +([\d,]+|\?)")

_STUDY = re.compile(r"Study (\d+) of")


class Cell(NamedTuple):
    """A cell of the screen: its letter, none in the second cell of a wide one, and its looks.

    The looks are the numbers of the terminal's command for them (ECMA-48, SGR).
    """

    letter: str
    looks: str

    @property
    def is_underlined(self) -> bool:
        """Whether there is a line below the letter."""
        return "4" in _COLOURS.sub("", self.looks).split(";")


class Cells:
    """The cells of a screen, as the commands leave them that Textual writes to a terminal."""

    def __init__(self, columns: int, lines: int) -> None:
        self.lines = [[Cell(" ", "")] * columns for _ in range(lines)]

    def feed(self, written: str) -> None:
        """Take what is written."""
        x, y, looks = 0, 0, ""
        for line, column, given_looks, text in _WRITTEN.findall(written):
            if line:
                x, y = int(column) - 1, int(line) - 1
            elif text:
                x = self._put(text, x, y, looks)
            elif given_looks:
                looks = given_looks.removesuffix("m").removeprefix("0")

    def _put(self, text: str, x: int, y: int, looks: str) -> int:
        """Put a text into cells; return the column behind it."""
        if y >= len(self.lines):
            return x
        line, cells = self.lines[y], [Cell(letter, looks) for letter in text]
        if not text.isascii() and cell_len(text) != len(text):
            cells = _spread(cells)
        end = min(x + len(cells), len(line))
        if x and x < len(line) and not line[x].letter:
            line[x - 1] = Cell(" ", line[x - 1].looks)
        if end < len(line) and not line[end].letter:
            line[end] = Cell(" ", line[end].looks)
        line[x:end] = cells[: end - x]
        return end


def _spread(cells: Sequence[Cell]) -> list[Cell]:
    """Give wide letters a second cell, and letters without width that of the letter before."""
    spread: list[Cell] = []
    for cell in cells:
        if cell_len(cell.letter):
            spread += [cell, *[cell._replace(letter="")] * (cell_len(cell.letter) - 1)]
        elif spread:
            spread[-1] = cell._replace(letter=spread[-1].letter + cell.letter)
    return spread


class TestTerminal(Driver):
    """A terminal that keeps what is written to it."""

    __test__ = False

    def __init__(self, app: ReadlistApp, *, size: tuple[int, int], **options: Any) -> None:
        super().__init__(app, size=size, **options)
        self._first_size = events.Resize(Size(*size), Size(*size))
        self._tell = app.post_message
        self._cells = Cells(*size)
        self._unread: list[str] = []
        self.clipboard: str | None = None
        self.title = ""
        #: How many characters were written, commands included.
        self.written = 0

    def write(self, data: str) -> None:
        self.written += len(data)
        self._unread.append(data)

    def start_application_mode(self) -> None:
        self._tell(self._first_size)

    def disable_input(self) -> None:
        pass

    def stop_application_mode(self) -> None:
        pass

    def resize(self, columns: int, lines: int) -> None:
        self._size = columns, lines
        self._cells, self._unread = Cells(columns, lines), []

    def read(self) -> list[list[Cell]]:
        """Return the screen as it is now."""
        written, self._unread = "".join(self._unread), []
        for number, said in _SAID.findall(written):
            if number == "52":
                self.clipboard = base64.b64decode(said.removeprefix("c;")).decode()
            elif number == "2":
                self.title = said
        self._cells.feed(_SAID.sub("", written))
        return self._cells.lines


class Session:
    """A person at the keys, the mouse and the screen."""

    def __init__(self, app: ReadlistApp, terminals: Sequence[TestTerminal]) -> None:
        self.app = app
        self._terminals = terminals

    @property
    def _terminal(self) -> TestTerminal:
        return self._terminals[-1]

    # The screen

    @property
    def lines(self) -> list[str]:
        """The text of the screen, line by line."""
        return [line.rstrip() for line in self._text]

    @property
    def _text(self) -> list[str]:
        return ["".join(cell.letter for cell in line) for line in self._terminal.read()]

    @property
    def screen(self) -> str:
        """The text of the screen."""
        return "\n".join(self.lines)

    @property
    def words(self) -> str:
        """The words of the screen, whatever the lines they are on."""
        return " ".join(self.screen.split())

    @property
    def _rows(self) -> list[re.Match[str]]:
        found = (_ROW.search(line) for line in self._text)
        rows = [row for row in found if row]
        return [row for row in rows if row.start() == rows[0].start()]

    @property
    def titles(self) -> list[str]:
        """The titles that the list shows, as far as they fit the first line of a row."""
        return [row[5].rstrip() for row in self._rows]

    @property
    def numbers(self) -> list[int]:
        """The numbers in the titles that the list shows: of the n-th paper imported it is n."""
        return _numbers(self._rows)

    @property
    def current(self) -> int | None:
        """The number in the title at the cursor; ``None`` where no row has it."""
        return next(iter(_numbers([row for row in self._rows if row[1] == "▌"])), None)

    @property
    def selected(self) -> list[int]:
        """The numbers in the titles that are selected."""
        return _numbers([row for row in self._rows if row[2] == "✓"])

    @property
    def row_height(self) -> int:
        """How many lines the list gives the first paper."""
        lines = [y for y, line in enumerate(self._text) if _ROW.search(line)]
        return lines[1] - lines[0]

    @property
    def row(self) -> int:
        """The place of the cursor among the rows that are seen, from 0."""
        return [row[1] for row in self._rows].index("▌")

    @property
    def heading(self) -> str:
        """The line above the list: the view, how many papers, and in which order."""
        headings = [one for one in self.list_lines if re.search(r"   .*\d papers?( ·|$)", one)]
        return headings[0].strip() if headings else ""

    @property
    def _left(self) -> int:
        """The first column behind the views; 0 where they are not beside the list."""
        views = (re.match(r"[▌ ]i Inbox +[\d,]+ ", line) for line in self._text)
        return next((view.end() for view in views if view), 0)

    @property
    def list_lines(self) -> list[str]:
        """The lines of the list, without the views before it and the paper beside it."""
        left = self._left
        return [line[left:].split("▏")[0].rstrip() for line in self._text]

    @property
    def list_words(self) -> str:
        """The words of the list, or of what stands in place of it, whatever the lines."""
        return " ".join(" ".join(self.list_lines).split())

    @property
    def views(self) -> dict[str, str]:
        """The views beside the list, each with what is counted there."""
        left = self._left
        views = (re.fullmatch(_VIEW, line[:left].rstrip()) for line in self._text)
        return {view[1]: view[2] for view in views if view}

    @property
    def view(self) -> str:
        """The view that is listed, as the heading names it."""
        return self.heading.partition("   ")[0]

    @property
    def pane(self) -> str:
        """The words of the paper beside or below the list."""
        return " ".join(" ".join(self.pane_lines).split())

    @property
    def pane_lines(self) -> list[str]:
        """The lines of the paper beside or below the list, from its border on."""
        borders = (re.search(r"[▏▌▐](?= |$)[^▏▌▐]*$", line) for line in self.lines)
        return [border[0][1:].strip() for border in borders if border]

    @property
    def dialog(self) -> list[str]:
        """The lines within the frame of what is asked, without those that are blank."""
        framed = (re.search(r"│(.*)│", line) for line in self.lines)
        return [text for line in framed if line and (text := line[1].strip())]

    @property
    def status(self) -> str:
        """The line of messages of the main screen, above the one line of keys."""
        return self.lines[-2].strip()

    @property
    def title(self) -> str:
        """The title of the window."""
        self._terminal.read()
        return self._terminal.title

    @property
    def clipboard(self) -> str | None:
        """What was copied last."""
        self._terminal.read()
        return self._terminal.clipboard

    @property
    def cells(self) -> list[list[Cell]]:
        """The cells of the screen, line by line, each with its looks."""
        return [list(line) for line in self._terminal.read()]

    @property
    def underlined(self) -> list[str]:
        """The texts that are underlined, from the top."""
        runs = (groupby(line, lambda cell: cell.is_underlined) for line in self.cells)
        return [
            "".join(cell.letter for cell in run) for line in runs for is_it, run in line if is_it
        ]

    @property
    def written(self) -> int:
        """How many characters the program has written to the terminal by now."""
        return self._terminal.written

    def place(self, text: str) -> tuple[int, int]:
        """Return the column and the line of a text that is shown, from 0; the topmost of several."""
        for y, line in enumerate(self._text):
            if text in line:
                return cell_len(line[: line.index(text)]), y
        raise AssertionError(f"{text!r} is not shown:\n{self.screen}")

    # Keys and the mouse

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
        await self.press(*("enter" if letter == "\n" else letter for letter in text))

    def burst(self, *keys: str) -> None:
        """Press keys all at once: characters, or Textual's names of keys."""
        for key in keys:
            name = _key_name(key) if len(key) == 1 else key
            character = key if len(key) == 1 else " " if key == "space" else None
            self.app.post_message(events.Key(name, character))

    async def paste(self, text: str) -> None:
        """Paste a text."""
        self.app.post_message(events.Paste(text))
        await self.settle()

    async def click(self, where: str | tuple[int, int], times: int = 1) -> None:
        """Click a text that is shown, or a cell: column and line from 0."""
        self.click_at_once(where, times)
        await self.settle()

    def click_at_once(self, where: str | tuple[int, int], times: int = 1) -> None:
        """Click and wait for nothing."""
        place = self.place(where) if isinstance(where, str) else where
        for _ in range(times):
            self._mouse(events.MouseDown, place)
            self._mouse(events.MouseUp, place)

    async def drag(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Press the button of the mouse at one cell, move to another, and let go there."""
        half = (start[0] + end[0]) // 2, (start[1] + end[1]) // 2
        self._mouse(events.MouseDown, start)
        for place in (half, end):
            await asyncio.sleep(0.03)
            self._mouse(events.MouseMove, place)
        await asyncio.sleep(0.03)
        self._mouse(events.MouseUp, end)
        await self.settle()

    def wheel(self, place: tuple[int, int], steps: int) -> None:
        """Turn the wheel over a cell: down, or for less than 0 up."""
        for _ in range(abs(steps)):
            self._mouse(events.MouseScrollDown if steps > 0 else events.MouseScrollUp, place)

    def _mouse(self, kind: Callable[..., events.MouseEvent], place: tuple[int, int]) -> None:
        event = kind(
            widget=None, x=place[0], y=place[1], delta_x=0, delta_y=0, button=1,
            shift=False, meta=False, ctrl=False, screen_x=place[0], screen_y=place[1],
        )  # fmt: skip
        self.app.post_message(event)

    async def resize(self, columns: int, lines: int) -> None:
        """Give the terminal another size."""
        self._terminal.resize(columns, lines)
        self.app.post_message(events.Resize(Size(columns, lines), Size(columns, lines)))
        await self.settle()

    # Waiting

    async def settle(self) -> None:
        """Wait until nothing is under way and nothing was drawn for a while."""
        quiet = 0
        for _ in range(4000):
            written = self.written
            await self._let_messages_pass()
            await asyncio.sleep(0.005)
            if not self.app.is_running:
                self.check()
                return
            is_quiet = written == self.written and not self.app.is_busy
            quiet = quiet + 1 if is_quiet else 0
            if quiet == 5:
                return
        raise AssertionError(f"there is always something under way:\n{self.screen}")

    async def until(self, wanted: str | Callable[[], object], seconds: float = 10) -> None:
        """Wait until the screen holds a text, or something else is so."""
        holds = (lambda: wanted in self.screen) if isinstance(wanted, str) else wanted
        for _ in range(int(seconds * 50)):
            if holds():
                return
            await asyncio.sleep(0.02)
        said = repr(wanted) if isinstance(wanted, str) else "what was waited for"
        raise AssertionError(f"there never was {said}:\n{self.screen}")

    async def leave(self, *keys: str) -> None:
        """Leave the program, by default with ``ctrl+q``, and wait until it has ended."""
        self.burst(*keys or ("ctrl+q",))
        await self.until(lambda: not self.app.is_running, 20)
        self.check()

    def check(self) -> None:
        """Assert that the program did not end by an error."""
        if self.app.return_code:
            story = log_file().read_text() if log_file().exists() else "nothing in the log"
            raise AssertionError(f"the program ended by an error: {story}")

    async def _let_messages_pass(self) -> None:
        """Wait until the application and the screen have seen the messages they have by now."""
        nodes = (self.app, self.app.screen) if self.app.is_running else ()
        seen = [(event, node.call_later(event.set)) for node in nodes if (event := asyncio.Event())]
        waits = [asyncio.create_task(event.wait()) for event, is_sent in seen if is_sent]
        if waits:  # a screen that is left meanwhile never answers
            _, pending = await asyncio.wait(waits, timeout=1)
            for task in pending:
                task.cancel()


def _key_name(character: str) -> str:
    if character.isalnum():
        return character
    name = unicodedata.name(character).lower().replace("-", "_").replace(" ", "_")
    return _KEY_NAMES.get(name, name)


def _numbers(rows: Sequence[re.Match[str]]) -> list[int]:
    return [int(study[1]) for row in rows if (study := _STUDY.search(row[5]))]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of the test's own, for settings, choices, the log, and texts kept aside."""
    folder = tmp_path / "home"
    for name in ("XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(folder))
    for name in ("READLIST_CONFIG", "READLIST_DB", "NO_COLOR", "COLORTERM", "TEXTUAL_THEME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    return folder


@pytest.fixture
def log(home: Path) -> Path:
    """The file that unexpected errors are written to."""
    return home / "readlist" / "log" / "readlist.log"


class FullDisk:
    """A disk on which no note can be written until there is room; what is kept aside lies beside."""

    def __init__(self, patch: pytest.MonkeyPatch, folder: Path) -> None:
        self._patch = patch
        self._folder = folder
        self._write = ReadingList.merge_note
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
        return list(self._folder.glob("note-*.md"))


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch, log: Path) -> FullDisk:
    """A disk that is full from now on."""
    return FullDisk(monkeypatch, log.parent)


Play = Callable[[Session], Awaitable[None]]


@pytest.fixture
def play(tmp_path: Path) -> Callable[..., None]:
    """Return what opens the interface on the test's library and plays a session.

    At the end the program is left with ctrl+q, and nothing of it may go on.
    """

    def run(
        session: Play,
        size: tuple[int, int] = (120, 40),
        settings: Settings | None = None,
        state: Path | None = None,
    ) -> None:
        before = set(threading.enumerate())
        terminals: list[TestTerminal] = []

        class Terminal(TestTerminal):
            def __init__(self, app: ReadlistApp, **options: Any) -> None:
                super().__init__(app, **options)
                terminals.append(self)

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(App, "get_driver_class", lambda _app: Terminal)
            app = ReadlistApp(tmp_path / "library.db", settings, state)
            asyncio.run(_played(session, app, terminals, size))
        for thread in set(threading.enumerate()) - before:
            thread.join(10)
            assert not thread.is_alive(), f"{thread.name} goes on"

    return run


async def _played(
    session: Play, app: ReadlistApp, terminals: list[TestTerminal], size: tuple[int, int]
) -> None:
    async def sit_down(_: object) -> None:
        person = Session(app, terminals)
        await person.settle()
        await session(person)
        if app.is_running:
            await person.leave()

    await app.run_async(size=size, auto_pilot=sit_down)


@pytest.fixture
def papers(tmp_path: Path) -> Callable[[], list[Paper]]:
    """Return what reads all papers of the test's library, by id."""

    def read() -> list[Paper]:
        with ReadingList.open(tmp_path / "library.db") as library:
            return sorted(library.papers(), key=lambda paper: paper.id)

    return read


class Lock:
    """Another program that holds the library, so that nobody else can write."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._connection: sqlite3.Connection | None = None

    def take(self) -> None:
        """Hold the library from now on."""
        self._connection = sqlite3.connect(self._path, isolation_level=None)
        self._connection.execute("BEGIN IMMEDIATE")

    def give_back(self) -> None:
        """Hold it no longer."""
        if self._connection:
            self._connection.close()


@pytest.fixture
def locked(tmp_path: Path) -> Iterator[Lock]:
    """Another program, which can hold the library."""
    lock = Lock(tmp_path / "library.db")
    yield lock
    lock.give_back()


class Clock:
    """A clock that stands: at noon of a day, and at the seconds that :meth:`go_on` sets it to."""

    NOON = datetime(2026, 1, 5, 12, tzinfo=UTC)

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self._seconds = 1000.0
        for module in _modules():
            self._stop(module, patch)

    def go_on(self, seconds: float) -> None:
        """Let so many seconds pass."""
        self._seconds += seconds

    def _stop(self, module: ModuleType, patch: pytest.MonkeyPatch) -> None:
        """Give a module this clock, under whatever names it has the real one."""
        for name, value in list(vars(module).items()):
            if value is datetime:
                patch.setattr(module, name, _DayThatStands)
            elif value is time.monotonic:
                patch.setattr(module, name, lambda: self._seconds)


@cache
def _modules() -> list[ModuleType]:
    """Return all modules of the program, imported."""
    names = [one.name for one in walk_packages(readlist.__path__, "readlist.")]
    return [import_module(name) for name in names if not name.endswith("__main__")]


class _DayThatStands(datetime):
    @classmethod
    def now(cls, tz: tzinfo | None = None) -> Self:
        moment = Clock.NOON.astimezone(tz) if tz else Clock.NOON.replace(tzinfo=None)
        return cls.fromisoformat(moment.isoformat())


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """A clock that stands, in place of the program's."""
    return Clock(monkeypatch)
