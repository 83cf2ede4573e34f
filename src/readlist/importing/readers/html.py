"""A web page that was saved as HTML, as the text that a browser shows of it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from html.parser import HTMLParser

from readlist.importing.readers.parts.lines import Line
from readlist.text import fold_spaces

_BEGINS = re.compile(
    r"\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html)\b", re.I | re.S
)
_HIDDEN = {"script", "style", "head", "template", "noscript", "svg", "select", "textarea"}
# What a browser begins a new line for: https://html.spec.whatwg.org/multipage/rendering.html
_BLOCKS = frozenset(
    [
        *("address", "article", "aside", "blockquote", "br", "body", "caption", "center", "dd"),
        *("details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure"),
        *("footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html"),
        *("legend", "li", "main", "menu", "nav", "ol", "option", "p", "pre", "search", "section"),
        *("summary", "table", "tbody", "tfoot", "thead", "title", "tr", "ul"),
    ]
)
_SPACED = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "ul", "ol", "dl", "pre", "table"}
_CELLS = {"td", "th"}
#: A line longer than this is given to the parser in parts, so that memory stays flat.
_PART = 1 << 16


def is_html(sample: Sequence[str]) -> bool:
    """Return whether the first lines of a file are those of a web page."""
    return _BEGINS.match("\n".join(sample[:50])) is not None


def text_lines(lines: Iterable[str]) -> Iterator[Line]:
    """Yield the lines of text that a browser shows, under the numbers of the lines they are on."""
    parser = _Text()
    for line in lines:
        for start in range(0, len(line) + 1, _PART):
            parser.feed(line[start : start + _PART])
        parser.feed("\n")
        yield from parser.finished()
    parser.close()
    parser.end_line()
    yield from parser.finished()


class _Text(HTMLParser):
    """Gathers lines of text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._words: list[str] = []
        self._number = 1
        self._gap = 0
        self._hidden: list[str] = []
        self._lines: list[Line] = []

    def finished(self) -> list[Line]:
        """Return the lines gathered since the last call."""
        lines, self._lines = self._lines, []
        return lines

    def handle_starttag(self, tag: str, _attributes: list[tuple[str, str | None]]) -> None:
        """End the line before a block."""
        if tag in _HIDDEN:
            self._hidden.append(tag)
        elif tag in _BLOCKS and self._hidden == ["head"] and tag != "title":
            self._hidden.clear()  # a head may end without saying so
        self._break(tag)

    def handle_endtag(self, tag: str) -> None:
        """End the line after a block."""
        if tag in self._hidden:
            del self._hidden[self._hidden.index(tag) :]
        self._break(tag)

    def handle_data(self, data: str) -> None:
        """Take in text that is seen."""
        if self._hidden or not data:
            return
        if not self._words:
            blank = len(data) - len(data.lstrip())
            self._number = self.getpos()[0] + data[:blank].count("\n")
        if self._words or not data.isspace():
            self._words.append(data)

    def end_line(self) -> None:
        """End the line that is being gathered."""
        text = fold_spaces("".join(self._words))
        self._words.clear()
        if text:
            self._lines.append(Line(self._number, text, self._gap))
            self._gap = 0

    def _break(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.end_line()
            self._gap = max(self._gap, int(tag in _SPACED))
        elif tag in _CELLS and self._words:
            self._words.append(" ")
