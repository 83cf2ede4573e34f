"""Importing from inside, and what an empty library offers."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from readlist.domain import Paper

Play = Callable[..., None]
Papers = Callable[[], list[Paper]]


def _text(person: Any, selector: str) -> str:
    return str(person.app.screen.query_one(selector).render())


def test_empty_library_says_what_to_do(play: Play, papers: Papers) -> None:
    async def session(person: Any) -> None:
        assert "Your reading list is empty" in _text(person, "#advice")
        await person.press("d", "s", "n", "e", "#", "u", "j", "space", "*", "V", "o", "y")
        await person.press("S")
        assert person.status.startswith("Imported")
        assert len(person.titles) > 30
        await person.press("u")
        assert "Your reading list is empty" in _text(person, "#advice")

    play(session)
    assert papers() == []


def test_importing_two_files_and_one_that_is_not_there(
    play: Play, papers: Papers, tmp_path: Path, page: Callable[[int], str]
) -> None:
    (tmp_path / "with a space.txt").write_text(page(3))
    (tmp_path / "b.txt").write_text(page(5))

    async def session(person: Any) -> None:
        line = f"'{tmp_path / 'with a space.txt'}' {tmp_path / 'b.txt'} {tmp_path / 'none.txt'}"
        await person.press("I", *line, "enter")
        report = _text(person, "#import-report")
        assert "✓ with a space.txt  3 added, 0 updated, 0 unchanged" in report
        assert "✓ b.txt  2 added, 0 updated, 3 unchanged" in report
        assert "✗ " in report
        assert "none.txt" in report
        await person.press("escape")
        assert len(person.titles) == 5

    play(session)
    assert len(papers()) == 5


def test_tab_completes_a_path(play: Play, papers: Papers, tmp_path: Path, page: Any) -> None:
    (tmp_path / "unmistakable.txt").write_text(page(2))

    async def session(person: Any) -> None:
        await person.press("I", *f"{tmp_path}/unm")
        await person.pilot.pause(0.2)
        assert "unmistakable.txt" in _text(person, "#import-matches")
        await person.press("tab", "enter")

    play(session)
    assert len(papers()) == 2


def test_views_without_papers_say_what_to_do(play: Play, filled: Any) -> None:
    async def session(person: Any) -> None:
        for key, words in {"2": "t puts", "3": "r puts", "4": "d puts", "5": "x puts"}.items():
            await person.press(key)
            assert words in _text(person, "#advice")
        await person.press("6")
        assert "s stars" in _text(person, "#advice")
        await person.press("1", "/", *"zzzz")
        assert "No paper in Inbox matches “zzzz”" in _text(person, "#advice")

    play(session)


def test_stopped_import_leaves_nothing(
    play: Play, papers: Papers, tmp_path: Path, page: Callable[[int], str]
) -> None:
    (tmp_path / "long.txt").write_text(page(6000))

    async def session(person: Any) -> None:
        await person.press("I", *f"{tmp_path}/long.txt")
        person.burst("enter")
        await person.pilot.pause(0.1)
        assert person.main.importing.is_running
        person.burst("ctrl+x")
        await person.settle()
        assert "stopped" in _text(person, "#import-report")
        await person.press("escape")
        assert "Your reading list is empty" in _text(person, "#advice")

    play(session)
    assert papers() == []


def test_filing_goes_on_while_an_import_runs(
    play: Play, papers: Papers, filled: Any, tmp_path: Path, page: Callable[[int], str]
) -> None:
    (tmp_path / "long.txt").write_text(page(3000).replace("Study", "Later study"))

    async def session(person: Any) -> None:
        await person.press("I", *f"{tmp_path}/long.txt")
        person.burst("enter", "escape", "d", "s", "2", "u", "1", "j", "t")
        await person.pilot.pause(0.05)
        assert person.main.browsing.counts.by_status["done"] == 1
        person.burst("ctrl+q")  # it leaves when everything is written
        await person.settle()

    play(session)
    first = papers()[:4]
    assert [paper.status.value for paper in first] == ["done", "inbox", "to-read", "inbox"]
    assert first[1].starred
    assert len(papers()) > 2000
