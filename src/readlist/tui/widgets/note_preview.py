"""A note as it reads: Markdown, with links to the web and to other papers."""

from dataclasses import dataclass
from urllib.parse import quote

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from textual.containers import VerticalScroll
from textual.message import Message
from textual.widgets import Markdown

from readlist.reading_list.notes import find_links
from readlist.text import printable_lines

#: What the addresses of papers begin with; they never leave the program.
_PAPER = "paper:"


class NotePreview(VerticalScroll):
    """Shows Markdown. Nothing is opened from here: :class:`Followed` says what was clicked."""

    @dataclass
    class Followed(Message):
        """A link was clicked: to the web, or with ``is_paper`` to a paper."""

        target: str
        is_paper: bool

    def __init__(self) -> None:
        self._markdown = Markdown(parser_factory=_parser, open_links=False)
        super().__init__(self._markdown, id="note-preview")

    async def show(self, text: str) -> None:
        """Show a note."""
        await self._markdown.update(printable_lines(text))

    def on_markdown_link_clicked(self, event: Markdown.LinkClicked) -> None:
        """Say what was clicked."""
        event.stop()
        is_paper = event.href.startswith(_PAPER)
        self.post_message(self.Followed(event.href.removeprefix(_PAPER), is_paper))


def _parser() -> MarkdownIt:
    parser = MarkdownIt("gfm-like")
    parser.inline.ruler.before("link", "paper_link", _paper_link)
    return parser


def _paper_link(state: StateInline, silent: bool) -> bool:
    """Read a link to a paper, where Markdown does not say that it is code."""
    if not state.src.startswith("[[", state.pos):
        return False
    end = state.src.find("]]", state.pos)
    found = find_links(state.src[state.pos : end + 2]) if end >= 0 else []
    if not found or found[0].start:
        return False
    if not silent:
        state.push("link_open", "a", 1).attrs = {"href": _PAPER + quote(found[0].target)}
        state.push("text", "", 0).content = found[0].shown
        state.push("link_close", "a", -1)
    state.pos += found[0].end
    return True
