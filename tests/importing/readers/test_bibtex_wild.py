"""BibTeX in many layouts, as another library reads it; and whatever else may be in a file.

``READLIST_CUTS=10000 READLIST_SEED=7 pytest tests/importing/readers/test_bibtex_wild.py`` cuts a
file of entries in 10,000 ways.
"""

import os
import random
import re
from collections.abc import Iterator
from typing import Any

import pytest
from bibtexparser import middlewares as ware
from bibtexparser.entrypoint import parse_string
from hypothesis import given, settings
from hypothesis import strategies as st
from pylatexenc.latex2text import LatexNodes2Text

from readlist.domain import PaperDraft
from readlist.importing.readers.bibtex import BibTeX
from readlist.text import fold_letters

READER = BibTeX()
CUTS = int(os.environ.get("READLIST_CUTS", "40"))

# What another library reads

GIVEN = [
    "Ada",
    "Bo",
    'Zo{\\"e}',
    'J{\\"o}rg',
    "Anne-Marie",
    "M. S.",
    "{\\'E}lodie",
    "Łukasz",
    "K{\\i}v{\\i}lc{\\i}m",
]
FAMILY = [
    "Moss",
    "Ek",
    "van der Berg",
    "de la Mo{\\~n}a",
    'M{\\"u}ller',
    "{\\O}degaard",
    "Novák",
    "Erd{\\H{o}}s",
    "O'Neil",
    "Ben-Itzhak",
    "\\c{C}elik",
]
WORDS = ["ropes", "{B}ells", "{{Tallow}}", "\\emph{slow}", "$x_{1}^2$", "of", "100\\%", "R\\&D", "Stra{\\ss}e", "--", "{\\\"U}ber", "O$_2$", "(twice)", "``wax''", "e=mc", "a, b", "@home", "\\textbf{b}ig", "über", "\\'etude", "H$_{2}$O", "C\\#", "why?"]  # fmt: skip


def _wild(seed: int, entries: int) -> str:
    """Return a file of ``entries`` in many layouts, valid for BibTeX."""
    chance = random.Random(seed)
    return "\n".join(_wild_entry(chance, number) for number in range(entries))


def _wild_entry(chance: random.Random, number: int) -> str:
    title = " ".join([f"T{number}", *chance.choices(WORDS, k=chance.randint(1, 9))])
    people = [
        chance.choice(["{f}, {g}", "{g} {f}"]).format(
            f=chance.choice(FAMILY), g=chance.choice(GIVEN)
        )
        for _ in range(chance.randint(1, 6))
    ]
    if not number % 7:
        people.append(chance.choice(["{The Wax Guild}", "{Guild and Sons, Inc.}", "others"]))
    spaces = chance.choice([" and ", "\n    and "])
    fields = {
        "title": title,
        "author": spaces.join(people),
        "year": str(chance.randint(1900, 2030)),
    }
    extra = {"journal": "J. Wax", "note": "x = y", "abstract": "We {ring} 5\\%, \"so\"\nto say.",
             "keywords": "a, b", "url": "https://a.example.org/~x?y=z&u", "pages": "1--2"}  # fmt: skip
    fields |= {name: extra[name] for name in chance.sample(sorted(extra), chance.randint(0, 6))}
    items = list(fields.items())
    chance.shuffle(items)
    quote = chance.random() < 0.3
    equals, gap = chance.choice(["=", " = ", "  =  "]), chance.choice([", ", ",\n  ", ",\n\t"])
    lines = [
        f"{chance.choice([name, name.upper()])}{equals}{_value(value, quote)}"
        for name, value in items
    ]
    kind = chance.choice(["article", "Misc", "INPROCEEDINGS", "online", "software"])
    opening, closing = ("(", ")") if chance.random() < 0.1 else ("{", "}")
    end = chance.choice(["", ",", ",\n", "\n"])
    between = chance.choice(["", "\n", "% a comment\n", "free text\n"])
    return f"@{kind}{opening}key{number}{gap}{gap.join(lines)}{end}{closing}\n{between}"


def _value(value: str, quote: bool) -> str:
    if value.isdigit():
        return value
    bare = re.sub(r"\{\\[\"'].*?\}|\\\"", "", value)
    return f'"{value}"' if quote and '"' not in value and bare == value else f"{{{value}}}"


def _papers(text: str) -> list[PaperDraft]:
    return [piece for piece in READER.read(text.split("\n")) if isinstance(piece, PaperDraft)]


def _judged(text: str) -> list[tuple[str, str, list[str], bool]]:
    """Return key, title and authors of each entry as bibtexparser and pylatexenc read them."""
    chain: list[Any] = [
        ware.RemoveEnclosingMiddleware(),
        ware.NormalizeFieldKeys(),
        ware.SeparateCoAuthors(),
        ware.SplitNameParts(),
        ware.MergeNameParts(style="first"),
    ]
    decode = LatexNodes2Text(math_mode="verbatim").latex_to_text
    library = parse_string(text, parse_stack=chain)
    assert not library.failed_blocks
    found = []
    for entry in library.entries:
        names = list(entry["author"])
        more = names[-1] == "others"
        people = [_plain(decode(name)) for name in names[: len(names) - more]]
        found.append((entry.key, _plain(decode(entry["title"])), people, more))
    return found


def _plain(text: str) -> str:
    return re.sub(r"[\W_]+", "", fold_letters(text))


@pytest.mark.parametrize("seed", [1, 2])
def test_another_library_reads_the_same(seed: int) -> None:
    text = _wild(seed, 200)
    papers = _papers(text)
    judged = _judged(text)
    assert len(papers) == len(judged) == 200
    for paper, (key, title, authors, more) in zip(papers, judged, strict=True):
        assert _plain(paper.title or "") == title, key
        assert [_plain(name) for name in paper.authors] == authors, key
        assert paper.more_authors == more


# Whatever comes


def _check(lines: list[str]) -> None:
    """Check that spans are in order, overlap nowhere but on one line, and leave no line out."""
    last = 0
    covered: set[int] = set()
    single = 0
    for piece in READER.read(iter(lines)):
        assert 1 <= piece.first_line <= piece.last_line <= len(lines)
        assert piece.first_line > last or piece.first_line == piece.last_line == single
        last = piece.last_line
        single = last if isinstance(piece, PaperDraft) else 0
        covered.update(range(piece.first_line, last + 1))
    assert all(number in covered for number, line in enumerate(lines, 1) if line.strip())


def _cuts(seed: int, number: int) -> Iterator[str]:
    """Yield texts that are truncated, spliced, mis-encoded or not text at all."""
    chance = random.Random(seed)
    whole = _wild(seed, 15) + "@string{a = {b}}\n@misc{c, crossref={key3}}\n@comment{x}\n"
    for _ in range(number):
        start, end = sorted(chance.choices(range(len(whole)), k=2))
        match chance.randrange(5):
            case 0:
                yield whole[:end]
            case 1:
                yield whole[:start] + whole[end:]
            case 2:
                yield whole[start:end] + whole[:start]
            case 3:
                wrong = whole[start:end].encode()
                yield (wrong[1:] if chance.random() < 0.5 else wrong).decode("latin-1")
            case _:
                binary = chance.randbytes(200).decode("utf-8", "replace")
                yield (
                    whole[:start] + binary + whole[start : start + 300] + "}" * chance.randint(0, 3)
                )


def test_cuts() -> None:
    seed = int(os.environ.get("READLIST_SEED", "0"))
    for text in _cuts(seed, CUTS):
        lines = text.split("\n")
        _check(lines)
        READER.is_certain(lines)
        for place in range(min(len(lines), 20)):
            end = READER.record_end(lines, place)
            assert end is None or place < end <= len(lines)


PIECES = st.sampled_from(
    [
        *(
            "@article{k,",
            "@string{",
            "@comment{",
            "title = ",
            "author",
            "{x}",
            "and ",
            "<p>",
            "\\'",
        ),
        *("\\ensuremath{", "\\ifmmode", "\n\n", "1999", "crossref={k}", "é", "\x00", "\ufeff"),
        *'@{}()",=#%\n\\ $',
    ]
)


@given(st.lists(PIECES, max_size=60).map("".join))
@settings(max_examples=150, deadline=None)
def test_wild_text(text: str) -> None:
    _check(text.split("\n"))
    _check([*("@article{k, title={" + text + "},\nauthor={" + text + "}}").split("\n")])


def test_entries_without_end_do_not_hold_the_file() -> None:
    lines = ["@article{a, title = {Open", *["word"] * 30_000, "@article{b, title = {Good}}"]
    pieces = list(READER.read(iter(lines)))
    assert [piece.title for piece in pieces if isinstance(piece, PaperDraft)] == ["Good"]
    assert max(piece.last_line - piece.first_line for piece in pieces) < 6_000
    _check(lines)
