"""Notes of papers: the part of :class:`~readlist.reading_list.ReadingList` about them.

Beside it stands what an interface needs to read and write their texts.
"""

from typing import TYPE_CHECKING

from readlist.domain import Act, NoteLinks, NoteRevision, NoteWritten
from readlist.errors import NothingToDoError
from readlist.notes import links
from readlist.notes.history import difference as difference
from readlist.notes.history import sittings as sittings
from readlist.notes.links import Link as Link
from readlist.notes.links import find_links as find_links
from readlist.notes.links import link_at as link_at
from readlist.notes.links import link_begun as link_begun
from readlist.store import notes, papers, undo
from readlist.store.database import Database
from readlist.store.journal import Recorder, recording
from readlist.text import fold_spaces

if TYPE_CHECKING:
    from readlist.merging_texts import Merged


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
    from readlist.merging_texts import merge  # most notes need no merging

    return merge(base, mine, theirs, my_name="written here", their_name="written elsewhere")


class NoteMethods:
    """Writing notes, their revisions, and the links in them."""

    _database: Database

    def write_note(self, paper_id: int, text: str, *, session: str | None = None) -> Act | None:
        """Make ``text`` a paper's note; every revision is kept.

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

        If the note was changed meanwhile, both changes are merged as in :func:`merge_note_texts`.
        """
        with recording(self._database, "note", session=session) as recorder:
            papers.check(self._database, [paper_id])
            held = notes.text_of(self._database, paper_id)
            merged, conflicts = text, 0
            if held != base:
                merged, conflicts = merge_note_texts(base, text, held)
            if merged not in (text, held):
                notes.keep_version(self._database, recorder, paper_id, text)
            changed = self._write(recorder, paper_id, merged)
        act = undo.get(self._database, recorder.act_id if changed else None)
        return NoteWritten(act, merged, merged != text, conflicts)

    def note_savings(self, paper_id: int) -> list[NoteRevision]:
        """Return the revisions of a paper's note, without their texts, oldest first."""
        papers.check(self._database, [paper_id])
        return notes.revisions(self._database, paper_id)

    def note_version(self, paper_id: int, number: int) -> str:
        """Return the text of a revision of a note, by its number.

        Raises :class:`~readlist.errors.NothingToDoError` if there is none.
        """
        papers.check(self._database, [paper_id])
        text = notes.version_text(self._database, paper_id, number)
        if text is None:
            hint = f"`readlist note {paper_id} --history --all` lists them"
            raise NothingToDoError(f"the note of paper {paper_id} has no version {number}", hint)
        return text

    def restore_note(self, paper_id: int, number: int) -> Act | None:
        """Make the text of a revision the note again; the one it has now is kept too."""
        text = self.note_version(paper_id, number)
        with recording(self._database, "note") as recorder:
            changed = self._write(recorder, paper_id, text)
            recorder.summary = f"Restored version {number} of {self._note_of(paper_id)}"
        return undo.get(self._database, recorder.act_id if changed else None)

    def note_links(self, paper_id: int) -> NoteLinks:
        """Return where the links of a paper's note lead, and which notes link to the paper."""
        return links.of_paper(self._database, papers.get(self._database, paper_id))

    def linked_paper(self, target: str) -> int | None:
        """Return the paper that a link in a note leads to, ``None`` if there is none."""
        return links.resolve(self._database, target)

    def link_to(self, paper_id: int) -> str:
        """Return the link by which a note refers to a paper: its title, if that is enough."""
        return links.link_to(self._database, paper_id)

    def _write(self, recorder: Recorder, paper_id: int, text: str) -> bool:
        recorder.summary = f"Wrote {self._note_of(paper_id)}"
        return notes.write(self._database, recorder, paper_id, text)

    def _note_of(self, paper_id: int) -> str:
        return f"the note of “{papers.title(self._database, paper_id)}”"
