"""The note of a paper, in an editor that saves by itself."""

from collections.abc import Callable
from typing import ClassVar
from uuid import uuid4

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.timer import Timer
from textual.widgets import Static, TextArea

from readlist.text import printable, printable_lines

#: Keeps a paper's note: its id, the text, and the session, which is one step to undo.
Keep = Callable[[int, str, str], None]


class NoteEditor(Vertical):
    """Edits one paper's note at a time and has it kept.

    ``keep`` is called a moment after the last key, and at once whenever the
    editor is left; not by a message, which could come too late when the program
    is left as well. Once the text is written, :meth:`saved` is called.
    """

    #: Seconds without a key after which the text is saved.
    PAUSE: ClassVar[float] = 0.6

    def __init__(self, keep: Keep, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._keep = keep
        self.area = TextArea(language="markdown", soft_wrap=True, compact=True, id="note-text")
        self.paper_id: int | None = None
        self._title = ""
        self._session = ""
        self._baseline = ""
        self._timer: Timer | None = None

    def compose(self) -> ComposeResult:
        """Hold the heading and the text."""
        yield Static(id="note-heading", markup=False)
        yield self.area

    def open(self, paper_id: int, title: str, text: str) -> None:
        """Begin to edit a note."""
        self.paper_id, self._title, self._session = paper_id, title, uuid4().hex
        with self.prevent(TextArea.Changed):
            self.area.load_text(_without_controls(text))
        self._baseline = self.area.text
        self.area.move_cursor(self.area.document.end)
        self.display = True
        self._say("")

    @property
    def is_open(self) -> bool:
        """Whether a note is being edited."""
        return self.paper_id is not None

    def close(self) -> None:
        """Save and leave."""
        self.save()
        self.paper_id = None
        self.display = False

    def save(self) -> None:
        """Ask for the text to be kept if it is not what was kept last."""
        if self._timer:
            self._timer.stop()
            self._timer = None
        if self.paper_id is None:
            return
        text = self.area.text
        if text != self._baseline:
            self._baseline = text
            self._say("saving…")
            self._keep(self.paper_id, text, self._session)

    def saved(self, session: str) -> None:
        """The text sent last is in the library."""
        if session == self._session and self._timer is None:
            self._say("saved")

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Save once there is a pause. Loading a text is no change: it equals the baseline."""
        event.stop()
        if self.paper_id is None or event.text_area.text == self._baseline:
            return
        self._say("…")
        if self._timer:
            self._timer.stop()
        self._timer = self.set_timer(self.PAUSE, self.save)

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """Save when the focus goes elsewhere, be it another window."""
        self.save()

    def _say(self, state: str) -> None:
        told = f"Note · {state} · " if state else "Note · "
        self.query_one("#note-heading", Static).update(told + printable(self._title))


def _without_controls(text: str) -> str:
    """Return ``text`` as the editor may show it; tabs stay, they are the person's own."""
    return "\t".join(printable_lines(part) for part in text.split("\t"))
