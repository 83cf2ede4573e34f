"""A note as it shall be: a new file, or what a person has made of one with other values in it."""

from collections.abc import Sequence

from readlist.domain import Paper
from readlist.exporting import filenames, front_matter
from readlist.exporting.front_matter import Value
from readlist.exporting.writers import markdown
from readlist.syncing.document import Document
from readlist.syncing.problem import NoteError
from readlist.syncing.shared import BLANK, IN_FRONT, Shared

#: The property that tells what the library says where both sides changed the same.
MARK = "readlist-conflict"
_SEAL = "readlist-hash"


def new_text(paper: Paper) -> str:
    """Return the file of a paper that has none, with a place for the note.

    It has no seal: a digest of the whole file would keep git from merging it.
    """
    text = markdown.document(paper)
    return text if paper.note else f"{text}\n{markdown.NOTES}\n"


def rewritten(
    document: Document,
    paper: Paper,
    key: str,
    old: Shared | None,
    new: Shared,
    conflicts: Sequence[str],
    had_conflicts: bool,
) -> str:
    """Return the text of ``document`` saying what is ``new``, where both sides said ``old``.

    ``paper`` is what the library has now. Raises :class:`NoteError` where that
    could not be done without harm to what a person wrote.
    """
    before = old or document.says(BLANK)
    values = _properties(document, paper, before, new, conflicts)
    values |= _identity(document, key) | _mark(document, paper, conflicts, had_conflicts)
    written = document.rewritten(values, front_matter.ORDER, before, new)
    if written.text == document.text:
        return written.text
    values |= {_SEAL: None} if _SEAL in document.entries else {}
    text = document.rewritten(values, front_matter.ORDER, before, new).text
    _check(Document.parsed(text), key, new)
    return text


def _properties(
    document: Document, paper: Paper, old: Shared, new: Shared, conflicts: Sequence[str]
) -> dict[str, Value]:
    """Return the properties that are not in the file as they shall be."""
    wanted: dict[str, Value] = {name: getattr(new, name) for name in IN_FRONT}
    wanted["more_authors"] = new.more_authors or None
    whole = front_matter.properties(paper)
    if "title" not in conflicts:
        wanted["title_source"] = whole["title_source"]
    if "status" not in conflicts:
        wanted["finished"] = whole["finished"]
    if document.values.get("added") is None:
        wanted["added"] = whole["added"]
    changed = {
        name: value
        for name, value in wanted.items()
        if _plain(value) != _plain(document.values.get(name))
    }
    return changed | _aliases(document, old, new)


def _aliases(document: Document, old: Shared, new: Shared) -> dict[str, Value]:
    """Return the other names of a note whose title is no file name, beside a person's own."""
    entry = document.entries.get("aliases")
    before = [item.text for item in entry.items] if entry else []
    ours = [old.title] if old.title != new.title else []
    wanted = _own_aliases(new)
    after = [*wanted, *(name for name in before if name not in (*ours, *wanted))]
    if (entry and entry.is_odd) or after == before or not (ours or wanted):
        return {}
    return {} if set(wanted) <= set(before) and not set(ours) & set(before) else {"aliases": after}


def _own_aliases(new: Shared) -> list[str]:
    return [new.title] if filenames.stem(new.title) != new.title else []


def _identity(document: Document, key: str) -> dict[str, Value]:
    return {} if document.key == key else {"readlist-id": key}


def _mark(
    document: Document, paper: Paper, conflicts: Sequence[str], had_conflicts: bool
) -> dict[str, Value]:
    """Return the mark of a conflict; one of another machine's is not this one's to take out."""
    whole = front_matter.properties(paper)
    fields = [name for name in conflicts if name != "note"]
    mark = "; ".join(f"{name}: {_told(whole.get(name))} in the library" for name in fields)
    entry = document.entries.get(MARK)
    held = entry.items[0].text if entry and entry.items else None
    if mark:
        return {} if mark == held else {MARK: mark}
    return {MARK: None} if had_conflicts and entry else {}


def _told(value: Value) -> str:
    if value is None or isinstance(value, (str, int)):
        return str(value or "nothing")
    return ", ".join(value) or "nothing"


def _check(written: Document, key: str, new: Shared) -> None:
    """Read back what would be written."""
    said = written.says(new)
    same = all(getattr(said, name) == getattr(new, name) for name in (*IN_FRONT, "note"))
    if written.key != key or not same:
        raise NoteError("cannot be written without harm to it", "simplify its front matter")


def _plain(value: object) -> object:
    if isinstance(value, (list, tuple)):
        return tuple(value) or None
    return value
