"""How strongly the text around a possible name says that it is the name of the paper's own work."""

from collections.abc import Sequence

from readlist.importing.titles.acronyms import expansion
from readlist.importing.titles.cues import has_own_subject
from readlist.importing.titles.naming_words import (
    CALLING,
    COMMON_NAMES,
    COMMON_TERMS,
    KINDS,
    NAMING,
    PROPOSING,
)
from readlist.importing.titles.shapes import (
    has_inner_capital,
    is_name_shaped,
    is_plural_acronym,
)
from readlist.importing.titles.tokens import Token, word_at
from readlist.importing.titles.verbs import is_verb_only
from readlist.importing.titles.vocabulary import STOPWORDS
from readlist.importing.titles.word_set import word_set

# The object of "we propose" ends here: what follows belongs to something else.
_BARRIERS = word_set(
    """
    for to that which with by using on in of via from based where when while who whose than
    """
)
_COLLECTIONS = word_set("family class set suite series variant type kind collection")
_CUSTOMARY = word_set("often also sometimes commonly usually so widely")
_PRAISED = word_set(
    """
    effectiveness efficacy superiority performance efficiency robustness advantages advantage
    scalability capability capabilities benefits potential versatility design implementation
    development
    """
)
_BORROWED = word_set("on over than like including against with by versus unlike using from")
_FILLERS = word_set('the our new novel " a an , and evaluate release')
# At least this much evidence in one mention: "we introduce X, a", "called X".
_DIRECT = 6.0
# How much of each further mention counts, best first.
_SHARES = (1.0, 0.5, 0.25, 0.2, 0.1)


def evidence(tokens: Sequence[Token], name: str, places: Sequence[int], own: int) -> float:
    """Return the evidence for ``name``, which stands at ``places``.

    ``own`` is the sentence in which the authors begin to speak of their own work.
    """
    width = name.count(" ") + 1
    mentions = sorted((_mention(tokens, place, width) for place in places), reverse=True)
    score = _shape(name) + 0.5 * min(len(places) - 1, 6)
    score += sum(max(one, 0.0) * share for one, share in zip(mentions, _SHARES, strict=False))
    score += sum(min(one, 0.0) for one in mentions) / len(mentions)
    if tokens[places[0]].sentence < own and places[0] > 0:
        score -= 3.0
    if name.lower() in COMMON_TERMS or (name.lower() in COMMON_NAMES and mentions[0] < _DIRECT):
        score -= 7.0
    return score


def _shape(name: str) -> float:
    if is_plural_acronym(name):
        return -1.5
    if has_inner_capital(name):
        return 1.5
    return 0.5 if is_name_shaped(name) else 0.0


def _mention(tokens: Sequence[Token], place: int, width: int) -> float:
    end = place + width
    if word_at(tokens, end)[:1].isdigit():
        end += 1
    introduction = max(
        _named(tokens, place),
        _proposed(tokens, place, end),
        _proposed_passively(tokens, place),
        _apposed(tokens, place, end),
        _opening(tokens, place, end),
    )
    return introduction + _before(tokens, place) + _after(tokens, place, end)


def _named(tokens: Sequence[Token], place: int) -> float:
    """The evidence of "called X", "termed 'X'", "named Expansion (X)", "our contribution is X"."""
    words = expansion(tokens, place)
    before = (words[0] if words else place) - 1
    while before > 0 and word_at(tokens, before) in {'"', "'", "the", ":", ",", "(", "as", "it"}:
        before -= 1
    word, second = word_at(tokens, before), word_at(tokens, before - 1)
    if word == "is" and second in {"contribution", "method", "solution", "name"}:
        return 5.0
    if word == "to" and second in {"refer", "referred"}:
        before -= 1
    elif word not in NAMING and word not in CALLING:
        return 0.0
    return 0.0 if word_at(tokens, before - 1) in _CUSTOMARY else 7.0


def _apposed(tokens: Sequence[Token], place: int, end: int) -> float:
    """The evidence of "a decoder of characters, X, turns"."""
    if word_at(tokens, place - 1) != "," or word_at(tokens, end) != ",":
        return 0.0
    follows = tokens[end + 1].text if end + 1 < len(tokens) else ""
    return 4.0 if follows.islower() and is_third_person(follows) else 0.0


def _proposed(tokens: Sequence[Token], place: int, end: int) -> float:
    """The evidence of "we propose X", "we propose a method, X", "we propose Expansion (X)"."""
    for before in range(place - 1, max(place - 25, -1), -1):
        if tokens[before].sentence != tokens[place].sentence:
            break
        introduces = word_at(tokens, before) in PROPOSING or word_at(tokens, before) in CALLING
        if introduces and (before == 0 or has_own_subject(tokens, before)):
            return _as_object(tokens, before, place, end)
    bracketed = word_at(tokens, place - 1) == "(" and word_at(tokens, end) == ")"
    return 2.5 if bracketed and has_own_subject(tokens, place) else 0.0


def _barriers(tokens: Sequence[Token], start: int, end: int) -> int:
    """How many words between ``start`` and ``end`` end the object of a verb before them."""
    return sum(
        word_at(tokens, at) in _BARRIERS
        and not (word_at(tokens, at) == "of" and word_at(tokens, at - 1) in _COLLECTIONS)
        for at in range(start, end)
    )


def _as_object(tokens: Sequence[Token], verb: int, place: int, end: int) -> float:
    between = [word_at(tokens, at) for at in range(verb + 1, place)]
    if _FILLERS.issuperset(between):
        return 6.0
    if between[-1] == "(":
        return _as_bracketed(tokens, verb, place)
    barriers = _barriers(tokens, verb + 1, place)
    if between[-2:] == [",", "or"]:
        return 6.0
    if between[-1] in {",", ":", "–"}:
        return 5.0 if barriers < 3 else 3.0
    after = word_at(tokens, end)
    alone = not after[:1].isalnum() or after in STOPWORDS
    return 0.0 if barriers else 3.5 if alone else 2.0


def _as_bracketed(tokens: Sequence[Token], verb: int, place: int) -> float:
    words = expansion(tokens, place)
    if is_plural_acronym(tokens[place].text):
        between = {word_at(tokens, at) for at in range(verb + 1, place)}
        collected = not _COLLECTIONS.isdisjoint(between)
        return 6.0 if collected and not _barriers(tokens, verb + 1, place) else 2.0
    if words is None:
        return 4.0 if _barriers(tokens, verb + 1, place) else 5.0
    barriers = _barriers(tokens, verb + 1, words[0])
    common = all(token.text.islower() for token in tokens[slice(*words)])
    if _is_borrowed(tokens, words[0]) or barriers > 1 or (barriers and common):
        return 3.0
    return 6.0


def _proposed_passively(tokens: Sequence[Token], place: int) -> float:
    """The evidence of "a … (X) method is proposed"."""
    for after in range(place + 1, min(place + 7, len(tokens))):
        if tokens[after].sentence != tokens[place].sentence:
            break
        if word_at(tokens, after) in PROPOSING and word_at(tokens, after - 1) in {"is", "are"}:
            words = expansion(tokens, place)
            return 5.0 if words and not _is_borrowed(tokens, words[0]) else 3.0
    return 0.0


def _is_borrowed(tokens: Sequence[Token], place: int) -> bool:
    before, second = word_at(tokens, place - 1), word_at(tokens, place - 2)
    return before in _BORROWED or (before == "as" and second == "such")


def _opening(tokens: Sequence[Token], place: int, end: int) -> float:
    """The evidence of an abstract that begins with "X is" or "X turns"."""
    return 4.5 if place == 0 and is_subject(tokens, end) else 0.0


def _before(tokens: Sequence[Token], place: int) -> float:
    before, second = word_at(tokens, place - 1), word_at(tokens, place - 2)
    if before in {"our", "proposed"} or (before == "of" and second in _PRAISED):
        return 3.0
    if before in KINDS:
        return 1.5
    return -1.5 if _is_borrowed(tokens, place) else 0.0


def _after(tokens: Sequence[Token], place: int, end: int) -> float:
    after, second = word_at(tokens, end), word_at(tokens, end + 1)
    if after in {",", "–", ":", "is"} and second in {"a", "an", "the", "our"}:
        return 2.0
    if not is_third_person(after):
        return 0.0
    return 2.0 if place == 0 or word_at(tokens, place - 1) in {".", ","} else 1.0


def is_third_person(word: str) -> bool:
    """Whether ``word`` may be a verb such as "turns"."""
    return word.endswith("s") and not word.endswith(("ss", "'s")) and word not in STOPWORDS


def is_subject(tokens: Sequence[Token], end: int) -> bool:
    """Whether the words before ``end`` are the subject of what follows: "is" or "turns the"."""
    after, second = word_at(tokens, end), word_at(tokens, end + 1)
    if after == "is" or is_verb_only(after):
        return True
    return is_third_person(after) and (second in {"a", "an", "the"} or second not in STOPWORDS)
