"""What a thing does, said as a title says it: "a model to predict X" is "a model for predicting X".

The same goes for "a model that predicts X". A title holds no finite verb, so that without this its
phrases could not run on from what the authors made to what they made it for.
"""

from collections.abc import Iterator, Sequence

from readlist.importing.titles.endings import is_plural
from readlist.importing.titles.naming_words import KINDS
from readlist.importing.titles.parts_of_speech import Part
from readlist.importing.titles.tokens import Token
from readlist.importing.titles.verbs import UNHELPFUL, gerund, third_person_of
from readlist.importing.titles.word_set import word_set

_RELATIVES = word_set("that which")
_MODALS = word_set("can could may will")
# "The ability to learn X" is an ability, not something for learning X.
_NOT_MEANS = word_set(
    """
    ability attempt attempts capability capacity challenge desire difficulty effort efforts
    failure incentive incentives need order potential power right tendency time way ways
    willingness
    """
)
_OBJECTS = (Part.ARTICLE, Part.SKIPPED, Part.NOUN, Part.ADJECTIVE, Part.GERUND)


def with_purposes(tokens: Sequence[Token], parts: Sequence[Part]) -> tuple[list[Token], list[Part]]:
    """Return ``tokens`` and ``parts`` with each "to predict" behind a noun as "for predicting"."""
    rewritten: list[tuple[Token, Part]] = []
    place = 0
    while place < len(tokens):
        verb = _purpose(tokens, parts, place)
        if verb is None:
            rewritten.append((tokens[place], parts[place]))
            place += 1
        else:
            rewritten.extend(_rewritten(tokens[verb]))
            place = verb + 1
    return [token for token, _ in rewritten], [part for _, part in rewritten]


def _purpose(tokens: Sequence[Token], parts: Sequence[Part], place: int) -> int | None:
    """Return where the verb is that says what the noun before ``place`` is for."""
    if place == 0 or parts[place - 1] is not Part.NOUN:
        return None
    noun, word = tokens[place - 1].lower, tokens[place].lower
    if parts[place] is Part.INFINITIVE:
        fits = noun not in _NOT_MEANS
    else:
        fits = word in _RELATIVES and (noun in KINDS or noun.endswith(("er", "or", "ers", "ors")))
    return _verb_with_object(tokens, parts, place + 1) if fits else None


def _verb_with_object(tokens: Sequence[Token], parts: Sequence[Part], place: int) -> int | None:
    while place < len(tokens) and (parts[place] is Part.ADVERB or tokens[place].lower in _MODALS):
        place += 1
    if place + 1 >= len(tokens) or parts[place] is not Part.VERB:
        return None
    helpful = _base(tokens[place]) not in UNHELPFUL and not tokens[place].lower.endswith("ed")
    return place if helpful and parts[place + 1] in _OBJECTS else None


def _rewritten(verb: Token) -> Iterator[tuple[Token, Part]]:
    yield Token.of("for", verb.sentence), Part.PREPOSITION
    yield Token.of(gerund(_base(verb)), verb.sentence), Part.GERUND


def _base(verb: Token) -> str:
    unknown = verb.lower[:-1] if is_plural(verb.lower) else verb.lower
    return third_person_of(verb.lower) or unknown
