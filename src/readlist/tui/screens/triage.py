"""Triage: one paper at a time, a key a verdict."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import Static

from readlist.domain import Paper, Status
from readlist.tui.ledger import Change
from readlist.tui.messages import ActFailed, KeysMayGoOn, PapersLoaded, TookBack
from readlist.tui.moving import scroll
from readlist.tui.screens.triage_keys import bindings, hints
from readlist.tui.sizes import WIDTHS
from readlist.tui.triage import Triage
from readlist.tui.widgets.note_editor import NoteEditor
from readlist.tui.widgets.row_cache import row_of
from readlist.tui.widgets.status_line import StatusLine
from readlist.tui.widgets.triage_head import TriageHead
from readlist.tui.widgets.triage_text import summary_text, triage_text
from readlist.tui.widgets.verdict_keys import VerdictKeys

if TYPE_CHECKING:
    from readlist.tui.screens.main import MainScreen

#: Papers looked up before they are wanted.
_AHEAD = 4


class TriageScreen(Screen[None]):
    """Goes through papers; what it changes it changes as the main screen does, which lies below.

    That a paper is not looked up yet holds up no verdict: its number is known.
    """

    BINDINGS = [*bindings()]
    AUTO_FOCUS = "#triage-body"
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-high")]

    def __init__(self, main: "MainScreen", label: str, triage: Triage) -> None:
        super().__init__()
        self.triage = triage
        self._main = main
        self._label = label
        self._papers: dict[int, Paper] = {}
        self._shown: Paper | None = None
        self._note: NoteEditor | None = None
        self._waiting: Callable[[Paper], None] | None = None
        self._since = 0

    def compose(self) -> ComposeResult:
        """Lay out how far one is, the paper, what happened, and the keys."""
        yield TriageHead(self._label, self.triage, id="triage-head")
        with VerticalScroll(id="triage-body"):
            yield Static("", id="triage-text", markup=False)
        yield StatusLine(self._main.keymap, id="status")
        yield VerdictKeys(hints(self._main.keymap.actions), id="triage-keys")

    def on_mount(self) -> None:
        """Show the first paper; say what the main screen says."""
        status = self.query_one(StatusLine)
        status.say("A key decides on the paper and shows the next", "{undo} takes it back")
        self._main.parts.status.echo = status
        self._show()

    def on_unmount(self) -> None:
        """Say nothing any more."""
        self._main.parts.status.echo = None

    # What it shows

    def loaded(self, answer: PapersLoaded) -> None:
        """Take papers that were looked up, unless that was before something was taken back."""
        if answer.as_of < self._since:
            return
        browsing = self._main.browsing
        papers = [browsing.up_to_date(paper, answer.as_of) for paper in answer.papers]
        self._papers |= {paper.id: paper for paper in papers}
        self._main.parts.papers.rows.put(map(row_of, papers))
        self.triage.forget(set(answer.asked) - {paper.id for paper in papers})
        self._show()
        self._do_what_waits()

    def look_again(self) -> None:
        """Look the papers up anew: something else changed them."""
        self._main.loader.papers(self.triage.near(_AHEAD))

    def _show(self) -> None:
        """Show the paper at hand, and look up those that come next."""
        near = self.triage.near(_AHEAD)
        self._papers = {one: paper for one, paper in self._papers.items() if one in near}
        if any(paper_id not in self._papers for paper_id in near):
            self._main.loader.papers(near)
        self.query_one(TriageHead).refresh()
        self._show_text()

    def _show_text(self) -> None:
        current, text = self.triage.current, self.query_one("#triage-text", Static)
        if current is None:
            self._shown = None
            text.update(summary_text(self.triage, self._main.keymap.told))
        elif paper := self._papers.get(current):
            if paper == self._shown:
                return
            is_same = self._shown is not None and self._shown.id == paper.id
            self._shown = paper
            text.update(triage_text(paper, is_tight=self.has_class("-low")))
            if is_same:
                return
        self.query_one("#triage-body").scroll_home(animate=False)

    # Keys

    @property
    def keys_must_wait(self) -> bool:
        """Whether what the next key acts on is still being looked up."""
        return self._waiting is not None or self._main.acting.is_taking_back

    def _with_paper(self, act: Callable[[Paper], None]) -> None:
        """Do what needs the paper at hand, at once or when it is there; keys wait for it."""
        self._waiting = act if self.triage.current is not None else None
        self._do_what_waits()

    def _do_what_waits(self) -> None:
        act, current = self._waiting, self.triage.current
        paper = None if current is None else self._papers.get(current)
        if act and (paper or current is None):
            self._waiting = None
            if paper:
                act(paper)
            self.app.post_message(KeysMayGoOn())

    @property
    def _is_noting(self) -> bool:
        return self._note is not None and self._note.is_open

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Letters typed into a note are no commands."""
        return action == "back" or not self._is_noting

    def action_file(self, status: str) -> None:
        """File the paper and go on."""
        paper_id, verdict = self.triage.current, Status(status)
        if paper_id is not None:
            self.triage.decide(verdict)
            self._main.acting.file_papers([paper_id], verdict)
            self._change(paper_id, Change(status=verdict))

    def action_star(self) -> None:
        """Star the paper, or take its star away."""
        self._with_paper(self._star)

    def _star(self, paper: Paper) -> None:
        self._main.acting.star_papers([paper.id], not paper.starred)
        self._change(paper.id, Change(starred=not paper.starred))

    def _change(self, paper_id: int, change: Change) -> None:
        if paper := self._papers.get(paper_id):
            self._papers[paper_id] = change.on_paper(paper)
        self._show()

    def action_later(self) -> None:
        """Leave the paper for later."""
        self.triage.later()
        self._show()

    def action_previous(self) -> None:
        """Go back to the paper before."""
        self.triage.back()
        self._show()

    def action_again(self) -> None:
        """At the end, go through those that were left for later."""
        if self.triage.current is None:
            self.triage.again()
            self._show()

    def action_move(self, how: str) -> None:
        """Scroll the paper."""
        scroll(self.query_one("#triage-body"), how)

    def action_undo(self) -> None:
        """Undo the last change."""
        self._main.action_undo()

    def action_redo(self) -> None:
        """Redo what was undone last."""
        self._main.action_redo()

    def took_back(self, answer: TookBack, ids: Sequence[int]) -> None:
        """A change to these papers was undone or redone: go to the first."""
        if answer.act is None:
            return
        if answer.act.kind == "mark":
            (self.triage.do_again if answer.redone else self.triage.take_back)(ids)
        self._go_to(ids, answer.number)

    def failed(self, answer: ActFailed) -> None:
        """A change could not be made: go to the first paper it was about."""
        self.triage.take_back(answer.ids)
        self._go_to(answer.ids, answer.number)

    def _go_to(self, ids: Sequence[int], number: int) -> None:
        """Go to a paper, and look all up anew: what is known is older than change ``number``."""
        if ids:
            self.triage.go_to(ids[0])
        self._papers.clear()
        self._since = number
        self._show()

    async def action_open_link(self) -> None:
        """Open a link of the paper."""
        if paper := self._papers.get(self.triage.current or 0):
            await self._main.asking.open_link(paper)

    async def action_open_url(self, url: str) -> None:
        """Open this link: it was clicked."""
        await self._main.asking.open_url(url)

    async def action_help(self) -> None:
        """Show every key."""
        await self._main.asking.help()

    def action_back(self) -> None:
        """Leave the note, or triage."""
        if self._is_noting:
            self.close_note()
        else:
            self._main.excursions.leave_triage()

    # The note

    async def action_write_note(self) -> None:
        """Write the note of the paper."""
        if self.triage.current is None:
            return
        if self._note is None:
            self._note = NoteEditor(self._keep_note, id="note")
            await self.mount(self._note, after="#triage-head")
        self._with_paper(self._begin_note)

    def _begin_note(self, paper: Paper) -> None:
        if self._note:
            self._note.open(paper.id, paper.title, paper.note or "")
            self.add_class("-noting")
            self.set_focus(self._note.area)
            self.query_one(StatusLine).say("What you write saves itself", "{back} leaves the note")

    def _keep_note(self, paper_id: int, text: str, session: str) -> None:
        self._main.acting.save_note(paper_id, text, session)
        self._change(paper_id, Change(note=text))

    def note_saved(self, session: str) -> None:
        """A note is in the library."""
        if self._note:
            self._note.saved(session)

    def close_note(self) -> None:
        """Save and leave the note, if one is being written."""
        if self._note and self._note.is_open:
            self._note.close()
            self.remove_class("-noting")
            self.set_focus(self.query_one("#triage-body"))
