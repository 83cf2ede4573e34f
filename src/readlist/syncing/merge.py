"""Two sides' changes of one note brought together, field by field.

The sides are the library and a file, or those that git left in a file: git merges
lines, and properties stand on neighbouring lines, so that two changes of one note
often meet there. Field by field they seldom do.

A field that one side changed is taken from it, tags are merged one by one, notes
line by line. A field that both changed in different ways is a conflict: each side
keeps its own, and what both said last stands until they agree. A note in conflict
holds both texts, marked, on both sides.
"""

import re
import subprocess
from dataclasses import replace
from typing import Any, NamedTuple

from readlist.syncing.note_file import BLANK, IN_FRONT, NOTES_LINE, NoteFields, NoteFile, is_note
from readlist.syncing.report import NoteError

#: What begins a conflict of git's, but not one of readlist's own.
_BEGINS = re.compile(r"^<{7} (?!library$)", re.MULTILINE)
#: The parts that may follow a part of a conflict, or ``both`` outside of any, and what begins them:
#: https://git-scm.com/docs/git-merge#_how_conflicts_are_presented.
_THEIRS = {"theirs": re.compile(r"={7}$")}
_MARKS = {
    "both": {"ours": _BEGINS},
    "ours": {"base": re.compile(r"\|{7} "), **_THEIRS},
    "base": _THEIRS,
    "theirs": {"both": re.compile(r">{7} ")},
}
#: What git calls its own side.
_HEAD = re.compile(r"^<{7} HEAD\r?$", re.MULTILINE)
_GIT_SECONDS = 30
_HINT = "settle it in the file, then sync again"


class MergedFields(NamedTuple):
    """What each side shall say, what counts as said by both, and the fields in conflict."""

    library: NoteFields
    file: NoteFields
    base: NoteFields
    conflicts: tuple[str, ...]


def merge_fields(base: NoteFields, library: NoteFields, file: NoteFields) -> MergedFields:
    """Merge what ``library`` and ``file`` say, which both said ``base`` before."""
    agreed: dict[str, Any] = {}
    conflicts = []
    for name in NoteFields._fields:
        before, ours, theirs = (getattr(side, name) for side in (base, library, file))
        if name == "tags":
            agreed[name] = _merged_tags(before, ours, theirs)
        elif theirs in (before, ours):
            agreed[name] = ours
        elif ours == before:
            agreed[name] = theirs
        elif name == "note":
            agreed[name], number = _merged_notes(before, ours, theirs)
            conflicts += ["note"] * bool(number)
        else:
            conflicts.append(name)
    library, file, base = (side._replace(**agreed) for side in (library, file, base))
    return MergedFields(library, file, base, tuple(conflicts))


def rebase(taken: NoteFields, base: NoteFields, file: NoteFields) -> tuple[NoteFields, NoteFields]:
    """Return base and file as if the file had been written as ``base`` when it said ``taken``.

    Where it has changed since, and never said ``base``, what it said is the base.
    """
    bases: dict[str, Any] = {}
    values: dict[str, Any] = {}
    for name in NoteFields._fields:
        then, meant, now = (getattr(side, name) for side in (taken, base, file))
        if name == "tags":
            values[name] = _merged_tags(then, meant, now)
        elif now == then:
            values[name] = meant
        elif name == "note" and now != meant:
            values[name], _ = _merged_notes(then, meant, now)
        elif now != meant:
            bases[name] = then
    return base._replace(**bases), file._replace(**values)


def _merged_tags(*sides: tuple[str, ...]) -> tuple[str, ...]:
    before, ours, theirs = map(set, sides)
    return tuple(sorted((ours & theirs) | (ours - before) | (theirs - before)))


def _merged_notes(base: str, library: str, file: str) -> tuple[str, int]:
    """Return both notes in one, and in how many places it holds both, marked.

    Line ends at the end are no line of anybody's: editors put them there or take them away.
    """
    before, ours, theirs = (note.rstrip("\r\n") for note in (base, library, file))
    is_our_end = library[len(ours) :] != base[len(before) :]
    last = library[len(ours) :] if is_our_end else file[len(theirs) :]
    if ours == theirs or (not before and _holds(ours, theirs)):
        return ours + last, 0
    if not before and _holds(theirs, ours):
        return theirs + last, 0
    from readlist.merging_texts import merge  # it brings difflib with it

    result = merge(before, ours, theirs, my_name="library", their_name="file")
    return result.text + last, result.conflicts


def _holds(note: str, other: str) -> bool:
    """Return whether all lines of ``other`` stand in ``note``, in their order."""
    lines = iter(note.split("\n"))
    return all(line in lines for line in other.split("\n"))


# Conflicts of git's


def versions(text: str) -> list[NoteFile]:
    """Return the file in ``text``, both sides of one whose front matter git could not merge.

    One that is no note has none. Raises :class:`NoteError`.
    """
    sides = _sides(text) if _is_above_note(text) else None
    if not sides and not is_note(text):
        return []
    return [NoteFile.parsed(side) for side in sides or (text,)]


def open_note(root: str, path: str, text: str, library: NoteFields) -> NoteFile:
    """Return the file in ``text``, both sides of a conflict of git's as one.

    Marks in a note may be a person's own: they are git's if git says that it has
    not merged the file. Where the sides cannot be brought together the file takes
    the one that is not the library's, which has its own already. Raises
    :class:`NoteError` where three values would be needed.
    """
    is_above = _is_above_note(text)
    if not is_above and not _HEAD.search(text):
        return NoteFile.parsed(text)
    ancestor = _common_ancestor(root, path)
    sides = _sides(text) if is_above or ancestor else None
    if not sides:
        return NoteFile.parsed(text)
    base = NoteFile.parsed(ancestor).says(BLANK) if ancestor else BLANK
    if _BEGINS.search(f"{base.note}\n{library.note}"):
        raise NoteError("git left both sides of a merge in it", _HINT)
    ours, theirs = (NoteFile.parsed(side) for side in sides)
    return _settled(ours, theirs, base, library)


def _settled(ours: NoteFile, theirs: NoteFile, base: NoteFields, library: NoteFields) -> NoteFile:
    merged = merge_fields(base, ours.says(base), theirs.says(base))
    agreed = merged.file
    for name in merged.conflicts:
        one, other, held = (getattr(side, name) for side in (merged.library, merged.file, library))
        if held not in (one, other) and name != "note":
            raise NoteError(f"git left two values of {name} in it", _HINT)
        agreed = agreed._replace(**{name: one if held == other else other})
    return _as_one(ours, theirs, base, agreed)


def _as_one(ours: NoteFile, theirs: NoteFile, base: NoteFields, agreed: NoteFields) -> NoteFile:
    """Return ``ours`` saying what is ``agreed``, with what a person put only into ``theirs``."""
    from readlist.merging_texts import merge

    front, head = ours.front, ours.head
    for name, entry in theirs.front_matter.entries.items():
        if name not in ours.front_matter.entries:
            line = theirs.front[entry.start : entry.end].replace("\r\n", "\n")
            front = f"{front}{line}\n"
    if head != theirs.head:
        head = merge("", head, theirs.head, my_name="library", their_name="file").text
    keys = sorted(side.properties.key for side in (ours, theirs) if side.properties.key)
    said = ours.says(base)
    changed = [name for name in IN_FRONT if getattr(said, name) != getattr(agreed, name)]
    properties = {name: getattr(agreed, name) for name in changed}
    properties["readlist-id"] = keys[0] if keys else None
    return replace(ours, front=front, head=head).rewritten(properties, said, agreed)


def _common_ancestor(root: str, path: str) -> str | None:
    """Return what a file was before two sides changed it, ``None`` unless a merge is unfinished.

    Git keeps it in its index as stage 1: https://git-scm.com/docs/gitrevisions
    (``:<n>:<path>``). Nothing is run but ``git cat-file``, which changes nothing.
    ``path`` is within ``root``.
    """
    command = ["git", "-C", root, "cat-file", "blob", f":1:./{path}"]
    try:
        done = subprocess.run(command, capture_output=True, check=True, timeout=_GIT_SECONDS)
        return done.stdout.decode()
    except (OSError, ValueError, subprocess.SubprocessError):
        return None


def _is_above_note(text: str) -> bool:
    """Return whether a conflict begins above the note in ``text``: then it is no front matter."""
    begin, notes = _BEGINS.search(text), NOTES_LINE.search(text)
    return begin is not None and (notes is None or begin.start() < notes.start())


def _sides(text: str) -> tuple[str, str] | None:
    """Return both sides of ``text``, ``None`` where one of its conflicts has no end."""
    ours: list[str] = []
    theirs: list[str] = []
    place = "both"
    for line in text.split("\n"):
        marks = _MARKS[place].items()
        begun = next((part for part, mark in marks if mark.match(line.rstrip("\r"))), None)
        if begun is None:
            ours += [line] * (place in ("both", "ours"))
            theirs += [line] * (place in ("both", "theirs"))
        place = begun or place
    return ("\n".join(ours), "\n".join(theirs)) if place == "both" else None
