"""Which name an abstract gives its own method, system, data set or model.

Each word that is shaped like a name, and each capitalised phrase that a cue introduces, is a
candidate. Every place where it stands adds or takes away evidence; the candidate with the most
is the name, when that is enough.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from readlist.importing.titles.acronyms import definitions
from readlist.importing.titles.cues import first_own_sentence
from readlist.importing.titles.evidence import evidence, is_subject
from readlist.importing.titles.naming_words import CALLING, KINDS, NAMING, PROPOSING
from readlist.importing.titles.shapes import bare, is_name_shaped
from readlist.importing.titles.tokens import Token, word_at
from readlist.importing.titles.vocabulary import STOPWORDS
from readlist.importing.titles.word_set import word_set

_ENOUGH = 4.0
_MOST_WORDS = 7
_LONGEST_WORD = 30
_LONGEST_NAME = 60
_INSIDE_NAMES = word_set("of the for in to with via")


def find_name(tokens: Sequence[Token]) -> str | None:
    """Return the name that ``tokens`` of an abstract give its own work, as written there."""
    name, places, score = max(_weighed(tokens), key=lambda one: one[2], default=("", [], 0.0))
    return _with_version(tokens, name, places) if score >= _ENOUGH else None


def _weighed(tokens: Sequence[Token]) -> list[tuple[str, list[int], float]]:
    own = first_own_sentence(tokens)
    return [
        (name, places, evidence(tokens, name, places, own))
        for name, places in _candidates(tokens).items()
    ]


def _candidates(tokens: Sequence[Token]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    expansions = {at for _, (start, end) in definitions(tokens) for at in range(start, end)}
    for place, token in enumerate(tokens):
        if place in expansions:
            continue
        if len(token.text) <= _LONGEST_WORD and token.is_word and is_name_shaped(token.text):
            found.setdefault(bare(token.text), []).append(place)
    for start, end in _introduced(tokens):
        phrase = [bare(token.text) for token in tokens[start:end]]
        name = " ".join(phrase)
        if name not in found and len(name) <= _LONGEST_NAME:
            found[name] = list(_occurrences(tokens, phrase))
    return found


def _occurrences(tokens: Sequence[Token], phrase: Sequence[str]) -> Iterator[int]:
    for place, token in enumerate(tokens):
        if bare(token.text) == phrase[0]:
            words = [bare(other.text) for other in tokens[place : place + len(phrase)]]
            if words == phrase:
                yield place


def _introduced(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Yield the spans of capitalised words that stand where names are introduced."""
    for place, token in enumerate(tokens):
        if token.text[0].isupper() and (place == 0 or _introduces(tokens, place - 1)):
            end = _end_of_capitals(tokens, place)
            if _stands_alone(tokens, place, end):
                yield place, end


def _introduces(tokens: Sequence[Token], place: int) -> bool:
    while place and word_at(tokens, place) in {'"', "the", "a", "an", "our"}:
        place -= 1
    word, before = word_at(tokens, place), word_at(tokens, place - 1)
    if word == "(":
        return word_at(tokens, place + 2) == ")"
    if (word, before) == ("of", "implementation"):
        return True
    if word in {",", "–"}:
        return any(token.text.lower() in PROPOSING for token in tokens[max(place - 15, 0) : place])
    if word == "as":
        return before in NAMING or before in {"to", "known"}
    return (
        word in PROPOSING or word in NAMING or word in CALLING or (word, before) == ("is", "name")
    )


def _end_of_capitals(tokens: Sequence[Token], start: int) -> int:
    end = start + 1
    for place in range(start + 1, min(start + _MOST_WORDS, len(tokens))):
        text = tokens[place].text
        if text[0].isupper() or text[0].isdigit():
            end = place + 1
        elif text not in _INSIDE_NAMES:
            break
    return end


def _stands_alone(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether the capitals are a name of their own rather than part of a longer phrase."""
    if word_at(tokens, start) in STOPWORDS:
        return False
    if start == 0:
        if end == 1:
            return word_at(tokens, 1) == "is" and _is_always_capital(tokens, tokens[0].text)
        return is_subject(tokens, end) and "-" not in tokens[0].text
    after = word_at(tokens, end)
    if after == "(" and end + 1 < len(tokens) and is_name_shaped(tokens[end + 1].text):
        return False
    return not after[:1].isalnum() or after in STOPWORDS or after in KINDS


def _is_always_capital(tokens: Sequence[Token], word: str) -> bool:
    """Whether ``word`` has its capital inside sentences too."""
    inside = [one.text for before, one in pairwise(tokens) if before.text != "."]
    return word in map(bare, inside) and word.lower() not in inside


def _with_version(tokens: Sequence[Token], name: str, places: Sequence[int]) -> str:
    """Return ``name`` with the number that always follows it: "Foo 2.0"."""
    width = name.count(" ") + 1
    following = {word_at(tokens, place + width) for place in places}
    number = following.pop()
    versioned = not following and number[:1].isdigit() and number.replace(".", "").isdigit()
    return f"{name} {number}" if versioned else name
