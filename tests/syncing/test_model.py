"""A person who changes both sides at random loses nothing, whatever happens in between.

``SYNC_RUNS=500`` runs as many; the suite runs fewer.
"""

import os
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest

from readlist.syncing import apply

RUNS = int(os.environ.get("SYNC_RUNS", "60"))
STEPS = 20


@pytest.mark.parametrize("seed", range(RUNS))
def test_nothing_written_is_lost(
    seed: int,
    make_desk: Callable[..., Any],
    interrupted: type[BaseException],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    desk = make_desk(papers=2, seed=seed)
    desk.sync()
    for _ in range(STEPS):
        desk.step()
        chance = desk.random.random()
        if chance < 0.1:
            _stop_midway(desk, interrupted, monkeypatch)
        elif chance < 0.4:
            desk.sync()
            assert desk.lost() == set()
    report = desk.sync()
    assert report.problems == ()
    assert desk.lost() == set()
    _stays(desk)
    restored = desk.sync(restore=True)
    assert restored.missing == ()
    assert desk.lost() == set()
    _stays(desk)


def _stays(desk: Any) -> None:
    """Assert that two syncs in a row change nothing."""
    before = desk.everything()
    again = desk.sync()
    assert (again.written, again.taken, again.merged, again.created) == ((), (), (), ())
    assert desk.everything() == before


def _stop_midway(
    desk: Any, interrupted: type[BaseException], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Let a sync stop before one of the files it writes."""
    left = desk.random.randint(0, 2)
    write = apply.write_file

    def stopping(*arguments: Any) -> Any:
        nonlocal left
        if left == 0:
            raise interrupted
        left -= 1
        return write(*arguments)

    with monkeypatch.context() as patch:
        patch.setattr(apply, "write_file", stopping)
        with suppress(interrupted):
            desk.sync()
    assert desk.lost() == set()
