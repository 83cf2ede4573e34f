"""The title of the terminal's window."""

import io
from types import SimpleNamespace
from typing import Any, cast

import pytest

from readlist.tui.window_title import WindowTitle


class _Driver(SimpleNamespace):
    is_headless = False
    is_web = False

    def __init__(self) -> None:
        super().__init__(written=[])

    def write(self, text: str) -> None:
        self.written.append(text)

    def flush(self) -> None:
        pass


@pytest.fixture(autouse=True)
def _terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")


def test_the_title_there_was_is_kept_and_given_back() -> None:
    title, driver, terminal = WindowTitle(), _Driver(), io.StringIO()
    for text in ("Inbox 3", "Inbox 3", "Inbox 2"):
        title.show(cast(Any, driver), text)
    assert driver.written == [
        "\x1b[22;2t\x1b]2;readlist — Inbox 3\x07",
        "\x1b]2;readlist — Inbox 2\x07",
    ]
    title.restore(terminal)
    assert terminal.getvalue() == "\x1b]2;\x07\x1b[23;2t"
    title.restore(terminal)
    assert terminal.getvalue() == "\x1b]2;\x07\x1b[23;2t"


def test_a_tag_cannot_command_the_terminal() -> None:
    title, driver = WindowTitle(), _Driver()
    title.show(cast(Any, driver), "#a\x07\x1b[2J\x9c 1")
    [written] = driver.written
    assert written.count("\x1b") == 2
    assert written.count("\x07") == 1
    assert "\x9c" not in written


@pytest.mark.parametrize("term", ["linux", "dumb"])
def test_terminals_without_a_title_get_none(monkeypatch: pytest.MonkeyPatch, term: str) -> None:
    monkeypatch.setenv("TERM", term)
    title, driver, terminal = WindowTitle(), _Driver(), io.StringIO()
    title.show(cast(Any, driver), "Inbox 3")
    title.show(None, "Inbox 3")
    title.restore(terminal)
    assert (driver.written, terminal.getvalue()) == ([], "")
