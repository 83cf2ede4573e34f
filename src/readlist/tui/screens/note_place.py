"""The place that a screen has for the note editor."""

from typing import TYPE_CHECKING

from textual.screen import Screen

from readlist.tui.messages import NoteSaved

if TYPE_CHECKING:
    from readlist.tui.widgets.note_editor import NoteEditor


class NotePlace:
    """Holds the editor, which is made when it is first opened, and tells it what came of its texts.

    The screen has the class ``-noting`` while a note is being written.
    """

    def __init__(self, screen: Screen[None]) -> None:
        self._around = screen
        self._editor: NoteEditor | None = None

    @property
    def is_open(self) -> bool:
        """Whether a note is being written."""
        return self._editor is not None and self._editor.is_open

    def step_back(self) -> bool:
        """Leave what is offered in the note; tell whether something was."""
        return self._editor is not None and self._editor.is_open and self._editor.typing.leave()

    def close(self) -> None:
        """Save and leave, if a note is being written."""
        if self._editor and self._editor.is_open:
            self._editor.close()
            self._around.remove_class("-noting")

    def saved(self, answer: NoteSaved) -> None:
        """A note is in the library."""
        if self._editor:
            self._editor.saved(answer)

    def failed(self, session: str) -> None:
        """A note could not be written."""
        if self._editor:
            self._editor.failed(session)
