"""A screen over a library whose rows and panes have the sizes that a person gave them."""

from pathlib import Path

from textual import events

from readlist.settings import Settings
from readlist.tui.keymap import Keymap
from readlist.tui.library.ui_state import UiState
from readlist.tui.screens.library_screen import LibraryScreen
from readlist.tui.screens.remembering import Remembering
from readlist.tui.screens.splitting import Splitting


class SizedScreen(LibraryScreen):
    """Row height, the border between list and paper, and remembering both."""

    def __init__(self, path: Path, settings: Settings, ui_state: UiState) -> None:
        super().__init__(path, Keymap.from_settings(settings.keys))
        self.remembering = Remembering(self, settings, ui_state)
        self.splitting = Splitting(
            self, self.remembering.shares, lambda shares: self.remembering.keep("panes", shares)
        )

    def action_density(self) -> None:
        """Change the height of rows, for good."""
        self.remembering.toggle_density()

    def action_size_list(self, steps: int) -> None:
        """Give the list more room, or less."""
        if not self.splitting.step(steps):
            self.parts.status.say("There is room for one of list and paper only")

    def on_resize(self) -> None:
        """Use the room there is."""
        self.remembering.fit_density()
        self.splitting.fit()

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Perhaps the border of the paper is taken hold of."""
        self.splitting.begin(event)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Perhaps the border is dragged."""
        self.splitting.drag(event)

    def on_mouse_up(self) -> None:
        """Perhaps the border is let go."""
        if self.splitting.end():
            self.border_let_go()

    def border_let_go(self) -> None:
        """Called when the border was dragged."""
