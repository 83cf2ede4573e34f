"""Writing a note: opening the editor on the paper at the cursor, and leaving it."""

from typing import TYPE_CHECKING

from readlist.tui.acting import Acting
from readlist.tui.browsing import Browsing

if TYPE_CHECKING:
    from readlist.domain import Paper
    from readlist.tui.screens.main import MainScreen
    from readlist.tui.widgets.note_editor import NoteEditor


class Writing:
    """The note editor's place on the main screen. It is made when it is first opened."""

    def __init__(self, screen: "MainScreen", browsing: Browsing, acting: Acting) -> None:
        self._screen = screen
        self._browsing = browsing
        self._acting = acting
        self._editor: NoteEditor | None = None
        self._wanted: int | None = None

    @property
    def is_open(self) -> bool:
        """Whether a note is being written."""
        return self._editor is not None and self._editor.is_open

    @property
    def has_keys(self) -> bool:
        """Whether letters typed now go into a note."""
        return self._editor is not None and self._screen.focused is self._editor.area

    @property
    def is_waiting(self) -> bool:
        """Whether the note to write is still being looked up: keys typed now belong into it."""
        wanted = self._wanted
        return wanted is not None and wanted == self._browsing.parts.papers.listing.current

    async def open(self) -> None:
        """Write the note of the paper at the cursor, or go on with the one that is open."""
        if self._editor is None:
            self._editor = await self._make_editor()
        self._wanted = self._browsing.parts.papers.listing.current
        if self._wanted is None:
            return
        paper = self._browsing.parts.paper.paper
        if paper and paper.id == self._wanted:
            self._begin(paper)
        else:
            self._browsing.show_current()

    def paper_arrived(self, paper: "Paper") -> None:
        """A paper was looked up: perhaps its note is waited for."""
        if self.is_waiting and paper.id == self._wanted:
            self._begin(paper)

    def _begin(self, paper: "Paper") -> None:
        editor, self._wanted = self._editor, None
        if editor is None:
            return
        self._screen.show_pane("paper")
        self._screen.add_class("-noting")
        if editor.paper_id != paper.id:
            editor.save()
            editor.open(paper.id, paper.title, paper.note or "")
        self._screen.set_focus(editor.area)

    def close(self) -> None:
        """Save and leave."""
        if self._editor and self._editor.is_open:
            self._editor.close()
            self._screen.remove_class("-noting")

    def saved(self, session: str) -> None:
        """A note is in the library."""
        if self._editor:
            self._editor.saved(session)

    async def _make_editor(self) -> "NoteEditor":
        from readlist.tui.widgets.note_editor import NoteEditor  # not needed for the first screen

        editor = NoteEditor(self._acting.save_note, id="note")
        await self._screen.query_one("#paper-pane").mount(editor)
        return editor
