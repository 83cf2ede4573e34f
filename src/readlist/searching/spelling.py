"""Spelling: a term widened by the words of the library that may have been meant.

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
#: How much closeness a form loses by a slip, and by being half typed with a slip in it.
_SLIP, _HALF = 0.15, 0.3
#: The closeness of the same word with another ending, and the endings, longest first.
_INFLECTED = 0.88
_ENDINGS = ("ations", "ation", "ings", "ions", "ing", "ion", "ers", "es", "ed", "er", "e", "s", "")
_SOUNDS = (("f", "ph"), ("c", "k"), ("ch", "k"), ("s", "z"), ("x", "ks"), ("y", "i"))
#: The closeness of a word to one that is in the library itself, and so was probably meant.
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
    if first.begun:
        forms += _beginnings(database, word)
    elif len(word) >= vocabulary.SHORTEST - 1:
        forms.append(Form((word,), 1 - _SLIP, begun=True))
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
    """Yield a compound with one of its parts spelt as the library has it."""
    for place, token in enumerate(form.tokens):
        for other, slips in _near(database, fold_letters(token))[:4]:
            tokens = (*form.tokens[:place], other, *form.tokens[place + 1 :])
            yield Form(tokens, JOINED - _SLIP * slips, begun=form.begun)


def _near(database: Database, word: str) -> list[tuple[str, int]]:
    """Return words of the library a slip or two away with the number of slips, nearest first."""
    slips = _slips_to(database, word)
    return _nearest(slips, fts.frequencies(database, slips))


def _nearest(slips: Mapping[str, int], held: Mapping[str, int]) -> list[tuple[str, int]]:
    """Return those of the words with their slips that are in ``held``, nearest first."""
    near = [(other, number) for other, number in slips.items() if other in held]
    near.sort(key=lambda each: (each[1], -held[each[0]], each[0]))
    return near[:_MOST]


def _slips_to(database: Database, word: str) -> dict[str, int]:
    """Return words a slip or two away with their slips; the library may not hold all any more."""
    if len(word) < vocabulary.SHORTEST or word.isdigit():
        return {}
    allowed = 1 if len(word) < 2 * vocabulary.SHORTEST else 2
    sounds = (pair for two in _SOUNDS for pair in (two, two[::-1]))
    spellings = {word.replace(*pair) for pair in sounds} - {word}
    looked_at = [word, *spellings] if allowed > 1 else [word]
    listed = vocabulary.neighbours(database, looked_at)
    slips = _within(listed, word, allowed)
    more_slips = allowed - 1 if slips.keys() <= {word} else 0  # only where nothing is nearer
    for spelling in spellings:
        for other, more in _within(listed, spelling, more_slips).items():
            slips[other] = min(more + 1, slips.get(other, allowed))
    slips.pop(word, None)
    return slips


def _within(listed: Collection[str], word: str, allowed: int) -> dict[str, int]:
    """Return the ``listed`` words that are ``allowed`` slips or fewer from ``word``."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    if not allowed:
        return {word: 0}
    found = process.extract(word, listed, scorer=OSA.distance, score_cutoff=allowed, limit=None)
    return {other: int(slips) for other, slips, _ in found}


def _inflected(word: str) -> set[str]:
    """Return an English word with other endings; not all of them are words."""
    ending = next(end for end in _ENDINGS if word.endswith(end))
    stem = word[: len(word) - len(ending)]
    if len(stem) < vocabulary.SHORTEST or not word.isalpha():
        return set()
    return {stem + other for other in _ENDINGS} - {word}


def _beginnings(database: Database, word: str) -> list[Form]:
    """Return beginnings of the library's words that ``word`` may be, half typed."""
    if len(word) < vocabulary.SHORTEST:
        return []
    longest = {other[: len(word) + 1] for other in vocabulary.sharing_first_letter(database, word)}
    shorter = {head[: len(word)] for head in longest}
    heads = longest | shorter | {head[:-1] for head in shorter}
    near = _within(heads, word, 1)
    found = [head for head in near if not head.startswith(word)]  # those are found anyway
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
