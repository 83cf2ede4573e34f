"""Exporting from inside."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Play = Callable[..., None]

pytestmark = pytest.mark.usefixtures("filled")

#: A status line must be long enough for the path of a test's folder.
WIDE = (250, 40)


def test_what_is_listed_is_exported_and_edits_are_kept(play: Play, tmp_path: Path) -> None:
    folder = tmp_path / "out"

    async def session(person: Any) -> None:
        await person.press("/", *"lichens", "enter", "w", "ctrl+u", *str(folder), "enter")
        await person.until("2 written")
        assert person.status.endswith("out: 2 written, 0 unchanged")
        edited = sorted(folder.iterdir())[0]
        edited.write_text(edited.read_text() + "\nmine\n")
        await person.press("w", "ctrl+u", *str(folder), "enter")
        await person.until("0 written")
        told = f"out: 0 written, 1 unchanged, 1 edited by hand and kept ({edited.name})"
        assert person.status.endswith(told)

    play(session, size=WIDE)
    assert len(list(folder.iterdir())) == 2


def test_folder_that_cannot_be_is_told(play: Play, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("here")

    async def session(person: Any) -> None:
        await person.press("w", "ctrl+u", *str(tmp_path / "file"), "enter")
        await person.until("Error: ")
        await person.press("E", "escape")

    play(session)
    assert (tmp_path / "file").read_text() == "here"


def test_what_is_selected_is_exported(play: Play, tmp_path: Path) -> None:
    folder = tmp_path / "out"

    async def session(person: Any) -> None:
        await person.press("space", "j", "space", "w")
        assert "Inbox · 2 papers selected" in person.dialog
        await person.press("ctrl+u", *str(folder), "enter")
        await person.until("2 written")
        assert person.status.endswith("out: 2 written, 0 unchanged")

    play(session, size=WIDE)
    texts = " ".join(path.read_text() for path in folder.iterdir())
    assert "Study 1 of tides" in texts
    assert "Study 3 of queues" in texts
