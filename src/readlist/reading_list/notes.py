"""Notes of papers: the part of :class:`~readlist.reading_list.ReadingList` about them.

Beside it stands what an interface needs to read and write their texts.
"""

from typing import TYPE_CHECKING

from readlist.domain import Act, NoteLinks, NoteRevision, NoteWritten
from readlist.errors import NothingToDoError
from readlist.notes.history import difference, sittings
from readlist.notes.links import Link, find_links, link_at, link_begun
from readlist.store import notes, papers, undo
from readlist.store.database import Database
from readlist.store.journal import Recorder, recording
from readlist.text import fold_spaces

if TYPE_CHECKING:
    from readlist.merging_texts import Merged

__all__ = [
    "Link",
    "NoteMethods",
    "appended",
    "difference",
    "find_links",
    "link_at",
    "link_begun",
    "merge_note_texts",
    "quotation",
    "sittings",
]


def quotation(text: str) -> str:
    """Return ``text`` as a quotation in Markdown, each of its paragraphs on a line of its own."""
    paragraphs = [fold_spaces(part) for part in text.split("\n\n")]
    return "\n>\n".join(f"> {paragraph}" for paragraph in paragraphs if paragraph)


def appended(note: str, paragraph: str) -> str:
    """Return a note with one more paragraph at its end."""
    return f"{note.rstrip()}\n\n{paragraph}\n".lstrip("\n")


def merge_note_texts(base: str, mine: str, theirs: str) -> "Merged":
    """Return what two sides made of a note, ``base``, in one text.

    Where both changed the same lines, both stand, marked as written here and elsewhere.
    """
    from readlist.merging_texts import merge  # difflib takes long to import

    return merge(base, mine, theirs, my_name="written here", their_name="written elsewhere")


class NoteMethods:
    """Notes of papers: writing them, their versions, and the links in them."""

    _database: Database

    def write_note(self, paper_id: int, text: str, *, session: str | None = None) -> Act | None:
        """Make ``text`` a paper's note; every text it ever had is kept.

        Notes written with the same ``session`` one after another are one act.
        """
        with recording(self._database, "note", session=session) as recorder:
            papers.check(self._database, [paper_id])
            changed = self._write(recorder, paper_id, text)
        return undo.get(self._database, recorder.act_id if changed else None)

    def merge_note(
        self, paper_id: int, base: str, text: str, *, session: str | None = None
    ) -> NoteWritten:
        """Make ``text``, which was made from ``base``, a paper's note.

        Where the note is not ``base`` any more, what was changed in it meanwhile
        and what ``text`` changes are brought together; both stand where both
        changed the same lines.
        """
        with recording(self._database, "note", session=session) as recorder:
            papers.check(self._database, [paper_id])
            held = notes.text_of(self._database, paper_id)
            merged, conflicts = text, 0
            if held != base:
                merged, conflicts = merge_note_texts(base, text, held)
            if merged not in (text, held):
                notes.keep(self._database, recorder, paper_id, text)
            changed = self._write(recorder, paper_id, merged)
        act = undo.get(self._database, recorder.act_id if changed else None)
        return NoteWritten(act, merged, merged != text, conflicts)

    def note_savings(self, paper_id: int) -> list[NoteRevision]:
        """Return what there is to list of every text that a paper's note had, oldest first."""
        papers.check(self._database, [paper_id])
        return notes.savings(self._database, paper_id)

    def note_version(self, paper_id: int, number: int) -> str:
        """Return a text that a note had, by its number.

        Raises :class:`~readlist.errors.NothingToDoError` if there is none.
        """
        papers.check(self._database, [paper_id])
        text = notes.version(self._database, paper_id, number)
        if text is None:
            told = f"the note of paper {paper_id} has no version {number}"
            raise NothingToDoError(told, f"`readlist note {paper_id} --history --all` lists them")
        return text

    def restore_note(self, paper_id: int, number: int) -> Act | None:
        """Make a text that a note had its text again; the one it has now is kept too."""
        text = self.note_version(paper_id, number)
        with recording(self._database, "note") as recorder:
            changed = self._write(recorder, paper_id, text)
            recorder.summary = f"Restored version {number} of {self._note_of(paper_id)}"
        return undo.get(self._database, recorder.act_id if changed else None)

    def note_links(self, paper_id: int) -> NoteLinks:
        """Return where the links of a paper's note lead, and which notes link to the paper."""
        from readlist.notes import linking

        paper = papers.get(self._database, paper_id)
        targets = linking.targets(self._database, paper.note or "")
        return NoteLinks(targets, tuple(linking.linked_from(self._database, paper)))

    def linked_paper(self, target: str) -> int | None:
        """Return the paper that a link in a note is to, ``None`` if it is to none."""
        from readlist.notes import linking

        return linking.resolve(self._database, target)

    def link_to(self, paper_id: int) -> str:
        """Return the link by which a note refers to a paper: its title, if that is enough."""
        from readlist.notes import linking

        return linking.link_to(self._database, paper_id)

    def _write(self, recorder: Recorder, paper_id: int, text: str) -> bool:
        recorder.summary = f"Wrote {self._note_of(paper_id)}"
        return notes.write(self._database, recorder, paper_id, text)

    def _note_of(self, paper_id: int) -> str:
        return f"the note of “{papers.titles(self._database, [paper_id])[0]}”"
