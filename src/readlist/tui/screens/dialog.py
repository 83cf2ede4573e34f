"""The frame all dialogs share."""

from typing import ClassVar, Generic, TypeVar

from textual.binding import BindingType
from textual.screen import ModalScreen
from textual.widgets import Static

from readlist.tui.borrowing import borrowed
from readlist.tui.keymap import Keymap
from readlist.tui.sizes import WIDTHS

Answer = TypeVar("Answer")

#: For dialogs with something to accept. Like the keys of the main screen it is looked at before
#: the focused widget sees the key, so that keys typed fast keep their order.
ACCEPT = borrowed({"open": "accept"})


class Dialog(ModalScreen[Answer | None], Generic[Answer]):
    """A box over another screen; the key that goes back leaves it without an answer."""

    HORIZONTAL_BREAKPOINTS = WIDTHS
    BINDINGS: ClassVar[list[BindingType]] = borrowed({"back": "leave"})

    def __init__(self, keymap: Keymap) -> None:
        super().__init__()
        self.keymap = keymap

    def hint(self, text: str) -> Static:
        """Return the line that names the keys; ids of actions in braces stand for theirs."""
        return Static(self.keymap.told(text), markup=False, classes="dialog-hint")

    def action_leave(self) -> None:
        """Close without an answer."""
        self.dismiss(None)
