"""The paper under the cursor, set at a measure that reads well."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from readlist.domain import Paper
from readlist.tui.widgets.paper_text import paper_text


class PaperPane(VerticalScroll, can_focus=True, inherit_bindings=False):
    """Shows one paper. Nothing in it is read as markup."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.paper: Paper | None = None

    def compose(self) -> ComposeResult:
        """Hold the text."""
        yield Static(id="paper-text", markup=False)

    def show(self, paper: Paper | None) -> None:
        """Show ``paper``, from its top unless it is the one already shown."""
        is_same = paper and self.paper and paper.id == self.paper.id
        if paper == self.paper:
            return
        self.paper = paper
        self.query_one(Static).update(paper_text(paper) if paper else Content(""))
        if not is_same:
            self.scroll_home(animate=False)
