"""From the words a person typed to the forms they may have in a paper.

Case and accents are the index's affair. Here are plurals, hyphens, Greek
letters, multiplication signs, and the initials of a title.
"""

import re
from collections.abc import Sequence

from readlist.store.filters import Word
from readlist.store.fts import Form, Term
from readlist.store.search_index import LONGEST_INITIALS, SHORTEST_INITIALS
from readlist.text import words

#: How near a form is to what was typed: another number, hyphens, a letter's name, initials.
PLURAL, JOINED, NAMED, INITIALS = 0.97, 0.96, 0.96, 0.75

_GREEK_NAMES = """
alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu
nu xi omicron pi rho sigma tau upsilon phi chi psi omega
"""
_GREEK = dict(zip(_GREEK_NAMES.split(), "αβγδεζηθικλμνξοπρστυφχψω", strict=True))
_LETTER_NAMES = {letter: name for name, letter in _GREEK.items()}
#: So many parts a compound or a phrase may have.
_LONGEST_TERM = 32
_TIMES = re.compile(r"(?<=\d)\s*(?:\\times|×)")
_SIGNS = ("x", "×", "times", "\\times")
_FACTOR = re.compile(r"(\d+)x(\d*)")
_VOWELS = frozenset("aeiou")


def terms_of(sought: Sequence[Word]) -> list[Term]:
    """Return the terms of the words to be found, in order; the last may be half typed."""
    products = _with_products([word for word in sought if not word.negated])
    terms = list(dict.fromkeys(term for word in products if (term := _term(word))))
    if terms and not terms[-1].phrase:
        terms[-1] = _begun(terms[-1])
    return terms


def _with_products(sought: list[Word]) -> list[Word]:
    """Return words with ``64 x 64`` and ``100 times`` as one."""
    joined: list[Word] = []
    for word in sought:
        before = joined[-1] if joined else None
        is_sign = word.text in _SIGNS and before and before.text.isdecimal()
        is_other = word.text.isdecimal() and before and before.text.endswith("x")
        if before and (is_sign or (is_other and before.text[:-1].isdecimal())):
            joined[-1] = Word(before.text + ("x" if is_sign else word.text))
        else:
            joined.append(word)
    return joined


def may_be_initials(word: str) -> bool:
    """Tell whether ``word`` could be the initials of a title's words."""
    return word.isalpha() and SHORTEST_INITIALS <= len(word) <= LONGEST_INITIALS


def initials_form(word: str) -> Form:
    """Return the form of ``word`` as the initials of a title's words."""
    return Form((word,), INITIALS, initials=True)


def _term(word: Word) -> Term | None:
    tokens = tuple(map(_lower, words(_TIMES.sub("x", word.text))))[:_LONGEST_TERM]
    if not tokens:
        return None
    forms = [Form(tokens)]
    if word.phrase:
        return Term(word.text, tuple(forms), phrase=True)
    if len(tokens) == 1:
        forms += _other_forms(tokens[0])
    else:
        forms.append(Form(("".join(tokens),), JOINED))
        last = [form.tokens[-1] for form in _other_forms(tokens[-1]) if len(form.tokens) == 1]
        forms += [Form((*tokens[:-1], other), PLURAL) for other in last]
    return Term(" ".join(tokens), tuple(forms))


def _begun(term: Term) -> Term:
    """Let the end of a term be half typed."""
    begun = (form._replace(begun=True) for form in term.forms if not form.initials)
    return term._replace(forms=(*begun, *(form for form in term.forms if form.initials)))


def _other_forms(word: str) -> list[Form]:
    forms = [Form((other,), PLURAL) for other in _other_numbers(word)]
    if other := _GREEK.get(word) or _LETTER_NAMES.get(word):
        forms.append(Form((other,), NAMED))
    if factor := _FACTOR.fullmatch(word):
        forms += _products(*factor.groups())
    if may_be_initials(word) and _VOWELS.isdisjoint(word):
        forms.append(initials_form(word))
    return forms


def _products(number: str, other: str) -> list[Form]:
    """Return how a page may write ``100x`` or ``64x64``; the sign itself is no word."""
    others = (other,) if other else ()
    ways = [(number, *others), (number, "times", *others), (number, "x", *others)]
    if not other:
        ways.append((f"{number}times",))
    return [Form(way, NAMED) for way in ways]


def _lower(word: str) -> str:
    """Return ``word`` in lower case, unless that takes more letters: the index knows better."""
    lower = word.lower()
    return lower if len(lower) == len(word) else word


def _other_numbers(word: str) -> list[str]:
    """Return the plural of an English word, or its singular; some are no words: no harm."""
    if len(word) < 3 or not word.isalpha():
        return []
    if word.endswith("ies"):
        return [f"{word[:-3]}y"]
    if word.endswith(("ses", "xes", "zes", "ches", "shes")):
        return [word[:-2], word[:-1]]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return [word[:-1]]
    if word.endswith("y") and word[-2] not in _VOWELS:
        return [f"{word[:-1]}ies"]
    return [f"{word}es" if word.endswith(("s", "x", "z", "ch", "sh")) else f"{word}s"]
