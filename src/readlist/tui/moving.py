"""What the moving keys mean in a text."""

from textual.widget import Widget


def scroll(pane: Widget, how: str) -> None:
    """Scroll a text ``how`` the action that moves is called, such as ``half_down``."""
    page = max(1, pane.size.height - 2)
    lines = {
        "down": 1,
        "up": -1,
        "first": -pane.max_scroll_y,
        "last": pane.max_scroll_y,
        "half_down": page // 2,
        "half_up": -(page // 2),
        "page_down": page,
        "page_up": -page,
    }
    pane.scroll_relative(y=lines[how], animate=False)
