"""The most likely kind of every line of a text, all lines considered together.

Of what kind a line is (a title, a list of authors, text, …) cannot be seen for
certain, but each kind decides what may follow. The sequence that fits best as a
whole is found by dynamic programming (A. J. Viterbi, 1967,
https://doi.org/10.1109/TIT.1967.1054010), so that one doubtful line is decided
by all the others.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import inf

#: What comes before the first line and after the last.
EDGE = "edge"


@dataclass(frozen=True, slots=True)
class Arc:
    """That a line of one kind may follow one of another: over what sort of break, how likely."""

    before: str
    after: str
    sort: str
    weight: float = 0.0


#: The arcs by what they lead to, as :func:`segment` wants them.
Grammar = Mapping[str, Sequence[tuple[str, str, float]]]


def grammar(arcs: Iterable[Arc]) -> Grammar:
    """Return ``arcs`` in order of what they lead to."""
    leading: dict[str, list[tuple[str, str, float]]] = {}
    for arc in arcs:
        leading.setdefault(arc.after, []).append((arc.before, arc.sort, arc.weight))
    return leading


def segment(
    arcs: Grammar, lines: Sequence[Mapping[str, float]], breaks: Sequence[Mapping[str, float]]
) -> list[str]:
    """Return the kinds of the lines in the most likely sequence.

    ``lines`` weighs the kinds that each line may be of, ``breaks`` the sorts of the break
    before each line and after the last one, all as logarithms of odds. A kind that is left
    out is impossible; a grammar lets every text be read somehow.
    """
    if not lines:
        return []
    weights = {EDGE: 0.0}
    trail: list[dict[str, str]] = []
    for kinds, sorts in zip(lines, breaks, strict=False):
        reached: dict[str, float] = {}
        before: dict[str, str] = {}
        for kind, weight in kinds.items():
            most = -inf
            for one, sort, own in arcs.get(kind, ()):  # as _best does, without a call a kind
                if one in weights and (whole := weights[one] + own + sorts[sort]) > most:
                    most, before[kind] = whole, one
            if kind in before:
                reached[kind] = most + weight
        weights = reached
        trail.append(before)
    last = _best(arcs[EDGE], weights, breaks[len(lines)])
    assert last is not None, "a grammar lets a text end after furniture"
    found = [last[1]]
    for before in reversed(trail[1:]):
        found.append(before[found[-1]])
    return found[::-1]


def _best(
    arcs: Sequence[tuple[str, str, float]],
    weights: Mapping[str, float],
    sorts: Mapping[str, float],
) -> tuple[float, str] | None:
    """Return the heaviest way to the end of one of ``arcs``, and where it comes from."""
    best: tuple[float, str] | None = None
    for before, sort, weight in arcs:
        if before in weights:
            whole = weights[before] + weight + sorts[sort]
            if best is None or whole > best[0]:
                best = whole, before
    return best
