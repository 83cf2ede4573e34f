"""Importing from inside, and what an empty library offers."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from readlist.domain import Paper
from readlist.reading_list import ReadingList

Play = Callable[..., None]
Papers = Callable[[], list[Paper]]

EMPTY = "Your reading list is empty"


def test_empty_library_says_what_to_do(play: Play, papers: Papers) -> None:
    async def session(person: Any) -> None:
        assert EMPTY in person.screen
        await person.press("d", "s", "n", "e", "#", "u", "j", "space", "*", "V", "o", "y")
        await person.press("S")
        assert person.status.startswith("Imported")
        assert len(person.titles) > 10
        assert int(person.views["Inbox"]) > 30
        await person.press("u")
        assert EMPTY in person.screen

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
        report = " ".join(person.dialog)
        assert "✓ with a space.txt  3 added, 0 updated, 0 unchanged" in report
        assert "✓ b.txt  2 added, 0 updated, 3 unchanged" in report
        assert "✗ " in report
        assert "none.txt" in report.split("✗ ")[1]
        await person.press("escape")
        assert person.numbers == [1, 2, 3, 4, 5]

    play(session)
    assert len(papers()) == 5


def test_tab_completes_a_path(
    play: Play, papers: Papers, tmp_path: Path, page: Callable[[int], str]
) -> None:
    (tmp_path / "unmistakable.txt").write_text(page(2))

    async def session(person: Any) -> None:
        await person.press("I", *f"{tmp_path}/unm")
        await person.until("unmistakable.txt")
        await person.press("tab", "enter")

    play(session)
    assert len(papers()) == 2


def test_views_without_papers_say_what_to_do(play: Play, filled: ReadingList) -> None:
    async def session(person: Any) -> None:
        for key, words in {"2": "t puts", "3": "r puts", "4": "d puts", "5": "x puts"}.items():
            await person.press(key)
            assert words in person.list_words
        await person.press("6")
        assert "s stars" in person.list_words
        await person.press("1", "/", *"zzzz")
        assert "No paper in Inbox matches “zzzz”" in person.list_words

    play(session)


def test_stopped_import_leaves_nothing(
    play: Play, papers: Papers, tmp_path: Path, page: Callable[[int], str]
) -> None:
    (tmp_path / "long.txt").write_text(page(6000))

    async def session(person: Any) -> None:
        await person.press("I", *f"{tmp_path}/long.txt")
        person.burst("enter")
        await person.until("ctrl-x stops")
        person.burst("ctrl+x")
        await person.settle()
        assert "stopped" in " ".join(person.dialog)
        await person.press("escape")
        assert EMPTY in person.screen

    play(session)
    assert papers() == []


def test_filing_goes_on_while_an_import_runs(
    play: Play, papers: Papers, filled: ReadingList, tmp_path: Path, page: Callable[[int], str]
) -> None:
    (tmp_path / "long.txt").write_text(page(3000).replace("Study", "Later study"))

    async def session(person: Any) -> None:
        await person.press("I", *f"{tmp_path}/long.txt")
        person.burst("enter", "escape", "d", "s", "2", "u", "1", "j", "t")
        await person.until(lambda: person.views.get("Done") == "1")
        await person.leave("ctrl+q")  # it leaves when everything is written

    play(session)
    first = papers()[:4]
    assert [paper.status.value for paper in first] == ["done", "inbox", "to-read", "inbox"]
    assert first[1].starred
    assert len(papers()) > 2000
