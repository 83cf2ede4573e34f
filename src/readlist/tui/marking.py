"""Setting off what was searched for in what is shown."""

from collections.abc import Callable, Sequence

from rich.segment import Segment
from rich.style import Style
from textual.content import Content, Span

#: Returns where a text holds what was searched for: starts and ends, in order, apart.
Spans = Callable[[str], Sequence[tuple[int, int]]]

#: Told apart without colour too.
FOUND = "$accent bold underline"


def nothing(_text: str) -> Sequence[tuple[int, int]]:
    """Return the places to set off where nothing is searched for."""
    return ()


def segments(
    text: str, places: Sequence[tuple[int, int]], style: Style, found: Style
) -> list[Segment]:
    """Return ``text`` in segments, what was found in another style."""
    if not places:
        return [Segment(text, style)]
    pieces, end = [], 0
    for start, stop in places:
        pieces += [Segment(text[end:start], style), Segment(text[start:stop], style + found)]
        end = stop
    return [piece for piece in [*pieces, Segment(text[end:], style)] if piece.text]


def marked(text: Content, spans: Spans) -> Content:
    """Return ``text`` with what was found set off."""
    return text.add_spans([Span(start, stop, FOUND) for start, stop in spans(text.plain)])
