"""The application: themes, the palette, the window's title, and leaving without losing anything."""

import gc
import io
import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from functools import partial
from pathlib import Path

from rich.console import Console
from textual import events
from textual.actions import parse
from textual.app import App, SystemCommand
from textual.dom import DOMNode
from textual.driver import Driver
from textual.errors import NoWidget
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input

from readlist.errors import ReadlistError
from readlist.failures import report_crash
from readlist.paths import config_file, library_file, state_file
from readlist.reading_list import ReadingList
from readlist.settings import Settings, load
from readlist.text import nearest, printable
from readlist.tui.actions import ACTIONS
from readlist.tui.handling import until_handled
from readlist.tui.keymap import Keymap, key_name
from readlist.tui.library.ui_state import UiState
from readlist.tui.screens.main import MainScreen
from readlist.tui.text import pasted
from readlist.tui.theme import DARK, LIGHT, THEMES, with_muted

#: Seconds that the process waits for changes still to be written once the screen is gone.
_PATIENCE = 20.0


def run(path: Path | None = None) -> int:
    """Open the terminal interface on a library, or the user's own; return the exit code.

    Raises :class:`~readlist.errors.DatabaseError`, before anything is drawn, when
    the library cannot be opened, and :class:`~readlist.errors.SettingsError` when
    the settings are wrong; and :class:`~readlist.errors.ReadlistError` when the
    interface crashed, with its one line, after all changes are written.
    """
    app = ReadlistApp(path or library_file(), load(config_file()), state_file())
    gc.freeze()  # what is loaded by now stays, and need not be looked through again and again
    app.error_console = Console(file=(story := io.StringIO()), width=100)
    try:
        app.run()
    finally:
        app.restore_window_title(sys.__stderr__)
    finished = app.finish(_PATIENCE)
    if story.getvalue():
        raise ReadlistError(report_crash(story.getvalue()))
    return (app.return_code or 0) if finished else 1


class ReadlistApp(App[None]):
    """The terminal interface over one library.

    ``state`` is the file that holds how the interface was left; without it, that is
    forgotten with the program.
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
        settings, self._state = settings or Settings(), UiState(state)
        self._chosen_keys = Keymap.from_settings(settings.keys)
        self._problems = list(self._chosen_keys.problems)
        self._main = MainScreen(path, settings, self._state, self._chosen_keys)
        self._window_title = ""
        #: What writes to the terminal, once it does.
        self.terminal: Driver | None = None
        self._is_leaving = False
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = self._first_theme(settings)

    def _first_theme(self, settings: Settings) -> str:
        known = self.available_themes
        if settings.theme and settings.theme not in known:
            near = nearest(settings.theme, known)
            self._problems.append(f"no such theme: {settings.theme}; {near}")
        wanted = (settings.theme, self._state.text("theme"), os.environ.get("TEXTUAL_THEME"))
        return next((name for name in wanted if name in known), DARK.name)

    def on_mount(self) -> None:
        """Take the keys that were chosen; say what is wrong with the settings, if something is."""
        self.set_keymap(self._chosen_keys.changed)
        if self._problems:
            others = len(self._problems) - 1
            more = f" (and {others} more)" if others else ""
            self._main.status.complain(f"config.toml: {self._problems[0]}{more}")

    def get_default_screen(self) -> Screen[None]:
        """Start with the main screen."""
        return self._main

    def watch_theme(self) -> None:
        """Without colour, a theme in the terminal's own colours would be black on black."""
        if self.no_color and self.current_theme.ansi:
            self.theme = DARK.name if self.current_theme.dark else LIGHT.name
        elif self.is_running and not self.no_color:
            self._main.remember("theme", self.theme)

    def get_css_variables(self) -> dict[str, str]:
        """Add to the theme what it lacks."""
        return with_muted(super().get_css_variables())

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Offer every action that the screen has in the palette, and what Textual offers."""
        for action in self._chosen_keys.actions:
            if action.in_palette and hasattr(screen, f"action_{parse(action.run)[1]}"):
                run = partial(screen.run_action, action.run)
                keys = " ".join(map(key_name, action.keys))
                yield SystemCommand(action.title, f"{action.help} · {keys}", run)
        for command in super().get_system_commands(screen):
            if command.title in ("Theme", "Screenshot", "Quit"):
                yield command

    async def on_event(self, event: events.Event) -> None:
        """Handle what a person does to its end before the next, so that fast typing acts like slow.

        Textual sends letters and clicks to a widget, which handles them by itself,
        while the next key may already run an action; so that is waited for.
        """
        waits_for: Iterable[DOMNode] = ()
        if isinstance(event, events.MouseUp) and not event.is_forwarded:
            with suppress(NoWidget):  # clicks go up from parent to parent
                waits_for = self.get_widget_at(event.x, event.y)[0].ancestors_with_self
        elif isinstance(event, events.Key | events.Paste) and not event.is_forwarded:
            if isinstance(event, events.Paste):
                event.text = pasted(event.text, is_line=isinstance(self.focused, Input))
            if self.focused and self.focused.check_consume_key("a", "a"):
                if isinstance(event, events.Key) and await self._acted_on(event, self.focused):
                    return
                waits_for = [self.focused]
        await super().on_event(event)
        for node in waits_for:
            if isinstance(node, Widget):
                await until_handled(node)

    async def _acted_on(self, key: events.Key, focused: Widget) -> bool:
        """Run what a key that types nothing does in a widget; return whether it does anything.

        Otherwise it would go through the widget and its parents, and come back after later keys.
        """
        active = self.screen.active_bindings.get(key.key)
        if active is None or focused.check_consume_key(key.key, key.character):
            return False
        return active.enabled and await self.run_action(active.binding.action, active.node)

    def get_driver_class(self) -> type[Driver]:
        """Return Textual's driver, which is also kept to name the window."""
        app, driver_class = self, super().get_driver_class()

        class KnownDriver(driver_class):  # type: ignore[misc, valid-type]
            def start_application_mode(self) -> None:
                super().start_application_mode()
                app.terminal = self

        return KnownDriver

    def on_ready(self) -> None:
        """Say what is listed first."""
        self.on_list_heading_changed()

    def on_list_heading_changed(self) -> None:
        """Say in the title of the window what is listed.

        By xterm's control sequences (OSC 2, and XTWINOPS 22 to keep the title that was there);
        terminals that do not know them ignore them.
        """
        driver = self.terminal
        if driver is None or driver.is_web or os.environ.get("TERM") in ("linux", "dumb"):
            return
        title = f"readlist — {printable(self._main.panes.heading.short)}"
        if title != self._window_title:
            driver.write("" if self._window_title else "\x1b[22;2t")
            driver.write(f"\x1b]2;{title}\x07")
            driver.flush()
            self._window_title = title

    def restore_window_title(self, terminal: io.TextIOBase | None) -> None:
        """Give the window its title back once the driver is gone (XTWINOPS 23)."""
        if self._window_title and terminal:
            terminal.write("\x1b]2;\x07\x1b[23;2t")
            terminal.flush()

    @property
    def is_busy(self) -> bool:
        """Whether something that was asked for is still being read or written."""
        session = self._main.session
        is_working = any(worker.is_running for worker in self.workers)
        return bool(session.worker.unfinished or session.papers.is_reading or is_working)

    @property
    def _unfinished(self) -> bool:
        """Whether changes are still to be written, or an export."""
        is_exporting = any(one.group == "export" and not one.is_finished for one in self.workers)
        return bool(self._main.session.worker.unfinished or is_exporting)

    async def action_quit(self) -> None:
        """Leave once everything is written; asked a second time, stop a running import."""
        self._main.notes.close()
        if triage := self._main.excursions.triage_screen:
            triage.notes.close()
        if self._is_leaving:
            self._main.session.imports.stop()
        elif self._unfinished:
            self.set_interval(0.05, self._leave_when_finished)
        self._is_leaving = True
        self._leave_when_finished()

    def _leave_when_finished(self) -> None:
        if not self._unfinished:
            self.exit()
        elif self._main.session.imports.is_running:
            self._main.status.say("Leaving when the import has ended", "{quit} stops it")
        else:
            self._main.status.say("Leaving when all changes are written")

    def finish(self, seconds: float) -> bool:
        """Write what is left once the screen is gone; return whether ``seconds`` were enough."""
        with suppress(OSError):  # it was said while there was a screen
            self._state.save()
        library, triage = self._main.session.worker, self._main.excursions.triage_screen
        finished = library.close(seconds)
        for notes in (self._main.notes, triage.notes if triage else None):
            if notes and notes.unsaved:  # the interface crashed
                draft, text = notes.unsaved
                try:
                    with ReadingList.open(library.path) as opened:
                        draft.save(opened, text)
                except ReadlistError:
                    draft.rescue(text)
        return finished
