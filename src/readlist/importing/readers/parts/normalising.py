"""Text as it was before a mail program, an editor or a page grabber had it in hand.

Quoting and indentation that all lines share are taken off, blank lines that stand between
all lines do not count, and blanks that are not plain ones are made so.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from readlist.importing.readers.parts.lines import Line

_QUOTED = re.compile(r"[ \t]{0,3}>[ \t]?")
_BLANKS = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
# Marks of direction and of places to break, and the private characters that icons are drawn with.
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffc\ue000-\uf8ff]")
_LEAST = 3
_DEEPEST = 12
_FEW = 40
_OFTEN = 12
_SENTENCE_ENDS = ".!?:"
_SMALL = re.compile(r"[a-z]+,? ")


def normalised(lines: Sequence[Line]) -> tuple[list[Line], list[int]]:
    """Return ``lines`` as they were, and for each the place it has among the given ones.

    Lines on which only marks of quoting are left are not among them.
    """
    places = list(range(len(lines)))
    found = [_plain(line) for line in lines]
    for _ in range(_DEEPEST):
        marked = [bool(_QUOTED.match(line.text)) for line in found]
        if not any(marked):
            break
        found, kept = _unquoted(found, marked)
        places = [places[at] for at in kept]
    return _single_spaced(_flush(found)), places


def _plain(line: Line) -> Line:
    if line.text.isascii():
        return line
    text = _BLANKS.sub(" ", _UNSEEN.sub("", line.text)).rstrip()
    return line if text == line.text or not text else replace(line, text=text)


def _unquoted(lines: Sequence[Line], marked: Sequence[bool]) -> tuple[list[Line], list[int]]:
    """Take a mark of quoting off where several lines in a row, or most of all, have it."""
    found: list[Line] = []
    places: list[int] = []
    dropped = 0
    # Of quoted lines that were cut again, only the first parts have marks.
    least = 1 if 2 * sum(marked) > len(marked) else _LEAST
    for is_marked, group in groupby(range(len(lines)), marked.__getitem__):
        run = list(group)
        is_quoted = is_marked and len(run) >= least
        for place in run:
            line = lines[place]
            text = _QUOTED.sub("", line.text, count=1) if is_quoted else line.text
            if text.strip():
                found.append(Line(line.number, text, line.gap + dropped))
                places.append(place)
                dropped = 0
            else:
                dropped += line.gap + 1
    return found, places


def _flush(lines: list[Line]) -> list[Line]:
    """Take off the indentation that all lines share."""
    indent = min((len(line.text) - len(line.text.lstrip()) for line in lines), default=0)
    if not indent:
        return lines
    return [replace(line, text=line.text[indent:]) for line in lines]


def _single_spaced(lines: list[Line]) -> list[Line]:
    """Take a blank line away from between all lines, where they were one paragraph without it.

    That is so where more than one tell parts apart, or lines go on in small letters.
    """
    gaps = [line.gap for line in lines[1:]]
    if not gaps or gaps.count(0) > len(gaps) / _FEW:
        return lines
    if max(gaps) < 2 and _OFTEN * _going_on(lines) < len(gaps):
        return lines
    return [replace(line, gap=max(0, line.gap - 1)) for line in lines]


def _going_on(lines: Sequence[Line]) -> int:
    """Return how many lines go on with a sentence that the line before begins."""
    pairs = ((before.text[-1:], line.text.lstrip()) for before, line in pairwise(lines))
    return sum(end not in _SENTENCE_ENDS and bool(_SMALL.match(text)) for end, text in pairs)
