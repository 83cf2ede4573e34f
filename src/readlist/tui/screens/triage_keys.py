"""The keys of triage: those of the table of actions, some of which mean here what fits here."""

from collections.abc import Sequence
from dataclasses import replace

from textual.binding import Binding

from readlist.tui.actions import ACTIONS, Action, key_name
from readlist.tui.widgets.paper_text import STATUS_COLOURS
from readlist.tui.widgets.verdict_keys import Hint

#: The actions of the table that there are here too, and what they run here.
_RUNS = {
    **{action.id: action.run for action in ACTIONS if action.id.startswith("file.")},
    **{action.id: action.run for action in ACTIONS if action.id.startswith("move.")},
    "star": "star",
    "note": "write_note",
    "select": "later",
    "move.down": "later",
    "move.up": "previous",
    "undo": "undo",
    "redo": "redo",
    "open_link": "open_link",
    "open": "again",
    "help": "help",
    "back": "back",
    "quit": "back",
}

#: The actions whose keys are always in view, and what they are called here.
_IN_VIEW = {
    "file.to-read": "to read",
    "file.reading": "reading",
    "file.done": "done",
    "file.skipped": "skip",
    "file.inbox": "inbox",
    "star": "star",
    "note": "note",
    "move.down": "later",
    "move.up": "back",
    "undo": "undo",
    "open_link": "link",
    "quit": "out",
}


def bindings() -> list[Binding]:
    """Return the bindings of the screen."""
    here = [action for action in ACTIONS if action.id in _RUNS]
    return [replace(action, run=_RUNS[action.id]).binding() for action in here]


def hints(actions: Sequence[Action]) -> list[Hint]:
    """Return the keys in view, those of verdicts in the colours of their statuses."""
    by_id = {action.id: action for action in actions}
    return [
        Hint(
            key_name(by_id[one].keys[0]),
            label,
            _RUNS[one],
            STATUS_COLOURS.get(one.removeprefix("file."), "accent"),
        )
        for one, label in _IN_VIEW.items()
        if by_id[one].keys
    ]
