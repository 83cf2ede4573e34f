"""Changing the library: shown at once, written in the background, and put right if that fails."""

from collections.abc import Callable, Sequence

from readlist.domain import Act, PaperRow, Status
from readlist.reading_list import ReadingList
from readlist.tui.browsing import Browsing
from readlist.tui.desk import Desk
from readlist.tui.drafting import Draft
from readlist.tui.failures import kept_aside
from readlist.tui.importing import Importing
from readlist.tui.ledger import Change, Ledger
from readlist.tui.messages import Acted, ActFailed, NoteSaved, TookBack
from readlist.tui.text import counted
from readlist.tui.views import moved

UNDO_HINT = "{undo} undoes it"
BOTH_KEPT = "The note was changed elsewhere in the same lines: both are in it, marked <<<<<<<"


class Acting:
    """Makes changes to the papers the list is about."""

    def __init__(
        self, desk: Desk, ledger: Ledger, browsing: Browsing, importing: Importing
    ) -> None:
        self._desk = desk
        self._importing = importing
        self._ledger = ledger
        self._browsing = browsing
        self._parts = browsing.parts
        self._papers_of_acts: dict[int, Sequence[int]] = {}
        self._is_shown = True
        self.is_taking_back = False

    # Filing

    def file(self, status: Status) -> None:
        """File the papers under a status and go on to the next."""
        ids = self._targets()
        is_single = not self._parts.papers.listing.has_selection
        self.file_papers(ids, status)
        if is_single and self._parts.papers.listing.current in ids:
            self._parts.papers.listing.move_to(self._parts.papers.listing.cursor + 1)
            self._browsing.cursor_moved()

    def file_papers(self, ids: Sequence[int], status: Status) -> None:
        """File these papers under a status."""
        told = f"Marked {{}} {status.value}"
        self._change(ids, Change(status=status), told, lambda library: library.mark(ids, status))

    def star(self) -> None:
        """Star the papers; when all of them are starred, take the stars away."""
        ids = self._targets()
        rows = [self._parts.papers.rows.get(paper_id) for paper_id in ids]
        self.star_papers(ids, not all(row and row.starred for row in rows))

    def star_papers(self, ids: Sequence[int], starred: bool) -> None:
        """Star these papers, or take their stars away."""
        told = "Starred {}" if starred else "Unstarred {}"
        self._change(ids, Change(starred=starred), told, lambda library: library.star(ids, starred))

    def move(self, steps: int) -> None:
        """Move the papers down the queue, or up for less than 0; they stay selected."""
        listing, ids = self._parts.papers.listing, self._targets()
        if not listing.shift(steps):
            self._parts.status.say("It is at the end of the queue already")
            return
        way = "down" if steps > 0 else "up"
        row = self._parts.papers.rows.get(ids[0])
        self._parts.status.say(f"Moved {_named(ids, row)} {way} the queue", UNDO_HINT)
        self._browsing.list_changed()
        number = self._ledger.enter_move(ids, steps)
        self._desk.write(
            lambda library: Acted(number, library.move(ids, steps), ids, is_news=True),
            lambda reason: ActFailed(number, reason, ids=ids),
        )

    def tag(self, ids: Sequence[int], add: Sequence[str], remove: Sequence[str]) -> None:
        """Add tags to papers and take others away."""
        self._parts.papers.listing.clear_selection()
        self._write(ids, lambda library: library.tag(ids, add, remove))

    def edit(self, paper_id: int, changes: dict[str, str]) -> None:
        """Give fields of a paper new values."""
        ids = [paper_id]
        number = self._ledger.enter(ids)
        self._desk.write(
            lambda library: Acted(number, library.edit(paper_id, changes), ids, is_news=True),
            lambda reason: ActFailed(number, reason, changes),
        )

    def save_search(self, query: str, name: str) -> None:
        """Keep a query under a name."""
        self._write((), lambda library: library.save_search(name, query))

    def rename_search(self, search_id: int, name: str) -> None:
        """Give a saved search another name."""
        self._write((), lambda library: library.rename_search(search_id, name))

    def delete_search(self, search_id: int) -> None:
        """Forget a saved search."""
        self._write((), lambda library: library.delete_search(search_id))

    def save_note(self, draft: Draft, text: str) -> None:
        """Keep a note."""
        change, paper_id = Change(note=text), draft.paper_id
        self._parts.papers.rows.change([paper_id], change)
        shown = self._parts.paper.paper
        if shown and shown.id == paper_id:
            self._parts.paper.show(change.on_paper(shown))
        number = self._ledger.enter([paper_id], change)
        draft.pending += 1

        def save(library: ReadingList) -> NoteSaved:
            written = library.merge_note(paper_id, draft.base, text, session=draft.session)
            draft.base = text
            if draft.aside:
                draft.aside.unlink(missing_ok=True)
                draft.aside = None
            return NoteSaved(
                number, draft, written.act, written.text, written.merged, written.conflicts
            )

        def keep_aside(reason: str) -> ActFailed:
            """The note may have been left by now, or the program."""
            draft.aside = kept_aside(f"note-{draft.session[:12]}.md", text)
            told = f"{reason}; the note is in {draft.aside}" if draft.aside else reason
            return ActFailed(number, told, draft=draft)

        self._desk.write(save, keep_aside)

    def restore_note(self, paper_id: int, number: int) -> None:
        """Make a text that a note had its text again."""
        self._write([paper_id], lambda library: library.restore_note(paper_id, number))

    def take_back(self, *, redo: bool = False) -> None:
        """Undo the last change, or redo the one undone last. Keys wait until it is shown."""
        number = self._ledger.enter()
        self.is_taking_back = True

        def take_back(library: ReadingList) -> TookBack:
            return TookBack(number, library.redo() if redo else library.undo(), redo)

        self._desk.write(take_back, lambda reason: TookBack(number, None, redo, reason))

    # What came of it

    def acted(self, answer: Acted | NoteSaved) -> None:
        """A change is in the library."""
        if isinstance(answer, NoteSaved):
            self._note_saved(answer)
        self._ledger.settle(answer.number)
        if answer.act:
            ids = answer.ids if isinstance(answer, Acted) else [answer.paper_id]
            self._papers_of_acts[answer.act.id] = ids
            if isinstance(answer, NoteSaved) and answer.conflicts:
                self._parts.status.complain(BOTH_KEPT)
            elif self._ledger.is_settled:
                self._parts.status.say(answer.act.summary, UNDO_HINT)
        elif isinstance(answer, Acted) and self._ledger.is_settled:
            self._parts.status.say("Nothing to change: it is so already")
        self._is_shown = self._is_shown and not answer.is_news
        self._catch_up()

    def _note_saved(self, answer: NoteSaved) -> None:
        """Show a note as it is now: somebody else may have written in it too."""
        answer.draft.pending -= 1
        change = Change(note=answer.text)
        self._ledger.correct(answer.number, change)
        shown = self._parts.paper.paper
        if answer.merged and shown and shown.id == answer.paper_id:
            self._parts.paper.show(change.on_paper(shown))

    def act_failed(self, answer: ActFailed) -> None:
        """A change that was shown could not be made: show what is."""
        if answer.draft:
            answer.draft.pending -= 1
        self._ledger.settle(answer.number, made=False)
        self._parts.status.complain(answer.reason)
        self._browsing.reload()

    def took_back(self, answer: TookBack) -> Sequence[int]:
        """Something was undone or redone: go to the papers it was about, and return them."""
        self._ledger.settle(answer.number)
        self.is_taking_back = False
        if answer.act is None:
            self._parts.status.say(answer.reason)
            return ()
        done, hint = ("Did again", UNDO_HINT) if answer.redone else ("Undid", "{redo} redoes it")
        self._parts.status.say(f"{done}: {answer.act.summary}", hint)
        ids = self._papers_of_acts.get(answer.act.id, ())
        self._browsing.reload(go_to=ids[0] if ids else None, at_once=True)
        return ids

    def _catch_up(self) -> None:
        """Once nothing waits to be written, show what only the library can tell."""
        if not self._ledger.is_settled:
            return
        if self._browsing.is_behind:
            self._browsing.catch_up(keys_waited=not self._importing.is_running)
        elif self._is_shown and self._browsing.is_sure_of_list:
            self._browsing.refresh_counts()
        else:
            self._browsing.reload()
        self._is_shown = True

    # Making changes

    def _targets(self) -> list[int]:
        return self._parts.papers.listing.targets()

    def _change(
        self,
        ids: Sequence[int],
        change: Change,
        told: str,
        act: Callable[[ReadingList], Act | None],
    ) -> None:
        """Show a change, and have it written."""
        if not ids:
            return
        rows = [self._parts.papers.rows.get(paper_id) for paper_id in ids]
        self._parts.status.say(told.format(_named(ids, rows[0])), UNDO_HINT)
        self._move_counts(change, ids, rows)
        self._parts.papers.rows.change(ids, change)
        listing = self._parts.papers.listing
        listing.clear_selection()
        self._browsing.take_away(ids, change)
        self._browsing.list_changed()
        self._write(ids, act, change)

    def _write(
        self,
        ids: Sequence[int],
        act: Callable[[ReadingList], Act | None],
        change: Change | None = None,
    ) -> None:
        number = self._ledger.enter(ids, change)
        self._desk.write(
            lambda library: Acted(number, act(library), ids, is_news=change is None),
            lambda reason: ActFailed(number, reason, ids=ids),
        )

    def _move_counts(
        self, change: Change, ids: Sequence[int], rows: Sequence[PaperRow | None]
    ) -> None:
        """Change the counts at once where what the papers were is known."""
        counts, status = self._browsing.counts, self._browsing.view.status
        known = [(status or row.status, row.starred) for row in rows if row]
        if counts and len(known) == len(ids):
            self._browsing.show_counts(moved(counts, change, known))


def _named(ids: Sequence[int], first: PaperRow | None) -> str:
    if len(ids) == 1 and first:
        return f"“{first.title}”"
    return counted(len(ids))
