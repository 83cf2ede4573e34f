"""How the interface was left: orders, theme, row height and the sizes of panes."""

import json
import os
from collections.abc import Mapping
from pathlib import Path
from threading import Lock
from typing import Any

#: What one choice holds for several things, by the names of these.
Section = Mapping[str, str | int]


class UiState:
    """A few choices in a small JSON file. A file that is missing or broken holds no choices.

    Without a path they are kept until the program ends. :meth:`save` may be called on any thread.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self._lock = Lock()
        self._choices = _read(path) if path else {}
        self._is_saved = True

    def text(self, name: str) -> str | None:
        """Return a choice that is a text."""
        value = self._choices.get(name)
        return value if isinstance(value, str) else None

    def texts(self, name: str) -> dict[str, str]:
        """Return the texts of a choice, by what they are for."""
        return {key: value for key, value in self._section(name) if isinstance(value, str)}

    def numbers(self, name: str) -> dict[str, int]:
        """Return the numbers of a choice, by what they are for."""
        return {key: value for key, value in self._section(name) if type(value) is int}

    def set(self, name: str, value: str | Section) -> None:
        """Remember a choice; :meth:`save` writes it."""
        choice = value if isinstance(value, str) else dict(value)
        if self._choices.get(name) != choice:
            self._choices = {**self._choices, name: choice}
            self._is_saved = False

    def save(self) -> None:
        """Write the choices, if one of them is not written yet. Raises ``OSError``."""
        with self._lock:
            if self._path is None or self._is_saved:
                return
            self._is_saved = True
            text = json.dumps(self._choices, indent=2, sort_keys=True) + "\n"
            self._path.parent.mkdir(parents=True, exist_ok=True)
            temporary = self._path.with_name(f".{self._path.name}.{os.getpid()}")
            try:
                temporary.write_bytes(text.encode())
                temporary.replace(self._path)
            finally:
                temporary.unlink(missing_ok=True)

    def _section(self, name: str) -> list[tuple[str, object]]:
        section = self._choices.get(name)
        return list(section.items()) if isinstance(section, dict) else []


def _read(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}
