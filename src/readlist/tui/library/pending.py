"""Changes that the screen shows already and the library may not hold yet.

A change shows at once and is written in the background. Whatever is read from
the library meanwhile may be older than the screen, so pending changes are laid
over it. Reads on the screen's own connection miss at most what is not written
yet; reads in the background miss that and what changed since they began, which
is what a :class:`Snapshot` collects.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from weakref import WeakSet

from readlist.domain import Paper, PaperRow, Status


@dataclass(frozen=True, slots=True)
class Change:
    """New values for fields of papers; ``None`` leaves a field as it is."""

    status: Status | None = None
    starred: bool | None = None
    note: str | None = None

    def after(self, earlier: "Change") -> "Change":
        """Return both changes as one: this one on top of ``earlier``."""
        return Change(
            earlier.status if self.status is None else self.status,
            earlier.starred if self.starred is None else self.starred,
            earlier.note if self.note is None else self.note,
        )

    def on_row(self, row: PaperRow) -> PaperRow:
        """Return ``row`` with this change."""
        return row._replace(
            status=self.status or row.status,
            starred=row.starred if self.starred is None else self.starred,
            has_note=row.has_note if self.note is None else bool(self.note),
        )

    def on_paper(self, paper: Paper) -> Paper:
        """Return ``paper`` with this change."""
        return paper._replace(
            status=self.status or paper.status,
            starred=paper.starred if self.starred is None else self.starred,
            note=paper.note if self.note is None else self.note or None,
        )


@dataclass(frozen=True, slots=True)
class PendingChange:
    """A change on its way to the library; ``steps`` is how far papers move in the queue."""

    number: int
    ids: Sequence[int]
    change: Change
    steps: int = 0


class Snapshot:
    """The changes that something read from the library may lack."""

    def __init__(self, entries: Iterable[PendingChange]) -> None:
        self.entries = list(entries)

    @property
    def changes(self) -> dict[int, Change]:
        """The missing changes by paper, later ones on top of earlier ones."""
        changes: dict[int, Change] = {}
        for entry in self.entries:
            for paper_id in entry.ids:
                earlier = changes.get(paper_id)
                changes[paper_id] = entry.change.after(earlier) if earlier else entry.change
        return changes

    @property
    def moves(self) -> list[tuple[Sequence[int], int]]:
        """The missing moves in the reading queue: the papers and their steps, in order."""
        return [(entry.ids, entry.steps) for entry in self.entries if entry.steps]

    def on_rows(self, rows: Sequence[PaperRow]) -> Sequence[PaperRow]:
        """Return ``rows`` as the screen should show them."""
        if not self.entries:
            return rows
        changes = self.changes
        return [changes[row.id].on_row(row) if row.id in changes else row for row in rows]


class PendingChanges:
    """Numbers changes, and knows which of them may be missing from what is read."""

    def __init__(self) -> None:
        self._waiting: list[PendingChange] = []
        self._numbers = 0
        self._snapshots: WeakSet[Snapshot] = WeakSet()

    def add(self, ids: Sequence[int] = (), change: Change | None = None, *, steps: int = 0) -> int:
        """Note a change that is about to be written; return its number."""
        self._numbers += 1
        entry = PendingChange(self._numbers, ids, change or Change(), steps)
        self._waiting.append(entry)
        for snapshot in self._snapshots:
            snapshot.entries.append(entry)
        return entry.number

    def settle(self, number: int) -> None:
        """The change ``number`` was written, or could not be: nothing of it is pending."""
        self._waiting = [entry for entry in self._waiting if entry.number != number]

    def correct(self, number: int, change: Change) -> None:
        """The change ``number`` became another one when it was written."""
        for snapshot in self._snapshots:
            snapshot.entries = [
                replace(entry, change=change) if entry.number == number else entry
                for entry in snapshot.entries
            ]

    @property
    def is_empty(self) -> bool:
        """Whether the library holds everything that the screen shows."""
        return not self._waiting

    def now(self) -> Snapshot:
        """Return what a read on the screen's own connection lacks."""
        return Snapshot(self._waiting)

    def from_now_on(self) -> Snapshot:
        """Return what a read that begins now in the background will lack when it is done."""
        snapshot = Snapshot(self._waiting)
        self._snapshots.add(snapshot)
        return snapshot

    def on_paper(self, paper: Paper) -> Paper:
        """Return ``paper``, read on the screen's own connection, as the screen should show it."""
        change = self.now().changes.get(paper.id) if self._waiting else None
        return change.on_paper(paper) if change else paper
