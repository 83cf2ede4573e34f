"""What was read is brought up to what the person did meanwhile."""

from readlist.domain import PaperRow, Status, TitleSource
from readlist.tui.ledger import Change, Ledger

ROW = PaperRow(1, "T", TitleSource.DUMP, (), False, None, Status.INBOX, False, False, "")


def test_row_read_before_a_change_shows_the_change() -> None:
    ledger = Ledger()
    as_of = ledger.settled
    ledger.enter([1], Change(status=Status.DONE))
    ledger.enter([1, 2], Change(starred=True))
    (row,) = ledger.bring_up_to_date([ROW], as_of)
    assert (row.status, row.starred) == (Status.DONE, True)


def test_row_read_after_the_change_was_written_is_as_it_is() -> None:
    ledger = Ledger()
    number = ledger.enter([1], Change(status=Status.DONE))
    assert not ledger.is_settled
    ledger.settle(number)
    assert ledger.is_settled
    assert ledger.bring_up_to_date([ROW], ledger.settled) == [ROW]


def test_row_read_before_but_arriving_after_the_write_shows_the_change() -> None:
    ledger = Ledger()
    as_of = ledger.settled
    ledger.settle(ledger.enter([1], Change(note="")))
    ledger.settle(ledger.enter([1], Change(note="words")))
    assert ledger.bring_up_to_date([ROW], as_of)[0].has_note


def test_failed_change_is_not_shown_any_more() -> None:
    ledger = Ledger()
    ledger.settle(ledger.enter([1], Change(status=Status.DONE)), made=False)
    assert ledger.bring_up_to_date([ROW], 0) == [ROW]


def test_later_change_wins() -> None:
    ledger = Ledger()
    ledger.enter([1], Change(status=Status.DONE))
    ledger.enter([1], Change(status=Status.READING))
    assert ledger.missing(0) == {1: Change(status=Status.READING)}


def test_moves_are_told_to_what_was_read_before_them() -> None:
    ledger = Ledger()
    ledger.enter_move([7], 1)
    ledger.enter([8], Change(starred=True))
    ledger.enter_move([9], -1)
    assert ledger.moves(0) == [([7], 1), ([9], -1)]
    assert ledger.moves(1) == [([9], -1)]
    assert ledger.moves(3) == []


def test_paper_read_before_its_change_has_changed() -> None:
    ledger = Ledger()
    as_of = ledger.settled
    ledger.settle(ledger.enter([1], Change(starred=True)))
    ledger.missing(ledger.settled)  # forgets what was written
    assert ledger.has_changed(1, as_of)
    assert not ledger.has_changed(1, ledger.settled)
    assert not ledger.has_changed(2, as_of)
