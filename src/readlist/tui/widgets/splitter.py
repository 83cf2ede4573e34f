"""The list and the paper, and the border between them that can be moved."""

from collections.abc import Mapping
from dataclasses import dataclass

from textual import events
from textual.containers import Container
from textual.message import Message

from readlist.tui.theme import MEDIUM, TALL, WIDE

#: The least and the most that the list may have, and by how much a key changes it, in percent.
_LEAST, _MOST, _STEP = 20, 80, 5


class Splitter(Container):
    """Holds two panes, ``#list-pane`` and ``#paper-pane``, and divides the room between them.

    ``shares`` are the list's shares in percent: of the width where the panes are
    side by side (``wide``), of the height where they are stacked (``tall``).
    Where there is none, the style sheet decides.
    """

    BLANK = True

    @dataclass
    class Moved(Message):
        """The border was moved, or let go by the mouse (``by_mouse``)."""

        shares: Mapping[str, int]
        by_mouse: bool

    def __init__(self, shares: Mapping[str, int], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._shares = dict(shares)
        self._is_dragging = False

    def on_resize(self) -> None:
        """Give the list its share of the room there is now."""
        self._fit()

    def move(self, steps: int) -> bool:
        """Give the list more room, or less; return whether there are two panes to divide it."""
        layout = self._layout_now
        if not layout:
            return False
        share = self._shares.get(layout) or self._percent(self.query_one("#list-pane").size)
        self._set_share(share + steps * _STEP)
        self.post_message(self.Moved(self._shares, by_mouse=False))
        return True

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Begin to drag, if it is the border that the mouse is on."""
        paper = self.query_one("#paper-pane").region
        layout = self._layout_now
        border, mouse = (paper.x, event.screen_x) if layout == "wide" else (paper.y, event.screen_y)
        if layout and mouse == border and paper.contains(event.screen_x, event.screen_y):
            self._is_dragging = True
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Let the border follow the mouse."""
        if self._is_dragging:
            self._set_share(self._percent(event.screen_offset - self.region.offset))

    def on_mouse_up(self) -> None:
        """Let go of the border."""
        if self._is_dragging:
            self._is_dragging = False
            self.release_mouse()
            self.screen.clear_selection()
            self.post_message(self.Moved(self._shares, by_mouse=True))

    @property
    def _layout_now(self) -> str:
        """``wide``, ``tall``, or nothing where there is one pane."""
        width, height = self.screen.size
        stacked = "tall" if width >= MEDIUM and height >= TALL else ""
        return "wide" if width >= WIDE else stacked

    def _fit(self) -> None:
        layout = self._layout_now
        share = self._shares.get(layout)
        limited = None if share is None else f"{max(_LEAST, min(share, _MOST))}%"
        styles = self.query_one("#list-pane").styles
        styles.width = limited if layout == "wide" else None
        styles.height = limited if layout == "tall" else None

    def _percent(self, part: tuple[int, int]) -> int:
        """Return what ``part`` is of the room, in the direction that the panes divide it."""
        axis = 0 if self._layout_now == "wide" else 1
        return round(100 * part[axis] / max(1, self.region.size[axis]))

    def _set_share(self, share: int) -> None:
        if layout := self._layout_now:
            self._shares[layout] = max(_LEAST, min(share, _MOST))
            self._fit()
