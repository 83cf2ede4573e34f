"""Names in the fields of records."""

import pytest

from readlist.importing.readers.parts.names import given_first
from readlist.importing.readers.parts.people import names_in, people


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Byron, Ada", "Ada Byron"),
        ("van der Berg, Jan", "Jan van der Berg"),
        ("King, Martin Luther, Jr.", "Martin Luther King Jr."),
        ("King, Jr., Martin Luther", "Martin Luther King Jr."),
        ("King, Martin Luther Jr", "Martin Luther King Jr"),
        ("King, III", "King III"),
        ("Ada Byron", "Ada Byron"),
        ("OpenRope,", "OpenRope"),
        ("University of Quays, Norway", "University of Quays, Norway"),
        ("Rope and Sons, Ltd.", "Rope and Sons, Ltd."),
        ("Quay, Department of Ropes, Norway", "Quay, Department of Ropes, Norway"),
        ("", ""),
        (",", ","),
    ],
)
def test_names_are_turned_round(name: str, shown: str) -> None:
    assert given_first(name) == shown


@pytest.mark.parametrize(
    ("values", "names", "more"),
    [
        (["Byron, Ada; Ek, Bo"], ("Ada Byron", "Bo Ek"), False),
        (["Byron, Ada and Ek, Bo"], ("Ada Byron", "Bo Ek"), False),
        (["Byron, Ada", "et al."], ("Ada Byron",), True),
        (["Byron, Ada, et al"], ("Ada Byron",), True),
        (["Byron, Ada and others"], ("Ada Byron",), True),
        (["{Bells, Ropes and Tides}", "[Anonymous]"], ("Bells, Ropes and Tides",), False),
        (["Wei, Li", "Wei, Li", ""], ("Li Wei", "Li Wei"), False),
    ],
)
def test_people(values: list[str], names: tuple[str, ...], more: bool) -> None:
    assert people(values) == (names, more)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Odalys Brandt", ("Odalys Brandt",)),
        ("Brandt, Odalys", ("Odalys Brandt",)),
        ("van den Berg, Jan", ("Jan van den Berg",)),
        ("King, Jr., Ruth", ("Ruth King Jr.",)),
        ("Ruth King, Jr.", ("Ruth King Jr.",)),
        ("Brandt, Odalys; Ng, Åsa (571)", ("Odalys Brandt", "Åsa Ng")),
        ("Brandt, O., Ng, Å. B.", ("O. Brandt", "Å. B. Ng")),
        ("Brandt, O., & Ng, Å.", ("O. Brandt", "Å. Ng")),
        ("Brandt O, O'Hare AB.", ("O Brandt", "AB O'Hare")),
        ("Brandt O.; Ng Å.B.", ("O. Brandt", "Å.B. Ng")),
        ("O. Brandt and Å. Ng", ("O. Brandt", "Å. Ng")),
        ("Odalys Brandt|Åsa Ng", ("Odalys Brandt", "Åsa Ng")),
        ("['Odalys Brandt', \"O'Hare, Bo\"]", ("Odalys Brandt", "Bo O'Hare")),
        ("[]", ()),
        ("", ()),
    ],
)
def test_names(text: str, names: tuple[str, ...]) -> None:
    assert names_in(text) == (names, False)


@pytest.mark.parametrize("end", [" et al.", ", ...", " and others", ", …"])
def test_more_names(end: str) -> None:
    assert names_in(f"Odalys Brandt, Åsa Ng{end}") == (
        ("Odalys Brandt", "Åsa Ng"),
        True,
    )
