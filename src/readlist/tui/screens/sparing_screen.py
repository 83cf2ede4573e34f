"""A screen that draws what changed, and nothing else."""

from collections.abc import Iterable
from typing import TypeVar

from textual._compositor import Compositor
from textual.geometry import Region
from textual.screen import Screen
from textual.strip import Strip

from readlist.tui.widgets.line_scroll import LineScroll

Result = TypeVar("Result")


class SparingScreen(Screen[Result]):
    """What is typed somewhere is seen without asking all the other widgets for their lines."""

    def __init__(self) -> None:
        super().__init__()
        self._compositor = SparingCompositor()  # Textual knows no other way to choose one


class SparingCompositor(Compositor):
    """Asks widgets for the lines that are drawn again.

    Textual's own asks each widget for all its lines whose container has changed somewhere: for a
    letter typed at the top of a pane that is nearly every widget of the screen.
    """

    def _get_renders(
        self, crop: Region | None = None
    ) -> Iterable[tuple[Region, Region, list[Strip]]]:
        """Yield the region of each widget in sight, the part of it that is drawn, and its lines.

        ``crop`` is where the screen is drawn again.
        """
        for widget, (region, clip) in self.visible_widgets.items():
            seen = region.intersection(clip)
            if crop:
                rows = Region(seen.x, crop.y, seen.width, crop.height)
                seen = seen.intersection(rows) if seen.overlaps(crop) else Region()
            if seen:
                lines = seen.translate(-region.offset)
                yield region, seen, widget.render_lines(lines)
                if isinstance(widget, LineScroll):
                    widget.drawn(lines.line_range)
