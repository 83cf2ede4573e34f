"""Notes in a real terminal: killed while writing, and written in an editor outside."""

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from readlist.reading_list import ReadingList

pytestmark = pytest.mark.usefixtures("filled")

Editor = Callable[[str], None]


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Editor:
    """Return what makes a shell script the editor; the file to edit is its ``$1``."""

    def be(script: str) -> None:
        path = tmp_path / "editor"
        path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        path.chmod(0o755)
        monkeypatch.setenv("VISUAL", str(path))

    monkeypatch.setenv("TMPDIR", str(tmp_path))
    return be


def _note(tmp_path: Path, wanted: str | None = None) -> str | None:
    """Return the note of the first paper, waiting a while for one that is ``wanted``."""
    for _ in range(100):
        with ReadingList.open(tmp_path / "library.db") as library:
            note = library.paper(1).note
        if wanted is None or note == wanted:
            break
        time.sleep(0.1)
    return note


def test_killed_a_moment_after_the_last_key_the_note_is_there(
    terminal: Any, tmp_path: Path
) -> None:
    one = terminal(120, 40)
    one.wait_for("Study 1 of tides")
    one.press("n")
    one.wait_for("Note ·")
    one.type("Counted *twice*.")
    one.wait_for("Counted")
    time.sleep(1.4)
    os.kill(one.process_id, signal.SIGKILL)
    assert _note(tmp_path) == "Counted *twice*."


def test_an_editor_that_changes_the_note(terminal: Any, tmp_path: Path, editor: Editor) -> None:
    editor('echo "INSIDE THE EDITOR"; sleep 0.5; printf "Written outside.\\n" >> "$1"')
    one = terminal(120, 40)
    one.wait_for("Study 1 of tides")
    one.press("E")
    one.wait_for("INSIDE THE EDITOR")
    one.wait_for("Wrote the note")
    assert "Written outside." in one.wait_for("Study 12")
    assert "INSIDE" not in one.text
    assert _note(tmp_path) == "Written outside.\n"
    one.press("u")
    one.wait_for("Undid")
    assert _note(tmp_path) is None


def test_an_editor_that_goes_on_with_the_open_note(
    terminal: Any, tmp_path: Path, editor: Editor
) -> None:
    editor('printf " and outside" >> "$1"')
    one = terminal(120, 40)
    one.wait_for("Study 1 of tides")
    one.press("n")
    one.wait_for("Note ·")
    one.type("inside")
    one.press("ctrl+o")
    one.wait_for("inside and outside")
    one.type(" and in")
    one.press("escape")
    assert _note(tmp_path, "inside and outside and in") == "inside and outside and in"


@pytest.mark.parametrize(
    ("script", "told", "note"),
    [
        (': > "$1"', "Wrote the note", None),
        ("true", "Nothing was changed", "Before.\n"),
        ('printf after > "$1"; exit 3', "ended with code 3", "Before.\n"),
        ('rm "$1"', "deleted", "Before.\n"),
        ('printf "\\377\\376" > "$1"', "utf-8", "Before.\n"),
        ('mv "$1" "$1.new"; printf new > "$1.new"; mv "$1.new" "$1"', "Wrote the note", "new"),
    ],
    ids=["empties", "never writes", "fails", "deletes", "writes no text", "replaces"],
)
def test_whatever_an_editor_does_ends_well(
    terminal: Any,
    filled: ReadingList,
    tmp_path: Path,
    editor: Editor,
    script: str,
    told: str,
    note: str | None,
) -> None:
    filled.write_note(1, "Before.\n")
    editor(script)
    one = terminal(160, 40)
    one.wait_for("Before.")
    one.press("E")
    one.wait_for(told)
    one.wait_for("Study 12")
    assert _note(tmp_path) == note
    if "exit 3" in script:
        [kept] = tmp_path.glob("readlist-*/note.md")
        assert kept.read_text() == "after"
    one.press("q")
    assert one.wait_for_end() == 0


def test_an_editor_that_does_not_exist(
    terminal: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUAL", "/nowhere/at-all")
    one = terminal(160, 40)
    one.wait_for("Study 1 of tides")
    one.press("E")
    one.wait_for("/nowhere/at-all")
    one.wait_for("Study 12")


def test_ctrl_c_is_the_editors(terminal: Any, tmp_path: Path, editor: Editor) -> None:
    editor(
        'trap "echo CAUGHT" INT; echo READY; for i in 1 2 3 4 5 6; do sleep 0.3; done; echo x > "$1"'
    )
    one = terminal(120, 40)
    one.wait_for("Study 1 of tides")
    one.press("E")
    one.wait_for("READY")
    one.press("ctrl+c")
    one.wait_for("Wrote the note")
    assert _note(tmp_path) == "x\n"


def test_what_was_written_elsewhere_meanwhile_is_kept(
    terminal: Any, filled: ReadingList, tmp_path: Path, editor: Editor
) -> None:
    filled.write_note(1, "First.\n\nSecond.\n")
    editor(
        'echo READY; while [ ! -e "$(dirname "$0")/go" ]; do sleep 0.1; done; echo Third. >> "$1"'
    )
    one = terminal(120, 40)
    one.wait_for("Second.")
    one.press("E")
    one.wait_for("READY")
    filled.write_note(1, "Zeroth.\n\nFirst.\n\nSecond.\n")
    (tmp_path / "go").touch()
    merged = "Zeroth.\n\nFirst.\n\nSecond.\nThird.\n"
    assert _note(tmp_path, merged) == merged


def test_the_same_lines_written_twice_are_both_kept_and_it_is_said(
    terminal: Any, filled: ReadingList, tmp_path: Path, editor: Editor
) -> None:
    filled.write_note(1, "Line.\n")
    editor('echo READY; while [ ! -e "$(dirname "$0")/go" ]; do sleep 0.1; done; echo Ours. > "$1"')
    one = terminal(120, 40)
    one.wait_for("Line.")
    one.press("E")
    one.wait_for("READY")
    filled.write_note(1, "Theirs.\n")
    (tmp_path / "go").touch()
    one.wait_for("both are in it")
    note = _note(tmp_path) or ""
    assert note.splitlines()[1::2] == ["Ours.", "Theirs."]


def test_two_terminals_on_one_note(terminal: Any, filled: ReadingList, tmp_path: Path) -> None:
    filled.write_note(1, "top\n\n\nbottom")
    one, other = terminal(120, 40), terminal(120, 40)
    for each in (one, other):
        each.wait_for("bottom")
        each.press("n")
        each.wait_for("Note ·")
    one.type(" of one")
    assert _note(tmp_path, "top\n\n\nbottom of one") == "top\n\n\nbottom of one"
    other.wait_for("bottom of one")
    other.type(", and the other")
    wanted = "top\n\n\nbottom of one, and the other"
    assert _note(tmp_path, wanted) == wanted
    one.wait_for("and the other")


def test_a_link_in_the_preview_is_clicked(terminal: Any, filled: ReadingList) -> None:
    filled.write_note(1, "See [[Study 3 of queues and what they leave behind|zebra crossing]].")
    one = terminal(80, 24)
    one.wait_for("Study 1 of tides")
    one.press("n")
    one.wait_for("[[Study 3")
    one.press("ctrl+t")
    one.wait_for("See zebra crossing.")
    one.click("zebra")
    assert "Study 3 of queues" in one.wait_for("The queues of valley")
