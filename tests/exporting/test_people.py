"""Names in their parts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readlist.exporting.people import Name, name_of
from readlist.text import printable


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
