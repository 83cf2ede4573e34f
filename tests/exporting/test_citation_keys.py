"""Citation keys: told apart, and the same whatever else there is."""

from hypothesis import given
from hypothesis import strategies as st

from readlist.exporting.citation_keys import Cited, citation_keys


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
