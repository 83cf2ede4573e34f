"""A program in a pseudo-terminal, and how long it takes from a key to what the key paints.

*Paint* is the end of the first frame after the key: the arrival of the last bytes before the
output pauses for :data:`PAUSE` seconds. *Whole* is when all that the key leads to is drawn, such
as counts that are read again: the last bytes before :data:`QUIET` seconds without any. A key is
typed into a program that has been quiet for so long. Whatever comes counts, so a key must change
the screen; one that prints nothing in :data:`PATIENCE` seconds is no measurement and is refused.
Where a program draws is known from the places it sends the cursor to.
"""

import os
import re
import select
import statistics
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

import pexpect
from textual.geometry import Region

PAUSE = 0.005
QUIET = 0.06
PATIENCE = 5.0

#: What comes a while after a key, such as a scrollbar that is made to fit, has come by then.
AFTERMATH = 0.3

COLUMNS, LINES = 120, 40


_PLACE = re.compile(rb"\x1b\[(\d+);(\d+)H")


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of a key: bytes, and after how many seconds they did."""

    output: Sequence[tuple[float, bytes]]

    @property
    def paint(self) -> float:
        """Seconds to the end of the first frame."""
        times = [seconds for seconds, _ in self.output]
        pauses = (later - earlier for earlier, later in pairwise(times))
        return times[len(list(takewhile(PAUSE.__gt__, pauses)))]

    @property
    def whole(self) -> float:
        """Seconds to all that the key leads to."""
        return self.output[-1][0]

    def drawn(self, region: Region) -> float:
        """Seconds to the last bytes that draw in a region, or to the first frame if none do."""
        times = [
            seconds
            for seconds, told in self.output
            if any(region.contains(*place) for place in _places(told))
        ]
        return times[-1] if times else self.paint


def _places(told: bytes) -> list[tuple[int, int]]:
    """Return the cells, by column and line, from which a program draws."""
    return [(int(column) - 1, int(line) - 1) for line, column in _PLACE.findall(told)]


class Program:
    """A program, and a person who types into it one key at a time."""

    def __init__(
        self, command: Sequence[str], environment: Mapping[str, str], shows: str, seconds: float
    ) -> None:
        """Start it, and wait until it shows a text and is quiet. Raises pexpect.TIMEOUT."""
        self._process = pexpect.spawn(
            command[0],
            list(command[1:]),
            env={**os.environ, "TERM": "xterm-256color", **environment},
            dimensions=(LINES, COLUMNS),
            timeout=seconds,
        )
        self._process.expect_exact(shows.encode())
        self.settle(4 * AFTERMATH)

    def settle(self, quiet: float = QUIET) -> None:
        """Wait until nothing has come for so long."""
        while self._read(quiet):
            pass

    def press(self, key: str) -> None:
        """Type a key that is not measured."""
        os.write(self._process.child_fd, key.encode())
        self.settle()

    def measure(self, key: str, aside: Region | None = None) -> Taken:
        """Type a key and return how long it took. Raises TimeoutError when it paints nothing.

        What draws only in the region ``aside`` comes by itself, and does not count.
        """
        self.settle()
        begun = time.perf_counter()
        os.write(self._process.child_fd, key.encode())
        output: list[tuple[float, bytes]] = []
        while told := self._read(QUIET if output else PATIENCE):
            places = _places(told)
            if not (aside and places and all(aside.contains(*place) for place in places)):
                output.append((time.perf_counter() - begun, told))
        if not output:
            raise TimeoutError(f"nothing came of the key {key!r}")
        return Taken(output)

    def end(self) -> None:
        """End it, whatever it is doing."""
        self._process.close(force=True)

    def _read(self, seconds: float) -> bytes:
        ready, _, _ = select.select([self._process.child_fd], [], [], seconds)
        return os.read(self._process.child_fd, 65536) if ready else b""


def percentile(times: Sequence[float], part: float) -> float:
    """Return the time that ``part`` of the times, 0 to 1, are not above, in milliseconds."""
    return sorted(times)[max(0, round(part * len(times)) - 1)] * 1000


def told(times: Sequence[Taken]) -> str:
    """Return p50 and p95 of the paint, and p95 of the whole, in milliseconds, in columns."""
    paint, whole = [one.paint for one in times], [one.whole for one in times]
    p50 = statistics.median(paint) * 1000
    return f"{p50:8.1f}{percentile(paint, 0.95):8.1f}{percentile(whole, 0.95):8.1f}"
