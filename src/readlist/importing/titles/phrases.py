"""The phrases of an abstract that could stand in a title.

Without a tagger of parts of speech, a phrase is a run of words between marks, verbs and the
function words no title runs across. A run falls into noun phrases at its prepositions; a phrase
begins anywhere in one noun phrase (its head comes last) and ends where one ends.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from readlist.importing.titles.cues import has_own_subject, word_at
from readlist.importing.titles.naming_words import PROPOSING
from readlist.importing.titles.tokens import Token
from readlist.importing.titles.vocabulary import EMPTY, HEADS, LINKS, PREPOSITIONS, STOPWORDS, VERBS
from readlist.importing.titles.word_set import word_set
from readlist.importing.titles.words import content_parts, is_adjective, is_adverb

_LONGEST_PHRASE = 15
_ARTICLES = word_set('a an the "')
_DETERMINERS = word_set("the a an its their our this these those each such it them all any")
_RELATIVES = word_set("that which it")
_MODALS = word_set("we they who can could will may might would should cannot")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words of a title in order and the stems of their content.

    ``link`` is the preposition before them in the abstract, if one is there; ``proposed`` says
    whether they are what the authors say they propose.
    """

    words: tuple[str, ...]
    stems: tuple[str, ...]
    link: str
    proposed: bool

    @property
    def length(self) -> int:
        """How many characters the phrase takes on a line."""
        return len(" ".join(self.words))


def phrases(tokens: Sequence[Token], name: str | None) -> Iterator[Phrase]:
    """Yield every phrase that begins and ends in a word of content and holds no finite verb.

    ``name`` is what the paper calls its own work, if it has a name for it.
    """
    for run in _runs(tokens):
        ends = [_may_end(tokens, run, at) for at in range(len(run))]
        for first in range(len(run)):
            if _may_start(tokens, run[first]):
                for last in range(first, min(first + _LONGEST_PHRASE, len(run))):
                    if ends[last]:
                        yield _phrase(tokens, run[first : last + 1], name)


def _phrase(tokens: Sequence[Token], places: Sequence[int], name: str | None) -> Phrase:
    words = tuple(tokens[place].text for place in places)
    stems = tuple(part for word in words for part in content_parts(word))
    before = places[0] - 1
    while word_at(tokens, before) in _DETERMINERS or word_at(tokens, before) in EMPTY:
        before -= 1
    link = word_at(tokens, before)
    proposed = _is_proposed(tokens, before, name)
    return Phrase(words, stems, link if link in PREPOSITIONS else "", proposed)


def _is_proposed(tokens: Sequence[Token], before: int, name: str | None) -> bool:
    """Whether the words after ``before`` follow "we propose" or "X," for the paper's name X."""
    word = word_at(tokens, before)
    if word in PROPOSING:
        return has_own_subject(tokens, before)
    named = name is not None and before > 0 and tokens[before - 1].text == name.split(" ")[-1]
    return named and word in {",", "–", ":", "is"}


def _runs(tokens: Sequence[Token]) -> Iterator[list[int]]:
    run: list[int] = []
    for place, token in enumerate(tokens):
        word = token.text.lower()
        if word in EMPTY or word in _ARTICLES:
            continue
        if token.is_word and not _breaks(tokens, place):
            run.append(place)
        else:
            yield run
            run = []
    yield run


def _breaks(tokens: Sequence[Token], place: int) -> bool:
    word = word_at(tokens, place)
    if word in LINKS:
        return False
    return word in STOPWORDS or is_adverb(word) or _is_symbol(word) or _is_verb(tokens, place)


def _is_symbol(word: str) -> bool:
    return len(word) == 1 or ("^" in word and len(word) < 5)


def _is_verb(tokens: Sequence[Token], place: int) -> bool:
    word, before = word_at(tokens, place), _before_adverbs(tokens, place)
    if before in _MODALS:
        return True
    if word in VERBS:
        return before != "to"
    if word.endswith("ing") or before == "to":
        return False
    if before in _RELATIVES:
        return word.endswith("s")
    return word_at(tokens, place + 1) in _DETERMINERS and before not in _DETERMINERS


def _before_adverbs(tokens: Sequence[Token], place: int) -> str:
    place -= 1
    while is_adverb(word_at(tokens, place)):
        place -= 1
    return word_at(tokens, place)


def _may_start(tokens: Sequence[Token], place: int) -> bool:
    word = word_at(tokens, place)
    return word not in STOPWORDS and word not in LINKS and _before_adverbs(tokens, place) != "to"


def _may_end(tokens: Sequence[Token], run: Sequence[int], at: int) -> bool:
    word = word_at(tokens, run[at])
    if word in STOPWORDS or word in LINKS or word in VERBS or word.endswith("ed"):
        return False
    following = word_at(tokens, run[at + 1]) if at + 1 < len(run) else ""
    if following in HEADS:
        return not is_adjective(word)
    return not following or following in LINKS or following.endswith("ed")
