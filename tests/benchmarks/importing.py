"""Importing papers that are already read, beside putting the same records into a bare table.

``python -m tests.benchmarks.importing [--sizes 20000 100000]`` writes the same made-up papers (title,
authors, year, abstract of some 200 words) twice in one run: with ``executemany`` in one transaction
into a table without an index, and as an import with everything that belongs to it (is it known
already, where it came from, undo, full-text index over all fields, vocabulary). It prints both times
(medians of the rounds), their ratio, and how much memory each import took at its peak.

Exit code 1 when the ratio is above 5 at 20,000 papers or above 7 at 100,000.
"""

import argparse
import json
import resource
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from statistics import median

from tests.benchmarks.made_up import papers, write

from readlist.domain import PaperDraft
from readlist.store.database import Database
from readlist.store.search_index import bring_up_to_date

_LIMITS = {20_000: 5.0, 100_000: 7.0}
_BATCH = 1000

Job = Callable[[Path, int], float]


def main() -> int:
    """Measure each size, print, judge."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[20_000, 100_000])
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    print("papers      bare (s)  import (s)  ratio  peak memory of the import (MB)")
    verdicts = [_one_size(size, options.rounds) for size in options.sizes]
    return int(not all(verdicts))


def _one_size(size: int, rounds: int) -> bool:
    bare, imported, memory = [], [], 0.0
    for _ in range(rounds):
        bare.append(_in_a_process(_bare, size)[0])
        seconds, memory = _in_a_process(_import, size)
        imported.append(seconds)
    ratio = median(imported) / median(bare)
    print(f"{size:7} {median(bare):12.2f} {median(imported):11.2f} {ratio:6.2f} {memory:12.0f}")
    return ratio <= _LIMITS.get(size, 7.0)


def _in_a_process(job: Job, size: int) -> tuple[float, float]:
    """Return the seconds a job took and the megabytes its process had at its peak."""
    with tempfile.TemporaryDirectory() as folder, get_context("spawn").Pool(1) as pool:
        return pool.apply(_measured, (job, Path(folder) / "library.db", size))


def _measured(job: Job, path: Path, size: int) -> tuple[float, float]:
    seconds = job(path, size)
    return seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


class _Clock:
    """Counts the time that passes while papers are not being made up."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self._since = time.perf_counter()

    def outside(self, drafts: Iterator[PaperDraft]) -> Iterator[PaperDraft]:
        """Pass papers on, made up a batch at a time with the clock stopped."""
        done = False
        while not done:
            self.seconds += time.perf_counter() - self._since
            batch = list(islice(drafts, _BATCH))
            done = len(batch) < _BATCH
            self._since = time.perf_counter()
            yield from batch

    def stop(self) -> float:
        """Return the seconds counted."""
        return self.seconds + time.perf_counter() - self._since


def _bare(path: Path, size: int) -> float:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute(
        "CREATE TABLE paper (id INTEGER PRIMARY KEY, title, authors, year, abstract)"
    )
    clock = _Clock()
    connection.execute("BEGIN")
    connection.executemany(
        "INSERT INTO paper (title, authors, year, abstract) VALUES (?, ?, ?, ?)",
        (
            (draft.title, json.dumps(draft.authors), draft.year, draft.abstract)
            for draft in clock.outside(papers(size))
        ),
    )
    connection.execute("COMMIT")
    return clock.stop()


def _import(path: Path, size: int) -> float:
    database = Database.open(path, create=True)
    bring_up_to_date(database)
    clock = _Clock()
    write(database, clock.outside(papers(size)))
    return clock.stop()


if __name__ == "__main__":
    sys.exit(main())
