"""Asking for tags."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.suggester import Suggester
from textual.widgets import Input, Static

from readlist.text import printable
from readlist.tui.keymap import Keymap
from readlist.tui.screens.dialog import ACCEPT, Dialog

#: The tags to add, and those to remove.
TagWords = tuple[list[str], list[str]]


class TagScreen(Dialog[TagWords]):
    """One line of tags: ``gnn -old`` adds one and removes the other."""

    BINDINGS = [*ACCEPT]

    def __init__(
        self, keymap: Keymap, about: str, tags: Sequence[str], known: Sequence[str]
    ) -> None:
        super().__init__(keymap)
        self._about = about
        self._tags = tags
        self._known = known

    def compose(self) -> ComposeResult:
        """Show what is to be tagged, the tags it has, and the line."""
        with Vertical(id="dialog"):
            yield Static("Tags", classes="dialog-title")
            yield Static(printable(self._about), markup=False, classes="dialog-about")
            has = " ".join(f"#{printable(tag)}" for tag in self._tags) or "no tags yet"
            yield Static(has, markup=False, classes="dialog-muted")
            yield Input(placeholder="graphs -old", suggester=LastWordSuggester(self._known))
            yield self.hint("a word adds, -word removes · {open} saves · {back} closes")

    def action_accept(self) -> None:
        """Answer with the words that were typed."""
        self.dismiss(read_words(self.query_one(Input).value))


def read_words(text: str) -> TagWords | None:
    """Return the tags to add and to remove, or ``None`` when there are none."""
    words = text.replace(",", " ").split()
    removed = [word[1:] for word in words if word.startswith("-") and len(word) > 1]
    added = [word.lstrip("+#") for word in words if not word.startswith("-")]
    added = [word for word in added if word]
    return (added, removed) if added or removed else None


class LastWordSuggester(Suggester):
    """Completes the last word from words that are known."""

    def __init__(self, known: Sequence[str]) -> None:
        super().__init__(case_sensitive=True)
        self._known = known

    async def get_suggestion(self, value: str) -> str | None:
        """Return ``value`` with its last word completed."""
        last = value.split(" ")[-1]
        begun = last.lstrip("-+#").lower()
        found = next((tag for tag in self._known if begun and tag.startswith(begun)), None)
        return value + found[len(begun) :] if found else None
