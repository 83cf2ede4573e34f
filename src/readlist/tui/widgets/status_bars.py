"""How many papers each status holds, as bars."""

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from readlist.domain import Statistics
from readlist.tui.charts import bar
from readlist.tui.views import LETTERS
from readlist.tui.widgets.paper_text import STATUS_COLOURS
from readlist.tui.wording import fit, number


class StatusBars(Widget):
    """A heading with all papers, and a bar for each status."""

    def __init__(self, numbers: Statistics) -> None:
        super().__init__()
        self._numbers = numbers

    def render(self) -> Content:
        """Draw it as wide as there is room."""
        by_status = self._numbers.by_status
        most, cells = max(by_status.values()), len(f"{max(by_status.values()):,}")
        room = self.content_size.width - cells - 13
        told = f"  {self._numbers.starred:,} starred, {self._numbers.noted:,} with notes"
        total = number(sum(by_status.values()))
        told = fit(told, self.content_size.width - len(total))
        lines = [Content.assemble((total, "bold"), (told, "$muted"))]
        for status, count in by_status.items():
            colour = f"${STATUS_COLOURS[status.value]}"
            lines.append(
                Content.assemble(
                    (f"{LETTERS[status]} ", f"{colour} bold"),
                    f"{status.label:<8} {count:>{cells},}  ",
                    (bar(count, most, room), colour),
                )
            )
        return Content("\n").join(lines)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines that takes."""
        return 1 + len(self._numbers.by_status)
