"""The paper scrolls, its links open, and its text can be taken along."""

from collections.abc import Callable
from typing import Any

import pytest
from textual.selection import SELECT_ALL

Play = Callable[..., None]

pytestmark = pytest.mark.usefixtures("filled")


def test_paper_beside_is_there_with_the_key(play: Play, monkeypatch: pytest.MonkeyPatch) -> None:
    async def session(person: Any) -> None:
        main = person.main
        monkeypatch.setattr(main.desk, "read", lambda *_: None)  # nothing more is looked up
        person.burst("j")
        await person.pilot.pause()
        assert main.parts.paper.paper.id == main.parts.papers.listing.ids[1]

    play(session)


def test_note_is_there_when_one_comes_back(play: Play) -> None:
    async def session(person: Any) -> None:
        await person.press("n", *"calm", "escape")
        await person.press_slowly("j", "k")
        assert person.main.parts.paper.paper.note == "calm"

    play(session)


def test_text_can_be_selected(play: Play) -> None:
    async def session(person: Any) -> None:
        pane = person.main.parts.paper
        person.main.selections = {pane: SELECT_ALL}
        await person.pilot.pause()
        assert pane.paper.abstract in person.main.get_selected_text()

    play(session)


def test_long_paper_scrolls_and_the_next_begins_at_its_top(play: Play) -> None:
    async def session(person: Any) -> None:
        pane = person.main.parts.paper
        await person.press_slowly("enter", "G")
        assert pane.scroll_offset.y == pane.max_scroll_y > 0
        await person.press("escape", "j")
        assert pane.scroll_offset.y == 0

    play(session, size=(60, 10))
