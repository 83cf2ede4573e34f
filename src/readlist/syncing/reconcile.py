"""A note and its paper reconciled: whose a file is, what the library takes, what the file becomes.

A file whose key the library does not know is of a new paper, or of one that the
library has under another key because two machines met it each for itself. Of two
files of one paper the one with the smaller key is kept equal, on every machine;
what the other says is taken into the library.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

from readlist.domain import NoteVersion, Paper, Record, Status, TitleSource
from readlist.exporting import filenames, front_matter
from readlist.exporting.front_matter import Value
from readlist.exporting.writers import markdown
from readlist.importing.matching import find_same
from readlist.store import imports, notes, papers, sync_state, transfer
from readlist.store.database import Database
from readlist.store.journal import Recorder
from readlist.syncing.merge import MergedFields, merge_fields, open_note, rebase, versions
from readlist.syncing.note_file import BLANK, IN_FRONT, NoteFields, NoteFile
from readlist.syncing.plan import LastSync, NotePlan, Pair, SyncState
from readlist.syncing.report import Conflict, NoteError, Problem, Tally
from readlist.syncing.scan import ScannedFile

#: The property that says what the library holds where both sides changed the same.
_CONFLICT = "readlist-conflict"
_SEAL = "readlist-hash"
#: The fields that are columns of a paper, and the columns.
_COLUMNS = {
    **{name: name for name in ("title", "authors", "more_authors", "year", "venue", "links")},
    **{"doi": "doi", "arxiv": "arxiv_id", "abstract": "abstract", "comment": "comment"},
}


@dataclass(slots=True)
class Reconciler:
    """Brings notes and papers together, within one act."""

    database: Database
    recorder: Recorder
    root: str
    state: SyncState
    tally: Tally

    def introduce(self, file: ScannedFile) -> Pair:
        """Return a file that the library does not know by its key with its paper, found or added.

        Raises :class:`NoteError` if the paper has another note or the file cannot be read.
        """
        note = versions(file.text or "")[0]
        if file.key is None:
            note = note.with_body_as_note()
        paper, said = self._paper_of(file.path, note, file.key)
        known = self.state.papers.get(file.other_key or "")
        paper_id = known[0] if known else find_same(self.database, paper)
        if paper_id is not None:
            return self._pair_with(file, paper_id)
        key = self._add(paper, file)
        self.state.note_of[key] = self.state.paper_of[key] = key
        self.state.found.notes[key] = file
        last = LastSync(said, None if file.key else said)
        return Pair(key, file, self.state.papers[key][0], last, is_new=True)

    def restore(self, key: str, file: ScannedFile) -> Pair:
        """Return a file with its paper, which was lost, added again. Raises :class:`NoteError`."""
        file.read_again(self.root)
        paper_key = self.state.seen[key].paper_key
        note = (versions(file.text or "") or [NoteFile.parsed(file.text or "")])[0]
        paper, said = self._paper_of(file.path, note, paper_key)
        self._add(paper, file)
        return Pair(key, file, self.state.papers[paper_key][0], LastSync(said), is_new=True)

    def reconcile(self, pair: Pair) -> NotePlan:
        """Merge a file and its paper. Raises :class:`NoteError` where the file cannot be read."""
        file, last = pair.file, pair.last
        paper, base = papers.get(self.database, pair.paper_id), last.base or BLANK
        library = NoteFields.of_paper(paper)
        note = open_note(self.root, file.path, file.text or "", library)
        if note.properties.key is None and (last.base is None or last.taken):
            note = note.with_body_as_note()
        said = note.says(base)
        if last.taken:
            base, said = rebase(last.taken, base, said)
        merged = merge_fields(base, library, said)
        took = merged.library != library
        if took:
            paper = self._change(paper, library, merged.library, note)
            both_changed = last.base is not None and library != base and said != base
            (self.tally.merged if both_changed else self.tally.taken).append(file.path)
        if merged.conflicts:
            self.tally.conflicts.append(Conflict(file.path, merged.conflicts))
        return self._planned(pair, paper, merged, note, took or pair.is_new)

    def reconcile_copy(self, pair: Pair) -> NotePlan:
        """Take into the library what a second file says. Raises :class:`NoteError`."""
        file, base = pair.file, pair.last.base or BLANK
        paper = papers.get(self.database, pair.paper_id)
        library = NoteFields.of_paper(paper)
        note = open_note(self.root, file.path, file.text or "", library)
        said = note.says(base)
        merged = merge_fields(base, library, said)
        if merged.library != library:
            paper = self._change(paper, library, merged.library, note)
            self.tally.taken.append(file.path)
        if "note" in merged.conflicts:
            self.tally.conflicts.append(Conflict(file.path, ("note",)))
        known = (pair.key, paper.key, paper.updated_at, file.path)
        return NotePlan(*known, base=said, said=said, file=file, role="copy")

    def new_note(self, paper: Paper, key: str, path: str) -> NotePlan:
        """Return the plan for the file of a paper that has none."""
        self.tally.written.append(path)
        fields = NoteFields.of_paper(paper)
        # It has no checksum: a digest of the whole file would keep git from merging it.
        text = markdown.document(paper)
        if not paper.note:  # a place for one
            text += f"\n{markdown.NOTES}\n"
        return NotePlan(key, paper.key, paper.updated_at, path, fields, fields, text=text)

    def _paper_of(self, path: str, note: NoteFile, key: str | None) -> tuple[Paper, NoteFields]:
        """Return a new paper as a file gives it, and what the file says.

        Without ``key`` the paper gets a new one; the name of the file may be the title.
        """
        said, at = note.says(BLANK), self.recorder.at
        if not said.title:
            said = said._replace(title=note.title_or(PurePath(path).stem))
        is_derived = note.properties.title_source == TitleSource.DERIVED
        source = TitleSource.DUMP if key else TitleSource.USER
        status = Status(said.status)
        paper = Paper(
            id=0,
            key=key or imports.new_keys(1)[0],
            title_source=TitleSource.DERIVED if is_derived else source,
            **{column: getattr(said, name) for name, column in _COLUMNS.items()},
            status=status,
            starred=said.starred,
            tags=said.tags,
            note=said.note or None,
            added_at=note.properties.added or at,
            updated_at=at,
            sources=(),
            finished_at=(note.properties.finished or at) if status is Status.DONE else None,
        )
        return paper, said

    def _add(self, paper: Paper, file: ScannedFile) -> str:
        """Add the paper of a file to the library; return its key."""
        self.tally.created.append(file.path)
        at = self.recorder.at
        triaged_at = None if paper.status is Status.INBOX else at
        texts = (NoteVersion(paper.note, at),) if paper.note else ()
        record = Record(paper, None, triaged_at, at if paper.note else None, texts)
        last = self.recorder.last_id("paper")
        return self._learn(transfer.add(self.database, self.recorder, [record], last, 0)[0])

    def _pair_with(self, file: ScannedFile, paper_id: int) -> Pair:
        """Return a file with a paper that the library has under another key."""
        paper_key = self._learn(paper_id)
        note_of, found = self.state.note_of, self.state.found.notes
        held = note_of.get(paper_key)
        if file.key is None and held is not None:
            hint = "put this one's text there"
            raise NoteError(f"the paper has a note already, {found[held].path}", hint)
        key = file.key or paper_key
        if held is None or key < held:
            note_of[paper_key] = key
        self.state.paper_of[key] = paper_key
        found[key] = file
        return Pair(key, file, paper_id, LastSync())

    def _learn(self, paper_id: int) -> str:
        """Take a paper into the state; return its key."""
        key, updated_at = sync_state.paper_update(self.database, paper_id)
        self.state.papers[key] = (paper_id, updated_at)
        return key

    def _change(self, paper: Paper, before: NoteFields, after: NoteFields, note: NoteFile) -> Paper:
        """Make the library say ``after``, not ``before``, as ``note`` does; return the paper."""
        database, recorder, ids = self.database, self.recorder, [paper.id]
        if after.status != before.status:
            papers.set_status(database, recorder, ids, Status(after.status))
            if after.status == Status.DONE and note.properties.finished:
                papers.change(recorder, ids, {"finished_at": note.properties.finished})
        if after.starred != before.starred:
            papers.change(recorder, ids, {"starred": int(after.starred)})
        added = [tag for tag in after.tags if tag not in before.tags]
        removed = [tag for tag in before.tags if tag not in after.tags]
        notes.tag(database, recorder, ids, added, removed)
        if after.note != before.note:
            notes.write(database, recorder, paper.id, after.note)
        values = {
            column: getattr(after, name)
            for name, column in _COLUMNS.items()
            if getattr(after, name) != getattr(before, name)
        }
        if "title" in values:
            values["title_source"] = TitleSource.USER.value
        if values:
            imports.fill(recorder, paper.id, values)
        return papers.get(database, paper.id)

    def _planned(
        self, pair: Pair, paper: Paper, merged: MergedFields, note: NoteFile, took: bool
    ) -> NotePlan:
        """Return what comes of a merge, with the text of the file where it is another one."""
        file, last = pair.file, pair.last
        conflicts = tuple(name for name in merged.conflicts if name != "note")
        now = NoteFields.of_paper(paper)
        wanted = now._replace(**{name: getattr(merged.file, name) for name in conflicts})
        base = now._replace(**{name: getattr(merged.base, name) for name in conflicts})
        said = note.says(last.base or BLANK)
        plan = NotePlan(pair.key, paper.key, paper.updated_at, file.path, base, said, file=file)
        plan.conflicts, plan.took = conflicts, took
        rewriting = _Rewriting(note, paper, last.taken or last.base or note.says(BLANK), wanted)
        try:
            text = rewriting.text(pair.key, conflicts, last.had_conflicts)
            plan.text = None if text == file.text else text
        except NoteError as error:
            self.tally.problems.append(Problem(file.path, str(error)))
            plan.text = ""
        if plan.text and not took:
            self.tally.written.append(plan.path)
        elif plan.text is None and not took:
            self.tally.unchanged += 1
        return plan


class _Rewriting:
    """The ``note`` of ``paper``, to be made to say ``new`` where both sides said ``old``."""

    def __init__(self, note: NoteFile, paper: Paper, old: NoteFields, new: NoteFields) -> None:
        self._note, self._old, self._new = note, old, new
        texts = {"abstract": paper.abstract, "comment": paper.comment}
        self._library = front_matter.properties(paper)
        self._library |= {name: text and "another text" for name, text in texts.items()}

    def text(self, key: str, conflicts: Sequence[str], had_conflicts: bool) -> str:
        """Return the text of the file. Raises :class:`NoteError` if it would come to harm."""
        note = self._note
        values = self._properties(conflicts) | self._aliases()
        values |= {} if note.properties.key == key else {"readlist-id": key}
        values |= self._conflict_mark(conflicts, had_conflicts)
        written = note.rewritten(values, self._old, self._new)
        if written.text == note.text:
            return written.text
        values |= {_SEAL: None} if _SEAL in note.front_matter.entries else {}
        text = note.rewritten(values, self._old, self._new).text
        written, new = NoteFile.parsed(text), self._new
        said = written.says(new)  # read back
        same = all(getattr(said, name) == getattr(new, name) for name in (*IN_FRONT, "note"))
        if written.properties.key != key or not same:
            raise NoteError("cannot be written without harm to it", "simplify its front matter")
        return text

    def _properties(self, conflicts: Sequence[str]) -> dict[str, Value]:
        """Return the properties that are not in the file as they shall be."""
        library, held = self._library, self._note.properties
        wanted: dict[str, Value] = {name: getattr(self._new, name) for name in IN_FRONT}
        wanted["more_authors"] = self._new.more_authors or None
        if "title" not in conflicts:
            wanted["title_source"] = library["title_source"]
        if "status" not in conflicts:
            wanted["finished"] = library["finished"]
        if held.added is None:
            wanted["added"] = library["added"]
        return {name: value for name, value in wanted.items() if value != getattr(held, name)}

    def _aliases(self) -> dict[str, Value]:
        """Return the other names of a note whose title is no file name, beside a person's own."""
        old, new = self._old.title, self._new.title
        entry = self._note.front_matter.entries.get("aliases")
        before = [item.text for item in entry.items] if entry else []
        outdated = {old} - {new}
        wanted = [new] if filenames.stem(new) != new else []
        after = [*wanted, *(name for name in before if name not in {*outdated, *wanted})]
        is_due = not set(wanted) <= set(before) or outdated & set(before)
        return {"aliases": after} if is_due and not (entry and entry.is_odd) else {}

    def _conflict_mark(self, conflicts: Sequence[str], had_conflicts: bool) -> dict[str, Value]:
        """Return the mark of a conflict; one of another machine's is not this one's to take out."""
        mark = "; ".join(
            f"{name}: {_readable(self._library.get(name))} in the library" for name in conflicts
        )
        entry = self._note.front_matter.entries.get(_CONFLICT)
        held = entry.items[0].text if entry and entry.items else None
        if mark:
            return {} if mark == held else {_CONFLICT: mark}
        return {_CONFLICT: None} if had_conflicts and entry else {}


def _readable(value: Value) -> str:
    if value is None or isinstance(value, (str, int)):
        return str(value or "nothing")
    return ", ".join(value) or "nothing"
