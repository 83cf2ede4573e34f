"""The sheet of all keys, made from the table of actions."""

from collections.abc import Sequence
from textwrap import wrap

from textual.app import ComposeResult
from textual.containers import Container, Vertical, VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from readlist.tui.actions import ACTIONS, Action, Group
from readlist.tui.keymap import key_name, screen_bindings
from readlist.tui.screens.dialogs import Dialog
from readlist.tui.widgets.paper_pane import scroll_by_key

_KEY_CELLS = 18
_COLUMNS = ((Group.FILE, Group.WRITE, Group.SELECT, Group.LIBRARY), (Group.MOVE, Group.FIND))


class HelpScreen(Dialog[None]):
    """Shows what each key does."""

    BINDINGS = screen_bindings(
        {
            **{action.id: action.run for action in ACTIONS if action.id.startswith("move.")},
            "help": "leave",
            "quit": "leave",
        }
    )

    def compose(self) -> ComposeResult:
        """Show the groups side by side, as many as fit."""
        with Vertical(id="dialog", classes="-large"):
            yield from self.title_lines("Keys")
            with VerticalScroll(id="help-body"), Container(id="help-columns"):
                for column in _COLUMNS:
                    with Vertical(classes="help-column"):
                        yield from (HelpGroup(group, self.keymap.actions) for group in column)
            yield self.hint_line("{move.down} {move.up} scroll · {back} closes")

    def action_move(self, how: str) -> None:
        """Scroll the sheet."""
        scroll_by_key(self.query_one("#help-body"), how)


class HelpGroup(Widget):
    """Those of some actions that are in a group, under its heading."""

    def __init__(self, group: Group, actions: Sequence[Action]) -> None:
        super().__init__()
        self._heading = group.value
        self._actions = [action for action in actions if action.group is group]

    def render(self) -> Content:
        """Draw the keys beside what they do."""
        return Content("\n").join(self._lines(self.content_size.width))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines it takes."""
        return len(self._lines(width))

    def _lines(self, width: int) -> list[Content]:
        lines = [Content.styled(self._heading, "$accent bold")]
        for action in self._actions:
            keys = " ".join(key_name(key) for key in action.keys)
            first, *others = wrap(action.help, max(10, width - _KEY_CELLS)) or [""]
            lines.append(Content.assemble((f"{keys:<{_KEY_CELLS}}", "bold"), (first, "$muted")))
            lines += [Content.styled(" " * _KEY_CELLS + other, "$muted") for other in others]
        return lines
