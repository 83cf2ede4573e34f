"""Writing the note of a paper, on the main screen and in triage."""

from collections.abc import Callable, Sequence

from textual.app import App, SuspendNotSupported
from textual.signal import Signal
from textual.widget import AwaitMount

from readlist import note_template
from readlist.domain import Paper
from readlist.editor import edit_text
from readlist.errors import ReadlistError
from readlist.paths import config_file
from readlist.reading_list import ReadingList
from readlist.reading_list.notes import Link, appended, quotation
from readlist.text import words
from readlist.tui.library.commands import ChangeFailed, Draft, LibraryEvent, NoteSaved
from readlist.tui.library.session import LibrarySession
from readlist.tui.widgets.note_editor import NoteEditor, Suggestion

#: Papers that are offered for a link.
_OFFERED = 6


class NoteController:
    """The note editor of a screen, which is mounted when it is first opened.

    The screen has the class ``-noting`` while a note is being written.
    """

    def __init__(
        self,
        session: LibrarySession,
        changed: Signal[LibraryEvent],
        mount: Callable[[NoteEditor], AwaitMount],
    ) -> None:
        self._session = session
        self._changed = changed
        self._mount = mount
        self._editor: NoteEditor | None = None

    @property
    def is_open(self) -> bool:
        """Whether a note is being written."""
        return self._editor is not None and self._editor.draft is not None

    @property
    def unsaved(self) -> tuple[Draft, str] | None:
        """The note that is being written and its text, if that is not saved yet."""
        return self._editor.unsaved if self._editor else None

    @property
    def link_at_cursor(self) -> Link | None:
        """The link in the note that the cursor is in."""
        return self._editor.area.link_at_cursor if self._editor else None

    async def open(self, paper: Paper) -> None:
        """Write the note of a paper, or go on with it if it is open."""
        editor = self._editor
        if editor is None:
            editor = self._editor = NoteEditor(
                self._session.commands.save_note, self._suggest, id="note"
            )
            await self._mount(editor)
            self._changed.subscribe(editor, self._library_changed)
        editor.screen.add_class("-noting")
        if editor.paper_id != paper.id:
            editor.save()
            beginning = "" if paper.note else self._beginning(paper)
            editor.open(paper.id, paper.title, paper.note or "", beginning)
        editor.begin_typing()

    def close(self) -> None:
        """Save and leave, if a note is being written."""
        if self._editor and self.is_open:
            self._editor.close()
            self._editor.screen.remove_class("-noting")

    def step_back(self) -> bool:
        """Close the links offered in the note; return whether there were any."""
        return self._editor is not None and self.is_open and self._editor.leave_choices()

    async def toggle_preview(self) -> None:
        """Show the note as it reads, or no longer."""
        if self._editor and self.is_open:
            await self._editor.toggle_preview()

    def _library_changed(self, event: LibraryEvent) -> None:
        """Learn what came of a text that was sent, or what became of the note elsewhere."""
        if not (self._editor and self._editor.draft):
            return
        if isinstance(event, NoteSaved):
            self._editor.saved(event)
        elif isinstance(event, ChangeFailed) and event.draft:
            self._editor.failed(event.draft)
        elif paper := self._session.papers.paper(self._editor.draft.paper_id):
            self._editor.library_holds(paper.note or "")

    def quote(self, paper: Paper, selected: str) -> None:
        """Put a quotation into the note of a paper."""
        if self._editor and self._editor.paper_id == paper.id:
            self._editor.area.insert(f"\n{quotation(selected)}\n\n")
            self._editor.save()
        else:
            note = appended(paper.note or self._beginning(paper), quotation(selected))
            self._session.commands.save_note(Draft(paper.id, paper.note or ""), note)

    def edit_outside(self, paper: Paper | None, app: App[None]) -> None:
        """Have the note of a paper, or the open one, edited in the person's own editor.

        What comes back is saved, together with what became of the note meanwhile.
        """
        editor = self._editor
        if editor and editor.draft and (paper is None or paper.id == editor.paper_id):
            edited = self._edited_outside(editor.area.text, app)
            if edited is not None:
                editor.put(edited)
        elif paper:
            edited = self._edited_outside(paper.note or self._beginning(paper), app)
            if edited is not None:
                self._session.commands.save_note(Draft(paper.id, paper.note or ""), edited)

    def _edited_outside(self, text: str, app: App[None]) -> str | None:
        """Return the text as the editor left it, ``None`` if it is the same or that failed.

        The interface stands still until the editor has ended; changes go on being written.
        """
        problem, edited = "", text
        try:
            with app.suspend():
                try:  # an error that left the block would leave the terminal to nobody
                    edited = edit_text(text, self._session.settings.editor)
                except ReadlistError as error:
                    problem = str(error)
                except Exception as error:
                    problem = f"the editor: {error}"
        except SuspendNotSupported:
            problem = "this terminal cannot be left to an editor; `readlist note ID --edit` can"
        if problem:
            self._session.status.complain(problem)
        elif edited == text:
            self._session.status.say(
                "Nothing was changed; an editor with windows needs its option to wait"
            )
        app.refresh(layout=True)
        return None if edited == text else edited

    def _beginning(self, paper: Paper) -> str:
        """Return what a new note begins with; a template that cannot be used is reported."""
        try:
            template = note_template.read(
                self._session.settings.note_template, config_file().parent
            )
            return note_template.filled(template, paper)
        except ReadlistError as error:
            self._session.status.complain(str(error))
            return ""

    async def _suggest(self, begun: str, here: int) -> Sequence[Suggestion]:
        """Return papers for a link that is being typed in the note of the paper ``here``."""

        def look_up(library: ReadingList) -> list[Suggestion]:
            found = library.search(" ".join(words(begun)), _OFFERED + 1, lenient=True).ids
            rows = library.rows([one for one in found if one != here][:_OFFERED])
            return [Suggestion(row.title, library.link_to(row.id)) for row in rows]

        try:
            return await self._session.worker.read(look_up)
        except ReadlistError as error:
            self._session.status.complain(str(error))
            return ()
