"""A screen that draws only what changed shows what one that draws all would show."""

from collections.abc import Callable
from typing import Any

import pyte
import pytest
from textual._compositor import Compositor, CompositorUpdate, LayoutUpdate
from textual.app import App
from textual.geometry import Region

from readlist.tui.screens.sparing_screen import SparingCompositor

Play = Callable[..., None]

pytestmark = pytest.mark.usefixtures("filled")

SIZES = [(120, 40), (80, 24), (50, 15)]
#: Moves, files, stars, has rows lower and higher, searches, goes through panes and screens, and
#: takes back.
KEYS = [*"jjzjzsd", "tab", "j", "tab", "j", *"1/", *"lich", "enter", "j", "escape", *"mmvju?"]
KEYS += ["escape", "T", "space", "t", "escape", *"7gG"]


class _Terminal:
    """Takes what is sent to a terminal, and tells what is to be seen on it."""

    def __init__(self, app: App[Any]) -> None:
        self._app = app
        self._screen = pyte.Screen(*app.size)
        self._stream = pyte.Stream(self._screen)

    def take(self, update: CompositorUpdate | None) -> None:
        if update is not None:
            self._stream.feed(update.render_segments(self._app.console))

    @property
    def cells(self) -> list[list[Any]]:
        """Every letter with its looks."""
        lines, columns = range(self._screen.lines), range(self._screen.columns)
        return [[self._screen.buffer[y][x] for x in columns] for y in lines]


def _all_of(app: App[Any]) -> list[list[Any]]:
    """Return the cells of a terminal on which Textual draws all of the screen anew in its own way."""
    for widget in app.screen.query("*"):
        widget.notify_style_update()  # what it kept of earlier drawings goes
    region = Region(0, 0, *app.size)
    chops = Compositor._render_chops(app.screen._compositor, region, lambda _: True)
    terminal = _Terminal(app)
    terminal.take(LayoutUpdate([line.values() for line in chops], region))
    return terminal.cells


@pytest.mark.parametrize("size", SIZES)
def test_nothing_that_changed_is_missed(
    play: Play, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    async def session(person: Any) -> None:
        terminal = _Terminal(person.app)
        display = App._display

        def shown(app: App[Any], screen: Any, update: Any) -> None:
            display(app, screen, update)
            terminal.take(update)

        monkeypatch.setattr(App, "_display", shown)
        person.app.screen.refresh(layout=True)
        await person.settle()
        assert isinstance(person.main._compositor, SparingCompositor)
        for key in KEYS:
            await person.press(key)
            await person.settle()
            assert terminal.cells == _all_of(person.app), key
        for theme in ("readlist-light", "ansi-dark", "textual-dark", "readlist-dark"):
            person.app.theme = theme
            await person.settle()
            await person.press("j")
            await person.settle()
            assert terminal.cells == _all_of(person.app), theme

    play(session, size=size)
