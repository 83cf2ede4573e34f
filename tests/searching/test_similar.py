"""Papers that are like one."""

from collections.abc import Callable

import pytest

from readlist.errors import NoSuchPaperError
from readlist.reading_list import ReadingList

Shelve = Callable[..., ReadingList]


def test_papers_with_the_same_telling_words_are_alike(shelve: Shelve) -> None:
    library = shelve(
        {"title": "Moraines of glaciers", "abstract": "Meltwater carves the moraines."},
        {"title": "Orchard walls", "abstract": "Chalk keeps pests away."},
        {"title": "Meltwater", "abstract": "It runs below glaciers and carves moraines."},
        {"title": "Glaciers in art", "abstract": "Painters loved them."},
    )
    found = library.similar(1, 10)
    assert [one.id for one in found] == [3, 4]
    assert found[0].title == "Meltwater"
    assert 1 >= found[0].score > found[1].score > 0


def test_tags_count(shelve: Shelve) -> None:
    library = shelve("First of all", "Second to none", "Third time lucky")
    library.tag([1, 3], ["thesis"])
    assert [one.id for one in library.similar(1, 10)] == [3]


def test_no_more_than_wanted_and_never_itself(filled: ReadingList) -> None:
    for limit in (0, 1, 3, 100):
        found = [one.id for one in filled.similar(2, limit)]
        assert len(found) <= limit
        assert 2 not in found
    assert [one.id for one in filled.similar(2, 1)] == [10]


def test_a_paper_like_no_other(shelve: Shelve) -> None:
    assert shelve("Moraines", "Orchards").similar(1, 5) == []


def test_a_paper_that_is_not_there(filled: ReadingList) -> None:
    with pytest.raises(NoSuchPaperError):
        filled.similar(99, 5)
