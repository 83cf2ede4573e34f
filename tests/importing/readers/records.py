"""Made-up papers, wild ones, and what holds of whatever a reader of records yields."""

import os
import random
from collections.abc import Sequence
from typing import Any, NamedTuple

from tests.importing.breaking import broken, check_spans

from readlist.domain import Paper, PaperDraft, Status, TitleSource
from readlist.importing.readers.reader import Format, Piece

#: How many damaged files each reader is given; READLIST_CUTS asks for more.
CUTS = int(os.environ.get("READLIST_CUTS", "40"))
SEED = int(os.environ.get("READLIST_SEED", "20260807"))

_WORDS = [
    "harbour",
    "bells",
    "lichen",
    "tallow",
    "orchards",
    "sundials",
    "glaciers",
    "queues",
    "dialects",
    "moss",
    "sluices",
    "kites",
    "Übergänge",
    "naïve",
    "水車",
    "Ελαιώνες",
    "«quoted»",
    "“curly”",
    "$\\alpha$-stable",
    "3.5%",
    "C++",
    "[sic]",
    "{braced}",
    "a|b",
    "semi;colon",
    "com,ma",
    "'single'",
    '"double"',
    "back\\slash",
    "tab-less",
    "µ-law",
    "R&D",
    "x<y",
    "café",
    "№7",
    "…",
]
_GIVEN = "Odalys Jean-Paul Wanjirũ Åsa Đorđe María-José O. J.-P. 明 Søren X.".split()  # noqa: SIM905
_FAMILY = "Brandt Nkemelu O'Hare Łukasiewicz García-López 王 Ng Ødegård Müller Šimić".split()  # noqa: SIM905


#: A record under common names.
SHORE = {
    "title": "Tide Tables Kept by Cormorants",
    "authors": ["Odalys Brandt", "Nkemelu, Jean-Paul"],
    "abstract": "We watch cormorants for two winters and find that they are never late for a tide.",
    "year": 2021,
    "venue": "Coastal Methods",
    "doi": "10.5555/tide.7",
}

#: A paper of a library, to be exported and read back.
PAPER = Paper(
    id=1,
    key="k7f3q",
    title="Sluices: Queues that Measure Rivers",
    title_source=TitleSource.DUMP,
    authors=("Odalys Brandt", "J.-P. Nkemelu"),
    more_authors=False,
    abstract="We present sluices.\n\nThey queue usefully.",
    comment=None,
    year=None,
    venue=None,
    doi=None,
    arxiv_id=None,
    links=(),
    status=Status.INBOX,
    starred=False,
    tags=(),
    note=None,
    added_at="2025-03-01T10:00:00Z",
    updated_at="2025-03-01T10:00:00Z",
    sources=(),
)


class Entry(NamedTuple):
    """What the generator wrote of a paper."""

    title: str
    authors: tuple[tuple[str, str], ...]
    abstract: str
    year: int
    venue: str
    doi: str | None
    arxiv_id: str | None
    link: str | None

    @property
    def names(self) -> tuple[str, ...]:
        """The authors as readlist has them."""
        return tuple(f"{given} {family}" for given, family in self.authors)


def crossref(**changes: Any) -> dict[str, Any]:
    """Return a work as Crossref has it."""
    return {
        "title": ["Bells <i>under</i> Water"],
        "author": [{"given": "Đorđe", "family": "Šimić", "sequence": "first"}],
        "DOI": "10.5555/bell",
        "type": "journal-article",
        "abstract": "<jats:title>Abstract</jats:title><jats:p>One.</jats:p><jats:p>Two.</jats:p>",
        "container-title": ["Acta Campanae"],
        "published": {"date-parts": [[2020, 1]]},
        "reference": [
            {"key": "1", "article-title": "Older bells", "author": "A Old", "year": "1999"}
        ],
    } | changes


def certain(readers: Sequence[Format], text: str) -> list[str]:
    """Return the names of the readers that take a file that begins like this for theirs."""
    return [reader.name for reader in readers if reader.is_certain(text.split("\n"))]


def wild_entries(number: int, seed: int = SEED) -> list[Entry]:
    """Return papers whose texts hold all that separates and quotes."""
    chance = random.Random(seed)
    return [_entry(chance, index) for index in range(number)]


def _entry(chance: random.Random, index: int) -> Entry:
    def words(least: int, most: int) -> str:
        return " ".join(chance.choices(_WORDS, k=chance.randint(least, most)))

    people = chance.sample([(g, f) for g in _GIVEN for f in _FAMILY], k=chance.randint(1, 7))
    return Entry(
        title=f"Study {index} of {words(2, 12)}",
        authors=tuple(people),
        abstract=f"We time {words(20, 90)} twice.",
        year=chance.randint(1950, 2026),
        venue=f"Journal of {words(1, 3)}",
        doi=f"10.{chance.randint(1000, 99999)}/x.{index}-(a)" if chance.random() < 0.6 else None,
        arxiv_id=f"{chance.randint(10, 26):02}{chance.randint(1, 12):02}.{chance.randint(0, 99999):05}"
        if chance.random() < 0.4
        else None,
        link=f"https://example.org/p/{index}?a=1&b=[2]" if chance.random() < 0.5 else None,
    )


def drafts(pieces: Sequence[Piece]) -> list[PaperDraft]:
    """Return the papers among pieces."""
    return [piece for piece in pieces if isinstance(piece, PaperDraft)]


def check_damaged(reader: Format, text: str, *, shared: bool = False) -> None:
    """Check that a reader loses no line of damaged texts, and never raises."""
    for number, damaged in enumerate(broken(text, CUTS, str(SEED))):
        lines = damaged.split("\n")
        try:
            reader.is_certain(lines)
            check_spans(lines, list(reader.read(iter(lines))), shared=shared)
        except Exception as error:
            raise AssertionError(f"damage {number} of seed {SEED}") from error
