"""Values of a line of readlist's own JSONL, each checked before anything is made of it."""

import re
from enum import StrEnum
from typing import Any, TypeVar

from readlist.errors import SourceError

Choice = TypeVar("Choice", bound=StrEnum)

#: Numbers that every reader of JSON keeps exactly: https://www.rfc-editor.org/rfc/rfc8259#section-6
GREATEST = 2**53 - 1
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z", re.ASCII)
_DIGEST = 2**63


class Fields:
    """The values of one JSON object. Everything raises :class:`SourceError` for a wrong one."""

    def __init__(self, values: object, where: str) -> None:
        self._values: dict[str, Any] = values if isinstance(values, dict) else {}
        self._where = where
        if not isinstance(values, dict):
            raise self.wrong("is no JSON object")

    def wrong(self, what: str) -> SourceError:
        """Return the error that says ``what`` is wrong, and where."""
        return SourceError(f"{self._where} {what}", "nothing was written")

    def text(self, name: str) -> str:
        """Return a text that must be there and not be empty."""
        value = self.optional_text(name)
        if not value or value.isspace():
            raise self.wrong(f"has no {name}")
        return value

    def optional_text(self, name: str) -> str | None:
        """Return a text, ``None`` when there is none."""
        value = self._values.get(name)
        return None if value is None else self._as_text(name, value)

    def texts(self, name: str) -> tuple[str, ...]:
        """Return a list of texts, empty when there is none."""
        return tuple(self._as_text(name, each) for each in self.items(name))

    def items(self, name: str) -> list[Any]:
        """Return a list of anything, empty when there is none."""
        value = self._values.get(name, [])
        if not isinstance(value, list):
            raise self.wrong(f"has a {name} that is no list")
        return value

    def parts(self, name: str) -> list["Fields"]:
        """Return a list of objects, empty when there is none."""
        return [Fields(each, f"{self._where}: {name}") for each in self.items(name)]

    def flag(self, name: str) -> bool:
        """Return true or false; false when it is not there."""
        value = self._values.get(name, False)
        if not isinstance(value, bool):
            raise self.wrong(f"has a {name} that is neither true nor false")
        return value

    def number(self, name: str, least: int = 0, greatest: int = GREATEST) -> int:
        """Return a whole number that must be there."""
        value = self.optional_number(name, least, greatest)
        if value is None:
            raise self.wrong(f"has no {name}")
        return value

    def optional_number(self, name: str, least: int = 0, greatest: int = GREATEST) -> int | None:
        """Return a whole number within bounds, ``None`` when there is none."""
        value = self._values.get(name)
        if value is None:
            return None
        if type(value) is not int or not least <= value <= greatest:
            raise self.wrong(f"has a {name} that is no number from {least} to {greatest}")
        return value

    def digest(self, name: str) -> int:
        """Return a number of 64 bits with a sign."""
        return self.number(name, -_DIGEST, _DIGEST - 1)

    def time(self, name: str) -> str:
        """Return a time that must be there."""
        value = self.optional_time(name)
        if value is None:
            raise self.wrong(f"has no {name}")
        return value

    def optional_time(self, name: str) -> str | None:
        """Return a time in UTC as ISO 8601, ``None`` when there is none."""
        value = self.optional_text(name)
        if value is not None and not _TIME.fullmatch(value):
            raise self.wrong(f"has a {name} that is no time such as 2026-01-31T07:05:00.250Z")
        return value

    def choice(self, name: str, choices: type[Choice]) -> Choice:
        """Return one of a few words."""
        value = self.text(name)
        if value not in [each.value for each in choices]:
            raise self.wrong(f"has a {name} that is none of {', '.join(choices)}")
        return choices(value)

    def _as_text(self, name: str, value: object) -> str:
        if not isinstance(value, str):
            raise self.wrong(f"has a {name} that is no text")
        # JSON can spell half a surrogate pair, which no database holds.
        return value.encode(errors="replace").decode() if not value.isascii() else value
