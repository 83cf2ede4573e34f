"""The keys of actions as a person set them, and what is wrong with that."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from textual.binding import Binding
from textual.keys import Keys

from readlist.text import nearest
from readlist.tui.actions import ACTIONS, Action
from readlist.tui.key_names import character, key_name

#: Leaves the program wherever one is, so it can mean nothing else.
ALWAYS_LEAVES = "ctrl+q"

#: Actions that keep their keys while something is typed: these keys cannot be letters.
_WHILE_TYPING = (
    *("back", "open", "search.complete", "search.complete_back", "search.save"),
    *("note.preview", "note.follow", "note.editor"),
)

_NAMED = {key.value for key in Keys}
_MODIFIERS = {"ctrl", "shift", "alt", "super"}
_SLOT = re.compile(r"\{([a-z0-9_.-]+)\}")

Wishes = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Keymap:
    """The table of actions with the keys that a person gave them.

    ``changed`` holds the keys that differ from the table's, for
    :meth:`textual.app.App.set_keymap`; ``problems`` a line for each wish that
    could not be met, whose action has its own keys.
    """

    actions: Sequence[Action] = ACTIONS
    changed: Mapping[str, str] | None = None
    problems: Sequence[str] = ()

    def told(self, text: str) -> str:
        """Return ``text`` with the first key of an action where its id stands in braces."""
        first = {action.id: key_name(action.keys[0]) for action in self.actions}
        return _SLOT.sub(lambda found: first[found[1]], text)


#: The keys of the table of actions.
TABLE = Keymap()


def keymap(wishes: Wishes) -> Keymap:
    """Give actions the keys that are wished for.

    A wish for an action or a key that does not exist, or for a key that another
    action has, is left out and told.
    """
    problems: list[str] = []
    met = dict(_possible(wishes, problems))
    while clash := _clash(met):
        wished, key, other = clash
        problems.append(f"keys: {wished} keeps its own keys: {key_name(key)} is {other}'s")
        del met[wished]
    changed = {name: ",".join(keys) for name, keys in met.items()}
    return Keymap(_with(met), changed, tuple(problems))


def _possible(wishes: Wishes, problems: list[str]) -> Iterable[tuple[str, tuple[str, ...]]]:
    """Yield the wishes that make sense by themselves, with Textual's names of their keys."""
    ids = [action.id for action in ACTIONS]
    for name, keys in wishes.items():
        named = tuple(dict.fromkeys(map(_textual_name, keys)))
        wrong = next((key for key in named if not _exists(key)), None)
        if name not in ids:
            problems.append(f"keys: no such action: {name}; {_near(name, ids)}")
        elif wrong is not None:
            problems.append(f"keys: {name}: no such key: {wrong}")
        elif name in _WHILE_TYPING and any(map(character, named)):
            problems.append(f"keys: {name} works while typing, so its key cannot be a letter")
        else:
            yield name, named


def _near(name: str, ids: Sequence[str]) -> str:
    said = nearest(name, ids)
    return said if said.startswith("did") else "the README lists them"


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
    known = base in _NAMED or character(base) is not None
    return known and set(modifiers) <= _MODIFIERS


def _with(met: Wishes) -> tuple[Action, ...]:
    return tuple(
        replace(action, keys=met[action.id]) if action.id in met else action for action in ACTIONS
    )


def _clash(met: Wishes) -> tuple[str, str, str] | None:
    """Return a wish, the key it shares, and the name of whose key that is."""
    owners: dict[tuple[str, str], tuple[str, str]] = {}
    for action in _with(met):
        for key in action.keys:
            if key == ALWAYS_LEAVES:
                return action.id, key, "leave anywhere"
            if (place := (action.where, key)) in owners:
                other, label = owners[place]
                return (action.id, key, label) if action.id in met else (other, key, action.id)
            owners[place] = (action.id, action.id)
    return None
