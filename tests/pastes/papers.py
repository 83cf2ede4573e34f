"""Made-up papers: titles of many styles, people of many countries, abstracts of many lengths."""

import re
import string
from collections.abc import Sequence
from dataclasses import replace
from random import Random

from tests.pastes.model import Paper, Person
from tests.pastes.vocabulary import (
    AFFILIATIONS,
    CULTURES,
    ENDINGS,
    FIELDS,
    GROUPS,
    MIDDLES,
    OPENINGS,
    SINGLE_NAMES,
    Field,
)

_SMALL = frozenset(
    [
        "a",
        "an",
        "and",
        "as",
        "at",
        "by",
        "for",
        "from",
        "in",
        "is",
        "it",
        "of",
        "on",
        "or",
        "the",
        "to",
        "under",
        "vs",
        "with",
        "we",
        "through",
        "without",
    ]
)

#: Patterns of titles; a lower-case letter is a word of the field, {A} an invented name.
#: Fields whose settings are places rather than conditions.
_PLACES = frozenset({"medicine", "humanities", "economics"})

_SHORT = ("{o}", "{p} in {o}", "{m} revisited", "rethinking {p}", "on {o}", "{p} and {p2}")
_COLON = (
    "{A}: {m} for {o}",
    "{A}: towards {p} of {o} under {s}",
    "{p} of {o}: {m}",
    "beyond {m}: {p} and {p2} in {o}",
    "{o} under {s}: a survey",
    "from {m} to {m2}: lessons for {o}",
    "{A}-{k}B: scaling {m} with {k} billion examples",
    "{o}: {p}, {p2}, and {p3}",
)
_QUESTION = (
    "does {m} improve {p} in {o}?",
    "what drives {p} of {o} under {s}?",
    "is {p} enough? {m} for {o}",
    "how much {p} do {o} need?",
    "{m} or {m2}? {o} under {s}",
)
_LONG = (
    "the role of {p} and {p2} in {o} under {s}: {m} and {m2} compared on {k} independent data sets with and without {o2}",
    "{m} and {m2} for the joint estimation of {p} and {p2} in {o} observed under {s}, with an application to {o2}",
    "a reassessment of {p} in {o} and {o2} under {s}, {s2} and other conditions that earlier studies using {m} did not consider",
)
_PLAIN = (
    "{m} for {o} under {s}",
    "improving {p} of {o} with {m}",
    "{p} and {p2} of {o} in the presence of {s}",
    "a new approach to {p} in {o}",
    "learning {o} from {s}",
    "understanding {p} through {m}",
    "on the {p} of {o}",
    "self-supervised {m} meets {o}",
    "{m}-based analysis of {o}",
    "{o} without {m}",
    "towards {p}-aware {o}",
    "evidence for {p} in {o} from {m}",
)
_MATHS = (
    "$L^{k}$ estimates for {o} and {m}",
    "{o} of rank $\\le {k}$ and {p}",
    "an $\\Omega(n^{{{k}/2}})$ lower bound for {p} of {o}",
    "the $\\ell_{k}$ norm and {p} in {o}",
)


def papers(random: Random, count: int, subjects: Sequence[str] = ()) -> list[Paper]:
    """Return different made-up papers: no two share a title or an identifier.

    ``subjects`` names the fields they may come from.
    """
    made: dict[str, Paper] = {}
    ids: set[str] = set()
    while len(made) < count:
        one = paper(random, subjects)
        title = re.sub(r"\W", "", one.title).casefold()
        if title not in made and not ids & {one.arxiv_id, one.doi, one.key, one.pmid}:
            made[title] = one
            ids |= {one.arxiv_id, one.doi, one.key, one.pmid}
    return list(made.values())


def paper(random: Random, subjects: Sequence[str] = ()) -> Paper:
    """Return one made-up paper."""
    subject = random.choice([one for one in FIELDS if not subjects or one.name in subjects])
    year, month = random.randint(2008, 2025), random.randint(1, 12)
    width = 5 if year > 2014 else 4
    arxiv_id = f"{year % 100:02}{month:02}.{random.randint(1, 10**width - 1):0{width}}"
    if random.random() < 0.04:
        year = random.randint(1994, 2006)
        archive = random.choice(
            ("hep-th", "math", "cs", "astro-ph", "cond-mat", "quant-ph", "q-bio")
        )
        arxiv_id = f"{archive}/{year % 100:02}{month:02}{random.randint(1, 999):03}"
    venue, short_venue = random.choice(subject.venues)
    first_page = random.randint(1, 4000)
    categories = random.sample(
        subject.categories, random.randint(1, min(3, len(subject.categories)))
    )
    return Paper(
        title=title_of(random, subject),
        authors=authors(random),
        sentences=sentences(random, subject),
        subject=subject.name,
        arxiv_id=arxiv_id,
        doi=_doi(random, year),
        venue=venue,
        short_venue=short_venue,
        year=year,
        month=month,
        day=random.randint(1, 28),
        categories=tuple(categories),
        comments=_comments(random, short_venue, year),
        volume=random.randint(1, 240),
        issue=random.randint(1, 12),
        first_page=first_page,
        last_page=first_page + random.randint(3, 40),
        key="".join(random.choices(string.ascii_letters + string.digits, k=10)),
        pmid=str(random.randint(18_000_000, 39_999_999)),
        number=random.randint(1, 999),
        affiliations=tuple(random.sample(AFFILIATIONS, random.randint(1, 3))),
        keywords=tuple(
            random.sample((*subject.methods, *subject.properties), random.randint(3, 5))
        ),
    )


def title_of(random: Random, subject: Field) -> str:
    """Return a title of one of many styles."""
    if random.random() < 0.12:
        return random.choice(subject.titles)
    patterns = random.choices(
        (_PLAIN, _COLON, _QUESTION, _LONG, _SHORT, _MATHS), (40, 30, 10, 7, 8, 5)
    )[0]
    title = _fill(random, random.choice(patterns), subject)
    title = random.choices((title_case, sentence_case, str.upper), (60, 38, 2))[0](title)
    return title if "$" not in title or not title.isupper() else title_case(title)


def title_case(text: str) -> str:
    """Return a title with a capital at each long word."""
    words = text.split(" ")
    return " ".join(
        word
        if index and word in _SMALL and not words[index - 1].endswith((":", "?"))
        else _capital(word)
        for index, word in enumerate(words)
    )


def sentence_case(text: str) -> str:
    """Return a title with a capital at its beginning and after a colon or question mark."""
    words = text.split(" ")
    return " ".join(
        _capital(word) if not index or words[index - 1].endswith(("?", ":")) else word
        for index, word in enumerate(words)
    )


def authors(random: Random) -> tuple[Person, ...]:
    """Return one to forty people; mostly two to six."""
    count = random.choices((1, 2, 3, 4, 5, 6, 9, 14, 40), (10, 18, 22, 18, 12, 8, 6, 4, 2))[0]
    people: dict[str, Person] = {}
    while len(people) < count:
        one = person(random)
        people.setdefault(one.name, one)
    return tuple(people.values())


def person(random: Random) -> Person:
    """Return somebody."""
    if random.random() < 0.008:
        return Person("", random.choice(SINGLE_NAMES))
    given, family = random.choice(CULTURES)
    return Person(random.choice(given), random.choice(family))


def group(random: Random) -> Person:
    """Return a group of people that signs as one."""
    return Person("", random.choice(GROUPS))


def sentences(random: Random, subject: Field) -> tuple[str, ...]:
    """Return an abstract of two to twelve sentences."""
    count = random.choices((2, 3, 5, 7, 9, 12), (6, 14, 34, 28, 12, 6))[0]
    middle = random.sample(MIDDLES, max(0, count - 2 - (count > 4)))
    patterns = [random.choice(OPENINGS), *middle, *random.sample(ENDINGS, 1 + (count > 4))]
    return tuple(_fill(random, pattern, subject) for pattern in patterns)


def _fill(random: Random, pattern: str, subject: Field) -> str:
    if subject.name in _PLACES:
        pattern = pattern.replace(" under {s}", " in {s}")
    methods = random.sample(subject.methods, 2)
    things = random.sample(subject.objects, 2)
    properties = random.sample(subject.properties, 3)
    settings = random.sample(subject.settings, 2)
    return pattern.format(
        m=methods[0], m2=methods[1], M=_capital(methods[0]),
        o=things[0], o2=things[1], O=_capital(things[0]),
        p=properties[0], p2=properties[1], p3=properties[2], P=_capital(properties[0]),
        s=settings[0], s2=settings[1],
        A=acronym(random), acronym=acronym(random),
        k=random.randint(2, 9), n=f"{random.randint(1, 90)},{random.randint(0, 999):03}",
        d=f"{random.randint(1, 60)}.{random.randint(0, 9)}",
        cited=f"{random.randint(10, 24)}{random.randint(1, 12):02}.{random.randint(1000, 9999)}",
        cited_doi=f"10.1016/j.{random.choice('abcdefgh')}{random.choice('stuv')}.{random.randint(2001, 2020)}.{random.randint(1000, 9999)}",
        slug=acronym(random).lower(), slug2=acronym(random).lower(),
    )  # fmt: skip


def acronym(random: Random) -> str:
    """Return the name of a method, such as nobody has used yet."""
    start = random.choice(
        [
            "B",
            "C",
            "D",
            "F",
            "G",
            "H",
            "K",
            "L",
            "M",
            "N",
            "P",
            "R",
            "S",
            "T",
            "V",
            "W",
            "Z",
            "Tr",
            "Gl",
            "Sp",
            "Fl",
            "Qu",
        ]
    )
    name = (
        start
        + random.choice(["a", "e", "i", "o", "u", "ai", "ea"])
        + random.choice(["b", "d", "g", "lm", "n", "nd", "r", "rk", "st", "x", "th"])
    )
    name += random.choice(("", "", "a", "or", "et", "ix", "uma"))
    return random.choices(
        (name.upper(), name, f"{name}Net", f"{name}-{random.randint(2, 4)}", f"{name}Bench"),
        (5, 4, 2, 1, 1),
    )[0]


def _capital(word: str) -> str:
    for index, letter in enumerate(word):
        if letter.isalpha():
            return (
                word
                if "$" in word[: index + 1]
                else word[:index] + letter.upper() + word[index + 1 :]
            )
    return word


def _doi(random: Random, year: int) -> str:
    return random.choice(
        (
            f"10.1145/{random.randint(1000000, 3999999)}.{random.randint(1000000, 3999999)}",
            f"10.1109/TPAMI.{year}.{random.randint(2000000, 3999999)}",
            f"10.1103/PhysRevB.{random.randint(80, 110)}.{random.randint(10000, 245000)}",
            f"10.1038/s41467-{year % 1000:03}-{random.randint(10000, 60000)}-{random.choice('0123456789x')}",
            f"10.1371/journal.pone.{random.randint(100000, 320000):07}",
            f"10.1007/s{random.randint(10000, 12000)}-{year % 1000:03}-{random.randint(1000, 9999):05}-{random.randint(0, 9)}",
            f"10.1016/j.jecon.{year}.{random.randint(100000, 109999)}",
            f"10.1002/(SICI)1097-{random.randint(1000, 9999)}({year}0{random.randint(1, 9)})12:3<{random.randint(100, 400)}::AID-A{random.randint(1, 9)}>3.0.CO;2-{random.choice('ABC')}"
            if random.random() < 0.1
            else f"10.1002/abc.{random.randint(10000, 29999)}",
            f"10.7717/peerj.{random.randint(1000, 19999)}",
        )
    )


def _comments(random: Random, venue: str, year: int) -> str | None:
    return random.choice(
        (
            None,
            None,
            f"{random.randint(5, 60)} pages, {random.randint(2, 14)} figures",
            f"Accepted to {venue} {year}",
            f"{random.randint(8, 40)} pages; comments are welcome",
            f"Extended version of a paper at {venue} {year}. Code: https://github.com/{acronym(random).lower()}/code",
            "Withdrawn and replaced by a corrected version",
            f"{random.randint(8, 40)} pages. arXiv admin note: text overlap with arXiv:{random.randint(10, 23)}{random.randint(1, 12):02}.{random.randint(1000, 9999)}",
            f"Follow-up to arXiv:{random.randint(10, 23)}{random.randint(1, 12):02}.{random.randint(1000, 9999)}, {random.randint(2, 9)} tables",
        )
    )


def cite_each_other(random: Random, some: Sequence[Paper]) -> list[Paper]:
    """Return the papers with a sentence in some abstracts that names another one's identifier."""
    out = list(some)
    for index, one in enumerate(some):
        if len(some) > 1 and random.random() < 0.3:
            other = random.choice([paper for paper in some if paper is not one])
            sentence = random.choice(
                (
                    f"A companion paper, arXiv:{other.arxiv_id}, treats the remaining case.",
                    f"This answers a question raised in https://arxiv.org/abs/{other.arxiv_id}.",
                    f"Part of this appeared as https://doi.org/{other.doi} in {other.venue}.",
                )
            )
            out[index] = replace(one, sentences=(*one.sentences, sentence))
    return out
