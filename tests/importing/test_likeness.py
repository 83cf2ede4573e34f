"""How titles and names agree, in the ways in which people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readlist.importing import likeness
from readlist.importing.likeness import Agreement


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Ludwig van der Poel", "van der Poel, L."),
        ("Ludwig van der Poel", "Poel, Ludwig van der"),
        ("Ludwig van der Poel", "L. v. d. Poel"),
        ("Gabriel García Márquez", "G. García-Márquez"),
        ("Gabriel García Márquez", "García Márquez, Gabriel"),
        ("Gabriel Garc{\\'\\i}a M\\'arquez", "Marquez GG"),
        ("Piet Ohm", "P OHM"),
        ("Piet Ohm", "OHM P"),
        ("Bo Ek", "Ek, B."),
        ("Bo Ek", "EK B"),
        ("Nguyễn Văn Anh", "Van Anh Nguyen"),
        ("Ben Smith Jr.", "Smith, Jr., B."),
        ("Greta Müller", "MUELLER, Greta"),
        ("Søren Nygård", "S. Nygard"),
        ("И. И. Иванов", "Иванов И. И."),
        ("The Gull Collaboration", "Gull Collaboration"),
    ],
)
def test_a_name_in_two_ways(name: str, other: str) -> None:
    assert likeness.authors((name,), (other,)) is Agreement.YES


@pytest.mark.parametrize(
    ("names", "others", "agreement"),
    [
        (("Ann Chen",), ("Bo Chen",), Agreement.PARTLY),
        (("Ann Chen", "Cy Odum", "Di Roy"), ("Ann Chen", "Ed Fox", "Flo Gay"), Agreement.PARTLY),
        (("The Gull Collaboration",), ("The Crow Collaboration",), Agreement.NO),
        (("Ann Chen", "et al."), ("Bo Ek", "et al."), Agreement.NO),
        (("et al.",), ("Bo Ek",), Agreement.UNKNOWN),
    ],
)
def test_other_people(
    names: tuple[str, ...], others: tuple[str, ...], agreement: Agreement
) -> None:
    assert likeness.authors(names, others) is agreement
    assert likeness.authors(others, names) is agreement


@pytest.mark.parametrize(
    ("title", "other", "agreement"),
    [
        ("Colour of Grey Herons", "The Color of Gray Herons", Agreement.NEARLY),
        ("An append only filesystem", "An Append-Only File System", Agreement.YES),
        ("A filesystem of flash", "File System of Flash", Agreement.NEARLY),
        ("Gloves: Found by Crows", "Gloves", Agreement.NEARLY),
        ("Gloves That Were Fou…", "Gloves That Were Found by Crows", Agreement.NEARLY),
        ("Gloves That Were Found by Crows in Parks", "Gloves of Crows", Agreement.PARTLY),
        ("Moss on Granite", "Moss on Basalt", Agreement.NO),
        ("Supervised Sorting of Gloves", "Unsupervised Sorting of Gloves", Agreement.NO),
        ("Gloves Are All You Need Here", "Gloves Are Not All You Need Here", Agreement.NO),
    ],
)
def test_titles_by_their_words(title: str, other: str, agreement: Agreement) -> None:
    assert likeness.titles(title, other) is agreement
    assert likeness.titles(other, title) is agreement


_TEXTS = st.text(alphabet="aA b.B-,\\'{}$<&;éßø…:1iIV中", max_size=20)


@given(st.lists(_TEXTS, max_size=3), st.lists(_TEXTS, max_size=3), _TEXTS, _TEXTS)
def test_wild_texts_agree_both_ways(
    names: list[str], others: list[str], title: str, other: str
) -> None:
    ours, theirs = tuple(names), tuple(others)
    assert likeness.authors(ours, theirs) is likeness.authors(theirs, ours)
    title, other = likeness.plain(title), likeness.plain(other)
    assert likeness.titles(title, other) is likeness.titles(other, title)
    assert likeness.are_other_parts(title, other) is likeness.are_other_parts(other, title)
