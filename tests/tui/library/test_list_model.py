"""The cursor keeps its place, and the selection its papers."""

from hypothesis import given
from hypothesis import strategies as st

from readlist.reading_list.search import shifted
from readlist.tui.library.list_model import ListModel


def _listing(count: int, cursor: int = 0) -> ListModel:
    listing = ListModel()
    listing.show(range(1, count + 1), whole=True)
    listing.move_to(cursor)
    return listing


def test_removing_goes_to_the_next_and_at_the_end_to_the_one_before() -> None:
    listing = _listing(3, cursor=1)
    listing.remove([2])
    assert listing.current == 3
    listing.remove([3])
    assert listing.current == 1
    listing.remove([1])
    assert listing.current is None
    listing.move_to(5)
    assert listing.cursor == 0


@given(st.sets(st.integers(1, 30)), st.integers(0, 29))
def test_cursor_after_removing_is_on_the_first_that_remains_from_there(
    gone: set[int], cursor: int
) -> None:
    listing = _listing(30, cursor)
    listing.remove(gone)
    left = [one for one in range(1, 31) if one not in gone]
    later = [one for one in left if one > cursor]
    expected = later[0] if later else (left[-1] if left else None)
    assert listing.current == expected
    assert list(listing.ids) == left


def test_showing_again_follows_the_paper_else_keeps_the_place() -> None:
    listing = _listing(5, cursor=2)
    listing.show([9, 8, 7, 3, 1], whole=True)
    assert (listing.cursor, listing.current) == (3, 3)
    listing.show([9, 8, 7, 1], whole=True)
    assert (listing.cursor, listing.current) == (3, 1)
    listing.show([9, 8], whole=True, go_to=9)
    assert listing.current == 9
    listing.show([], whole=True)
    assert listing.current is None


def test_range_stretches_with_the_cursor_and_back() -> None:
    listing = _listing(6, cursor=3)
    listing.toggle_range()
    listing.move_to(5)
    assert listing.targets() == [4, 5, 6]
    listing.move_to(2)
    assert listing.targets() == [3, 4]
    assert listing.selected_count() == 2
    listing.toggle_range()
    listing.move_to(0)
    assert listing.targets() == [3, 4]


def test_range_stays_with_its_papers_when_others_come() -> None:
    listing = _listing(4, cursor=1)
    listing.toggle_range()
    listing.move_to(2)
    listing.show([10, 1, 2, 11, 3, 4], whole=True)
    assert listing.targets() == [2, 11, 3]


def test_selection_forgets_papers_that_are_gone() -> None:
    listing = _listing(4)
    listing.toggle_all()
    listing.show([2, 4], whole=True)
    assert listing.targets() == [2, 4]
    listing.toggle_all()
    assert not listing.has_selection
    assert listing.targets() == [2]


def test_shifting_takes_the_cursor_along_and_stops_at_the_ends() -> None:
    listing = ListModel()
    assert not listing.shift(1)
    listing.show([4, 5, 6, 7], whole=True, go_to=5)
    assert listing.shift(1)
    assert (listing.ids.tolist(), listing.cursor) == ([4, 6, 5, 7], 2)
    assert listing.shift(9)
    assert (listing.ids.tolist(), listing.cursor) == ([4, 6, 7, 5], 3)
    assert not listing.shift(1)
    assert listing.shift(-9)
    assert (listing.ids.tolist(), listing.cursor) == ([5, 4, 6, 7], 0)
    assert shifted([4, 5], {9}, 1) == [4, 5]
