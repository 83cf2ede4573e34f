"""The pictures of a library, and going from them to its papers."""

from collections.abc import Callable
from typing import Any

from readlist.domain import Status
from readlist.reading_list import ReadingList

Play = Callable[..., None]


def _shown(person: Any, kind: str) -> str:
    return "\n".join(str(widget.render()) for widget in person.app.screen.query(kind))


def test_numbers_are_shown(play: Play, filled: ReadingList) -> None:
    filled.mark([1, 2, 3], Status.DONE)
    filled.tag([4, 5], ["sea"])

    async def session(person: Any) -> None:
        await person.press("percent_sign")
        assert "12 papers" in _shown(person, "StatusBars")
        assert "d Done     3" in _shown(person, "StatusBars")
        assert "Read  3 this week" in _shown(person, "WeekChart")
        assert "Inbox  9 this week" in _shown(person, "WeekChart")
        assert "#sea" in _shown(person, "Ranking")
        await person.press("percent_sign")
        assert person.app.screen is person.main

    play(session)


def test_enter_opens_the_paper_that_waits(play: Play, filled: ReadingList) -> None:
    filled.mark([1, 2], Status.TO_READ)

    async def session(person: Any) -> None:
        await person.press("4", "percent_sign", "enter")
        waits = filled.statistics().waiting[0].id
        assert person.app.screen is person.main
        assert person.main.parts.papers.listing.current == waits
        assert person.main.pane == "paper"

    play(session)


def test_enter_searches_for_a_tag_or_an_author(play: Play, filled: ReadingList) -> None:
    filled.tag([4, 5], ["sea"])
    filled.edit(4, {"authors": "Ada Lind, Bo Ek"})

    async def session(person: Any) -> None:
        await person.press("2", "percent_sign", *["j"] * 10, "enter")
        assert person.main.browsing.query == 'tag:"sea"'
        assert person.main.parts.papers.listing.ids.tolist() == [4, 5]
        await person.press("percent_sign", *["down"] * 11, "enter")
        assert person.main.parts.papers.listing.ids.tolist() == [4]
        assert person.main.browsing.query == 'author:"Ada Lind"'

    play(session)


def test_empty_library_has_numbers_too(play: Play) -> None:
    async def session(person: Any) -> None:
        await person.press("percent_sign", "j", "enter")
        assert "0 papers" in _shown(person, "StatusBars")
        assert "Nothing waits." in _shown(person, "Ranking")
        await person.press("q")
        assert person.app.screen is person.main

    play(session)
