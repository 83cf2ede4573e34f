"""How the screens look. After a change that is meant: ``pytest -m snapshot --snapshot-update``."""

import csv
import sqlite3
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from readlist.domain import Named, Statistics, Status, Waiting, Week
from readlist.errors import DatabaseError
from readlist.reading_list import ReadingList
from readlist.settings import Settings
from readlist.tui.app import ReadlistApp

Snap = Callable[..., bool]

SMALL, MIDDLE, LARGE = (80, 24), (120, 40), (200, 50)

#: Titles that are long, short, hostile, in TeX, in other scripts; then those made from abstracts.
TITLES = [
    "Thimble: Fitting a Retrieval Index into Two Megabytes of Memory without Losing an Answer, "
    "with Recommendations for Those Who Have Only One Megabyte and Nobody to Ask",
    "Borrowed Clocks",
    "[/] [bold]When Logs Talk Back[/bold]: Markup Injection\x1b[31m in Terminal Dashboards",
    r"Sparse Colourings of the Integer Grid with $\mathcal{O}(\sqrt{n})$ Colours",
    "潮汐表：从社区日记预测珊瑚产卵之夜 and What the Divers Said",
]
ABSTRACTS = [
    "An index for finding passages usually takes more memory than the text it points into. We "
    r"describe one that fits in two megabytes and answers $100\times$ faster than a scan. It keeps a "
    "sketch of every paragraph, throws away what two neighbours share, and asks the disk only when "
    "the sketches disagree, which happened for 3 of 1,400 questions.",
    "Two villages that share a church share its clock as well, and for ninety years disagreed about "
    "the hour. We read the letters in which each accuses the other of being late.",
    "Programs print what they are told, and terminals obey what is printed. We collected 612 "
    "dashboards and found that a third of them let a log line change the colours of the next.",
    "A grid is coloured sparsely when most of its cells are left blank. We show a bound for "
    "colourings in the space $W_+$ without short monochromatic progressions, and give examples.",
    "Corals of one reef release their eggs together, on a few nights of the year that divers, "
    "fishers and hotel guides remember well. We predict those nights from what they wrote down.",
    "Divers keep diaries, and diaries disagree. CoralDiary weighs 2,900 entries by how often their "
    "writers were right before, and tells which of next year's nights are worth staying up for.",
    "Ferries wait for passengers who wait for ferries. We model both as players of a game in which "
    "the first to leave loses, and compare its outcome with eleven summers of harbour logs.",
]


def _fill(path: Path, folder: Path) -> None:
    """Make a library in which nothing depends on the day, the machine or chance."""
    with (folder / "page.csv").open("w") as file:
        rows = zip(TITLES, ABSTRACTS, strict=False)
        csv.writer(file).writerows([("title", "abstract"), *rows])
    (folder / "authors.txt").write_text(
        f"Ada Lindqvist, J.-P. Moreau, Mina Okafor et al.\n{ABSTRACTS[5]}\n"
        "Authors' comments: 12 pages, code at https://example.org/coral.\n"
        f"Bo van der Ek\n{ABSTRACTS[6]}\n"
    )
    with ReadingList.open(path) as library:
        library.import_sources([folder / "page.csv", folder / "authors.txt"])
        library.tag([1, 6], ["coral", "to-cite"])
        library.write_note(6, "# Why\n\nThe only one that asked the *divers*.")
        library.star([2, 6], True)
        library.mark([7], Status.READING)
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE paper SET key = 'key' || id, added_at = '2026-01-02T03:04:05Z'")
        connection.execute(
            "UPDATE paper SET title = 'CoralDiary: Nights from Memories' WHERE id > 5"
        )
        connection.execute("UPDATE paper SET year = 2026, venue = 'Reef Letters' WHERE id = 6")
        connection.execute("UPDATE import_source SET source = '/home/ada/dumps/page.txt'")
        connection.execute("UPDATE import_source SET format = 'papers-page' WHERE id = 1")
        connection.execute(
            "UPDATE paper_source SET first_line = 4 * paper_id - 3, last_line = 4 * paper_id - 1"
            " WHERE import_source_id = 1"
        )
    connection.close()


@pytest.fixture
def picture(
    snap_compare: Snap, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, clock: Any
) -> Callable[..., bool]:
    """Return what compares the screen after some keys with its picture."""
    monkeypatch.setenv("HOME", str(tmp_path))
    related = ReadingList.related

    def none_similar(library: ReadingList, paper_id: int, _limit: int) -> Any:
        return [], related(library, paper_id, 0)[1]

    path = tmp_path / "library.db"

    def compare(
        *keys: str,
        size: tuple[int, int] = MIDDLE,
        theme: str = "readlist-dark",
        full: bool = True,
        seconds: int = 0,
        settings: Settings | None = None,
    ) -> bool:
        if full:
            _fill(path, tmp_path)
        if not any("More like this" in key for key in keys):  # they would come by themselves
            monkeypatch.setattr(ReadingList, "related", none_similar)
        app = ReadlistApp(path, settings)
        app.theme = theme

        async def before(pilot: Pilot[Any]) -> None:
            await _quiet(app, pilot)
            for key in keys:
                if key.startswith("until "):
                    await _shown(app, pilot, key.removeprefix("until "))
                    continue
                clock.go_on(seconds)
                await pilot.press(key)
                await _quiet(app, pilot)
            for widget in app.screen.query(Input):
                widget.cursor_blink = False
            for area in app.screen.query(TextArea):
                area.cursor_blink = False
            await pilot.pause(0.1)

        return snap_compare(app, terminal_size=size, run_before=before)

    return compare


async def _quiet(app: ReadlistApp, pilot: Pilot[Any]) -> None:
    for _ in range(500):
        await pilot.pause(0.01)
        if not app.is_busy:
            break
    await pilot.pause()


async def _shown(app: ReadlistApp, pilot: Pilot[Any], text: str) -> None:
    """Wait until the screen shows a text."""
    wanted = text.replace(" ", "&#160;")
    for _ in range(100):
        if wanted in app.export_screenshot():
            break
        await pilot.pause(0.05)
    await _quiet(app, pilot)


@pytest.mark.parametrize("size", [SMALL, MIDDLE, LARGE, (40, 12), (100, 40)], ids=str)
def test_inbox(picture: Callable[..., bool], size: tuple[int, int]) -> None:
    assert picture("j", "j", "j", "j", "j", size=size)


@pytest.mark.parametrize("size", [SMALL, MIDDLE], ids=str)
def test_light(picture: Callable[..., bool], size: tuple[int, int]) -> None:
    assert picture("j", "j", size=size, theme="readlist-light")


@pytest.mark.parametrize("size", [SMALL, MIDDLE], ids=str)
def test_first_start(picture: Callable[..., bool], size: tuple[int, int]) -> None:
    assert picture(size=size, full=False)


@pytest.mark.parametrize("size", [SMALL, MIDDLE], ids=str)
def test_empty_view(picture: Callable[..., bool], size: tuple[int, int]) -> None:
    assert picture("5", size=size)


@pytest.mark.parametrize("size", [SMALL, MIDDLE], ids=str)
def test_paper_opened(picture: Callable[..., bool], size: tuple[int, int]) -> None:
    assert picture("G", "enter", size=size)


@pytest.mark.parametrize("size", [SMALL, MIDDLE], ids=str)
def test_note(picture: Callable[..., bool], size: tuple[int, int]) -> None:
    assert picture("G", "n", size=size)


@pytest.mark.parametrize("size", [SMALL, MIDDLE], ids=str)
def test_search(picture: Callable[..., bool], size: tuple[int, int]) -> None:
    assert picture("7", "slash", *"dive", size=size)


@pytest.mark.parametrize("size", [SMALL, MIDDLE], ids=str)
def test_selection(picture: Callable[..., bool], size: tuple[int, int]) -> None:
    assert picture("7", "space", "j", "V", "j", "j", size=size)


@pytest.mark.parametrize("size", [SMALL, MIDDLE], ids=str)
def test_all_statuses(picture: Callable[..., bool], size: tuple[int, int]) -> None:
    assert picture("7", *"dtx", size=size)


@pytest.mark.parametrize("size", [SMALL, MIDDLE], ids=str)
def test_dialogs(picture: Callable[..., bool], size: tuple[int, int]) -> None:
    assert picture("number_sign", *"gr", size=size)


@pytest.mark.parametrize("size", [SMALL, MIDDLE], ids=str)
def test_help(picture: Callable[..., bool], size: tuple[int, int]) -> None:
    assert picture("question_mark", size=size)


@pytest.mark.parametrize("size", [SMALL, MIDDLE], ids=str)
def test_order(picture: Callable[..., bool], size: tuple[int, int]) -> None:
    assert picture("O", "j", size=size)


def test_reading_queue_with_a_smaller_list(picture: Callable[..., bool]) -> None:
    keys = ("7", *"tttt", "2", "J", "less_than_sign", "less_than_sign", "less_than_sign")
    assert picture(*keys)


def test_edit(picture: Callable[..., bool]) -> None:
    assert picture("G", "e", size=SMALL)


def test_import(picture: Callable[..., bool]) -> None:
    assert picture("I", size=SMALL)


def test_error(picture: Callable[..., bool]) -> None:
    assert picture("e", "tab", "tab", *"soon", "enter", size=SMALL)


def test_no_colour(picture: Callable[..., bool], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert picture("j", "s", "space", size=SMALL)


def test_no_colour_in_a_theme_of_the_terminal(
    picture: Callable[..., bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert picture("j", "s", "space", size=SMALL, theme="ansi-dark")


def test_terminal_colours(picture: Callable[..., bool]) -> None:
    assert picture("j", "s", "space", size=SMALL, theme="ansi-dark")


@pytest.mark.parametrize("size", [SMALL, MIDDLE, LARGE, (40, 12)], ids=str)
def test_triage(picture: Callable[..., bool], size: tuple[int, int]) -> None:
    assert picture("7", *"Tdtxjj", size=size, seconds=6)


def test_triage_light(picture: Callable[..., bool]) -> None:
    assert picture(*"Tdt", size=SMALL, theme="readlist-light", seconds=6)


def test_triage_without_colour(
    picture: Callable[..., bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert picture("T", size=SMALL)


@pytest.mark.parametrize("size", [SMALL, (40, 12)], ids=str)
def test_triage_note(picture: Callable[..., bool], size: tuple[int, int]) -> None:
    assert picture("T", "n", *"why", "escape", "n", size=size)


@pytest.mark.parametrize("size", [SMALL, MIDDLE], ids=str)
def test_triage_summary(picture: Callable[..., bool], size: tuple[int, int]) -> None:
    assert picture("7", *"Ttdjxxtj", size=size, seconds=6)


def _statistics(_: ReadingList) -> Statistics:
    done = [0, 2, 0, 1, 4, 3, 0, 0, 5, 2, 1, 7, 3, 2, 0, 4, 6, 2, 1, 3, 8, 5, 2, 0, 4, 3]
    first = date(2025, 9, 1)
    weeks = tuple(
        Week((first + timedelta(weeks=n)).isoformat(), read, 160 - 3 * n + 20 * (n % 5 == 0))
        for n, read in enumerate(done)
    )
    waiting = tuple(
        Waiting(n + 1, title, "to-read" if n % 2 else "inbox", 200 - 31 * n)
        for n, title in enumerate(TITLES)
    )
    return Statistics(
        dict(zip(Status, (106, 31, 4, 68, 12), strict=True)),
        9,
        17,
        weeks,
        waiting,
        tuple(Named(name, number) for name, number in [("coral", 21), ("logs", 8), ("[/b]", 1)]),
        tuple(Named(name, number) for name, number in [("Ada Lindqvist", 7), ("J.-P. Moreau", 3)]),
    )


@pytest.mark.parametrize("size", [SMALL, MIDDLE, LARGE, (40, 12)], ids=str)
def test_statistics(
    picture: Callable[..., bool], size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ReadingList, "statistics", _statistics)
    assert picture("percent_sign", "j", size=size)


def test_statistics_light(picture: Callable[..., bool], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ReadingList, "statistics", _statistics)
    assert picture("percent_sign", *"jjjjjj", size=MIDDLE, theme="readlist-light")


def test_statistics_without_colour(
    picture: Callable[..., bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ReadingList, "statistics", _statistics)
    monkeypatch.setenv("NO_COLOR", "1")
    assert picture("percent_sign", size=SMALL)


def test_statistics_that_cannot_be_told(
    picture: Callable[..., bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: ReadingList) -> None:
        raise DatabaseError("the database is damaged", "restore a backup")

    monkeypatch.setattr(ReadingList, "statistics", refuse)
    assert picture("percent_sign", size=SMALL)


def test_export(picture: Callable[..., bool]) -> None:
    assert picture("space", "space", "w", size=SMALL)


def test_import_report(
    picture: Callable[..., bool], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "wells").mkdir()
    for number in range(14):
        abstract = f"An abstract about well {number} and the water in it. "
        text = f"title,abstract\nWells {number},{abstract * 2}\n"
        (tmp_path / "wells" / f"{number:02}.txt").write_text(text)
    monkeypatch.chdir(tmp_path)
    assert picture("I", *"wells", "enter", size=SMALL)


@pytest.mark.parametrize("size", [SMALL, MIDDLE], ids=str)
def test_palette(picture: Callable[..., bool], size: tuple[int, int]) -> None:
    assert picture("ctrl+p", *"mark", size=size)


@pytest.mark.parametrize("size", [SMALL, MIDDLE], ids=str)
def test_one_paper(picture: Callable[..., bool], size: tuple[int, int]) -> None:
    assert picture("3", size=size)


@pytest.mark.parametrize("size", [(40, 12), MIDDLE], ids=str)
def test_long_text(
    picture: Callable[..., bool], size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(f"{__name__}.ABSTRACTS", [" ".join(ABSTRACTS), *ABSTRACTS[1:]])
    assert picture("enter", *["pagedown"] * 2, size=size)


def test_first_start_light(picture: Callable[..., bool]) -> None:
    assert picture(size=SMALL, full=False, theme="readlist-light")


def test_light_colours_of_the_terminal(picture: Callable[..., bool]) -> None:
    assert picture("j", "s", "space", size=SMALL, theme="ansi-light")


def test_keys_that_were_set(picture: Callable[..., bool]) -> None:
    keys = {"file.done": ("f1",), "undo": ("U",), "back": ("f4",), "open": ("f5",)}
    assert picture("f1", "number_sign", size=SMALL, settings=Settings(keys=keys))


@pytest.mark.parametrize("theme", ["readlist-dark", "readlist-light"])
@pytest.mark.parametrize("size", [SMALL, LARGE], ids=str)
def test_found(picture: Callable[..., bool], size: tuple[int, int], theme: str) -> None:
    assert picture("7", "/", *"divers nig", "enter", size=size, theme=theme)


@pytest.mark.parametrize("size", [SMALL, MIDDLE], ids=str)
def test_corrected(picture: Callable[..., bool], size: tuple[int, int]) -> None:
    assert picture("/", *"borowed clcoks", size=size)


@pytest.mark.parametrize("size", [SMALL, MIDDLE], ids=str)
def test_nothing_found(picture: Callable[..., bool], size: tuple[int, int]) -> None:
    assert picture("/", *"is:starred clocks -villages", size=size)


@pytest.mark.parametrize("size", [SMALL, MIDDLE], ids=str)
def test_wrong_filter(picture: Callable[..., bool], size: tuple[int, int]) -> None:
    assert picture("/", *"statsu:done clocks", "enter", size=size)


def test_completion(picture: Callable[..., bool]) -> None:
    assert picture("/", *"clocks sta", "until us:", size=SMALL)


def test_completion_beside(picture: Callable[..., bool]) -> None:
    assert picture("/", *"lindq", "until author:")


@pytest.mark.parametrize("size", [SMALL, MIDDLE], ids=str)
def test_saved_searches(
    picture: Callable[..., bool],
    tmp_path: Path,
    size: tuple[int, int],
) -> None:
    _fill(tmp_path / "library.db", tmp_path)
    with ReadingList.open(tmp_path / "library.db") as library:
        library.save_search("Night dives", "divers has:abstract")
        library.save_search("Not understood any more", "clocks")
    with sqlite3.connect(tmp_path / "library.db") as connection:
        connection.execute("UPDATE saved_search SET query = 'shelf:top' WHERE query = 'clocks'")
    connection.close()
    assert picture("2", "7", "until Night dives", "h", *"jj", "until … ? ", full=False, size=size)


def test_more_like_this(picture: Callable[..., bool]) -> None:
    assert picture("7", "j", "until More like this", size=LARGE)


def test_listed_as_like_one(picture: Callable[..., bool]) -> None:
    assert picture("7", "m")


def test_found_without_colour(
    picture: Callable[..., bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert picture("7", "/", *"divers nig", "enter")
