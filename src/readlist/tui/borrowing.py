"""Keys of the table of actions on other screens than the main one, where they run what fits there.

So a key means much the same everywhere, and one that a person set holds everywhere.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from textual.binding import BindingType

from readlist.tui.actions import ACTIONS, Action
from readlist.tui.key_names import key_name
from readlist.tui.widgets.paper_text import STATUS_COLOURS
from readlist.tui.widgets.verdict_keys import Hint

#: What actions of the table run on a screen, by their ids.
Runs = Mapping[str, str]


def borrowed(runs: Runs) -> list[BindingType]:
    """Return the bindings of a screen on which these actions run what ``runs`` says."""
    here = {action.id: action for action in ACTIONS}
    return [replace(here[id], run=run).binding() for id, run in runs.items()]


def hinted(actions: Sequence[Action], runs: Runs, labels: Mapping[str, str]) -> list[Hint]:
    """Return the keys to show on such a screen, what they are called there by their ids.

    Those that file a paper have the colour of its status.
    """
    keys = {action.id: action.keys for action in actions}
    return [
        Hint(key_name(keys[id][0]), label, runs[id], _colour(id))
        for id, label in labels.items()
        if keys[id]
    ]


def _colour(id: str) -> str:
    return STATUS_COLOURS.get(id.removeprefix("file."), "accent")
