"""Settings, what is remembered from the last time, the reading queue, and the sizes of panes."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual import events

from readlist.domain import Paper, Status
from readlist.reading_list import ReadingList
from readlist.settings import Settings
from readlist.tui.library.ui_state import UiState

Play = Callable[..., None]
Papers = Callable[[], list[Paper]]

pytestmark = pytest.mark.usefixtures("filled")


@pytest.fixture
def state(tmp_path: Path) -> Path:
    return tmp_path / "state" / "state.json"


# Settings


def test_settings_hold_from_the_start(play: Play, filled: ReadingList) -> None:
    filled.tag([3, 4], ["sea"])

    async def session(person: Any) -> None:
        assert person.app.theme == "nord"
        assert person.main.parts.papers.density == "compact"
        assert person.main.browsing.view.label == "#sea"
        assert person.main.parts.papers.listing.ids.tolist() == [3, 4]
        assert person.main.parts.views.shown in person.main.parts.views.views

    settings = Settings(theme="nord", density="compact", view="#sea")
    play(session, size=(200, 50), settings=settings)


@pytest.mark.parametrize("view", ["to-read", "starred", "all"])
def test_first_view(play: Play, view: str) -> None:
    async def session(person: Any) -> None:
        assert person.main.browsing.view.label.lower().replace(" ", "-") == view

    play(session, settings=Settings(view=view))


def test_keys_are_rebound_everywhere_they_are_shown(play: Play, papers: Papers) -> None:
    async def session(person: Any) -> None:
        hints = str(person.main.query_one("#keys").render())
        assert "f star" in hints
        assert "Z done" in hints
        await person.press("f", "s", "Z", "d")
        assert person.main.parts.status.render().plain.endswith("U undoes it")
        commands = {one.title: one.help for one in person.app.get_system_commands(person.main)}
        assert commands["Star"].endswith("· f ctrl-x")
        await person.press("?")
        sheet = " ".join(str(group.render()) for group in person.app.screen.query("HelpGroup"))
        assert "f ctrl-x  " in sheet

    wishes = {"star": ("f", "ctrl-x"), "file.done": ("Z",), "undo": ("U",)}
    play(session, size=(200, 60), settings=Settings(keys=wishes))
    assert [paper.id for paper in papers() if paper.starred] == [1]
    assert [paper.id for paper in papers() if paper.status == "done"] == [1]


def test_wrong_keys_and_themes_are_told_and_the_rest_works(play: Play, papers: Papers) -> None:
    async def session(person: Any) -> None:
        assert person.status == (
            "Error: config.toml: keys: no such action: stra; did you mean star? (and 2 more)"
        )
        assert person.app.theme == "readlist-dark"
        await person.press("F", "d")

    wishes = {"stra": ("f",), "star": ("F",), "note": ("d",)}
    play(session, size=(200, 50), settings=Settings(theme="nrd", keys=wishes))
    assert [(one.id, one.starred) for one in papers() if one.status == "done"] == [(1, True)]


def test_the_key_of_the_palette_can_be_given_away(play: Play, papers: Papers) -> None:
    async def session(person: Any) -> None:
        await person.press("ctrl+p")
        assert person.app.screen is person.main
        await person.press("f8")
        assert person.app.screen is not person.main

    play(session, settings=Settings(keys={"palette": ("f8",), "star": ("ctrl+p",)}))
    assert papers()[0].starred


def test_advice_names_the_keys_there_are(play: Play) -> None:
    async def session(person: Any) -> None:
        await person.press("4")
        assert "F7 puts it here" in str(person.main.parts.advice.render()).replace("f7", "F7")

    play(session, settings=Settings(keys={"file.done": ("f7",)}))


# What is remembered


def test_choices_are_kept_across_restarts(play: Play, state: Path) -> None:
    async def choose(person: Any) -> None:
        await person.press("O", "j", "enter", "z", "<", "<")
        person.app.theme = "readlist-light"
        await person.settle()

    async def look(person: Any) -> None:
        assert person.main.browsing.sort == "title"
        assert person.main.parts.papers.density == "compact"
        assert person.app.theme == "readlist-light"
        assert person.main.query_one("#list-pane").size.width == narrow[0]
        await person.press("7")
        assert person.main.browsing.sort == "added"

    narrow: list[int] = []

    async def measure(person: Any) -> None:
        before = person.main.query_one("#list-pane").size.width
        await choose(person)
        narrow.append(person.main.query_one("#list-pane").size.width)
        assert narrow[0] < before

    play(measure, size=(200, 50), memory=UiState(state))
    assert state.exists()
    play(look, size=(200, 50), memory=UiState(state))


def test_settings_win_over_what_is_remembered(play: Play, state: Path) -> None:
    memory = UiState(state)
    memory.set("theme", "nord")
    memory.set("density", "compact")

    async def session(person: Any) -> None:
        assert person.app.theme == "gruvbox"
        assert person.main.parts.papers.density == "comfortable"

    settings = Settings(theme="gruvbox", density="auto")
    play(session, size=(200, 50), settings=settings, memory=memory)


def test_row_height_that_there_is_room_for_is_left_to_the_room(play: Play) -> None:
    async def session(person: Any) -> None:
        await person.press("z", "z")
        await person.pilot.resize_terminal(80, 24)
        await person.settle()
        assert person.main.parts.papers.density == "compact"

    play(session, size=(200, 50))


def test_what_was_remembered_wrongly_is_no_harm(play: Play, state: Path) -> None:
    memory = UiState(state)
    memory.set("theme", "no such theme")
    memory.set("density", "huge")
    memory.set("orders", {"Inbox": "by magic"})
    memory.set("panes", {"wide": 4000})

    async def session(person: Any) -> None:
        assert len(person.titles) == 12
        assert person.app.theme == "readlist-dark"
        assert person.main.query_one("#paper-pane").size.width > 20

    play(session, size=(200, 50), memory=memory)


def test_a_place_that_cannot_be_written_is_told(play: Play, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    async def session(person: Any) -> None:
        await person.press("z")
        await person.pilot.pause(0.3)
        assert person.status.startswith("Error: unexpected")

    memory = UiState(tmp_path / "file" / "state.json")
    play(session, memory=memory)


def test_keys_typed_while_the_order_is_chosen_keep_their_place(play: Play, papers: Papers) -> None:
    async def session(person: Any) -> None:
        person.burst("O", "j", "j", "k", "enter", "j", "d", "O", "k", "enter", "x")
        await person.settle()
        assert person.main.browsing.sort == "added"

    play(session)
    filed = {paper.id: paper.status.value for paper in papers() if paper.status != "inbox"}
    assert filed == {10: "done", 11: "skipped"}


# The reading queue


def _queue(library: ReadingList) -> list[int]:
    return library.ids("status:to-read", sort="queue")


def test_papers_move_in_the_queue_and_the_cursor_with_them(play: Play, filled: ReadingList) -> None:
    filled.mark([1, 2, 3, 4], Status.TO_READ)

    async def session(person: Any) -> None:
        listing = person.main.parts.papers.listing
        await person.press("2")
        assert listing.ids.tolist() == [1, 2, 3, 4]
        assert "reading queue" in str(person.main.parts.heading.render())
        person.burst("J", "J", "j", "K")
        await person.settle()
        assert listing.ids.tolist() == [2, 3, 4, 1]
        assert (listing.cursor, listing.current) == (2, 4)

    play(session)
    assert _queue(filled) == [2, 3, 4, 1]


def test_moving_and_filing_in_one_burst(play: Play, filled: ReadingList) -> None:
    filled.mark(range(1, 9), Status.TO_READ)
    acts = len(filled.history())
    keys = ["J", "J", "d", "K", "J", "J", "x", "K", "K", "G", "K", "J", "s"]

    async def session(person: Any) -> None:
        await person.press("2")
        person.burst(*keys)
        await person.settle()
        assert person.main.parts.papers.listing.ids.tolist() == _queue(filled)

    play(session)
    at_once = _queue(filled)
    while len([act for act in filled.history() if act.state == "done"]) > acts:
        filled.undo()
    assert _queue(filled) == list(range(1, 9))

    async def slowly(person: Any) -> None:
        await person.press_slowly("2", *keys)

    play(slowly)
    assert _queue(filled) == at_once
    assert len(at_once) == 6


def test_a_move_is_undone_and_redone(play: Play, filled: ReadingList) -> None:
    filled.mark([1, 2, 3], Status.TO_READ)

    async def session(person: Any) -> None:
        listing = person.main.parts.papers.listing
        await person.press("2", "J")
        assert person.status == "Moved “Study 1 of tides and what they leave behind” down the queue"
        await person.press("u")
        assert (listing.ids.tolist(), listing.current) == ([1, 2, 3], 1)
        await person.press("ctrl+r")
        assert (listing.ids.tolist(), listing.current) == ([2, 1, 3], 1)

    play(session)


def test_a_selection_moves_as_one_step(play: Play, filled: ReadingList) -> None:
    filled.mark([1, 2, 3, 4], Status.TO_READ)
    acts = len(filled.history())

    async def session(person: Any) -> None:
        listing = person.main.parts.papers.listing
        await person.press("2", "V", "j", "J", "J")
        assert listing.ids.tolist() == [3, 4, 1, 2]
        assert (listing.current, listing.selected_count()) == (2, 2)
        assert person.status == "Moved 2 papers down the queue"
        await person.press("J")
        assert person.status == "It is at the end of the queue already"
        await person.press("u")
        assert listing.ids.tolist() == [3, 1, 2, 4]

    play(session)
    assert _queue(filled) == [3, 1, 2, 4]
    assert len(filled.history()) == acts + 2


def test_where_there_is_no_queue_nothing_moves(play: Play, filled: ReadingList) -> None:
    filled.mark([1, 2, 3], Status.TO_READ)
    acts = len(filled.history())

    async def session(person: Any) -> None:
        await person.press("J")
        assert person.status.startswith("The queue is arranged in To read")
        await person.press("2", "K")
        assert person.status == "It is at the end of the queue already"
        await person.press("O", "k", "k", "enter", "J")
        assert person.main.browsing.sort == "title"
        assert person.status.startswith("The queue is arranged in To read")

    play(session)
    assert len(filled.history()) == acts


# Panes and the title of the window


def _widths(person: Any) -> tuple[int, int]:
    main = person.main
    return main.query_one("#list-pane").size.width, main.query_one("#paper-pane").size.width


def test_keys_size_the_panes(play: Play) -> None:
    async def session(person: Any) -> None:
        before = _widths(person)
        await person.press(">", ">")
        assert _widths(person)[0] > before[0]
        assert sum(_widths(person)) == sum(before)
        await person.press(*"<" * 40)
        assert 0.15 < _widths(person)[0] / sum(before) < 0.25
        await person.pilot.resize_terminal(60, 20)
        await person.settle()
        assert _widths(person)[0] == 60
        await person.press(">")
        assert person.status == "There is room for one of list and paper only"
        await person.pilot.resize_terminal(100, 50)
        await person.settle()
        height = person.main.query_one("#list-pane").size.height
        await person.press(">")
        assert person.main.query_one("#list-pane").size.height > height
        assert _widths(person)[0] == _widths(person)[1]

    play(session, size=(200, 50))


@pytest.mark.parametrize("size", [(200, 50), (100, 50)])
def test_mouse_drags_the_border(play: Play, state: Path, size: tuple[int, int]) -> None:
    memory = UiState(state)

    async def session(person: Any) -> None:
        region = person.main.query_one("#paper-pane").region
        x, y = (region.x, 20) if size[0] == 200 else (60, region.y)
        by = (-20, 0) if size[0] == 200 else (0, 8)
        for kind, at in (
            (events.MouseDown, (x, y)),
            (events.MouseMove, (x + by[0] // 2, y + by[1] // 2)),
            (events.MouseMove, (x + by[0], y + by[1])),
            (events.MouseUp, (x + by[0], y + by[1])),
        ):
            person.app.post_message(_mouse(kind, *at))
            await asyncio.sleep(0.05)
        await person.settle()
        after = person.main.query_one("#paper-pane").region
        moved = (after.x - region.x, after.y - region.y)
        assert abs(moved[0] - by[0]) <= 1
        assert abs(moved[1] - by[1]) <= 1
        assert person.main.pane == "list"
        assert person.app.mouse_captured is None
        await person.press("j")
        assert person.main.parts.papers.listing.cursor == 1

    play(session, size=size, memory=memory)
    assert list(memory.numbers("panes")) == ["wide" if size[0] == 200 else "tall"]


def _mouse(kind: Any, x: int, y: int) -> events.MouseEvent:
    made: events.MouseEvent = kind(
        widget=None, x=x, y=y, delta_x=0, delta_y=0, button=1, shift=False, meta=False,
        ctrl=False, screen_x=x, screen_y=y,
    )  # fmt: skip
    return made


# Orders that make sense


@pytest.mark.parametrize(
    ("view", "offered"),
    [
        ("1", ["Newest first", "By title", "By year"]),
        ("2", ["Newest first", "By title", "By year", "Reading queue"]),
        ("7", ["Newest first", "By title", "By year", "By status", "Reading queue"]),
    ],
)
def test_orders_that_make_sense_are_offered(play: Play, view: str, offered: list[str]) -> None:
    async def session(person: Any) -> None:
        await person.press(view, "O")
        options = person.app.screen.query_one("OptionList").options
        assert [str(option.prompt) for option in options] == offered

    play(session)


def test_a_search_for_words_has_its_own_order(play: Play) -> None:
    async def session(person: Any) -> None:
        heading = person.main.parts.heading
        await person.press("/", *"lichens", "enter")
        assert "best match first" in str(heading.render())
        await person.press("O", "j", "enter")
        assert "newest first" in str(heading.render())
        await person.press("escape")
        assert "newest first" in str(heading.render())
        await person.press("/", *"is:starred", "enter", "O")
        assert person.app.screen is not person.main

    play(session)


def test_an_order_that_makes_no_sense_is_not_remembered(play: Play, state: Path) -> None:
    memory = UiState(state)
    memory.set("orders", {"Inbox": "queue", "To read": "title"})

    async def session(person: Any) -> None:
        assert person.main.browsing.sort == "added"
        await person.press("2")
        assert person.main.browsing.sort == "title"

    play(session, memory=memory)


# Keys that were set


def test_keys_that_were_set_hold_on_every_screen(play: Play, papers: Papers) -> None:
    async def session(person: Any) -> None:
        await person.press("f2")
        assert "f3 later" in str(person.app.screen.query_one("#triage-keys").render())
        await person.press("f3", "Z", "f6")
        assert person.app.screen is person.main
        for key in ("percent_sign", "?", "O", "#", "e", "I", "w"):
            await person.press(key)
            screen = person.app.screen
            assert screen is not person.main
            shown = " ".join(str(one.render()) for one in screen.query("Static, KeyBar"))
            assert "esc" not in shown.split()
            assert "f6" in shown.split()
            await person.press("f6")
            assert person.app.screen is person.main
        await person.press("O", "f3", "f5")
        assert person.main.browsing.sort == "title"

    wishes = {
        "triage": ("f2",),
        "move.down": ("f3",),
        "open": ("f5",),
        "back": ("f6",),
        "file.done": ("Z",),
    }
    play(session, settings=Settings(keys=wishes))
    assert [paper.id for paper in papers() if paper.status == "done"] == [2]
