"""Changing the library: shown at once, written in the background, put right if that fails."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Protocol
from uuid import uuid4

from textual.message import Message

from readlist.domain import Act, ImportReport, NoteWritten, PaperRow, Progress, Status
from readlist.paths import log_file
from readlist.reading_list import ReadingList
from readlist.tui.library.list_controller import ListController
from readlist.tui.library.pending import Change, PendingChanges
from readlist.tui.library.worker import LibraryWorker
from readlist.tui.text import counted

#: What the status line adds to a change; an action's id in braces stands for its key.
UNDO_HINT = "{undo} undoes it"

_BOTH_KEPT = "The note was changed elsewhere in the same lines: both are in it, marked <<<<<<<"


@dataclass(slots=True, eq=False)
class Draft:
    """What it takes to save a note that is being written, whoever else changes it.

    ``base`` is the text that the next one sent was made from; the writer moves it on
    with every text it has written. ``pending`` is how many texts wait to be
    written: while there are any, only the writer may touch ``base``. Texts of one
    ``session`` are one step to undo. ``rescued`` is the file that holds a text which
    could not be written.
    """

    paper_id: int
    base: str
    session: str = field(default_factory=lambda: uuid4().hex)
    pending: int = 0
    rescued: Path | None = None

    def save(self, library: ReadingList, text: str) -> NoteWritten:
        """Write ``text``; one that cannot be written is rescued."""
        try:
            written = library.merge_note(self.paper_id, self.base, text, session=self.session)
        except Exception:  # by now the note may be closed, or the program left
            self.rescue(text)
            raise
        self.base = text
        if self.rescued:
            self.rescued.unlink(missing_ok=True)
            self.rescued = None
        return written

    def rescue(self, text: str) -> None:
        """Keep a text in a file beside the log, if that is possible."""
        path = log_file().with_name(f"note-{self.session[:12]}.md")
        with suppress(OSError, UnicodeEncodeError):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="")
            self.rescued = path


@dataclass(frozen=True, slots=True)
class PapersChanged:
    """Papers were changed by ``act``; without one, by another program or an import.

    ``undone`` and ``redone`` say that the act was taken back, or made again.
    """

    ids: Sequence[int] = ()
    act: Act | None = None
    undone: bool = False
    redone: bool = False


@dataclass(frozen=True, slots=True)
class ChangeFailed:
    """A change to papers could not be made; ``draft`` is the note, if it was one."""

    ids: Sequence[int]
    draft: Draft | None = None


@dataclass(frozen=True, slots=True)
class NoteSaved:
    """A note is in the library: ``text``, ``merged`` when it was also changed elsewhere."""

    draft: Draft
    text: str
    merged: bool


#: Makes a change, unless there is nothing to change.
MakeAct = Callable[[ReadingList], Act | None]

#: What is published when the library has changed.
LibraryEvent = PapersChanged | ChangeFailed | NoteSaved


class StatusDisplay(Protocol):
    """Where the person reads what happened. ``echo`` says the same on a screen above."""

    text: str
    echo: "StatusDisplay | None"

    def say(self, text: str, hint: str = "") -> None:
        """Say what happened."""

    def complain(self, text: str, hint: str = "") -> None:
        """Say what went wrong."""

    def spin(self, frame: str) -> None:
        """Show a sign that something takes long, or with no ``frame`` none."""


class LibraryCommands:
    """Every change a person makes on the screen. ``publish`` announces what came of it."""

    def __init__(
        self,
        library: LibraryWorker,
        pending: PendingChanges,
        papers: ListController,
        status: StatusDisplay,
        publish: Callable[[LibraryEvent], object],
    ) -> None:
        self._library = library
        self._pending = pending
        self._papers = papers
        self._status = status
        self._publish = publish
        self._papers_of_acts: dict[int, Sequence[int]] = {}
        self._was_shown = True

    def file(self, status: Status) -> None:
        """File the selected papers, or the current one, under a status and go on to the next."""
        ids = self._papers.model.targets()
        self.mark(ids, status, advance=not self._papers.model.has_selection)

    def toggle_star(self) -> None:
        """Star the selected papers, or the current one; when all are starred, unstar them."""
        ids = self._papers.model.targets()
        self._papers.fetch(ids)
        rows = [self._papers.rows.get(paper_id) for paper_id in ids]
        self.star(ids, not all(row and row.starred for row in rows))

    def mark(self, ids: Sequence[int], status: Status, *, advance: bool = False) -> None:
        """File papers under a status; ``advance`` says to go on to the next paper of the list."""
        message = f"Marked {{}} {status.value}"
        change = Change(status=status)
        self._change(
            ids, change, message, lambda library: library.mark(ids, status), advance=advance
        )

    def star(self, ids: Sequence[int], starred: bool) -> None:
        """Star papers, or take their stars away."""
        message = "Starred {}" if starred else "Unstarred {}"
        change = Change(starred=starred)
        self._change(ids, change, message, lambda library: library.star(ids, starred))

    def move(self, steps: int) -> None:
        """Move the selected papers down the queue, or up when ``steps`` is negative."""
        model = self._papers.model
        ids = model.targets()
        if not model.shift(steps):
            self._status.say("It is at the end of the queue already")
            return
        way = "down" if steps > 0 else "up"
        named = _named(ids, self._papers.rows.get(ids[0]))
        self._status.say(f"Moved {named} {way} the queue", UNDO_HINT)
        self._papers.redraw()
        self.run(lambda library: library.move(ids, steps), ids, steps=steps)

    def run(
        self,
        act: MakeAct,
        ids: Sequence[int] = (),
        change: Change | None = None,
        *,
        steps: int = 0,
        refused: Callable[[str], object] | None = None,
    ) -> None:
        """Make a change to the papers ``ids``; without a ``change`` it shows once it is written.

        ``refused`` is told the reason if it cannot be made.
        """
        number = self._pending.add(ids, change, steps=steps)

        def failed(reason: str) -> None:
            self._failed(number, ids, reason)
            if refused:
                refused(reason)

        self._library.write(act, partial(self._done, number, ids, change is not None), failed)

    async def undo(self, *, redo: bool = False) -> None:
        """Undo the last change, or redo the one undone last, and wait until that is shown."""
        number = self._pending.add()
        self._library.write(
            lambda library: library.redo() if redo else library.undo(),
            partial(self._undone, number, redo),
            partial(self._not_undone, number),
        )
        if await self._library.written():
            await self._papers.settled()

    def save_note(self, draft: Draft, text: str) -> None:
        """Save a note. A text that cannot be written is kept in a file until it can be."""
        paper_id, change = draft.paper_id, Change(note=text)
        number = self._pending.add([paper_id], change)
        self._papers.note_changed(paper_id, change)
        draft.pending += 1

        self._library.write(
            lambda library: draft.save(library, text),
            partial(self._note_saved, number, draft),
            partial(self._note_not_saved, number, draft),
        )

    def _note_saved(self, number: int, draft: Draft, written: NoteWritten) -> None:
        draft.pending -= 1
        change = Change(note=written.text)
        self._pending.correct(number, change)
        self._pending.settle(number)
        if written.merged:
            self._papers.note_changed(draft.paper_id, change)
        if written.act and written.conflicts:
            self._papers_of_acts[written.act.id] = [draft.paper_id]
            self._status.complain(_BOTH_KEPT)
        else:
            self._tell(written.act, [draft.paper_id], is_change=False)
        self._catch_up(was_shown=not written.merged)
        self._publish(NoteSaved(draft, written.text, written.merged))

    def _note_not_saved(self, number: int, draft: Draft, reason: str) -> None:
        draft.pending -= 1
        where = f"; the note is in {draft.rescued}" if draft.rescued else ""
        self._failed(number, [draft.paper_id], reason + where, draft)

    def _change(
        self,
        ids: Sequence[int],
        change: Change,
        message: str,
        act: MakeAct,
        *,
        advance: bool = False,
    ) -> None:
        """Show a change, and have it written."""
        if ids:
            named = _named(ids, self._papers.rows.get(ids[0]))
            self._status.say(message.format(named), UNDO_HINT)
            self._papers.change(ids, change, advance=advance)
            self.run(act, ids, change)

    def _done(self, number: int, ids: Sequence[int], was_shown: bool, act: Act | None) -> None:
        self._pending.settle(number)
        self._tell(act, ids, is_change=True)
        self._catch_up(was_shown=was_shown)
        self._publish(PapersChanged(ids, act))

    def _failed(
        self, number: int, ids: Sequence[int], reason: str, draft: Draft | None = None
    ) -> None:
        """Show the library as it is: a change that was shown could not be made."""
        self._pending.settle(number)
        self._status.complain(reason)
        self._papers.reload()
        self._publish(ChangeFailed(ids, draft))

    def _undone(self, number: int, redo: bool, act: Act) -> None:
        self._pending.settle(number)
        done, hint = ("Did again", UNDO_HINT) if redo else ("Undid", "{redo} redoes it")
        self._status.say(f"{done}: {act.summary}", hint)
        ids = self._papers_of_acts.get(act.id, ())
        self._papers.reload(go_to=ids[0] if ids else None)
        self._publish(PapersChanged(ids, act, undone=not redo, redone=redo))

    def _not_undone(self, number: int, reason: str) -> None:
        self._pending.settle(number)
        self._status.say(reason)

    def _tell(self, act: Act | None, ids: Sequence[int], *, is_change: bool) -> None:
        """Say what was done, unless more is still to be written."""
        if act:
            self._papers_of_acts[act.id] = ids
        if self._pending.is_empty:
            if act:
                self._status.say(act.summary, UNDO_HINT)
            elif is_change:
                self._status.say("Nothing to change: it is so already")

    def _catch_up(self, *, was_shown: bool) -> None:
        self._was_shown = self._was_shown and was_shown
        if self._pending.is_empty:
            self._papers.catch_up(was_shown=self._was_shown)
            self._was_shown = True


def _named(ids: Sequence[int], first: PaperRow | None) -> str:
    return f"“{first.title}”" if len(ids) == 1 and first else counted(len(ids))


@dataclass
class ImportProgress(Message):
    """How far an import is."""

    progress: Progress

    def can_replace(self, message: Message) -> bool:
        """Only the latest matters."""
        return isinstance(message, ImportProgress)


@dataclass
class ImportFinished(Message):
    """An import has ended; without a ``report`` it failed for a ``reason``."""

    report: ImportReport | None
    reason: str = ""


class _ImportStoppedError(Exception):
    """The person stopped the import; the library puts back what it had begun."""


class ImportRunner:
    """Runs one import at a time, after the changes made before. It can be stopped."""

    def __init__(
        self,
        library: LibraryWorker,
        pending: PendingChanges,
        post_message: Callable[[Message], object],
    ) -> None:
        self._library = library
        self._pending = pending
        self._post_message = post_message
        self._is_stopping = False
        self.is_running = False

    def start(self, paths: Sequence[Path]) -> None:
        """Import files and folders."""
        number = self._pending.add()
        self.is_running, self._is_stopping = True, False

        def run(library: ReadingList) -> ImportFinished:
            try:
                return ImportFinished(library.import_sources(paths, progress=self._progressed))
            except _ImportStoppedError:
                return ImportFinished(None, "stopped: of the file at hand nothing was written")

        def finished(answer: ImportFinished) -> None:
            self._pending.settle(number)
            self.is_running = False
            self._post_message(answer)

        self._library.write(run, finished, lambda reason: finished(ImportFinished(None, reason)))

    def stop(self) -> None:
        """Stop the import that is running, soon."""
        self._is_stopping = True

    def _progressed(self, progress: Progress) -> None:
        if self._is_stopping:
            raise _ImportStoppedError
        self._post_message(ImportProgress(progress))
