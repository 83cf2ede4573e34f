"""Telling what was read as something else."""

from collections.abc import Sequence

from readlist.domain import Correction
from readlist.searching.matching import Matcher
from readlist.store import fts
from readlist.store.database import Database
from readlist.store.fts import Term
from readlist.text import folded_words


def corrections(
    database: Database, typed: Sequence[Term], terms: Sequence[Term], best: int | None
) -> tuple[Correction, ...]:
    """Return which of the ``typed`` terms the ``best`` paper holds only as something else."""
    if best is None or list(typed) == list(terms):
        return ()
    texts = [folded_words(text) for text in fts.document(database, best)]
    found = (_corrected(*pair, texts) for pair in zip(typed, terms, strict=True))
    return tuple(correction for correction in found if correction)


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
