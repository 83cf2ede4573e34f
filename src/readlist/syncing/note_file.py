"""A note's file: what it says of a paper, and how it is rewritten around what a person put there.

It has front matter, blocks that readlist wrote among whatever stands above the note,
and the note: everything below the first line ``## Notes``, except one empty line
after that and the last line end.
"""

import json
import re
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import dropwhile, takewhile
from typing import TYPE_CHECKING, Any, NamedTuple, Self, cast

from readlist.domain import Paper, Status
from readlist.exporting import front_matter as exported
from readlist.exporting.front_matter import Value
from readlist.exporting.writers import markdown
from readlist.exporting.writers.markdown import COMMENT, NOTES
from readlist.syncing.report import NoteError

if TYPE_CHECKING:
    from readlist.syncing.front_matter import FrontMatter, Properties

_OPENING = re.compile(r"\ufeff?---[ \t]*(\r?\n)")
_CLOSING = re.compile(r"^---[ \t]*(?:\r?\n|\Z)", re.MULTILINE)
#: The line below which the note stands.
NOTES_LINE = re.compile(rf"^{NOTES}[ \t]*(?:\r?\n|\Z)", re.MULTILINE)
_HEADING = re.compile(r"^# +(\S.*)$", re.MULTILINE)
_TOP = re.compile(r"\s*# +(\S.*)(?:\n|\Z)")
_MARKED = re.compile(
    r"\\(?P<letter>[!-/:-@\[-`{-~])"
    r"|<(?P<url>https?://[^\s<>]+)>"
    r"|(?P<math>\$\$[^$`\n]++\$\$|\$(?!\s)[^$`\n]++(?<![\s\\])\$(?!\d))"
)


class NoteFields(NamedTuple):
    """What a note and the library both say of a paper, in the same words.

    The library's texts are taken as a file shows them, on one line or as a quotation
    reads, so that both sides can be compared. Tags are sorted; a paper without a note
    has an empty one.
    """

    title: str = ""
    authors: tuple[str, ...] = ()
    more_authors: bool = False
    year: int | None = None
    venue: str | None = None
    status: str = Status.INBOX.value
    starred: bool = False
    tags: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    doi: str | None = None
    arxiv: str | None = None
    abstract: str | None = None
    comment: str | None = None
    note: str = ""

    @classmethod
    def of_paper(cls, paper: Paper) -> Self:
        """Return what the library says of ``paper``."""
        properties = exported.properties(paper)
        values = {name: _as_tuple(exported.shown(properties[name])) for name in IN_FRONT}
        said = {name: value for name, value in values.items() if value is not None}
        _, abstract, comment, _ = cls(abstract=paper.abstract, comment=paper.comment).blocks()
        return cls(**said)._replace(
            tags=tuple(sorted(cast(Sequence[str], values["tags"] or ()))),
            abstract=_quotation_in(abstract),
            comment=_comment_in(comment),
            note=paper.note or "",
        )

    def blocks(self) -> tuple[str, str, str, str]:
        """Return title, abstract, comment and links as blocks of Markdown, perhaps empty."""
        return markdown.head(self.title, self.abstract, self.comment, self.links)

    def packed(self) -> bytes:
        """Return the fields as bytes to be kept."""
        return zlib.compress(json.dumps(self._asdict(), ensure_ascii=False).encode(), 1)

    @classmethod
    def unpacked(cls, content: bytes) -> Self:
        """Return the fields that :meth:`packed` made bytes of."""
        values = json.loads(zlib.decompress(content))
        return cls(**{n: _as_tuple(value) for n, value in values.items() if n in cls._fields})


#: What is said of a paper of which nothing is known.
BLANK = NoteFields()
#: The fields that stand in front matter, under these names.
IN_FRONT = NoteFields._fields[:11]


def is_note(text: str) -> bool:
    """Return whether ``text`` begins as a file with front matter does."""
    return _OPENING.match(text) is not None


@dataclass(frozen=True)
class NoteFile:
    """The text of a file in its parts, one after another."""

    opening: str
    front: str
    closing: str
    head: str
    heading: str
    rest: str

    @classmethod
    def parsed(cls, text: str) -> Self:
        """Return the parts of ``text``. Raises :class:`NoteError` where it has no front matter."""
        opening = _OPENING.match(text)
        closing = _CLOSING.search(text, opening.end()) if opening else None
        if not opening or not closing:
            raise NoteError("the front matter has no end", "end it with a line ---")
        front = text[opening.end() : closing.start()]
        return cls(opening[0], front, closing[0], *_parted(text[closing.end() :]))

    @property
    def text(self) -> str:
        """The whole file."""
        return self.opening + self.front + self.closing + self.head + self.heading + self.rest

    @cached_property
    def front_matter(self) -> "FrontMatter":
        """The front matter, to be read and changed."""
        from readlist.syncing.front_matter import FrontMatter  # it brings pydantic with it

        return FrontMatter(self.front)

    @property
    def properties(self) -> "Properties":
        """What the front matter says. Raises :class:`NoteError`."""
        return self.front_matter.properties

    @property
    def note(self) -> str:
        """The note; in a file of which every line ends with CRLF those are plain ones."""
        return self._with_plain_ends(self.rest).removeprefix("\n").removesuffix("\n")

    def says(self, base: NoteFields) -> NoteFields:
        """Return what the file says where both sides said ``base`` before.

        A title, a status, a star, an abstract or a comment that is not there is as
        it was: leaving it out says nothing of the paper. Raises :class:`NoteError`.
        """
        values: dict[str, Any] = {name: getattr(self.properties, name) for name in IN_FRONT}
        for name in ("title", "status", "starred"):
            if values[name] is None:
                values[name] = getattr(base, name)
        return NoteFields(
            **values | {"more_authors": bool(values["more_authors"])},
            abstract=self._abstract(base),
            comment=_comment_in(self._with_plain_ends(self.head)) or base.comment,
            note=self._note_after(base.note),
        )

    def title_or(self, otherwise: str) -> str:
        """Return the title, the first heading where there is none, else ``otherwise``."""
        heading = _HEADING.search(self.head)
        return self.properties.title or (_unescaped(heading[1].strip()) if heading else otherwise)

    def with_body_as_note(self) -> Self:
        """Return the same file with all but its first heading below the line of the note."""
        if self.heading:
            return self
        heading = _TOP.match(self.head)
        is_title = heading and _unescaped(heading[1].strip()) == self.properties.title
        above = heading[0] if heading and is_title else ""
        below = self.head[len(above) :].lstrip("\r\n")
        newline = self._with_own_ends("\n")
        note = f"{newline}{below}" if below else ""
        head, heading_line, rest = _parted(f"{above}{newline}{NOTES}{newline}{note}")
        return replace(self, head=head, heading=heading_line, rest=rest)

    def rewritten(self, properties: Mapping[str, Value], old: NoteFields, new: NoteFields) -> Self:
        """Return the file with other ``properties``, blocks and note, all else as it is.

        Blocks are looked for as they were for ``old``; one that a person changed or
        took out stays as it is. Raises :class:`NoteError`.
        """
        front = self.front_matter.with_values(properties)
        head = _with_blocks(self._with_plain_ends(self.head), old.blocks(), new.blocks())
        head = self._with_own_ends(head)
        heading, rest = self.heading, self.rest
        if self._note_after(new.note) != new.note or (new.note and not heading):
            heading = self._with_own_ends(f"{NOTES}\n")
            rest = self._with_own_ends(f"\n{new.note}\n") if new.note else ""
        if heading and not self.heading and head.strip():
            head = head.rstrip("\r\n") + self._with_own_ends("\n\n")
        head, heading, rest = _parted(head + heading + rest)
        return replace(self, front=front, head=head, heading=heading, rest=rest)

    def _note_after(self, before: str) -> str:
        """Return the note; one that differs from ``before`` only in its line ends is that."""
        note = self.note
        same = self._has_crlf and note == before.replace("\r\n", "\n")
        return before if same else note

    def _abstract(self, base: NoteFields) -> str | None:
        head = self._with_plain_ends(self.head)
        written = base.blocks()[1]
        if written and written in f"{head}\n":
            return base.abstract
        return _quotation_in(head) or base.abstract

    @property
    def _has_crlf(self) -> bool:
        return self.opening.endswith("\r\n")

    def _with_plain_ends(self, text: str) -> str:
        return text.replace("\r\n", "\n") if self._has_crlf else text

    def _with_own_ends(self, text: str) -> str:
        return text.replace("\r\n", "\n").replace("\n", "\r\n") if self._has_crlf else text


def _parted(body: str) -> tuple[str, str, str]:
    """Return what stands above the line of the note, that line, and what stands below."""
    found = NOTES_LINE.search(body)
    start, end = found.span() if found else (len(body), len(body))
    return body[:start], body[start:end], body[end:]


def _with_blocks(head: str, old: Sequence[str], new: Sequence[str]) -> str:
    """Return ``head`` with ``new`` blocks where the ``old`` ones stood."""
    for number, (before, after) in enumerate(zip(old, new, strict=True)):
        if before == after or (after and _find(head, after) >= 0):
            continue
        at = _find(head, before) if before else -1
        if at >= 0 and after:
            head = head[:at] + after + head[at + len(before) :]
        elif at >= 0:
            head = head[:at].removesuffix("\n") + head[at + len(before) :]
        elif not before:
            head = _with_new_block(head, after, [*new[:number], *old[:number]])
    return head


def _with_new_block(head: str, block: str, before: Sequence[str]) -> str:
    """Return ``head`` with a ``block`` after those of ``before`` in it, else at its top."""
    ends = [at + len(each) for each in before if each and (at := _find(head, each)) >= 0]
    if not ends:
        return f"\n{block}{head}" if head.startswith("\n") or not head else f"\n{block}\n{head}"
    at = max(ends)
    return f"{head[:at]}\n{block}{head[at:]}"


def _find(head: str, block: str) -> int:
    """Return where ``block`` stands in ``head``, whole lines of it, or -1."""
    return f"\n{head}".find(f"\n{block}")


def _unescaped(markdown_line: str) -> str:
    """Return the letters that one line of escaped Markdown shows; formulas are not escaped.

    https://spec.commonmark.org/0.31.2/#backslash-escapes
    """
    return _MARKED.sub(lambda found: found["letter"] or found["url"] or found[0], markdown_line)


def _quotation_in(text: str) -> str | None:
    """Return what the first quotation in ``text`` says, ``None`` where none says anything."""
    from_quotation = dropwhile(lambda line: not line.startswith(">"), text.split("\n"))
    quoted = takewhile(lambda line: line.startswith(">"), from_quotation)
    said = (_unescaped(line.removeprefix(">").strip()) for line in quoted)
    return "\n".join(said).strip() or None


def _comment_in(text: str) -> str | None:
    """Return the comment in ``text``, which stands on a line of its own."""
    line = next((line for line in text.split("\n") if line.startswith(COMMENT)), "")
    return _unescaped(line.removeprefix(COMMENT).strip()) or None


def _as_tuple(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
