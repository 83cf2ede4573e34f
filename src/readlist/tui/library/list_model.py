"""A list of papers: which are in it, where the cursor is, which are selected. Nothing is drawn."""

from array import array
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from copy import deepcopy

from readlist.domain import PaperRow
from readlist.reading_list.search import shifted
from readlist.tui.library.pending import Change

#: Rows that are kept: some hundred screens of them.
_CAPACITY = 4000


class ListModel:
    """The ids of a list in order, with a cursor and a selection.

    ``whole`` is false while only the beginning of the list is known. A range
    stretches from where it was begun to the cursor, and moves with it.
    """

    def __init__(self) -> None:
        self.ids: array[int] = array("q")
        self.cursor = 0
        self.whole = False
        self._selected: set[int] = set()
        self._range_start: int | None = None

    def __len__(self) -> int:
        return len(self.ids)

    @property
    def current(self) -> int | None:
        """The id of the paper under the cursor."""
        return self.ids[self.cursor] if self.ids else None

    def show(self, ids: Sequence[int], *, whole: bool, go_to: int | None = None) -> None:
        """List ``ids``; the cursor goes to a paper, else stays on its paper, else where it is.

        Selected papers that are no longer listed are no longer selected.
        """
        wanted = self.current if go_to is None else go_to
        start = self._id_at(self._range_start)
        self.ids, self.whole = array("q", ids), whole
        self.cursor = self._index(wanted, self.cursor)
        if self._range_start is not None:
            self._range_start = self._index(start, self.cursor)
        if whole and self._selected:
            self._selected.intersection_update(self.ids)

    def copy(self) -> "ListModel":
        """Return an independent copy."""
        return deepcopy(self)

    def clear(self) -> None:
        """List nothing, with the cursor at the top and nothing selected."""
        self.ids, self.whole, self.cursor = array("q"), False, 0
        self.clear_selection()

    def move_to(self, index: int) -> bool:
        """Put the cursor at ``index``, or as near as there are papers; return whether it moved."""
        before, self.cursor = self.cursor, max(0, min(index, len(self.ids) - 1))
        return self.cursor != before

    def go_to(self, paper_id: int) -> bool:
        """Put the cursor on a paper; return whether it is listed."""
        if paper_id not in self.ids:
            return False
        self.cursor = self.ids.index(paper_id)
        return True

    def shift(self, steps: int) -> bool:
        """Move the selected papers, or the cursor's, down (or up when ``steps`` is negative).

        The cursor stays on its paper, and a range becomes a selection. Returns
        whether anything moved.
        """
        self.keep_range()
        current, before = self.current, self.ids
        self.ids = array("q", shifted(before, set(self.targets()), steps))
        if current is not None:
            self.cursor = self.ids.index(current)
        return self.ids != before

    def remove(self, gone: Iterable[int]) -> None:
        """Take papers out. The cursor keeps its place, on the next paper that remains."""
        self.keep_range()
        leaving = set(gone)
        if len(leaving) == 1 and self.current in leaving:
            self.ids.pop(self.cursor)
        else:
            before = sum(paper_id in leaving for paper_id in self.ids[: self.cursor])
            self.ids = array("q", (one for one in self.ids if one not in leaving))
            self.cursor -= before
        self.move_to(self.cursor)
        self._selected -= leaving

    @property
    def has_selection(self) -> bool:
        """Whether papers are selected, one by one or as a range."""
        return bool(self._selected) or self._range_start is not None

    @property
    def in_range(self) -> bool:
        """Whether a range is being stretched."""
        return self._range_start is not None

    def is_selected(self, index: int) -> bool:
        """Return whether the paper at ``index`` is selected."""
        return self.ids[index] in self._selected or index in self._range()

    def selected_count(self) -> int:
        """Return how many papers are selected."""
        stretched = self._range()
        counted = sum(self.ids[index] in self._selected for index in stretched)
        return len(self._selected) + len(stretched) - counted

    def targets(self) -> list[int]:
        """Return what an action is about: the selected papers in order, or the cursor's."""
        if not self.has_selection:
            return [] if self.current is None else [self.current]
        return [paper_id for index, paper_id in enumerate(self.ids) if self.is_selected(index)]

    def toggle(self) -> None:
        """Select the paper at the cursor, or deselect it."""
        self.keep_range()
        if self.current is not None:
            self._selected ^= {self.current}

    def toggle_all(self) -> None:
        """Select every paper, or none when all are selected."""
        self._range_start = None
        self._selected = set() if len(self._selected) == len(self.ids) else set(self.ids)

    def toggle_range(self) -> None:
        """Begin a range at the cursor, or end the one there is, keeping it selected."""
        if self._range_start is None and self.ids:
            self._range_start = self.cursor
        else:
            self.keep_range()

    def keep_range(self) -> None:
        """End the range; its papers stay selected."""
        self._selected.update(self.ids[index] for index in self._range())
        self._range_start = None

    def clear_selection(self) -> None:
        """Select nothing."""
        self._selected.clear()
        self._range_start = None

    def _range(self) -> range:
        if self._range_start is None:
            return range(0)
        low, high = sorted((self._range_start, self.cursor))
        return range(low, high + 1)

    def _id_at(self, index: int | None) -> int | None:
        return self.ids[index] if index is not None and index < len(self.ids) else None

    def _index(self, paper_id: int | None, otherwise: int) -> int:
        if paper_id is not None and paper_id in self.ids:
            return self.ids.index(paper_id)
        return max(0, min(otherwise, len(self.ids) - 1))


class RowCache:
    """The rows that were shown lately by id, those used longest ago forgotten first."""

    def __init__(self, read: Callable[[Sequence[int]], Iterable[PaperRow]]) -> None:
        self._read = read
        self._rows: OrderedDict[int, PaperRow] = OrderedDict()

    def get(self, paper_id: int) -> PaperRow | None:
        """Return a row, if it is here."""
        row = self._rows.get(paper_id)
        if row is not None:
            self._rows.move_to_end(paper_id)
        return row

    def fetch(self, ids: Iterable[int]) -> list[int]:
        """Read the rows of ``ids`` that are not here; return those that no longer exist."""
        missing = [paper_id for paper_id in ids if paper_id not in self._rows]
        if missing:
            self.put(self._read(missing))
        return [paper_id for paper_id in missing if paper_id not in self._rows]

    def put(self, rows: Iterable[PaperRow]) -> None:
        """Keep ``rows``."""
        for row in rows:
            self._rows[row.id] = row
            self._rows.move_to_end(row.id)
        while len(self._rows) > _CAPACITY:
            self._rows.popitem(last=False)

    def change(self, ids: Iterable[int], change: Change) -> None:
        """Change the rows that are here."""
        for paper_id in ids:
            if (row := self._rows.get(paper_id)) is not None:
                self._rows[paper_id] = change.on_row(row)

    def clear(self) -> None:
        """Forget all rows: the library may hold others."""
        self._rows.clear()
