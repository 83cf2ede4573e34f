"""A note's file in its parts: front matter, what stands above the note, and the note.

The note is everything below the first line ``## Notes``, but one empty line
after that and the last line end. Above it stand blocks that readlist wrote, and
whatever a person put there.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any, Self

from readlist.exporting.front_matter import Value
from readlist.exporting.writers.markdown import NOTES
from readlist.syncing.entries import Entry, entries_of
from readlist.syncing.patching import patched
from readlist.syncing.problem import NoteError
from readlist.syncing.quotations import find_quotation, plain, read_comment, read_quotation
from readlist.syncing.reading import said_in
from readlist.syncing.shared import IN_FRONT, Shared, blocks

_OPENING = re.compile(r"\ufeff?---[ \t]*(\r?\n)")
_CLOSING = re.compile(r"^---[ \t]*(?:\r?\n|\Z)", re.MULTILINE)
_NOTES = re.compile(rf"^{NOTES}[ \t]*(?:\r?\n|\Z)", re.MULTILINE)
_HEADING = re.compile(r"^# +(\S.*)$", re.MULTILINE)
_TOP = re.compile(r"\s*# +(\S.*)(?:\n|\Z)")
#: What a file may leave out without meaning that it is none.
_ALWAYS = ("title", "more_authors", "status", "starred")


def is_note(text: str) -> bool:
    """Return whether ``text`` begins as a file with front matter does."""
    return _OPENING.match(text) is not None


class Document:
    """The parts of a file, what they say, and how they are written anew."""

    def __init__(self, opening: str, front: str, closing: str, body: str) -> None:
        self._opening, self.front, self._closing = opening, front, closing
        self._crlf = opening.endswith("\r\n")
        heading = _NOTES.search(body)
        self.head = body[: heading.start()] if heading else body
        self._heading = heading[0] if heading else ""
        self._rest = body[heading.end() :] if heading else ""

    @classmethod
    def parsed(cls, text: str) -> Self:
        """Return the parts of ``text``. Raises :class:`NoteError` where it has no front matter."""
        opening = _OPENING.match(text)
        closing = _CLOSING.search(text, opening.end()) if opening else None
        if not opening or not closing:
            raise NoteError("the front matter has no end", "end it with a line ---")
        front = text[opening.end() : closing.start()]
        return cls(opening[0], front, closing[0], text[closing.end() :])

    @property
    def text(self) -> str:
        """The whole file."""
        parts = (self._opening, self.front, self._closing, self.head, self._heading, self._rest)
        return "".join(parts)

    @cached_property
    def entries(self) -> dict[str, Entry]:
        """Where each property stands. Raises :class:`NoteError`."""
        return entries_of(self.front)

    @cached_property
    def values(self) -> dict[str, Any]:
        """What the front matter says. Raises :class:`NoteError`."""
        return said_in(self.entries)

    @property
    def key(self) -> str | None:
        """The key of the paper the file is about. Raises :class:`NoteError`."""
        return self.values.get("readlist-id")

    @property
    def note(self) -> str:
        """The note; in a file of which every line ends with CRLF those are plain ones."""
        rest = self._rest.replace("\r\n", "\n") if self._crlf else self._rest
        return rest.removeprefix("\n").removesuffix("\n")

    @property
    def has_notes(self) -> bool:
        """Whether there is a line below which the note stands."""
        return bool(self._heading)

    def says(self, base: Shared) -> Shared:
        """Return what the file says where both sides said ``base`` before.

        A title, a status, a star, an abstract or a comment that is not there is as
        it was: leaving it out says nothing of the paper. Raises :class:`NoteError`.
        """
        values: dict[str, Any] = {name: self.values.get(name) for name in IN_FRONT}
        for name in _ALWAYS:
            if values[name] is None:
                values[name] = False if name == "more_authors" else getattr(base, name)
        for name in ("authors", "tags", "links"):
            values[name] = values[name] or ()
        said = base._replace(**values, note=self._note_after(base.note))
        return said._replace(abstract=self._abstract(base), comment=self._comment(base))

    def named(self, otherwise: str) -> str:
        """Return the title, the first heading where there is none, else ``otherwise``."""
        heading = _HEADING.search(self.head)
        return self.values.get("title") or (plain(heading[1].strip()) if heading else otherwise)

    def with_body_as_note(self) -> Self:
        """Return the same file with all but its first heading below the line of the note."""
        if self.has_notes:
            return self
        heading = _TOP.match(self.head)
        is_title = heading and plain(heading[1].strip()) == self.values.get("title")
        above = heading[0] if heading and is_title else ""
        below = self.head[len(above) :].lstrip("\r\n")
        newline = "\r\n" if self._crlf else "\n"
        note = f"{newline}{below}" if below else ""
        body = f"{above}{newline}{NOTES}{newline}{note}"
        return type(self)(self._opening, self.front, self._closing, body)

    def rewritten(
        self, properties: Mapping[str, Value], order: Sequence[str], old: Shared, new: Shared
    ) -> Self:
        """Return the file with other ``properties``, blocks and note, all else as it is.

        Blocks are looked for as they were for ``old``; one that a person changed or
        took out stays as it is. Raises :class:`NoteError`.
        """
        front = patched(self.front, properties, order)
        head = self._as_here(_with_blocks(self._plainly(self.head), blocks(old), blocks(new)))
        heading, rest = self._heading, self._rest
        if self._note_after(new.note) != new.note or (new.note and not heading):
            heading = self._as_here(f"{NOTES}\n")
            rest = self._as_here(f"\n{new.note}\n") if new.note else ""
        if heading and not self._heading and head.strip():
            head = head.rstrip("\r\n") + self._as_here("\n\n")
        return type(self)(self._opening, front, self._closing, head + heading + rest)

    def _note_after(self, before: str) -> str:
        """Return the note; one that differs from ``before`` only in its line ends is that."""
        note = self.note
        same = self._crlf and note == before.replace("\r\n", "\n")
        return before if same else note

    def _abstract(self, base: Shared) -> str | None:
        head = self._plainly(self.head)
        written = blocks(base)[1]
        if written and written in f"{head}\n":
            return base.abstract
        return read_quotation(find_quotation(head)) or base.abstract

    def _comment(self, base: Shared) -> str | None:
        return read_comment(self._plainly(self.head)) or base.comment

    def _plainly(self, text: str) -> str:
        return text.replace("\r\n", "\n") if self._crlf else text

    def _as_here(self, text: str) -> str:
        return text.replace("\r\n", "\n").replace("\n", "\r\n") if self._crlf else text


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
            head = _with_new(head, after, [*new[:number], *old[:number]])
    return head


def _with_new(head: str, block: str, before: Sequence[str]) -> str:
    """Return ``head`` with a ``block`` after those of ``before`` in it, else at its top."""
    ends = [at + len(each) for each in before if each and (at := _find(head, each)) >= 0]
    if not ends:
        return f"\n{block}{head}" if head.startswith("\n") or not head else f"\n{block}\n{head}"
    at = max(ends)
    return f"{head[:at]}\n{block}{head[at:]}"


def _find(head: str, block: str) -> int:
    """Return where ``block`` stands in ``head``, whole lines of it, or -1."""
    return f"\n{head}".find(f"\n{block}")
