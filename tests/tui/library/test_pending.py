"""What was read is brought up to what the person did meanwhile."""

from readlist.domain import PaperRow, Status, TitleSource
from readlist.tui.library.pending import Change, PendingChanges

ROW = PaperRow(1, "T", TitleSource.DUMP, (), False, None, Status.INBOX, False, False, "")


def test_row_read_before_a_change_is_written_shows_the_change() -> None:
    pending = PendingChanges()
    pending.add([1], Change(status=Status.DONE))
    pending.add([1, 2], Change(starred=True))
    (row,) = pending.now().on_rows([ROW])
    assert (row.status, row.starred) == (Status.DONE, True)


def test_row_read_after_the_change_was_written_is_as_it_is() -> None:
    pending = PendingChanges()
    number = pending.add([1], Change(status=Status.DONE))
    assert not pending.is_empty
    pending.settle(number)
    assert pending.is_empty
    assert pending.now().on_rows([ROW]) == [ROW]


def test_row_read_in_the_background_shows_what_was_written_since() -> None:
    pending = PendingChanges()
    written = pending.add([2], Change(starred=True))
    pending.settle(written)
    begun = pending.from_now_on()
    pending.settle(pending.add([1], Change(note="")))
    pending.settle(pending.add([1], Change(note="words")))
    assert begun.on_rows([ROW])[0].has_note
    assert 2 not in begun.changes


def test_a_change_that_became_another_is_shown_as_that() -> None:
    pending = PendingChanges()
    begun = pending.from_now_on()
    number = pending.add([1], Change(note="mine"))
    pending.correct(number, Change(note=""))
    pending.settle(number)
    assert begun.changes == {1: Change(note="")}


def test_later_change_wins() -> None:
    pending = PendingChanges()
    pending.add([1], Change(status=Status.DONE))
    pending.add([1], Change(status=Status.READING))
    assert pending.now().changes == {1: Change(status=Status.READING)}


def test_moves_that_what_was_read_lacks() -> None:
    pending = PendingChanges()
    first = pending.add([7], steps=1)
    pending.add([8], Change(starred=True))
    pending.add([9], steps=-1)
    assert pending.now().moves == [([7], 1), ([9], -1)]
    pending.settle(first)
    assert pending.now().moves == [([9], -1)]
