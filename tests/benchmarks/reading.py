"""Reading dumps: what a paper costs in short ones and in long ones.

``python -m tests.benchmarks.reading [--sizes 10 1000 100000] [--only NAME …]`` writes a dump for each
reader, in each size, and reads it as an import does, from bytes to papers. It prints microseconds a
paper in each size, the worst of them divided by the best, and how many megabytes the longest dump took
at its peak beside what the shortest took. The same is done for one paper written 50,000 times, and for
a million lines of one word, which are refused.

Exit code 1 when a ratio is above 1.5 (papers enough for a ratio: sizes from 100 on), or when the memory
grows by more than 40 MB.
"""

import argparse
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import cycle, islice
from multiprocessing import get_context
from pathlib import Path

from tests.importing.samples import BEGINS_ALONE, ONE_PAPER, READERS, dump

from readlist.domain import PaperDraft
from readlist.errors import SourceError
from readlist.importing.detect import read_dump
from readlist.importing.sources import open_dump

_WRITTEN = 60
_MOST_GROWTH_MB = 40


def main() -> int:
    """Measure each reader, print, judge."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[10, 100, 1000, 10_000, 100_000])
    parser.add_argument("--only", nargs="+", metavar="NAME", default=sorted(READERS - ONE_PAPER))
    options = parser.parse_args()
    print(
        f"{'microseconds a paper':26}" + "".join(f"{size:>9,}" for size in options.sizes),
        "  ratio  MB",
    )
    verdicts = [_one_reader(name, options.sizes) for name in options.only]
    verdicts.append(_repeated())
    verdicts.append(_words())
    return int(not all(verdicts))


def _one_reader(name: str, sizes: list[int]) -> bool:
    results = [_in_a_process(name, size, False) for size in sizes]
    costs = [seconds / size * 1e6 for size, (seconds, _) in zip(sizes, results, strict=True)]
    counted = [cost for size, cost in zip(sizes, costs, strict=True) if size >= 100] or costs
    ratio, growth = max(counted) / min(counted), results[-1][1] - results[0][1]
    print(f"{name:26}" + "".join(f"{cost:9.0f}" for cost in costs), f"{ratio:7.2f} {growth:3.0f}")
    return ratio <= 1.5 and growth <= _MOST_GROWTH_MB


def _repeated() -> bool:
    seconds, _ = _in_a_process("ris", 50_000, True)
    once, _ = _in_a_process("ris", 50_000, False)
    print(f"one paper 50,000 times: {seconds / once:.2f} of as many different ones")
    return seconds <= 1.5 * once


def _words() -> bool:
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as file:
        file.writelines("word\n" for _ in range(1_000_000))
        file.flush()
        began = time.perf_counter()
        try:
            _read(Path(file.name))
            print("a million lines of one word: taken for papers")
        except SourceError as error:
            print(f"a million lines of one word: {time.perf_counter() - began:.1f} s, {error}")
            return True
    return False


def _in_a_process(name: str, size: int, is_one: bool) -> tuple[float, float]:
    """Return the seconds it took to read a dump, and the megabytes its process had at its peak."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "dump.txt"
        with get_context("spawn").Pool(1) as pool:
            pool.apply(_write, (path, name, size, is_one))
        with get_context("spawn").Pool(1) as pool:
            return pool.apply(_measured, (path,))


def _write(path: Path, name: str, size: int, is_one: bool) -> None:
    """Write a dump of that size: as many small ones as it takes, of different papers."""
    path.with_name("first.txt").write_text(dump(name, 3), encoding="utf-8")
    with path.open("w", encoding="utf-8") as file:
        file.writelines(_parts(name, size, is_one))


def _parts(name: str, size: int, is_one: bool) -> Iterator[str]:
    step = 1 if is_one else min(size, _WRITTEN)
    dumps = [dump(name, step, seed) for seed in range(1 if is_one else min(20, -(-size // step)))]
    if name in BEGINS_ALONE or size <= step:
        yield dump(name, size) if not is_one else dumps[0] * size
        return
    for text in islice(cycle(dumps), -(-size // step)):
        yield text + "\n"


def _measured(path: Path) -> tuple[float, float]:
    _read(path.with_name("first.txt"))  # the readers are imported, their words are loaded
    began = time.perf_counter()
    _read(path)
    return time.perf_counter() - began, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _read(path: Path) -> int:
    with path.open("rb") as stream:
        pieces = read_dump(open_dump(stream).lines()).pieces
        return sum(isinstance(piece, PaperDraft) for piece in pieces)


if __name__ == "__main__":
    sys.exit(main())
