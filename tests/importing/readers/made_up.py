"""Papers that nobody wrote, in any number, and texts with holes: for the tests of formats."""

import os
import random
import re
from collections.abc import Iterator
from typing import NamedTuple

from tests.importing.breaking import check_spans

from readlist.domain import PaperDraft, SkippedText
from readlist.importing.readers.reader import Format
from readlist.importing.readers.xml_records import XmlRecords

#: How many broken texts each reader is tried with; ``READLIST_CUTS=10000`` for more.
CUTS = int(os.environ.get("READLIST_CUTS", "25"))

_NOUNS = (
    "Rope",
    "Bell",
    "Harbour",
    "Quay",
    "Winter",
    "Lantern",
    "Tide",
    "Ørsted",
    "α-Decay",
    "Łódź",
    "naïveté",
    "Näherung",
    "潮汐",
    "Мост",
)
_VERBS = (
    "Measuring",
    "Ringing",
    "Towards",
    "Learning",
    "Rethinking",
    "Über",
    "Sur",
    "Counting",
    "On",
)
_TAILS = (
    "",
    ": A Survey",
    " (Part II)",
    ", Revisited",
    " at 3.5% Loss",
    " for $O(n^2)$ Bells",
    "?",
    " & Sons",
    " – an “essay”",
    ' in "Harbours"',
    " T4 - T6",
    " with {braces} [and brackets]",
    " \\alpha-divergence",
)
_GIVEN = (
    "Ada",
    "Bo",
    "Zoë",
    "Jean-Luc",
    "J.",
    "A.-M.",
    "Nguyễn",
    "Thị",
    "Ólafur",
    "Per",
    "Mary",
    "Ann",
    "文",
    "O.",
    "Henry",
)
_FAMILIES = (
    "Byron",
    "Müller-Ott",
    "van der Berg",
    "O'Neill",
    "Ek",
    "de la Cruz",
    "Šimić",
    "Lindqvist Ash",
    "李",
    "Al-Hassan",
)
_GROUPS = ("Harbour Bells Collaboration", "OpenRope", "Quay Study Group")
_WORDS = re.findall(
    r"\S+",
    "the rope of a bell decides when its sound reaches far quays in winter and 40 of them were "
    "timed (n = 12) by hand; wet ropes cost 3.5% of each minute, pre- and post-harvest alike, so "
    "naïve baselines “win” at p < 0.05 & more",
)


class Person(NamedTuple):
    """An author in parts; a group is all family."""

    family: str
    given: str = ""
    suffix: str = ""

    @property
    def family_first(self) -> str:
        return ", ".join(filter(None, self))

    @property
    def shown(self) -> str:
        return " ".join(filter(None, (self.given, self.family, self.suffix)))


class Made(NamedTuple):
    """A paper as it was made up; ``abstract`` is one line."""

    title: str
    people: tuple[Person, ...]
    abstract: str
    year: int
    venue: str
    doi: str
    tags: tuple[str, ...]

    @property
    def authors(self) -> tuple[str, ...]:
        return tuple(person.shown for person in self.people)


def papers(count: int, seed: int) -> Iterator[Made]:
    """Yield papers with all sorts of letters; the same for the same ``seed``."""
    chance = random.Random(seed)
    for number in range(count):
        noun, other = chance.sample(_NOUNS, 2)
        title = f"{chance.choice(_VERBS)} the {noun} {other} {number}{chance.choice(_TAILS)}"
        words = chance.choices(_WORDS, k=chance.randint(5, 150))
        yield Made(
            title=title,
            people=tuple(_person(chance) for _ in range(chance.choice((1, 1, 2, 3, 5, 12)))),
            abstract=" ".join([f"We ask why {noun} {number}", *words]) + ".",
            year=chance.randint(1905, 2029),
            venue=chance.choice(("Journal of Bells", "Annals of Rope & Tide", "Proc. Quays 12")),
            doi=f"10.{chance.randint(1000, 99999)}/bells.{number}-({chance.randint(1, 9)})",
            tags=tuple(dict.fromkeys(chance.choices(("bells", "rope-work", "über", "x/y"), k=2))),
        )


def _person(chance: random.Random) -> Person:
    if chance.random() < 0.08:
        return Person(chance.choice(_GROUPS))
    given = " ".join(chance.sample(_GIVEN, chance.choice((1, 1, 2))))
    return Person(
        chance.choice(_FAMILIES), given, chance.choice(("", "", "", "", "", "Jr.", "III"))
    )


def wrapped(text: str, indent: str, width: int = 80) -> str:
    """Return ``text`` broken at blanks, with ``indent`` before all lines but the first."""
    lines, line = [], ""
    for word in text.split(" "):
        if line and len(line) + len(word) >= width:
            lines.append(line)
            line = ""
        line = f"{line} {word}" if line else word
    return f"\n{indent}".join([*lines, line])


def read(reader: Format, text: str) -> tuple[list[PaperDraft], list[SkippedText]]:
    """Return what ``reader`` reads in ``text``, once its spans are checked."""
    lines = text.replace("\r\n", "\n").split("\n")
    pieces = list(reader.read(lines))
    check_spans(lines, pieces, shared=isinstance(reader, XmlRecords))
    found = [piece for piece in pieces if isinstance(piece, PaperDraft)]
    return found, [piece for piece in pieces if isinstance(piece, SkippedText)]
