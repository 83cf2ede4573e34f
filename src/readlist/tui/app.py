"""The application: themes, the palette, the order of keys, and leaving without losing anything."""

import asyncio
import os
from collections import deque
from collections.abc import Iterable
from contextlib import suppress
from functools import partial
from pathlib import Path

from textual import events
from textual.app import App, SystemCommand
from textual.screen import Screen
from textual.widget import Widget

from readlist.paths import library_file
from readlist.reading_list import ReadingList
from readlist.tui.actions import ACTIONS
from readlist.tui.screens.main import MainScreen
from readlist.tui.theme import DARK, LIGHT, THEMES, with_muted

#: Seconds that the process waits for changes still to be written once the screen is gone.
PATIENCE = 20.0

#: Seconds that a key waits for a widget to take the one before.
KEY_PATIENCE = 1.0


def run(path: Path | None = None) -> int:
    """Open the terminal interface on a library, or the user's own; return the exit code.

    Raises :class:`~readlist.errors.DatabaseError`, before anything is drawn, when
    the library cannot be opened.
    """
    path = path or library_file()
    ReadingList.open(path).close()
    app = ReadlistApp(path)
    app.run()
    finished = app.main.desk.close(PATIENCE)
    return (app.return_code or 0) if finished else 1


class ReadlistApp(App[None]):
    """The terminal interface over one library."""

    TITLE = "readlist"
    CSS_PATH = "app.tcss"
    ENABLE_COMMAND_PALETTE = True

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.main = MainScreen(path)
        self._keys: deque[events.Key] = deque()
        self._is_leaving = False
        self._is_typing = False
        for theme in THEMES:
            self.register_theme(theme)
        wished = os.environ.get("TEXTUAL_THEME", "")
        self.theme = wished if wished in self.available_themes else DARK.name

    def get_default_screen(self) -> Screen[None]:
        """Start with the main screen."""
        return self.main

    def watch_theme(self) -> None:
        """Without colour, a theme in the terminal's own colours would be black on black."""
        if self.no_color and self.current_theme.ansi:
            self.theme = DARK.name if self.current_theme.dark else LIGHT.name

    def get_css_variables(self) -> dict[str, str]:
        """Add to the theme what it lacks."""
        return with_muted(super().get_css_variables())

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Offer every action in the palette, and what Textual offers."""
        for action in ACTIONS:
            if action.in_palette:
                run = partial(self.main.run_action, action.run)
                yield SystemCommand(action.title, action.help, run)
        for command in super().get_system_commands(screen):
            if command.title in ("Theme", "Screenshot", "Quit"):
                yield command

    async def on_event(self, event: events.Event) -> None:
        """Take keys in their order: one waits while what it acts on is still being looked up.

        So a burst of keys does what the same keys do typed slowly.
        """
        if isinstance(event, events.Key) and not event.is_forwarded:
            self._keys.append(event)
            await self._press_waiting_keys()
        else:
            await super().on_event(event)

    async def on_keys_may_go_on(self) -> None:
        """Press the keys that had to wait."""
        await self._press_waiting_keys()

    async def _press_waiting_keys(self) -> None:
        while self._keys and not self._is_typing and not self._keys_must_wait():
            focused = self.focused
            await super().on_event(self._keys.popleft())
            if focused is not None and focused.check_consume_key("a", "a"):
                await self._see_through(focused)

    async def _see_through(self, focused: Widget) -> None:
        """Let a key that was typed into ``focused`` have its effect before the next is pressed.

        What the widget does not take goes up, from parent to parent, and then comes back here.
        """
        self._is_typing = True
        for node in focused.ancestors_with_self:
            if isinstance(node, Widget):
                await _until_idle(node)
        self.call_later(self._typed)

    async def _typed(self) -> None:
        self._is_typing = False
        await self._press_waiting_keys()

    def _keys_must_wait(self) -> bool:
        return self.main.keys_must_wait and self._keys[0].key != "ctrl+q"

    async def action_quit(self) -> None:
        """Leave once everything is written; asked a second time, stop a running import."""
        self.main.writing.close()
        if self._is_leaving:
            self.main.importing.stop()
        elif self.main.desk.unfinished:
            self.set_interval(0.05, self._leave_when_finished)
        self._is_leaving = True
        self._leave_when_finished()

    def _leave_when_finished(self) -> None:
        if not self.main.desk.unfinished:
            self.exit()
        elif self.main.importing.is_running:
            self.main.parts.status.say("Leaving when the import has ended", "q stops it")
        else:
            self.main.parts.status.say("Leaving when all changes are written")


async def _until_idle(widget: Widget) -> None:
    """Wait until ``widget`` has seen the key it was given, so that the next key comes after."""
    seen = asyncio.Event()
    if widget.call_later(seen.set):
        with suppress(TimeoutError):
            await asyncio.wait_for(seen.wait(), KEY_PATIENCE)
