"""The views with their counts: inbox, what is to be read, stars, tags."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.segment import Segment
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from readlist.domain import Counts, SavedSearch
from readlist.text import printable
from readlist.tui.text import fit
from readlist.tui.theme import STATUS_LETTERS
from readlist.tui.views import FIXED, View, with_tags


class ViewList(ScrollView, can_focus=True, inherit_bindings=False):
    """A column of views. The one that is shown in the list has the bar."""

    COMPONENT_CLASSES = {"views--row", "views--shown", "views--muted", "views--bar"}

    @dataclass
    class Chosen(Message):
        """A view was clicked."""

        view: View

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.views: Sequence[View] = FIXED
        self.shown: View = FIXED[0]
        self._counts: Counts | None = None
        self._searches: Sequence[SavedSearch] = ()
        self._search_counts: dict[int, int | None] = {}
        self._lines = _lines(FIXED)

    def show_counts(self, counts: Counts) -> None:
        """Show how many papers each view holds."""
        before, self._counts = self._counts, counts
        if not self._list_views():
            self._draw_counts_that_differ(before, counts)

    def show_searches(self, searches: Sequence[SavedSearch]) -> None:
        """Show the saved searches among the views."""
        self._searches = searches
        self._list_views()

    def show_search_count(self, search_id: int, count: int | None) -> None:
        """Show how many papers a saved search finds; ``None`` for one not understood."""
        known = self._search_counts.get(search_id, -1)
        self._search_counts[search_id] = count
        if count != known:
            self.refresh()

    def _list_views(self) -> bool:
        """List the views there are; tell whether they are others than before."""
        views = with_tags(self._counts.tags if self._counts else (), self._searches)
        if views == self.views:
            return False
        self.views, self._lines = views, _lines(views)
        self._lay_out()
        return True

    def _draw_counts_that_differ(self, before: Counts | None, after: Counts) -> None:
        """Filing changes two counts: drawing all lines would take as long as drawing the list."""
        for line, view in enumerate(self._lines):
            if isinstance(view, View) and (
                before is None or view.count(before) != view.count(after)
            ):
                self.refresh_line(line)

    def show_view(self, view: View) -> None:
        """Put the bar at ``view``."""
        self.shown = view
        if view in self.views:
            line = self._lines.index(view)
            self.scroll_to_region(Region(0, line, 1, 1), animate=False, x_axis=False)
        self.refresh()

    def neighbour(self, steps: int) -> View:
        """Return the view some steps below the one shown, or above it."""
        views = list(self.views)
        here = views.index(self.shown) if self.shown in views else 0
        return views[max(0, min(here + steps, len(views) - 1))]

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        width = self.scrollable_content_region.width
        lines, line = self._lines, self.scroll_offset.y + y
        if line >= len(lines) or width < 1:
            return Strip.blank(width, self.rich_style)
        return self._draw(lines[line], width)

    def on_resize(self) -> None:
        """Fill the width there is."""
        self._lay_out()

    def on_click(self, event: events.Click) -> None:
        """Tell which view was clicked."""
        lines, line = self._lines, event.y + self.scroll_offset.y
        chosen = lines[line] if line < len(lines) else None
        if isinstance(chosen, View):
            self.post_message(self.Chosen(chosen))

    def _lay_out(self) -> None:
        self.virtual_size = Size(self.scrollable_content_region.width, len(self._lines))
        self.refresh()

    def _draw(self, line: View | str, width: int) -> Strip:
        if isinstance(line, str):
            muted = self.get_component_rich_style("views--muted")
            return Strip([Segment(fit(f"   {line}", width), muted)])
        is_shown = line == self.shown
        style = self.get_component_rich_style("views--shown" if is_shown else "views--row")
        muted = style + self.get_component_rich_style("views--muted", partial=True)
        bar = style + self.get_component_rich_style("views--bar", partial=True)
        count = self._count(line)
        room = width - 5 - len(count)
        return Strip(
            [
                Segment("▌" if is_shown else " ", bar),
                Segment(f"{_mark(line)} ", muted),
                Segment(fit(printable(line.label), room), style),
                Segment(f" {count} ", style if is_shown else muted),
            ]
        ).adjust_cell_length(width, style)

    def _count(self, view: View) -> str:
        """How many papers a view holds; a question mark for a search that is not understood."""
        if view.saved is None:
            return "" if self._counts is None else f"{view.count(self._counts):,}"
        count = self._search_counts.get(view.saved, -1)
        return "?" if count is None else f"{count:,}" if count >= 0 else ""


def _lines(views: Sequence[View]) -> list[View | str]:
    """What stands on each line: a view, a heading, or nothing."""
    lines: list[View | str] = []
    section = ""
    for view in views:
        if view.starred or section != _section(view):
            section = _section(view)
            lines += ["", section] if section else [""]
        lines.append(view)
    return lines


def _section(view: View) -> str:
    """The heading a view stands under, if it does."""
    if view.saved is not None:
        return "Saved"
    return "" if view.tag is None else "Tags"


def _mark(view: View) -> str:
    """The letter or sign a view's papers have in the list."""
    if view.status:
        return STATUS_LETTERS[view.status]
    return "★" if view.starred else " "
