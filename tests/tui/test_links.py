"""Only the web can be opened."""

import webbrowser

import pytest

from readlist.domain import Paper, Status, TitleSource
from readlist.tui.screens.paper_actions import open_in_browser
from readlist.tui.text import is_web_link, web_links

PAPER = Paper(
    1, "k", "T", TitleSource.DUMP, (), False, None, None, None, None, "10.1/a b", "2001.00001",
    ("https://example.org/a", "javascript:alert(1)", "file:///etc/passwd", "https://example.org/a"),
    Status.INBOX, False, (), None, "", "", (),
)  # fmt: skip


@pytest.mark.parametrize(
    "url",
    [
        "ftp://x.org",
        "file:///x",
        "javascript:x",
        "http://",
        "https://x.org/\x1b[0m",
        "http://[",
        "",
    ],
)
def test_not_a_link_to_the_web(url: str) -> None:
    assert not is_web_link(url)


def test_links_of_a_paper_each_once() -> None:
    assert web_links(PAPER) == [
        "https://example.org/a",
        "https://arxiv.org/abs/2001.00001",
        "https://doi.org/10.1/a%20b",
    ]
    assert web_links(PAPER._replace(links=(), doi=None, arxiv_id=None)) == []


def test_browser_of_the_terminal_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    class Windowed(webbrowser.BaseBrowser):
        def open(self, url: str, new: int = 0, autoraise: bool = True) -> bool:
            opened.append(url)
            return True

    monkeypatch.setattr(webbrowser, "get", lambda: webbrowser.GenericBrowser("w3m"))
    assert not open_in_browser("https://example.org")
    monkeypatch.setattr(webbrowser, "get", Windowed)
    assert open_in_browser("https://example.org")
    assert opened == ["https://example.org"]
