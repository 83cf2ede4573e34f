"""Terms: the forms that the words a person typed may have in a paper, and where it holds them.

The index ignores case and accents. Here are plurals, hyphens, Greek letters,
multiplication signs, and the initials of a title.
"""

import re
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from readlist.store.filters import Word
from readlist.store.fts import Form, Term
from readlist.store.search_index import LONGEST_INITIALS, SHORTEST_INITIALS, initial_words
from readlist.text import fold_letters, words

#: The closeness of forms: singular or plural, hyphens, the name of a letter, initials.
PLURAL, JOINED, NAMED, INITIALS = 0.97, 0.96, 0.96, 0.75

_GREEK_NAMES = """
alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu
nu xi omicron pi rho sigma tau upsilon phi chi psi omega
"""
_GREEK = dict(zip(_GREEK_NAMES.split(), "αβγδεζηθικλμνξοπρστυφχψω", strict=True))
_LETTER_NAMES = {letter: name for name, letter in _GREEK.items()}
#: The least share of its closeness that a word keeps when only its beginning was typed.
_BEGUN = 0.8
#: How many parts a compound or a phrase may have.
_LONGEST_TERM = 32
_TIMES = re.compile(r"(?<=\d)\s*(?:\\times|×)")
_SIGNS = ("x", "×", "times", "\\times")
_FACTOR = re.compile(r"(\d+)x(\d*)")
_VOWELS = frozenset("aeiou")


def terms_of(searched: Sequence[Word]) -> list[Term]:
    """Return the terms of the words to search for, in order; the last may be half typed."""
    products = _with_products([word for word in searched if not word.negated])
    terms = list(dict.fromkeys(term for word in products if (term := _term(word))))
    if terms and not terms[-1].phrase:
        forms = terms[-1].forms
        begun = [form._replace(begun=True) for form in forms if not form.initials]
        terms[-1] = terms[-1]._replace(forms=(*begun, *(form for form in forms if form.initials)))
    return terms


def _with_products(searched: list[Word]) -> list[Word]:
    """Return words with ``64 x 64`` and ``100 times`` as one."""
    joined: list[Word] = []
    for word in searched:
        before = joined[-1] if joined else None
        is_sign = word.text in _SIGNS and before and before.text.isdecimal()
        is_other = word.text.isdecimal() and before and before.text.endswith("x")
        if before and (is_sign or (is_other and before.text[:-1].isdecimal())):
            joined[-1] = Word(before.text + ("x" if is_sign else word.text))
        else:
            joined.append(word)
    return joined


def may_be_initials(word: str) -> bool:
    """Return whether ``word`` could be the initials of a title's words."""
    return word.isalpha() and SHORTEST_INITIALS <= len(word) <= LONGEST_INITIALS


def initials_form(word: str) -> Form:
    """Return the form of ``word`` as the initials of a title's words."""
    return Form((word,), INITIALS, initials=True)


def _term(word: Word) -> Term | None:
    written = words(_TIMES.sub("x", word.text))[:_LONGEST_TERM]
    # A word whose length changes in lower case stays as it is: the index folds it.
    tokens = tuple(low if len(low := one.lower()) == len(one) else one for one in written)
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
    """Return how a page may write ``100x`` or ``64x64``; the sign itself is not a word."""
    others = (other,) if other else ()
    ways = [(number, *others), (number, "times", *others), (number, "x", *others)]
    if not other:
        ways.append((f"{number}times",))
    return [Form(way, NAMED) for way in ways]


def _other_numbers(word: str) -> list[str]:
    """Return the plural of an English word, or its singular; not all of them are words."""
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


class Match(NamedTuple):
    """Where a term was found: how close it is, at which word, over how many words.

    ``letters`` is how many of the last word were typed, 0 for all of them.
    """

    closeness: float
    place: int
    length: int = 1
    letters: int = 0


class Matcher:
    """A term prepared for being looked for in many lists of folded words."""

    def __init__(self, term: Term) -> None:
        self.term = term
        self._whole: dict[str, float] = {}
        self._begun: list[tuple[str, float]] = []
        self._runs: list[tuple[list[str], float, bool]] = []
        self._initials: list[tuple[str, float]] = []
        for form in term.forms:
            tokens = [fold_letters(token) for token in form.tokens]
            if form.initials:
                self._initials.append((tokens[0], form.closeness))
            elif len(tokens) > 1:
                self._runs.append((tokens, form.closeness, form.begun))
            else:
                held = self._whole.get(tokens[0], 0.0)
                self._whole[tokens[0]] = max(held, form.closeness)
                if form.begun:
                    self._begun.append((tokens[0], form.closeness))
        self._beginnings = tuple(beginning for beginning, _ in self._begun)

    def find(self, words: Sequence[str]) -> Match | None:
        """Return the closest match in ``words``, the first of equals."""
        return max(self.all(words), key=attrgetter("closeness"), default=None)

    def all(self, words: Sequence[str]) -> list[Match]:
        """Return every match in ``words``."""
        whole, begun = self._whole, self._beginnings
        places = [at for at, word in enumerate(words) if word in whole or word.startswith(begun)]
        found = [self._match(words[at], at) for at in places]
        return [*found, *self._all_runs(words)] if self._runs else found

    def _all_runs(self, words: Sequence[str]) -> Iterator[Match]:
        """Yield the matches of compounds and phrases, whose words stand one after another."""
        for tokens, closeness, begun in self._runs:
            *before, last = tokens
            length = len(before)
            for start in range(len(words) - length):
                if words[start] != tokens[0] or list(words[start : start + length]) != before:
                    continue
                end = words[start + length]
                if end == last or (begun and end.startswith(last)):
                    yield Match(closeness, start, len(tokens), 0 if end == last else len(last))

    def find_initials(self, words: Sequence[str]) -> Match | None:
        """Return the match in ``words``, a title, whose initials are the term."""
        for initials, closeness in self._initials:
            for places in initial_words(words):
                letters = "".join([words[place][0] for place in places])
                start = letters.find(initials)
                if start >= 0:
                    first, last = places[start], places[start + len(initials) - 1]
                    return Match(closeness, first, last - first + 1)
        return None

    def _match(self, word: str, place: int) -> Match:
        """Return the match of a word that is the term or begins with it."""
        closeness, letters = self._whole.get(word, 0.0), 0
        for beginning, whole in self._begun:
            if word.startswith(beginning):
                share = _BEGUN + (1 - _BEGUN) * len(beginning) / len(word)
                if whole * share > closeness:
                    closeness, letters = whole * share, len(beginning)
        return Match(closeness, place, letters=letters)
