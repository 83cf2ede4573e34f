"""Typing in the search bar of a large library, beside typing in an empty Textual Input.

``python -m tests.benchmarks.search_bar [--size 100000] [--letters 120] [--library FILE]`` types the same
letters into both, which take turns, and prints p50 and p95 in milliseconds. *Letter* is the end of
the first frame after the key (see ``keystrokes``), *results* that of the one that draws the list of
what is found. *Paper* is that of the last of all, with the paper at the top of the list. What is
typed are beginnings of titles, a word or two each, one in four with a slip; between two of them the
line is emptied.

Exit code 1 when at p95 the letter takes more than 1.5 of the Input's time, or the results more than 3.
"""

import argparse
import random
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.keystrokes import COLUMNS, LINES, Program, Taken, percentile
from textual.geometry import Region

from readlist.reading_list import ReadingList

LETTER_LIMIT, RESULTS_LIMIT = 1.5, 3.0
WARM_UP, WORDS, SLIPS = 8, 2, 0.25

#: Where the list is, at this size of the terminal.
LIST = Region(24, 5, 48, 33)

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
        shutil.copy(options.library or _made_up(Path(folder), options.size), path)
        programs = _start(Path(folder), path)
        try:
            times = _measure(programs, _texts(path), options.letters)
        finally:
            for program in programs.values():
                program.end()
    _print(times, options.letters)
    return _judge(times)


def _made_up(folder: Path, size: int) -> Path:
    from tests.benchmarks.made_up import library  # not needed where there is a library

    return library(folder, size)


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
    print(f"{'':24}{'p50':>8}{'p95':>8}")
    for what, seconds in _each(times).items():
        p50, p95 = percentile(seconds, 0.5), percentile(seconds, 0.95)
        print(f"{what:24}{p50:8.1f}{p95:8.1f}")


def _each(times: dict[str, list[Taken]]) -> dict[str, list[float]]:
    """Return the seconds of each letter in Input, and in readlist to all there is to see of it."""
    own = times["readlist"]
    return {
        "letter in Input": [one.paint for one in times["Input"]],
        "letter in readlist": [one.paint for one in own],
        "its results": [one.drawn(LIST) for one in own],
        "paper beside them": [one.whole for one in own],
    }


def _judge(times: dict[str, list[Taken]]) -> int:
    """Print the ratios; return the exit code."""
    typed, *own = [percentile(seconds, 0.95) for seconds in _each(times).values()]
    letter, results, paper = [one / typed for one in own]
    print(f"letter to Input: {letter:.2f} (at most {LETTER_LIMIT})")
    print(f"results to Input: {results:.2f} (at most {RESULTS_LIMIT})")
    print(f"paper to Input: {paper:.2f}")
    return int(letter > LETTER_LIMIT or results > RESULTS_LIMIT)


if __name__ == "__main__":
    sys.exit(main())
