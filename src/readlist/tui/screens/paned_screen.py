"""Three panes of which one has the keys: which it is, moving in it, and selecting in the list."""

from typing import Literal

from textual import events
from textual.widget import Widget

from readlist.tui.moving import scroll
from readlist.tui.screens.sized_screen import SizedScreen
from readlist.tui.views import FIXED
from readlist.tui.widgets.paper_list import PaperList

Pane = Literal["views", "list", "paper"]
PANES: tuple[Pane, ...] = ("views", "list", "paper")


class PanedScreen(SizedScreen):
    """Knows which pane has the keys; where there is room for one only, it is the one to be seen."""

    @property
    def pane(self) -> Pane:
        """The pane with the keys."""
        return next(pane for pane in PANES if self.has_class(f"-at-{pane}"))

    def show_pane(self, pane: Pane) -> None:
        """Go to a pane."""
        for other in PANES:
            self.set_class(other == pane, f"-at-{other}")
        self.set_focus(self._widget_of(pane))

    def _widget_of(self, pane: Pane) -> Widget:
        return {"views": self.parts.views, "list": self.parts.papers, "paper": self.parts.paper}[
            pane
        ]

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """A pane was clicked: it has the keys now."""
        for pane in PANES:
            is_focused = event.widget is self._widget_of(pane) is self.focused
            if is_focused and pane != self.pane:
                self.show_pane(pane)

    def take_click(self, event: PaperList.Clicked) -> None:
        """Go to the paper that was clicked, if it is still listed; twice, open it."""
        if self.parts.papers.listing.go_to(event.paper_id):
            self.browsing.cursor_moved()
            if event.times > 1:
                self.show_pane("paper")

    # Moving

    def action_pane(self, step: int) -> None:
        """Go to the pane beside this one."""
        here = PANES.index(self.pane) + step
        self.show_pane(PANES[max(0, min(here, len(PANES) - 1))])

    def action_move(self, how: str) -> None:
        """Move in the pane that has the keys."""
        if self.pane == "views":
            steps = {"down": 1, "up": -1, "first": -1000, "last": 1000}.get(how, 0)
            self.browsing.show_view(self.parts.views.neighbour(steps))
        elif self.pane == "paper":
            scroll(self.parts.paper, how)
        elif move_cursor(self.parts.papers, how):
            self.browsing.cursor_moved()

    def action_view(self, index: int) -> None:
        """Show a view."""
        self.browsing.show_view(FIXED[index])
        self.show_pane("list")

    # Selecting

    def action_select(self) -> None:
        """Select the paper and go on to the next."""
        self.parts.papers.listing.toggle()
        move_cursor(self.parts.papers, "down")
        self.browsing.list_changed()

    def action_select_range(self) -> None:
        """Begin or end a range."""
        self.parts.papers.listing.toggle_range()
        self.browsing.list_changed()

    def action_select_all(self) -> None:
        """Select all papers, or none."""
        self.parts.papers.listing.toggle_all()
        self.browsing.list_changed()


def move_cursor(papers: PaperList, how: str) -> bool:
    """Move the cursor of the list; tell whether it went anywhere."""
    listing, page = papers.listing, papers.page_rows
    before = listing.cursor
    targets = {
        "down": before + 1,
        "up": before - 1,
        "first": 0,
        "last": len(listing) - 1,
        "half_down": before + page // 2,
        "half_up": before - page // 2,
        "page_down": before + page,
        "page_up": before - page,
    }
    listing.move_to(targets[how])
    return listing.cursor != before
