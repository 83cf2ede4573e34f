"""What of a text to show as found."""

import re
from collections.abc import Iterable, Sequence
from itertools import accumulate

from readlist.searching.matching import Match, Matcher
from readlist.store.fts import Term
from readlist.text import fold_letters, without_young_letters

# A letter may have its accents beside it.
_WORDS = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f])*")


class Highlighter:
    """Finds in many texts what is to be shown as found.

    Terms are looked for as they were ``typed``; one that is not there so, as it
    was widened. Of a word half typed only the letters typed are shown.
    """

    def __init__(self, typed: Sequence[Term], terms: Sequence[Term]) -> None:
        pairs = zip(typed, terms, strict=True)
        self._matchers = [(Matcher(term), Matcher(wide)) for term, wide in pairs]

    def __call__(self, text: str) -> list[tuple[int, int]]:
        """Return where ``text`` holds the terms: start and end of each place, in order, apart."""
        words = list(_WORDS.finditer(without_young_letters(text)))
        folded = fold_letters("\n".join([word[0] for word in words])).split("\n")
        found: list[tuple[int, int]] = []
        for as_typed, widened in self._matchers:
            matches = as_typed.all(folded) or _closest(widened.all(folded))
            found += [_span(match, words) for match in matches]
        return _apart(sorted(found))


def _closest(matches: Iterable[Match]) -> list[Match]:
    matches = list(matches)
    best = max((match.closeness for match in matches), default=0.0)
    return [match for match in matches if match.closeness == best]


def _span(match: Match, words: Sequence[re.Match[str]]) -> tuple[int, int]:
    last = words[match.place + match.length - 1]
    return words[match.place].start(), last.start() + _length(last[0], match.letters)


def _length(word: str, letters: int) -> int:
    """Return how long the first ``letters`` of a word are with the accents beside them."""
    lengths = accumulate(len(fold_letters(letter)) for letter in word)
    told = (place for place, folded in enumerate(lengths) if folded > letters)
    return next(told, len(word)) if letters else len(word)


def _apart(found: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join places that overlap or touch."""
    apart: list[tuple[int, int]] = []
    for start, end in found:
        if apart and start <= apart[-1][1]:
            apart[-1] = (apart[-1][0], max(end, apart[-1][1]))
        else:
            apart.append((start, end))
    return apart
