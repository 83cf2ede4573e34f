"""The most likely kind of every line of a dump, all lines considered together.

Of what kind a line is (a title, a list of authors, text, …) cannot be seen for
certain, but each kind decides what may follow. The sequence that fits best as a
whole is found by dynamic programming (A. J. Viterbi, 1967,
https://doi.org/10.1109/TIT.1967.1054010), so that one doubtful line is decided
by all the others. Lines are handed on as soon as every sequence that may still
win agrees on them: memory does not grow with the dump.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from readlist.importing.readers.lines import Line

#: What comes before the first line and after the last.
EDGE = "edge"
_WINDOW = 256


@dataclass(frozen=True, slots=True)
class Arc:
    """That a line of one kind may follow one of another: over what sort of break, how likely."""

    before: str
    after: str
    sort: str
    weight: float = 0.0


@dataclass(frozen=True, slots=True)
class Model:
    """What may follow what, and how lines and the breaks between them are weighed.

    All weights are logarithms of odds; a kind that ``weigh_line`` leaves out is impossible.
    """

    arcs: Sequence[Arc]
    weigh_line: Callable[[Line], Mapping[str, float]]
    weigh_break: Callable[[Line | None, Line | None], Mapping[str, float]]


def segment(lines: Iterable[Line], model: Model) -> Iterator[tuple[Line, str]]:
    """Yield each of ``lines`` with its kind in the most likely sequence."""
    trellis = _Trellis(model)
    for line in lines:
        trellis.add(line)
        if trellis.is_full:
            yield from trellis.agreed()
    yield from trellis.finish()


def likelihood(lines: Iterable[Line], model: Model) -> float:
    """Return the weight of the most likely sequence of kinds for ``lines``."""
    trellis = _Trellis(model)
    for line in lines:
        trellis.add(line)
    return trellis.close()[0]


class _Trellis:
    """The best sequence up to the last line for every kind that line may be of."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self._arcs: dict[str, list[Arc]] = {}
        for arc in model.arcs:
            self._arcs.setdefault(arc.after, []).append(arc)
        self._last: Line | None = None
        self._weights = {EDGE: 0.0}
        self._lines: list[Line] = []
        self._before: list[dict[str, str]] = []
        self._limit = _WINDOW

    @property
    def is_full(self) -> bool:
        """Whether it is time to look for what can be handed on."""
        return len(self._lines) >= self._limit

    def add(self, line: Line) -> None:
        """Extend every sequence by ``line``."""
        breaks = self._model.weigh_break(self._last, line)
        weights: dict[str, float] = {}
        before: dict[str, str] = {}
        for kind, weight in self._model.weigh_line(line).items():
            best = self._best(kind, breaks)
            if best is not None:
                before[kind], weights[kind] = best[0], best[1] + weight
        self._last, self._weights = line, weights
        self._lines.append(line)
        self._before.append(before)

    def close(self) -> tuple[float, str]:
        """Return the weight of the best whole sequence and the kind it ends with."""
        best = self._best(EDGE, self._model.weigh_break(self._last, None))
        assert best is not None, "a model lets a dump end after furniture"
        return best[1], best[0]

    def agreed(self) -> Iterator[tuple[Line, str]]:
        """Yield the lines that all sequences agree on; wait longer next time if there are none."""
        kinds = set(self._weights)
        for place in range(len(self._lines) - 1, 0, -1):
            kinds = {self._before[place][kind] for kind in kinds}
            if len(kinds) == 1:
                yield from self._hand_on(place, kinds.pop())
                break
        self._limit = max(_WINDOW, 2 * len(self._lines))

    def finish(self) -> Iterator[tuple[Line, str]]:
        """Yield all lines that are left."""
        if self._lines:
            yield from self._hand_on(len(self._lines), self.close()[1])

    def _best(self, kind: str, breaks: Mapping[str, float]) -> tuple[str, float] | None:
        found: tuple[str, float] | None = None
        for arc in self._arcs.get(kind, ()):
            weight = self._weights.get(arc.before)
            if weight is not None:
                weight += arc.weight + breaks[arc.sort]
                if found is None or weight > found[1]:
                    found = arc.before, weight
        return found

    def _hand_on(self, count: int, kind: str) -> Iterator[tuple[Line, str]]:
        """Yield the first ``count`` lines, the last of which is of ``kind``."""
        kinds = []
        for place in range(count - 1, -1, -1):
            kinds.append(kind)
            kind = self._before[place][kind]
        done = list(zip(self._lines[:count], reversed(kinds), strict=True))
        del self._lines[:count], self._before[:count]
        yield from done
