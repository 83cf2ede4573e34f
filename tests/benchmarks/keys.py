"""From a key to what it paints: readlist, a Textual DataTable and fzf, side by side.

``python -m tests.benchmarks.keys [--sizes 100 100000] [--keys 40]`` prints p50 and p95 in
milliseconds and the ratios that count; ``keystrokes`` says what is measured. The programs hold the
same papers and stay open; their keys take turns, so that whatever else the machine does falls on
all of them. The first keys of each do not count. Where a program has no such key there is a dash.

Exit code 1 when page down takes more than 0.6 of DataTable's time, or filing more than 1.5 of
moving down (p95 of the paint).
"""

import argparse
import shlex
import shutil
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.keystrokes import AFTERMATH, COLUMNS, LINES, Program, Taken, percentile, told
from tests.benchmarks.open_tui import MARK, build

from readlist.reading_list import ReadingList

WARM_UP = 3
PAGE_DOWN_LIMIT, FILE_LIMIT = 0.6, 1.5

#: What is measured, and the key for it in each program.
KEYS: dict[str, dict[str, str]] = {
    "down": {"readlist": "j", "DataTable": "\x1b[B", "fzf": "\x1b[B"},
    "page down": dict.fromkeys(("readlist", "DataTable", "fzf"), "\x1b[6~"),
    "star": {"readlist": "s", "DataTable": "s"},
    "file": {"readlist": "d", "DataTable": "d"},
}

#: Goes to the first row; before every other round, so that there is always a page to go down.
TO_TOP = {"readlist": "g", "DataTable": "\x1b[1;5H", "fzf": "\x1b[H"}

Times = dict[str, dict[str, list[Taken]]]


def main() -> int:
    """Measure each size, print, judge."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[100, 100_000])
    parser.add_argument("--keys", type=int, default=40)
    options = parser.parse_args()
    if options.keys + WARM_UP > min(options.sizes) // 2:
        parser.error("too many keys for so few papers: filing takes papers off the list")
    if not shutil.which("fzf"):
        print("fzf is not installed: going on without it")
    with tempfile.TemporaryDirectory() as folder:
        verdicts = [_one_size(Path(folder), size, options.keys) for size in options.sizes]
    return int(not all(verdicts))


def _one_size(folder: Path, size: int, keys: int) -> bool:
    programs = _start(folder, build(folder, size))
    try:
        times = _measure(programs, keys)
    finally:
        for program in programs.values():
            program.end()
    _print(times, size, keys)
    return _judge(times)


def _start(folder: Path, library: Path) -> dict[str, Program]:
    with ReadingList.open(library) as opened:
        titles = "\n".join(paper.title for paper in opened.papers())
    lines = library.with_suffix(".titles")
    lines.write_text(titles, encoding="utf-8")
    table = library.with_suffix(".table.db")
    shutil.copy(library, table)
    python = sys.executable
    own = {"XDG_STATE_HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}
    commands = {
        "readlist": [python, "-m", "readlist", "--db", str(library)],
        "DataTable": [python, "-m", "tests.benchmarks.table_app", str(table)],
        "fzf": ["sh", "-c", f"fzf --layout=reverse --bind home:first <{shlex.quote(str(lines))}"],
    }
    if not shutil.which("fzf"):
        del commands["fzf"]
    return {name: Program(command, own, MARK, 300) for name, command in commands.items()}


def _measure(programs: dict[str, Program], keys: int) -> Times:
    times: Times = {what: {name: [] for name in KEYS[what]} for what in KEYS}
    for turn in range(WARM_UP + keys):
        for name, program in programs.items():
            program.settle(AFTERMATH)
            if turn % 2 == 0:
                program.press(TO_TOP[name])
        for what, keys_of in KEYS.items():
            for name, program in programs.items():
                if name in keys_of:
                    taken = program.measure(keys_of[name])
                    times[what][name] += [taken] if turn >= WARM_UP else []
    return times


def _print(times: Times, size: int, keys: int) -> None:
    print(f"\n{size:,} papers, {keys} keys each, {COLUMNS}x{LINES}, milliseconds")
    print(f"{'':12}{'':12}{'p50':>8}{'p95':>8}{'p95 of the whole':>20}")
    for what, by_program in times.items():
        for name in TO_TOP:
            shown = told(by_program[name]) if by_program.get(name) else f"{'–':>8}{'–':>8}{'–':>8}"
            print(f"{what:12}{name:12}{shown}")


def _judge(times: Times) -> bool:
    """Print the ratios that count; tell whether they are within their limits."""

    def p95(what: str, name: str = "readlist") -> float:
        return percentile([one.paint for one in times[what][name]], 0.95)

    page_down = p95("page down") / p95("page down", "DataTable")
    file = p95("file") / p95("down")
    print(f"page down, readlist to DataTable: {page_down:.2f} (at most {PAGE_DOWN_LIMIT})")
    print(f"filing to moving down: {file:.2f} (at most {FILE_LIMIT})")
    return page_down <= PAGE_DOWN_LIMIT and file <= FILE_LIMIT


if __name__ == "__main__":
    sys.exit(main())
