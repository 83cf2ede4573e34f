"""The paper under the cursor, set at a measure that reads well."""

from collections.abc import Sequence

from textual.content import Content
from textual.selection import Selection
from textual.strip import Strip
from textual.visual import Visual

from readlist.domain import NoteLinks, Paper, SearchHit
from readlist.tui.text import Spans, no_spans
from readlist.tui.widgets.line_scroll import LineScroll
from readlist.tui.widgets.paper_text import paper_text

#: Cells to a line at most, however wide the pane is.
MEASURE = 84


class PaperPane(LineScroll, can_focus=True, inherit_bindings=False):
    """Shows one paper. Nothing in it is read as markup.

    Its lines are made when a paper comes, and drawn without laying out the screen:
    another paper comes with every key in the list.
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.paper: Paper | None = None
        self.text = Content("")
        self._spans: Spans = no_spans
        self._similar: Sequence[SearchHit] = ()
        self.links = NoteLinks()
        self._lines: list[Strip] | None = None

    def show(self, paper: Paper | None, spans: Spans | None = None) -> None:
        """Show ``paper``, from its top unless it is the one already shown.

        ``spans`` tells what to set off in it; without, what was set off before is.
        """
        is_same = paper and self.paper and paper.id == self.paper.id
        spans = self._spans if spans is None else spans
        if paper == self.paper and spans == self._spans:
            return
        self.paper, self._spans = paper, spans
        self._similar = self._similar if is_same else ()
        self.links = self.links if is_same else NoteLinks()
        if not is_same:
            self.scroll_home(animate=False)
        self._write()

    def show_similar(self, similar: Sequence[SearchHit]) -> None:
        """Tell papers like the one shown."""
        if similar != self._similar:
            self._similar = similar
            self._write()

    def show_links(self, paper_id: int, links: NoteLinks) -> None:
        """Tell which papers the note of a paper links to, and whose notes link to it."""
        if self.paper and self.paper.id == paper_id and links != self.links:
            self.links = links
            self._write()

    def _write(self) -> None:
        paper = self.paper
        parts = (self._spans, self._similar, self.links)
        self.text = paper_text(paper, *parts) if paper else Content("")
        self._set_anew()

    def render_line(self, y: int) -> Strip:
        """Draw one line of the screen."""
        lines, line = self._set_lines(), self.scroll_offset.y + y
        return lines[line] if line < len(lines) else Strip([])

    def on_resize(self) -> None:
        """Fill the width there is."""
        self._set_anew()

    # Setting

    def _set_anew(self) -> None:
        """Set the text anew, and draw it if that shows."""
        before, self._lines = self._in_sight(self._lines or []), None
        self.fit(len(self._set_lines()))
        if self._in_sight(self._set_lines()) != before:
            self.refresh()

    def _in_sight(self, lines: list[Strip]) -> list[Strip]:
        top = self.scroll_offset.y
        return lines[top : top + self.size.height]

    def _set_lines(self) -> list[Strip]:
        """Return the text line by line, broken at the width that its scrollbar leaves."""
        if self._lines is None:
            self._lines = self._broken(with_scrollbar=self.show_vertical_scrollbar)
            if (needs := self.needs_scrollbar(len(self._lines))) != self.show_vertical_scrollbar:
                self._lines = self._broken(with_scrollbar=needs)
        return self._lines

    def _broken(self, *, with_scrollbar: bool) -> list[Strip]:
        room = self.content_size.width - with_scrollbar * self.styles.scrollbar_size_vertical
        width = min(MEASURE, room)
        if width < 1:
            return []
        return Visual.to_strips(self, self.text, width, None, self.visual_style)

    def notify_style_update(self) -> None:
        """Set the text in the colours of another theme."""
        self._lines = None
        super().notify_style_update()

    # Selecting text

    def selection_updated(self, selection: Selection | None) -> None:
        """Draw what is selected."""
        self._lines = None
        super().selection_updated(selection)

    def get_selection(self, selection: Selection) -> tuple[str, str]:
        """Return the selected text and what ends it."""
        return selection.extract(self.text.plain), "\n"
