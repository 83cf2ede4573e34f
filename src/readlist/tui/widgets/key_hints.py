"""The line of keys at the bottom, made from the table of actions."""

from textual.content import Content
from textual.style import Style
from textual.widget import Widget

from readlist.tui.actions import Action, hints, key_name


class KeyHints(Widget):
    """As many keys as fit the width, each of which can be clicked."""

    def render(self) -> Content:
        """Draw the line."""
        shown, room = [], self.content_size.width
        for action in hints():
            part = _hint(action)
            room -= part.cell_length
            if room < 0:
                break
            shown.append(part)
        return Content("").join(shown)


def _hint(action: Action) -> Content:
    click = Style.from_meta({"@click": f"screen.{action.run}"})
    key = Content.styled(key_name(action.keys[0]), "$accent").stylize(click)
    return Content.assemble(key, Content.styled(f" {action.label}   ", "$text-muted").stylize(click))
