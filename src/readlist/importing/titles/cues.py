"""Where an abstract speaks of its own work: "we propose", "this paper studies"."""

from collections.abc import Collection, Sequence

from readlist.importing.titles.naming_words import PROPOSING
from readlist.importing.titles.tokens import Token
from readlist.importing.titles.word_set import word_set

_OWN = word_set("we our us this paper work article report i here")


def own_verb(tokens: Sequence[Token], verbs: Collection[str]) -> int | None:
    """Return where the authors first do one of ``verbs``; None when they never do."""
    for place, token in enumerate(tokens):
        if token.lower in verbs and has_own_subject(tokens, place):
            return place
    return None


def has_own_subject(tokens: Sequence[Token], place: int) -> bool:
    """Whether the sentence speaks of the authors or their paper before the verb at ``place``."""
    sentence = tokens[place].sentence
    for before in range(place - 1, max(place - 20, -1), -1):
        if tokens[before].sentence != sentence:
            break
        if tokens[before].lower in _OWN:
            return True
    return False


def first_own_sentence(tokens: Sequence[Token]) -> int:
    """Return the sentence in which the background ends and the paper's own work begins."""
    proposing = own_verb(tokens, PROPOSING)
    if proposing is not None:
        return tokens[proposing].sentence
    own = (token.sentence for token in tokens if token.lower in {"we", "our"})
    return next(own, 0)
