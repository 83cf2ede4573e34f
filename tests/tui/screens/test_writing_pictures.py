"""How writing looks. After a change that is meant: ``pytest -m snapshot --snapshot-update``."""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from readlist.reading_list import ReadingList
from readlist.settings import Settings
from readlist.tui.app import ReadlistApp

SMALL, MIDDLE, LARGE = (80, 24), (120, 40), (200, 50)

PAPERS = {
    "Borrowed Clocks and the Villages That Share Them": "Two villages that share a church share "
    "its clock as well, and for ninety years disagreed about the hour. We read the letters in "
    "which each accuses the other of being late.",
    "Ferry Timetables as a Waiting Game": "Ferries wait for passengers who wait for ferries. We "
    "model both as players of a game in which the first to leave loses.",
    "Clockmakers Who Never Met: Gears in Parallel": "Three workshops cut the same gear in the "
    "same year. We compare the teeth, and find that two of them had read the same almanac.",
}

NOTE = """# Why it matters

Answers [[Ferry Timetables as a Waiting Game]] with *letters*, not models;
[[A paper nobody wrote]] would settle it.

- 90 years of `grievances`
- see [their page](https://example.org/clocks)

> its clock as well
"""

TIMES = ("2026-01-02T08:00:00.000Z", "2026-01-02T08:00:09.000Z", "2026-02-03T18:30:00.000Z")


def _fill(path: Path, folder: Path) -> None:
    (folder / "page.txt").write_text("\n\n".join(f"{a}\n\n{b}" for a, b in PAPERS.items()))
    with ReadingList.open(path) as library:
        library.import_sources([folder / "page.txt"])
        library.write_note(1, "# Why it matters\n\nLetters.")
        library.write_note(1, "# Why it matters\n\nLetters, not models.\nAn old thought.\n")
        library.write_note(1, NOTE)
        library.write_note(
            2, "Compare [[Borrowed Clocks and the Villages That Share Them|clocks]]."
        )
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE paper SET key = 'key' || id, added_at = '2026-01-02T03:04:05Z'")
        connection.execute("UPDATE import_source SET source = '/home/ada/dumps/page.txt'")
        connection.execute(
            "UPDATE note_version SET paper_key = CASE WHEN id < 4 THEN 'key1' ELSE 'key2' END"
        )
        for number, at in enumerate(TIMES, 1):
            connection.execute("UPDATE note_version SET saved_at = ? WHERE id = ?", (at, number))
    connection.close()


@pytest.fixture
def picture(
    snap_compare: Callable[..., bool],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    clock: Any,
) -> Callable[..., bool]:
    """Return what compares the screen after some keys with its picture."""
    monkeypatch.setenv("HOME", str(tmp_path))
    path = tmp_path / "library.db"

    def compare(
        *keys: str, size: tuple[int, int], dark: bool = True, settings: Settings | None = None
    ) -> bool:
        _fill(path, tmp_path)
        app = ReadlistApp(path, settings)
        app.theme = "readlist-dark" if dark else "readlist-light"

        async def before(pilot: Pilot[Any]) -> None:
            await _quiet(app, pilot)
            for key in keys:
                await pilot.press(key)
                await _quiet(app, pilot)
            for widget in app.screen.query(Input):
                widget.cursor_blink = False
            for area in app.screen.query(TextArea):
                area.cursor_blink = False
            await _saved(app, pilot)
            await pilot.pause(0.1)

        return snap_compare(app, terminal_size=size, run_before=before)

    return compare


async def _quiet(app: ReadlistApp, pilot: Pilot[Any]) -> None:
    for _ in range(500):
        await pilot.pause(0.01)
        if not app.is_busy:
            break
    await pilot.pause()


async def _saved(app: ReadlistApp, pilot: Pilot[Any]) -> None:
    """Wait until the note is saved, the preview has followed, and what comes by itself is there."""
    await pilot.pause(0.6)
    before = ""
    for _ in range(40):
        await pilot.pause(0.3)
        await _quiet(app, pilot)
        picture = app.export_screenshot()
        is_saving = any(f"Note&#160;·&#160;{state}" in picture for state in ("…", "saving…"))
        if picture == before and not is_saving:
            break
        before = picture


SIZES = pytest.mark.parametrize("size", [SMALL, MIDDLE, LARGE], ids=str)
THEMES = pytest.mark.parametrize("dark", [True, False], ids=["dark", "light"])


@SIZES
def test_links_and_where_they_come_from(
    picture: Callable[..., bool], size: tuple[int, int]
) -> None:
    assert picture("enter", size=size)


@SIZES
@THEMES
def test_preview(picture: Callable[..., bool], size: tuple[int, int], dark: bool) -> None:
    assert picture("n", "ctrl+t", size=size, dark=dark)


@SIZES
def test_completing_a_link(picture: Callable[..., bool], size: tuple[int, int]) -> None:
    assert picture("j", "n", *"[[clock", "down", size=size)


@SIZES
@THEMES
def test_history(picture: Callable[..., bool], size: tuple[int, int], dark: bool) -> None:
    assert picture("H", "j", size=size, dark=dark)


def test_template(picture: Callable[..., bool]) -> None:
    settings = Settings(note_template="# {title}\n\n{authors} ({year})\n\n## Claims\n\n")
    assert picture("j", "j", "n", size=SMALL, settings=settings)
