"""The query language: what is typed, what is meant, and what is said of a mistake."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readlist.domain import Status
from readlist.errors import UsageError
from readlist.reading_list import ReadingList
from readlist.searching.query import parse
from readlist.store.filters import Filter, Word


@pytest.mark.parametrize(
    ("text", "words", "filters"),
    [
        ("", (), ()),
        ("graph neural", (Word("graph"), Word("neural")), ()),
        (
            '"graph neural" -tree',
            (Word("graph neural", phrase=True), Word("tree", negated=True)),
            (),
        ),
        ("status:Done", (), (Filter("status", "done"),)),
        ("-tag:gnn moss", (Word("moss"),), (Filter("tag", "gnn", negated=True),)),
        ('title:"of moss"', (), (Filter("title", "of moss"),)),
        ("year:2023", (), (Filter("year", "2023..2023"),)),
        ("year:2019..2021", (), (Filter("year", "2019..2021"),)),
        ("added:2024-05..", (), (Filter("added", "2024-05.."),)),
        ("https://example.org/x", (Word("https://example.org/x"),), ()),
        ("-", (), ()),
        ('"" -""', (), ()),
        ("Note: this", (Word("Note:"), Word("this")), ()),
        ('"never closed', (Word("never closed", phrase=True),), ()),
    ],
)
def test_parse(text: str, words: tuple[Word, ...], filters: tuple[Filter, ...]) -> None:
    parsed = parse(text)
    assert (parsed.words, parsed.filters) == (words, filters)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("statsu:done", "did you mean status:"),
        ("status:dome", "did you mean done"),
        ("is:stared", "did you mean starred"),
        ("has:notes", "did you mean note"),
        ("year:soon", "year:2023"),
        ("tag:", "needs a value"),
    ],
)
def test_a_mistake_names_the_nearest(text: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        parse(text)
    assert parse(text, lenient=True).filters == ()


@given(st.text(max_size=60))
def test_whatever_is_typed_is_a_query_while_typing(text: str) -> None:
    parse(text, lenient=True)


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("", list(range(1, 13))),
        ("LICHENS", [2, 10]),
        ("lichens -winters", []),
        ("moss study", [8]),
        ("title:moss", [8]),
        ("status:done", [4, 5]),
        ("-status:done moss", [8]),
        ("is:starred", [5]),
        ("has:note", [6]),
        ("-has:note status:done", [4, 5]),
        ("tag:later", [7]),
        ("orchards -tag:none", [6]),
        ("perplexing", [6]),
        ("year:2020..", [7]),
        ("year:..2019", []),
        ("author:quill", [7]),
        ("source:twelve", list(range(1, 13))),
        ("source:thirteen", []),
        ("added:2020..", list(range(1, 13))),
        ("added:..2020-05", []),
        ('"100%"', []),
        ("_", list(range(1, 13))),
    ],
)
def test_a_query_finds(filled: ReadingList, query: str, ids: list[int]) -> None:
    filled.mark([4, 5], Status.DONE)
    filled.star([5], True)
    filled.write_note(6, "A perplexing read")
    filled.tag([7], ["later"])
    filled.edit(7, {"year": "2021", "authors": "Ezra Quill"})
    assert filled.ids(query) == ids


def test_orders(filled: ReadingList) -> None:
    filled.mark([9], Status.READING)
    filled.edit(4, {"title": "AA", "year": "1999"})
    assert filled.ids(sort="status")[0] == 9
    assert filled.ids(sort="title")[0] == 4
    assert filled.ids(sort="year")[0] == 4
    authors = ["", "Ludwig van Beethoven", "Bo Çelik", "Al King, Cy Abel", "Ed King Jr."]
    for paper_id, names in enumerate(authors, 1):
        filled.edit(paper_id, {"authors": names, "title": f"Title {9 - paper_id}"})
    assert filled.ids("title:title", sort="author") == [2, 3, 5, 4, 1]
    assert filled.ids("title", sort="author") == [2, 3, 5, 4, 1]
    assert [row.id for row in filled.page("", "author", limit=20)][-1] == 1
    assert filled.ids(limit=2) == [1, 2]
    with pytest.raises(UsageError, match="no such order"):
        filled.ids(sort="colour")
