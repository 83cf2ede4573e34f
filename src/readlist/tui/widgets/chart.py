"""Numbers week by week, drawn as columns."""

from collections.abc import Sequence
from datetime import date

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from readlist.domain import Week
from readlist.tui.charts import column_width, columns
from readlist.tui.wording import fit

#: Lines of the columns, and the lines of the screen from which they are twice as high.
_LINES = 4
_TALL = 40


class Chart(Widget):
    """A heading with the latest number, columns, and the day of the first of them."""

    def __init__(
        self, heading: str, weeks: Sequence[Week], numbers: Sequence[int], colour: str
    ) -> None:
        super().__init__()
        self._heading = heading
        self._weeks = weeks
        self._numbers = numbers
        self._colour = colour

    def render(self) -> Content:
        """Draw it as wide as there is room."""
        width, numbers = self.content_size.width, self._numbers
        told = f"  {numbers[-1]:,} this week, at most {max(numbers):,}"
        lines = [
            Content.assemble(
                (self._heading, "bold"), (fit(told, width - len(self._heading)), "$muted")
            )
        ]
        drawn = columns(numbers, width, self.content_size.height - 2)
        lines += [Content.styled(line, f"${self._colour}") for line in drawn]
        lines.append(Content.styled(self._axis(width), "$muted"))
        return Content("\n").join(lines)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines it takes."""
        return 2 + (_LINES if viewport.height < _TALL else 2 * _LINES)

    def _axis(self, width: int) -> str:
        """When the first and the last week shown began."""
        shown = self._weeks[-width:] if width > 0 else []
        if not shown:
            return ""
        cells = column_width(len(self._numbers), width) * len(shown)
        first, last = (date.fromisoformat(week.monday) for week in (shown[0], shown[-1]))
        begin, end = f"{first.day} {first:%b}", f"{last.day} {last:%b}"
        return fit(begin, max(0, cells - len(end))) + end
