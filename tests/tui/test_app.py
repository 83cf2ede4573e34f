"""Bursts of keys, leaving, and the palette."""

from collections.abc import Callable
from typing import Any

import pytest

from readlist.domain import Paper
from readlist.reading_list import ReadingList

Papers = Callable[[], list[Paper]]

#: Filing, changing views, undoing, searching, writing and selecting, all in one go.
KEYS = [
    *"dtrxsdjjd", *"2sd1ukdd", "slash", *"moss", "enter", *"dd", "escape",
    "n", *"a sad dud", "escape", "j", "d", "space", "space", "V", "j", "t", "u", "u", "ctrl+r",
    *"7d3d",
]  # fmt: skip


def _state(papers: list[Paper]) -> list[tuple[object, ...]]:
    return [(one.id, one.status, one.starred, one.note, one.tags) for one in papers]


@pytest.mark.usefixtures("filled")
def test_burst_does_what_the_same_keys_do_slowly(
    play: Callable[..., None], papers: Papers, filled: ReadingList
) -> None:
    async def slowly(session: Any) -> None:
        await session.press_slowly(*KEYS)

    async def at_once(session: Any) -> None:
        session.burst(*KEYS)
        await session.settle()

    play(slowly)
    expected = _state(papers())
    assert any(note for *_, note, _ in expected)
    for _ in range(sum(act.state == "done" for act in filled.history()) - 1):
        filled.undo()
    assert _state(papers()) != expected
    play(at_once)
    assert _state(papers()) == expected


def test_200_keys_at_once(
    play: Callable[..., None],
    papers: Papers,
    library: ReadingList,
    tmp_path: Any,
    page: Callable[[int], str],
) -> None:
    (tmp_path / "many.txt").write_text(page(260))
    library.import_sources([tmp_path / "many.txt"])

    async def at_once(session: Any) -> None:
        session.burst(*"dtrx" * 50)
        await session.settle()
        assert session.main.browsing.counts.by_status["inbox"] == 60

    play(at_once)
    statuses = [paper.status.value for paper in papers()]
    assert statuses == ["done", "to-read", "reading", "skipped"] * 50 + ["inbox"] * 60


@pytest.mark.usefixtures("filled")
def test_leaving_at_once_loses_nothing(play: Callable[..., None], papers: Papers) -> None:
    async def leave(session: Any) -> None:
        session.burst(*"dddn", *"last words", "ctrl+q")
        await session.has_left()

    play(leave)
    assert [paper.status.value for paper in papers()][:4] == ["done", "done", "done", "inbox"]
    assert papers()[3].note == "last words"


@pytest.mark.usefixtures("filled")
def test_palette_has_the_actions(play: Callable[..., None], papers: Papers) -> None:
    async def mark(session: Any) -> None:
        await session.pilot.press("ctrl+p")
        await session.pilot.pause(0.3)
        for letter in "mark done":
            await session.pilot.press("space" if letter == " " else letter)
        await session.pilot.pause(0.5)
        await session.pilot.press("enter")
        await session.pilot.pause(0.3)
        await session.settle()

    play(mark)
    assert papers()[0].status == "done"
