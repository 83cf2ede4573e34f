"""What is typed into dialogs."""

import asyncio
from pathlib import Path

import pytest
from textual.app import App, ComposeResult

from readlist.tui.screens.dialogs import (
    LastWordSuggester,
    PathInput,
    completions,
    read_paths,
    read_tags,
)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("gnn", (["gnn"], [])),
        ("#gnn, +deep -old", (["#gnn", "deep"], ["old"])),
        ("-a -b", ([], ["a", "b"])),
        (" - # + ", None),
        ("", None),
    ],
)
def test_read_tags(typed: str, words: tuple[list[str], list[str]] | None) -> None:
    assert read_tags(typed) == words


def test_last_word_is_completed() -> None:
    suggester = LastWordSuggester(["graphs", "green"])
    assert asyncio.run(suggester.get_suggestion("a -gr")) == "a -graphs"
    assert asyncio.run(suggester.get_suggestion("gre")) == "green"
    assert asyncio.run(suggester.get_suggestion("gr ")) is None


# Paths as people type them


def test_several_paths_and_quotes(tmp_path: Path) -> None:
    assert read_paths("a.txt  'b c.txt' d\\ e.txt") == [
        Path("a.txt"), Path("b c.txt"), Path("d e.txt"),
    ]  # fmt: skip
    assert read_paths("   ") == []
    assert read_paths("it's") == [Path("it's")]
    assert read_paths("~/x.txt") == [Path.home() / "x.txt"]
    assert read_paths("x" * 5000) == [Path("x" * 5000)]


def test_path_that_exists_needs_no_quotes(tmp_path: Path) -> None:
    spaced = tmp_path / "my papers"
    spaced.mkdir()
    assert read_paths(f" {spaced} ") == [spaced]


def test_completions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers.txt").touch()
    (tmp_path / ".hidden").touch()
    (tmp_path / "bad\x1bname").touch()
    assert completions("~/pa") == ["~/papers.txt", "~/papers/"]
    assert completions(f"one.txt {tmp_path}/") == [f"{tmp_path}/papers.txt", f"{tmp_path}/papers/"]
    assert completions(f"{tmp_path}/.h") == [f"{tmp_path}/.hidden"]
    assert completions("") == completions("a ") == completions("/nowhere/at/all") == []


class _Host(App[None]):
    """One line for paths, and the completions it last announced."""

    announced: tuple[str, list[str]] = ("", [])

    def compose(self) -> ComposeResult:
        yield PathInput()

    def on_path_input_completions(self, event: PathInput.Completions) -> None:
        self.announced = event.value, [Path(path).name for path in event.completions]


def test_line_announces_its_completions_and_takes_the_first(tmp_path: Path) -> None:
    (tmp_path / "tides.txt").touch()
    (tmp_path / "ties").mkdir()

    async def session() -> None:
        host = _Host()
        async with host.run_test() as pilot:
            line = host.query_one(PathInput)
            line.value = f"{tmp_path}/ti"
            for _ in range(500):
                await pilot.pause(0.01)
                if host.announced[1]:
                    break
            assert host.announced == (f"{tmp_path}/ti", ["tides.txt", "ties"])
            await pilot.press("end", "tab")
            assert line.value == f"{tmp_path}/tides.txt"

    asyncio.run(session())
