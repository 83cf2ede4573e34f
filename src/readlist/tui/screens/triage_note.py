"""Writing a note in triage, above the paper it is about."""

from typing import TYPE_CHECKING

from readlist.tui.drafting import Draft
from readlist.tui.ledger import Change
from readlist.tui.screens.note_place import NotePlace
from readlist.tui.widgets.note_editor import NoteEditor

if TYPE_CHECKING:
    from readlist.domain import Paper
    from readlist.tui.screens.main import MainScreen
    from readlist.tui.screens.triage import TriageScreen


class TriageNote(NotePlace):
    """The note editor's place in triage. It is made when it is first opened."""

    def __init__(self, screen: "TriageScreen", main: "MainScreen") -> None:
        super().__init__(screen)
        self._screen = screen
        self._main = main

    async def begin(self, paper: "Paper") -> None:
        """Write the note of a paper."""
        if self._editor is None:
            self._editor = NoteEditor(self._keep, id="note")
            await self._screen.mount(self._editor, after="#triage-head")
        beginning = "" if paper.note else self._main.writing.beginning(paper)
        self._editor.open(paper.id, paper.title, paper.note or "", beginning)
        self._screen.add_class("-noting")
        self._screen.set_focus(self._editor.area)

    async def use(self, tool: str) -> None:
        """Show the note as it reads; the rest is for the main screen."""
        if self._editor and self._editor.is_open and tool == "preview":
            await self._editor.toggle_preview()

    def close(self) -> None:
        """Save and leave, if a note is being written; the keys go to the paper again."""
        if self.is_open:
            super().close()
            self._screen.set_focus(self._screen.query_one("#triage-body"))

    def _keep(self, draft: Draft, text: str) -> None:
        self._main.acting.save_note(draft, text)
        self._screen.change(draft.paper_id, Change(note=text))
