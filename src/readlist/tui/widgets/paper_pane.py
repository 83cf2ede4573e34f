"""The paper under the cursor, how a paper is set for reading, and scrolling what is read."""

from collections.abc import Iterator, Sequence

from textual.content import Content
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip
from textual.style import Style
from textual.visual import Visual
from textual.widget import Widget

from readlist.domain import Linked, NoteLinks, Paper, SearchHit, Source, Status, TitleSource
from readlist.reading_list.notes import find_links
from readlist.text import printable, printable_lines, readable
from readlist.tui.text import Spans, all_authors, marked, no_spans, web_links
from readlist.tui.theme import STATUS_COLOURS

#: Cells of a line at most, however wide the pane is.
_MEASURE = 84

_MUTED = "$muted"
_HEADING = "$muted bold"
_LINK = "$primary underline"
_NO_LINKS = NoteLinks()
_STATUS_LABELS = {status: status.label for status in Status}


class LineScroll(ScrollView, can_focus=True, inherit_bindings=False):
    """A scroll view whose length changes without Textual laying out the whole screen."""

    DEFAULT_CSS = "LineScroll { overflow-x: hidden; }"

    def fit(self, lines: int) -> None:
        """Be so many lines long, scrolled no further than to the last of them."""
        size = Size(self.scrollable_content_region.width, lines)
        self.set_reactive(Widget.virtual_size, size)
        if self.needs_scrollbar(lines) != self.show_vertical_scrollbar:
            self.refresh(layout=True)  # a scrollbar comes or goes
        elif self.show_vertical_scrollbar:
            self.vertical_scrollbar.window_virtual_size = lines
        if self.scroll_y > self.max_scroll_y:
            self.scroll_to(y=self.max_scroll_y, animate=False, force=True)

    def needs_scrollbar(self, lines: int) -> bool:
        """Return whether so many lines take a scrollbar."""
        return self.styles.overflow_y == "scroll" or lines > self.content_size.height


def scroll_by_key(pane: Widget, how: str) -> None:
    """Scroll a text as a moving key says."""
    page, end = max(1, pane.size.height - 2), pane.max_scroll_y
    pane.scroll_relative(y=steps(how, page, -end, end), animate=False, immediate=True)


def steps(how: str, page: int, to_first: int, to_last: int) -> int:
    """Return how far a moving key goes: ``down``, ``half_up``, ``last`` …"""
    downwards = {"down": 1, "half_down": page // 2, "page_down": page, "last": to_last}
    upwards = {"up": -1, "half_up": -(page // 2), "page_up": -page, "first": to_first}
    return {**downwards, **upwards}[how]


class PaperPane(LineScroll, can_focus=True, inherit_bindings=False):
    """Shows one paper. Nothing in it is read as markup.

    Its lines are made when a paper comes, and drawn without laying out the screen:
    another paper comes with every key in the list.
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.paper: Paper | None = None
        self.links = _NO_LINKS
        self._spans: Spans = no_spans
        #: Papers like this one, once they are known.
        self.similar: Sequence[SearchHit] | None = None
        self._content = Content("")
        self._strips: list[Strip] | None = None

    def show(self, paper: Paper | None, spans: Spans | None = None) -> None:
        """Show ``paper``, from its top unless it is the one already shown.

        ``spans`` finds what to highlight; without it, what was highlighted before still is.
        """
        is_same = paper and self.paper and paper.id == self.paper.id
        spans = self._spans if spans is None else spans
        if paper == self.paper and spans == self._spans:
            return
        self.paper, self._spans = paper, spans
        if not is_same:
            self.similar, self.links = None, _NO_LINKS
            self.scroll_home(animate=False, immediate=True)
        self._write()

    def show_related(self, similar: Sequence[SearchHit], links: NoteLinks) -> None:
        """Show papers similar to this one, and which papers its note and others link."""
        if (similar, links) != (self.similar, self.links):
            self.similar, self.links = similar, links
            self._write()

    def _write(self) -> None:
        parts = self._spans, self.similar or (), self.links
        self._content = paper_text(self.paper, *parts) if self.paper else Content("")
        self._set_again()

    def render_line(self, y: int) -> Strip:
        """Draw one line of the screen."""
        lines, line = self._set_lines(), self.scroll_offset.y + y
        return lines[line] if line < len(lines) else Strip([])

    def on_resize(self) -> None:
        """Fill the width there is."""
        self._set_again()

    def _set_again(self) -> None:
        """Break the text into lines again, and draw it if that shows."""
        before, self._strips = self._in_sight(self._strips or []), None
        self.fit(len(self._set_lines()))
        if self._in_sight(self._set_lines()) != before:
            self.refresh()

    def _in_sight(self, lines: list[Strip]) -> list[Strip]:
        top = self.scroll_offset.y
        return lines[top : top + self.size.height]

    def _set_lines(self) -> list[Strip]:
        """Return the text line by line, broken at the width that its scrollbar leaves."""
        if self._strips is None:
            self._strips = self._broken(with_scrollbar=self.show_vertical_scrollbar)
            if (needs := self.needs_scrollbar(len(self._strips))) != self.show_vertical_scrollbar:
                self._strips = self._broken(with_scrollbar=needs)
        return self._strips

    def _broken(self, *, with_scrollbar: bool) -> list[Strip]:
        room = self.content_size.width - with_scrollbar * self.styles.scrollbar_size_vertical
        width = min(_MEASURE, room)
        if width < 1:
            return []
        return Visual.to_strips(self, self._content, width, None, self.visual_style)

    def notify_style_update(self) -> None:
        """Set the text in the colours of another theme."""
        self._strips = None
        super().notify_style_update()

    def selection_updated(self, selection: Selection | None) -> None:
        """Draw what is selected."""
        self._strips = None
        super().selection_updated(selection)

    def get_selection(self, selection: Selection) -> tuple[str, str]:
        """Return the selected text and what ends it."""
        return selection.extract(self._content.plain), "\n"


def paper_text(
    paper: Paper,
    spans: Spans = no_spans,
    similar: Sequence[SearchHit] = (),
    links: NoteLinks = _NO_LINKS,
) -> Content:
    """Return everything known of ``paper`` in blocks, with blank lines between them.

    What ``spans`` finds is highlighted; ``similar`` and linked papers can be clicked.
    """
    return Content("\n\n").join(_blocks(paper, spans, similar, links))


def _blocks(
    paper: Paper, spans: Spans, similar: Sequence[SearchHit], links: NoteLinks
) -> Iterator[Content]:
    yield marked(heading(paper), spans)
    yield facts(paper)
    if paper.abstract:
        yield marked(Content(readable(printable_lines(paper.abstract))), spans)
    else:
        yield Content.styled("The page gave no abstract.", _MUTED)
    if paper.note:
        note = Content("").join(_note_pieces(printable_lines(paper.note).strip(), links))
        yield section("Note", marked(note, spans))
    if links.linked_from:
        yield section("Linked from", _paper_links(links.linked_from, _LINK, "show_paper"))
    if paper.comment:
        comment = Content(readable(printable_lines(paper.comment)))
        yield section("Comment", marked(comment, spans))
    if found := links_section(paper):
        yield found
    if similar:
        yield section("More like this", _paper_links(similar, "$primary", "show_similar"))
    identity = Content.styled(f"no. {paper.id} · added {paper.added_at[:10]} · {paper.key}", _MUTED)
    yield section("From", Content("\n").join([*map(_source, paper.sources), identity]))


def heading(paper: Paper) -> Content:
    """Return the title, whether it was derived, and the authors."""
    title = Content.styled(readable(printable(paper.title)), "bold")
    authors = Content.styled(all_authors(paper), "" if paper.authors else _MUTED)
    if paper.title_source is not TitleSource.DERIVED:
        return Content("\n").join([title, authors])
    made = Content.styled("~ title made from the abstract", f"{_MUTED} italic")
    return Content("\n").join([title, made, authors])


def facts(paper: Paper) -> Content:
    """Return status, star, year, venue, identifiers and tags on a line."""
    parts = [Content.styled(_STATUS_LABELS[paper.status], f"${STATUS_COLOURS[paper.status]} bold")]
    if paper.starred:
        parts.append(Content.styled("★ starred", "$warning"))
    known = [str(paper.year or ""), paper.venue or ""]
    known += [f"arXiv {paper.arxiv_id}" if paper.arxiv_id else ""]
    known += [f"doi {paper.doi}" if paper.doi else ""]
    parts += [Content.styled(printable(part), _MUTED) for part in known if part]
    parts += [Content.styled(f"#{printable(tag)}", "$secondary") for tag in paper.tags]
    return Content("  ·  ").join(parts)


def section(title: str, body: Content) -> Content:
    """Return ``body`` under its heading."""
    return Content.assemble((title, _HEADING), "\n", body)


def links_section(paper: Paper) -> Content | None:
    """Return the links that can be opened under their heading, if there are any."""
    urls = web_links(paper)
    if not urls:
        return None
    links = (_clickable(printable(url), _LINK, "open_url", url) for url in urls)
    return section("Links", Content("\n").join(links))


def _clickable(shown: str, style: str, action: str, argument: str | int) -> Content:
    """Return a text that runs an action of the screen when it is clicked."""
    click = Style.from_meta({"@click": (f"screen.{action}", (argument,))})
    return Content.styled(shown, style).stylize(click)


def _note_pieces(note: str, links: NoteLinks) -> Iterator[Content]:
    """Yield a note as it is written, its links clickable; those known to lead nowhere say so."""
    at = 0
    for link in find_links(note):
        yield Content(note[at : link.start])
        at, written = link.end, note[link.start : link.end]
        if links.targets.get(link.target, 0) is None:
            yield Content.assemble((written, _MUTED), (" (no such paper)", f"{_MUTED} italic"))
        else:
            yield _clickable(written, _LINK, "follow_to", link.target)
    yield Content(note[at:])


def _paper_links(papers: Sequence[Linked | SearchHit], style: str, action: str) -> Content:
    return Content("\n").join(
        _clickable(readable(printable(one.title)), style, action, one.id) for one in papers
    )


def _source(source: Source) -> Content:
    """The place in the dump: the file's name and the lines, then what is less often looked for."""
    lines = f"lines {source.first_line}–{source.last_line}"
    if source.first_line == source.last_line:
        lines = f"line {source.first_line}"
    folder, _, name = printable(source.source).rpartition("/")
    return Content.assemble(f"{name}, {lines}", (f"  {source.format} {folder}", _MUTED))
