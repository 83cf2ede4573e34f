"""What tests of several rooms share: a library in a folder of its own, and papers for it."""

import os
import re
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from importlib.metadata import version
from pathlib import Path

import pexpect
import pyte
import pytest
from hypothesis import settings

from readlist.reading_list import ReadingList

# How long an example takes says nothing on a busy machine; the same examples each time there.
settings.register_profile("readlist", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("readlist")

_SUBJECTS = ("tides", "lichens", "queues", "glaciers", "dialects", "orchards", "sundials", "moss")


def _page(number: int) -> str:
    """Return a papers page of invented papers, no two of them alike."""
    blocks = []
    for index in range(number):
        subject = _SUBJECTS[index % len(_SUBJECTS)]
        blocks += [
            f"Study {index + 1} of {subject} and what they leave behind",
            f"The {subject} of valley {index * 7919} were counted over {index + 2} winters. "
            f"We report what the count of round {index * 104729} says about {subject}, and compare "
            f"it with the {index + 3} earlier counts that were published by other observers.",
        ]
    return "\n\n".join(blocks) + "\n"


def pytest_xdist_auto_num_workers() -> int:
    """Return how many tests run at a time: more than cores, since those in terminals often wait."""
    return max(2, (os.cpu_count() or 1) * 3 // 2)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: Sequence[pytest.Item]) -> None:
    """Mark the tests that compare a screen with its picture: they run with ``-m snapshot`` only."""
    for item in items:
        if "snap_compare" in getattr(item, "fixturenames", ()):
            item.add_marker("snapshot")


_SNAPSHOT_VERSIONS = Path(__file__).with_name("constraints-snapshots.txt")


@pytest.fixture
def snap_compare(snap_compare: Callable[..., bool]) -> Callable[..., bool]:
    """Return what compares a screen with its picture, where the versions are those that drew it."""
    drawn = re.findall(r"^([\w.-]+)==(\S+)", _SNAPSHOT_VERSIONS.read_text(encoding="utf-8"), re.M)
    others = [f"{name} {version(name)}" for name, number in drawn if version(name) != number]
    if others:
        pytest.fail(f"the pictures were not drawn with {', '.join(others)}", pytrace=False)
    return snap_compare


@pytest.fixture
def page() -> Callable[[int], str]:
    """Return what makes a papers page with so many papers."""
    return _page


@pytest.fixture
def library(tmp_path: Path) -> Iterator[ReadingList]:
    """An empty library."""
    with ReadingList.open(tmp_path / "library.db") as opened:
        yield opened


@pytest.fixture
def filled(library: ReadingList, tmp_path: Path) -> ReadingList:
    """A library with twelve papers, numbered from 1."""
    dump = tmp_path / "twelve.txt"
    dump.write_text(_page(12), encoding="utf-8")
    assert library.import_sources([dump]).added == 12
    return library


#: What a modern terminal is asked and told that pyte does not know and would print.
_BEYOND_PYTE = re.compile(
    rb"\x1b\[(?:\?[0-9;]*\$p|[<>=][0-9;]*[a-z]|[0-9;]*t|\?u)|\x1b[P_].*?\x1b\\"
)

_UNFINISHED = re.compile(rb"\x1b(?:\[[0-9;?<>=$]*)?$")

_KEYS = {"enter": "\r", "escape": "\x1b", "tab": "\t", "down": "\x1b[B", "up": "\x1b[A"}


class Terminal:
    """The program in a pseudo-terminal, and what its screen shows."""

    def __init__(self, arguments: list[str], folder: Path, columns: int, lines: int) -> None:
        self.database = folder / "library.db"
        self.raw = b""
        self._rest = b""
        self._screen = pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self._screen)
        environment = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith("READLIST") and name not in ("COLUMNS", "LINES")
        }
        environment |= {"READLIST_DB": str(self.database), "TERM": "xterm-256color"}
        environment |= {"XDG_STATE_HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}
        environment |= {"COLORTERM": "truecolor"}
        command = [sys.executable, "-m", "readlist", *arguments]
        self._process = pexpect.spawn(
            command[0], command[1:], env=environment, dimensions=(lines, columns), timeout=30
        )

    def press(self, *keys: str) -> None:
        """Press keys: letters as they are, others by name (``enter``, ``ctrl+r``)."""
        for key in keys:
            is_control = key.startswith("ctrl+")
            self._process.send(chr(ord(key[-1]) & 31) if is_control else _KEYS.get(key, key))
            if key == "escape":  # with a key close behind it, it would be that key with alt
                time.sleep(0.3)

    def type(self, text: str) -> None:
        """Type a text in one go."""
        self._process.send(text.replace("\n", "\r"))

    def click(self, text: str, times: int = 1) -> None:
        """Click the place that shows ``text``, of several the leftmost."""
        self.click_at(*self._place(text), times)

    def click_at(self, column: int, line: int, times: int = 1) -> None:
        """Click a place, counted from 1."""
        for _ in range(times):
            self._process.send(f"\x1b[<0;{column};{line}M\x1b[<0;{column};{line}m")

    def wheel(self, text: str, steps: int) -> None:
        """Turn the wheel down over ``text``, or up for less than 0."""
        column, line = self._place(text)
        button = 65 if steps > 0 else 64
        self._process.send(f"\x1b[<{button};{column};{line}M" * abs(steps))

    def _place(self, text: str) -> tuple[int, int]:
        """Return the column and the line of ``text``, from 1."""
        places = [
            (one.index(text) + 1, line)
            for line, one in enumerate(self.text.splitlines(), 1)
            if text in one
        ]
        assert places, f"{text!r} is not shown:\n{self.text}"
        return min(places)

    def resize(self, columns: int, lines: int) -> None:
        """Give the terminal another size."""
        self._process.setwinsize(lines, columns)
        self._screen.resize(lines, columns)

    @property
    def process_id(self) -> int:
        """The number of the program's process."""
        return int(self._process.pid)

    @property
    def title(self) -> str:
        """The title of the window."""
        return str(self._screen.title)

    @property
    def text(self) -> str:
        """What the screen shows now."""
        return "\n".join(line.rstrip() for line in self._screen.display)

    def wait_for(self, wanted: str, seconds: float = 20) -> str:
        """Wait until the screen shows ``wanted``, and return the screen."""
        return self.wait_until(lambda: wanted in self.text, f"{wanted!r} is shown", seconds)

    def wait_until(
        self, holds: Callable[[], bool], said: str = "it is so", seconds: float = 20
    ) -> str:
        """Read what comes until something holds, and return the screen."""
        deadline = time.monotonic() + seconds
        while not holds():
            self._read()
            assert time.monotonic() < deadline, f"not so that {said}:\n{self.text}"
        return self.text

    def settle(self, quiet: float = 0.1) -> str:
        """Wait until nothing has come for so long, and return the screen.

        A cursor blinks every half second: it takes less than that.
        """
        last, received = time.monotonic(), len(self.raw)
        while time.monotonic() - last < quiet:
            self._read(quiet)
            if len(self.raw) > received:
                last, received = time.monotonic(), len(self.raw)
        return self.text

    def wait_for_end(self, seconds: float = 20) -> int:
        """Wait until the program has ended, and return its exit code."""
        deadline = time.monotonic() + seconds
        while self._read() and time.monotonic() < deadline:
            pass
        self._process.close()
        assert self._process.exitstatus is not None, self.text
        return int(self._process.exitstatus)

    def end(self) -> None:
        """Make sure that the program has ended."""
        self._process.close(force=True)

    def _read(self, seconds: float = 0.1) -> bool:
        """Feed what came to the screen; tell whether more may come."""
        try:
            received = self._process.read_nonblocking(65536, timeout=seconds)
        except pexpect.TIMEOUT:
            return True
        except pexpect.EOF:
            return False
        self.raw += received
        received = self._rest + received
        unfinished = _UNFINISHED.search(received)
        end = unfinished.start() if unfinished else len(received)
        self._rest = received[end:]
        self._stream.feed(_BEYOND_PYTE.sub(b"", received[:end]))
        return True


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Callable[..., Terminal]]:
    """Return what starts the program in a terminal: ``terminal(80, 24, *arguments)``.

    All terminals of a test share the library ``tmp_path / "library.db"``.
    """
    started: list[Terminal] = []

    def start(columns: int, lines: int, *arguments: str) -> Terminal:
        started.append(Terminal(list(arguments), tmp_path, columns, lines))
        return started[-1]

    yield start
    for one in started:
        one.end()
