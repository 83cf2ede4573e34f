"""What a person set in ``config.toml``. A value that is wrong is an error, never ignored."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, Literal, cast, get_args

from readlist.domain import Status
from readlist.errors import SettingsError
from readlist.note_template import check
from readlist.text import nearest

Density = Literal["auto", "compact", "comfortable"]

#: The views that can be shown first; ``#`` and a tag is one too.
VIEWS = (*(status.value for status in Status), "starred", "all")


@dataclass(frozen=True, slots=True)
class Settings:
    """Every setting; ``None`` leaves the choice to the program and to what it remembers."""

    #: The name of a theme, such as ``readlist-light`` or ``nord``.
    theme: str | None = None
    #: A paper on one line: ``compact``; on two: ``comfortable``; as there is room: ``auto``.
    density: Density | None = None
    #: The view that is shown first: one of :data:`VIEWS`, or ``#`` and a tag.
    view: str = Status.INBOX.value
    #: The command that opens a note outside; before ``$VISUAL`` and ``$EDITOR``.
    editor: str | None = None
    #: What a new note begins with, or the path of a file with it; ``{title}`` is the paper's.
    note_template: str | None = None
    #: The keys of actions, by the action's id, in place of those it has.
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def load(path: Path) -> Settings:
    """Return the settings in the TOML file at ``path``; without such a file, the defaults.

    Raises :class:`~readlist.errors.SettingsError` for a file that cannot be read
    as TOML, a setting that does not exist, and a value that a setting cannot have.
    """
    values = _read(path)
    for name in values:
        if name not in _CHECKS:
            raise SettingsError(f"{path}: no such setting: {name}", nearest(name, _CHECKS))
    try:
        return Settings(**{name: _CHECKS[name](value) for name, value in values.items()})
    except SettingsError as error:
        raise SettingsError(f"{path}: {error.message}", error.hint) from error


def _read(path: Path) -> dict[str, Any]:
    import tomllib  # most commands have no need of it

    try:
        return tomllib.loads(path.read_bytes().decode())
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        hint = "correct it, or move it away to start with the defaults"
        raise SettingsError(f"{path}: {error}", hint) from error


def _text(name: str, example: str, value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise SettingsError(f"{name} must be a text", f"such as {name} = {example!r}")
    return value.strip()


def _density(value: object) -> Density:
    if value not in get_args(Density):
        raise SettingsError(f"no such density: {value}", nearest(str(value), get_args(Density)))
    return cast(Density, value)


def _view(value: object) -> str:
    text = str(value).strip().lower()
    view = text if text.startswith("#") else text.replace(" ", "-")
    if view not in VIEWS and not (view.startswith("#") and len(view) > 1):
        raise SettingsError(f"no such view: {value}", nearest(view, VIEWS))
    return view


def _template(value: object) -> str:
    if not isinstance(value, str):
        hint = "such as note_template = '# {title}' or the path of a file"
        raise SettingsError("note_template must be a text", hint)
    return check(value)


def _keys(table: object, before: str = "") -> dict[str, tuple[str, ...]]:
    """Return the keys of actions; TOML takes the dot of ``file.done`` for a table in a table."""
    if not isinstance(table, dict):
        raise SettingsError("keys must be a table", "write [keys], then lines such as star = 'f'")
    found: dict[str, tuple[str, ...]] = {}
    for name, value in table.items():
        if isinstance(value, dict):
            found |= _keys(value, f"{before}{name}.")
        else:
            found[f"{before}{name}"] = _key_names(f"{before}{name}", value)
    return found


def _key_names(name: str, value: object) -> tuple[str, ...]:
    keys = [value] if isinstance(value, str) else value
    if not isinstance(keys, list) or not keys or not all(isinstance(key, str) for key in keys):
        hint = "write a key or a list of keys, such as star = ['f', 'ctrl+s']"
        raise SettingsError(f"keys.{name} has no key", hint)
    return tuple(keys)


_CHECKS: Mapping[str, Callable[[Any], Any]] = {
    "theme": partial(_text, "theme", "readlist-light"),
    "density": _density,
    "view": _view,
    "editor": partial(_text, "editor", "nano"),
    "note_template": _template,
    "keys": _keys,
}
