"""The application: themes, the palette, the order of keys, and leaving without losing anything."""

import asyncio
import gc
import os
from collections.abc import Iterable
from contextlib import suppress
from functools import partial
from pathlib import Path

from textual import events
from textual.actions import parse
from textual.app import App, SystemCommand
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input

from readlist.errors import ReadlistError
from readlist.paths import config_file, library_file, state_file
from readlist.reading_list import ReadingList
from readlist.settings import Settings, load
from readlist.text import nearest
from readlist.tui.actions import ACTIONS
from readlist.tui.failures import explain
from readlist.tui.key_names import key_name
from readlist.tui.memory import Memory
from readlist.tui.screens.main import MainScreen
from readlist.tui.theme import DARK, LIGHT, THEMES, with_muted
from readlist.tui.widgets.paper_list import PaperList
from readlist.tui.window_title import WindowTitle
from readlist.tui.wording import pasted

#: Seconds that the process waits for changes still to be written once the screen is gone.
PATIENCE = 20.0

#: Seconds that a key waits for a widget to take the one before.
KEY_PATIENCE = 1.0


def run(path: Path | None = None) -> int:
    """Open the terminal interface on a library, or the user's own; return the exit code.

    Raises :class:`~readlist.errors.DatabaseError`, before anything is drawn, when
    the library cannot be opened, and :class:`~readlist.errors.SettingsError` when
    the settings are wrong; and :class:`~readlist.errors.ReadlistError` when the
    interface crashed, with its one line, after all changes are written.
    """
    path = path or library_file()
    settings = load(config_file())
    ReadingList.open(path).close()
    app = ReadlistApp(path, settings, state_file())
    gc.freeze()  # what is loaded by now stays, and need not be looked through again and again
    try:
        app.run()
    finally:
        app.window_title.restore()
    with suppress(OSError):  # it was said while there was a screen
        app.memory.save()
    finished = app.main.desk.close(PATIENCE)
    if app.crash:
        raise ReadlistError(app.crash)
    return (app.return_code or 0) if finished else 1


class ReadlistApp(App[None]):
    """The terminal interface over one library.

    ``state`` is the file in which the interface remembers how it was left; without
    one it is forgotten when the program ends.
    """

    TITLE = "readlist"
    CSS_PATH = "app.tcss"
    ENABLE_COMMAND_PALETTE = True
    #: In place of Textual's own binding of the palette, whose key could not be given away.
    BINDINGS = [action.binding() for action in ACTIONS if action.id == "palette"]

    def __init__(
        self, path: Path, settings: Settings | None = None, state: Path | None = None
    ) -> None:
        super().__init__()
        settings, self.memory = settings or Settings(), Memory(state)
        self.main = MainScreen(path, settings, self.memory)
        self.window_title = WindowTitle()
        self._problems = list(self.main.keymap.problems)
        #: What ended the program, if it was an error that nobody expected.
        self.crash = ""
        self._is_leaving = False
        self._is_typing = False
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = self._first_theme(settings)

    def _first_theme(self, settings: Settings) -> str:
        known = self.available_themes
        if settings.theme and settings.theme not in known:
            near = nearest(settings.theme, known)
            self._problems.append(f"no such theme: {settings.theme}; {near}")
        wishes = (settings.theme, self.memory.word("theme"), os.environ.get("TEXTUAL_THEME"))
        return next((wish for wish in wishes if wish in known), DARK.name)

    def on_mount(self) -> None:
        """Take the keys that were set; say what is wrong with the settings, if something is."""
        self.set_keymap(dict(self.main.keymap.changed or {}))
        if self._problems:
            others = len(self._problems) - 1
            more = f" (and {others} more)" if others else ""
            self.main.parts.status.complain(f"config.toml: {self._problems[0]}{more}")

    def on_unmount(self) -> None:
        """Let go of the library once everything is written; nobody waits for that here."""
        self.main.desk.close(0)

    @property
    def is_busy(self) -> bool:
        """Whether keys wait, or something asked for is still being read or written."""
        keys_wait = self.message_queue_size or self.main.waiting or self._is_typing
        return bool(keys_wait) or self.main.keys_must_wait or not self.main.desk.is_idle

    def get_default_screen(self) -> Screen[None]:
        """Start with the main screen."""
        return self.main

    def watch_theme(self) -> None:
        """Without colour, a theme in the terminal's own colours would be black on black."""
        if self.no_color and self.current_theme.ansi:
            self.theme = DARK.name if self.current_theme.dark else LIGHT.name
        elif self.is_running and not self.no_color:
            self.main.remembering.keep("theme", self.theme)

    def on_list_heading_changed(self) -> None:
        """Say in the title of the window what is being looked at."""
        self.window_title.show(self._driver, self.main.browsing.told)

    def get_css_variables(self) -> dict[str, str]:
        """Add to the theme what it lacks."""
        return with_muted(super().get_css_variables())

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Offer every action that the screen has in the palette, and what Textual offers."""
        for action in self.main.keymap.actions:
            if action.in_palette and hasattr(screen, f"action_{parse(action.run)[1]}"):
                run = partial(screen.run_action, action.run)
                keys = " ".join(map(key_name, action.keys))
                yield SystemCommand(action.title, f"{action.help} · {keys}", run)
        for command in super().get_system_commands(screen):
            if command.title in ("Theme", "Screenshot", "Quit"):
                yield command

    async def on_event(self, event: events.Event) -> None:
        """Take keys in their order: one waits while what it acts on is still being looked up.

        So a burst of keys and clicks does what the same do one by one, slowly. What was clicked
        is known once the click has gone up from the list: that is waited for.
        """
        if isinstance(event, events.Key | events.Paste) and not event.is_forwarded:
            self.main.waiting.append(event)
            await self._take_turns()
            return
        await super().on_event(event)
        if isinstance(event, events.MouseUp) and self.main.is_current:
            await self._see_through(self.main.parts.papers)

    async def on_keys_may_go_on(self) -> None:
        """Take the keys and clicks that had to wait."""
        await self._take_turns()

    async def _take_turns(self) -> None:
        while self.main.waiting and not self._is_typing and not self._must_wait():
            turn = self.main.waiting.popleft()
            if isinstance(turn, PaperList.Clicked):
                self.main.take_click(turn)
            else:
                await self._press(turn)

    async def _press(self, key: events.Key | events.Paste) -> None:
        focused = self.focused
        if isinstance(key, events.Paste):
            key.text = pasted(key.text, is_line=isinstance(focused, Input))
        await super().on_event(key)
        if focused is not None and focused.check_consume_key("a", "a"):
            await self._see_through(focused)

    async def _see_through(self, focused: Widget) -> None:
        """Let what ``focused`` was given have its effect before the next turn.

        What the widget does not take goes up, from parent to parent, and then comes back here.
        """
        self._is_typing = True
        for node in focused.ancestors_with_self:
            if isinstance(node, Widget):
                await _until_idle(node)
        self.call_later(self._typed)

    async def _typed(self) -> None:
        self._is_typing = False
        await self._take_turns()

    def _must_wait(self) -> bool:
        turn = self.main.waiting[0]
        is_leaving = isinstance(turn, events.Key) and turn.key == "ctrl+q"
        return self.main.keys_must_wait and not is_leaving

    async def action_quit(self) -> None:
        """Leave once everything is written; asked a second time, stop a running import."""
        self._save_notes()
        if self._is_leaving:
            self.main.importing.stop()
        elif self.main.desk.unfinished:
            self.set_interval(0.05, self._leave_when_finished)
        self._is_leaving = True
        self._leave_when_finished()

    def _save_notes(self) -> None:
        self.main.writing.close()
        self.main.excursions.save()

    def _fatal_error(self) -> None:
        """End the program: Textual's own way prints pages. Notes being written are saved."""
        if self._exception and not self.crash:
            self.crash = explain(self._exception)
            with suppress(Exception):
                self._save_notes()
        self._close_messages_no_wait()

    def _leave_when_finished(self) -> None:
        if not self.main.desk.unfinished:
            self.exit()
        elif self.main.importing.is_running:
            self.main.parts.status.say("Leaving when the import has ended", "{quit} stops it")
        else:
            self.main.parts.status.say("Leaving when all changes are written")


async def _until_idle(widget: Widget) -> None:
    """Wait until ``widget`` has seen the key it was given, so that the next key comes after."""
    seen = asyncio.Event()
    if widget.call_later(seen.set):
        with suppress(TimeoutError):
            await asyncio.wait_for(seen.wait(), KEY_PATIENCE)
