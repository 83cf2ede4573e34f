"""The pictures of a library, and going from them to its papers."""

from collections.abc import Callable
from typing import Any

from readlist.domain import Status
from readlist.reading_list import ReadingList

Play = Callable[..., None]


def test_numbers_are_shown(play: Play, filled: ReadingList) -> None:
    filled.mark([1, 2, 3], Status.DONE)
    filled.tag([4, 5], ["sea"])

    async def session(person: Any) -> None:
        heading = person.heading
        await person.press("percent_sign")
        await person.until("12 papers")
        for shown in ("d Done     3", "Read  3 this week", "Inbox  9 this week", "#sea"):
            assert shown in person.screen
        await person.press("percent_sign")
        assert person.heading == heading

    play(session)


def test_enter_opens_the_paper_that_waits(play: Play, filled: ReadingList) -> None:
    filled.mark([1, 2], Status.TO_READ)

    async def session(person: Any) -> None:
        await person.press("4", "percent_sign", "enter")
        waits = filled.statistics().waiting[0].id
        assert person.current == waits
        assert person.pane.startswith(f"Study {waits} of")
        await person.press("escape", "s")

    play(session)
    assert filled.paper(filled.statistics().waiting[0].id).starred


def test_enter_searches_for_a_tag_or_an_author(play: Play, filled: ReadingList) -> None:
    filled.tag([4, 5], ["sea"])
    filled.edit(4, {"authors": "Ada Lind, Bo Ek"})

    async def session(person: Any) -> None:
        await person.press("2", "percent_sign", *["j"] * 10, "enter")
        assert '/ tag:"sea"' in person.screen
        assert person.numbers == [4, 5]
        await person.press("percent_sign", *["down"] * 11, "enter")
        assert person.numbers == [4]
        assert person.view == "All"
        assert '/ author:"Ada Lind"' in person.screen

    play(session)


def test_empty_library_has_numbers_too(play: Play) -> None:
    async def session(person: Any) -> None:
        await person.press("percent_sign", "j", "enter")
        assert "0 papers" in person.screen
        assert "Nothing waits." in person.screen
        await person.press("q")
        assert "Your reading list is empty" in person.screen

    play(session)
