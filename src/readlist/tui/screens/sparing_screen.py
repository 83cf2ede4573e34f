"""A screen that draws what changed, and nothing else."""

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import TypeVar, cast

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
    """Asks widgets for the lines that are drawn again and that nothing before them covers.

    Textual's own asks each widget for all its lines whose container has changed somewhere: for a
    letter typed at the top of a pane that is nearly every widget of the screen.
    """

    def _render_chops(
        self, crop: Region, is_rendered_line: Callable[[int], bool]
    ) -> Sequence[Mapping[int, Strip]]:
        """Return for each line of the screen what is drawn on it, by the column it begins in.

        ``crop`` is where the screen is drawn again, and ``is_rendered_line`` tells on which lines.
        The lines are cut where any widget on them begins or ends; between two cuts one widget is
        seen, the first there is: they come from front to back.
        """
        cuts = self.cuts
        chops: list[dict[int, Strip | None]] = [{} for _ in cuts]
        bare: dict[int, set[int]] = {}
        for y in filter(is_rendered_line, crop.line_range):
            chops[y] = dict.fromkeys(cuts[y][:-1])
            bare[y] = {cut for cut, end in pairwise(cuts[y]) if cut < crop.right and end > crop.x}
        for widget, (region, clip) in self.visible_widgets.items():
            seen = region.intersection(clip)
            within = seen.intersection(crop)
            rows = [y for y in within.line_range if bare.get(y)] if within else []
            if not rows:
                continue
            drawn = range(rows[0], rows[-1] + 1)
            x, first = seen.x - region.x, drawn[0] - region.y
            lines = widget.render_lines(Region(x, first, seen.width, len(drawn)))
            if isinstance(widget, LineScroll):
                widget.drawn(range(first, first + len(drawn)))
            for y, line in zip(drawn, lines, strict=False):
                if bare.get(y):
                    _fill(chops[y], bare[y], cuts[y], seen, line)
        return cast("Sequence[Mapping[int, Strip]]", chops)


def _fill(
    pieces: dict[int, Strip | None], bare: set[int], cuts: list[int], seen: Region, line: Strip
) -> None:
    """Put the parts of a widget's line where the line of the screen is still ``bare``."""
    own = [cut for cut in cuts if seen.x <= cut <= seen.right]
    parts = line.divide([cut - seen.x for cut in own[1:]]) if len(own) > 2 else [line]
    for cut, part in zip(own, parts, strict=False):
        if cut in bare:
            bare.remove(cut)
            pieces[cut] = part
