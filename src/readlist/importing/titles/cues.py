"""Where an abstract speaks of its own work: "we propose", "this paper studies"."""

from bisect import bisect_left
from collections.abc import Collection, Iterator

from readlist.importing.titles.tokens import Text
from readlist.importing.titles.vocabulary import word_list

PROPOSING = word_list("proposing verbs")
STUDYING = word_list("studying verbs")
CALLING = word_list("calling verbs")
_OWN = word_list("own subjects")
_OF_OTHERS = word_list("openings of asides")
_OPENING = 4
_MAIN = word_list("main verbs")
MORE = word_list("words of more")
# "Our proposed method", "a design" hold no verb; "we also design" comes later.
_NOT_BEFORE = MORE | {"a", "an", "the", "our", "this", "these", "its", "their"}
_INTRODUCING = PROPOSING | CALLING
_MARKS = _OWN | _INTRODUCING | STUDYING


class Cues:
    """The places of one text at which its authors speak of themselves and of what they do."""

    def __init__(self, text: Text) -> None:
        self._text = text
        self._marks = [(place, word) for place, word in enumerate(text.lower) if word in _MARKS]
        self._own = [place for place, word in self._marks if word in _OWN]
        self._proposing = self._where(PROPOSING)
        self._introducing = self._where(_INTRODUCING)
        main = [place for place in self._where(_MAIN) if text.at(place - 1) not in _NOT_BEFORE]
        first = main or [place for place in self._own if text.lower[place] == "we"] or [-1]
        #: Where the authors first say what the paper is about, and in which sentence, else -1.
        self.main_verb = first[0]
        self.main = text.sentence[first[0]] if first[0] >= 0 else -1
        #: Where they say what they propose.
        self.proposals = [place for place in main if text.lower[place] in PROPOSING]
        self._asides = frozenset(self._find_asides())

    def speaks_of_own(self, place: int, farthest: int = 20) -> bool:
        """Whether the sentence speaks of the authors or their paper a little before ``place``."""
        subject = self._last_before(self._own, place)
        return subject >= 0 and place - subject <= farthest

    def introducing(self, place: int) -> int:
        """Return where the authors last propose or name something before ``place``, else -1.

        Only the sentence of ``place`` counts.
        """
        return self._last_before(self._introducing, place)

    @property
    def proposal(self) -> int:
        """The place of the first verb by which the authors propose something, else -1."""
        return self._proposing[0] if self._proposing else -1

    @property
    def study(self) -> int:
        """The place of the first verb by which the authors study something, else -1."""
        return next(iter(self._where(STUDYING)), -1)

    @property
    def first_own_sentence(self) -> int:
        """The sentence in which the background ends and the paper's own work begins."""
        if self._proposing:
            return self._text.sentence[self._proposing[0]]
        speaking = (place for place in self._own if self._text.lower[place] in {"we", "our"})
        return next((self._text.sentence[place] for place in speaking), 0)

    def is_aside(self, sentence: int) -> bool:
        """Whether ``sentence`` tells of other work, or gives an example."""
        return sentence in self._asides

    def _find_asides(self) -> Iterator[int]:
        numbers = self._text.sentence
        own = {numbers[place] for place in self._own}
        for place, word in enumerate(self._text.lower):
            if word in _OF_OTHERS and numbers[place] not in own:
                opening = place < _OPENING or numbers[place - _OPENING] != numbers[place]
                if opening:
                    yield numbers[place]

    def _where(self, verbs: Collection[str]) -> list[int]:
        return [
            place
            for place, word in self._marks
            if word in verbs and self.speaks_of_own(place) and not self._tells_of_others(place)
        ]

    def _tells_of_others(self, place: int) -> bool:
        """Whether others "have proposed"."""
        at = self._text.at
        return at(place - 1) in {"have", "has"} and at(place - 2) not in _OWN

    def _last_before(self, places: list[int], place: int) -> int:
        at = bisect_left(places, place) - 1
        same = at >= 0 and self._text.sentence[places[at]] == self._text.sentence[place]
        return places[at] if same else -1
