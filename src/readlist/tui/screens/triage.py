"""Triage: one paper at a time, a key a verdict."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.signal import Signal
from textual.widget import Widget
from textual.widgets import Static

from readlist.bars import bar
from readlist.domain import Paper, Status
from readlist.emphasis import EmphasisKind, find_emphasis, name_in_title
from readlist.text import printable, printable_lines, readable
from readlist.triage import TriageSession, pace
from readlist.tui.actions import ACTIONS
from readlist.tui.charts import status_bar
from readlist.tui.handling import until_handled
from readlist.tui.keymap import Keymap, screen_bindings
from readlist.tui.library.commands import ChangeFailed, LibraryEvent, PapersChanged
from readlist.tui.library.session import LibrarySession
from readlist.tui.screens.notes import NoteController
from readlist.tui.screens.paper_actions import PaperActions
from readlist.tui.text import counted, fit
from readlist.tui.theme import WIDTHS
from readlist.tui.widgets.bottom_lines import KeyBar, StatusLine
from readlist.tui.widgets.paper_pane import facts, heading, links_section, scroll_by_key, section

if TYPE_CHECKING:
    from readlist.tui.widgets.note_preview import NotePreview

#: The actions that triage has too, and what they run there.
RUNS = {
    **{one.id: one.run for one in ACTIONS if one.run.startswith(("file(", "move(", "paper("))},
    "star": "star",
    "note": "write_note",
    "note.preview": "in_note('preview')",
    "tag": "tag",
    "select": "step(1)",
    "move.down": "step(1)",
    "move.up": "step(-1)",
    "undo": "undo",
    "redo": "undo(True)",
    "open": "again",
    "help": "help",
    "back": "back",
    "quit": "back",
}

#: The actions whose keys are in view, the most needed first, and their labels here.
IN_VIEW = {
    **{one.id: one.label for one in ACTIONS if one.run.startswith("file(")},
    "star": "star",
    "note": "note",
    "move.down": "later",
    "move.up": "back",
    "undo": "undo",
    "quit": "leave",
    "tag": "tag",
    "edit": "edit",
    "open_link": "link",
    "copy": "cite",
    "redo": "redo",
    "help": "keys",
}

_EMPHASIS_STYLES = {EmphasisKind.NAME: "bold $primary", EmphasisKind.NUMBER: "bold $warning"}
_BAR_CELLS = 24


class TriageScreen(Screen[int | None]):
    """Goes through papers with the commands of the main screen.

    It answers with the paper that was shown last.
    """

    BINDINGS = screen_bindings(RUNS)
    AUTO_FOCUS = "#triage-body"
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-high")]

    def __init__(
        self,
        session: LibrarySession,
        actions: PaperActions,
        changed: Signal[LibraryEvent],
        triage: TriageSession,
        label: str,
    ) -> None:
        super().__init__()
        self._session = session
        self._actions = actions
        self._changed = changed
        self._triage = triage
        self._head = TriageHead(label, triage, id="triage-head")
        self.notes = NoteController(session, changed, partial(self.mount, after="#triage-head"))
        self._shown: Paper | None = None

    def compose(self) -> ComposeResult:
        """Lay out how far one is, the paper, what happened, and the keys."""
        yield self._head
        with VerticalScroll(id="triage-body"):
            yield Static("", id="triage-text", markup=False)
        yield StatusLine(self._session.keymap, id="status")
        hints = self._session.keymap.screen_hints(RUNS, IN_VIEW)
        yield KeyBar(hints, prominent=True, id="triage-keys")
        leave = self._session.keymap.screen_hints(RUNS, {"back": "leaves the note, which is saved"})
        yield KeyBar(leave, prominent=True, id="note-keys")

    def on_mount(self) -> None:
        """Show the first paper; say here what the main screen says."""
        status = self.query_one(StatusLine)
        status.say("A key decides on the paper and shows the next", "{undo} takes it back")
        self._session.status.echo = status
        self._changed.subscribe(self, self._library_changed)
        self._show()

    def on_unmount(self) -> None:
        """Say nothing any more."""
        self._session.status.echo = None

    def _library_changed(self, event: LibraryEvent) -> None:
        """Go to the paper that was changed back, and show it as it is now."""
        if isinstance(event, PapersChanged) and (event.undone or event.redone):
            if event.act and event.act.kind == "mark":
                (self._triage.redo if event.redone else self._triage.undo)(event.ids)
            self._go_to(event.ids)
        elif isinstance(event, ChangeFailed):
            self._triage.undo(event.ids)
            self._go_to(event.ids)
        else:
            self._show()

    def _go_to(self, ids: Sequence[int]) -> None:
        if ids:
            self._triage.go_to(ids[0])
        self._show()

    def _paper(self) -> Paper | None:
        """Return the current paper; those that no longer exist are left out."""
        while (paper_id := self._triage.current) is not None:
            if paper := self._session.papers.paper(paper_id):
                return paper
            self._triage.forget([paper_id])
        return None

    def _show(self) -> None:
        """Show the current paper, or at the end what came of it all."""
        paper, before = self._paper(), self._shown
        self._head.refresh()
        self._shown = paper
        if paper is None:
            self._show_text(summary_text(self._triage, self._session.keymap), from_top=True)
        elif paper != before:
            text = triage_text(paper, is_tight=self.has_class("-low"))
            self._show_text(text, from_top=before is None or before.id != paper.id)

    def _show_text(self, text: Content, *, from_top: bool) -> None:
        self.query_one("#triage-text", Static).update(text)
        if from_top:
            self.query_one("#triage-body").scroll_home(animate=False, immediate=True)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Letters typed into a note are no commands."""
        return action in ("back", "in_note") if self.has_class("-noting") else action != "in_note"

    def action_file(self, status: str) -> None:
        """File the paper and go on."""
        if (paper_id := self._triage.current) is not None:
            verdict = Status(status)
            self._triage.decide(verdict)
            self._session.commands.mark([paper_id], verdict)
            self._show()

    def action_star(self) -> None:
        """Star the paper, or take its star away."""
        if paper := self._paper():
            self._session.commands.star([paper.id], not paper.starred)
            self._show()

    def action_step(self, steps: int) -> None:
        """Leave the paper for later, or for less than 0 go back to the one before."""
        if steps > 0:
            self._triage.later()
        else:
            self._triage.back()
        self._show()

    def action_again(self) -> None:
        """At the end, go through those that were left for later."""
        if self._triage.current is None:
            self._triage.again()
            self._show()

    def action_move(self, how: str) -> None:
        """Scroll the paper."""
        scroll_by_key(self.query_one("#triage-body"), how)

    async def action_undo(self, redo: bool = False) -> None:
        """Undo the last change, or ``redo`` what was undone last."""
        await self._session.undo(redo=redo)
        await until_handled(self)  # the next key is about the paper that was changed back

    async def action_write_note(self) -> None:
        """Write the note of the paper."""
        if paper := self._paper():
            await self.notes.open(paper)

    async def action_in_note(self, tool: str) -> None:
        """Show the note as it reads; the other tools are the main screen's."""
        if tool == "preview":
            await self.notes.toggle_preview()

    async def action_tag(self) -> None:
        """Ask for tags."""
        if paper := self._paper():
            await self._actions.tag([paper.id])

    async def action_paper(self, what: str) -> None:
        """Do something with the paper that the main screen does as well."""
        if paper := self._paper():
            await self._actions.run(what, paper)

    async def action_open_url(self, url: str) -> None:
        """Open this link: it was clicked."""
        await self._actions.open_url(url)

    async def action_help(self) -> None:
        """Show every key."""
        await self._actions.show_keys()

    def action_back(self) -> None:
        """Leave the note, or triage."""
        if self.notes.step_back():
            return
        if self.notes.is_open:
            self.notes.close()
            self._show()
            self.set_focus(self.query_one("#triage-body"))
        else:
            self.dismiss(self._triage.current)

    async def on_note_preview_followed(self, event: "NotePreview.Followed") -> None:
        """Follow a link to the web that was clicked; one to a paper would leave triage."""
        if event.is_paper:
            self._session.status.say("Links to papers are followed outside of triage")
        else:
            await self._actions.open_url(event.target)


class TriageHead(Widget):
    """Two lines: what is gone through, how many papers are left and how fast; and a bar of that."""

    def __init__(self, label: str, triage: TriageSession, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._label_text = label
        self._triage = triage

    def render(self) -> Content:
        """Draw both lines."""
        triage, width = self._triage, self.content_size.width
        done = width * triage.place // max(1, len(triage.ids))
        rest = ("─" * (width - done), "$border-blurred")
        return Content.assemble(self._words(width), "\n", ("━" * done, "$primary"), rest)

    def _words(self, width: int) -> Content:
        triage = self._triage
        label = f"Triage · {printable(self._label_text)}"
        left = f"   {triage.ahead:,} left of {len(triage.ids):,}"
        if len(label) + len(left) > width:
            label = fit(label, max(0, width - len(left)))
        room, speed = width - len(label) - len(left), pace(triage)
        if len(speed) + 2 > room:
            speed = speed.partition(" · ")[0]
        speed = f"{speed:>{room}}" if len(speed) + 2 <= room else ""
        return Content.assemble((label, "bold"), left, (speed, "$muted"))


def triage_text(paper: Paper, *, is_tight: bool = False) -> Content:
    """Return what a verdict needs; ``is_tight`` when there are few lines for it."""
    return Content("\n\n").join(_blocks(paper, is_tight))


def _blocks(paper: Paper, is_tight: bool) -> Iterator[Content]:
    yield Content("\n" if is_tight else "\n\n").join([heading(paper), facts(paper)])
    name = name_in_title(readable(printable(paper.title)))
    if paper.abstract:
        yield emphasised(readable(printable_lines(paper.abstract)), name)
    else:
        yield Content.styled("The page gave no abstract.", "$muted")
    if paper.note:
        yield section("Note", Content(printable_lines(paper.note).strip()))
    if paper.comment:
        yield section("Comment", emphasised(readable(printable_lines(paper.comment)), name))
    if found := links_section(paper):
        yield found


def emphasised(text: str, name: str = "") -> Content:
    """Return ``text`` with its names and key numbers standing out; ``name`` is the method's."""
    content = Content(text)
    for span in find_emphasis(text, name):
        content = content.stylize(_EMPHASIS_STYLES[span.kind], span.start, span.end)
    return content


def summary_text(triage: TriageSession, keymap: Keymap) -> Content:
    """Return what came of a triage, and how to go on or undo it."""
    ways = [
        ("{open}", "goes through those left for later"),
        ("{undo}", "takes back the last verdict, then those before"),
        ("{move.up}", "goes back to the last paper"),
        ("{quit}", "goes back to the list"),
    ]
    hints = [
        Content.assemble((keymap.hint(key), "bold $accent"), f" {what}")
        for key, what in (ways if triage.left() else ways[1:])
    ]
    return Content("\n").join([*_tally(triage), Content(""), *hints])


def _tally(triage: TriageSession) -> Iterator[Content]:
    tally, left = triage.tally(), len(triage.left())
    decided = sum(tally.values())
    yield Content.styled("Triage done" if decided else "Nothing was decided", "bold")
    speed = pace(triage)
    yield Content.styled(counted(decided) + " decided" + (f", {speed}" if speed else ""), "$muted")
    yield Content("")
    most = max(*tally.values(), left, 1)
    for status, count in tally.items():
        yield status_bar(status, count, most, cells=_BAR_CELLS, count_cells=5)
    if left:
        later = f"{'Later':<8}{left:>6,}  "
        yield Content.assemble(("· ", "$muted"), later, (bar(left, most, _BAR_CELLS), "$muted"))
