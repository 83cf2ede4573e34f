"""The front matter of a note read and changed: the other half of what an export writes.

A YAML parser finds where each property stands, and a pydantic model checks what
it says. A change replaces the letters of one property and leaves all others as
they are: order, comments, quotes, and properties that nobody here knows.

Only the parser's events are used, one after another: nothing is built from them,
so neither nesting nor aliases can make them expand.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Annotated, NamedTuple

import yaml
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    Strict,
    StringConstraints,
    ValidationError,
)

from readlist.domain import Status
from readlist.exporting import front_matter
from readlist.exporting.front_matter import ORDER, Value
from readlist.syncing.report import NoteError
from readlist.text import nearest, printable

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NOTHING = ("", "~", "null", "Null", "NULL")
#: More than any person writes, and little enough to be parsed at once.
_LONGEST = 1 << 18
_DEEPEST = 50
_TOO_DEEP = ("the front matter is nested too deeply", "simplify it")
_COMMENT = re.compile(r"(?<=[ \t\r\n])#[^\r\n]*")

_ISO_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?Z")
_TRUTHS = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}
_BETWEEN_TAGS = re.compile(r"[\s,]+")
#: What is wrong with a text that a property cannot hold, and what to do about it.
_WRONG = {
    "year": ("is not a year", "a year has at most four digits"),
    "more_authors": ("is neither true nor false", "write true or false"),
    "starred": ("is neither true nor false", "write true or false"),
    "readlist-id": ("is not the key of a paper", "correct it, or take it out"),
}


class Item(NamedTuple):
    """A text, and where it begins and ends."""

    text: str
    start: int
    end: int


@dataclass(slots=True)
class Entry:
    """A property: its key, what it holds, and where that begins and ends.

    ``items`` are the texts of a list, or the one text; ``is_odd`` says that it
    holds something else: other lists, mappings, references.
    """

    key: str
    start: int
    value_start: int
    end: int
    is_list: bool = False
    is_flow: bool = False
    is_odd: bool = False
    items: list[Item] = field(default_factory=list)

    @property
    def value(self) -> str | list[str] | dict[str, str] | None:
        """What it holds: a text, a list of texts or nothing; all else counts as a mapping."""
        if self.is_odd:
            return {}
        texts = [item.text for item in self.items]
        return texts if self.is_list else (texts[0] if texts else None)


def as_tag(text: str) -> str:
    """Return a tag as the library has it: lower case, no ``#`` before."""
    return text.strip().removeprefix("#").lower()


def _from_text(convert: Callable[[str], object]) -> BeforeValidator:
    """Return a validator that converts texts, and leaves everything else to pydantic."""
    return BeforeValidator(lambda value: convert(value) if isinstance(value, str) else value)


def _as_lines(value: object) -> object:
    if not isinstance(value, (str, list)):
        return () if value is None else value
    listed = [value] if isinstance(value, str) else value
    return [line for each in listed if (line := printable(each))]


def _as_tags(value: object) -> object:
    lines = _as_lines(_BETWEEN_TAGS.split(value.strip()) if isinstance(value, str) else value)
    return [as_tag(line) for line in lines if line.strip()] if isinstance(lines, list) else lines


def _as_status(text: str) -> str:
    return text.lower().replace(" ", "-")


_YEAR = _from_text(lambda text: int(text) if re.fullmatch(r"[0-9]{1,4}", text) else text)
_TRUTH = _from_text(lambda text: _TRUTHS.get(text.lower(), text))
_TIME = _from_text(lambda text: text if _ISO_TIME.fullmatch(text) else None)
_WORD = _from_text(lambda text: printable(text).strip() or None)

_Line = Annotated[str | None, _from_text(lambda text: printable(text) or None)]
_Lines = Annotated[tuple[str, ...], BeforeValidator(_as_lines)]
_Truth = Annotated[bool | None, Strict(), _TRUTH, _WORD]
_Time = Annotated[str | None, _TIME, _WORD]
_Tag = Annotated[str, StringConstraints(pattern=r"^[^\p{Z}\p{C},#]+$")]
_InOrder = AfterValidator(lambda tags: tuple(sorted(set(tags))))
_Key = Annotated[str, StringConstraints(pattern=r"^[0-9A-Za-z_-]{1,64}$")]


class Properties(BaseModel):
    """What front matter says that the library knows, ``None`` or empty for what it does not say.

    It is read leniently where the meaning is plain: ``Yes`` is true, ``To read`` a
    status, one text a list of one. A time of another form counts as none.
    """

    model_config = ConfigDict(frozen=True, use_enum_values=True)

    title: _Line = None
    title_source: _Line = None
    authors: _Lines = ()
    more_authors: _Truth = None
    year: Annotated[int | None, Strict(), _YEAR, _WORD] = None
    venue: _Line = None
    status: Annotated[Status | None, _from_text(_as_status), _WORD] = None
    starred: _Truth = None
    tags: Annotated[tuple[_Tag, ...], BeforeValidator(_as_tags), _InOrder] = ()
    links: _Lines = ()
    doi: _Line = None
    arxiv: _Line = None
    added: _Time = None
    finished: _Time = None
    key: Annotated[_Key | None, _WORD] = Field(None, alias="readlist-id")


class FrontMatter:
    """The ``text`` between the fences of a note: what it says, and how it is changed."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def entries(self) -> dict[str, Entry]:
        """Where each property stands, by key.

        Raises :class:`NoteError` if it is not YAML, or not a list of properties, one per line.
        """
        if len(self.text) > _LONGEST:
            raise NoteError("the front matter is too long", "shorten it")
        try:
            return {entry.key: entry for entry in _parsed(self.text)}
        except (yaml.YAMLError, ValueError) as error:
            raise _not_yaml(self.text, error) from error

    @cached_property
    def properties(self) -> Properties:
        """What it says. Raises :class:`NoteError` where a property holds what it cannot hold."""
        values = {key: entry.value for key, entry in self.entries.items()}
        try:
            return Properties.model_validate(values)
        except ValidationError as error:
            raise _not_valid(error, values) from error

    def with_values(self, values: Mapping[str, Value]) -> str:
        """Return the text with these values; a property that is ``None`` or empty is taken out.

        One that is new takes its place after the one it follows in an export.
        Raises :class:`NoteError` where it is not front matter.
        """
        changed = self
        for key, value in values.items():
            changed = FrontMatter(changed._with_value(key, value))
        return changed.text

    def _with_value(self, key: str, value: Value) -> str:
        newline = "\r\n" if "\r\n" in self.text else "\n"
        entry = self.entries.get(key)
        is_shown = front_matter.shown(value) is not None
        written = front_matter.dump({key: value}).replace("\n", newline) if is_shown else ""
        if entry and written:
            return _replaced(self.text, entry, value, written, newline)
        if entry:
            return _without(self.text, entry, newline)
        return self._inserted(key, written, newline) if written else self.text

    def _inserted(self, key: str, written: str, newline: str) -> str:
        text = self.text
        before = ORDER[: ORDER.index(key)] if key in ORDER else ORDER
        ends = [self.entries[name].end for name in before if name in self.entries]
        at = _end_of_line(text, ends[-1]) if ends else len(text.rstrip("\r\n"))
        if at == 0 and not text.strip("\r\n"):
            return written + text
        return text[:at] + newline + written.removesuffix(newline) + (text[at:] or newline)


def _not_yaml(text: str, error: Exception) -> NoteError:
    mark = getattr(error, "problem_mark", None)
    read = text[: mark.index] if mark else text
    opened = sum(map(read.count, "[{")) - sum(map(read.count, "]}"))
    if opened > _DEEPEST:  # a parser may refuse it before its events show it
        return NoteError(*_TOO_DEEP)
    place = f" (line {mark.line + 2})" if mark else ""
    return NoteError(f"the front matter is not YAML{place}", "correct it")


def _not_valid(error: ValidationError, values: Mapping[str, object]) -> NoteError:
    """Return what is wrong with the first property that the model refused."""
    first = error.errors(include_url=False)[0]
    name, *within = first["loc"]
    value = values[str(name)]
    if name == "tags" and within:
        hint = "a tag is one word, such as graph-learning"
        return NoteError(f"not a tag: {first['input']!r}", hint)
    if name in ("authors", "tags", "links"):
        return NoteError(f"{name} is not a list of texts", "correct it")
    if not isinstance(value, str):
        return NoteError(f"{name} is not text", "correct it")
    text = printable(value).strip()[:40]
    if name == "status":
        return NoteError(f"no such status: {text!r}", nearest(_as_status(text), list(Status)))
    what, hint = _WRONG[str(name)]
    return NoteError(f"{name} {what}: {text!r}", hint)


def _parsed(text: str) -> Iterator[Entry]:
    depth = 0
    entry: Entry | None = None
    for event in yaml.parse(text, Loader=_LOADER):
        if isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
            start, end = _span(event)
            if entry and end > start:  # a bracket
                entry.end = end
        elif isinstance(event, yaml.NodeEvent):
            if depth == 0:
                _check_outermost(event)
            elif depth == 1 and (entry is None or entry.value_start >= 0):
                if entry:
                    yield entry
                if not isinstance(event, yaml.ScalarEvent):
                    raise NoteError("the front matter has a key that is not text", "correct it")
                start, end = _span(event)
                entry = Entry(event.value, start, -1, end)
            elif entry:
                _take(entry, event, depth, text)
            depth += isinstance(event, yaml.CollectionStartEvent)
            if depth > _DEEPEST:  # a parser takes the square of the depth in time
                raise NoteError(*_TOO_DEEP)
    if entry:
        yield entry


def _check_outermost(event: yaml.NodeEvent) -> None:
    if isinstance(event, yaml.ScalarEvent) and not event.value:
        return
    if not isinstance(event, yaml.MappingStartEvent) or event.flow_style:
        raise NoteError("the front matter is not a list of properties, one per line", "correct it")


def _take(entry: Entry, event: yaml.NodeEvent, depth: int, text: str) -> None:
    """Take in an event of the entry's value."""
    start, end = _span(event)
    if depth == 1:
        entry.value_start = start
    if isinstance(event, yaml.ScalarEvent):
        if event.style in ("|", ">"):
            end = start + len(text[start:end].rstrip())
        entry.is_odd |= depth > 2
        if event.style or event.value not in _NOTHING:
            entry.items.append(Item(event.value, start, end))
    elif isinstance(event, yaml.SequenceStartEvent) and depth == 1:
        entry.is_list, entry.is_flow = True, bool(event.flow_style)
    else:
        entry.is_odd = True
    if not isinstance(event, yaml.CollectionStartEvent):
        entry.end = max(entry.end, end)


def _span(event: yaml.Event) -> tuple[int, int]:
    """Return where an event begins and ends, in letters."""
    start, end = event.start_mark, event.end_mark
    return (start.index, end.index) if start and end else (0, 0)


def _replaced(text: str, entry: Entry, value: Value, written: str, newline: str) -> str:
    wanted = [value] if isinstance(value, str) else value
    if entry.is_list and not entry.is_odd and isinstance(wanted, Sequence):
        if entry.is_flow:
            inside = ", ".join(front_matter.text(each) for each in wanted)
            written = f"{entry.key}: [{inside}]"
        else:
            kept = [item for item in entry.items if _value_of(entry, item) in wanted]
            said = [_value_of(entry, item) for item in kept]
            new = [each for each in wanted if each not in said]
            if kept and len(said) + len(new) == len(wanted):
                return _with_items(text, entry, kept, new, newline)
    comments = _comments_in(text, entry, newline)
    return text[: entry.start] + comments + written.removesuffix(newline) + text[entry.end :]


def _value_of(entry: Entry, item: Item) -> str:
    return as_tag(item.text) if entry.key == "tags" else item.text


def _with_items(text: str, entry: Entry, kept: list[Item], new: list[str], newline: str) -> str:
    """Take items out of a list of one line each, and put new ones after the last that stays."""
    last = kept[-1]
    indent = text[_start_of_line(text, last.start) : last.start]
    lines = "".join(f"{newline}{indent}{front_matter.text(each)}" for each in new)
    at = _end_of_line(text, last.end)
    text = text[:at] + lines + text[at:]
    for item in reversed(entry.items):
        if item not in kept:
            shift = len(lines) if item.start > last.start else 0
            start, end = item.start + shift, item.end + shift
            text = _cut(text, _start_of_line(text, start), end, newline)
    return text


def _without(text: str, entry: Entry, newline: str) -> str:
    comments = _comments_in(text, entry, newline)
    text = text[: entry.start] + comments + text[entry.start :]
    return _cut(text, entry.start + len(comments), entry.end + len(comments), newline)


def _cut(text: str, start: int, end: int, newline: str) -> str:
    """Take out what begins a line and ends at ``end``, with its line unless a comment follows."""
    line_end = _end_of_line(text, end)
    rest = text[end:line_end]
    if rest.strip():
        return text[:start] + rest.lstrip() + text[line_end:]
    return text[:start] + text[line_end:].removeprefix(newline)


def _comments_in(text: str, entry: Entry, newline: str) -> str:
    """Return the comments within an entry that is written anew or goes, one per line."""
    bounds = [entry.start, *(place for item in entry.items for place in item[1:]), entry.end]
    gaps = [text[start:end] for start, end in zip(bounds[::2], bounds[1::2], strict=True)]
    return "".join(comment + newline for gap in gaps for comment in _COMMENT.findall(gap))


def _start_of_line(text: str, at: int) -> int:
    return max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1


def _end_of_line(text: str, at: int) -> int:
    ends = [place for place in (text.find("\n", at), text.find("\r", at)) if place >= 0]
    return min(ends, default=len(text))
