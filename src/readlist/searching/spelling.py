"""Widening a term by the words of the library that may have been meant.

A word of four letters may have one slip, one of eight two: a letter wrong,
missing, too many, or two swapped (optimal string alignment distance), or
letters written as they sound, ``f`` for ``ph``. A word may also be half typed,
the last one with a slip in it; two words run together; or the initials of a
title.
"""

from collections.abc import Collection, Iterable, Mapping

from readlist.searching.terms import JOINED, initials_form, may_be_initials
from readlist.store import fts, vocabulary
from readlist.store.database import Database
from readlist.store.fts import Form, Term
from readlist.text import fold_letters, words

#: How many words a term is widened by at most.
_MOST = 12
#: What a slip takes from a form's closeness, and what being half typed with a slip in it does.
_SLIP, _HALF = 0.15, 0.3
#: How near the same word is with another ending, and the endings, longest first.
_INFLECTED = 0.88
_ENDINGS = ("ations", "ation", "ings", "ions", "ing", "ion", "ers", "es", "ed", "er", "e", "s", "")
_SOUNDS = (("f", "ph"), ("c", "k"), ("ch", "k"), ("s", "z"), ("x", "ks"), ("y", "i"))
#: How near another word is to one that the library holds too: that one was probably meant.
_TAKEN = 0.65


def widened(database: Database, term: Term) -> Term:
    """Return ``term`` with what else may have been meant by it."""
    if term.phrase:
        return term
    [first, *_] = term.forms
    if len(first.tokens) > 1:
        return term._replace(forms=(*term.forms, *_each_widened(database, first)))
    word = fold_letters(first.tokens[0])
    if words(word) != [word] or len(word) > vocabulary.LONGEST:  # some signs fold to several words
        return term
    slips, inflected = _slips_to(database, word), _inflected(word)
    held = fts.frequencies(database, {word, *slips, *inflected})
    known = word in held
    near = _nearest(slips, held)
    forms = [Form((other,), (_TAKEN if known else 1) - _SLIP * slips) for other, slips in near]
    forms += [Form((other,), _INFLECTED) for other in sorted(inflected & held.keys())]
    forms += _beginnings(database, word) if first.begun else _half_typed(word)
    forms += [] if known else _split(database, word)
    if may_be_initials(word):
        forms.append(initials_form(word))
    typed = set(term.forms)
    return term._replace(forms=(*term.forms, *(form for form in forms if form not in typed)))


def joined(database: Database, one: Term, other: Term) -> tuple[Term, Term]:
    """Return two terms as one, as typed and widened by the words they make when run together."""
    tokens = (*one.forms[0].tokens, *other.forms[0].tokens)
    begun = other.forms[0].begun
    typed = Term(f"{one.typed} {other.typed}", (Form(tokens, begun=begun),))
    if one.phrase or other.phrase or len(tokens) > 2:
        return typed, typed
    word = fold_letters("".join(tokens))
    forms = [Form((near,), JOINED - _SLIP * slips) for near, slips in _near(database, word)]
    if fts.frequencies(database, [word]):
        forms += [Form((word,), JOINED)] + [Form((word,), JOINED, begun=True)] * begun
    return typed, typed._replace(forms=(*typed.forms, *forms))


def _each_widened(database: Database, form: Form) -> Iterable[Form]:
    """A compound whose one part was spelt wrongly."""
    for place, token in enumerate(form.tokens):
        for other, slips in _near(database, fold_letters(token))[:4]:
            tokens = (*form.tokens[:place], other, *form.tokens[place + 1 :])
            yield Form(tokens, JOINED - _SLIP * slips, begun=form.begun)


def _near(database: Database, word: str) -> list[tuple[str, int]]:
    """Return words of the library a slip or two away with the number of slips, nearest first."""
    slips = _slips_to(database, word)
    return _nearest(slips, fts.frequencies(database, slips))


def _nearest(slips: Mapping[str, int], held: Mapping[str, int]) -> list[tuple[str, int]]:
    """Return those of the words with their slips that are ``held`` so often, nearest first."""
    near = [(other, number) for other, number in slips.items() if other in held]
    near.sort(key=lambda each: (each[1], -held[each[0]], each[0]))
    return near[:_MOST]


def _slips_to(database: Database, word: str) -> dict[str, int]:
    """Return words a slip or two away with their slips, perhaps some the library holds no more."""
    allowed = _slips(word)
    if not allowed:
        return {}
    spellings = _as_they_sound(word)
    looked_at = [word, *spellings] if allowed > 1 else [word]
    listed = vocabulary.neighbours(database, looked_at)
    slips = _within(listed, word, allowed)
    more_slips = allowed - 1 if slips.keys() <= {word} else 0  # only where nothing is nearer
    for other_spelling in spellings:
        near = _within(listed, other_spelling, more_slips)
        for other, more in near.items():
            slips[other] = min(more + 1, slips.get(other, allowed))
    slips.pop(word, None)
    return slips


def _within(listed: Collection[str], word: str, allowed: int) -> dict[str, int]:
    """Return the words at most so many slips away from ``word``, with their slips."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    if not allowed:
        return {word: 0}
    found = process.extract(word, listed, scorer=OSA.distance, score_cutoff=allowed, limit=None)
    return {other: int(slips) for other, slips, _ in found}


def _as_they_sound(word: str) -> set[str]:
    """Return ``word`` with letters that sound alike in each other's place."""
    swapped = (word.replace(one, other) for pair in _SOUNDS for one, other in (pair, pair[::-1]))
    return set(swapped) - {word}


def _half_typed(word: str) -> list[Form]:
    return [Form((word,), 1 - _SLIP, begun=True)] if len(word) >= vocabulary.SHORTEST - 1 else []


def _inflected(word: str) -> set[str]:
    """Return what an English word becomes with another ending, words or not."""
    ending = next(end for end in _ENDINGS if word.endswith(end))
    stem = word[: len(word) - len(ending)]
    if len(stem) < vocabulary.SHORTEST or not word.isalpha():
        return set()
    return {stem + other for other in _ENDINGS} - {word}


def _slips(word: str) -> int:
    if len(word) < vocabulary.SHORTEST or word.isdigit():
        return 0
    return 1 if len(word) < 2 * vocabulary.SHORTEST else 2


def _beginnings(database: Database, word: str) -> list[Form]:
    """Return beginnings of the library's words that ``word`` may be, half typed."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    if len(word) < vocabulary.SHORTEST:
        return []
    longest = {other[: len(word) + 1] for other in vocabulary.beginning_as(database, word)}
    shorter = {head[: len(word)] for head in longest}
    heads = longest | shorter | {head[:-1] for head in shorter}
    near = process.extract(word, heads, scorer=OSA.distance, score_cutoff=1, limit=None)
    found = [head for head, _, _ in near if not head.startswith(word)]  # those are found anyway
    found.sort(key=lambda head: (len(head) != len(word), -len(head), head))
    stem = word[:-1]  # stands for all that differ in the last letter
    beginnings = dict.fromkeys(stem if head.startswith(stem) else head for head in found)
    return [Form((head,), 1 - _HALF, begun=True) for head in list(beginnings)[: 2 * _MOST]]


def _split(database: Database, word: str) -> list[Form]:
    """Return the ways to read ``word`` as two words of the library."""
    pairs = [(word[:place], word[place:]) for place in range(1, len(word))]
    held = fts.frequencies(database, {part for pair in pairs for part in pair})
    kept = [pair for pair in pairs if held.keys() >= set(pair)]
    kept.sort(key=lambda pair: -min(len(part) for part in pair))
    return [Form(pair, JOINED) for pair in kept[:2]]
