"""The table of actions is whole: everything in it can be found, run, and undone."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.actions import parse

from readlist.domain import Paper
from readlist.reading_list import ReadingList
from readlist.tui.actions import ACTIONS, Action, by_group, hints
from readlist.tui.app import ReadlistApp
from readlist.tui.keymap import key_name
from readlist.tui.screens.main import MainScreen

#: What else must be typed for an action that changes the library to do so.
ANSWERS = {
    "note": [*"words", "escape"],
    "tag": [*"sea", "enter"],
    "edit": [*" again", "enter"],
}

#: Change the library, but only back to what it was or is to be.
TAKES_BACK = {"undo", "redo"}

#: Where an action changes something, if not in the view of all papers.
BEFORE = {"queue.down": "2", "queue.up": "2j"}


def _state(library: ReadingList) -> tuple[list[Paper], list[int]]:
    return list(library.papers()), library.ids(sort="queue")


def test_ids_and_keys_are_unique() -> None:
    ids = [action.id for action in ACTIONS]
    keys = [(action.where, key) for action in ACTIONS for key in action.keys]
    assert len(set(ids)) == len(ids)
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.id)
def test_action_is_whole(action: Action) -> None:
    assert action.keys
    assert action.label
    assert action.help.endswith(".")
    assert action.binding().id == action.id
    assert action.binding().tooltip == action.help
    destination, name, _ = parse(action.run)
    assert hasattr(ReadlistApp if destination == "app" else MainScreen, f"action_{name}")


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.id)
def test_action_is_documented(action: Action) -> None:
    readme = Path(__file__).parents[2] / "README.md"
    assert f"`{action.id}`" in readme.read_text(encoding="utf-8")


def test_every_action_is_on_the_sheet_and_the_line_has_help_last() -> None:
    assert sorted(one.id for group in by_group().values() for one in group) == sorted(
        action.id for action in ACTIONS
    )
    assert list(hints())[-1].id == "help"


def test_names_of_keys() -> None:
    assert [key_name(key) for key in ("number_sign", "ctrl+d", "j")] == ["#", "ctrl-d", "j"]


@pytest.mark.parametrize(
    "action", [action for action in ACTIONS if action.changes], ids=lambda action: action.id
)
def test_what_changes_the_library_can_be_undone(
    play: Callable[..., None],
    filled: ReadingList,
    action: Action,
    tmp_path: Path,
    page: Callable[[int], str],
) -> None:
    (tmp_path / "more.txt").write_text(page(15), encoding="utf-8")
    answers = {**ANSWERS, "import": [*str(tmp_path / "more.txt"), "enter"]}
    if action.id == "file.inbox":
        filled.mark([1], filled.paper(2).status.DONE)
    if action.id.startswith("queue."):
        filled.mark([1, 2, 3], filled.paper(1).status.TO_READ)
    before = _state(filled)
    acts = len(filled.history())

    async def session(person: Any) -> None:
        await person.press(*BEFORE.get(action.id, "7"), action.keys[0], *answers.get(action.id, []))
        assert len(filled.history()) == acts + 1
        assert _state(filled) != before
        if person.app.screen is not person.main:
            await person.press("escape")
        await person.press("u")

    play(session)
    assert _state(filled) == before


@pytest.mark.parametrize(
    "action",
    [action for action in ACTIONS if not action.changes and action.id not in TAKES_BACK],
    ids=lambda action: action.id,
)
def test_what_is_no_change_changes_nothing(
    play: Callable[..., None], filled: ReadingList, action: Action
) -> None:
    before, acts = _state(filled), len(filled.history())

    async def session(person: Any) -> None:
        await person.press("7", action.keys[0], "escape")

    play(session)
    assert _state(filled) == before
    assert len(filled.history()) == acts


def test_palette_offers_what_it_says(play: Callable[..., None], filled: ReadingList) -> None:
    async def session(person: Any) -> None:
        offered = {one.title: one.help for one in person.app.get_system_commands(person.main)}
        for action in ACTIONS:
            if action.in_palette:
                assert offered[action.title].startswith(f"{action.help} · ")
            else:
                assert action.title not in offered or action.id == "quit"  # Textual's own

    play(session)


def test_help_shows_every_action(play: Callable[..., None], filled: ReadingList) -> None:
    async def session(person: Any) -> None:
        await person.press("?")
        shown = " ".join(str(group.render()) for group in person.app.screen.query("HelpGroup"))
        folded = " ".join(shown.split())
        for action in ACTIONS:
            assert action.help in folded
        await person.press("?")
        assert person.app.screen is person.main

    play(session, size=(200, 60))
