"""What a note was: its versions, how each differs from the note as it is, and bringing one back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import OptionList, Static

from readlist.domain import NoteRevision, Paper
from readlist.reading_list import ReadingList
from readlist.reading_list.notes import difference, sittings
from readlist.text import printable, printable_lines
from readlist.tui.desk import Desk
from readlist.tui.keymap import Keymap, screen_bindings
from readlist.tui.messages import Failed, KeysMayGoOn
from readlist.tui.moving import scroll
from readlist.tui.theme import WIDTHS
from readlist.tui.widgets.key_bar import KeyBar

#: Goes back to the main screen, with the number of a version to restore.
Leave = Callable[[int | None], None]

#: The actions of the table that there are here too, and what they run here.
_RUNS = {
    "move.down": "step(1)",
    "move.up": "step(-1)",
    "move.first": "step(-100000)",
    "move.last": "step(100000)",
    "move.half_down": "scroll('half_down')",
    "move.half_up": "scroll('half_up')",
    "move.page_down": "scroll('page_down')",
    "move.page_up": "scroll('page_up')",
    "open": "restore",
    "select": "all",
    "back": "leave",
    "quit": "leave",
}

#: The actions whose keys are in view, and what they are called here.
_IN_VIEW = {
    "open": "restore",
    "select": "all that was saved, or the last of each sitting",
    "move.down": "older",
    "move.up": "newer",
    "back": "leave",
}

_STYLES = {"+": "$success", "-": "$error", "@": "$muted"}


class NoteHistoryScreen(Screen[None]):
    """Shows the versions at the left, newest first, and at the right what restoring would do."""

    BINDINGS = screen_bindings(_RUNS)
    HORIZONTAL_BREAKPOINTS = WIDTHS

    @dataclass
    class Listed(Message):
        """The versions are there."""

        savings: Sequence[NoteRevision]

    @dataclass
    class Loaded(Message):
        """The text of a version is there."""

        number: int
        text: str

    def __init__(self, desk: Desk, keymap: Keymap, paper: Paper, leave: Leave) -> None:
        super().__init__()
        self._desk = desk
        self._keymap = keymap
        self._paper = paper
        self._leave = leave
        self._savings: Sequence[NoteRevision] = ()
        self._shown: Sequence[NoteRevision] = ()
        self._shows_all = False
        self._at = 0
        #: Keys pressed before the versions are there are about them.
        self.keys_must_wait = True

    def compose(self) -> ComposeResult:
        """Lay out the list and the text."""
        title = printable(self._paper.title)
        yield Static(f"History of the note · {title}", id="history-head", markup=False)
        with Container(id="history-body"):
            yield OptionList(id="history-list")
            with VerticalScroll(id="history-right", can_focus=False):
                yield Static("Looking …", id="history-text", markup=False)
        yield KeyBar(self._keymap.screen_hints(_RUNS, _IN_VIEW), prominent=True, id="history-keys")

    def on_mount(self) -> None:
        """Ask for the versions."""

        def ask(library: ReadingList) -> None:
            self.post_message(self.Listed(library.note_savings(self._paper.id)))

        self._desk.errand(ask, self._refused)

    def on_note_history_screen_listed(self, answer: Listed) -> None:
        """List the versions."""
        self._savings = answer.savings
        self.keys_must_wait = False
        self._list()
        self.app.post_message(KeysMayGoOn())

    def on_note_history_screen_loaded(self, answer: Loaded) -> None:
        """Show how a version differs from the note as it is."""
        if self._shown and answer.number == self._shown[self._at].number:
            self._show(_told(self._paper.note or "", answer.text, answer.number))

    def _list(self) -> None:
        chosen = self._savings if self._shows_all else sittings(self._savings)
        self._shown = list(reversed(chosen))
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options(map(_line, self._shown))
        if self._shown:
            options.highlighted = self._at = 0
        else:
            self._show(Content.styled("This note was never written.", "$muted"))

    def _show(self, text: Content) -> None:
        self.query_one("#history-text", Static).update(text)
        self.query_one("#history-right").scroll_home(animate=False)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Look up the version one is at."""
        self._at = event.option_index
        number = self._shown[self._at].number

        def ask(library: ReadingList) -> None:
            text = library.note_version(self._paper.id, number)
            self.post_message(self.Loaded(number, text))

        self._desk.errand(ask, self._refused)

    def on_option_list_option_selected(self) -> None:
        """A version was clicked: it is shown; a key restores it."""

    def action_step(self, steps: int) -> None:
        """Go to an older version, or a newer one for less than 0."""
        if self._shown:
            at = max(0, min(self._at + steps, len(self._shown) - 1))
            self._at = self.query_one(OptionList).highlighted = at

    def action_scroll(self, how: str) -> None:
        """Scroll the text."""
        scroll(self.query_one("#history-right"), how)

    def action_all(self) -> None:
        """List every text that was saved, or the last of each sitting."""
        self._shows_all = not self._shows_all
        self._list()

    def action_restore(self) -> None:
        """Make the version one is at the note."""
        if self._shown:
            self._leave(self._shown[self._at].number)

    def action_leave(self) -> None:
        """Go back."""
        self._leave(None)

    def _refused(self, reason: str) -> Failed:
        """Let keys go on, so that one can leave; the main screen says what happened."""
        if self.keys_must_wait:
            self.post_message(self.Listed(()))
        return Failed(reason)


def _line(saving: NoteRevision) -> Content:
    at = saving.saved_at[:16].replace("T", " ")
    opening = printable(saving.opening) if saving.size else "(empty)"
    return Content.assemble((f"{at}  ", "bold"), (opening[:80], "$muted"))


def _told(note: str, text: str, number: int) -> Content:
    lines = difference(note, text, "as it is", f"version {number}")
    if not lines:
        heading = Content.styled("This is the note as it is.\n\n", "$muted")
        return Content.assemble(heading, printable_lines(text))
    shown = (Content.styled(printable_lines(line), _STYLES.get(line[:1], "")) for line in lines[2:])
    heading = Content.styled("Restoring takes out − and puts in +\n\n", "$muted")
    return Content.assemble(heading, Content("\n").join(shown))
