"""The note of a paper, in an editor that saves by itself."""

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.timer import Timer
from textual.widgets import Static, TextArea

from readlist.reading_list.notes import merge_note_texts
from readlist.text import printable
from readlist.tui.drafting import Draft
from readlist.tui.messages import NoteSaved
from readlist.tui.text import without_controls
from readlist.tui.widgets.note_area import NoteArea

if TYPE_CHECKING:
    from readlist.tui.widgets.note_preview import NotePreview

#: Has a note's text written.
Keep = Callable[[Draft, str], None]


class NoteEditor(Vertical):
    """Edits one paper's note at a time and has it kept.

    ``keep`` is called a moment after the last key, and at once whenever the
    editor is left; not by a message, which could come too late when the program
    is left as well. Once the text is written, :meth:`saved` is called. What
    becomes of the note elsewhere is brought into the text by :meth:`library_holds`.
    """

    #: Seconds without a key after which the text is saved, and those after which it is anyway.
    PAUSE: ClassVar[float] = 0.6
    LONGEST: ClassVar[float] = 5.0
    #: Seconds after which the preview follows.
    PREVIEW: ClassVar[float] = 0.2
    #: Cells from which on the preview stands beside the text.
    BESIDE: ClassVar[int] = 72

    def __init__(self, keep: Keep, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._keep = keep
        self.typing = NoteArea()
        self.area = self.typing.text_area
        self.draft: Draft | None = None
        self._title = ""
        #: What need not be saved, and what the library holds or is about to: they differ only
        #: while a new note is the template and nothing else.
        self._baseline = self._held = ""
        self._due: dict[str, Timer] = {}
        self._preview: NotePreview | None = None

    def compose(self) -> ComposeResult:
        """Hold the heading and the text."""
        yield Static(id="note-heading", markup=False)
        with Container(id="note-body"):
            yield self.typing

    def open(self, paper_id: int, title: str, text: str, beginning: str = "") -> None:
        """Begin to edit a note; one that is empty has a ``beginning``."""
        self.draft, self._title = Draft(paper_id, text), title
        self._held = without_controls(text)
        with self.prevent(TextArea.Changed):
            self.area.load_text(self._held or without_controls(beginning))
        self._baseline = self.area.text
        self.area.move_cursor(self.area.document.end)
        self.display = True
        self._say("")
        self._follow()

    @property
    def paper_id(self) -> int | None:
        """The paper whose note is being edited."""
        return self.draft.paper_id if self.draft else None

    @property
    def is_open(self) -> bool:
        """Whether a note is being edited."""
        return self.draft is not None

    def close(self) -> None:
        """Save and leave."""
        self.save()
        self.typing.leave()
        self.draft = None
        self.display = False

    def save(self) -> None:
        """Ask for the text to be kept if it is not what was kept last."""
        self._stop("pause", "longest")
        if self.draft and (text := self.area.text) != self._baseline:
            self._baseline = self._held = text
            self._say("saving…")
            self._keep(self.draft, text)

    def saved(self, answer: NoteSaved) -> None:
        """A text that was sent is in the library, perhaps with what was written elsewhere."""
        draft = self.draft
        if draft is None or draft.session != answer.session or draft.pending:
            return
        if "pause" not in self._due:
            self._say("saved")
        if answer.merged:
            self._take_in(answer.text)

    def failed(self, session: str) -> None:
        """A text that was sent could not be written: it will be with the next one."""
        if self.draft and self.draft.session == session:
            self._baseline = self._held = without_controls(self.draft.base)
            self._say("not saved")

    def library_holds(self, note: str) -> None:
        """Take in what became of the note elsewhere, unless texts sent are not written yet."""
        if self.draft and not self.draft.pending and without_controls(note) != self._held:
            self._take_in(note)

    def _take_in(self, note: str) -> None:
        theirs, text = without_controls(note), self.area.text
        is_untouched = text == self._baseline
        merged = merge_note_texts(self._held, text, theirs)
        if self.draft:
            self.draft.base = note
        self._baseline = self._held = theirs
        self.typing.put(theirs if is_untouched else merged.text)

    # Typing

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Save once there is a pause. Loading a text is no change: it equals the baseline."""
        event.stop()
        self.typing.look()
        self._follow()
        if self.draft is None or event.text_area.text == self._baseline:
            return
        self._say("…")
        self._stop("pause")
        self._due["pause"] = self.set_timer(self.PAUSE, self.save)
        if "longest" not in self._due:
            self._due["longest"] = self.set_timer(self.LONGEST, self.save)

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """Save when the focus goes elsewhere, be it another window."""
        self.save()

    def put(self, text: str) -> None:
        """Give the note another text and have it saved."""
        self.typing.put(text)
        self.save()

    # Preview

    async def toggle_preview(self) -> None:
        """Show the note as it reads, beside the text or over it; or no longer."""
        from readlist.tui.widgets.note_preview import NotePreview  # Markdown takes long to import

        if self._preview is None:
            self._preview = NotePreview()
            await self.query_one("#note-body").mount(self._preview)
        self.set_class(not self.has_class("-preview"), "-preview")
        self.fit()
        await self._show_preview()

    def fit(self) -> None:
        """Show text, preview or both, as there is room, and give the keys to what is shown.

        In this order: where nothing that is shown has the keys, letters are commands.
        """
        is_beside = self.size.width >= self.BESIDE
        self.set_class(is_beside, "-beside")
        if self._preview is None:
            return
        is_shown = self.has_class("-preview")
        is_over = is_shown and not is_beside
        had_keys = self.has_focus_within
        for part, is_seen in ((self._preview, is_shown), (self.typing, not is_over)):
            part.display = part.display or is_seen
        if had_keys:
            self.screen.set_focus(self._preview if is_over else self.area)
        self._preview.display, self.typing.display = is_shown, not is_over

    def on_resize(self) -> None:
        """Use the room there is."""
        self.fit()

    def _follow(self) -> None:
        if self._preview and self.has_class("-preview"):
            self._stop("preview")
            self._due["preview"] = self.set_timer(self.PREVIEW, self._show_preview)

    async def _show_preview(self) -> None:
        self._stop("preview")
        if self._preview and self.has_class("-preview"):
            await self._preview.show(self.area.text)

    def _stop(self, *names: str) -> None:
        for name in names:
            if timer := self._due.pop(name, None):
                timer.stop()

    def _say(self, state: str) -> None:
        told = f"Note · {state} · " if state else "Note · "
        self.query_one("#note-heading", Static).update(told + printable(self._title))
