"""The reading queue: papers moved up and down, new ones last."""

import pytest

from readlist.domain import Status
from readlist.reading_list import ReadingList

_QUEUE = "status:to-read"


@pytest.fixture
def queued(filled: ReadingList) -> ReadingList:
    filled.mark([3, 4, 5, 6], Status.TO_READ)
    return filled


@pytest.mark.parametrize(
    ("paper_id", "steps", "order"),
    [
        (5, -1, [3, 5, 4, 6]),
        (5, 1, [3, 4, 6, 5]),
        (6, -9, [6, 3, 4, 5]),
        (3, 9, [4, 5, 6, 3]),
    ],
)
def test_a_paper_moves(queued: ReadingList, paper_id: int, steps: int, order: list[int]) -> None:
    assert queued.move([paper_id], steps) is not None
    assert queued.ids(_QUEUE, "queue") == order
    queued.undo()
    assert queued.ids(_QUEUE, "queue") == [3, 4, 5, 6]


@pytest.mark.parametrize(
    ("ids", "steps", "order"),
    [
        ([4, 6], -1, [4, 3, 6, 5]),
        ([3, 4], 1, [5, 3, 4, 6]),
        ([3, 6], 1, [4, 3, 5, 6]),
        ([6, 3], -9, [3, 6, 4, 5]),
    ],
)
def test_several_move_as_one_step(
    queued: ReadingList, ids: list[int], steps: int, order: list[int]
) -> None:
    acts = len(queued.history())
    queued.move(ids, steps)
    assert queued.ids(_QUEUE, "queue") == order
    assert len(queued.history()) == acts + 1
    queued.undo()
    assert queued.ids(_QUEUE, "queue") == [3, 4, 5, 6]


def test_what_cannot_move_does_not(queued: ReadingList) -> None:
    assert queued.move([3], -1) is None
    assert queued.move([6], 1) is None
    assert queued.move([7], 1) is None


def test_new_papers_come_last_and_old_places_are_gone(queued: ReadingList) -> None:
    queued.move([6], -9)
    queued.mark([6], Status.DONE)
    queued.mark([1], Status.TO_READ)
    queued.mark([6], Status.TO_READ)
    assert queued.ids(_QUEUE, "queue") == [3, 4, 5, 1, 6]
    queued.move([1], -1)
    queued.move([6], -2)
    assert queued.ids(_QUEUE, "queue") == [3, 4, 6, 1, 5]
