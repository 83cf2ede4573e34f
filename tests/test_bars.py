"""Bars and columns are as long as their numbers, and never longer than the room."""

from hypothesis import given
from hypothesis import strategies as st

from readlist.bars import bar, column_width, columns, thin_bar


def test_bars() -> None:
    assert bar(4, 4, 3) == "███"
    assert bar(1, 4, 2) == "▌"
    assert bar(1, 1000, 5) == "▏"
    assert bar(0, 4, 5) == bar(1, 0, 5) == bar(1, 1, 0) == ""


def test_thin_bars() -> None:
    assert thin_bar(4, 4, 3) == "━━━"
    assert thin_bar(1, 4, 2) == "╸"
    assert thin_bar(3, 4, 2) == "━╸"
    assert thin_bar(0, 4, 5) == thin_bar(1, 0, 5) == thin_bar(1, 1, 0) == ""


def test_columns_stand_on_the_ground() -> None:
    assert columns([0, 1, 2, 4], 4, 2) == ["   █", " ▄██"]
    assert columns([2, 4], 7, 1) == ["▄▄ ██ "]


def test_columns_without_room_leave_out_the_oldest() -> None:
    assert columns([4, 1, 4], 2, 1) == ["▂█"]
    assert columns([1], 0, 2) == columns([], 9, 2) == columns([1], 9, 0) == []
    assert column_width(26, 60) == 2


@given(
    st.lists(st.integers(0, 1000), max_size=40), st.integers(-1, 90), st.integers(-1, 9)
)  # fmt: skip
def test_columns_fit(numbers: list[int], cells: int, lines: int) -> None:
    drawn = columns(numbers, cells, lines)
    assert len(drawn) in (0, lines)
    assert all(len(row) <= cells for row in drawn)
    if drawn:
        shown = numbers[-cells:]
        width = column_width(len(shown), cells)
        assert [drawn[-1][n * width] != " " for n in range(len(shown))] == [
            one > 0 for one in shown
        ]


@given(st.integers(-5, 2000), st.integers(-1, 1000), st.integers(-1, 50))
def test_bars_fit(number: int, most: int, cells: int) -> None:
    assert len(bar(number, most, cells)) <= max(0, cells)
    assert len(thin_bar(number, most, cells)) <= max(0, cells)
