"""How long until the first title is on the screen, in libraries of two sizes, side by side.

``python tests/benchmarks/open_tui.py [--sizes 100 100000] [--runs 9] [--limit 1.2]`` prints the
medians and their ratio. The time is from the start of the process, in a pseudo-terminal of
120x40. Exit code 1 when the ratio of the largest to the smallest is above the limit.
"""

import argparse
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pexpect

from readlist.reading_list import ReadingList

#: Every invented title begins with it, and nothing else on the screen.
MARK = "Study "

_WORDS = [
    "tides",
    "lichens",
    "queues",
    "glaciers",
    "dialects",
    "orchards",
    "sundials",
    "moss",
    "ferries",
    "kilns",
]


def main() -> int:
    """Build the libraries, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs=2, default=[100, 100_000])
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--limit", type=float, default=1.2)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        libraries = {size: build(Path(folder), size) for size in options.sizes}
        times = measure(libraries, options.runs)
    medians = {size: statistics.median(taken) for size, taken in times.items()}
    for size, taken in times.items():
        low, high = min(taken) * 1000, max(taken) * 1000
        print(f"{size:>9,} papers: {medians[size] * 1000:.0f} ms ({low:.0f} to {high:.0f})")
    ratio = medians[options.sizes[1]] / medians[options.sizes[0]]
    print(f"ratio {ratio:.2f}")
    return int(ratio > options.limit)


def build(folder: Path, size: int) -> Path:
    """Import ``size`` invented papers into a library of its own, and return its path."""
    dump, path = folder / f"{size}.txt", folder / f"{size}.db"
    write_dump(dump, size)
    with ReadingList.open(path) as library:
        library.import_sources([dump])
    return path


def write_dump(dump: Path, size: int, first: int = 0) -> None:
    """Write a page of ``size`` invented papers, numbered from ``first``."""
    with dump.open("w", encoding="utf-8") as file:
        file.writelines(_papers(range(first, first + size)))


def _papers(numbers: range) -> Iterator[str]:
    for number in numbers:
        words = [_WORDS[number // 10**power % 10] for power in range(5)]
        yield f"{MARK}{number} of {words[0]} and {words[1]} in valley {number * 7919}\n\n"
        yield (
            f"The {words[2]} of valley {number * 7919} were counted over {number % 40 + 2} winters. "
            f"We report what round {number * 104729} says about {words[3]} and {words[4]}, and "
            f"compare it with the {number % 90 + 3} earlier counts that others published.\n\n"
        )


def measure(libraries: dict[int, Path], runs: int) -> dict[int, list[float]]:
    """Open each library in turn, ``runs`` times, after one that does not count."""
    times: dict[int, list[float]] = {size: [] for size in libraries}
    for run in range(runs + 1):
        for size, path in libraries.items():
            taken = time_to_content(path)
            if run:
                times[size].append(taken)
    return times


def time_to_content(path: Path) -> float:
    """Return the seconds from starting the program to the first title on the screen."""
    environment = {**os.environ, "READLIST_DB": str(path), "TERM": "xterm-256color"}
    begun = time.perf_counter()
    process = pexpect.spawn(
        sys.executable, ["-m", "readlist"], env=environment, dimensions=(40, 120), timeout=60
    )
    process.expect_exact(MARK.encode())
    taken = time.perf_counter() - begun
    process.send("\x11")  # ctrl-q leaves from anywhere
    process.expect(pexpect.EOF)
    process.close()
    return taken


if __name__ == "__main__":
    sys.exit(main())
