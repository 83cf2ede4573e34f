"""Records of papers in JSON: what reference managers export and databases answer.

One document (a list of records, an object that holds such a list, or one record) or one
record a line. A record has the lines from its opening bracket to its closing one. Records
that share a line both have it in their span; those of a file of one line all have that line.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from readlist.domain import PaperDraft, SkippedText
from readlist.importing.readers.parts.json_objects import (
    Found,
    Part,
    completed,
    decoded,
    objects,
)
from readlist.importing.readers.parts.json_record import (
    Record,
    draft_of,
    is_foreign_text,
    is_record,
)
from readlist.importing.readers.parts.reasons import AROUND
from readlist.importing.readers.reader import Piece

#: So much of a file tells what it is.
_HEAD = 1 << 18
_TRIED = 20


@dataclass(frozen=True)
class JsonDocument:
    """Reads one JSON document; ``is_csl`` says that its records are CSL-JSON."""

    name: str
    title: str
    is_csl: bool

    def is_certain(self, sample: Sequence[str]) -> bool:
        """Return whether one of the first objects can only be a paper."""
        head = _head(sample)
        begins = "".join(head[:3]).lstrip()[:1]
        if not begins or begins not in "[{" or not any('itle"' in line for line in head):
            return False
        if _values_of_lines(head):
            return False
        is_foreign = False
        for found in islice(objects(head, is_record), _TRIED):
            value = found.value or (completed(found.text) if found.problem else None)
            if isinstance(value, dict):
                record = Record(value)
                if record.is_certain and (record.is_identified or not is_foreign):
                    return record.is_csl == self.is_csl
            is_foreign = is_foreign or (value is None and is_foreign_text(found.text))
        return False

    def record_end(self, lines: Sequence[str], start: int) -> int | None:
        """Return ``None``: JSON within another text is no bibliography."""
        return None

    def read(self, lines: Iterable[str]) -> Iterator[Piece]:
        """Yield the records of a document in their order."""
        yield from _pieces(objects(lines, is_record))


@dataclass(frozen=True)
class JsonLines:
    """Reads files of one JSON object a line."""

    name: str = "json-lines"
    title: str = "JSON Lines: a record of common field names on each line"

    def is_certain(self, sample: Sequence[str]) -> bool:
        """Return whether the first lines are objects, one of which can only be a paper."""
        values = _values_of_lines(sample)
        is_own = any(value.get("kind") == "library" for value in values)
        return not is_own and any(Record(value).is_certain for value in values)

    def record_end(self, lines: Sequence[str], start: int) -> int | None:
        """Return ``None``: JSON within another text is no bibliography."""
        return None

    def read(self, lines: Iterable[str]) -> Iterator[Piece]:
        """Yield the record of each line."""
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                value = decoded(line)
            except ValueError as error:
                yield SkippedText(number, number, line, f"broken JSON: {_short(error)}")
                continue
            yield _piece(Found([(number, line)], value))


def _head(sample: Sequence[str]) -> list[str]:
    """Return the first lines, together no longer than needed to know what they are."""
    head, size = [], 0
    for line in sample:
        head.append(line[: _HEAD - size])
        size += len(line) + 1
        if size >= _HEAD:
            break
    return head


def _values_of_lines(sample: Sequence[str]) -> list[dict[str, Any]]:
    """Return the objects on the first lines; none if the lines are no objects."""
    first = list(islice((line for line in sample if line.strip()), _TRIED))
    if len(first) < 2 or not all(line.lstrip()[:1] == "{" for line in first[:2]):
        return []
    values = [value for line in first if isinstance(value := _value_of(line), dict)]
    return values if 2 * len(values) >= len(first) else []


def _value_of(line: str) -> Any:
    try:
        return decoded(line)
    except ValueError:
        return None


def _short(error: ValueError) -> str:
    return str(getattr(error, "msg", error))


def _pieces(found: Iterable[Found]) -> Iterator[Piece]:
    """Yield papers, and what is in none of them without the lines that it shares with one."""
    held: Piece | None = None
    around: list[Part] = []
    for each in found:
        is_around = each.value is None and not each.problem
        first = each.parts[0][0]
        last = held.last_line if held else 0
        between = [part for part in around if last < part[0] and (is_around or part[0] < first)]
        if held and all(text.strip() in ("", ",") for _, text in between):
            held = held._replace(last_line=between[-1][0]) if between else held
        elif between:
            yield from filter(None, (held, _skipped(between, AROUND)))
            held = None
        around = list(each.parts) if is_around else []
        if not is_around:
            if held:
                yield held
            held = _piece(each)
    last = held.last_line if held else 0
    rest = [part for part in around if last < part[0]]
    yield from filter(None, (held, _skipped(rest, AROUND)))


def _piece(found: Found) -> Piece:
    first, last = found.parts[0][0], found.parts[-1][0]
    if found.problem:
        return SkippedText(first, last, found.text, found.problem)
    if not isinstance(found.value, dict):
        return SkippedText(first, last, found.text, "not a record")
    draft = draft_of(found.value, first, last)
    return draft if isinstance(draft, PaperDraft) else SkippedText(first, last, found.text, draft)


def _skipped(parts: Sequence[Part], reason: str) -> SkippedText | None:
    """Return text that is in no paper, without blank lines before and after it."""
    filled = [place for place, (_, text) in enumerate(parts) if text.strip()]
    if not filled:
        return None
    kept = parts[filled[0] : filled[-1] + 1]
    return SkippedText(kept[0][0], kept[-1][0], "\n".join(text for _, text in kept), reason)


#: The readers of this family.
READERS = (
    JsonDocument("csl-json", "CSL-JSON, as Zotero, Paperpile and readlist export it", True),
    JsonDocument("json", "JSON of papers: OpenAlex, Crossref, Semantic Scholar and others", False),
    JsonLines(),
)
