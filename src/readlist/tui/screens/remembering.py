"""How the interface is at its start, and keeping what the person chooses from then on."""

from typing import TYPE_CHECKING

from readlist.settings import Settings
from readlist.tui.failures import explain
from readlist.tui.library.ui_state import Section, UiState
from readlist.tui.messages import Failed
from readlist.tui.ordering import SORTS
from readlist.tui.theme import TALL, WIDE
from readlist.tui.widgets.paper_list import Density

if TYPE_CHECKING:
    from readlist.tui.screens.library_screen import LibraryScreen


class Remembering:
    """The settings before what was remembered, and both before what the program would do."""

    def __init__(self, screen: "LibraryScreen", settings: Settings, ui_state: UiState) -> None:
        self._screen = screen
        self._ui_state = ui_state
        self._density = settings.density or ui_state.text("density") or "auto"
        self.shares = ui_state.numbers("panes")
        orders = ui_state.texts("orders").items()
        screen.browsing.orders.update({view: sort for view, sort in orders if sort in SORTS})

    def keep(self, name: str, value: str | Section) -> None:
        """Remember a choice; it is written in the background."""
        self._ui_state.set(name, value)
        self._screen.run_worker(self._save, thread=True, group="ui_state", exit_on_error=False)

    def fit_density(self) -> None:
        """Give rows the height chosen, or the one there is room for."""
        chosen: Density = "compact" if self._density == "compact" else "comfortable"
        self._screen.parts.papers.density = self._roomy() if self._is_auto else chosen

    def toggle_density(self) -> None:
        """Give rows the other height; when that is the one there is room for, room decides."""
        papers = self._screen.parts.papers
        papers.density = "compact" if papers.density == "comfortable" else "comfortable"
        self._density = "auto" if papers.density == self._roomy() else papers.density
        self.keep("density", self._density)

    def keep_orders(self) -> None:
        """Remember the orders of the views."""
        self.keep("orders", self._screen.browsing.orders)

    @property
    def _is_auto(self) -> bool:
        return self._density not in ("compact", "comfortable")

    def _roomy(self) -> Density:
        """Where the list has few lines, a paper takes one."""
        size = self._screen.size
        return "comfortable" if size.width >= WIDE and size.height >= TALL else "compact"

    def _save(self) -> None:
        try:
            self._ui_state.save()
        except OSError as error:
            self._screen.post_message(Failed(explain(error)))
