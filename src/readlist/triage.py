"""Going through papers one by one: which is next, what was decided, and how fast it goes."""

from collections import Counter, deque
from collections.abc import Callable, Iterable, Sequence

from readlist.domain import Status

#: The pace is that of so many papers, so that a pause is forgotten soon.
_RECENT = 20


class TriageSession:
    """A row of papers with a place in it, which past the last one is its end.

    A paper may be decided more than once; what counts is the last verdict that
    was not undone. ``clock`` returns seconds. Nothing is drawn or written here.
    """

    def __init__(self, ids: Sequence[int], clock: Callable[[], float]) -> None:
        self.ids = list(ids)
        self.place = 0
        self._clock = clock
        self._verdicts: dict[int, list[Status]] = {}
        self._undone: dict[int, list[Status]] = {}
        self._times: deque[float] = deque([clock()], maxlen=_RECENT + 1)

    @property
    def current(self) -> int | None:
        """The paper to decide on, or ``None`` at the end."""
        return self.ids[self.place] if self.place < len(self.ids) else None

    @property
    def ahead(self) -> int:
        """How many papers are left, the current one included."""
        return len(self.ids) - self.place

    # Going through

    def decide(self, status: Status) -> None:
        """Note a verdict on the current paper and go on."""
        if self.current is not None:
            verdicts = self._verdicts.setdefault(self.current, [])
            if verdicts[-1:] != [status]:
                verdicts.append(status)
                self._undone.pop(self.current, None)
            self.later()

    def later(self) -> None:
        """Go on without a verdict."""
        if self.current is not None:
            self.place += 1
            self._times.append(self._clock())

    def back(self) -> None:
        """Go back to the paper before."""
        self.place = max(0, self.place - 1)

    def go_to(self, paper_id: int) -> bool:
        """Go to a paper; return whether it is one of these."""
        if paper_id in self.ids:
            self.place = self.ids.index(paper_id)
            return True
        return False

    def again(self) -> None:
        """Begin anew with the papers that have no verdict."""
        self.ids, self.place = self.left(), 0
        self._times = deque([self._clock()], maxlen=_RECENT + 1)

    def forget(self, gone: Iterable[int]) -> None:
        """Take out papers that do not exist any more; stay on the paper, or at its place."""
        leaving = set(gone)
        self.place -= sum(paper_id in leaving for paper_id in self.ids[: self.place])
        self.ids = [paper_id for paper_id in self.ids if paper_id not in leaving]
        for paper_id in leaving:
            self._verdicts.pop(paper_id, None)

    # Undoing

    def undo(self, ids: Iterable[int]) -> None:
        """The last verdict on these papers was undone."""
        for paper_id in ids:
            if verdicts := self._verdicts.get(paper_id):
                self._undone.setdefault(paper_id, []).append(verdicts.pop())

    def redo(self, ids: Iterable[int]) -> None:
        """The last verdict on these papers that was undone was redone."""
        for paper_id in ids:
            if undone := self._undone.get(paper_id):
                self._verdicts.setdefault(paper_id, []).append(undone.pop())

    # What came of it

    def verdict(self, paper_id: int) -> Status | None:
        """Return what was decided on a paper, if anything was."""
        verdicts = self._verdicts.get(paper_id)
        return verdicts[-1] if verdicts else None

    def left(self) -> list[int]:
        """Return the papers without a verdict."""
        return [paper_id for paper_id in self.ids if not self._verdicts.get(paper_id)]

    def tally(self) -> dict[Status, int]:
        """Return how many papers each verdict was given."""
        counts = Counter(verdicts[-1] for verdicts in self._verdicts.values() if verdicts)
        return {status: counts[status] for status in Status}

    @property
    def per_minute(self) -> float | None:
        """Papers a minute lately, or ``None`` while that is not known."""
        seconds = self._times[-1] - self._times[0]
        papers = len(self._times) - 1
        return 60 * papers / seconds if papers and seconds > 0 else None


def pace(triage: TriageSession) -> str:
    """Return how fast it goes and how long it will take: ``12 a minute · about 3 min left``."""
    per_minute = triage.per_minute
    if per_minute is None:
        return ""
    speed = f"{per_minute:.0f} a minute" if per_minute >= 1 else "under 1 a minute"
    if not triage.ahead:
        return speed
    minutes = triage.ahead / per_minute
    if minutes < 1:
        return f"{speed} · under a minute left"
    left = f"{minutes:.0f} min" if minutes < 90 else f"{minutes / 60:.0f} h"
    return f"{speed} · about {left} left"
