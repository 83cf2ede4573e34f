"""Finding one known paper by a few words of it, in seven states of spelling: who finds it, how fast.

``python -m tests.benchmarks.search [--sizes 10000 100000] [--queries 200] [--slow 15]`` asks
readlist, ``fzf --filter``, plain FTS5, and rapidfuzz's token_set_ratio and WRatio the same questions
about the same made-up papers in one run, and prints how often the paper came first and among the
first ten, the mean reciprocal rank, and the milliseconds of the median and of the slowest
twentieth. The slow ones, which read every title each time, are asked fewer questions. A last line
compares whole commands, from start to exit: ``readlist search`` to ``fzf --filter`` over the titles
alone, and over titles and authors.

Exit code 1 when readlist finds fewer than 98 % in ten or 93 % first of any kind, or takes more than
0.01 of fzf's time (slowest twentieth, largest library), or its command more than 0.15 of fzf's.
"""

import argparse
import json
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from rapidfuzz import fuzz, process, utils
from tests.benchmarks.made_up import library
from tests.benchmarks.noise import KINDS, KnownItem, remembered

from readlist.reading_list import ReadingList

IN_TEN, FIRST, OF_FZF, COMMAND_OF_FZF = 0.98, 0.93, 0.01, 0.15
_TEN = 10

Row = tuple[int, str, Sequence[str]]
Method = Callable[[str], list[int]]


@dataclass
class Result:
    """How one method did with one kind of noise."""

    asked: int = 0
    first: int = 0
    in_ten: int = 0
    reciprocal: float = 0.0
    seconds: list[float] = field(default_factory=list)

    def take(self, found: list[int], wanted: int, seconds: float) -> None:
        """Take in one answer."""
        self.asked += 1
        self.seconds.append(seconds)
        if wanted in found[:_TEN]:
            place = found.index(wanted)
            self.first += place == 0
            self.in_ten += 1
            self.reciprocal += 1 / (place + 1)

    def told(self) -> str:
        """Return the result as columns."""
        share = 100 / self.asked
        return (
            f"{self.first * share:6.1f} {self.in_ten * share:6.1f}"
            f" {self.reciprocal / self.asked:6.3f}"
            f" {1000 * median(self.seconds):9.2f} {1000 * slowest_twentieth(self.seconds):9.2f}"
        )


def slowest_twentieth(seconds: Sequence[float]) -> float:
    """Return the time that nineteen of twenty stay below."""
    return sorted(seconds)[int(0.95 * (len(seconds) - 1))]


def main() -> int:
    """Measure each size, print, judge."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000, 100_000])
    parser.add_argument("--queries", type=int, default=200)
    parser.add_argument("--slow", type=int, default=15)
    parser.add_argument("--folder", type=Path, help="keep the made-up libraries here")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        kept = options.folder or Path(folder)
        verdicts = [_one_size(kept, size, options) for size in options.sizes]
    return int(not all(verdicts))


def _one_size(folder: Path, size: int, options: argparse.Namespace) -> bool:
    path = library(folder, size)
    rows = _rows(path)
    methods = _methods(path, rows, folder)
    results: dict[str, dict[str, Result]] = {name: {} for name in methods}
    print(f"\n{size} papers{'':29} first in ten    MRR  p50 (ms)  p95 (ms)")
    for kind in KINDS:
        questions = list(remembered(rows, options.queries, kind))
        for name, method in methods.items():
            asked = questions if name in ("readlist", "FTS5") else questions[: options.slow]
            results[name][kind] = _ask(method, asked)
            print(f"{kind:24} {name:17} {results[name][kind].told()}", flush=True)
    found = _finds(results["readlist"])
    return found and _fast(results, path, rows, size)


def _rows(path: Path) -> list[Row]:
    with sqlite3.connect(path) as connection:
        rows = connection.execute("SELECT id, title, authors FROM paper").fetchall()
    return [(paper, title, json.loads(authors)) for paper, title, authors in rows]


def _ask(method: Method, questions: Sequence[KnownItem]) -> Result:
    result = Result()
    for question in questions:
        start = time.perf_counter()
        found = method(question.query)
        result.take(found, question.paper, time.perf_counter() - start)
    return result


def _finds(kinds: dict[str, Result]) -> bool:
    worst_ten = min(result.in_ten / result.asked for result in kinds.values())
    worst_first = min(result.first / result.asked for result in kinds.values())
    print(f"readlist, worst kind: {worst_first:.1%} first, {worst_ten:.1%} in ten")
    return worst_ten >= IN_TEN and worst_first >= FIRST


def _fast(
    results: dict[str, dict[str, Result]], path: Path, rows: Sequence[Row], size: int
) -> bool:
    if "fzf" not in results:
        print("fzf is not installed: nothing to compare the time with")
        return True
    mine, others = (
        slowest_twentieth([each for one in results[name].values() for each in one.seconds])
        for name in ("readlist", "fzf")
    )
    command, with_authors = _commands(path, rows)
    print(
        f"p95 of all kinds, readlist to fzf: {mine / others:.4f}; whole command: {command:.3f}"
        f" over the titles, {with_authors:.3f} over titles and authors"
    )
    return size < 100_000 or (mine <= OF_FZF * others and command <= COMMAND_OF_FZF)


def _commands(path: Path, rows: Sequence[Row]) -> tuple[float, float]:
    """Return the time of a whole search command with a typo as a share of a whole fzf's.

    The first is that of fzf over the titles, the second over titles and authors.
    """
    titles, lines = path.with_suffix(".titles"), path.with_suffix(".lines")
    titles.write_text("\n".join(title for _, title, _ in rows), encoding="utf-8")
    shares = []
    for question in remembered(rows, 9, "one typo"):
        command = [sys.executable, "-m", "readlist", "--db", str(path), "search", question.query]
        mine = _seconds(command, None)
        fzf = ["fzf", "--filter", question.query]
        shares.append((mine / _seconds(fzf, titles), mine / _seconds(fzf, lines)))
    of_titles, of_lines = zip(*shares, strict=True)
    return median(of_titles), median(of_lines)


def _seconds(command: list[str], standard_input: Path | None) -> float:
    start = time.perf_counter()
    with (standard_input or Path("/dev/null")).open("rb") as file:
        subprocess.run(command, stdin=file, stdout=subprocess.DEVNULL, check=False)
    return time.perf_counter() - start


def _methods(path: Path, rows: Sequence[Row], folder: Path) -> dict[str, Method]:
    reading_list = ReadingList.open(path, create=False)
    lines = [f"{title} {', '.join(authors)}" for _, title, authors in rows]
    titles = {
        paper: utils.default_process(line) for (paper, _, _), line in zip(rows, lines, strict=True)
    }
    methods: dict[str, Method] = {
        "readlist": lambda query: [hit.id for hit in reading_list.search(query, _TEN).hits],
        "FTS5": _fts5(rows, folder / f"{path.stem}.fts5"),
        "token_set_ratio": _rapidfuzz(titles, fuzz.token_set_ratio),
        "WRatio": _rapidfuzz(titles, fuzz.WRatio),
    }
    if shutil.which("fzf"):
        methods["fzf"] = _fzf(rows, lines, path.with_suffix(".lines"))
    return methods


def _fzf(rows: Sequence[Row], lines: Sequence[str], path: Path) -> Method:
    path.write_text("\n".join(lines), encoding="utf-8")
    papers = {line.encode(): paper for (paper, _, _), line in zip(rows, lines, strict=True)}

    def find(query: str) -> list[int]:
        with path.open("rb") as file:
            done = subprocess.run(
                ["fzf", "--filter", query], stdin=file, capture_output=True, check=False
            )
        return [papers[line] for line in done.stdout.split(b"\n")[:_TEN] if line]

    return find


def _fts5(rows: Sequence[Row], path: Path) -> Method:
    path.unlink(missing_ok=True)
    connection = sqlite3.connect(path)
    connection.execute("CREATE VIRTUAL TABLE papers USING fts5 (title, authors)")
    connection.executemany(
        "INSERT INTO papers (rowid, title, authors) VALUES (?, ?, ?)",
        ((paper, title, " ".join(authors)) for paper, title, authors in rows),
    )
    connection.commit()

    def find(query: str) -> list[int]:
        match = " AND ".join(f'"{word}"' for word in query.split()) + " *"
        found = connection.execute(
            "SELECT rowid FROM papers WHERE papers MATCH ? ORDER BY rank LIMIT ?", (match, _TEN)
        )
        return [paper for (paper,) in found]

    return find


def _rapidfuzz(titles: dict[int, str], scorer: Callable[..., float]) -> Method:
    def find(query: str) -> list[int]:
        found = process.extract(query, titles, scorer=scorer, limit=_TEN)
        return [paper for _, _, paper in found]

    return find


if __name__ == "__main__":
    sys.exit(main())
