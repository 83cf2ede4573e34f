"""A click means the paper that is seen, and only what looks other is drawn again."""

import time
from collections.abc import Callable
from typing import Any

import pytest

from readlist.domain import Paper, Status
from readlist.reading_list import ReadingList

Play = Callable[..., None]
Papers = Callable[[], list[Paper]]

pytestmark = pytest.mark.usefixtures("filled")


def _row(person: Any, number: int) -> tuple[int, int]:
    """Return the place of a paper in the list."""
    return next(
        (40, y) for y, line in enumerate(person.list_lines) if f" Study {number} of" in line
    )


def test_click_goes_to_the_paper_and_twice_opens_it(play: Play, papers: Papers) -> None:
    async def session(person: Any) -> None:
        await person.click(_row(person, 5))
        assert person.current == 5
        assert person.pane.startswith("Study 5 of")
        await person.click(_row(person, 7), times=2)
        assert person.current == 7
        await person.press("escape", "d")

    play(session)
    assert [paper.id for paper in papers() if paper.status is Status.DONE] == [7]


def test_click_while_keys_wait_is_taken_in_its_turn(
    play: Play, papers: Papers, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = ReadingList.page

    def slowly(library: ReadingList, *args: Any, **named: Any) -> Any:
        time.sleep(0.3)
        return read(library, *args, **named)

    async def session(person: Any) -> None:
        monkeypatch.setattr(ReadingList, "page", slowly)
        person.burst("7", "j")
        person.click_at_once(_row(person, 3))
        person.burst("d")
        await person.settle()

    play(session)
    assert [paper.id for paper in papers() if paper.status is Status.DONE] == [3]


def test_click_means_what_was_painted_there(play: Play, papers: Papers) -> None:
    async def session(person: Any) -> None:
        person.burst("d")
        person.click_at_once(_row(person, 3))
        person.burst("x")
        await person.settle()

    play(session)
    filed = {paper.id: paper.status.value for paper in papers() if paper.status != "inbox"}
    assert filed == {1: "done", 3: "skipped"}


def test_click_below_the_last_row_is_none(play: Play) -> None:
    async def session(person: Any) -> None:
        await person.press("G", "k")
        await person.click((40, 35))
        assert person.current == 11

    play(session)


def test_list_is_as_long_as_its_papers_at_once(play: Play) -> None:
    async def session(person: Any) -> None:
        await person.press("G")
        rows = len(person.numbers)
        assert rows < 12
        await person.press("d")
        assert person.numbers == list(range(12 - rows, 12))
        assert person.current == 11

    play(session, size=(80, 14))


def test_the_wheel_leaves_the_cursor(play: Play, papers: Papers) -> None:
    async def session(person: Any) -> None:
        person.wheel(_row(person, 3), 5)
        await person.settle()
        assert 1 not in person.numbers
        await person.press("d")

    play(session, size=(80, 14))
    assert [paper.id for paper in papers() if paper.status is Status.DONE] == [1]


def test_star_draws_little(play: Play) -> None:
    async def session(person: Any) -> None:
        await person.press("j", "j")
        await person.until("More like this")
        await person.settle()
        before = person.written
        await person.press("s")
        star, before = person.written - before, person.written
        await person.resize(121, 40)
        assert star < (person.written - before) / 4

    play(session)
