"""Exporting papers, beside writing the same bytes to the same number of files.

``python -m tests.benchmarks.export [--papers 10000] [--rounds 7]`` exports a library as a file of
Markdown a paper, and writes the bytes of those files under their names to another folder, in one
run and in turns, and prints the shortest times and their ratio; so too for an export that changes
nothing, beside reading the files. For each format that is one document it prints the time a paper
takes. New files are slow for a while where many were deleted (ext4), hence the many rounds.

Exit code 1 when the export takes more than three times as long as the writing.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.benchmarks.open_tui import build

from readlist.exporting.writers import FORMATS
from readlist.reading_list import ReadingList

LIMIT = 3.0

Job = Callable[[Path], object]


def main() -> int:
    """Measure, print, judge."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--papers", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=7)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with ReadingList.open(build(folder, options.papers)) as library:
            ratio = _folders(library, folder, options.rounds)
            _documents(library, folder, options.papers)
    return int(ratio > LIMIT)


def _folders(library: ReadingList, place: Path, rounds: int) -> float:
    sample = place / "sample"
    library.export_folder(sample)
    contents = {path.name: path.read_bytes() for path in sample.iterdir()}
    exporting, writing = _best(
        place, rounds, library.export_folder, lambda path: _write(path, contents)
    )
    ratio = _told("a file a paper", exporting, writing, len(contents))
    again, reading = _best(
        place, rounds, lambda _: library.export_folder(sample), lambda _: _read(sample)
    )
    _told("a second time", again, reading, len(contents))
    return ratio


def _documents(library: ReadingList, place: Path, papers: int) -> None:
    for format in FORMATS:
        began = time.perf_counter()
        library.export_document(place / f"sample.{format}", format=format)
        taken = time.perf_counter() - began
        print(f"{format:16}{taken:8.3f} s  {taken / papers * 1e6:8.0f} µs a paper")


def _write(folder: Path, contents: dict[str, bytes]) -> None:
    folder.mkdir()
    for name, content in contents.items():
        (folder / name).write_bytes(content)


def _read(folder: Path) -> int:
    return sum(len(path.read_bytes()) for path in folder.iterdir())


def _best(place: Path, rounds: int, *jobs: Job) -> list[float]:
    """Return the shortest time of each job, done in turns, each into a place of its own."""
    times: list[list[float]] = [[] for _ in jobs]
    for round_number in range(rounds):
        for number, job in enumerate(jobs):
            target = place / f"{time.monotonic_ns()}-{round_number}"
            began = time.perf_counter()
            job(target)
            times[number].append(time.perf_counter() - began)
    return [min(each) for each in times]


def _told(what: str, ours: float, theirs: float, files: int) -> float:
    ratio = ours / theirs
    print(f"{what:16}{ours:8.3f} s  {theirs:8.3f} s  {ratio:8.2f}  ({files} files)")
    return ratio


if __name__ == "__main__":
    sys.exit(main())
