"""Pages as browsers and text converters give them.

Their marks are taken off (Markdown, the numbers of links), and it is told which lines were
one before a text was cut at a width. What mail programs and editors add is off by then
(:mod:`readlist.importing.readers.parts.normalising`).
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any, TypeVar, cast

from readlist.domain import PaperDraft
from readlist.importing.readers.parts.identifiers import links
from readlist.importing.readers.parts.lines import Line
from readlist.importing.readers.parts.names import names_score
from readlist.importing.readers.parts.unwrap import join_lines
from readlist.importing.readers.reader import Entry

T = TypeVar("T")
_SPACES = re.compile("[\t ]+")
_LINKED = re.compile(
    r"!?\[((?:\\.|[^\[\]\\])*)\]\([^\s()]*(?:\([^\s()]*\)[^\s()]*)*(?: \"[^\"]*\")?\)"
)
_ANGLED = re.compile(r" ?<https?://[^<>\s]*>")
_ESCAPED = re.compile(r"\\([\[\]*_#])")
_BULLET = re.compile(r"^(?:(?:#{1,6}|[*•◦·-]) +)+")
_NUMBERED = re.compile(r"\[\d{1,4}\](?=\S)")  # before a link, as lynx prints it
_REFERRED = re.compile(r"\[ ?([^\[\]]*?) ?\]\[\d{1,4}\]")  # after a link
_CERTAIN, _LINE, _MOST_LINES = 10.0, 1.5, 20
_OPEN = re.compile(r" (?:of|for|and|the|in|with|under|to|an?|on|from|by|or|via|at|as)$")
_DECORATIONS = ("#", "*", "•", "◦", "·", "-")
_NARROWEST, _WIDEST = 50, 100  # of a text that was cut at a width
_SLACK = 8  # by which a line may be longer than those that are known to be cut
_MAIL_WIDTHS = (64, 80)
_OFTEN, _BUTTON = 3, 20
_FEW = 4
_NEAR = 32  # lines that say how wide a text is


def plain_line(text: str) -> str:
    """Return ``text`` without odd spaces, and the marks and links of Markdown."""
    text = _SPACES.sub(" ", text).strip()
    if "](" in text:
        text = _ESCAPED.sub(r"\1", _LINKED.sub(r"\1", text))
    if "<http" in text:
        text = _ANGLED.sub("", text).strip() or text
    if text[:1] in _DECORATIONS:
        text = _BULLET.sub("", text, count=1)
    return text.replace("**", "").rstrip("\\").strip()


def mentions(lines: Sequence[Line], *marks: str) -> bool:
    """Return whether one of ``marks``, in small letters, stands anywhere in ``lines``."""
    whole = "\n".join(line.text for line in lines).lower()
    return any(mark in whole for mark in marks)


def _has_numbered_links(texts: Sequence[str]) -> bool:
    """Return whether a text browser gave links numbers, not only here and there."""
    numbers = [
        len(_NUMBERED.findall(text)) + len(_REFERRED.findall(text)) if "[" in text else 0
        for text in texts
    ]
    return sum(numbers) > 2 and 8 * sum(map(bool, numbers)) > len(texts)


class CopiedPage:
    """The lines of a page, read as text: what belongs to one line, what to one paper."""

    def __init__(self, lines: Sequence[Line]) -> None:
        plain = [plain_line(line.text) for line in lines]
        if _has_numbered_links(plain):
            plain = [_NUMBERED.sub("", _REFERRED.sub(r"\1", text)) for text in plain]
        #: The lines as :func:`plain_line` gives them, without those that are empty then.
        self.texts = [text for text in plain if text]
        self._places = [at for at, text in enumerate(plain) if text]
        self._lines = [lines[at] for at in self._places]
        self._widths: dict[int, int] = {}
        self._known: dict[object, Any] = {}

    def __len__(self) -> int:
        return len(self.texts)

    def links(self, first: int, last: int) -> tuple[str, ...]:
        """Return the URLs on the lines from ``first`` to ``last``, as they were copied."""
        found = (url for line in self._lines[first : last + 1] for url in links(line.text))
        return tuple(dict.fromkeys(found))

    def once(self, find: Callable[["CopiedPage"], T]) -> T:
        """Return what ``find`` makes of the page, which is found once."""
        if find not in self._known:
            self._known[find] = find(self)
        return cast(T, self._known[find])

    def gap(self, place: int) -> int:
        """Return how many blank lines stand before line ``place``."""
        dropped = self._places[place] - self._places[place - 1] - 1 if place else 0
        return self._lines[place].gap + dropped

    def has_gap(self, place: int) -> bool:
        """Return whether a blank line, or nothing at all, stands before line ``place``."""
        return place == 0 or self.gap(place) > 0

    def goes_on(self, place: int) -> bool:
        """Return whether line ``place`` was cut off the one before it to fit a width."""
        if self.has_gap(place):
            return False
        if self._is_open(place - 1):
            return True
        width = self._width(place)
        return 0 < width < self._reach(place) and self._length(place) <= width + _SLACK

    def begin(self, place: int, floor: int = 0) -> int:
        """Return where the text begins that ends with line ``place``, not before ``floor``."""
        while place > floor and self.goes_on(place):
            place -= 1
        return place

    def end(self, place: int, ceiling: int) -> int:
        """Return where the text ends that begins with line ``place``, before ``ceiling``."""
        while place + 1 < ceiling and self.goes_on(place + 1):
            place += 1
        return place

    def names_begin(self, place: int, floor: int = 0) -> int:
        """Return where the list of names begins that ends with line ``place``."""
        while place > floor and not self.has_gap(place):
            before = self.texts[place - 1]
            if not (before.endswith(",") or self.goes_on(place)) or names_score(before) < -3.0:
                break
            place -= 1
        return place

    def title_end(self, place: int, ceiling: int) -> int:
        """Return where the title ends that begins with line ``place``; names are none of it."""
        while place + 1 < ceiling and self.goes_on(place + 1):
            after = self.texts[place + 1]
            if "," in after and names_score(after) > 0:
                break
            place += 1
        return place

    def text(self, first: int, last: int) -> str:
        """Return the lines from ``first`` to ``last`` on one line."""
        return join_lines(self.texts[first : last + 1])

    def paragraphs(self, first: int, last: int) -> str | None:
        """Return the lines from ``first`` to ``last`` as paragraphs, ``None`` for no text."""
        paragraphs: list[list[str]] = []
        for place in range(first, last + 1):
            if paragraphs and self.goes_on(place):
                paragraphs[-1].append(self.texts[place])
            else:
                paragraphs.append([self.texts[place]])
        return "\n\n".join(filter(None, map(join_lines, paragraphs))) or None

    def entry(self, first: int, last: int, draft: PaperDraft, weight: float) -> Entry:
        """Return ``draft`` as the paper of these lines from ``first`` to ``last``.

        Where its marks are certain, each line that is where it should be is evidence too.
        """
        if weight >= _CERTAIN:
            weight += _LINE * min(last - first, _MOST_LINES)
        start, stop = self._lines[first].number, self._lines[last].number
        draft = draft._replace(first_line=start, last_line=stop)
        return Entry(first, last, draft, weight)

    def placed(self, entry: Entry) -> Entry:
        """Return ``entry`` with its place among all lines the page was made of."""
        return entry._replace(first=self._places[entry.first], last=self._places[entry.last])

    def _width(self, place: int) -> int:
        """Return the width the lines about ``place`` were cut at, 0 where they were not."""
        part = place // _NEAR
        if part not in self._widths:
            near = range(max(1, (part - 1) * _NEAR), min(len(self), (part + 2) * _NEAR))
            joined = [at for at in near if not self.has_gap(at)]
            self._widths[part] = self._width_by_small(joined) or self._width_by_length(joined)
        return self._widths[part]

    def _width_by_small(self, places: Sequence[int]) -> int:
        """Return the width after which lines go on in small letters.

        Text that was cut goes on in small letters after lines that had no room for a word more.
        """
        small = [at for at in places if self.texts[at][:1].islower() or self._is_open(at - 1)]
        small = self._without_buttons(small)
        width = max((length for at in small if (length := self._length(at)) <= _WIDEST), default=0)
        full = sum(self._reach(at) > width >= self._length(at) for at in small)
        enough = len(small) > 1 or len(places) < _NEAR
        is_cut = width >= _NARROWEST and enough and full > 0.6 * len(small)
        return width if is_cut else 0

    def _without_buttons(self, places: Sequence[int]) -> list[int]:
        """Leave out what pages write in small letters after short lines: buttons and labels."""
        firsts = Counter(self.texts[at].split(" ", 1)[0] for at in places)
        return [
            at
            for at in places
            if self._length(at) >= _NARROWEST
            or (len(self.texts[at]) > _BUTTON and firsts[self.texts[at].split(" ", 1)[0]] < _OFTEN)
        ]

    def _width_by_length(self, places: Sequence[int]) -> int:
        """Return the width, one of mail programs, at which lines heap up, if they do."""
        lengths = [self._length(at) for at in places if " " in self.texts[at - 1]]
        width = max(lengths, default=0)
        if not _MAIL_WIDTHS[0] <= width <= _MAIL_WIDTHS[1]:
            return 0
        full = {self.texts[at - 1] for at in places if self._reach(at) > width}
        below = range(width - 3 * _SLACK, width - _SLACK)
        shorter = {self.texts[at - 1] for at in places if self._length(at) in below}
        return width if len(full) >= max(_FEW, len(shorter)) else 0

    def _length(self, place: int) -> int:
        """Return how long the line before line ``place`` is."""
        return len(self._lines[place - 1].text)

    def _is_open(self, place: int) -> bool:
        """Return whether line ``place`` is long and ends as nothing that is whole does."""
        end = self.texts[place][-12:]
        return _NARROWEST <= len(self._lines[place].text) <= _WIDEST and bool(_OPEN.search(end))

    def _reach(self, place: int) -> int:
        """Return how long the line before would be with the first word of line ``place``."""
        return self._length(place) + 1 + len(self.texts[place].split(" ", 1)[0])
