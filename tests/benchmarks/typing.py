"""Typing in the search bar of a large library, beside typing in an empty Textual Input.

``python -m tests.benchmarks.typing [--size 100000] [--letters 120] [--library FILE]`` types the same
letters into both, which take turns, and prints p50 and p95 in milliseconds. *Letter* is the end of
the first frame after the key (see ``keystrokes``), *results* that of the last one the key leads to:
the list, the paper at its top and what else is told of the search. What is typed are beginnings of
titles, a word or two each, one in four with a slip; between two of them the line is emptied.

Exit code 1 when at p95 the letter takes more than 1.5 of the Input's time, or the results more than 3.
"""

import argparse
import random
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.keystrokes import COLUMNS, LINES, Program, Taken, percentile, told
from tests.benchmarks.made_up import library

from readlist.reading_list import ReadingList

LETTER_LIMIT, RESULTS_LIMIT = 1.5, 3.0
WARM_UP, WORDS, SLIPS = 8, 2, 0.25

#: Empties the line in both.
EMPTY = "\x15"


def main() -> int:
    """Measure, print, judge."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=100_000)
    parser.add_argument("--letters", type=int, default=120)
    parser.add_argument("--library", type=Path, help="one made before, which is copied")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "library.db"
        shutil.copy(options.library or library(Path(folder), options.size), path)
        programs = _start(Path(folder), path)
        try:
            times = _measure(programs, _texts(path), options.letters)
        finally:
            for program in programs.values():
                program.end()
    _print(times, options.letters)
    return _judge(times)


def _start(folder: Path, path: Path) -> dict[str, Program]:
    own = {"XDG_STATE_HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}
    command = [sys.executable, "-m"]
    programs = {
        "readlist": Program([*command, "readlist", "--db", str(path)], own, "Inbox", 300),
        "Input": Program([*command, "tests.benchmarks.input_app"], own, "line to type in", 60),
    }
    programs["readlist"].press("/")
    return programs


def _texts(path: Path) -> Iterator[str]:
    """Yield what a person would type who wants one of the papers."""
    chance = random.Random(5)
    with ReadingList.open(path) as opened:
        ids = opened.ids(limit=2000)
        rows = opened.rows(chance.sample(ids, min(200, len(ids))))
    for row in rows:
        text = " ".join(row.title.lower().split()[:WORDS])
        place = chance.randrange(len(text) - 1)
        if chance.random() < SLIPS:
            text = text[:place] + text[place + 1] + text[place] + text[place + 2 :]
        yield text


def _measure(
    programs: dict[str, Program], texts: Iterator[str], letters: int
) -> dict[str, list[Taken]]:
    times: dict[str, list[Taken]] = {name: [] for name in programs}
    while len(times["readlist"]) < WARM_UP + letters:
        for letter in next(texts):
            for name, program in programs.items():
                times[name].append(program.measure(letter))
        for program in programs.values():
            program.press(EMPTY)
    return {name: taken[WARM_UP : WARM_UP + letters] for name, taken in times.items()}


def _print(times: dict[str, list[Taken]], letters: int) -> None:
    print(f"\n{letters} letters each, {COLUMNS}x{LINES}, milliseconds")
    print(f"{'':12}{'p50':>8}{'p95':>8}{'p95 of the results':>20}")
    for name, taken in times.items():
        print(f"{name:12}{told(taken)}")


def _judge(times: dict[str, list[Taken]]) -> int:
    """Print the ratios; return the exit code."""
    typed = percentile([one.paint for one in times["Input"]], 0.95)
    letter = percentile([one.paint for one in times["readlist"]], 0.95) / typed
    results = percentile([one.whole for one in times["readlist"]], 0.95) / typed
    middle = percentile([one.whole for one in times["readlist"]], 0.5)
    print(f"results, p50: {middle:.1f}")
    print(f"letter to Input: {letter:.2f} (at most {LETTER_LIMIT})")
    print(f"results to Input: {results:.2f} (at most {RESULTS_LIMIT})")
    return int(letter > LETTER_LIMIT or results > RESULTS_LIMIT)


if __name__ == "__main__":
    sys.exit(main())
