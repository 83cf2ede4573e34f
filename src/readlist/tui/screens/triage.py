"""Triage: one paper at a time, a key a verdict."""

from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from readlist.domain import Paper, Status
from readlist.tui.keymap import screen_bindings
from readlist.tui.ledger import Change
from readlist.tui.lookahead import Lookahead
from readlist.tui.messages import ActFailed, KeysMayGoOn, NoteSaved, PapersLoaded, TookBack
from readlist.tui.moving import scroll
from readlist.tui.screens.sparing_screen import SparingScreen
from readlist.tui.screens.triage_keys import IN_VIEW, RUNS
from readlist.tui.screens.triage_note import TriageNote
from readlist.tui.theme import WIDTHS
from readlist.tui.triage import Triage
from readlist.tui.widgets.key_bar import KeyBar
from readlist.tui.widgets.status_line import StatusLine
from readlist.tui.widgets.triage_head import TriageHead
from readlist.tui.widgets.triage_text import summary_text, triage_text

if TYPE_CHECKING:
    from readlist.tui.screens.main import MainScreen
    from readlist.tui.widgets.note_area import NoteArea
    from readlist.tui.widgets.note_preview import NotePreview


class TriageScreen(SparingScreen[None]):
    """Goes through papers; what it changes it changes as the main screen does, which lies below.

    That a paper is not looked up yet holds up no verdict: its number is known.
    """

    BINDINGS = screen_bindings(RUNS)
    AUTO_FOCUS = "#triage-body"
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-high")]

    def __init__(self, main: "MainScreen", label: str, triage: Triage) -> None:
        super().__init__()
        self.triage = triage
        self.note = TriageNote(self, main)
        self._main = main
        self._label = label
        self._papers = Lookahead(triage, main.loader, main.browsing)
        self._shown: Paper | None = None
        self._waiting: Callable[[Paper], Awaitable[None]] | None = None
        self._is_acting = False

    def compose(self) -> ComposeResult:
        """Lay out how far one is, the paper, what happened, and the keys."""
        yield TriageHead(self._label, self.triage, id="triage-head")
        with VerticalScroll(id="triage-body"):
            yield Static("", id="triage-text", markup=False)
        yield StatusLine(self._main.keymap, id="status")
        yield KeyBar(
            self._main.keymap.screen_hints(RUNS, IN_VIEW), prominent=True, id="triage-keys"
        )
        leave = self._main.keymap.screen_hints(RUNS, {"back": "leaves the note, which is saved"})
        yield KeyBar(leave, prominent=True, id="note-keys")

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

    async def loaded(self, answer: PapersLoaded) -> None:
        """Take papers that were looked up, unless that was before something was taken back."""
        if self._papers.take(answer):
            self._show()
            await self._do_what_waits()

    def look_again(self) -> None:
        """Look the papers up anew: something else changed them."""
        self._papers.renew()

    def _show(self) -> None:
        """Show the paper at hand, and look up those that come next."""
        self._papers.follow()
        self.query_one(TriageHead).refresh()
        if self.triage.current is None:
            self._shown = None
            self._show_text(summary_text(self.triage, self._main.keymap.hint))
        elif (paper := self._papers.current) and paper != self._shown:
            is_same = self._shown is not None and self._shown.id == paper.id
            self._shown = paper
            text = triage_text(paper, is_tight=self.has_class("-low"))
            self._show_text(text, from_top=not is_same)

    def _show_text(self, text: Content, *, from_top: bool = True) -> None:
        self.query_one("#triage-text", Static).update(text)
        if from_top:
            self.query_one("#triage-body").scroll_home(animate=False)

    # Keys

    @property
    def keys_must_wait(self) -> bool:
        """Whether what the next key acts on is still being looked up, or made."""
        is_busy = self._waiting is not None or self._is_acting
        return is_busy or self._main.acting.is_taking_back

    async def _with_paper(self, act: Callable[[Paper], Awaitable[None]]) -> None:
        """Do what needs the paper at hand, at once or when it is there; keys wait for it."""
        self._waiting = act if self.triage.current is not None else None
        await self._do_what_waits()

    async def _do_what_waits(self) -> None:
        act, paper = self._waiting, self._papers.current
        if act and (paper or self.triage.current is None):
            self._waiting, self._is_acting = None, True
            try:
                if paper:
                    await act(paper)
            finally:
                self._is_acting = False
                self.app.post_message(KeysMayGoOn())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Letters typed into a note are no commands."""
        return action in ("back", "in_note") if self.note.is_open else action != "in_note"

    def action_file(self, status: str) -> None:
        """File the paper and go on."""
        paper_id, verdict = self.triage.current, Status(status)
        if paper_id is not None:
            self.triage.decide(verdict)
            self._main.acting.file_papers([paper_id], verdict)
            self.change(paper_id, Change(status=verdict))

    async def action_star(self) -> None:
        """Star the paper, or take its star away."""
        await self._with_paper(self._star)

    async def _star(self, paper: Paper) -> None:
        self._main.acting.star_papers([paper.id], not paper.starred)
        self.change(paper.id, Change(starred=not paper.starred))

    def change(self, paper_id: int, change: Change) -> None:
        """Show that a paper was changed."""
        self._papers.change(paper_id, change)
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

    def took_back(self, answer: TookBack, ids: Sequence[int]) -> None:
        """A change to these papers was undone or redone: go to the first."""
        if answer.act is None:
            return
        if answer.act.kind == "mark":
            (self.triage.do_again if answer.redone else self.triage.take_back)(ids)
        self._go_to(ids, answer.number)

    def failed(self, answer: ActFailed) -> None:
        """A change could not be made: go to the first paper it was about."""
        if answer.draft:
            self.note.failed(answer.draft.session)
        self.triage.take_back(answer.ids)
        self._go_to(answer.ids, answer.number)

    def _go_to(self, ids: Sequence[int], number: int) -> None:
        """Go to a paper, and look all up anew: what is known is older than change ``number``."""
        if ids:
            self.triage.go_to(ids[0])
        self._papers.forget(number)
        self._show()

    def note_saved(self, answer: NoteSaved) -> None:
        """A note is in the library."""
        self.note.saved(answer)

    def on_note_area_wanted(self, event: "NoteArea.Wanted") -> None:
        """Look up papers for a link that is being typed."""
        self._main.writing.suggest(event, self.triage.current)

    async def on_note_preview_followed(self, event: "NotePreview.Followed") -> None:
        """Follow a link to the web that was clicked; one to a paper would leave triage."""
        if event.is_paper:
            self._main.parts.status.say("Links to papers are followed outside of triage")
        else:
            await self._main.linking.follow_from_preview(event)

    # What the main screen does, with the paper that is shown here

    async def action_write_note(self) -> None:
        """Write the note of the paper."""
        await self._with_paper(self.note.begin)

    async def action_in_note(self, tool: str) -> None:
        """Do something in the note that is written."""
        await self.note.use(tool)

    async def action_tag(self) -> None:
        """Ask for tags."""
        await self._with_paper(self._main.asking.tag)

    async def action_edit(self) -> None:
        """Ask for corrections."""
        await self._with_paper(self._main.asking.edit)

    async def action_copy(self) -> None:
        """Copy the paper's citation."""
        await self._with_paper(self._main.asking.copy)

    async def action_open_link(self) -> None:
        """Open a link of the paper."""
        await self._with_paper(self._main.asking.open_link)

    async def action_open_url(self, url: str) -> None:
        """Open this link: it was clicked."""
        await self._main.asking.open_url(url)

    async def action_help(self) -> None:
        """Show every key."""
        await self._main.asking.help()

    def action_undo(self) -> None:
        """Undo the last change."""
        self._main.action_undo()

    def action_redo(self) -> None:
        """Redo what was undone last."""
        self._main.action_redo()

    def action_back(self) -> None:
        """Leave the note, or triage."""
        if self.note.step_back():
            return
        if self.note.is_open:
            self.note.close()
        else:
            self._main.excursions.leave_triage()
