"""The text of a note, and the links that are completed in it while they are typed."""

from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList, TextArea
from textual.widgets.text_area import TextAreaTheme

from readlist.reading_list.notes import Link, link_at, link_begun
from readlist.text import printable
from readlist.tui.drafting import Suggestion, stretch


def _on_light() -> TextAreaTheme:
    """Return colours of syntax that can be read on a light background, which is the screen's."""
    light = TextAreaTheme.get_builtin_theme("github_light")
    return TextAreaTheme("on-light", syntax_styles=dict(light.syntax_styles) if light else {})


_ON_LIGHT = _on_light()


class Text(TextArea):
    """The text. While there is something to choose from, some keys choose."""

    def __init__(self, choices: "Choices") -> None:
        super().__init__(language="markdown", soft_wrap=True, compact=True, id="note-text")
        self._choices = choices

    def on_mount(self) -> None:
        """Take the colours of Markdown that fit the theme, and those of every theme after it."""
        self.register_theme(_ON_LIGHT)
        self.watch(self.app, "theme", self._fit_theme)

    def _fit_theme(self) -> None:
        self.theme = "css" if self.app.current_theme.dark else _ON_LIGHT.name

    def on_key(self, event: events.Key) -> None:
        """Choose; any other key is typed."""
        if self._choices.display and self._choices.takes(event.key):
            event.stop()
            event.prevent_default()


class Choices(OptionList, can_focus=False):
    """The papers that a link being typed may be to."""

    class Picked(Message):
        """A link is to be put in place of what was typed of it."""

        def __init__(self, link: str) -> None:
            super().__init__()
            self.link = link

    def __init__(self) -> None:
        super().__init__(id="note-choices")
        self._suggestions: Sequence[Suggestion] = ()
        self.display = False

    def show(self, suggestions: Sequence[Suggestion]) -> None:
        """Offer something, or nothing any more."""
        self._suggestions = suggestions
        self.clear_options()
        self.add_options(Content(printable(one.title)) for one in suggestions)
        self.display = bool(suggestions)
        self.highlighted = 0 if suggestions else None

    def takes(self, key: str) -> bool:
        """Take a key if it moves or chooses here."""
        if key in ("up", "down"):
            (self.action_cursor_up if key == "up" else self.action_cursor_down)()
        elif key in ("enter", "tab") and self.highlighted is not None:
            self.post_message(self.Picked(self._suggestions[self.highlighted].link))
            self.show(())
        else:
            return False
        return True

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """One was clicked."""
        event.stop()
        self.post_message(self.Picked(self._suggestions[event.option_index].link))
        self.show(())


class NoteArea(Vertical):
    """A text with links in it. :class:`Wanted` asks for papers, :meth:`suggest` takes them."""

    class Wanted(Message):
        """Papers whose titles are like ``asked`` are wanted."""

        def __init__(self, area: "NoteArea", asked: str) -> None:
            super().__init__()
            self.area = area
            self.asked = asked

    def __init__(self) -> None:
        super().__init__(id="note-area")
        self._choices = Choices()
        self.text_area = Text(self._choices)
        self._asked: str | None = None

    def compose(self) -> ComposeResult:
        """Hold the text, and below it what there is to choose from."""
        yield self.text_area
        yield self._choices

    def look(self) -> None:
        """Ask for papers if a link is being typed."""
        asked = link_begun(self._before_cursor())
        if asked == self._asked:
            return
        self._asked = asked
        if asked and asked.strip():
            self.post_message(self.Wanted(self, asked))
        else:
            self._choices.show(())

    def suggest(self, asked: str, suggestions: Sequence[Suggestion]) -> None:
        """Offer papers for a link, if it is still the one that is typed."""
        if asked == self._asked:
            self._choices.show(suggestions)

    def leave(self) -> bool:
        """Offer nothing any more; tell whether something was offered."""
        was_open = self._choices.display
        self._choices.show(())
        return was_open

    def link_at_cursor(self) -> Link | None:
        """Return the link that the cursor is in."""
        row, column = self.text_area.cursor_location
        return link_at(self.text_area.document.get_line(row), column)

    def on_text_area_selection_changed(self) -> None:
        """The cursor moved, perhaps into what is typed of a link, or out of it."""
        self.look()

    def on_choices_picked(self, event: Choices.Picked) -> None:
        """Put a link in place of what was typed of it."""
        event.stop()
        area, (row, column) = self.text_area, self.text_area.cursor_location
        start = self._before_cursor().rfind("[[")
        after = area.document.get_line(row)[column : column + 2]
        end = column + (2 if after == "]]" else 0)
        if start >= 0:
            edit = area.replace(
                event.link, (row, start), (row, end), maintain_selection_offset=False
            )
            area.move_cursor(edit.end_location)

    def put(self, text: str) -> None:
        """Give the whole text another content; the cursor stays where it was in it."""
        area = self.text_area
        start, end, new = stretch(area.text, text)
        places = _location(area.text, start), _location(area.text, end)
        area.replace(new, *places, maintain_selection_offset=True)

    def _before_cursor(self) -> str:
        row, column = self.text_area.cursor_location
        return self.text_area.document.get_line(row)[:column]


def _location(text: str, place: int) -> tuple[int, int]:
    """Return the line and the column of a place in a text."""
    return text.count("\n", 0, place), place - (text.rfind("\n", 0, place) + 1)
