"""Papers of real dumps, found by what a person still remembers of them half a year later.

``seed_queries.tsv`` holds the queries and the papers that each may find first, as the number a
dump's file name begins with and the paper's place in that file. Every third query is held out: the
search is tuned on the others alone, and what it misses of those held out is told only on request.

``python tests/acceptance/test_search.py [--held-out]`` prints the rates of both parts and what is
missed of the open one, or of both. It needs READLIST_SEEDS, as the tests do.
"""

import csv
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from readlist.domain import Status
from readlist.reading_list import ReadingList

pytestmark = pytest.mark.skipif("READLIST_SEEDS" not in os.environ, reason="needs READLIST_SEEDS")

OPEN, HELD_OUT = "open", "held-out"
_FIRST = 0.95
_SHOWN = 5

#: What a person wrote of some papers, filed and starred before half a year went by.
_NOTES = {
    "001:16": "Ask Hanna whether one supernet would do for the thermostat models.",
    "001:25": "For the merge of the *company register*; the worked example lost me.",
    "002:12": "Marguerite showed this in the journal club. Lovely coverage plots!",
    "000:7": "Goes into the grant proposal. Calendar ageing is not kept apart, though.",
    "001:70": "Count the orbits of our yeast interactome the same way.",
    "001:47": "Far too long; the taxonomy will do for the lecture.",
    "002:5": "Counterexample on the whiteboard. When does a Hadamard product keep the rank?",
    "001:31": "Dietrich blames ECMP, not the switches: look up how the hashing is done.",
}
_TAGS = {"001:3": "onboarding", "001:59": "reading-group", "002:17": "thesis"}
_FILED = {
    Status.READING: ("001:19", "000:2"),
    Status.TO_READ: ("002:7",),
    Status.DONE: ("001:45", "001:13"),
}
_STARRED = ("001:52", "001:42")


@dataclass(frozen=True)
class Query:
    """What is typed, what it is a case of, and the papers it may find first."""

    part: str
    kind: str
    papers: tuple[str, ...]
    text: str


@dataclass(frozen=True)
class Asked:
    """A query and the places of the first papers that it found."""

    query: Query
    found: tuple[str, ...]

    @property
    def is_first(self) -> bool:
        return self.found[:1] != () and self.found[0] in self.query.papers

    @property
    def is_shown(self) -> bool:
        return any(paper in self.query.papers for paper in self.found)


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> list[Asked]:
    return list(_ask(tmp_path_factory.mktemp("seeds") / "library.db"))


@pytest.mark.parametrize("part", [OPEN, HELD_OUT])
def test_what_is_remembered_of_a_paper_finds_it(asked: list[Asked], part: str) -> None:
    answers = [one for one in asked if one.query.part == part]
    assert len(answers) >= len(asked) // 3
    are_first = sum(one.is_first for one in answers) >= _FIRST * len(answers)
    if not are_first or not all(one.is_shown for one in answers):
        pytest.fail(_told(part, answers, misses=part == OPEN), pytrace=False)


def queries() -> list[Query]:
    """Return the queries of the table."""
    with Path(__file__).with_name("seed_queries.tsv").open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        next(rows)
        return [Query(part, kind, tuple(ps.split()), text) for part, kind, ps, text in rows]


def _ask(database: Path) -> Iterator[Asked]:
    with ReadingList.open(database) as library:
        places = _fill(library)
        for query in queries():
            hits = library.search(query.text, _SHOWN).hits
            yield Asked(query, tuple(places[hit.id] for hit in hits))


def _fill(library: ReadingList) -> dict[int, str]:
    """Import the dumps and live with them for a while; return each paper's place by its id."""
    dumps = sorted(Path(os.environ["READLIST_SEEDS"]).glob("*.txt"))
    library.import_sources(dumps)
    places: dict[int, str] = {}
    for dump in dumps:
        ids = sorted(library.ids(f'source:"{dump.name}"'), key=lambda each: _line(library, each))
        places |= {each: f"{dump.name[:3]}:{place}" for place, each in enumerate(ids, 1)}
    ids_of = {place: each for each, place in places.items()}
    for place, note in _NOTES.items():
        library.write_note(ids_of[place], note)
    for place, tag in _TAGS.items():
        library.tag([ids_of[place]], [tag])
    for status, filed in _FILED.items():
        library.mark([ids_of[place] for place in filed], status)
    library.star([ids_of[place] for place in _STARRED], True)
    return places


def _line(library: ReadingList, paper: int) -> int:
    return library.paper(paper).sources[0].first_line


def _told(part: str, answers: Sequence[Asked], *, misses: bool) -> str:
    """Return how a part did, and in a table the queries that did not find their paper first."""
    number = len(answers)
    first, shown = (
        sum(flags) / number
        for flags in zip(*((one.is_first, one.is_shown) for one in answers), strict=True)
    )
    lines = [f"{part}: {number} queries, {first:.1%} first, {shown:.1%} in the first {_SHOWN}"]
    if misses:
        lines += [
            f"  {one.query.kind:16} {one.query.text:36} {' '.join(one.query.papers):8}"
            f" found: {' '.join(one.found) or 'nothing'}"
            for one in answers
            if not one.is_first
        ]
    return "\n".join(lines)


def _main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        answers = list(_ask(Path(folder) / "library.db"))
    for part in (OPEN, HELD_OUT):
        mine = [one for one in answers if one.query.part == part]
        print(_told(part, mine, misses=part == OPEN or "--held-out" in sys.argv))


if __name__ == "__main__":
    _main()
