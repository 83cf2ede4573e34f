"""A light judgement of what each word of an abstract is: noun, adjective, verb and so on.

Closed lists decide first, then the ending of the word, then the words around it, as in rule-based
tagging (Brill, A simple rule-based part of speech tagger, 1992), but with rules written by hand
and only as fine as the phrases of a title need. Where a verb is taken for a noun a title may not
read well; where a noun is taken for a verb, only a phrase is lost. In doubt it is a verb.
"""

from collections.abc import Sequence
from enum import IntEnum, auto

from readlist.importing.titles.endings import is_adverb, is_possessive, looks_adjectival
from readlist.importing.titles.finite_verbs import is_finite, is_infinitive, opens_object
from readlist.importing.titles.tokens import Token, word_at
from readlist.importing.titles.verbs import IRREGULAR_PARTICIPLES, UNHELPFUL, verb_of_gerund
from readlist.importing.titles.vocabulary import (
    ARTICLES,
    COUNTS,
    DETERMINERS,
    EMPTY,
    LINKS,
    STOPWORDS,
)
from readlist.importing.titles.word_set import word_set


class Part(IntEnum):
    """What a token is to the phrases around it."""

    NOUN = auto()
    ADJECTIVE = auto()
    GERUND = auto()
    #: A participle behind its noun: "recordings made by volunteers".
    PARTICIPLE = auto()
    ADVERB = auto()
    ARTICLE = auto()
    PREPOSITION = auto()
    AND = auto()
    VERB = auto()
    #: "to" before a verb.
    INFINITIVE = auto()
    #: What a title leaves out without a gap: "our", "novel", "12".
    SKIPPED = auto()
    #: A mark or a word that no phrase runs across.
    BREAK = auto()


#: What the words inside a noun phrase are.
NOMINAL = frozenset({Part.NOUN, Part.ADJECTIVE, Part.GERUND})

# A word in several lists belongs to the last of them.
_CLOSED_CLASSES = {
    **dict.fromkeys(STOPWORDS, Part.BREAK),
    **dict.fromkeys(LINKS, Part.PREPOSITION),
    **dict.fromkeys(DETERMINERS | EMPTY | COUNTS, Part.SKIPPED),
    **dict.fromkeys(ARTICLES, Part.ARTICLE),
    **dict.fromkeys(("and", "or"), Part.AND),
}
_NOUNS = frozenset({Part.NOUN, Part.GERUND})
_BEFORE_NOUNS = frozenset({Part.ARTICLE, Part.SKIPPED, Part.ADJECTIVE, Part.PREPOSITION})
_AFTER_PHRASES = frozenset({Part.PREPOSITION, Part.BREAK, Part.AND, Part.PARTICIPLE, Part.VERB})
_BEING = word_set("am are be been being is was were become becomes remain remains")
_MAGNITUDES = word_set("hundred thousand million billion trillion")
# "in terms of", "with respect to": behind a preposition they only make a longer one.
_EMPTY_NOUNS = word_set(
    """
    accordance addition basis case cases comparison conjunction contrast favor favour line means
    order respect spite support terms
    """
)


def parts_of_speech(tokens: Sequence[Token]) -> list[Part]:
    """Return what each of ``tokens`` is, in order."""
    parts: list[Part] = []
    for place in range(len(tokens)):
        parts.append(_closed_class(tokens, place) or _open_class(tokens, parts, place))
    _settle_adjectives(tokens, parts)
    _break_at_clauses(tokens, parts)
    _break_at_adverbs(parts)
    return parts


def _closed_class(tokens: Sequence[Token], place: int) -> Part | None:
    word = tokens[place].lower
    if not tokens[place].is_word:
        return Part.SKIPPED if word == '"' else Part.BREAK
    if word == "to" and is_infinitive(tokens, place + 1):
        return Part.INFINITIVE
    return _CLOSED_CLASSES.get(word)


def _open_class(tokens: Sequence[Token], parts: Sequence[Part], place: int) -> Part:
    token, previous = tokens[place], _previous(parts, place)
    word = token.lower
    if word[0].isdigit():
        return _number(tokens, parts, place)
    if len(word) == 1 or (len(word) < 5 and not word.isalnum() and "-" not in word):
        return Part.SKIPPED if previous is Part.NOUN else Part.BREAK
    if is_possessive(word):
        return Part.ADJECTIVE
    if not token.text.islower() and place and tokens[place - 1].text != ".":
        after_plural = previous is Part.NOUN and _is_common_plural(tokens[place - 1])
        return Part.BREAK if after_plural else Part.NOUN
    if "-" in word:
        return Part.ADJECTIVE if looks_adjectival(word) else Part.NOUN
    return Part.ADVERB if is_adverb(word) else _lower_case_word(tokens, previous, place)


def _lower_case_word(tokens: Sequence[Token], previous: Part | None, place: int) -> Part:
    word = tokens[place].lower
    if word in _MAGNITUDES and previous is Part.SKIPPED:
        return Part.SKIPPED
    if word in _EMPTY_NOUNS and previous is Part.PREPOSITION:
        return Part.BREAK
    if word.endswith("ing") and len(word) > 5:
        progressive = word_at(tokens, place - 1) in _BEING
        return Part.BREAK if progressive or verb_of_gerund(word) in UNHELPFUL else Part.GERUND
    if (word.endswith("ed") and len(word) > 4) or word in IRREGULAR_PARTICIPLES:
        return _participle(word_at(tokens, place + 1), previous)
    before_noun = previous in _BEFORE_NOUNS
    infinitive = previous is Part.INFINITIVE
    if infinitive or is_finite(
        tokens, place, before_noun=before_noun, after_noun=previous in _NOUNS
    ):
        return Part.VERB
    return Part.ADJECTIVE if looks_adjectival(word) else Part.NOUN


def _is_common_plural(token: Token) -> bool:
    return token.text.islower() and token.lower.endswith("s") and not token.lower.endswith("ss")


def _number(tokens: Sequence[Token], parts: Sequence[Part], place: int) -> Part:
    """What "3D" is, or the number of "Disease 2019", or a count, which a title leaves out."""
    word, after = tokens[place].lower, word_at(tokens, place + 1)
    behind_noun = place > 0 and parts[place - 1] is Part.NOUN
    if behind_noun or any(letter.isalpha() for letter in word):
        return Part.NOUN
    counts = after[:1].isalpha() and after not in STOPWORDS
    return Part.SKIPPED if counts else Part.BREAK


def _participle(after: str, previous: Part | None) -> Part:
    if opens_object(after):
        return Part.VERB
    if previous in _NOUNS:
        return Part.PARTICIPLE if after in LINKS else Part.VERB
    qualifies = after[:1].isalnum() and after not in STOPWORDS and after not in LINKS
    return Part.ADJECTIVE if qualifies else Part.VERB


def _previous(parts: Sequence[Part], place: int) -> Part | None:
    """What stands before ``place``, adverbs apart."""
    place -= 1
    while place >= 0 and parts[place] is Part.ADVERB:
        place -= 1
    return parts[place] if place >= 0 else None


def _settle_adjectives(tokens: Sequence[Token], parts: list[Part]) -> None:
    """Adjectives qualify a noun, alone or in a row: "fast, scalable and open stores".

    What looks like an adjective and ends a phrase is a noun ("the unknown") or a predicate.
    """
    for place in range(len(parts) - 1, 0, -1):
        qualifier = parts[place - 1] is Part.ADJECTIVE or "-" in tokens[place - 1].text
        if not qualifier or parts[place] not in _AFTER_PHRASES:
            continue
        if _goes_on_with_adjective(parts, place):
            if tokens[place].text == ",":
                parts[place] = Part.SKIPPED
        elif parts[place - 1] is Part.ADJECTIVE:
            parts[place - 1] = _settled(tokens[place - 1].lower, _previous(parts, place - 1))


def _goes_on_with_adjective(parts: Sequence[Part], place: int) -> bool:
    """Whether ", and" or one of the two stands at ``place``, and an adjective behind."""
    if parts[place] not in (Part.BREAK, Part.AND):
        return False
    following = list(parts[place + 1 : place + 3])
    if parts[place] is Part.BREAK and following and following[0] is Part.AND:
        del following[0]
    return bool(following) and following[0] is Part.ADJECTIVE


def _settled(word: str, before: Part | None) -> Part:
    if "-" in word or word.endswith("ed") or is_possessive(word):
        return Part.ADJECTIVE
    qualified = before in (Part.ARTICLE, Part.SKIPPED, Part.ADJECTIVE)
    return Part.NOUN if qualified else Part.BREAK


def _break_at_clauses(tokens: Sequence[Token], parts: list[Part]) -> None:
    """Let "and" break where it begins a clause of its own: "faults arrive and weather closes"."""
    clause_follows = False
    for place in range(len(parts) - 1, -1, -1):
        if parts[place] is Part.AND:
            if clause_follows:
                parts[place] = Part.BREAK
        elif parts[place] in _AFTER_PHRASES:
            clause_follows = parts[place] is Part.VERB and tokens[place].lower[-1] in "sd"


def _break_at_adverbs(parts: list[Part]) -> None:
    """Let adverbs break where they do not qualify what follows: "highly correlated" is one."""
    for place, part in enumerate(parts):
        if part is Part.ADVERB:
            before = parts[place - 1] if place else Part.BREAK
            after = parts[place + 1] if place + 1 < len(parts) else Part.BREAK
            if before is Part.NOUN or after is not Part.ADJECTIVE:
                parts[place] = Part.BREAK
