"""Whether a word that may be a noun is the verb of its sentence, told by the words around it.

A verb follows "we", "can" and "to"; a word behind a plural noun is no further noun of the same
phrase ("faults arrive"); and a word in -s between a noun and an article is a verb ("the sketch
guesses the size").
"""

from collections.abc import Sequence

from readlist.importing.titles.endings import has_noun_ending, is_adverb, is_plural
from readlist.importing.titles.tokens import Token, word_at
from readlist.importing.titles.verbs import (
    VERBS_ONLY,
    VERBS_OR_NOUNS,
    is_verb_only,
    may_be_verb,
    third_person_of,
)
from readlist.importing.titles.vocabulary import ARTICLES, DETERMINERS, LINKS, STOPWORDS
from readlist.importing.titles.word_set import word_set

_SUBJECTS = word_set(
    "we they i you who can could may might must shall should will would cannot not do does did"
)
_ADVERBS = word_set("also always even first further never now often only still then therefore thus")
_RELATIVES = word_set("it that which what who")
_BEFORE_CLAUSES = word_set("that how whether why when what which")
_INFLECTED = ("ing", "ed", "ly")


def is_finite(tokens: Sequence[Token], place: int, *, before_noun: bool, after_noun: bool) -> bool:
    """Whether the lower-case word at ``place`` is a finite verb.

    ``before_noun`` says that what stands before it calls for a noun, ``after_noun`` that a noun
    stands before it; adverbs do not count.
    """
    word, before = tokens[place].lower, _word_before(tokens, place)
    if before in _SUBJECTS:
        return True
    if before_noun:
        return False
    if is_verb_only(word):
        return True
    if after_noun:
        return _is_verb_after_noun(tokens, place, before)
    after = word_at(tokens, place + 1)
    if before in _RELATIVES:
        return may_be_verb(word) or (is_plural(word) and not _is_verbal(after))
    return before in {"and", "or"} and may_be_verb(word) and _opens_noun_phrase(after)


def is_infinitive(tokens: Sequence[Token], place: int) -> bool:
    """Whether the word at ``place``, behind "to", is a verb."""
    while is_adverb(word_at(tokens, place)):
        place += 1
    word, after = word_at(tokens, place), word_at(tokens, place + 1)
    if word in VERBS_ONLY or word in {"be", "have", "do"}:
        return True
    if not word.isalpha() or word in STOPWORDS or word in ARTICLES:
        return False
    if word in VERBS_OR_NOUNS:
        return after not in LINKS or after in {"for", "from", "in", "with"}
    return _opens_noun_phrase(after)


def opens_object(word: str) -> bool:
    """Whether a verb must stand before ``word``: the object begins with it."""
    return _opens_noun_phrase(word) or word in _BEFORE_CLAUSES


def _is_verb_after_noun(tokens: Sequence[Token], place: int, before: str) -> bool:
    word, after = tokens[place].lower, word_at(tokens, place + 1)
    if is_plural(before) and not has_noun_ending(word):
        return True
    if not is_plural(word):
        return False
    if _opens_noun_phrase(after):
        return True
    before_bare_noun = after.isalpha() and after not in STOPWORDS and after not in LINKS
    before_object = before_bare_noun and not after.endswith(_INFLECTED)
    before_infinitive = after == "to" and is_infinitive(tokens, place + 2)
    return (before_object or before_infinitive) and bool(third_person_of(word))


def _is_verbal(word: str) -> bool:
    """Whether ``word`` must be, or may be, a verb, so that a noun stands before it."""
    if _opens_noun_phrase(word) or word in LINKS:
        return False
    return word in STOPWORDS or is_verb_only(word) or may_be_verb(word)


def _opens_noun_phrase(word: str) -> bool:
    return word in ARTICLES or word in DETERMINERS


def _word_before(tokens: Sequence[Token], place: int) -> str:
    place -= 1
    while is_adverb(word_at(tokens, place)) or word_at(tokens, place) in _ADVERBS:
        place -= 1
    return word_at(tokens, place)
