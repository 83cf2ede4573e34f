r"""The objects of a JSON text, one after another, as its lines come.

A string of JSON never goes over a line's end, so brackets are counted line by line
and a quotation mark that is missing spoils no more than the record it is missing from.
What is wanted are the elements of the outermost list, those of a list within an object
(``{"items": [{…}, {…}]}``), and objects one after another. What a broken one swallowed
is looked through for whole objects. The grammar: https://www.rfc-editor.org/rfc/rfc8259
"""

import json
import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate
from typing import Any, NamedTuple

#: The number of a line, and what of it belongs to something.
Part = tuple[int, str]

# A string, where one may begin and end, and the brackets outside strings.
_TOKEN = re.compile(r'(?<![^\s\[{,:])"[^"\\]*+(?:\\.[^"\\]*+)*+"(?=\s*(?:[:,\]}]|$))|[{}\[\]]')
_BRACKET = re.compile(r"[{}\[\]]")
_TITLE = re.compile(r'"[\w -]*title', re.I)
_OPENING = re.compile(r'\{\s*"')
_CLOSED_BY = {"}": "{", "]": "["}
_CLOSING = {"{": "}", "[": "]"}
#: What lists others than the paper it is in.
_OF_OTHERS = re.compile(r"references?|cit|relat|similar|recommend", re.I)
#: What a list of papers is called that has a title itself.
_LISTS = re.compile(
    r"items?|results?|entries|papers?|publications?|works|articles|records?|data|documents?|docs"
    r"|bibliography|library|list|readings?|reading_?list|proceedings|accepted(?:_?papers)?",
    re.I,
)
#: More letters than any record has, and deeper than any goes.
_LARGEST = 1 << 22
_DEEPEST = 200
#: How deep within an object a list of records may be.
_DEEPEST_LIST = 4
#: Lines of what is in no record that are handed on together.
_AROUND = 1000
#: How often a whole object is looked for in a broken one.
_TRIALS = 100


def _once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return an object; one that says a thing twice was put together of two."""
    value = dict(pairs)
    if len(value) != len(pairs):
        raise ValueError("a key is there twice")
    return value


_decoder = json.JSONDecoder(strict=False, object_pairs_hook=_once_each)


class Found(NamedTuple):
    """Part of a JSON text: an object, a broken one, or what stands around objects."""

    parts: Sequence[Part]
    value: Any = None
    problem: str | None = None

    @property
    def text(self) -> str:
        """The text of it, without what else is on its first and last line."""
        return "\n".join(text for _, text in self.parts)


def objects(lines: Iterable[str], is_record: Callable[[dict[str, Any]], bool]) -> Iterator[Found]:
    """Yield all of a JSON text in its order.

    ``is_record`` tells what a list within an object must hold for the list's elements
    to be wanted, and not the object.
    """
    walk = _Walk(is_record)
    for number, line in enumerate(lines, 1):
        yield from walk.line(number, line)
    yield from walk.end()


def decoded(text: str) -> Any:
    """Return what JSON ``text`` says. Raises ``ValueError`` that says what is wrong with it."""
    try:
        return _decoder.decode(text)
    except RecursionError as error:
        raise ValueError("it is nested too deeply") from error


def completed(text: str) -> Any:
    """Return what a JSON text says that has no end, up to one of its last lines, or ``None``."""
    lines = text.split("\n")
    ends = [place for place, line in enumerate(lines) if line.rstrip().endswith(",")][-5:]
    for end in reversed(ends):
        whole = "\n".join(lines[: end + 1]).rstrip().removesuffix(",")
        opened: list[str] = []
        for token in _TOKEN.finditer(whole):
            sign = whole[token.start()]
            if sign in _CLOSING:
                opened.append(_CLOSING[sign])
            elif opened and sign == opened[-1]:
                opened.pop()
        try:
            return decoded(whole + "".join(reversed(opened)))
        except ValueError:
            continue
    return None


class _Walk:
    """Goes through the lines; holds the object that is open, or what is around objects."""

    def __init__(self, is_record: Callable[[dict[str, Any]], bool]) -> None:
        self._is_record = is_record
        self._outer: list[str] = []
        # The brackets open within the object, and where each stands: which part, and where in it.
        self._inner: list[tuple[str, int, int]] = []
        # Whether the object is surely the record itself, and not what holds a list of records.
        self._is_whole = False
        self._parts: list[Part] = []
        self._size = 0
        self._before = ""
        # The line that is looked at, and from where on it is in none of the parts.
        self._number, self._line, self._mark = 0, "", 0

    def line(self, number: int, line: str) -> Iterator[Found]:
        """Yield what ends on a line, or is known by it."""
        self._number, self._line, self._mark = number, line, 0
        if not self._inner or _BRACKET.search(line):
            for token in _TOKEN.finditer(line):
                place = token.start()
                sign = line[place]
                if sign in _CLOSING:
                    yield from self._open(sign, place)
                elif sign != '"':
                    yield from self._close(sign, place)
        rest = line[self._mark :]
        if self._inner or not rest.isspace():
            self._parts.append((number, rest))
            self._size += len(rest)
        self._before = line.rstrip()[-1:] or self._before
        self._line, self._mark = "", 0
        if len(self._parts) > _AROUND and not self._inner:
            yield from self._cut(0)

    def end(self) -> Iterator[Found]:
        """Yield what is left."""
        yield from self._cut(0, "the file ends within this record")

    def _open(self, sign: str, place: int) -> Iterator[Found]:
        is_object = sign == "{"
        if is_object and (not self._inner or self._is_out_of_place(place)):
            yield from self._cut(place)
            self._is_whole = self._outer[-1:] == ["["]
        elif not self._inner:
            self._outer.append(sign)
            return
        elif self._size + place - self._mark > _LARGEST or len(self._inner) > _DEEPEST:
            opened = [each for each, _, _ in self._inner]
            yield from self._cut(place, "this is larger than any record")
            self._outer += opened
            yield from self._open(sign, place)
            return
        self._inner.append((sign, len(self._parts), place - self._mark))

    def _is_out_of_place(self, place: int) -> bool:
        """Return whether an object begins where a key should stand: one before it did not end."""
        if self._inner[-1][0] != "{":
            return False
        before = place - 1
        while before >= 0 and self._line[before].isspace():
            before -= 1
        return (self._line[before] if before >= 0 else self._before) != ":"

    def _close(self, sign: str, place: int) -> Iterator[Found]:
        opening = _CLOSED_BY[sign]
        while self._inner and self._inner[-1][0] != opening:
            if all(each != opening for each, _, _ in self._inner):
                yield from self._cut(place)  # it closes what is around the object
            else:
                self._inner.pop()
        if not self._inner:
            if self._outer[-1:] == [opening]:
                self._outer.pop()
            return
        _, part, offset = self._inner.pop()
        if not self._inner:
            parts = self._taken(0, 0, place + 1)
            self._parts, self._size, self._mark = [], 0, place + 1
            yield from _read(parts, self._is_record, bool(self._outer) and not self._is_whole)
        elif sign == "}" and not self._is_whole and len(self._inner) < _DEEPEST_LIST:
            yield from self._within(part, offset, place + 1)

    def _within(self, part: int, offset: int, end: int) -> Iterator[Found]:
        """Yield a record that has just ended within an object that is none, and what precedes."""
        parts = self._taken(part, offset, end)
        text = "\n".join(text for _, text in parts)
        if not _TITLE.search(text):
            return
        try:
            value = decoded(text)
        except ValueError:
            return
        if not isinstance(value, dict) or not self._is_record(value):
            return
        number, first = (*self._parts, (self._number, self._line[self._mark :]))[part]
        before = [*self._parts[:part], (number, first[:offset])]
        if self._is_of_others("\n".join(text for _, text in before)):
            self._is_whole = True
            return
        self._outer += [sign for sign, _, _ in self._inner]
        self._inner.clear()
        self._parts, self._size, self._mark = [], 0, end
        yield Found(before)
        yield Found(parts, value)

    def _is_of_others(self, before: str) -> bool:
        """Return whether the object that begins with ``before`` is a paper that lists others."""
        closing = "".join(_CLOSING[sign] for sign, _, _ in reversed(self._inner))
        try:
            value = decoded(f"{before}null{closing}")
        except ValueError:
            return False
        while isinstance(value, dict | list) and value:
            if isinstance(value, list):
                value = value[-1]
                continue
            key = list(value)[-1]
            if any(name.lower() == "title" for name in value):
                is_list = _LISTS.fullmatch(key) is not None
                if _OF_OTHERS.search(key) or (self._is_record(value) and not is_list):
                    return True
            value = value[key]
        return False

    def _taken(self, part: int, offset: int, end: int) -> list[Part]:
        """Return what stands from a place in a part to a place in the line."""
        if part == len(self._parts):
            return [(self._number, self._line[self._mark + offset : end])]
        number, first = self._parts[part]
        last = (self._number, self._line[self._mark : end])
        return [(number, first[offset:]), *self._parts[part + 1 :], last]

    def _cut(self, place: int, problem: str | None = None) -> Iterator[Found]:
        """Yield what stands before a place in the line: a broken object, or what is around."""
        parts = self._taken(0, 0, place)
        is_broken = bool(self._inner)
        self._inner.clear()
        self._parts, self._size, self._mark = [], 0, place
        if is_broken:
            yield from _rescued(parts, problem, self._is_record)
        elif any(text.strip() for _, text in parts):
            yield Found(parts)


def _read(
    parts: list[Part], is_record: Callable[[dict[str, Any]], bool], is_property: bool
) -> Iterator[Found]:
    """Yield the object that ``parts`` are, or what is in it if it is broken.

    A property of what is around records need not be one.
    """
    try:
        value = decoded("\n".join(text for _, text in parts))
    except ValueError:
        yield from _rescued(parts, None, is_record)
    else:
        is_around = is_property and not is_record(value)
        yield Found(parts) if is_around else Found(parts, value)


def _rescued(
    parts: list[Part], problem: str | None, is_record: Callable[[dict[str, Any]], bool]
) -> Iterator[Found]:
    """Yield the records that stand whole in a broken object, and what is between them."""
    text = "\n".join(text for _, text in parts)
    starts = [0, *accumulate(len(text) + 1 for _, text in parts)]
    done, place, trials = 0, 1, 0
    while trials < _TRIALS and (opening := _OPENING.search(text, place)):
        place = opening.start()
        try:
            value, end = _decoder.raw_decode(text, place)
        except (ValueError, RecursionError):
            trials += 1
            place += 1
            continue
        if is_record(value):
            yield from _between(_slice(parts, starts, done, place), problem)
            yield Found(_slice(parts, starts, place, end), value)
            done = end
        place = end
    yield from _between(_slice(parts, starts, done, len(text)), problem)


def _between(parts: list[Part], problem: str | None) -> Iterator[Found]:
    """Yield what stands between whole records: something broken, or only what separates them."""
    text = "".join(text for _, text in parts)
    if text.strip(" \t,]}"):
        yield Found(parts, problem=problem or _problem(parts))
    elif text.strip():
        yield Found(parts)


def _slice(parts: list[Part], starts: list[int], start: int, end: int) -> list[Part]:
    """Return the parts of a text between two places in it."""
    first, last = bisect_right(starts, start) - 1, bisect_left(starts, end, 1) - 1
    found = parts[first : last + 1]
    if found:
        number, text = found[-1]
        found[-1] = (number, text[: end - starts[last]])
        number, text = found[0]
        found[0] = (number, text[start - starts[first] :])
    return found


def _problem(parts: Sequence[Part]) -> str:
    """Return what is wrong with a broken object, and where."""
    try:
        decoded("\n".join(text for _, text in parts))
    except json.JSONDecodeError as error:
        place = parts[min(error.lineno, len(parts)) - 1][0]
        return f"broken JSON, line {place}: {error.msg[:1].lower()}{error.msg[1:]}"
    except ValueError as error:
        return f"broken JSON: {error}"
    return "broken JSON"
