"""What is drawn line by line, and may get longer or shorter with every key."""

from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.widget import Widget


class LineScroll(ScrollView, can_focus=True, inherit_bindings=False):
    """A scroll view whose length changes without Textual laying out the whole screen."""

    DEFAULT_CSS = "LineScroll { overflow-x: hidden; }"

    def fit(self, lines: int) -> None:
        """Be so many lines long, scrolled no further than to the last of them."""
        size = Size(self.scrollable_content_region.width, lines)
        if self.needs_scrollbar(lines) != self.show_vertical_scrollbar:
            self.virtual_size = size  # a scrollbar comes or goes: that is for the layout
            return
        self.set_reactive(Widget.virtual_size, size)
        if self.show_vertical_scrollbar:
            self.vertical_scrollbar.window_virtual_size = lines
        if self.scroll_y > self.max_scroll_y:
            self.scroll_to(y=self.max_scroll_y, animate=False, force=True)

    def drawn(self, lines: range) -> None:
        """Called when lines of the widget, counted from its top, are drawn on the screen."""

    def needs_scrollbar(self, lines: int) -> bool:
        """Tell whether so many lines take a scrollbar."""
        return self.styles.overflow_y == "scroll" or lines > self.content_size.height
