"""The widgets of the main screen, for those who fill them."""

from dataclasses import dataclass

from textual.widgets import Static

from readlist.tui.widgets.list_heading import ListHeading
from readlist.tui.widgets.paper_list import PaperList
from readlist.tui.widgets.paper_pane import PaperPane
from readlist.tui.widgets.status_line import StatusLine
from readlist.tui.widgets.view_list import ViewList


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts that show the library."""

    views: ViewList
    heading: ListHeading
    papers: PaperList
    advice: Static
    paper: PaperPane
    status: StatusLine
