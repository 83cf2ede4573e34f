"""How papers are cited: names in their parts, and citation keys that stay the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readlist.exporting.bibliography import Cited, citation_keys
from readlist.text import Name, name_of, printable


@pytest.mark.parametrize(
    ("author", "name"),
    [
        ("Ada Moss", Name("Moss", "Ada")),
        ("Ludwig van Beethoven", Name("Beethoven", "Ludwig", "van")),
        ("Jan van der Aa", Name("Aa", "Jan", "van der")),
        ("Luc Van Hool", Name("Van Hool", "Luc")),
        ("Charles de Moss", Name("Moss", "Charles", "de")),
        ("Ada B. Moss Jr.", Name("Moss", "Ada B.", suffix="Jr.")),
        ("Hung Le", Name("Le", "Hung")),
        ("bell hooks", Name("hooks", "bell")),
        ("Plato", Name("Plato", is_whole=True)),
        ("The Wax Collaboration", Name("The Wax Collaboration", is_whole=True)),
        ("Moss, Ada", Name("Moss, Ada", is_whole=True)),
    ],
)
def test_a_name(author: str, name: Name) -> None:
    assert name_of(author) == name


@given(st.text())
def test_no_letter_is_lost(author: str) -> None:
    name = name_of(author)
    parts = (name.given, name.particle, name.family, name.suffix)
    assert " ".join(part for part in parts if part) == printable(author).strip()


def _paper(key: str, title: str = "The Tallow Candle", year: int | None = 2025) -> Cited:
    return Cited(key, title, ("Jan van der Aa",), year, None)


def test_author_year_word() -> None:
    papers = [
        _paper("a"),
        Cited("b", "On $x$ and Größe", (), None, "2301.00001"),
        Cited("c", "漢字", ("Ö. Ågren",), None, None),
        Cited("d", "The of", ("X Y",), 1999, None),
    ]
    assert list(citation_keys(papers).values()) == [
        *("aa2025tallow", "anon2023große".replace("ß", "ss"), "agren", "y1999the")
    ]


def test_the_oldest_has_the_plain_one() -> None:
    papers = [_paper(key) for key in "abc"]
    assert citation_keys(papers) == {
        "a": "aa2025tallow",
        "b": "aa2025tallowa",
        "c": "aa2025tallowb",
    }
    assert citation_keys(papers[:2])["b"] == "aa2025tallowa"


@given(st.lists(st.text(alphabet="ab ", max_size=3), max_size=80))
def test_no_two_are_the_same(titles: list[str]) -> None:
    keys = citation_keys(_paper(str(at), title) for at, title in enumerate(titles))
    assert len(set(keys.values())) == len(titles)
    assert all(key.isascii() and key.isalnum() for key in keys.values())
