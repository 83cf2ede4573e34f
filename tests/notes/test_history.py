"""Which versions of a note are listed, and how two of them differ."""

from datetime import datetime, timedelta

from readlist.domain import NoteRevision
from readlist.notes.history import difference, sittings

START = datetime.fromisoformat("2026-01-31T10:00:00.000Z")


def _savings(*told: tuple[int, int]) -> list[NoteRevision]:
    """Return versions by the seconds after the first and their size."""
    return [
        NoteRevision(number, (START + timedelta(seconds=after)).isoformat(), size, "")
        for number, (after, size) in enumerate(told, 1)
    ]


def _listed(*told: tuple[int, int]) -> list[int]:
    return [one.number for one in sittings(_savings(*told))]


def test_a_sitting_is_one_line() -> None:
    assert _listed() == []
    assert _listed((0, 5)) == [1]
    assert _listed((0, 5), (2, 9), (5, 14), (100, 20)) == [4]
    assert _listed((0, 5), (2, 9), (300, 14), (302, 20)) == [2, 4]


def test_a_long_sitting_is_listed_every_ten_minutes() -> None:
    told = [(60 * minute, 10 * minute) for minute in range(31)]
    assert _listed(*told) == [11, 22, 31]


def test_a_text_before_a_large_deletion_is_listed() -> None:
    assert _listed((0, 100), (2, 120), (4, 10), (6, 40)) == [2, 4]


def test_a_difference_names_both_and_shows_lines() -> None:
    lines = difference("a\nb\n", "a\nc\n", "version 1", "as it is")
    assert lines[:2] == ["--- version 1", "+++ as it is"]
    assert lines[3:] == [" a", "-b", "+c"]
    assert difference("a", "a", "x", "y") == []
