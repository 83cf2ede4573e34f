"""Which of the papers that answer comes first."""

from collections.abc import Callable

import pytest

from readlist.domain import Status
from readlist.reading_list import ReadingList
from readlist.store.fts import rarity

Shelve = Callable[..., ReadingList]


def _ids(library: ReadingList, query: str) -> list[int]:
    return [hit.id for hit in library.search(query, 10).hits]


@pytest.mark.parametrize(
    ("query", "better", "worse"),
    [
        ("moraines", "Moraines of the north", {"title": "Rocks", "abstract": "On moraines."}),
        ("moraines", "Moraines of the north", {"title": "Rocks", "comment": "with moraines"}),
        ("moraine", "A moraine in spring", "A morains in spring"),
        ("glacier melt", "Glacier melt in spring", "Melt of the northern spring glacier"),
        ("glacier melt", "Glacier melt in spring", "Melt glacier in spring"),
        ("ice", "Ice in spring", "Iceland in spring"),
        ("tides", "Tides", "Tides of the sea, and what they leave behind"),
        ("quill tides", {"title": "Tides", "authors": "Ezra Quill"}, "Tides of Quilling"),
        ("rock glacier", "Rock glacier", {"title": "Glacier", "abstract": "No rock is there."}),
        ("glaciers", "Glaciers melting", "Glacier melting"),
        ("moraine chalk", {"title": "Walls", "abstract": "Chalk of a moraine."}, "Moraine"),
        ("glaceir", "Glacier one", {"title": "Ice", "abstract": "of a glacier"}),
    ],
)
def test_the_better_comes_first(shelve: Shelve, query: str, better: object, worse: object) -> None:
    library = shelve(worse, better, worse)
    assert _ids(library, query)[0] == 2


def test_a_note_and_a_tag_come_before_the_abstract(shelve: Shelve) -> None:
    said = {"title": "One of three", "abstract": "Moraines are told of."}
    library = shelve(said, "Two of three", "Three of three")
    library.write_note(2, "about moraines")
    library.tag([3], ["moraines"])
    assert _ids(library, "moraines") == [3, 2, 1]


def test_rare_words_tell_more_than_common_ones(shelve: Shelve) -> None:
    common = [f"Valley {number} of the common" for number in range(12)]
    library = shelve(*common, "Moraines alone", "A valley of the common moor")
    assert _ids(library, "valley moraines absent")[0] == 13


def test_of_equals_what_is_being_read_comes_first_then_what_waits(shelve: Shelve) -> None:
    library = shelve(*["Moraines"] * 5)
    statuses = (Status.SKIPPED, Status.DONE, Status.INBOX, Status.TO_READ, Status.READING)
    for paper, status in enumerate(statuses, 1):
        library.mark([paper], status)
    assert _ids(library, "moraines") == [5, 4, 3, 2, 1]


def test_a_better_match_comes_before_a_better_status(shelve: Shelve) -> None:
    library = shelve("Moraines", "Moraines of the north and of the far south")
    library.mark([1], Status.SKIPPED)
    library.mark([2], Status.READING)
    assert _ids(library, "moraines") == [1, 2]


def test_of_equals_filed_alike_the_newest_import_comes_first(
    shelve: Shelve, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = shelve("Moraines", "Moraines", "Moraines")
    with library._database.writing():
        library._database.run("UPDATE paper SET added_at = '2001' WHERE id = 2")
        library._database.run("UPDATE paper SET added_at = '2031' WHERE id = 3")
    assert _ids(library, "moraines") == [3, 1, 2]


def test_scores_are_shares_and_fall(shelve: Shelve) -> None:
    library = shelve(
        "Glacier", "Glaciers of the valley", "A valley", {"abstract": "glacier valley"}
    )
    for query in ("glacier", "glacier valley", "galcier valey", "valley nothing"):
        scores = [hit.score for hit in library.search(query, 10).hits]
        assert scores
        assert scores == sorted(scores, reverse=True)
        assert all(0 < score <= 1 for score in scores)


def test_the_title_word_for_word_has_the_full_score(shelve: Shelve) -> None:
    library = shelve("Glacier melt in spring", "Ice")
    [best, *_] = library.search("glacier melt in spring", 10).hits
    assert (best.id, best.score) == (1, 1.0)


def test_rarity_falls_with_the_papers_that_hold_a_word() -> None:
    falling = [rarity(papers, 1000) for papers in (0, 1, 10, 100, 1000)]
    assert falling == sorted(set(falling), reverse=True)
    assert falling[-1] > 0
