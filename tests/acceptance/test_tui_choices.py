"""Settings, choices that are remembered, and the window's title, in a real terminal."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from readlist.reading_list import ReadingList

pytestmark = pytest.mark.usefixtures("filled")


def _config(folder: Path, text: str) -> None:
    (folder / "readlist").mkdir(exist_ok=True)
    (folder / "readlist" / "config.toml").write_text(text, encoding="utf-8")


def test_choices_hold_when_it_is_opened_again(
    terminal: Callable[..., Any], tmp_path: Path, filled: ReadingList
) -> None:
    program = terminal(120, 40)
    program.wait_for("newest first")
    program.press("O")
    program.wait_for("Order of Inbox")
    program.press("j", "enter", "q")
    assert program.wait_for_end() == 0
    state = json.loads((tmp_path / "readlist" / "state.json").read_text())
    assert state["orders"] == {"Inbox": "title"}
    again = terminal(120, 40)
    again.wait_for("by title")
    again.press("q")
    assert again.wait_for_end() == 0


def test_settings_rebind_keys(
    terminal: Callable[..., Any], tmp_path: Path, filled: ReadingList
) -> None:
    _config(tmp_path, "view = 'all'\n[keys]\nfile.done = 'Z'\nstar = ['f', 'ctrl-x']\n")
    program = terminal(120, 40)
    program.wait_for("All")
    program.type("fZdfq")
    assert program.wait_for_end() == 0
    assert [(one.id, one.starred, one.status.value) for one in filled.papers(limit=2)] == [
        (1, True, "done"),
        (2, True, "inbox"),
    ]


def test_wrong_settings_are_told_before_anything_is_drawn(
    terminal: Callable[..., Any], tmp_path: Path
) -> None:
    _config(tmp_path, "densty = 'compact'\n")
    program = terminal(240, 40)
    program.wait_for("no such setting: densty; did you mean density?")
    assert program.wait_for_end() == 2
    assert b"\x1b[?1049h" not in program.raw


def test_title_of_the_window(terminal: Callable[..., Any]) -> None:
    program = terminal(80, 24)
    program.wait_for("12 papers")
    program.press("d", "x")
    program.wait_for("10 papers")
    program.wait_until(lambda: program.title == "readlist — Inbox 10")
    program.press("q")
    assert program.wait_for_end() == 0
    assert program.title == ""
    assert program.raw.count(b"\x1b[22;2t") == program.raw.count(b"\x1b[23;2t") == 1
