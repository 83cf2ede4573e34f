"""What speaks for a wrapper having made a line break, and what for an author, as log odds."""

from collections.abc import Callable, Mapping

from readlist.importing.readers import grammar
from readlist.importing.readers.evidence import begins_small, comment_label, ends_sentence
from readlist.importing.readers.lines import Line
from readlist.importing.readers.wrapping import Break, Wrapping

WeighBreak = Callable[[Line | None, Line | None], Mapping[str, float]]

_EDGE = dict.fromkeys((grammar.AFTER_OTHER, grammar.NEXT[grammar.AFTER_OTHER]), 0.0)
# How likely a break is to look so when it is the end of something.
_AT_END = {
    Break.UNKNOWN: 0.0,
    Break.FULL: -2.3,
    Break.SHORT: 0.0,
    Break.OVERLONG: 0.0,
    Break.GAP: 0.0,
}
_OVERLONG = -6.0
_GAP = -12.0
_CROWDED = -2.0  # no blank line before a paper on a page that has blank lines


def breaks_of(wrapping: Wrapping) -> WeighBreak:
    """Return what weighs the breaks of a dump that was wrapped so."""

    def weigh(before: Line | None, after: Line | None) -> Mapping[str, float]:
        if before is None or after is None:
            return _edge(before)
        return _weigh(wrapping, before, after)

    return weigh


def _edge(before: Line | None) -> Mapping[str, float]:
    return _EDGE if before is None else _ends(before.content, 0.0)


def _weigh(wrapping: Wrapping, before: Line, after: Line) -> Mapping[str, float]:
    looks = wrapping.break_between(before, after)
    label = comment_label(before.content)
    noted = wrapping.break_between(before, after, label) if label else looks
    sentence = ends_sentence(before.content)
    small = begins_small(after.content)
    text = -2.7 * sentence - 1.2 * (not small)
    listed = 2.0 if before.text.endswith((",", ";", " and", ":", "-")) else -0.5
    weights = _ends(before.content, _AT_END[looks])
    crowded = _CROWDED if wrapping.spaced and not after.gap else 0.0
    weights.update({then: weights[end] + crowded for end, then in grammar.NEXT.items()})
    weights[grammar.WRAPPED] = _on(wrapping, looks) + text
    weights[grammar.WRAPPED_LIST] = _on(wrapping, looks) + listed + 2.0 * small
    weights[grammar.WRAPPED_COMMENT] = _on(wrapping, noted) - 0.5
    return weights


def _on(wrapping: Wrapping, looks: Break) -> float:
    """Return how likely a break that a wrapper made is to look so."""
    if looks is Break.SHORT:
        return wrapping.chance_of_short
    return {Break.OVERLONG: _OVERLONG, Break.GAP: _GAP}.get(looks, 0.0)


def _ends(content: str, weight: float) -> dict[str, float]:
    """Return the weights of something having ended with the line ``content``."""
    prose = weight if ends_sentence(content) else weight - 4.5
    short = 5.0 * (len(content) < 50) + 2.0 * (len(content) < 70)
    return {
        grammar.AFTER_OTHER: weight,
        grammar.AFTER_TEXT: prose,
        grammar.AFTER_FIRST: prose - short,
    }
