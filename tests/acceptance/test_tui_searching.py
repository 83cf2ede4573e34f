"""Searching in a real terminal: half a query with slips, filing what is found, and going back."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any


def _library(folder: Path, page: str) -> list[str]:
    """Import a page; return the command that speaks of that library."""
    (folder / "dump.txt").write_text(page, encoding="utf-8")
    command = [sys.executable, "-m", "readlist", "--db", str(folder / "library.db")]
    subprocess.run([*command, "import", str(folder / "dump.txt")], check=True, capture_output=True)
    return command


def test_found_filed_and_back(
    terminal: Callable[..., Any], tmp_path: Path, page: Callable[[int], str]
) -> None:
    command = _library(tmp_path, page(60))
    program = terminal(120, 40)
    program.wait_for("Study 1 of tides")
    program.press(*"jjjjj", " ", "j", "j", "/")
    program.type("lichesn valey 7919")
    program.wait_for("→ lichens, valley")
    screen = program.wait_for("Study 2 of lichens")
    assert "best match first" in screen
    program.press("enter", "d")
    program.wait_for("Marked “Study 2 of lichens")
    program.press("escape")
    screen = program.wait_for("1 selected of 59 papers")
    assert "Study 9 of tides" in screen.split("▌", 1)[1]
    program.press("escape", "d")
    program.wait_for("Marked “Study 9 of tides")
    program.press("q")
    assert program.wait_for_end() == 0
    listed = json.loads(subprocess.check_output([*command, "list", "status:done", "--json"]))
    assert sorted(paper["title"].split()[1] for paper in listed) == ["2", "9"]


def test_two_hundred_letters_in_one_burst(
    terminal: Callable[..., Any], tmp_path: Path, page: Callable[[int], str]
) -> None:
    _library(tmp_path, page(60))
    program = terminal(120, 40)
    program.wait_for("Study 1 of tides")
    program.press("/")
    program.type("lichens tides " * 13 + "study 12 glaciers" + "\x7f" * 7 + "aciers")
    program.press("enter")
    program.wait_for("best match first")
    program.settle(0.3)
    first = program.text.index("Study")
    assert program.text[first:].startswith("Study 12 of glaciers")
    program.press("escape", "q")
    assert program.wait_for_end() == 0
