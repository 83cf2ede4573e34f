"""The rows the list has seen lately, so that it draws without asking."""

from collections import OrderedDict
from collections.abc import Iterable

from readlist.domain import Paper, PaperRow
from readlist.tui.ledger import Change

#: Rows kept: some hundred screens of them.
CAPACITY = 4000


class RowCache:
    """Rows by id, the ones used longest ago forgotten first."""

    def __init__(self, capacity: int = CAPACITY) -> None:
        self._rows: OrderedDict[int, PaperRow] = OrderedDict()
        self._capacity = capacity

    def __contains__(self, paper_id: int) -> bool:
        return paper_id in self._rows

    def get(self, paper_id: int) -> PaperRow | None:
        """Return a row, if it is here."""
        row = self._rows.get(paper_id)
        if row is not None:
            self._rows.move_to_end(paper_id)
        return row

    def put(self, rows: Iterable[PaperRow]) -> None:
        """Keep ``rows``."""
        for row in rows:
            self._rows[row.id] = row
            self._rows.move_to_end(row.id)
        while len(self._rows) > self._capacity:
            self._rows.popitem(last=False)

    def change(self, ids: Iterable[int], change: Change) -> None:
        """Change the rows that are here."""
        for paper_id in ids:
            row = self._rows.get(paper_id)
            if row is not None:
                self._rows[paper_id] = change.on_row(row)

    def keep_only(self, ids: Iterable[int]) -> None:
        """Forget all other rows."""
        kept = set(ids)
        self._rows = OrderedDict((key, row) for key, row in self._rows.items() if key in kept)


def row_of(paper: Paper) -> PaperRow:
    """Return the line of the list for a paper."""
    return PaperRow(
        paper.id,
        paper.title,
        paper.title_source,
        paper.authors,
        paper.more_authors,
        paper.year,
        paper.status,
        paper.starred,
        bool(paper.note),
        paper.added_at,
    )
