"""Keys: what they are called, those a person chose, and those that work on a screen."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from textual.binding import Binding, BindingType
from textual.keys import Keys, key_to_character

from readlist.text import nearest
from readlist.tui.actions import ACTIONS, Action, hints, while_typing
from readlist.tui.theme import STATUS_COLOURS

#: Leaves the program wherever one is, so it can mean nothing else.
ALWAYS_LEAVES = "ctrl+q"

#: The keys that a person chose, by the ids of their actions.
ChosenKeys = Mapping[str, tuple[str, ...]]

#: The actions that a screen has, by their ids, and what they run there.
Runs = Mapping[str, str]

# The names of keys

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


def key_name(key: str) -> str:
    """Return the name people know a key by, for Textual's name of it: ``ctrl-d``, ``#``."""
    shown = _SHOWN_AS.get(key) or _character(key) or key
    return shown if len(shown) == 1 else shown.replace("+", "-")


def _character(key: str) -> str | None:
    """Return the character that a key types, or ``None``."""
    return _UNLIKE_UNICODE.get(key) or key_to_character(key)


# The keys of actions

_ID_IN_BRACES = re.compile(r"\{([a-z0-9_.-]+)\}")


@dataclass(frozen=True, slots=True)
class KeyHint:
    """A key, what it does in a word or two, and the action it runs.

    ``colour`` is a variable of the theme.
    """

    key: str
    label: str
    run: str
    colour: str = "accent"

    @property
    def cells(self) -> int:
        """How wide it is on the screen."""
        return len(self.key) + 1 + len(self.label)


class Keymap:
    """The table of actions with the keys that a person gave them.

    ``changed`` holds the keys that differ from the table's, for
    :meth:`textual.app.App.set_keymap`; ``problems`` a line for each choice that
    cannot be met: that action keeps its own keys.
    """

    def __init__(
        self,
        actions: Sequence[Action] = ACTIONS,
        changed: Mapping[str, str] | None = None,
        problems: Sequence[str] = (),
    ) -> None:
        self.actions = actions
        self.changed = dict(changed or {})
        self.problems = tuple(problems)
        self._by_id = {action.id: action for action in actions}
        self._key_names = {action.id: key_name(action.keys[0]) for action in actions}

    @classmethod
    def from_settings(cls, chosen: ChosenKeys) -> "Keymap":
        """Return the keymap with the keys that were chosen.

        Left out, with a line in ``problems``, is what names an action or a key
        that does not exist, or a key that another action has.
        """
        problems: list[str] = []
        met = dict(_possible(chosen, problems))
        while clash := _clash(met):
            refused, key, other = clash
            problems.append(f"keys: {refused} keeps its own keys: {key_name(key)} is {other}'s")
            del met[refused]
        return cls(_with(met), {name: ",".join(keys) for name, keys in met.items()}, problems)

    def hint(self, text: str) -> str:
        """Return ``text`` with the first keys of actions in place of their ids in braces."""
        return _ID_IN_BRACES.sub(lambda found: self._key_names.get(found[1], found[0]), text)

    def main_hints(self) -> list[KeyHint]:
        """Return the hints of the main screen, the most needed first and ``?`` last."""
        return self._hints(hints(self.actions))

    def typing_hints(self, what: str) -> list[KeyHint]:
        """Return the hints while ``what``, a ``note`` or a ``search``, is being typed."""
        return self._hints(while_typing(self.actions, what))

    def screen_hints(self, runs: Runs, labels: Mapping[str, str]) -> list[KeyHint]:
        """Return the hints of a screen with the actions ``runs``, for those with a label there.

        Those that file a paper have the colour of its status.
        """
        return [
            KeyHint(self._key_names[id], label, runs[id], _FILING_COLOURS.get(id, "accent"))
            for id, label in labels.items()
        ]

    def _hints(self, actions: Iterable[Action]) -> list[KeyHint]:
        return [KeyHint(self._key_names[one.id], one.label, one.run) for one in actions]


_FILING_COLOURS = {f"file.{status}": colour for status, colour in STATUS_COLOURS.items()}

#: The keys of the table of actions.
DEFAULT_KEYMAP = Keymap()


def screen_bindings(runs: Runs) -> list[BindingType]:
    """Return the bindings of a screen on which these actions run what ``runs`` says.

    So a key means much the same everywhere, and one that a person chose works everywhere.
    """
    by_id = {action.id: action for action in ACTIONS}
    return [replace(by_id[id], run=run).binding() for id, run in runs.items()]


# Checking what a person chose

#: Actions that keep their keys while something is typed: these keys cannot be letters.
_WHILE_TYPING = (
    *("back", "open", "search.complete", "search.complete_back", "search.save"),
    *("note.preview", "note.follow", "note.editor"),
)

_NAMED = {key.value for key in Keys}
_MODIFIERS = {"ctrl", "shift", "alt", "super"}


def _possible(chosen: ChosenKeys, problems: list[str]) -> Iterable[tuple[str, tuple[str, ...]]]:
    """Yield the choices that make sense by themselves, with Textual's names of their keys."""
    ids = [action.id for action in ACTIONS]
    for name, keys in chosen.items():
        named = tuple(dict.fromkeys(map(_textual_name, keys)))
        wrong = next((key for key in named if not _exists(key)), None)
        if name not in ids:
            problems.append(f"keys: no such action: {name}; {_nearest_action(name, ids)}")
        elif wrong is not None:
            problems.append(f"keys: {name}: no such key: {wrong}")
        elif name in _WHILE_TYPING and any(map(_character, named)):
            problems.append(f"keys: {name} works while typing, so its key cannot be a letter")
        else:
            yield name, named


def _nearest_action(name: str, ids: Sequence[str]) -> str:
    suggestion = nearest(name, ids)
    return suggestion if suggestion.startswith("did") else "the README lists them"


def _textual_name(key: str) -> str:
    """Return Textual's name of a key as people write it: ``?``, ``ctrl-d``, ``esc``."""
    text = key.strip() or "space"
    if len(text) == 1:
        [binding] = Binding.make_bindings([Binding("comma" if text == "," else text, "", "")])
        return binding.key
    text = re.sub(r"(?i)\b(ctrl|shift|alt|super)-", lambda found: f"{found[1].lower()}+", text)
    return {"esc": "escape", "return": "enter", "pgdn": "pagedown", "pgup": "pageup"}.get(
        text, text
    )


def _exists(key: str) -> bool:
    *modifiers, base = key.split("+")
    known = base in _NAMED or _character(base) is not None
    return known and set(modifiers) <= _MODIFIERS


def _with(met: ChosenKeys) -> tuple[Action, ...]:
    return tuple(
        replace(action, keys=met[action.id]) if action.id in met else action for action in ACTIONS
    )


def _clash(met: ChosenKeys) -> tuple[str, str, str] | None:
    """Return a choice, the key it shares, and the name of whose key that is."""
    owners: dict[tuple[str, str], str] = {}
    for action in _with(met):
        for key in action.keys:
            if key == ALWAYS_LEAVES:
                return action.id, key, "leave anywhere"
            other = owners.setdefault((action.where, key), action.id)
            if other != action.id:
                return (action.id, key, other) if action.id in met else (other, key, action.id)
    return None
