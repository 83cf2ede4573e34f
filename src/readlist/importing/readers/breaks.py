"""What speaks for a wrapper having made a line break, and what for something ending there.

All weights are logarithms of odds, rough ones: how often a line of prose ends a
sentence, how often a last line happens to be full, and the like.
"""

from collections.abc import Callable, Mapping

from readlist.importing.readers import grammar
from readlist.importing.readers.evidence import begins_small, ends_sentence
from readlist.importing.readers.labels import comment_label
from readlist.importing.readers.lines import Line
from readlist.importing.readers.wrapping import Break, Wrapping

WeighBreak = Callable[[Line | None, Line | None], Mapping[str, float]]

# Where something ends.
_HAPPENS_TO_BE_FULL = -2.3
_NO_SENTENCE_END = -5.0
_IRREGULAR = -4.0  # blank lines where the page has none, or none where it has them
_CROWDED = -2.5  # no blank line before a paper on a page that has blank lines
# A text of one line is hardly an abstract when it is shorter than this.
_SHORT, _SHORTER = 70, 50
_IS_SHORT, _IS_SHORTER = -2.0, -5.0
# Where something goes on.
_HAPPENS_TO_END_SENTENCE = -2.7
_BEGINS_LIKE_SENTENCE = -1.2
_BEGINS_SMALL = 2.0
_LIST_IS_OPEN = 2.0
_NOT_KNOWN_TO_BE_WRAPPED = -2.0
_NUMBER = 3.0  # what a comment's last line may be alone, a year or pages, begins nothing else
_SELDOM = -0.5  # most titles and comments are on one line
_GOES_ON = {Break.OVERLONG: -6.0, Break.GAP: -12.0}

_AT_EDGE = dict.fromkeys((grammar.AFTER_OTHER, grammar.NEXT[grammar.AFTER_OTHER]), 0.0)


def breaks_of(wrapping: Wrapping) -> WeighBreak:
    """Return what weighs the breaks of a dump that was wrapped so.

    It takes the lines before and after, ``None`` at the dump's beginning and end.
    """

    def weigh(before: Line | None, after: Line | None) -> Mapping[str, float]:
        if before is None:
            return _AT_EDGE
        if after is None:
            return _ends(before.content, 0.0)
        return _weigh(wrapping, before, after)

    return weigh


def _weigh(wrapping: Wrapping, before: Line, after: Line) -> dict[str, float]:
    looks = wrapping.break_between(before, after)
    ending = _ends(before.content, _HAPPENS_TO_BE_FULL if looks is Break.FULL else 0.0)
    crowded = _CROWDED if wrapping.spaced and not after.gap else 0.0
    for end, then in grammar.NEXT.items():
        ending[then] = ending[end] + crowded
    other = ending[grammar.AFTER_OTHER]
    ending[grammar.HEAD_APART] = other + _IRREGULAR * (not after.gap)
    ending[grammar.HEAD_CLOSE] = other + _IRREGULAR * (after.gap > 0)
    return ending | _goes_on(wrapping, looks, before, after)


def _ends(content: str, weight: float) -> dict[str, float]:
    """Return the weights of something having ended with the line ``content``."""
    prose = weight if ends_sentence(content) else weight + _NO_SENTENCE_END
    short = _IS_SHORT * (len(content) < _SHORT) + _IS_SHORTER * (len(content) < _SHORTER)
    return {
        grammar.AFTER_OTHER: weight,
        grammar.AFTER_TEXT: prose,
        grammar.AFTER_FIRST: prose + short,
    }


def _goes_on(wrapping: Wrapping, looks: Break, before: Line, after: Line) -> dict[str, float]:
    """Return the weights of something going on after a break that looks so."""
    small = begins_small(after.content)
    weight = _chance(wrapping, looks)
    sentence = _HAPPENS_TO_END_SENTENCE * ends_sentence(before.content)
    prose = sentence + _BEGINS_LIKE_SENTENCE * (not small)
    unknown = _NOT_KNOWN_TO_BE_WRAPPED * (looks is Break.UNKNOWN and not small)
    listed = _LIST_IS_OPEN * before.text.endswith((",", ";", " and", ":", "-"))
    return {
        grammar.WRAPPED: weight + prose,
        grammar.WRAPPED_TITLE: weight + sentence + unknown + _SELDOM,
        grammar.WRAPPED_LIST: weight + listed + _BEGINS_SMALL * small,
        grammar.WRAPPED_COMMENT: _comment_chance(wrapping, weight, before, after)
        + (_NUMBER if _is_number(after.content) else prose + unknown)
        + _SELDOM,
    }


def _comment_chance(wrapping: Wrapping, weight: float, before: Line, after: Line) -> float:
    """Return the same for a comment, whose label the wrapper may not have counted."""
    label = comment_label(before.content)
    if not label:
        return weight
    return _chance(wrapping, wrapping.break_between(before, after, label))


def _is_number(content: str) -> bool:
    return not any(letter.isalpha() for letter in content)


def _chance(wrapping: Wrapping, looks: Break) -> float:
    """Return how likely a break that a wrapper made is to look so."""
    if looks is Break.SHORT:
        return wrapping.chance_of_short
    return _GOES_ON.get(looks, 0.0)
