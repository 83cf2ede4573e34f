"""Views know what belongs to them."""

from readlist.domain import Counts, Status
from readlist.tui.ledger import Change
from readlist.tui.views import ALL, BY_STATUS, STARRED, moved, with_tags

COUNTS = Counts(dict.fromkeys(Status, 2), 3, {"graphs": 1, "a b": 4})


def test_counts() -> None:
    views = {view.label: view.count(COUNTS) for view in with_tags(COUNTS.tags)}
    assert views == {
        "Inbox": 2, "To read": 2, "Reading": 2, "Done": 2, "Skipped": 2,
        "Starred": 3, "All": 10, "#graphs": 1, "#a b": 4,
    }  # fmt: skip


def test_who_leaves_and_who_enters() -> None:
    inbox, done = BY_STATUS[0], BY_STATUS[3]
    filed = Change(status=Status.DONE)
    assert (inbox.is_left(filed), done.is_left(filed)) == (True, False)
    assert (inbox.is_entered(filed), done.is_entered(filed)) == (False, True)
    assert STARRED.is_left(Change(starred=False))
    assert STARRED.is_entered(Change(starred=True))
    assert not STARRED.is_left(filed)
    assert not ALL.is_left(filed)


def test_counts_move_with_papers() -> None:
    filed = moved(COUNTS, Change(status=Status.DONE), [(Status.INBOX, False), (Status.DONE, True)])
    assert (filed.by_status[Status.INBOX], filed.by_status[Status.DONE]) == (1, 3)
    starred = moved(COUNTS, Change(starred=True), [(Status.INBOX, False), (Status.DONE, True)])
    assert starred.starred == 4
    assert filed.total == starred.total == COUNTS.total
