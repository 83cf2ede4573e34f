"""What to show of a search: what to highlight in a text, and which words were corrected."""

import re
from collections.abc import Iterable, Sequence
from itertools import accumulate

from readlist.domain import Correction
from readlist.searching.terms import Match, Matcher
from readlist.store import fts
from readlist.store.database import Database
from readlist.store.fts import Term
from readlist.text import fold_letters, folded_words, without_young_letters

# A letter may have its accents beside it.
_WORDS = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f])*")


class Highlighter:
    """Finds in many texts what to highlight.

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
    """Return start and end of a match; letters end with the accents beside them."""
    last = words[match.place + match.length - 1]
    lengths = accumulate(len(fold_letters(letter)) for letter in last[0])
    beyond = (place for place, length in enumerate(lengths) if match.letters < length)
    end = next(beyond, len(last[0])) if match.letters else len(last[0])
    return words[match.place].start(), last.start() + end


def _apart(found: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join places that overlap or touch."""
    apart: list[tuple[int, int]] = []
    for start, end in found:
        if apart and start <= apart[-1][1]:
            apart[-1] = (apart[-1][0], max(end, apart[-1][1]))
        else:
            apart.append((start, end))
    return apart


def corrections(
    database: Database, typed: Sequence[Term], terms: Sequence[Term], best: int | None
) -> tuple[Correction, ...]:
    """Return which of the ``typed`` terms the ``best`` paper holds only as something else.

    ``terms`` are the same widened by what may have been meant.
    """
    if best is None or list(typed) == list(terms):
        return ()
    texts = [folded_words(text) for text in fts.document(database, best)]
    found = (_corrected(*pair, texts) for pair in zip(typed, terms, strict=True))
    return tuple(filter(None, found))


def _corrected(typed: Term, term: Term, texts: Sequence[Sequence[str]]) -> Correction | None:
    """Look for a term as typed in every text, then as it was widened."""
    as_typed, as_widened = Matcher(typed), Matcher(term)
    if any(as_typed.find(words) for words in texts) or as_typed.find_initials(texts[0]):
        return None
    for words in texts:
        match = as_widened.find(words) or as_widened.find_initials(words)
        if match:
            held = " ".join(words[match.place : match.place + match.length])
            return Correction(typed.typed, held)
    return None
