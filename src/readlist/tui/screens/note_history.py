"""The versions of a note: how each differs from the note as it is, and restoring one."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList, Static

from readlist.domain import NoteRevision, Paper
from readlist.failures import explain
from readlist.reading_list.notes import difference, sittings
from readlist.text import printable, printable_lines
from readlist.tui.keymap import READING_RUNS, Keymap, screen_bindings
from readlist.tui.library.worker import LibraryWorker
from readlist.tui.text import error_text
from readlist.tui.theme import WIDTHS
from readlist.tui.widgets.bottom_lines import KeyBar
from readlist.tui.widgets.paper_pane import scroll_by_key

#: The actions of the table that this screen has too, and what they run here.
_RUNS = {
    **READING_RUNS,
    "move.first": "step(-100000)",
    "move.last": "step(100000)",
    "open": "restore",
    "select": "all",
}

#: The actions whose keys are in view, and what they are called here.
_IN_VIEW = {
    "open": "restore",
    "select": "all versions, or one per sitting",
    "move.down": "older",
    "move.up": "newer",
    "back": "leave",
}

_LINE_STYLES = {"+": "$success", "-": "$error", "@": "$muted"}


class NoteHistoryScreen(Screen[int | None]):
    """Answers with the number of the version to restore, or ``None``.

    The versions are at the left, the newest first, and at the right is what
    restoring one would change.
    """

    BINDINGS = screen_bindings(_RUNS)
    HORIZONTAL_BREAKPOINTS = WIDTHS

    def __init__(self, library: LibraryWorker, keymap: Keymap, paper: Paper) -> None:
        super().__init__()
        self._library = library
        self._keys = keymap
        self._paper = paper
        self._revisions: Sequence[NoteRevision] = ()
        self._listed: Sequence[NoteRevision] = ()
        self._lists_all = False

    def compose(self) -> ComposeResult:
        """Lay out the list and the text."""
        heading = f"History of the note · {printable(self._paper.title)}"
        yield Static(heading, id="history-head", markup=False)
        with Container(id="history-body"):
            yield OptionList(id="history-list", markup=False)
            with VerticalScroll(id="history-right", can_focus=False):
                yield Static("", id="history-text", markup=False)
        yield KeyBar(self._keys.screen_hints(_RUNS, _IN_VIEW), prominent=True, id="history-keys")

    def on_mount(self) -> None:
        """List the versions."""
        try:
            self._revisions = self._library.reader.note_savings(self._paper.id)
        except Exception as error:
            self._show(error_text(explain(error)))
        else:
            self._list()

    def _list(self) -> None:
        listed = self._revisions if self._lists_all else sittings(self._revisions)
        self._listed = list(reversed(listed))
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options(map(_option, self._listed))
        if self._listed:
            options.highlighted = 0
        else:
            self._show(Content.styled("This note was never written.", "$muted"))

    @property
    def _current(self) -> NoteRevision | None:
        """The version at the cursor of the list."""
        at = self.query_one(OptionList).highlighted
        return self._listed[at] if self._listed and at is not None else None

    def on_option_list_option_highlighted(self) -> None:
        """Show how the version at the cursor differs from the note as it is."""
        if (revision := self._current) is None:
            return
        try:
            text = self._library.reader.note_version(self._paper.id, revision.number)
        except Exception as error:
            self._show(error_text(explain(error)))
        else:
            self._show(_comparison(self._paper.note or "", text, revision.number))

    def _show(self, content: Content) -> None:
        self.query_one("#history-text", Static).update(content)
        self.query_one("#history-right").scroll_home(animate=False, immediate=True)

    def action_step(self, steps: int) -> None:
        """Go to an older version, or for less than 0 to a newer one."""
        options = self.query_one(OptionList)
        if options.highlighted is not None:
            at = options.highlighted + steps
            options.highlighted = max(0, min(at, len(self._listed) - 1))

    def action_scroll(self, how: str) -> None:
        """Scroll the text."""
        scroll_by_key(self.query_one("#history-right"), how)

    def action_all(self) -> None:
        """List every version that was saved, or only the last of each sitting."""
        self._lists_all = not self._lists_all
        self._list()

    def action_restore(self) -> None:
        """Answer with the version at the cursor."""
        if revision := self._current:
            self.dismiss(revision.number)

    def action_leave(self) -> None:
        """Close without an answer."""
        self.dismiss(None)


def _option(revision: NoteRevision) -> Content:
    at = revision.saved_at[:16].replace("T", " ")
    opening = printable(revision.opening) if revision.size else "(empty)"
    return Content.assemble((f"{at}  ", "bold"), (opening[:80], "$muted"))


def _comparison(note: str, text: str, number: int) -> Content:
    lines = difference(note, text, "as it is", f"version {number}")
    if not lines:
        heading = Content.styled("This is the note as it is.\n\n", "$muted")
        return heading + printable_lines(text)
    heading = Content.styled("Restoring removes lines with − and adds those with +\n\n", "$muted")
    changes = [
        Content.styled(printable_lines(line), _LINE_STYLES.get(line[:1], "")) for line in lines[2:]
    ]
    return heading + Content("\n").join(changes)
