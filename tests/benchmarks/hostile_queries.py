"""How long the slowest of very many strange queries takes, beside ordinary ones.

``python -m tests.benchmarks.hostile_queries [--size 20000] [--queries 400]`` asks a made-up library
ordinary queries and strange ones in turn, each three times, and prints the median of the best times
of either and the slowest strange ones as multiples of the ordinary median.

Exit code 1 when a strange query takes more than 50 times that.
"""

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median

from tests.benchmarks.made_up import library

from readlist.reading_list import ReadingList

_WORST = 50
_TIMES, _LIMIT, _SHOWN, _TITLES = 3, 50, 8, 50
_ALPHABET = 'abcdeghimnorstxyz éßİﬁ½漢字αΩ0123456789"-:*^()[]{}\\/%_#~!|&,;.\t\x1b\u0301\u200b'
_PIECES = (
    *(
        "a",
        "-a",
        '"',
        "title:",
        "author:",
        "status:inbox",
        "year:..",
        "has:abstract",
        "-is:starred",
    ),
    *("xqzjk", "aaaa", "100×", "pre-training", "e\u0301", "AND OR"),
)
_LONG = (
    *("w" * 5_000, "graph " * 5_000, "-graph " * 500, '"' * 5_000, "x-" * 2_000, "é" * 3_000),
    *("s" * 39, "tion " * 200, "1 " * 2_000, "title:a " * 200, '"a b" ' * 200, "(" * 10_000),
)


def main() -> int:
    """Ask, print, judge."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=20_000)
    parser.add_argument("--queries", type=int, default=400)
    options = parser.parse_args()
    with (
        tempfile.TemporaryDirectory() as folder,
        ReadingList.open(library(Path(folder), options.size), create=False) as opened,
    ):
        titles = [row.title for row in opened.page(limit=_TITLES, offset=options.size // 2)]
        ordinary = [_seconds(opened, query) for query in _ordinary(titles)]
        strange = {query: _seconds(opened, query) for query in _strange(titles, options.queries)}
    return _told(median(ordinary), strange)


def _told(ordinary: float, strange: dict[str, float]) -> int:
    slowest = sorted(strange, key=lambda query: -strange[query])
    middle = median(strange.values())
    print(f"medians: ordinary {1000 * ordinary:.2f} ms, strange {1000 * middle:.2f} ms")
    for query in slowest[:_SHOWN]:
        print(f"{strange[query] / ordinary:8.1f} times: {query[:50]!r} ({len(query)} characters)")
    return int(strange[slowest[0]] > _WORST * ordinary)


def _seconds(opened: ReadingList, query: str) -> float:
    """Return the best of a few times."""
    taken = []
    for _ in range(_TIMES):
        start = time.perf_counter()
        opened.search(query, _LIMIT, lenient=True)
        taken.append(time.perf_counter() - start)
    return min(taken)


def _ordinary(titles: Sequence[str]) -> Iterator[str]:
    """Yield two or three words of each title, of every other one with a slip."""
    chance = random.Random(11)
    for place, title in enumerate(titles):
        words = chance.sample(title.split(), 2 + place % 2)
        yield " ".join([words[0][:2] + words[0][3:], *words[1:]] if place % 2 else words)


def _strange(titles: Sequence[str], number: int) -> Iterator[str]:
    chance = random.Random(12)
    yield from _LONG
    pieces = [*_PIECES, *" ".join(titles).split()[: len(_PIECES)]]
    for _ in range(number // 2):
        yield "".join(chance.choices(_ALPHABET, k=chance.randint(1, 60)))
        yield " ".join(chance.choices(pieces, k=chance.randint(1, 12)))


if __name__ == "__main__":
    sys.exit(main())
