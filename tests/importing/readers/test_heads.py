import pytest

from readlist.importing.readers.parts.heads import names_place


@pytest.mark.parametrize(
    ("head", "place"),
    [
        (["Bells"], None),
        (["Bells and Ropes", "Ada Quay, Bo Rope"], 1),
        (["Bells of the", "north", "Ada Quay"], 2),
        (["Bells of the Harbours in the Wind of the", "North", "Ada Quay, Bo Rope"], 2),
        (["Bells", "Ada Quay, Bo van der Rope, Ji Eun", "Oak, Suharti, Al Yew"], 1),
        (["Bells: Ropes, Tar,", "Salt, and Gulls", "Ada Quay, Bo Rope, Al Yew"], 2),
        (["what is", "not named", "at all"], None),
    ],
)
def test_the_names_begin_where_the_title_ends(head: list[str], place: int | None) -> None:
    assert names_place(head) == place
