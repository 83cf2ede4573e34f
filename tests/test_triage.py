"""Going through papers one by one."""

from collections.abc import Callable
from itertools import count

import pytest

from readlist.domain import Status
from readlist.triage import TriageSession, pace


def _clock(seconds: int) -> Callable[[], float]:
    ticks = count(0, seconds)
    return lambda: float(next(ticks))


@pytest.fixture
def triage() -> TriageSession:
    return TriageSession([3, 1, 2], _clock(6))


def test_a_verdict_goes_on_to_the_end(triage: TriageSession) -> None:
    assert (triage.current, triage.ahead) == (3, 3)
    for status in (Status.DONE, Status.SKIPPED, Status.DONE):
        triage.decide(status)
    triage.decide(Status.READING)
    triage.later()
    assert (triage.current, triage.ahead) == (None, 0)
    assert triage.tally() == {
        Status.INBOX: 0,
        Status.TO_READ: 0,
        Status.READING: 0,
        Status.DONE: 2,
        Status.SKIPPED: 1,
    }


def test_left_for_later_comes_again_when_asked_for(triage: TriageSession) -> None:
    triage.later()
    triage.decide(Status.DONE)
    triage.later()
    assert triage.left() == [3, 2]
    triage.again()
    assert (triage.ids, triage.current) == ([3, 2], 3)
    assert triage.tally()[Status.DONE] == 1


def test_back_stops_at_the_first_and_a_verdict_can_be_changed(triage: TriageSession) -> None:
    triage.decide(Status.DONE)
    triage.back()
    triage.back()
    assert triage.current == 3
    triage.decide(Status.SKIPPED)
    assert triage.verdict(3) is Status.SKIPPED


def test_taking_back_restores_the_verdict_before(triage: TriageSession) -> None:
    for status in (Status.DONE, Status.DONE, Status.SKIPPED):
        triage.decide(status)
        triage.back()
    triage.undo([3])
    assert triage.verdict(3) is Status.DONE
    triage.redo([3])
    assert triage.verdict(3) is Status.SKIPPED
    triage.undo([3])
    triage.undo([3, 2])
    assert triage.verdict(3) is None
    triage.decide(Status.READING)
    triage.redo([3])
    assert triage.verdict(3) is Status.READING


def test_papers_that_are_gone_are_forgotten(triage: TriageSession) -> None:
    triage.decide(Status.DONE)
    triage.forget([3])
    assert (triage.ids, triage.current) == ([1, 2], 1)
    assert sum(triage.tally().values()) == 0
    triage.forget([1, 2])
    assert triage.current is None


def test_pace_is_not_known_at_first(triage: TriageSession) -> None:
    assert triage.per_minute is None
    assert pace(triage) == ""


@pytest.mark.parametrize(
    ("papers", "seconds", "told"),
    [
        (4, 6, "10 a minute · under a minute left"),
        (50, 6, "10 a minute · about 5 min left"),
        (3001, 6, "10 a minute · about 5 h left"),
        (4, 90, "under 1 a minute · about 4 min left"),
        (1, 6, "10 a minute"),
    ],
)
def test_pace(papers: int, seconds: int, told: str) -> None:
    triage = TriageSession(range(papers), _clock(seconds))
    triage.later()
    assert pace(triage) == told


def test_a_pause_is_forgotten() -> None:
    times = iter([0.0, 3600.0, *(3600.0 + 2 * n for n in range(1, 60))])
    triage = TriageSession(range(60), lambda: next(times))
    for _ in range(40):
        triage.later()
    assert triage.per_minute == pytest.approx(30)
