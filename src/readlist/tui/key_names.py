"""What keys are called: Textual's names of them, and those that people know."""

from textual.keys import key_to_character

#: Characters whose keys have a name of Textual's own.
_UNLIKE_UNICODE = {
    "slash": "/",
    "backslash": "\\",
    "plus": "+",
    "minus": "-",
    "at": "@",
    "underscore": "_",
}

_SHOWN_AS = {
    "space": "space",
    "escape": "esc",
    "tab": "tab",
    "pagedown": "pgdn",
    "pageup": "pgup",
}


def character(key: str) -> str | None:
    """Return the character that a key types, or ``None``."""
    return _UNLIKE_UNICODE.get(key) or key_to_character(key)


def key_name(key: str) -> str:
    """Return the name of a key as people know it: ``ctrl-d``, ``#``."""
    shown = _SHOWN_AS.get(key) or character(key) or key
    return shown if len(shown) == 1 else shown.replace("+", "-")
