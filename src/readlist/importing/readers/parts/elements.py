"""Cutting XML into its records by their tags, and parsing each alone.

Memory stays flat, one broken record costs no other, and what stands before the first (a
document type with entities, however deep they nest) is never parsed at all. A record that uses
such an entity is not well-formed by itself.
"""

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_LONGEST = 20_000_000  # characters of a record
_MOST_AROUND = 1_000  # lines
_PREFIX = re.compile(r"[<\s/]([A-Za-z_][\w.-]{0,40}):[A-Za-z_]")
_NOT_IN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_REFERENCE = re.compile(
    r"&(?:(?P<number>#\d{1,7}|#x[\da-fA-F]{1,6})|(?P<name>[A-Za-z]\w{1,30}));|&"
)
_OF_XML = frozenset(("amp", "lt", "gt", "quot", "apos"))


class Fragment(NamedTuple):
    """Part of a file: the text of a record or, with ``record`` false, what is around them."""

    first: int
    last: int
    text: str
    record: bool
    whole: bool = True


def fragments(lines: Iterable[str], element: str) -> Iterator[Fragment]:
    """Yield the elements called ``element``, a regular expression, and what is around them.

    A prefix of the name does not count. Elements in comments and CDATA are none.
    """
    opened = r"<(?:(?P<comment>!--)|(?P<cdata>!\[CDATA\[)|(?P<end>/)?(?:[\w.-]{1,40}:)?"
    cutter = _Cutter(re.compile(rf"{opened}(?:{element})(?=[\s>]))"))
    for line in lines:
        yield from cutter.feed(line)
    yield from cutter.rest()


class _Cutter:
    """Cuts lines at the tags of records as they come, leaving comments and CDATA alone."""

    def __init__(self, tag: re.Pattern[str]) -> None:
        self._tag = tag
        self._number = 0  # of the line
        self._parts: list[str] = []  # the lines of the fragment so far
        self._first = 1
        self._size = 0
        self._inside = False  # a record
        self._covered = 0  # the last line that a record ends on
        self._until = ""  # what ends the comment or CDATA that is open

    def feed(self, line: str) -> Iterator[Fragment]:
        """Yield the fragments that end in the next line."""
        if self._size > _LONGEST or (len(self._parts) > _MOST_AROUND and not self._inside):
            yield from self.rest()
        self._number += 1
        if not self._parts:
            self._first = self._number
        self._parts.append("")
        begin = place = 0  # of what is in no fragment yet, and of what was not looked at
        while place >= 0:
            tag, place = self._next(line, place)
            if tag and (self._inside or not tag["end"]):
                if tag["end"]:
                    place = (line.find(">", place) + 1) or len(line)
                cut = place if tag["end"] else tag.start()
                self._add(line[begin:cut])
                yield from self._cut(whole=bool(tag["end"]), begins=not tag["end"])
                begin = cut
        self._add(line[begin:])

    def rest(self) -> Iterator[Fragment]:
        """Yield what is in no fragment yet."""
        yield from self._cut(whole=False, begins=False)
        self._parts = []

    def _next(self, line: str, place: int) -> tuple[re.Match[str] | None, int]:
        """Return the next tag of a record, if that is what comes next, and the place after it.

        The place is -1 when the line holds no more.
        """
        if self._until:
            end = line.find(self._until, place)
            if end < 0:
                return None, -1
            place = end + len(self._until)
            self._until = ""
        tag = self._tag.search(line, place)
        if tag is None:
            return None, -1
        if tag["comment"] or tag["cdata"]:
            self._until = "-->" if tag["comment"] else "]]>"
            return None, tag.end()
        return tag, tag.end()

    def _add(self, text: str) -> None:
        self._parts[-1] += text
        self._size += len(text)

    def _cut(self, *, whole: bool, begins: bool) -> Iterator[Fragment]:
        """End the fragment here, within a line; ``begins`` says whether a record does."""
        if self._inside:
            while not self._parts[-1].strip():
                self._parts.pop()
            self._covered = self._first + len(self._parts) - 1
            text = "\n".join(self._parts)
            yield Fragment(self._first, self._covered, text, record=True, whole=whole)
        else:
            yield from self._between(self._parts[:-1] if begins else self._parts)
        self._parts, self._first, self._size = [""], self._number, 0
        self._inside = begins

    def _between(self, parts: Sequence[str]) -> Iterator[Fragment]:
        """Yield the lines that are no part of a record."""
        lines = [
            (number, text)
            for number, text in enumerate(parts, start=self._first)
            if number > self._covered and text.strip()
        ]
        if lines:
            text = "\n".join(text for _, text in lines)
            yield Fragment(lines[0][0], lines[-1][0], text, record=False)


def parsed(text: str) -> "Element | None":
    """Return the element that ``text`` is, its names without prefixes, ``None`` if it is none.

    Mistakes that programs are known to make are mended first where it must be.
    """
    from xml.etree.ElementTree import ParseError

    for each in (str, _mended):
        try:
            return _element(each(text))
        except (ParseError, ValueError):  # what defusedxml refuses is a ValueError
            continue
    return None


def _element(text: str) -> "Element":
    from defusedxml.ElementTree import fromstring

    prefixes = set(_PREFIX.findall(text)) - {"xml", "xmlns"}
    declared = "".join(f' xmlns:{prefix}="{prefix}"' for prefix in sorted(prefixes))
    root: Element = fromstring(f"<root{declared}>{text}</root>", forbid_dtd=True)
    for element in root.iter():
        if isinstance(element.tag, str):  # comments have a function
            element.tag = element.tag.rpartition("}")[2]
    return root[0]


def _mended(text: str) -> str:
    """Return ``text`` without characters that XML forbids, lone ``&`` and entities of HTML."""
    return _REFERENCE.sub(_reference, _NOT_IN_XML.sub("", text))


def _reference(found: re.Match[str]) -> str:
    if found["name"]:
        plain = html.unescape(found[0])
        return found[0] if found["name"] in _OF_XML or plain == found[0] else html.escape(plain)
    if found["number"]:
        return html.escape(_NOT_IN_XML.sub("", html.unescape(found[0])))
    return "&amp;"
