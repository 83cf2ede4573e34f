"""The three panes: views, the list of papers under its heading, and the paper."""

from collections.abc import Mapping
from functools import partial
from time import monotonic
from typing import Literal

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from readlist.domain import Counts, Paper, Status
from readlist.errors import ReadlistError
from readlist.text import printable
from readlist.tui.keymap import Keymap
from readlist.tui.library.list_controller import ListController
from readlist.tui.library.list_query import EVERYWHERE, View, sort_name, view_named
from readlist.tui.library.session import LibrarySession
from readlist.tui.text import counted, short_path
from readlist.tui.theme import TALL, WIDE
from readlist.tui.widgets.paper_list import Density, PaperList
from readlist.tui.widgets.paper_pane import PaperPane
from readlist.tui.widgets.search_bar import SearchBar
from readlist.tui.widgets.splitter import Splitter
from readlist.tui.widgets.view_list import ViewList

Pane = Literal["views", "list", "paper"]
PANES: tuple[Pane, ...] = ("views", "list", "paper")

#: Seconds without a key after which what is related to a paper is looked up.
_REST = 0.3

#: Seconds from one move of the cursor to the next when many keys come at once.
_BURST = 0.02

#: Papers shown as similar beside one.
_SIMILAR = 5


class LibraryPanes(Horizontal):
    """Shows the list of a session, and knows which pane has the keys.

    The screen has the class ``-at-views``, ``-at-list`` or ``-at-paper``. ``shares`` are
    those of :class:`Splitter`, ``density`` is the height of rows that was chosen.
    """

    BLANK = True

    class Rested(Message):
        """No key has moved anything for a moment: there is time for what nobody waits for."""

    def __init__(
        self, session: LibrarySession, shares: Mapping[str, int], density: str | None
    ) -> None:
        super().__init__(id="panes")
        self._session = session
        self._papers = session.papers
        self._density = density
        self.views = ViewList(session.papers, id="views")
        self.heading = ListHeading(session.papers, id="list-heading")
        self.search_bar = SearchBar(session, id="search")
        self.empty = EmptyList(session.papers, session.keymap, id="advice")
        self.list = PaperList(session.papers, id="papers")
        self.paper = PaperPane(id="paper")
        self.paper_frame = Column(self.paper, id="paper-pane")
        self.splitter = Splitter(shares, id="middle")
        self._shown_view: View | None = None
        self._shown_counts: Counts | None = None
        self._is_outdated = self._is_paper_due = False
        self._moved_at = 0.0

    def compose(self) -> ComposeResult:
        """Lay out the panes."""
        yield self.views
        with self.splitter:
            with Column(id="list-pane"):
                yield self.heading
                yield self.search_bar
                yield self.empty
                yield self.list
            yield self.paper_frame

    def on_mount(self) -> None:
        """Show the first view."""
        self._resting = self.set_interval(_REST, self._rest, pause=True)
        self.go_to("list")
        self._papers.start(self, view_named(self._session.settings.view))

    def list_changed(self) -> None:
        """Draw the list, its heading and the current paper.

        While somebody types a search they look at the list: it does not wait for the paper.
        """
        if not self._is_seen:
            self._is_outdated = True
            return
        self.list.show_list()
        self._show_around()
        is_typing = self.screen.focused is self.search_bar.input
        if is_typing:
            self.search_bar.show_result()
        shown = self.paper.paper
        is_other = shown is None or shown.id != self._papers.model.current
        self.show_paper(at_once=is_other and not is_typing)

    def list_restored(self, scroll_y: int) -> None:
        """Draw a list as it was left."""
        self.list.restore(scroll_y)
        self.list_changed()

    def cursor_moved(self, *, far: bool = False) -> None:
        """Draw where the cursor is now; when it goes ``far`` or fast, the list before the paper."""
        self.list.show_cursor()
        if self._papers.model.in_range:
            self.heading.show()
        is_fast, self._moved_at = monotonic() - self._moved_at < _BURST, monotonic()
        self.show_paper(at_once=not far and not is_fast)

    def paper_changed(self, paper_id: int) -> None:
        """Draw a paper again, if it is the current one."""
        if paper_id == self._papers.model.current:
            self.list.show_cursor()
            self.show_paper()

    def counts_changed(self) -> None:
        """Draw how many papers the views hold; for a greeting, say where they come from."""
        counts, status = self._papers.counts, self._session.status
        if counts and not status.text:
            status.say(f"{counted(counts.total)} in {short_path(self._session.worker.path)}")
        if self._is_seen:
            self._show_around()
        else:
            self._is_outdated = True

    def _show_around(self) -> None:
        """Draw what stands above the list, beside it, or in its place."""
        self.heading.show()
        self.empty.show()
        if self._shown_view != self._papers.view:
            self._shown_view = self._papers.view
            self.views.show_view()
        if self._shown_counts != self._papers.counts:
            self._shown_counts = self._papers.counts
            self.views.show_counts()

    @property
    def _is_seen(self) -> bool:
        """Whether there is no screen in front, or only a dialog."""
        return self.screen.is_active or self.app.screen.is_modal

    def catch_up(self) -> None:
        """Draw what was changed while another screen was in front."""
        if self._is_outdated:
            self._is_outdated = False
            self.list_changed()
        else:
            self.begin_rest()

    def show_paper(self, *, at_once: bool = False) -> None:
        """Show the current paper, ``at_once`` or when the list is drawn.

        What is related to the paper follows when no more keys come.
        """
        if at_once:
            self._is_paper_due = False
            self.paper.show(self._papers.paper(), self._papers.spans)
            self.begin_rest()
        elif not self._is_paper_due:
            self._is_paper_due = True
            self.call_after_refresh(self._show_due_paper)

    def _show_due_paper(self) -> None:
        if self._is_paper_due:
            self.show_paper(at_once=True)

    def begin_rest(self) -> None:
        """Look up what is related to the paper, and what else is outdated, after a moment."""
        self._resting.reset()

    def _rest(self) -> None:
        self._resting.pause()
        paper, is_typing = self.paper.paper, self.screen.focused is self.search_bar.input
        if paper and self.paper.size.width and self.screen.is_active and not is_typing:
            self._session.run_worker(partial(self._relate, paper), group="related", exclusive=True)
        self.post_message(self.Rested())

    async def _relate(self, paper: Paper) -> None:
        """Show what is related to a paper, if it is still shown when that is known."""
        try:
            similar, links = await self._session.worker.read(
                lambda library: library.related(paper.id, _SIMILAR)
            )
        except ReadlistError:  # an import was undone: the list will say so
            return
        if self.paper.paper and self.paper.paper.id == paper.id:
            self.paper.show_related(similar, links)

    @property
    def current(self) -> Pane:
        """The pane with the keys."""
        return next(pane for pane in PANES if self.screen.has_class(f"-at-{pane}"))

    def go_to(self, pane: Pane) -> None:
        """Give a pane the keys; where there is room for one only, it is the one to be seen."""
        for other in PANES:
            self.screen.set_class(other == pane, f"-at-{other}")
        self.screen.set_focus(self._widget_of(pane))
        if self.paper.similar is None:
            self.begin_rest()

    def go_beside(self, step: int) -> None:
        """Give the pane on the right the keys, or for -1 the one on the left."""
        place = PANES.index(self.current) + step
        self.go_to(PANES[max(0, min(place, len(PANES) - 1))])

    def _widget_of(self, pane: Pane) -> Widget:
        return {"views": self.views, "list": self.list, "paper": self.paper}[pane]

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """A pane was clicked: it has the keys now."""
        for pane in PANES:
            is_focused = event.widget is self._widget_of(pane) is self.screen.focused
            if is_focused and pane != self.current:
                self.go_to(pane)

    def on_paper_list_clicked(self, event: PaperList.Clicked) -> None:
        """Go to the paper that was clicked, if it is still listed; clicked twice, open it."""
        event.stop()
        if self._papers.model.go_to(event.paper_id):
            self.cursor_moved()
            if event.times > 1:
                self.go_to("paper")

    def on_resize(self) -> None:
        """Give rows the height chosen, or the one there is room for."""
        chosen: Density = "compact" if self._density == "compact" else "comfortable"
        is_chosen = self._density in ("compact", "comfortable")
        self.list.density = chosen if is_chosen else self._roomy_density

    def toggle_density(self) -> str:
        """Give rows the other height; return it, or ``auto`` when room would decide the same."""
        self.list.density = "compact" if self.list.density == "comfortable" else "comfortable"
        is_auto = self.list.density == self._roomy_density
        self._density = "auto" if is_auto else self.list.density
        return self._density

    @property
    def _roomy_density(self) -> Density:
        """Where the list has few lines, a paper takes one."""
        size = self.screen.size
        return "comfortable" if size.width >= WIDE and size.height >= TALL else "compact"


class Column(Vertical):
    """Widgets one under another, with nothing of its own to draw."""

    BLANK = True


class ListHeading(Widget):
    """The view, how many papers it lists, how many are selected, and the order.

    Showing it draws it and nothing else: it changes with every paper that is filed.
    """

    class Changed(Message):
        """It says something else."""

        def can_replace(self, message: Message) -> bool:
            """Only the latest matters."""
            return isinstance(message, ListHeading.Changed)

    def __init__(self, papers: ListController, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._papers = papers
        self._content = Content("")

    @property
    def short(self) -> str:
        """The view and its count: ``Inbox 106``."""
        return f"{printable(self._papers.view.label)} {self._papers.count:,}"

    def show(self) -> None:
        """Show what is listed now."""
        content = self._heading()
        if content.plain != self._content.plain:
            self._content = content
            self.refresh()
            self.post_message(self.Changed())

    def render(self) -> Content:
        """Draw the line."""
        return self._content

    def _heading(self) -> Content:
        papers, model = self._papers, self._papers.model
        is_similar = papers.view.similar_to is not None and papers.query.sort == "best"
        details = f"{counted(papers.count)} · "
        if model.has_selection:
            details = f"{model.selected_count():,} selected of {details}"
        details += "most alike first" if is_similar else sort_name(papers.query.sort)
        label = printable(papers.view.label)
        return Content.assemble((label, "bold"), (f"   {details}", "$muted"))


class EmptyList(Static):
    """Stands in place of an empty list and says why it is empty, and what to do next."""

    def __init__(self, papers: ListController, keymap: Keymap, *, id: str | None = None) -> None:
        super().__init__(id=id, markup=False)
        self._papers = papers
        self._keymap = keymap

    def show(self) -> None:
        """Show the advice if the list is empty."""
        self.display = not len(self._papers.model)
        if self.display:
            self.update(self._advice())

    def _advice(self) -> Content:
        papers = self._papers
        if papers.counts is not None and not papers.counts.total:
            return self._first_start()
        if papers.query.search:
            what, then = _nothing_found(papers)
        else:
            what, then = _situation(papers.view, papers.problem)
        then = self._keymap.hint(then)
        return Content.assemble((printable(what), "bold"), "\n\n", (then, "$muted"))

    def _first_start(self) -> Content:
        def key(action: str) -> tuple[str, str]:
            return self._keymap.hint(f"  {{{action}}}  "), "$accent bold"

        return Content.assemble(
            ("Your reading list is empty", "bold"),
            "\n\n",
            key("import"),
            "import files of papers\n",
            key("sample"),
            "look around in a sample\n",
            key("help"),
            "see all keys\n\n",
            (self._keymap.hint("Whatever you do, {undo} takes it back."), "$muted"),
        )


_EMPTY_STATUS = {
    Status.INBOX: (
        "Nothing to triage",
        "Bring in papers with {import}, or read on in To read with {view.2}.",
    ),
    Status.TO_READ: ("Nothing to read", "In any list, {file.to-read} puts a paper here."),
    Status.READING: (
        "You are not reading anything",
        "In any list, {file.reading} puts a paper here.",
    ),
    Status.DONE: ("Nothing read yet", "When you have read a paper, {file.done} puts it here."),
    Status.SKIPPED: (
        "Nothing skipped",
        "{file.skipped} puts a paper aside, here, where it can be found again.",
    ),
}


def _nothing_found(papers: ListController) -> tuple[str, str]:
    """Say what was searched for in vain, and what would find something."""
    found = f"No paper in {papers.view.label} matches “{papers.query.search}”"
    tips = [
        f"{counted(count)} {description}" + (": {view.7}" if description == EVERYWHERE else "")
        for description, count in papers.page.others
    ]
    if not tips:
        return (
            found,
            "Nothing like it in the library: perhaps fewer words, or others. {back} goes back.",
        )
    return found, "\n".join([*tips, "", "{back} goes back."])


def _situation(view: View, problem: str) -> tuple[str, str]:
    """Say what is missing, and what to do; the id of an action in braces stands for its key."""
    if view.saved is not None:
        if problem:
            what = f"This saved search cannot be understood: {problem}"
            return what, f"It says: {view.query}\n\n{{search.delete}} deletes it."
        return f"No paper matches “{view.query}” now", "What will is counted beside its name."
    if view.similar_to is not None:
        return "No paper is like this one", "{back} goes back."
    if view.status:
        return _EMPTY_STATUS[view.status]
    if view.starred:
        return "No stars yet", "{star} stars a paper, whatever its status."
    return f"No paper has {view.label}", "{tag} tags the paper at the cursor."
