"""What did not work as a person would expect. Each fails before the interface is made anew."""

from collections.abc import Callable
from typing import Any

import pytest

from readlist.domain import Paper, Status
from readlist.reading_list import ReadingList
from readlist.settings import Settings

Play = Callable[..., None]
Papers = Callable[[], list[Paper]]


def _place(person: Any, view: str) -> tuple[int, int]:
    """Return the place of a view in the list of views."""
    return next((5, y) for y, line in enumerate(person.lines) if line[3:].startswith(f"{view} "))


# fails before: the views answered clicks one row too low, and Skipped and All none at all
@pytest.mark.parametrize(
    "view", ["Inbox", "To read", "Reading", "Done", "Skipped", "Starred", "All", "#sea"]
)
@pytest.mark.parametrize("size", [(120, 40), (80, 24)], ids=["large", "usual"])
def test_a_click_on_a_view_shows_it(
    play: Play, filled: ReadingList, view: str, size: tuple[int, int]
) -> None:
    filled.tag([1], ["sea"])

    async def session(person: Any) -> None:
        await person.press("7" if view != "All" else "1")
        await person.click(_place(person, view))
        assert person.view == view

    play(session, size=size)


# fails before: a click between the groups of views, or above the first, showed another
def test_a_click_beside_the_views_shows_none(play: Play, filled: ReadingList) -> None:
    filled.tag([1], ["sea"])

    async def session(person: Any) -> None:
        for line in (0, _place(person, "Skipped")[1] + 1, _place(person, "#sea")[1] - 1, 30):
            await person.click((5, line))
            assert person.view == "Inbox"

    play(session)


# fails before: on a narrow screen the note had no text to type into, only its preview
@pytest.mark.parametrize("size", [(80, 24), (50, 15)], ids=["usual", "small"])
def test_a_note_opened_after_a_preview_was_left_open_can_be_typed_into(
    play: Play, filled: ReadingList, papers: Papers, size: tuple[int, int]
) -> None:
    async def session(person: Any) -> None:
        await person.press("n", *"*one*", "ctrl+t", "escape")
        await person.press("n", *" dtx", "escape")
        await person.press("j", "n", *"other", "escape")

    play(session, size=size)
    assert [one.note for one in papers()][:2] == ["*one* dtx", "other"]
    assert {one.status for one in papers()} == {Status.INBOX}


# fails before: the window's title followed what was filed, but not what was shown
def test_the_title_of_the_window_follows_the_views(play: Play, filled: ReadingList) -> None:
    filled.mark([1, 2], Status.DONE)

    async def session(person: Any) -> None:
        assert person.title == "readlist — Inbox 10"
        await person.press("4")
        assert person.title == "readlist — Done 2"
        await person.press("1", "d", "u")
        assert person.title == "readlist — Inbox 10"

    play(session)


# fails before: these keys were refused, as if they were letters
def test_keys_that_have_names_can_be_set_where_letters_are_typed(
    play: Play, filled: ReadingList
) -> None:
    async def session(person: Any) -> None:
        assert not person.status.startswith("Error")
        await person.press("/", *"moss", "f4")
        assert len(person.numbers) == 12

    keys = {"back": ("escape", "f4"), "search.complete": ("tab",), "open": ("enter",)}
    play(session, settings=Settings(keys=keys))
