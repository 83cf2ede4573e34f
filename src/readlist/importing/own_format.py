"""readlist's own JSONL read back: the lines of ``readlist export --format jsonl``.

Nothing in a line is trusted; the first that is wrong is told by its number.
"""

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

from readlist.domain import (
    ImportSource,
    NoteVersion,
    Paper,
    Record,
    SkippedText,
    SourceSpan,
    Status,
    TitleSource,
)
from readlist.errors import SourceError
from readlist.importing.own_fields import Fields

#: What ``--format`` and reports call it.
NAME = "jsonl"
#: The newest version of the format that is understood.
VERSION = 1

_FIRST_LINE = re.compile(r'\s*\{"kind": ?"library", ?"format": ?"readlist"')
_KEY = re.compile(r"[0-9A-Za-z_-]{1,64}")
_TAG = re.compile(r"[^\s,#]+")
#: The number of a line and what it holds.
Piece = tuple[int, ImportSource | Record]


def is_own(text: str) -> bool:
    """Return whether ``text`` begins as an export of readlist does."""
    return _FIRST_LINE.match(text) is not None


def read(text: str) -> Iterator[Piece]:
    """Yield what the lines of ``text`` hold.

    Raises :class:`SourceError` for the first line that is not as it should be,
    and for a text that ends too early.
    """
    seen = _Seen()
    ended, number = False, 0
    for number, line in enumerate(_lines(text), 1):
        if not line.strip():
            continue
        fields = Fields(_parsed(line, number), f"line {number}")
        kind = fields.text("kind")
        if number == 1:
            _check_version(kind, fields)
        elif ended and kind != "seal":
            raise fields.wrong("comes after the end")
        elif kind == "end":
            ended = _check_end(fields, len(seen.keys))
        elif kind in _KINDS:
            piece = _KINDS[kind](fields)
            seen.check(piece, fields)
            yield number, piece
        elif kind != "seal":
            raise fields.wrong(f"is of no known kind: {kind[:20]!r}")
    if not ended:
        raise SourceError(f"line {number}: the file ends too early", "export it again")


def _lines(text: str) -> Iterator[str]:
    """Yield the lines of a text that may be large, one copy at a time."""
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        yield text[start:end]
        start = end + 1


class _Seen:
    """What earlier lines held that later ones depend on."""

    def __init__(self) -> None:
        self.keys: set[str] = set()
        self._origins: set[int] = set()

    def check(self, piece: ImportSource | Record, fields: Fields) -> None:
        """Take in a piece. Raises :class:`SourceError` where it does not fit the earlier ones."""
        if isinstance(piece, ImportSource):
            self._origins.add(piece.number)
        elif piece.paper.key in self.keys:
            raise fields.wrong("has the key of an earlier paper")
        elif not self._origins.issuperset(each.origin for each in piece.findings):
            raise fields.wrong("was found in an origin that no line before it tells of")
        else:
            self.keys.add(piece.paper.key)


def _parsed(line: str, number: int) -> Any:
    try:
        return json.loads(line)
    except (ValueError, RecursionError) as error:
        raise SourceError(f"line {number} is not JSON", "nothing was written") from error


def _check_version(kind: str, fields: Fields) -> None:
    if kind != "library" or fields.optional_text("format") != "readlist":
        raise fields.wrong("does not begin an export of readlist")
    if fields.number("version") > VERSION:
        raise SourceError("made by a newer version of readlist", "update readlist")


def _check_end(fields: Fields, papers: int) -> bool:
    told = fields.number("papers")
    if told != papers:
        raise fields.wrong(f"tells of {told} papers, but the file holds {papers}")
    return True


def _origin(fields: Fields) -> ImportSource:
    return ImportSource(
        number=fields.number("number"),
        import_id=fields.number("import_id"),
        at=fields.time("at"),
        source=fields.text("source"),
        path=fields.text("path"),
        format=fields.text("format"),
        added=fields.number("added"),
        updated=fields.number("updated"),
        unchanged=fields.number("unchanged"),
        skipped=tuple(_skipped(part) for part in fields.parts("skipped")),
    )


def _skipped(fields: Fields) -> SkippedText:
    lines = (fields.number("first_line"), fields.number("last_line"))
    return SkippedText(*lines, fields.optional_text("text") or "", fields.text("reason"))


def _record(fields: Fields) -> Record:
    paper = _paper(fields)
    note_at = fields.optional_time("note_at")
    versions = [_version(part) for part in fields.parts("versions")]
    if paper.note:
        note_at = note_at or paper.updated_at
        if paper.note not in [version.text for version in versions]:
            versions.append(NoteVersion(paper.note, note_at))
    return Record(
        paper=paper,
        queue=fields.optional_number("queue"),
        triaged_at=fields.optional_time("triaged_at"),
        note_at=note_at,
        versions=tuple(versions),
        findings=tuple(_finding(part) for part in fields.parts("findings")),
    )


def _paper(fields: Fields) -> Paper:
    return Paper(
        id=fields.number("id"),
        key=_matching(fields, "key", fields.text("key"), _KEY),
        title=fields.text("title"),
        title_source=fields.choice("title_source", TitleSource),
        authors=fields.texts("authors"),
        more_authors=fields.flag("more_authors"),
        abstract=fields.optional_text("abstract"),
        comment=fields.optional_text("comment"),
        year=fields.optional_number("year", greatest=9999),
        venue=fields.optional_text("venue"),
        doi=fields.optional_text("doi"),
        arxiv_id=fields.optional_text("arxiv_id"),
        links=fields.texts("links"),
        status=fields.choice("status", Status),
        starred=fields.flag("starred"),
        tags=_tags(fields),
        note=fields.optional_text("note"),
        added_at=fields.time("added_at"),
        updated_at=fields.time("updated_at"),
        sources=(),
        finished_at=fields.optional_time("finished_at"),
    )


def _tags(fields: Fields) -> tuple[str, ...]:
    tags = (_matching(fields, "tag", tag, _TAG) for tag in fields.texts("tags"))
    return tuple(dict.fromkeys(tag.lower() for tag in tags))


def _matching(fields: Fields, name: str, value: str, pattern: re.Pattern[str]) -> str:
    if not pattern.fullmatch(value) or not value.isprintable():
        raise fields.wrong(f"has a {name} that cannot be one")
    return value


def _version(fields: Fields) -> NoteVersion:
    return NoteVersion(fields.optional_text("text") or "", fields.time("saved_at"))


def _finding(fields: Fields) -> SourceSpan:
    lines = (fields.number("first_line"), fields.number("last_line"))
    return SourceSpan(fields.number("origin"), *lines, fields.digest("digest"))


_KINDS: dict[str, Callable[[Fields], ImportSource | Record]] = {"origin": _origin, "paper": _record}
