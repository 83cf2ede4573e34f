"""A sync where nothing changed, beside reading the files.

``python -m tests.benchmarks.sync [--papers 10000] [--rounds 7]`` writes a library's notes into a
folder and syncs again: at once, when every file may have changed within the tick in which it was
written and is read once more, and later, when the files' times are enough. Both are compared with
reading the files one after another, in one run and in turns; the shortest times count.

Exit code 1 when either takes more than 1.5 times as long as the reading.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.benchmarks.open_tui import build

from readlist.reading_list import ReadingList

LIMIT = 1.5


def main() -> int:
    """Measure, print, judge."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--papers", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=7)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        place, notes = Path(name), Path(name) / "notes"
        with ReadingList.open(build(place, options.papers)) as library:
            first = _timed(lambda: library.sync(notes))
            print(f"the first sync writes {options.papers} files in {first:.2f} s")
            soon = _compared("at once", library, notes, rounds=1)
            time.sleep(2.5)
            library.sync(notes)
            later = _compared("later", library, notes, rounds=options.rounds)
    return int(max(soon, later) > LIMIT)


def _compared(what: str, library: ReadingList, notes: Path, rounds: int) -> float:
    """Print and return how long a sync takes, as a multiple of reading the files."""
    syncing, reading = [], []
    for _ in range(rounds):
        _timed(lambda: _read(notes))
        reading.append(_timed(lambda: _read(notes)))
        syncing.append(_timed(lambda: library.sync(notes)))
    ratio = min(syncing) / min(reading)
    print(f"{what:10}{min(syncing):8.3f} s  {min(reading):8.3f} s  {ratio:8.2f}")
    return ratio


def _timed(job: Callable[[], object]) -> float:
    began = time.perf_counter()
    job()
    return time.perf_counter() - began


def _read(folder: Path) -> int:
    return sum(len(path.read_bytes()) for path in folder.iterdir())


if __name__ == "__main__":
    sys.exit(main())
