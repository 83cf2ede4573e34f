"""How the interface was left: orders, theme, row height and the sizes of panes."""

import json
from collections.abc import Mapping
from pathlib import Path
from threading import Lock
from typing import Any

from readlist.exporting.atomic_files import replacing

Section = Mapping[str, str | int]


class Memory:
    """A few choices in a small file. A file that is not there, or broken, remembers nothing.

    Without a path they are remembered until the program ends. :meth:`save` may
    be called on any thread.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self._saving = Lock()
        self._chosen = _read(path) if path else {}
        self._is_saved = True

    def word(self, name: str) -> str | None:
        """Return a choice that is a word."""
        value = self._chosen.get(name)
        return value if isinstance(value, str) else None

    def words(self, name: str) -> dict[str, str]:
        """Return choices that are words, by what they are for."""
        return {key: value for key, value in self._section(name) if isinstance(value, str)}

    def numbers(self, name: str) -> dict[str, int]:
        """Return choices that are numbers, by what they are for."""
        return {key: value for key, value in self._section(name) if type(value) is int}

    def keep(self, name: str, value: str | Section) -> None:
        """Remember a choice, once it is saved."""
        kept = value if isinstance(value, str) else dict(value)
        if self._chosen.get(name) != kept:
            self._chosen = {**self._chosen, name: kept}
            self._is_saved = False

    def save(self) -> None:
        """Write what is not written yet. Raises ``OSError``."""
        with self._saving:
            if self._path is None or self._is_saved:
                return
            self._is_saved = True
            text = json.dumps(self._chosen, indent=2, sort_keys=True) + "\n"
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with replacing(self._path) as file:
                file.write(text.encode())

    def _section(self, name: str) -> list[tuple[str, object]]:
        section = self._chosen.get(name)
        return list(section.items()) if isinstance(section, dict) else []


def _read(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}
