import pytest

from readlist.importing.readers.parts.names import names_score, split_names


@pytest.mark.parametrize(
    ("text", "names", "more"),
    [
        ("Ida Varga", ("Ida Varga",), False),
        ("Ida Varga, Li Novák et al.", ("Ida Varga", "Li Novák"), True),
        ("Ida Varga, Li Novák, et al", ("Ida Varga", "Li Novák"), True),
        ("Ida Varga and 12 others", ("Ida Varga",), True),
        ("Ida Varga and Li Novák & Per Ash", ("Ida Varga", "Li Novák", "Per Ash"), False),
        ("J. R. R. Ash, Jr., Jean-Luc O'Shea", ("J. R. R. Ash Jr.", "Jean-Luc O'Shea"), False),
        ("Varga, Ida; Novák, Li", ("Ida Varga", "Li Novák"), False),
        ("Per Ash (Quay, Bell and Sons), Li Li", ("Per Ash (Quay, Bell and Sons)", "Li Li"), False),
        ("", (), False),
    ],
)
def test_a_list_is_taken_apart(text: str, names: tuple[str, ...], more: bool) -> None:
    assert split_names(text) == (names, more)


@pytest.mark.parametrize(
    "text",
    [
        "Ida Varga",
        "Ida Varga, Li Novák, Per van der Wiel",
        "J.R.R. Ash III, Zoë de la Peña, María O’Shea et al.",
        "The Lantern Collaboration",
        "Ida Varga, Harbour Team",
        ", ".join(["Ngozi Al-Tamimi"] * 60),
    ],
    ids=["one", "three", "et-al", "group", "team", "sixty"],
)
def test_names_are_more_likely_names(text: str) -> None:
    assert names_score(text) > 1


@pytest.mark.parametrize(
    "text",
    [
        "We time forty bells over two winters",
        "Adam, Lion, and Shampoo.",
        "BellNet: Ropes, Quays, and Harbours",
        "Towards Fast Bells",
        "12 pages, 3 figures",
        "",
    ],
)
def test_other_text_is_less_likely_names(text: str) -> None:
    assert names_score(text) < 0


def test_words_the_dump_writes_small_are_no_names() -> None:
    assert names_score("Harbour Bells", {"harbour", "bells"}) < 0 < names_score("Harbour Bells")
