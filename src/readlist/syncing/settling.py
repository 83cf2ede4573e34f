"""A file that git could not merge, merged field by field."""

from readlist.exporting import front_matter
from readlist.merging_texts import merge
from readlist.syncing import git_base, git_marks
from readlist.syncing.document import Document
from readlist.syncing.problem import NoteError
from readlist.syncing.shared import BLANK, IN_FRONT, Shared
from readlist.syncing.three_way import merged

_HINT = "settle it in the file, then sync again"


def opened(root: str, path: str, text: str, library: Shared) -> Document:
    """Return the document in the ``text`` of a file, both sides of a merge of git's as one.

    Marks in a note may be a person's own: they are git's if git says that it has
    not merged the file. Where the sides cannot be brought together the file takes
    the one that is not the library's, which has its own already. Raises
    :class:`NoteError` where three values would be needed.
    """
    is_above = git_marks.is_above_note(text)
    if not is_above and not git_marks.HEAD.search(text):
        return Document.parsed(text)
    ancestor = git_base.ancestor(root, path)
    sides = git_marks.sides(text) if is_above or ancestor else None
    if not sides:
        return Document.parsed(text)
    base = Document.parsed(ancestor).says(BLANK) if ancestor else BLANK
    if git_marks.BEGINS.search(f"{base.note}\n{library.note}"):
        raise NoteError("git left both sides of a merge in it", _HINT)
    ours, theirs = (Document.parsed(side) for side in sides)
    return _settled(ours, theirs, base, library)


def _settled(ours: Document, theirs: Document, base: Shared, library: Shared) -> Document:
    both = merged(base, ours.says(base), theirs.says(base))
    agreed = both.file
    for name in both.conflicts:
        one, other, held = (getattr(side, name) for side in (both.library, both.file, library))
        if held not in (one, other) and name != "note":
            raise NoteError(f"git left two values of {name} in it", _HINT)
        agreed = agreed._replace(**{name: one if held == other else other})
    return _together(ours, theirs, base, agreed)


def _together(ours: Document, theirs: Document, base: Shared, agreed: Shared) -> Document:
    """Return ``ours`` saying what is ``agreed``, with what a person put only into ``theirs``."""
    document = Document.parsed(ours.text)
    for name, entry in theirs.entries.items():
        if name not in ours.entries:
            line = theirs.front[entry.start : entry.end].replace("\r\n", "\n")
            document.front = f"{document.front}{line}\n"
    if ours.head != theirs.head:
        document.head = merge("", ours.head, theirs.head, my_name="library", their_name="file").text
    keys = sorted(side.key for side in (ours, theirs) if side.key)
    said = ours.says(base)
    changed = [name for name in IN_FRONT if getattr(said, name) != getattr(agreed, name)]
    properties = {name: getattr(agreed, name) for name in changed}
    properties["readlist-id"] = keys[0] if keys else None
    return document.rewritten(properties, front_matter.ORDER, said, agreed)
