"""``readlist note`` and what a note was."""

import shlex
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from readlist.reading_list import ReadingList

Run = Callable[..., Any]


@pytest.fixture
def written(imported: Run, tmp_path: Path) -> Run:
    """A library in which the fourth note was written three times."""
    with ReadingList.open(tmp_path / "library.db") as library:
        for text in ("First line.\nmore", "", "Last line.\nmore\n"):
            library.write_note(4, text)
    return imported


def test_the_list_tells_when_how_long_and_what(written: Run) -> None:
    lines = written("note", 4, "--history", "--all").out.splitlines()
    assert [line.split()[0] for line in lines] == ["1", "2", "3"]
    assert "16 characters  First line." in lines[0]
    assert lines[1].endswith("(empty)")
    assert [one["opening"] for one in written("note", 4, "--history", "--all", "--json").data] == [
        "First line.", "", "Last line.",
    ]  # fmt: skip


def test_the_list_leaves_out_what_was_saved_on_the_way(imported: Run, tmp_path: Path) -> None:
    with ReadingList.open(tmp_path / "library.db") as library:
        for end in range(1, 9):
            library.write_note(4, "growing!"[:end])
    lines = imported("note", 4, "--history").out.splitlines()
    assert lines[0].split()[0] == "8"
    assert lines[1].startswith("7 more were saved")
    assert imported("note", 5, "--history").out == ""


def test_a_version_can_be_shown_compared_and_restored(written: Run) -> None:
    assert written("note", 4, "--show", 1).out == "First line.\nmore\n"
    assert written("note", 4, "--show", 1, "--json").data == "First line.\nmore"
    lines = written("note", 4, "--diff", 1).out.splitlines()
    assert lines[:2] == ["--- version 1", "+++ as it is"]
    assert lines[3:] == ["-First line.", "+Last line.", " more"]
    assert written("note", 4, "--diff", 2, 1).out.splitlines()[3:] == ["+First line.", "+more"]
    assert written("note", 4, "--diff", 3).out == "No difference\n"
    assert "Restored version 1" in written("note", 4, "--restore", 1).out
    assert written("note", 4).out == "First line.\nmore\n"
    written("undo")
    assert written("note", 4, "--json").data == "Last line.\nmore\n"


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("--show", 9), 1, "no version 9"),
        (("--restore", "x"), 2, "not a version's number"),
        (("--show", 0), 2, "not a version's number"),
        (("--diff", 1, 2, 3), 2, "two versions"),
        (("--history", "--edit"), 2, "not allowed with"),
    ],
)
def test_what_cannot_be_done(written: Run, words: Any, code: int, told: str) -> None:
    answer = written("note", 4, *words)
    assert answer.code == code
    assert told in answer.err


def _editor(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    path = folder / "editor"
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
    monkeypatch.setenv("VISUAL", str(path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder))


def test_a_new_note_begins_with_the_template(
    imported: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "readlist").mkdir()
    config = tmp_path / "readlist" / "config.toml"
    config.write_text('note_template = "# {title}\\n"', encoding="utf-8")
    _editor(tmp_path, monkeypatch, "true")
    assert imported("note", 4, "--edit").out == "Nothing to change\n"
    _editor(tmp_path, monkeypatch, 'echo Mine. >> "$1"')
    imported("note", 4, "--edit")
    assert imported("note", 4).out == "# Study 4 of glaciers and what they leave behind\nMine.\n"
    config.write_text('note_template = "{titel}"', encoding="utf-8")
    assert "did you mean title?" in imported("note", 5, "--edit").err


def test_a_note_written_elsewhere_while_it_is_edited(
    imported: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    imported("note", 4, "--append", "One.")
    python = f"{shlex.quote(sys.executable)} -m readlist"
    _editor(tmp_path, monkeypatch, f'echo Two. | {python} note 4 - >&2; echo Three. > "$1"')
    answer = imported("note", 4, "--edit")
    assert answer.code == 0
    assert "both are in it" in answer.err
    assert {"Two.", "Three."} <= set(imported("note", 4).out.splitlines())
