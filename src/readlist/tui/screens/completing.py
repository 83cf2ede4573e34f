"""Completing what is typed in the search bar, one way after the other."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from readlist.tui.messages import Completed

if TYPE_CHECKING:
    from readlist.tui.loader import Loader
    from readlist.tui.widgets.search_bar import SearchBar


class Completing:
    """Asks the library what the text before the cursor may go on as, and goes through that."""

    def __init__(self, loader: "Loader", bar: "SearchBar") -> None:
        self._loader = loader
        self._bar = bar
        self._options: Sequence[str] = ()
        self._of = ""
        self._at = -1
        self._step = 0
        self._is_known = False

    @property
    def is_waiting(self) -> bool:
        """Whether a completion was asked for that is still being looked up."""
        return self._step != 0

    def forget(self) -> None:
        """The text changed: what was looked up is of no use, unless it was completed just now."""
        if self._text not in (self._of, self._shown):
            self._options, self._of, self._at, self._step = (), "", -1, 0
            self._is_known = not self._text

    def follow(self) -> None:
        """Look up how the text may go on, if that was not done yet."""
        self.forget()
        if self._text and not self._of:
            self._of = self._text
            self._loader.completion(self._of)

    def completed(self, answer: Completed) -> str:
        """Take what was looked up; return the likeliest, to be suggested."""
        if answer.text != self._of:
            return ""
        self._options, self._is_known = answer.options, True
        if self._step:
            self.go_on(self._step)
            return ""
        return self._options[0] if self._options and self._at < 0 else ""

    def go_on(self, step: int) -> None:
        """Complete the text, or in place of a completion take the next, or for -1 the one before.

        When it is still being looked up what there is, do so then.
        """
        self.follow()
        if not self._options:
            self._step = 0 if self._is_known else step
            return
        self._step = 0
        self._at = (self._at + step) % len(self._options) if self._at >= 0 else min(0, step)
        self._put(self._options[self._at])

    @property
    def _text(self) -> str:
        return self._bar.input.value[: self._bar.input.cursor_position]

    @property
    def _shown(self) -> str | None:
        return self._options[self._at] if self._at >= 0 else None

    def _put(self, completion: str) -> None:
        typed = self._bar.input
        rest = typed.value[typed.cursor_position :]
        typed.value = completion + rest
        typed.cursor_position = len(completion)
