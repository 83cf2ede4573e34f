"""Saved searches: kept under a name, listed by it, and changed back like everything else."""

from contextlib import AbstractContextManager

import pytest

from readlist.errors import UsageError
from readlist.reading_list import ReadingList
from readlist.store import saved_searches
from readlist.store.journal import Recorder, recording


def _writing(library: ReadingList) -> AbstractContextManager[Recorder]:
    return recording(library._database, "search")


def _saved(library: ReadingList) -> list[tuple[str, str]]:
    return [(name, query) for _, name, query in saved_searches.searches(library._database)]


@pytest.fixture
def saved(library: ReadingList) -> ReadingList:
    with _writing(library) as recorder:
        for name, query in [("tides", "tide"), ("Moss", "moss")]:
            saved_searches.save(library._database, recorder, name, query)
    return library


def test_searches_are_listed_by_name_whatever_its_case(saved: ReadingList) -> None:
    assert _saved(saved) == [("Moss", "moss"), ("tides", "tide")]


def test_saving_under_a_known_name_replaces_the_query(saved: ReadingList) -> None:
    with _writing(saved) as recorder:
        saved_searches.save(saved._database, recorder, "tides", "tide year:2020")
    assert _saved(saved) == [("Moss", "moss"), ("tides", "tide year:2020")]
    saved.undo()
    assert _saved(saved) == [("Moss", "moss"), ("tides", "tide")]


def test_a_name_that_is_taken_is_refused(saved: ReadingList) -> None:
    with pytest.raises(UsageError, match="Moss"), _writing(saved) as recorder:
        saved_searches.rename(saved._database, recorder, 1, "Moss")
    with _writing(saved) as recorder:
        saved_searches.rename(saved._database, recorder, 1, "tides")
        saved_searches.rename(saved._database, recorder, 2, "Mosses")
    assert _saved(saved) == [("Mosses", "moss"), ("tides", "tide")]


def test_a_deleted_search_no_longer_exists(saved: ReadingList) -> None:
    with _writing(saved) as recorder:
        saved_searches.delete(recorder, 1)
    assert _saved(saved) == [("Moss", "moss")]
    with pytest.raises(UsageError, match="no longer exists"):
        saved_searches.get(saved._database, 1)
    saved.undo()
    assert saved_searches.get(saved._database, 1).query == "tide"
