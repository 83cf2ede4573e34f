"""Views know what belongs to them."""

from readlist.domain import Counts, Status
from readlist.tui.library.list_query import (
    ALL,
    BY_STATUS,
    STARRED,
    all_views,
    counts_after,
)
from readlist.tui.library.pending import Change

COUNTS = Counts(dict.fromkeys(Status, 2), 3, {"graphs": 1, "a b": 4})


def test_counts() -> None:
    views = {view.label: view.count(COUNTS) for view in all_views(COUNTS.tags)}
    assert views == {
        "Inbox": 2, "To read": 2, "Reading": 2, "Done": 2, "Skipped": 2,
        "Starred": 3, "All": 10, "#graphs": 1, "#a b": 4,
    }  # fmt: skip


def test_who_leaves_and_who_enters() -> None:
    inbox, done = BY_STATUS[0], BY_STATUS[3]
    filed = Change(status=Status.DONE)
    assert (inbox.loses(filed), done.loses(filed)) == (True, False)
    assert (inbox.gains(filed), done.gains(filed)) == (False, True)
    assert STARRED.loses(Change(starred=False))
    assert STARRED.gains(Change(starred=True))
    assert not STARRED.loses(filed)
    assert not ALL.loses(filed)


def test_counts_move_with_papers() -> None:
    filed = counts_after(
        COUNTS, Change(status=Status.DONE), [(Status.INBOX, False), (Status.DONE, True)]
    )
    assert (filed.by_status[Status.INBOX], filed.by_status[Status.DONE]) == (1, 3)
    starred = counts_after(
        COUNTS, Change(starred=True), [(Status.INBOX, False), (Status.DONE, True)]
    )
    assert starred.starred == 4
    assert filed.total == starred.total == COUNTS.total
