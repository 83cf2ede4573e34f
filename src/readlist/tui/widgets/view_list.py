"""The views with their counts: the statuses, stars, saved searches and tags."""

from collections.abc import Sequence

from rich.segment import Segment
from textual import events
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from readlist.domain import Counts, SavedSearch
from readlist.text import printable
from readlist.tui.library.list_controller import ListController
from readlist.tui.library.list_query import FIXED_VIEWS, View, all_views
from readlist.tui.text import fit
from readlist.tui.theme import STATUS_LETTERS


class ViewList(ScrollView, can_focus=True, inherit_bindings=False):
    """A column of views. The one that is listed has the bar."""

    COMPONENT_CLASSES = {"views--row", "views--shown", "views--muted", "views--bar"}

    def __init__(self, papers: ListController, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._papers = papers
        self._views: Sequence[View] = FIXED_VIEWS
        self._lines = _lines(FIXED_VIEWS)
        self._shown: View | None = None
        self._counts: Counts | None = None
        self._searches: Sequence[SavedSearch] = ()
        self._search_counts: dict[int, int | None] = {}

    def show_counts(self) -> None:
        """Show how many papers each view holds now."""
        before, self._counts = self._counts, self._papers.counts
        if not self._list_views() and self._counts:
            self._refresh_changed_counts(before, self._counts)

    def show_searches(self, searches: Sequence[SavedSearch]) -> None:
        """Show the saved searches among the views."""
        self._searches = searches
        self._list_views()

    def show_search_count(self, search_id: int, count: int | None) -> None:
        """Show how many papers a saved search finds; ``None`` for one that cannot be understood."""
        known = self._search_counts.get(search_id, -1)
        self._search_counts[search_id] = count
        if count != known:
            self.refresh()

    def show_view(self) -> None:
        """Put the bar at the view that is listed."""
        self._shown = self._papers.view
        if self._shown in self._views:
            line = self._lines.index(self._shown)
            self.scroll_to_region(Region(0, line, 1, 1), animate=False, x_axis=False)
        self.refresh()

    def neighbour(self, steps: int) -> View:
        """Return the view some steps below the one that is listed, or above it."""
        views = list(self._views)
        here = views.index(self._papers.view) if self._papers.view in views else 0
        return views[max(0, min(here + steps, len(views) - 1))]

    async def on_click(self, event: events.Click) -> None:
        """Show the view that was clicked."""
        place = event.get_content_offset(self)
        line = place.y + self.scroll_offset.y if place else len(self._lines)
        chosen = self._lines[line] if line < len(self._lines) else None
        if isinstance(chosen, View):
            await self._papers.show_view(chosen)

    def on_resize(self) -> None:
        """Fill the width there is."""
        self._lay_out()

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        width = self.scrollable_content_region.width
        line = self.scroll_offset.y + y
        if line >= len(self._lines) or width < 1:
            return Strip.blank(width, self.rich_style)
        return self._draw(self._lines[line], width)

    def _draw(self, line: View | str, width: int) -> Strip:
        if isinstance(line, str):
            muted = self.get_component_rich_style("views--muted")
            return Strip([Segment(fit(f"   {line}", width), muted)])
        is_shown = line == self._shown
        style = self.get_component_rich_style("views--shown" if is_shown else "views--row")
        muted = style + self.get_component_rich_style("views--muted", partial=True)
        bar = style + self.get_component_rich_style("views--bar", partial=True)
        count = self._count(line)
        pieces = [
            Segment("▌" if is_shown else " ", bar),
            Segment(f"{_mark(line)} ", muted),
            Segment(fit(printable(line.label), width - 5 - len(count)), style),
            Segment(f" {count} ", style if is_shown else muted),
        ]
        return Strip(pieces).adjust_cell_length(width, style)

    def _count(self, view: View) -> str:
        """How many papers a view holds; a question mark for a search that is not understood."""
        if view.saved is None:
            return "" if self._counts is None else f"{view.count(self._counts):,}"
        count = self._search_counts.get(view.saved, -1)
        return "?" if count is None else f"{count:,}" if count >= 0 else ""

    def _list_views(self) -> bool:
        """List the views there are; return whether they are others than before."""
        views = all_views(self._counts.tags if self._counts else (), self._searches)
        if views == self._views:
            return False
        self._views, self._lines = views, _lines(views)
        self._lay_out()
        return True

    def _lay_out(self) -> None:
        self.virtual_size = Size(self.scrollable_content_region.width, len(self._lines))
        self.refresh()

    def _refresh_changed_counts(self, before: Counts | None, after: Counts) -> None:
        """Filing changes two counts: drawing all lines would take as long as drawing the list."""
        for line, view in enumerate(self._lines):
            if isinstance(view, View) and (
                before is None or view.count(before) != view.count(after)
            ):
                self.refresh_line(line)


def _lines(views: Sequence[View]) -> list[View | str]:
    """What stands on each line: a view, a heading, or nothing."""
    lines: list[View | str] = []
    section = ""
    for view in views:
        name = "Saved" if view.saved is not None else "Tags" if view.tag is not None else ""
        if view.starred or section != name:
            section = name
            lines += ["", section] if section else [""]
        lines.append(view)
    return lines


def _mark(view: View) -> str:
    """The letter or sign that a view's papers have in the list."""
    if view.status:
        return STATUS_LETTERS[view.status]
    return "★" if view.starred else " "
