"""How much an entry of a list weighs among the lines around it."""

from collections.abc import Iterator, Sequence

from readlist.importing.readers.parts.lines import Line
from readlist.importing.readers.reader import Entry

#: A text of which at least this much is entries is a list of papers, however short.
_MOSTLY = 0.25
#: Fewer entries than this, in at most this part of a text, are in passing: a README's.
_FEW, _PASSING = 5, 0.1
_LIGHT = 1.0
#: What an entry weighs that says more than a title with its link does, and all there is.
_TELLING, _ALL_TOLD = 4.5, 7.5
#: What a single entry gains, and several together, in a text of little else, if it has evidence.
_OF_ONE, _SOME = 12.0, 2.5


def weighed_in_context(
    entries: Sequence[Entry],
    lines: Sequence[Line],
    bonus: float = 4.0,
    beside: int = 0,
    telling: bool = False,
) -> Iterator[Entry]:
    """Yield ``entries`` with their weights raised in a text of little else, or cut in passing.

    ``beside`` is how many lines belong to them and are in none; ``telling`` says that those
    with much evidence are more than a mention.
    """
    covered = beside + _covered(entries)
    mostly = covered >= _MOSTLY * len(lines)
    passing = len(entries) < _FEW and covered < _PASSING * len(lines)
    strong = max(bonus, _OF_ONE / max(1, len(entries)))
    for entry in entries:
        gain = strong if entry.weight >= _SOME else bonus
        enough = _TELLING if len(entries) > 1 else _ALL_TOLD
        alone = passing and not (telling and entry.weight >= enough)
        light = min(entry.weight, _LIGHT) if alone else entry.weight
        yield entry._replace(weight=entry.weight + gain if mostly else light)


def is_mostly(entries: Sequence[Entry], lines: Sequence[Line]) -> bool:
    """Return whether ``lines`` hold little else than ``entries``."""
    return _covered(entries) >= _MOSTLY * len(lines)


def _covered(entries: Sequence[Entry]) -> int:
    return sum(entry.last - entry.first + 1 for entry in entries)
