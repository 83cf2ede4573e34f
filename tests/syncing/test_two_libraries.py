"""Two libraries that share a folder end equal, whoever changed what."""

from collections.abc import Callable
from typing import Any

import pytest

_SAME = ("abstract", "key", "title", "authors", "status", "starred", "tags", "note")

#: Steps that concern one library alone, and those by which a paper is no longer known as the same.
_UNSHARED = ("_undo", "_delete", "_title", "_file_title")


@pytest.mark.parametrize("had", [0, 2])
@pytest.mark.parametrize("seed", range(12))
def test_they_end_equal(seed: int, had: int, make_desk: Callable[..., Any]) -> None:
    """The second library begins empty, or with the same papers under keys of its own."""
    one, two = make_desk("one", papers=2, seed=seed), make_desk("two", papers=had, seed=1000 + seed)
    two.folder, two.written = one.folder, one.written
    for _ in range(8):
        for desk in (one, two):
            desk.sync()
            for _ in range(desk.random.randint(0, 2)):
                _step(desk, _UNSHARED if had else _UNSHARED[:2])
    for desk in (one, two, one, two):
        report = desk.sync()
        assert report.problems == ()
    lost = one.lost() & two.lost()
    assert lost == set()
    before = (one.everything(), two.everything())
    for desk in (one, two):
        again = desk.sync()
        assert (again.written, again.taken, again.merged, again.created) == ((), (), (), ())
    assert (one.everything(), two.everything()) == before
    apart = {
        field for desk in (one, two) for each in desk.sync().conflicts for field in each.fields
    }
    if had:
        apart.add("key")
    assert _papers(one, apart) == _papers(two, apart)


def _step(desk: Any, unshared: tuple[str, ...]) -> None:
    step = desk.random.choice(desk._STEPS)
    if step.__name__ not in unshared:
        step(desk)


def _papers(desk: Any, apart: set[str]) -> list[tuple[Any, ...]]:
    same = [name for name in _SAME if name not in apart]
    papers = (tuple(getattr(paper, name) for name in same) for paper in desk.papers())
    return sorted(papers, key=str)
