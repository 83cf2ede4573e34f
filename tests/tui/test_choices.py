"""Settings, what is remembered from the last time, the reading queue, and the sizes of panes."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from readlist.domain import Paper, Status
from readlist.reading_list import ReadingList
from readlist.settings import Settings

Play = Callable[..., None]
Papers = Callable[[], list[Paper]]

pytestmark = pytest.mark.usefixtures("filled")


@pytest.fixture
def state(tmp_path: Path) -> Path:
    return tmp_path / "state" / "state.json"


def _remember(state: Path, choices: dict[str, object]) -> None:
    state.parent.mkdir()
    state.write_text(json.dumps(choices), encoding="utf-8")


# Settings


def test_settings_hold_from_the_start(play: Play, filled: ReadingList) -> None:
    filled.tag([3, 4], ["sea"])

    async def session(person: Any) -> None:
        assert person.app.theme == "nord"
        assert person.row_height == 1
        assert person.view == "#sea"
        assert person.numbers == [3, 4]
        [shown] = [line for line in person.lines if line.startswith("▌")]
        assert shown.startswith("▌  #sea")

    settings = Settings(theme="nord", density="compact", view="#sea")
    play(session, size=(200, 50), settings=settings)


@pytest.mark.parametrize("view", ["to-read", "starred", "all"])
def test_first_view(play: Play, view: str) -> None:
    async def session(person: Any) -> None:
        assert person.view.lower().replace(" ", "-") == view

    play(session, settings=Settings(view=view))


def test_keys_are_rebound_everywhere_they_are_shown(play: Play, papers: Papers) -> None:
    async def session(person: Any) -> None:
        assert "f star" in person.lines[-1]
        assert "Z done" in person.lines[-1]
        await person.press("f", "s", "Z", "d")
        assert person.status.endswith("U undoes it")
        await person.press("?")
        assert "f ctrl-x  " in person.screen
        await person.press("escape", "ctrl+p")
        await person.type("star")
        await person.until("· f ctrl-x")
        await person.press("escape")

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
        assert "Search for commands" not in person.screen
        await person.press("f8")
        await person.until("Search for commands")
        await person.press("escape")

    play(session, settings=Settings(keys={"palette": ("f8",), "star": ("ctrl+p",)}))
    assert papers()[0].starred


def test_advice_names_the_keys_there_are(play: Play) -> None:
    async def session(person: Any) -> None:
        await person.press("4")
        assert "f7 puts it here" in person.list_words

    play(session, settings=Settings(keys={"file.done": ("f7",)}))


# What is remembered


def test_choices_are_kept_across_restarts(play: Play, state: Path) -> None:
    narrow: list[int] = []

    async def choose(person: Any) -> None:
        before = _border(person)
        await person.press("O", "j", "enter", "z", "<", "<", "ctrl+p")
        await person.type("theme")
        await person.until("Change the current theme")
        await person.press("enter")
        await person.type("readlist-light")
        await person.until("readlist-light")
        await person.press("enter")
        narrow.append(_border(person))
        assert narrow[0] < before

    async def look(person: Any) -> None:
        assert "by title" in person.heading
        assert person.row_height == 1
        assert person.app.theme == "readlist-light"
        assert _border(person) == narrow[0]
        await person.press("7")
        assert "newest first" in person.heading

    play(choose, size=(200, 50), state=state)
    assert state.exists()
    play(look, size=(200, 50), state=state)


def test_settings_win_over_what_is_remembered(play: Play, state: Path) -> None:
    _remember(state, {"theme": "nord", "density": "compact"})

    async def session(person: Any) -> None:
        assert person.app.theme == "gruvbox"
        assert person.row_height == 2

    settings = Settings(theme="gruvbox", density="auto")
    play(session, size=(200, 50), settings=settings, state=state)


def test_row_height_that_there_is_room_for_is_left_to_the_room(play: Play) -> None:
    async def session(person: Any) -> None:
        await person.press("z")
        assert person.row_height == 1
        await person.press("z")
        assert person.row_height == 2
        await person.resize(80, 24)
        assert person.row_height == 1

    play(session, size=(200, 50))


def test_what_was_remembered_wrongly_is_no_harm(play: Play, state: Path) -> None:
    wrong = {"theme": "no such theme", "density": "huge", "orders": {"Inbox": "by magic"}}
    _remember(state, {**wrong, "panes": {"wide": 4000}})

    async def session(person: Any) -> None:
        assert len(person.titles) == 12
        assert person.app.theme == "readlist-dark"
        assert _border(person) < 180

    play(session, size=(200, 50), state=state)


@pytest.mark.parametrize(
    "broken", [b"", b"{", b"[1]", b"\xff"], ids=["empty", "open", "list", "no text"]
)
def test_a_broken_file_remembers_nothing_and_is_written_anew(
    play: Play, state: Path, broken: bytes
) -> None:
    state.parent.mkdir()
    state.write_bytes(broken)

    async def session(person: Any) -> None:
        assert "newest first" in person.heading
        await person.press("O", "j", "enter")

    play(session, state=state)
    assert json.loads(state.read_bytes()) == {"orders": {"Inbox": "title"}}


def test_a_place_that_cannot_be_written_is_told(play: Play, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    async def session(person: Any) -> None:
        await person.press("z")
        await person.until("Error: unexpected")

    play(session, state=tmp_path / "file" / "state.json")


def test_keys_typed_while_the_order_is_chosen_keep_their_place(play: Play, papers: Papers) -> None:
    async def session(person: Any) -> None:
        person.burst("O", "j", "j", "k", "enter", "j", "d", "O", "k", "enter", "x")
        await person.settle()
        assert "newest first" in person.heading

    play(session)
    filed = {paper.id: paper.status.value for paper in papers() if paper.status != "inbox"}
    assert filed == {10: "done", 11: "skipped"}


# The reading queue


def _queue(library: ReadingList) -> list[int]:
    return library.ids("status:to-read", sort="queue")


def test_papers_move_in_the_queue_and_the_cursor_with_them(play: Play, filled: ReadingList) -> None:
    filled.mark([1, 2, 3, 4], Status.TO_READ)

    async def session(person: Any) -> None:
        await person.press("2")
        assert person.numbers == [1, 2, 3, 4]
        assert "reading queue" in person.heading
        person.burst("J", "J", "j", "K")
        await person.settle()
        assert person.numbers == [2, 3, 4, 1]
        assert (person.row, person.current) == (2, 4)

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
        assert person.numbers == _queue(filled)

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
        await person.press("2", "J")
        moved = "Moved “Study 1 of tides and what they leave behind” down the queue"
        assert person.status.startswith(moved)
        await person.press("u")
        assert (person.numbers, person.current) == ([1, 2, 3], 1)
        await person.press("ctrl+r")
        assert (person.numbers, person.current) == ([2, 1, 3], 1)

    play(session)


def test_a_selection_moves_as_one_step(play: Play, filled: ReadingList) -> None:
    filled.mark([1, 2, 3, 4], Status.TO_READ)
    acts = len(filled.history())

    async def session(person: Any) -> None:
        await person.press("2", "V", "j", "J", "J")
        assert person.numbers == [3, 4, 1, 2]
        assert (person.current, len(person.selected)) == (2, 2)
        assert person.status.startswith("Moved 2 papers down the queue")
        await person.press("J")
        assert person.status.startswith("It is at the end of the queue already")
        await person.press("u")
        assert person.numbers == [3, 1, 2, 4]

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
        assert person.status.startswith("It is at the end of the queue already")
        await person.press("O", "k", "k", "k", "enter", "J")
        assert "by title" in person.heading
        assert person.status.startswith("The queue is arranged in To read")

    play(session)
    assert len(filled.history()) == acts


# Panes


def _border(person: Any) -> int:
    """Return the column between list and paper, where they are side by side."""
    return int(person.lines[20].index("▏"))


def _edge(person: Any) -> int:
    """Return the line between list and paper, where one is above the other."""
    return next(y for y, line in enumerate(person.lines) if "▔▔▔" in line)


def test_keys_size_the_panes(play: Play) -> None:
    async def session(person: Any) -> None:
        before, views = _border(person), 24
        await person.press(">", ">")
        assert _border(person) > before
        await person.press(*"<" * 40)
        assert 0.15 < (_border(person) - views) / (200 - views) < 0.25
        await person.resize(60, 20)
        assert "▏" not in person.screen
        assert len(person.titles) == 12
        await person.press(">")
        assert person.status == "There is room for one of list and paper only"
        await person.resize(100, 50)
        edge = _edge(person)
        await person.press(">")
        assert _edge(person) > edge

    play(session, size=(200, 50))


@pytest.mark.parametrize("size", [(200, 50), (100, 50)], ids=["beside", "below"])
def test_mouse_drags_the_border(play: Play, state: Path, size: tuple[int, int]) -> None:
    async def session(person: Any) -> None:
        if size[0] == 200:
            place, by = _border(person), -20
            await person.drag((place, 20), (place + by, 20))
            after = _border(person)
        else:
            place, by = _edge(person), 8
            await person.drag((60, place), (60, place + by))
            after = _edge(person)
        assert abs(after - place - by) <= 1
        await person.press("j")
        assert person.row == 1

    play(session, size=size, state=state)
    assert list(json.loads(state.read_text())["panes"]) == ["wide" if size[0] == 200 else "tall"]


# Orders that make sense


@pytest.mark.parametrize(
    ("view", "offered"),
    [
        ("1", ["Newest first", "By title", "By author", "By year"]),
        ("2", ["Newest first", "By title", "By author", "By year", "Reading queue"]),
        ("7", ["Newest first", "By title", "By author", "By year", "By status", "Reading queue"]),
    ],
    ids=["inbox", "to read", "all"],
)
def test_orders_that_make_sense_are_offered(play: Play, view: str, offered: list[str]) -> None:
    async def session(person: Any) -> None:
        await person.press(view, "O")
        assert person.dialog[1:-1] == offered

    play(session)


def test_a_search_for_words_has_its_own_order(play: Play) -> None:
    async def session(person: Any) -> None:
        await person.press("/", *"lichens", "enter")
        assert "best match first" in person.heading
        await person.press("O", "j", "enter")
        assert "newest first" in person.heading
        await person.press("escape")
        assert "newest first" in person.heading
        await person.press("/", *"is:starred", "enter", "O")
        assert person.dialog[0].startswith("Order of Inbox")

    play(session)


def test_an_order_that_makes_no_sense_is_not_remembered(play: Play, state: Path) -> None:
    _remember(state, {"orders": {"Inbox": "queue", "To read": "title"}})

    async def session(person: Any) -> None:
        assert "newest first" in person.heading
        await person.press("2")
        assert "by title" in person.heading

    play(session, state=state)


# Keys that were set


def test_keys_that_were_set_hold_on_every_screen(play: Play, papers: Papers) -> None:
    async def session(person: Any) -> None:
        await person.press("f2")
        assert "f3 later" in person.words
        await person.press("f3", "Z", "f6")
        heading = person.heading
        for key in ("%", "?", "O", "#", "e", "I", "w"):
            await person.press(key)
            assert person.dialog or "Waiting longest" in person.screen
            assert "esc" not in person.words.split()
            assert "f6" in person.words.split()
            await person.press("f6")
            assert not person.dialog
            assert person.heading == heading
        await person.press("O", "f3", "f5")
        assert "by title" in person.heading

    wishes = {
        "triage": ("f2",),
        "move.down": ("f3",),
        "open": ("f5",),
        "back": ("f6",),
        "file.done": ("Z",),
    }
    play(session, settings=Settings(keys=wishes))
    assert [paper.id for paper in papers() if paper.status == "done"] == [2]
