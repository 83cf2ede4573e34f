"""Leaving the terminal to a person's own editor."""

from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

from readlist.editor import edit_text
from readlist.errors import ReadlistError

if TYPE_CHECKING:
    from readlist.tui.screens.main import MainScreen


def edited_outside(screen: "MainScreen", text: str, editor: str | None) -> str | None:
    """Return ``text`` as the editor left it, ``None`` where that failed; what happened is told.

    The interface stands still until the editor has ended; changes go on being written.
    """
    status, problem, edited = screen.parts.status, "", None
    try:
        with screen.app.suspend():
            try:  # an error that left the block would leave the terminal to nobody
                edited = edit_text(text, editor)
            except ReadlistError as error:
                problem = str(error)
            except Exception as error:
                problem = f"the editor: {error}"
    except SuspendNotSupported:
        problem = "this terminal cannot be left to an editor; `readlist note ID --edit` can"
    if problem:
        status.complain(problem)
    elif edited == text:
        status.say("Nothing was changed; an editor with windows needs its option to wait")
    screen.app.refresh(layout=True)
    return edited
