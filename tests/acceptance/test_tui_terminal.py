"""A person's first session, in a real terminal: what the keys did is what the library holds."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from readlist.samples import sample_files

SIZES = [(80, 24), (200, 50)]
HOSTILE = "[/] [bold]x\x1b[31m\x1b]0;owned\x07 of the terminal"


def _dumps() -> list[Path]:
    """Real dumps where there are some, else those of the package."""
    folder = os.environ.get("READLIST_SEEDS")
    return sorted(Path(folder).glob("*.txt")) if folder else sample_files()


def _listed(database: Path) -> list[dict[str, Any]]:
    """Return what the command line says the library holds, by id."""
    command = [sys.executable, "-m", "readlist", "--db", str(database), "list", "--json"]
    listed: list[dict[str, Any]] = json.loads(subprocess.check_output(command))
    return sorted(listed, key=lambda paper: int(paper["id"]))


def _put_in_folder(dumps: list[Path], folder: Path) -> Path:
    folder.mkdir()
    for dump in dumps:
        (folder / dump.name).write_bytes(dump.read_bytes())
    return folder


@pytest.mark.parametrize(("columns", "lines"), SIZES)
def test_first_session(
    terminal: Callable[..., Any], tmp_path: Path, columns: int, lines: int
) -> None:
    folder = _put_in_folder(_dumps(), tmp_path / "dumps")
    program = terminal(columns, lines)
    program.wait_for("Your reading list is empty")
    program.press("I")
    program.wait_for("Import papers")
    program.type(str(folder))
    program.press("enter")
    program.wait_for("esc closes · then u takes it back")
    program.press("escape")
    before = {paper["id"]: paper for paper in _listed(program.database)}
    ids = [paper["id"] for paper in _listed(program.database)]
    assert {paper["status"] for paper in before.values()} == {"inbox"}
    program.wait_for(f"{len(ids)} papers")

    program.press("d", "t", "r", "x", "d")  # five papers are filed
    program.press("s", "j", "s")  # the sixth and the seventh are starred
    program.press("n")
    program.type("# Why\nIt matters; read *twice*.")
    program.press("escape")
    program.press("j", "d", "u")  # the eighth is filed, and that is undone
    program.wait_for("Undid: Marked")
    program.press("q")
    assert program.wait_for_end() == 0

    expected = dict(zip(ids[:5], ["done", "to-read", "reading", "skipped", "done"], strict=True))
    for paper in _listed(program.database):
        number = paper["id"]
        assert paper["status"] == expected.get(number, "inbox")
        assert paper["starred"] == (number in ids[5:7])
        note = "# Why\nIt matters; read *twice*." if number == ids[6] else None
        assert paper["note"] == note
        unchanged = {"status", "starred", "note", "updated_at"}
        for field in paper.keys() - unchanged:
            assert paper[field] == before[number][field]


@pytest.mark.parametrize(("columns", "lines"), SIZES)
def test_hostile_title_shows_as_its_letters(
    terminal: Callable[..., Any], tmp_path: Path, columns: int, lines: int
) -> None:
    dump = tmp_path / "hostile.csv"
    dump.write_text(
        "title,abstract\n"
        f"{HOSTILE},This abstract is about terminals that believe what they are told.\n"
        "A second paper about nothing,Another abstract that is here for company only.\n"
    )
    command = [sys.executable, "-m", "readlist", "--db", str(tmp_path / "library.db")]
    subprocess.run([*command, "import", str(dump)], check=True, capture_output=True)
    program = terminal(columns, lines)
    shown = "[/] [bold]x[31m]0;owned of the terminal"
    program.wait_for(shown)
    program.press("enter")  # the paper itself
    program.press("s")
    program.wait_for(f"Starred “{shown[:20]}")
    program.press("#")
    program.wait_for("-word removes")
    assert shown in program.text
    program.press("escape", "ctrl+q")
    assert program.wait_for_end() == 0
    assert b"owned\x07" not in program.raw
    assert b"x\x1b[31m" not in program.raw


def test_keys_typed_before_anything_is_shown_count(terminal: Callable[..., Any]) -> None:
    command = [sys.executable, "-m", "readlist", "--db"]
    program = terminal(80, 24)
    program.wait_for("Your reading list is empty")
    program.press("S")
    program.wait_for("Imported")
    program.type("dtrx" * 5 + "q")
    assert program.wait_for_end() == 0
    listed = json.loads(
        subprocess.check_output([*command, str(program.database), "list", "--json"])
    )
    statuses = [paper["status"] for paper in sorted(listed, key=lambda paper: int(paper["id"]))]
    assert statuses[:20] == ["done", "to-read", "reading", "skipped"] * 5
    assert set(statuses[20:]) == {"inbox"}
