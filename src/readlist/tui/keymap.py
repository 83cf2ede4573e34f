"""Keys: what they are called, those a person chose, and those that work on a screen."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from textual.binding import Binding, BindingType
from textual.keys import REPLACED_KEYS, Keys, key_to_character

from readlist.text import nearest
from readlist.tui.actions import ACTIONS, Action
from readlist.tui.text import with_keys
from readlist.tui.theme import STATUS_COLOURS

#: Leaves the program wherever one is, so it can mean nothing else.
ALWAYS_LEAVES = "ctrl+q"

#: The keys that a person chose, by the ids of their actions.
ChosenKeys = Mapping[str, tuple[str, ...]]

#: The actions that a screen has, by their ids, and what they run there.
Runs = Mapping[str, str]

#: Keys that people know by another name than Textual.
_SHOWN_AS = {"space": "space", "tab": "tab", "escape": "esc", "pagedown": "pgdn", "pageup": "pgup"}
_WRITTEN_AS = {"esc": "escape", "return": "enter", "pgdn": "pagedown", "pgup": "pageup"}


def key_name(key: str) -> str:
    """Return the name people know a key by, for Textual's name of it: ``ctrl-d``, ``#``."""
    shown = _SHOWN_AS.get(key) or _character(key) or key
    return shown if len(shown) == 1 else shown.replace("+", "-")


def _character(key: str) -> str | None:
    """Return the character that a key types, or ``None``."""
    return key_to_character(REPLACED_KEYS.get(key, key))


#: Where something is typed, the actions there are and what they are called there.
_WHILE_TYPING = {
    "note": {
        "back": "leave the note; it is saved",
        "note.preview": "preview",
        "note.editor": "your editor",
        "note.follow": "follow link",
    },
    "search": {
        "open": "to the list",
        "search.complete": "complete",
        "search.save": "save",
        "back": "as it was before",
    },
}

#: The keys of these work while something is typed, so they cannot be letters.
_NOT_LETTERS = {"palette", "search.complete_back", *_WHILE_TYPING["note"], *_WHILE_TYPING["search"]}

_FILING_COLOURS = {f"file.{status}": colour for status, colour in STATUS_COLOURS.items()}


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
    cannot be met: that action keeps its own keys; ``key_names`` the name of the
    first key of each action.
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
        self.key_names = {action.id: key_name(action.keys[0]) for action in actions}

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
        return with_keys(text, self.key_names)

    def main_hints(self) -> list[KeyHint]:
        """Return the hints of the main screen, the most needed first and ``?`` last."""
        hinted = sorted((one for one in self.actions if one.hint), key=lambda one: one.hint)
        return [KeyHint(self.key_names[one.id], one.label, one.run) for one in hinted]

    def typing_hints(self, what: str) -> list[KeyHint]:
        """Return the hints while ``what``, a ``note`` or a ``search``, is being typed."""
        return self.screen_hints({one.id: one.run for one in self.actions}, _WHILE_TYPING[what])

    def screen_hints(self, runs: Runs, labels: Mapping[str, str]) -> list[KeyHint]:
        """Return the hints of a screen with the actions ``runs``, for those with a label there.

        Those that file a paper have the colour of its status.
        """
        return [
            KeyHint(self.key_names[id], label, runs[id], _FILING_COLOURS.get(id, "accent"))
            for id, label in labels.items()
        ]


#: What actions run on a screen with a cursor and a text to scroll.
READING_RUNS = {
    "move.down": "step(1)",
    "move.up": "step(-1)",
    "move.half_down": "scroll('half_down')",
    "move.half_up": "scroll('half_up')",
    "move.page_down": "scroll('page_down')",
    "move.page_up": "scroll('page_up')",
    "back": "leave",
    "quit": "leave",
}


def screen_bindings(runs: Runs) -> list[BindingType]:
    """Return the bindings of a screen on which these actions run what ``runs`` says.

    So a key means much the same everywhere, and one that a person chose works everywhere.
    """
    by_id = {action.id: action for action in ACTIONS}
    return [replace(by_id[id], run=run).binding() for id, run in runs.items()]


_NAMED_KEYS = {key.value for key in Keys}
_MODIFIERS = {"ctrl", "shift", "alt", "super"}


def _possible(chosen: ChosenKeys, problems: list[str]) -> Iterable[tuple[str, tuple[str, ...]]]:
    """Yield the choices that make sense by themselves, with Textual's names of their keys."""
    ids = [action.id for action in ACTIONS]
    for name, keys in chosen.items():
        named = tuple(dict.fromkeys(map(_textual_name, keys)))
        wrong = next((key for key in named if not _exists(key)), None)
        if name not in ids:
            near = nearest(name, ids)
            advice = near if near.startswith("did") else "the README lists them"
            problems.append(f"keys: no such action: {name}; {advice}")
        elif wrong is not None:
            problems.append(f"keys: {name}: no such key: {wrong}")
        elif name in _NOT_LETTERS and any((_character(key) or "\n").isprintable() for key in named):
            problems.append(f"keys: {name} works while typing, so its key cannot be a letter")
        else:
            yield name, named


def _textual_name(key: str) -> str:
    """Return Textual's name of a key as people write it: ``?``, ``ctrl-d``, ``esc``."""
    text = key.strip() or "space"
    if len(text) == 1:
        [binding] = Binding.make_bindings([Binding("comma" if text == "," else text, "", "")])
        return binding.key
    text = re.sub(r"(?i)\b(ctrl|shift|alt|super)-", lambda found: f"{found[1].lower()}+", text)
    return _WRITTEN_AS.get(text, text)


def _exists(key: str) -> bool:
    *modifiers, base = key.split("+")
    known = base in _NAMED_KEYS or _character(base) is not None
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
