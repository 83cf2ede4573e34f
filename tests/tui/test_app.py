"""Bursts of keys, leaving, and the palette."""

import sqlite3
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from readlist.domain import Paper
from readlist.reading_list import ReadingList

Papers = Callable[[], list[Paper]]

#: Filing, changing views, undoing, searching, writing and selecting, all in one go.
KEYS = [
    *"dtrxsdjjd", *"2sd1ukdd", "slash", *"moss", "enter", *"dd", "escape",
    "n", *"a sad dud", "escape", "j", "d", "space", "space", "V", "j", "t", "u", "u", "ctrl+r",
    *"7d3d",
]  # fmt: skip


def _state(papers: list[Paper]) -> list[tuple[object, ...]]:
    return [(one.id, one.status, one.starred, one.note, one.tags) for one in papers]


@pytest.mark.usefixtures("filled")
def test_burst_does_what_the_same_keys_do_slowly(
    play: Callable[..., None], papers: Papers, filled: ReadingList
) -> None:
    async def slowly(session: Any) -> None:
        await session.press_slowly(*KEYS)

    async def at_once(session: Any) -> None:
        session.burst(*KEYS)
        await session.settle()

    play(slowly)
    expected = _state(papers())
    assert any(note for *_, note, _ in expected)
    for _ in range(sum(act.state == "done" for act in filled.history()) - 1):
        filled.undo()
    assert _state(papers()) != expected
    play(at_once)
    assert _state(papers()) == expected


def test_200_keys_at_once(
    play: Callable[..., None],
    papers: Papers,
    library: ReadingList,
    tmp_path: Path,
    page: Callable[[int], str],
) -> None:
    (tmp_path / "many.txt").write_text(page(260))
    library.import_sources([tmp_path / "many.txt"])

    async def at_once(session: Any) -> None:
        session.burst(*"dtrx" * 50)
        await session.settle()
        assert session.views["Inbox"] == "60"
        assert session.current == 201

    play(at_once)
    statuses = [paper.status.value for paper in papers()]
    assert statuses == ["done", "to-read", "reading", "skipped"] * 50 + ["inbox"] * 60


@pytest.mark.usefixtures("filled")
def test_leaving_at_once_loses_nothing(play: Callable[..., None], papers: Papers) -> None:
    async def leave(session: Any) -> None:
        await session.leave(*"dddn", *"last words", "ctrl+q")

    play(leave)
    assert [paper.status.value for paper in papers()][:4] == ["done", "done", "done", "inbox"]
    assert papers()[3].note == "last words"


@pytest.mark.usefixtures("filled")
def test_palette_has_the_actions(play: Callable[..., None], papers: Papers) -> None:
    async def mark(session: Any) -> None:
        await session.press("ctrl+p")
        await session.type("mark done")
        await session.until("Mark done")
        await session.press("enter")

    play(mark)
    assert papers()[0].status == "done"


@pytest.mark.usefixtures("filled")
def test_the_title_of_the_window_says_what_is_looked_at(play: Callable[..., None]) -> None:
    async def session(person: Any) -> None:
        await person.press("d")
        assert person.title == "readlist — Inbox 11"
        await person.press("d")
        assert person.title == "readlist — Inbox 10"

    play(session)


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("term", ["linux", "dumb"])
def test_terminals_without_a_title_get_none(
    play: Callable[..., None], monkeypatch: pytest.MonkeyPatch, term: str
) -> None:
    monkeypatch.setenv("TERM", term)

    async def session(person: Any) -> None:
        await person.press("d")
        assert person.title == ""

    play(session)


def test_a_name_cannot_command_the_terminal(
    play: Callable[..., None], filled: ReadingList, tmp_path: Path
) -> None:
    filled.save_search("Grey", "lichens")
    with sqlite3.connect(tmp_path / "library.db") as connection:
        connection.execute("UPDATE saved_search SET name = ?", ("a\x07\x1b[2J\x9cb",))
    connection.close()

    async def session(person: Any) -> None:
        await person.until(lambda: any("a[2Jb" in line for line in person.lines))
        await person.press("h", *["j"] * 7, "enter", "space")
        assert person.title == "readlist — a[2Jb 2"
        assert person.heading.startswith("a[2Jb   1 selected of 2 papers")

    play(session)


@pytest.mark.usefixtures("filled")
def test_what_is_copied_is_the_citation(play: Callable[..., None]) -> None:
    async def session(person: Any) -> None:
        await person.press("j", "y")
        assert "Study 2 of lichens" in person.clipboard

    play(session)


@pytest.mark.parametrize("way", [("j",), ("T", "j")], ids=["list", "triage"])
def test_an_entry_of_bibtex_is_copied_as_it_is_exported(
    play: Callable[..., None], filled: ReadingList, way: tuple[str, ...]
) -> None:
    filled.edit(1, {"title": filled.paper(2).title})  # so that their keys are told apart
    exported = StringIO()

    async def session(person: Any) -> None:
        person.burst(*way, "#", *"sea", "enter", "Y")
        await person.settle()
        filled.export_document(exported, "tag:sea", format="bibtex")
        assert person.clipboard == exported.getvalue()
        assert "keywords = {sea}" in person.clipboard
        assert "Copied as BibTeX: Study 2 of lichens" in person.screen

    play(session)
