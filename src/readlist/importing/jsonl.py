"""readlist's own JSONL read back: the lines of ``readlist export --format jsonl``.

Nothing in a line is trusted: pydantic models check each, and the first that is
wrong is reported by its number.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Annotated, Any, Literal

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    Strict,
    StringConstraints,
    TypeAdapter,
    ValidationError,
)

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

#: The newest version of the format that is understood.
VERSION = 1
#: Numbers that every reader of JSON keeps exactly: https://www.rfc-editor.org/rfc/rfc8259#section-6
_GREATEST = 2**53 - 1
_DIGEST = 2**63
_HINT = "nothing was written"

#: What is wrong with a value, by pydantic's types of errors:
#: https://docs.pydantic.dev/latest/errors/validation_errors/
_WRONG = {
    "missing": "is missing",
    "string_type": "is not text",
    "string_unicode": "is not text",
    "int_type": "is not a whole number",
    "greater_than_equal": "is less than {ge}",
    "less_than_equal": "is greater than {le}",
    "bool_type": "is neither true nor false",
    "tuple_type": "is not a list",
    "model_type": "is not a JSON object",
}
#: What is wrong with a text of another form than its field has.
_WRONG_FORM = {"key": "cannot be a key", "tags": "is not a tag"}
_CHOICES = {"status": Status, "title_source": TitleSource}

#: The number of a line and what it holds.
Piece = tuple[int, ImportSource | Record]


def read_export(lines: Iterable[str]) -> Iterator[Piece]:
    """Yield what ``lines`` hold.

    Raises :class:`SourceError` for the first line that is not as it should be,
    and where they end too early.
    """
    seen = _Seen()
    is_first, has_ended, number = True, False, 0
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        value = _checked(line, number)
        if is_first:
            _check_version(value, number)
            is_first = False
        elif has_ended and not isinstance(value, _Seal):
            raise _wrong(number, "it comes after the end")
        elif isinstance(value, _Library):
            raise _wrong(number, "another export begins here")
        elif isinstance(value, _End):
            if value.papers != len(seen.keys):
                count = f"{value.papers} papers, but the file holds {len(seen.keys)}"
                raise _wrong(number, f"there should be {count}")
            has_ended = True
        elif not isinstance(value, _Seal):
            piece = value.piece()
            seen.check(piece, number)
            yield number, piece
    if not has_ended:
        raise SourceError(f"line {number}: the file ends too early", "export it again")


class _Seen:
    """What earlier lines held that later ones depend on."""

    def __init__(self) -> None:
        self.keys: set[str] = set()
        self._origins: set[int] = set()

    def check(self, piece: ImportSource | Record, number: int) -> None:
        """Take in a piece. Raises :class:`SourceError` where it does not fit the earlier ones."""
        if isinstance(piece, ImportSource):
            self._origins.add(piece.number)
        elif piece.paper.key in self.keys:
            raise _wrong(number, "an earlier paper has the same key")
        elif not self._origins.issuperset(each.origin for each in piece.findings):
            raise _wrong(number, "the paper was found in an origin that no line before it holds")
        else:
            self.keys.add(piece.paper.key)


# What a line may hold


def _storable(value: object) -> object:
    """JSON can spell half a surrogate pair, which no database holds."""
    if isinstance(value, str) and not value.isascii():
        return value.encode(errors="replace").decode()
    return value


_Text = Annotated[str, BeforeValidator(_storable)]
_Filled = Annotated[str, StringConstraints(pattern=r"[^\s\x1c-\x1f]"), BeforeValidator(_storable)]
_Time = Annotated[
    str,
    StringConstraints(
        pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,9})?Z$"
    ),
]
_Number = Annotated[int, Strict(), Field(ge=0, le=_GREATEST)]
_Flag = Annotated[bool, Strict()]
_Key = Annotated[str, StringConstraints(pattern=r"^[0-9A-Za-z_-]{1,64}$")]
_Tag = Annotated[
    str,
    StringConstraints(pattern=r"^[^\p{Z}\p{C},#]+$", to_lower=True),
    BeforeValidator(_storable),
]


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True)


class _Library(_Model):
    kind: Literal["library"]
    format: _Text | None = None
    version: _Number


class _SkippedText(_Model):
    first_line: _Number
    last_line: _Number
    text: _Text | None = None
    reason: _Filled


class _Origin(_Model):
    kind: Literal["origin"]
    number: _Number
    import_id: _Number
    at: _Time
    source: _Filled
    path: _Filled
    format: _Filled
    added: _Number
    updated: _Number
    unchanged: _Number
    skipped: tuple[_SkippedText, ...] = ()

    def piece(self) -> ImportSource:
        """Return the source of an import."""
        skipped = tuple(
            SkippedText(each.first_line, each.last_line, each.text or "", each.reason)
            for each in self.skipped
        )
        return ImportSource(**_fields(self, ImportSource) | {"skipped": skipped})


class _Version(_Model):
    text: _Text | None = None
    saved_at: _Time


class _Finding(_Model):
    origin: _Number
    first_line: _Number
    last_line: _Number
    digest: Annotated[int, Strict(), Field(ge=-_DIGEST, le=_DIGEST - 1)]


class _Paper(_Model):
    kind: Literal["paper"]
    id: _Number
    key: _Key
    title: _Filled
    title_source: TitleSource
    authors: tuple[_Text, ...] = ()
    more_authors: _Flag = False
    abstract: _Text | None = None
    comment: _Text | None = None
    year: Annotated[int, Strict(), Field(ge=0, le=9999)] | None = None
    venue: _Text | None = None
    doi: _Text | None = None
    arxiv_id: _Text | None = None
    links: tuple[_Text, ...] = ()
    status: Status
    starred: _Flag = False
    tags: tuple[_Tag, ...] = ()
    note: _Text | None = None
    added_at: _Time
    updated_at: _Time
    finished_at: _Time | None = None
    queue: _Number | None = None
    triaged_at: _Time | None = None
    note_at: _Time | None = None
    versions: tuple[_Version, ...] = ()
    findings: tuple[_Finding, ...] = ()

    def piece(self) -> Record:
        """Return the paper with all that is kept of it; its note is one of the versions."""
        tags = tuple(dict.fromkeys(self.tags))
        note_at = self.note_at
        versions = [NoteVersion(each.text or "", each.saved_at) for each in self.versions]
        if self.note:
            note_at = note_at or self.updated_at
            if self.note not in [version.text for version in versions]:
                versions.append(NoteVersion(self.note, note_at))
        return Record(
            paper=Paper(**_fields(self, Paper) | {"tags": tags, "sources": ()}),
            queue=self.queue,
            triaged_at=self.triaged_at,
            note_at=note_at,
            versions=tuple(versions),
            findings=tuple(SourceSpan(**_fields(each, SourceSpan)) for each in self.findings),
        )


class _End(_Model):
    kind: Literal["end"]
    papers: _Number


class _Seal(_Model):
    kind: Literal["seal"]


_Line = _Library | _Origin | _Paper | _End | _Seal
_LINE: TypeAdapter[_Line] = TypeAdapter(Annotated[_Line, Field(discriminator="kind")])


def _fields(model: BaseModel, record: type[Any]) -> dict[str, Any]:
    """Return the fields of a ``record`` that ``model`` has under the same names."""
    values = vars(model)
    return {name: values[name] for name in record._fields if name in values}


# Checking


def _checked(line: str, number: int) -> _Line:
    try:
        values = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise SourceError(f"line {number} is not JSON", _HINT) from error
    try:
        return _LINE.validate_python(values)
    except ValidationError as error:
        raise _wrong(number, _explained(error, values)) from error


def _check_version(value: _Line, number: int) -> None:
    if not isinstance(value, _Library) or value.format != "readlist":
        raise _wrong(number, "an export of readlist does not begin like this")
    if value.version > VERSION:
        raise SourceError("made by a newer version of readlist", "update readlist")


def _wrong(number: int, what: str) -> SourceError:
    return SourceError(f"line {number}: {what}", _HINT)


def _explained(error: ValidationError, values: Any) -> str:
    """Return what is wrong with the first value that a model refused."""
    first = error.errors(include_url=False)[0]
    if not isinstance(values, dict):
        return "it is not a JSON object"
    if not first["loc"]:
        kind = values.get("kind")
        return f"there is no kind {str(kind)[:20]!r}" if kind else "kind is missing"
    _, *within = first["loc"]
    place = "".join(f"[{each}]" if isinstance(each, int) else f".{each}" for each in within)
    names = [each for each in within if isinstance(each, str)]
    what = _what_is_wrong(first["type"], names[-1]) if first["input"] is not None else "is missing"
    return f"{place.removeprefix('.')} {what.format(**first.get('ctx', {}))}"


def _what_is_wrong(kind: str, name: str) -> str:
    if kind == "enum":
        return f"is none of {', '.join(_CHOICES[name])}"
    if kind == "string_pattern_mismatch":
        is_time = name == "at" or name.endswith("_at")
        time = "is not a time such as 2026-01-31T07:05:00.250Z"
        return time if is_time else _WRONG_FORM.get(name, "is empty")
    return _WRONG.get(kind, "cannot be read")
