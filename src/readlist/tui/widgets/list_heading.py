"""The line above the list: the view, how many papers, in which order."""

from textual.content import Content
from textual.message import Message
from textual.widget import Widget


class ListHeading(Widget):
    """One line. Changing it draws it anew and nothing else: it changes with every paper filed."""

    class Changed(Message):
        """It says something else."""

        def can_replace(self, message: Message) -> bool:
            """Only the latest matters."""
            return isinstance(message, ListHeading.Changed)

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._content = Content("")

    def show(self, content: Content) -> None:
        """Show ``content``."""
        if content.plain != self._content.plain:
            self._content = content
            self.refresh()
            self.post_message(self.Changed())

    def render(self) -> Content:
        """Draw the line."""
        return self._content
