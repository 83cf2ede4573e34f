"""How the room is divided between the list and the paper, where both are to be seen."""

from collections.abc import Callable, Mapping

from textual import events
from textual.geometry import Region
from textual.screen import Screen

from readlist.tui.theme import MEDIUM, TALL, WIDE

#: What the list may have, in percent, and by how much a key changes it.
LEAST, MOST, STEP = 20, 80, 5


class Splitting:
    """Sizes the list by key, or by dragging the border; side by side and stacked are apart.

    ``shares`` are the list's shares in percent, of the width where the panes
    are side by side (``wide``) and of the height where they are stacked
    (``tall``). Where there is none, the style sheet decides.
    """

    def __init__(
        self,
        screen: Screen[None],
        shares: Mapping[str, int],
        keep: Callable[[Mapping[str, int]], None],
    ) -> None:
        self._screen = screen
        self._shares = dict(shares)
        self._keep = keep
        self._is_dragging = False

    def fit(self) -> None:
        """Give the list its share of the room there is now."""
        layout = self._layout
        share = self._shares.get(layout or "")
        limited = None if share is None else f"{max(LEAST, min(share, MOST))}%"
        styles = self._screen.query_one("#list-pane").styles
        styles.width = limited if layout == "wide" else None
        styles.height = limited if layout == "tall" else None

    def step(self, steps: int) -> bool:
        """Give the list more room, or less; tell whether there are two panes to divide it."""
        layout = self._layout
        if layout is None:
            return False
        self._share(self._shares.get(layout, self._share_now()) + steps * STEP)
        self._keep(self._shares)
        return True

    def begin(self, event: events.MouseDown) -> None:
        """Begin to drag, if it is the border that the mouse is on."""
        paper = self._screen.query_one("#paper-pane")
        border = paper.region.x if self._layout == "wide" else paper.region.y
        on = event.screen_x if self._layout == "wide" else event.screen_y
        is_inside = paper.region.contains(event.screen_x, event.screen_y)
        if self._layout and is_inside and on == border:
            self._is_dragging = True
            paper.capture_mouse()

    def drag(self, event: events.MouseMove) -> None:
        """Let the border follow the mouse."""
        if self._is_dragging:
            room = self._room
            if self._layout == "wide":
                self._share(round(100 * (event.screen_x - room.x) / max(1, room.width)))
            else:
                self._share(round(100 * (event.screen_y - room.y) / max(1, room.height)))

    def end(self) -> bool:
        """Let go of the border; tell whether it was dragged."""
        was_dragging, self._is_dragging = self._is_dragging, False
        if was_dragging:
            self._screen.query_one("#paper-pane").release_mouse()
            self._screen.clear_selection()
            self._keep(self._shares)
        return was_dragging

    @property
    def _layout(self) -> str | None:
        width, height = self._screen.size
        if width >= WIDE:
            return "wide"
        return "tall" if width >= MEDIUM and height >= TALL else None

    @property
    def _room(self) -> Region:
        return self._screen.query_one("#middle").region

    def _share_now(self) -> int:
        size, room = self._screen.query_one("#list-pane").size, self._room
        if self._layout == "wide":
            return round(100 * size.width / max(1, room.width))
        return round(100 * size.height / max(1, room.height))

    def _share(self, share: int) -> None:
        if self._layout:
            self._shares[self._layout] = max(LEAST, min(share, MOST))
            self.fit()
