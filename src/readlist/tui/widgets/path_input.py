"""A line for paths as a person types them: several, ``~``, quotes around spaces."""

import asyncio
import shlex
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from textual.binding import Binding
from textual.message import Message
from textual.suggester import Suggester
from textual.widgets import Input

#: Completions looked for at most; a folder may hold a million files.
LIMIT = 200


class PathInput(Input):
    """Suggests how the last path on the line may go on, and completes it."""

    BINDINGS = [
        Binding("tab", "complete", priority=True, id="path.complete", tooltip="Complete the path.")
    ]

    @dataclass
    class Completions(Message):
        """The ways in which the last path of ``value`` may go on."""

        value: str
        completions: Sequence[str]

    def __init__(self, value: str = "", *, placeholder: str = "", id: str | None = None) -> None:
        suggester = _PathSuggester(self._completions_found)
        super().__init__(value, placeholder=placeholder, suggester=suggester, id=id)

    def action_complete(self) -> None:
        """Take the suggestion."""
        self.action_cursor_right()

    def _completions_found(self, value: str, completions: Sequence[str]) -> None:
        if value == self.value:
            self.post_message(self.Completions(value, completions))


class _PathSuggester(Suggester):
    """Completes the last path on the line, and hands on all ways to go on."""

    def __init__(self, found: Callable[[str, Sequence[str]], None]) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._found = found

    async def get_suggestion(self, value: str) -> str | None:
        """Return ``value`` with its last path completed, if there is a way to go on."""
        found = await asyncio.to_thread(completions, value)
        self._found(value, found)
        begun = _last_word(value)
        if not found or not value.endswith(begun):
            return None
        rest = found[0][len(begun) :]
        return value + rest if shlex.quote(rest) in (rest, "''") else None


def read_paths(text: str) -> list[Path]:
    """Return the paths on a line; one that exists may have spaces without quotes."""
    whole = Path(text.strip()).expanduser()
    if not text.strip():
        return []
    if _exists(whole):
        return [whole]
    return [Path(word).expanduser() for word in _words(text)]


def completions(text: str) -> list[str]:
    """Return how the last path on the line may go on, as typed; folders end in ``/``."""
    begun = _last_word(text)
    if not begun:
        return []
    path, stem = Path(begun).expanduser(), "" if begun.endswith("/") else Path(begun).name
    folder = path if begun.endswith("/") else path.parent
    typed_folder = begun[: len(begun) - len(stem)]
    return sorted(typed_folder + name for name in _names(folder, stem))


def _names(folder: Path, stem: str) -> list[str]:
    names: list[str] = []
    try:
        for entry in folder.iterdir():
            hidden = entry.name.startswith(".") and not stem.startswith(".")
            if entry.name.startswith(stem) and not hidden and entry.name.isprintable():
                names.append(entry.name + ("/" if entry.is_dir() else ""))
            if len(names) == LIMIT:
                break
    except OSError:
        return []
    return names


def _last_word(text: str) -> str:
    if not text or text[-1].isspace():
        return ""
    words = _words(text)
    return words[-1] if words else ""


def _words(text: str) -> list[str]:
    try:
        return shlex.split(text)
    except ValueError:  # a quote that is not closed yet
        return shlex.split(text.replace("'", r"\'").replace('"', r"\""))


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:
        return False
