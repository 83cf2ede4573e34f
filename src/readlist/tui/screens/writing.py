"""Writing a note: opening the editor on the paper at the cursor, and leaving it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from readlist import note_template
from readlist.domain import Paper
from readlist.errors import ReadlistError
from readlist.paths import config_file
from readlist.reading_list import ReadingList
from readlist.reading_list.notes import appended, quotation
from readlist.settings import Settings
from readlist.text import words
from readlist.tui.drafting import Draft, Suggestion
from readlist.tui.screens.note_place import NotePlace

if TYPE_CHECKING:
    from readlist.tui.screens.main import MainScreen
    from readlist.tui.widgets.note_area import NoteArea
    from readlist.tui.widgets.note_editor import NoteEditor

#: Papers that are offered for a link.
_OFFERED = 6


class Writing(NotePlace):
    """The note editor's place on the main screen. It is made when it is first opened."""

    def __init__(self, screen: "MainScreen", settings: Settings) -> None:
        super().__init__(screen)
        self._screen = screen
        self._settings = settings
        self._wanted: tuple[int, Callable[[Paper], None]] | None = None

    @property
    def has_keys(self) -> bool:
        """Whether letters typed now go into a note."""
        return self._editor is not None and self._editor.is_open and self._editor.has_focus_within

    @property
    def is_waiting(self) -> bool:
        """Whether the paper to write of is still being looked up: keys typed now are about it."""
        return self._wanted is not None and self._wanted[0] == self._current

    @property
    def _current(self) -> int | None:
        return self._screen.parts.papers.listing.current

    async def open(self) -> None:
        """Write the note of the paper at the cursor, or go on with the one that is open."""
        if self._editor is None:
            self._editor = await self._make_editor()
        self._with_paper(self._begin)

    def edit_outside(self) -> None:
        """Have the note of the paper at the cursor, or the one that is open, edited outside."""
        if self.has_keys and self._editor and self._editor.draft:
            self._edit_outside(self._editor.draft, self._editor.area.text)
        else:
            self._with_paper(self._edit_paper_outside)

    def quote(self) -> None:
        """Put what is selected in the paper into its note."""
        selected = self._screen.get_selected_text() or ""
        paper = self._screen.parts.paper.paper
        if not selected.strip() or paper is None:
            self._screen.parts.status.say("Select what to quote first, with the mouse")
            return
        self._screen.clear_selection()
        if self._editor and self._editor.paper_id == paper.id:
            self._editor.area.insert(f"\n{quotation(selected)}\n\n")
            self._editor.save()
        else:
            note = appended(paper.note or self.beginning(paper), quotation(selected))
            self._screen.acting.save_note(Draft(paper.id, paper.note or ""), note)

    async def use(self, tool: str) -> None:
        """Do something in the note that is written."""
        if self._editor is None or not self._editor.is_open:
            return
        if tool == "preview":
            await self._editor.toggle_preview()
        elif tool == "outside":
            self.edit_outside()
        elif link := self._editor.typing.link_at_cursor():
            self._screen.linking.follow_to(link.target)
        else:
            self._screen.parts.status.say("The cursor is in no link: [[Title]] is one")

    def paper_arrived(self, paper: Paper) -> None:
        """A paper was looked up: perhaps its note is waited for, or open and changed elsewhere."""
        if self._editor and self._editor.paper_id == paper.id:
            self._editor.library_holds(paper.note or "")
        if self._wanted and self.is_waiting and paper.id == self._wanted[0]:
            then, self._wanted = self._wanted[1], None
            then(paper)

    def beginning(self, paper: Paper) -> str:
        """Return what a new note begins with; what is wrong with the template is told."""
        try:
            template = note_template.read(self._settings.note_template, config_file().parent)
            return note_template.filled(template, paper)
        except ReadlistError as error:
            self._screen.parts.status.complain(str(error))
            return ""

    def suggest(self, event: "NoteArea.Wanted", here: int | None = None) -> None:
        """Look up papers for a link that is being typed in the note of the paper ``here``."""
        here = here or (self._editor.paper_id if self._editor else None)

        def look_up(library: ReadingList) -> None:
            found = library.search(" ".join(words(event.asked)), _OFFERED + 1, lenient=True).ids
            rows = library.rows([one for one in found if one != here][:_OFFERED])
            offered = [Suggestion(row.title, library.link_to(row.id)) for row in rows]
            self._screen.call_later(event.area.suggest, event.asked, offered)

        self._screen.desk.read("titles", look_up)

    def _with_paper(self, act: Callable[[Paper], None]) -> None:
        """Do what needs the paper at the cursor, at once or when it was looked up."""
        self._wanted = None if self._current is None else (self._current, act)
        paper = self._screen.parts.paper.paper
        if self._wanted and paper and paper.id == self._wanted[0]:
            self._wanted = None
            act(paper)
        elif self._wanted:
            self._screen.browsing.show_current()

    def _begin(self, paper: Paper) -> None:
        editor = self._editor
        if editor is None:
            return
        self._screen.show_pane("paper")
        self._screen.add_class("-noting")
        if editor.paper_id != paper.id:
            editor.save()
            beginning = "" if paper.note else self.beginning(paper)
            editor.open(paper.id, paper.title, paper.note or "", beginning)
        self._screen.set_focus(editor.area)
        editor.fit()

    def _edit_paper_outside(self, paper: Paper) -> None:
        if self._editor and self._editor.draft and self._editor.paper_id == paper.id:
            self._edit_outside(self._editor.draft, self._editor.area.text)
        else:
            text = paper.note or self.beginning(paper)
            self._edit_outside(Draft(paper.id, paper.note or ""), text)

    def _edit_outside(self, draft: Draft, text: str) -> None:
        """Hand a text over; what comes back is written, with what became of the note meanwhile."""
        from readlist.tui.screens.outside import edited_outside

        edited = edited_outside(self._screen, text, self._settings.editor)
        if edited is None or edited == text:
            return
        if self._editor and self._editor.draft is draft:
            self._editor.put(edited)
        else:
            self._screen.acting.save_note(draft, edited)

    async def _make_editor(self) -> "NoteEditor":
        from readlist.tui.widgets.note_editor import NoteEditor  # not needed for the first screen

        editor = NoteEditor(self._screen.acting.save_note, id="note")
        await self._screen.query_one("#paper-pane").mount(editor)
        return editor
