"""The frame all dialogs share."""

from typing import ClassVar, Generic, TypeVar

from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from readlist.tui.sizes import WIDTHS

Answer = TypeVar("Answer")

#: For dialogs with something to accept. Like the keys of the main screen it is looked at before
#: the focused widget sees the key, so that keys typed fast keep their order.
ACCEPT = Binding(
    "enter", "accept", "accept", priority=True, id="dialog.accept", tooltip="Accept what was typed."
)


class Dialog(ModalScreen[Answer | None], Generic[Answer]):
    """A box over the main screen; esc leaves it without an answer."""

    HORIZONTAL_BREAKPOINTS = WIDTHS
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "escape",
            "leave",
            "leave",
            priority=True,
            id="dialog.leave",
            tooltip="Close without doing anything.",
        )
    ]

    def action_leave(self) -> None:
        """Close without an answer."""
        self.dismiss(None)
