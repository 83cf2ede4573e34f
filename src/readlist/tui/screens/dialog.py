"""The frame all dialogs share."""

from typing import ClassVar, Generic, TypeVar

from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

Answer = TypeVar("Answer")


class Dialog(ModalScreen[Answer | None], Generic[Answer]):
    """A box over the main screen; esc leaves it without an answer."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "leave", id="dialog.leave", tooltip="Close without doing anything.")
    ]

    def action_leave(self) -> None:
        """Close without an answer."""
        self.dismiss(None)
