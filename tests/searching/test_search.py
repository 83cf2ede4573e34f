"""Searching a library: phrases, negation, filters with words, what is left out, and wild input."""

import contextlib
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from readlist.domain import Status
from readlist.errors import UsageError
from readlist.reading_list import ReadingList

Shelve = Callable[..., ReadingList]

_PIECES = (
    *("AND", "OR", "NOT", "NEAR(", "title:", "-", '"', "*", "status:", "{title}", "½", "ﷺ", "İ"),
    *("moss", "tides", "sundails", "of", "ﾟ", "ᦰ", "x" * 300, "e\u0301", "ß", "100×"),
)
_WILD = st.one_of(
    st.text(max_size=60),
    st.text(st.sampled_from("abgGé\"'*:-+^()[]{}\\/%_#~!|&,;. \t\n\0\x1b"), max_size=40),
    st.lists(st.sampled_from(_PIECES), max_size=8).map(" ".join),
)


def _ids(library: ReadingList, query: str) -> list[int]:
    return sorted(hit.id for hit in library.search(query, 20).hits)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ReadingList]:
    """A library that no test changes."""
    folder: Path = tmp_path_factory.mktemp("shared")
    page = folder / "page.csv"
    page.write_text(
        "title,abstract\nTides and sundials of moss,"
        '"The tides of the valley were counted over nine winters. We report what the count says'
        ' about moss, and compare it with earlier counts that other observers published."\n',
        encoding="utf-8",
    )
    with ReadingList.open(folder / "library.db") as library:
        assert library.import_sources([page]).added == 1
        yield library


@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow])
@given(_WILD)
@example("½ moss")
@example("moss ﾞ")
@example("ﾞ")
@example("abᦰcde")
@example("moss" + " -moss" * 1200)
@example("moss" + " title:a" * 1200)
@example("moss" + ' "a b"' * 1200)
@example("x\0y moss")
@example("SUNDALS AND 0")
def test_whatever_is_typed_is_answered(shared: ReadingList, query: str) -> None:
    answer = shared.search(query, 5, lenient=True)
    title = "Tides and sundials of moss"
    assert all(title[start:end] for start, end in answer.spans(title))
    with contextlib.suppress(UsageError):
        assert len(shared.ids(query)) <= 1
        assert shared.search(query, 5).hits == answer.hits


@pytest.fixture
def shelf(shelve: Shelve) -> ReadingList:
    """Papers whose words stand in titles and abstracts in several orders."""
    return shelve(
        {"title": "Rock glaciers of the north", "abstract": "Melt water runs below."},
        {"title": "Glaciers and rock", "abstract": "Below, water may melt. A rock glacier is old."},
        {"title": "Orchard walls", "abstract": "Chalk and the melt\nwater of spring."},
        {"title": "Orchards in spring", "abstract": "Blossom.", "authors": "Ezra Quill"},
    )


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ('"rock glaciers"', [1]),
        ('"rock glacier"', [2]),  # in the abstract
        ('"melt water"', [1, 3]),  # across a line end
        ('"MELT Water"', [1, 3]),
        ('"melt, water!"', [1, 3]),
        ('"water melt"', []),
        ('"orchard" spring', [3]),
        ('"melt water" glaciers', [1]),
        ('"melt water" "of the"', [1]),
        ('"melt water" glaceirs', [1]),
        ('glaciers -"melt water"', [2]),
        ('water -"melt water"', [2]),
        ("orchard -blossom", [3]),
        ("orchard -chalk", [4]),
        ("orchard -CHALK", [4]),
        ("orchard -chalks", [3, 4]),  # a word not wanted is taken at its word
        ("orchard -quill", [3]),
        ("orchard -ezra -chalk", []),
        ("orchard -nothing", [3, 4]),
    ],
)
def test_phrases_and_negation(shelf: ReadingList, query: str, ids: list[int]) -> None:
    assert _ids(shelf, query) == ids
    assert sorted(shelf.ids(query)) == ids


def test_negation_reaches_notes_tags_and_comments(shelf: ReadingList) -> None:
    shelf.write_note(1, "perplexing read")
    shelf.tag([2], ["thesis"])
    shelf.edit(2, {"comment": "nine pages"})
    assert _ids(shelf, "glaciers -perplexing") == [2]
    assert _ids(shelf, 'glaciers -"perplexing read"') == [2]
    assert _ids(shelf, "glaciers -thesis") == [1]
    assert _ids(shelf, "glaciers -nine") == [1]


#: A filter and the papers of ``filed`` it lets through.
_FILTERS: Sequence[tuple[str, set[int]]] = (
    ("status:done", {2, 10}),
    ("-status:done", {1, 3, 4, 5, 6, 7, 8, 9, 11, 12}),
    ("is:starred", {2, 3, 11}),
    ("has:note", {2, 4}),
    ("-has:note", {1, 3, 5, 6, 7, 8, 9, 10, 11, 12}),
    ("tag:later", {2, 3}),
    ("author:quill", {2, 5}),
    ("year:2020..", {2, 6}),
    ("source:twelve", set(range(1, 13))),
    ('title:"of lichens"', {2, 10}),
    ("has:abstract", set(range(1, 13))),
    ("added:2020..", set(range(1, 13))),
)
#: Words and the papers of ``filed`` they find.
_SOUGHT: Sequence[tuple[str, set[int]]] = (
    ("lichens", {2, 10}),
    ("lihcens", {2, 10}),
    ("study", set(range(1, 13))),
    ("counted winters", set(range(1, 13))),
    ('"of lichens"', {2, 10}),
    ("study -tides", set(range(1, 13)) - {1, 9}),
)


@pytest.fixture
def filed(filled: ReadingList) -> ReadingList:
    filled.mark([2, 10], Status.DONE)
    filled.star([2, 3, 11], True)
    filled.write_note(2, "perplexing")
    filled.write_note(4, "boring")
    filled.tag([2, 3], ["later"])
    for paper, fields in ((2, {"authors": "Ezra Quill", "year": "2021"}), (6, {"year": "2020"})):
        filled.edit(paper, fields)
    filled.edit(5, {"authors": "Ada Quill"})
    return filled


@pytest.mark.parametrize(("words", "found"), _SOUGHT)
def test_words_go_with_every_filter_and_pair_of_filters(
    filed: ReadingList, words: str, found: set[int]
) -> None:
    pairs = [(one, one) for one in _FILTERS] + list(combinations(_FILTERS, 2))
    for (one, through_one), (other, through_other) in pairs:
        wanted = found & through_one & through_other
        query = f"{one} {words} {other}"
        assert set(filed.ids(query)) == wanted, query
        assert {hit.id for hit in filed.search(query, 20).hits} == wanted, query


def test_filters_alone_search_for_nothing(filed: ReadingList) -> None:
    answer = filed.search("status:done", 5)
    assert (answer.hits, answer.typed) == ((), ())
    assert filed.search("", 5).hits == ()


def test_a_filter_half_typed_is_left_out_while_typing(filed: ReadingList) -> None:
    with pytest.raises(UsageError, match="did you mean status:"):
        filed.search("lichens statsu:done", 5)
    assert {hit.id for hit in filed.search("lichens statsu:done", 5, lenient=True).hits} == {2, 10}


@pytest.mark.parametrize("query", ["1024x1024", "1024×1024", "1024 x 1024", "1024 times 1024"])
@pytest.mark.parametrize("said", ["1024x1024", "1024×1024", "1024 × 1024", "1024$\\times$1024"])
def test_times_signs(shelve: Shelve, query: str, said: str) -> None:
    library = shelve(f"Pictures of {said} points", "Pictures of 512 points")
    assert _ids(library, query)[:1] == [1]


@pytest.mark.parametrize("query", ["100x faster", "100× faster", "100 times faster"])
@pytest.mark.parametrize("said", ["100x", "100×", "100 times", "100times", "100$\\times$"])
def test_factors(shelve: Shelve, query: str, said: str) -> None:
    library = shelve("Faster pictures of 512 points", f"Made {said} faster than before")
    assert library.search(query, 5).hits[0].id == 2


@pytest.mark.parametrize(
    "query", ["İstanbul", '"İstanbul"', "istanbul", '"ISTANBUL tram"', "ıstanbul"]
)
def test_letters_whose_case_is_not_one_letter(shelve: Shelve, query: str) -> None:
    assert _ids(shelve("An İstanbul tram", "Another tram"), query) == [1]


def test_a_word_that_nothing_holds_is_left_out(filled: ReadingList) -> None:
    assert set(_ids(filled, "lichens xylophone")) == {2, 10}
    assert _ids(filled, "xylophone") == []


def test_the_limit_holds_and_is_a_beginning_of_all(filled: ReadingList) -> None:
    everything = filled.search("study of valley", 100)
    assert len(everything.ids) == 12
    for limit in (1, 3, 12):
        some = filled.search("study of valley", limit)
        assert len(some.hits) == len(some.ids) == limit
        assert some.hits == everything.hits[:limit]
    assert filled.ids("study of valley") == list(everything.ids)
    assert filled.ids("study of valley", limit=3) == list(everything.ids[:3])


def test_hits_are_the_beginning_of_the_ids(filled: ReadingList) -> None:
    answer = filled.search("lichens and what", 10)
    assert [hit.id for hit in answer.hits] == list(answer.ids[: len(answer.hits)])


def test_another_order_than_the_best_match(filed: ReadingList) -> None:
    assert filed.ids("study", "title")[:3] == [1, 10, 11]
    assert filed.ids("study", "year")[:2] == [2, 6]
    assert filed.ids("lihcens", "title", limit=1) == [10]


def test_an_empty_library_has_no_answer(library: ReadingList) -> None:
    for query in ("moss", '"moss"', "-moss", "gnn", "tag:a moss"):
        answer = library.search(query, 5)
        assert (answer.hits, answer.ids, answer.corrections) == ((), (), ())


def test_a_word_nobody_knows_does_not_cast_doubt_on_those_that_are_known(shelve: Shelve) -> None:
    library = shelve("The moraine of a valley", "Moraine volley kelp")
    assert _ids(library, "moraine valley kelq") == [1]


def test_papers_that_say_all_of_it_are_found_beside_one_named_by_the_words_known(
    shelve: Shelve,
) -> None:
    said = "The moraine above the harbour was measured by spectroscopy in four summers."
    library = shelve("Moraine and harbour", {"title": "Ice", "abstract": said})
    found = [hit.id for hit in library.search("moraine harbour spectrscopy", 5).hits]
    assert sorted(found) == [1, 2]


@pytest.mark.parametrize("query", ["moraine covid-1", "moraine covid-", "moraine co-vid"])
def test_the_first_letters_of_a_compounds_last_part_keep_no_text_from_being_found(
    shelve: Shelve, query: str
) -> None:
    library = shelve({"title": "Ice", "abstract": "The moraine was closed for covid-19 in June."})
    assert _ids(library, query) == [1]


@pytest.mark.parametrize("query", ["alpha", "moraine alpha", "gps", "kernel GPs"])
def test_a_last_word_that_is_also_a_short_one_is_looked_for_in_texts(
    shelve: Shelve, query: str
) -> None:
    said = "The moraine has an α of two, says a kernel method with a GP."
    library = shelve({"title": "Ice", "abstract": said})
    assert _ids(library, query) == [1]


def test_two_letters_at_the_end_keep_no_text_from_being_found(shelve: Shelve) -> None:
    library = shelve({"title": "Ice", "abstract": "This is what a glacier emits."}, "q x")
    assert _ids(library, "emits 2x") == [1]
    assert 1 in _ids(library, "glacier qx")
