"""What the person already sees and the library may not hold yet.

A change shows on the screen at once and is written in the background. What is
read from the library meanwhile may be older than the screen; the ledger brings
it up to what the person did. Changes have numbers and are written in that order;
there is one reader, so what it answers is never older than what it answered before.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from readlist.domain import Paper, PaperRow, Status


@dataclass(frozen=True, slots=True)
class Change:
    """What becomes of papers; ``None`` leaves things as they are."""

    status: Status | None = None
    starred: bool | None = None
    note: str | None = None

    def after(self, earlier: "Change") -> "Change":
        """Return this change on top of an ``earlier`` one."""
        return Change(
            earlier.status if self.status is None else self.status,
            earlier.starred if self.starred is None else self.starred,
            earlier.note if self.note is None else self.note,
        )

    def on_row(self, row: PaperRow) -> PaperRow:
        """Return ``row`` as it is once changed."""
        return row._replace(
            status=self.status or row.status,
            starred=row.starred if self.starred is None else self.starred,
            has_note=row.has_note if self.note is None else bool(self.note),
        )

    def on_paper(self, paper: Paper) -> Paper:
        """Return ``paper`` as it is once changed."""
        return paper._replace(
            status=self.status or paper.status,
            starred=paper.starred if self.starred is None else self.starred,
            note=paper.note if self.note is None else self.note or None,
        )


@dataclass(frozen=True, slots=True)
class _Entry:
    number: int
    ids: Sequence[int]
    change: Change
    steps: int = 0


class Ledger:
    """Numbers changes, and knows which may be missing from what was read."""

    def __init__(self) -> None:
        self._entries: list[_Entry] = []
        self._latest: dict[int, int] = {}
        self._last = 0
        self.settled = 0

    @property
    def is_settled(self) -> bool:
        """Whether everything the person did is in the library."""
        return self.settled == self._last

    def enter(self, ids: Sequence[int] = (), change: Change | None = None) -> int:
        """Note a change about to be written; return its number."""
        self._last += 1
        self._latest |= dict.fromkeys(ids, self._last)
        if change:
            self._entries.append(_Entry(self._last, ids, change))
        return self._last

    def enter_move(self, ids: Sequence[int], steps: int) -> int:
        """Note that papers are about to change their place in the queue; return the number."""
        self._last += 1
        self._entries.append(_Entry(self._last, ids, Change(), steps))
        return self._last

    def moves(self, as_of: int) -> list[tuple[Sequence[int], int]]:
        """Return the papers, and their steps, whose move what was read ``as_of`` may lack."""
        late = (entry for entry in self._entries if entry.number > as_of and entry.steps)
        return [(entry.ids, entry.steps) for entry in late]

    def settle(self, number: int, *, made: bool = True) -> None:
        """Note that the change ``number`` was written, or could not be ``made``."""
        self.settled = number
        if not made:
            self._entries = [entry for entry in self._entries if entry.number != number]

    def correct(self, number: int, change: Change) -> None:
        """Note that the change ``number`` became another one when it was written."""
        self._entries = [
            replace(entry, change=change) if entry.number == number else entry
            for entry in self._entries
        ]

    def missing(self, as_of: int) -> dict[int, Change]:
        """Return, by paper, the changes that what was read ``as_of`` a number may lack.

        Everything up to ``as_of`` is forgotten: nothing older will be read any more.
        """
        self._entries = [entry for entry in self._entries if entry.number > as_of]
        changes: dict[int, Change] = {}
        for entry in self._entries:
            for paper_id in entry.ids:
                earlier = changes.get(paper_id)
                changes[paper_id] = entry.change.after(earlier) if earlier else entry.change
        return changes

    def has_changed(self, paper_id: int, as_of: int) -> bool:
        """Tell whether the person changed a paper since change ``as_of``."""
        return self._latest.get(paper_id, 0) > as_of

    def bring_up_to_date(self, rows: Iterable[PaperRow], as_of: int) -> list[PaperRow]:
        """Return ``rows``, read ``as_of`` a number, as the person left them."""
        changes = self.missing(as_of)
        return [changes[row.id].on_row(row) if row.id in changes else row for row in rows]
