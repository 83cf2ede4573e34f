"""The line of keys at the bottom, made from the table of actions."""

from collections.abc import Sequence

from textual import events
from textual.content import Content
from textual.widget import Widget

from readlist.tui.actions import ACTIONS, Action, hints
from readlist.tui.key_names import key_name

#: Cells between one key and the next.
_GAP = 2


class KeyHints(Widget):
    """As many keys as fit the width, each of which can be clicked; ``?`` is always there."""

    def __init__(self, actions: Sequence[Action] = ACTIONS, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._actions = actions

    def show(self, actions: Sequence[Action]) -> None:
        """Show other keys."""
        if actions != self._actions:
            self._actions = actions
            self.refresh()

    def render(self) -> Content:
        """Draw the line."""
        return Content(" " * _GAP).join(
            Content.assemble((key_name(action.keys[0]), "$accent"), (f" {action.label}", "$muted"))
            for action in self._fitting()
        )

    async def on_click(self, event: events.Click) -> None:
        """Do what was clicked."""
        left = event.x - self.styles.gutter.left
        for action in self._fitting():
            left -= _cells(action) + _GAP
            if left < 0:
                await self.screen.run_action(action.run)
                return

    def _fitting(self) -> list[Action]:
        *others, last = hints(self._actions)
        fitting, room = [], self.content_size.width - _cells(last)
        for action in others:
            room -= _cells(action) + _GAP
            if room < 0:
                break
            fitting.append(action)
        return [*fitting, last]


def _cells(action: Action) -> int:
    return len(key_name(action.keys[0])) + 1 + len(action.label)
