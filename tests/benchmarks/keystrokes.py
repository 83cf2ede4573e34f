"""A program in a pseudo-terminal, and how long it takes from a key to what the key paints.

*Paint* is the end of the first frame after the key: the arrival of the last bytes before the
output pauses for :data:`PAUSE` seconds. *Whole* is when all that the key leads to is drawn, such
as counts that are read again: the last bytes before :data:`QUIET` seconds without any. A key is
typed into a program that has been quiet for so long. Whatever comes counts, so a key must change
the screen; one that prints nothing in :data:`PATIENCE` seconds is no measurement and is refused.
"""

import os
import select
import statistics
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pexpect

PAUSE = 0.005
QUIET = 0.06
PATIENCE = 5.0

#: What comes a while after a key, such as a scrollbar that is made to fit, has come by then.
AFTERMATH = 0.3

COLUMNS, LINES = 120, 40


@dataclass(frozen=True, slots=True)
class Taken:
    """Seconds from a key to its first frame, and to all that it leads to."""

    paint: float
    whole: float


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

    def measure(self, key: str) -> Taken:
        """Type a key and return how long it took. Raises TimeoutError when it paints nothing."""
        self.settle()
        begun = time.perf_counter()
        os.write(self._process.child_fd, key.encode())
        if not self._read(PATIENCE):
            raise TimeoutError(f"nothing came of the key {key!r}")
        paint = self._end_of_output(PAUSE, time.perf_counter())
        return Taken(paint - begun, self._end_of_output(QUIET, paint) - begun)

    def _end_of_output(self, pause: float, last: float) -> float:
        """Return when the last bytes came before such a pause: ``last``, if none come any more."""
        while self._read(pause):
            last = time.perf_counter()
        return last

    def end(self) -> None:
        """End it, whatever it is doing."""
        self._process.close(force=True)

    def _read(self, seconds: float) -> bool:
        ready, _, _ = select.select([self._process.child_fd], [], [], seconds)
        return bool(ready) and bool(os.read(self._process.child_fd, 65536))


def percentile(times: Sequence[float], part: float) -> float:
    """Return the time that ``part`` of the times, 0 to 1, are not above, in milliseconds."""
    return sorted(times)[max(0, round(part * len(times)) - 1)] * 1000


def told(times: Sequence[Taken]) -> str:
    """Return p50 and p95 of the paint, and p95 of the whole, in milliseconds, in columns."""
    paint, whole = [one.paint for one in times], [one.whole for one in times]
    p50 = statistics.median(paint) * 1000
    return f"{p50:8.1f}{percentile(paint, 0.95):8.1f}{percentile(whole, 0.95):8.1f}"
