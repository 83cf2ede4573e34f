"""The paper follows the cursor, scrolls, and its text can be taken along."""

from collections.abc import Callable
from typing import Any

import pytest

Play = Callable[..., None]

pytestmark = pytest.mark.usefixtures("filled")


def test_paper_beside_is_that_at_the_cursor(play: Play) -> None:
    async def session(person: Any) -> None:
        for number in (2, 3, 4):
            await person.press("j")
            assert person.pane.startswith(f"Study {number} of")

    play(session)


def test_note_is_there_when_one_comes_back(play: Play) -> None:
    async def session(person: Any) -> None:
        await person.press("n", *"calm", "escape")
        await person.press_slowly("j", "k")
        assert "Note calm" in person.pane

    play(session)


def test_text_can_be_selected_and_copied(play: Play) -> None:
    async def session(person: Any) -> None:
        column, line = person.place("The tides of valley")
        await person.drag((column, line), (column + 7, line + 1))
        await person.press("ctrl+c")
        copied = " ".join(person.clipboard.split())
        assert copied.startswith("The tides of valley 0 were counted over 2 winters.")

    play(session)


def test_long_paper_scrolls_and_the_next_begins_at_its_top(play: Play) -> None:
    async def session(person: Any) -> None:
        await person.press("enter")
        assert "Study 1 of tides" in person.screen
        await person.press("G")
        assert "no. 1 ·" in person.screen
        assert "The tides of valley" not in person.screen
        await person.press("escape", "j", "enter")
        assert "Study 2 of lichens" in person.lines[1]

    play(session, size=(60, 10))
