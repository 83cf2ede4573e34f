"""From a key to what it paints while another process imports into the same library.

``python -m tests.benchmarks.busy [--papers 50000] [--keys 200]`` measures moving down and filing
in quiet and then during the import, in one run of readlist, and prints p50 and p95 in
milliseconds; ``keystrokes`` says what is measured. One import
follows the other until there are as many keys of each as in quiet.

Exit code 1 when p95 of the paint during the import is more than twice that in quiet.
"""

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Callable
from itertools import count
from pathlib import Path

from tests.benchmarks.keystrokes import COLUMNS, LINES, Program, Taken, percentile, told
from tests.benchmarks.open_tui import MARK, build, write_dump
from textual.geometry import Region

LIMIT = 2.0

#: Where the status line is: a sign turns in it, every tenth of a second, while changes wait.
STATUS = Region(0, LINES - 2, COLUMNS, 1)
WARM_UP = 3
KEYS = {"down": "j", "file": "d"}

Times = dict[str, list[Taken]]


def main() -> int:
    """Measure in quiet, then during an import; print, judge."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--papers", type=int, default=50_000)
    parser.add_argument("--keys", type=int, default=200)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        library = build(folder, 4 * options.keys)
        quiet, busy = _measure(folder, library, options.papers, options.keys)
    print(f"{'':12}{'':12}{'p50':>8}{'p95':>8}{'p95 of the whole':>20}")
    for what in KEYS:
        print(f"{what:12}{'quiet':12}{told(quiet[what])}")
        print(f"{what:12}{'busy':12}{told(busy[what])}  ({len(busy[what])} keys)")
    verdicts = [_judge(what, quiet[what], busy[what]) for what in KEYS]
    return int(not all(verdicts))


def _measure(folder: Path, library: Path, papers: int, keys: int) -> tuple[Times, Times]:
    own = {"XDG_STATE_HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}
    readlist = [sys.executable, "-m", "readlist", "--db", str(library)]
    program = Program(readlist, own, MARK, 60)
    try:
        _type(program, WARM_UP, lambda: True)
        quiet = _type(program, keys, lambda: True)
        busy: Times = {what: [] for what in KEYS}
        for turn in count(1):
            dump = folder / "imported.txt"
            write_dump(dump, papers, first=papers * 10 * turn)
            taken = _type_while([*readlist, "import", str(dump)], program, keys)
            busy = {what: busy[what] + taken[what] for what in KEYS}
            if min(map(len, busy.values())) >= keys:
                break
    finally:
        program.end()
    return quiet, busy


def _type_while(command: list[str], program: Program, keys: int) -> Times:
    importing = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    taken = _type(program, keys, lambda: importing.poll() is None)
    if importing.wait():
        raise ChildProcessError("the import failed")
    return taken


def _type(program: Program, keys: int, goes_on: Callable[[], bool]) -> Times:
    times: Times = {what: [] for what in KEYS}
    for _ in range(keys):
        for what, key in KEYS.items():
            if goes_on():
                times[what].append(program.measure(key, aside=STATUS))
    return times


def _judge(what: str, quiet: list[Taken], busy: list[Taken]) -> bool:
    p95 = [percentile([one.paint for one in times], 0.95) for times in (quiet, busy)]
    print(f"{what}, busy to quiet: {p95[1] / p95[0]:.2f} (at most {LIMIT})")
    return p95[1] <= LIMIT * p95[0]


if __name__ == "__main__":
    sys.exit(main())
