"""Numbers about a library, followed over weeks."""

from datetime import date

from readlist.domain import Named, Status, Week
from readlist.reading_list import ReadingList
from readlist.store.statistics import WEEKS, statistics


def test_an_empty_library_has_numbers_too(library: ReadingList) -> None:
    numbers = statistics(library._database, date(2024, 5, 15))
    assert len(numbers.weeks) == WEEKS
    assert set(numbers.weeks[-1:]) == {Week("2024-05-13", 0, 0)}
    assert (numbers.waiting, numbers.tags, numbers.authors) == ((), (), ())


def test_weeks_waiting_tags_and_authors(filled: ReadingList) -> None:
    database = filled._database
    filled.mark([1, 2, 3], Status.DONE)
    filled.mark([4], Status.READING)
    filled.tag([1, 2], ["moss"])
    filled.tag([2], ["tides"])
    filled.edit(5, {"authors": "Ana Cruz; Bo Ek"})
    filled.edit(6, {"authors": "Bo Ek"})
    filled.write_note(6, "A note.")
    for column, ids, time in (
        ("added_at", "1, 2, 3, 4, 5, 6", "2024-04-30T12:00:00Z"),  # a Tuesday
        ("added_at", "7, 8, 9, 10, 11, 12", "2024-05-12T23:59:59Z"),  # a Sunday
        ("triaged_at", "1, 2, 3", "2024-05-06T00:00:00Z"),  # a Monday
        ("finished_at", "1, 2", "2024-05-08T00:00:00Z"),
        ("finished_at", "3", "2024-05-15T00:00:00Z"),
        ("triaged_at", "4", "2024-05-15T00:00:00Z"),
    ):
        database.run(f"UPDATE paper SET {column} = '{time}' WHERE id IN ({ids})")
    numbers = statistics(database, date(2024, 5, 15))
    assert numbers.weeks[-4:] == (
        Week("2024-04-22", 0, 0),
        Week("2024-04-29", 0, 6),
        Week("2024-05-06", 2, 9),
        Week("2024-05-13", 1, 8),
    )
    assert [(one.id, one.days) for one in numbers.waiting[:3]] == [(5, 15), (6, 15), (7, 3)]
    assert numbers.waiting[-1].status == "reading"
    assert numbers.tags == (Named("moss", 2), Named("tides", 1))
    assert numbers.authors == (Named("Bo Ek", 2), Named("Ana Cruz", 1))
    assert (numbers.noted, numbers.starred) == (1, 0)
    assert numbers.by_status[Status.DONE] == 3
