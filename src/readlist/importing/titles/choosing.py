"""Which phrase or clause of an abstract says best what the paper is about.

What the authors say that they propose or study comes first, in their own words and as long as a
title may be. What else the abstract speaks of is chosen only where it promises to share many more
words with the title its authors gave.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from readlist.importing.titles.cues import Cues
from readlist.importing.titles.phrases import BEFORE_TASKS, Clause, Phrase, Role
from readlist.importing.titles.salience import Promise
from readlist.importing.titles.tokens import Text
from readlist.importing.titles.vocabulary import ABSTRACT_WORDS, KINDS, stem, word_list

# All in parts of an F1. What it is worth to be what the authors speak of, with enough words of
# its own; and how much of that, in a sentence behind the one that first says so.
_BONUS = {Role.OTHER: 0.0, Role.STUDIED: 0.25, Role.PROPOSED: 0.25, Role.KIND: 0.3}
_ENOUGH_WORDS = 5
_LATER = 0.5
# What else the first of these sentences holds; and what a sentence about others' work holds.
_MAIN = 0.05
_ASIDE = 0.08
_VAGUE = 0.05
_CUT = 0.05
_RELATIVE = 0.1
_RELATIVE_OF_OWN = 0.03
_INFINITIVE = 0.06
_FOR = 0.03
# A second phrase makes a title harder to read, and may not be what the first is for.
_PAIR = 0.0
_LONGEST_TASK = 6
_LIKELY = 0.25
# A clause of what the authors found, and one of what they set out to find.
_SHOWN = 0.08
_ASKED = 0.25
# Below this no phrase is clearly what the paper is about.
_CLEAR = 0.18
# Below this the best phrase is hardly what it is about.
_DOUBTFUL = 0.15
_SURE = 0.08
_FEWEST_WORDS = 2
_ACTIVITIES = ("tion", "sion", "ing", "lysis", "nthesis", "ment")
_TASKS = word_list("tasks")
_NO_ACTIVITIES = word_list("no activities")


class Choice(NamedTuple):
    """Words that could be the title, and those that "for" could join to them."""

    worth: float
    words: Phrase | Clause
    task: Phrase | None = None
    #: Whether the authors say that they propose or study this, in more than two words.
    own: bool = False

    @property
    def is_kind(self) -> bool:
        """Whether it says what the thing is that has the paper's name."""
        return isinstance(self.words, Phrase) and self.words.role is Role.KIND


class Chooser:
    """Weighs the phrases and clauses of one abstract."""

    def __init__(self, text: Text, tags: str, cues: Cues, promise: Promise) -> None:
        self._text = text
        self._tags = tags
        self._cues = cues
        self._promise = promise

    def phrases(self, phrases: Sequence[Phrase]) -> list[Choice]:
        """Return the choices among ``phrases`` alone and in pairs, the best first.

        Where some say what the thing is that has the name, they are the only ones.
        """
        kinds = [one for one in phrases if one.role is Role.KIND and self._promise.own_words(one)]
        choices = [*self._weighed(kinds or phrases)]
        tools = [one for one in kinds or phrases if self._is_tool(one)]
        tasks = [one for one in phrases if self._is_task(one)] if tools else []
        least = max([choice.worth for choice in choices], default=0.0)
        choices += self._pairs(tools, tasks, least)
        return sorted(choices, key=lambda one: -one.worth)

    def with_clauses(self, choices: Sequence[Choice], clauses: Iterable[Clause]) -> list[Choice]:
        """Return ``choices`` and those among ``clauses``, the best first.

        Unless a phrase is clearly what the paper is about, what the authors speak of or say in
        whole is better than other phrases.
        """
        best = choices[0] if choices else None
        clear = best is not None and best.own and best.worth > _CLEAR
        more = _SURE if best is None or best.worth < _DOUBTFUL else 0.0
        found = [one._replace(worth=one.worth + more) if one.own else one for one in choices]
        for clause in clauses:
            asked = clause.shown and self._text.sentence[clause.start] == self._cues.main
            if asked or not clear:
                bonus = _ASKED if asked else _SHOWN if clause.shown else more
                found.append(Choice(self._promise.of(clause) + bonus, clause))
        return sorted(found, key=lambda one: -one.worth)

    def _weighed(self, phrases: Sequence[Phrase]) -> Iterator[Choice]:
        for phrase in phrases:
            words = self._promise.own_words(phrase)
            if words >= (1 if phrase.role is Role.KIND else _FEWEST_WORDS):
                own = phrase.role is not Role.OTHER and words > _FEWEST_WORDS
                yield Choice(self._worth(phrase, words), phrase, None, own)

    def _worth(self, phrase: Phrase, words: int) -> float:
        worth = self._promise.of(phrase) - _CUT * phrase.cut
        other = phrase.role is Role.OTHER
        worth += self._place(phrase) if other else self._bonus(phrase, words)
        if words < (4 if other else 3):
            worth -= _VAGUE
        if self._tags.find("H", phrase.start, phrase.last) > 0:
            worth -= _RELATIVE if other else _RELATIVE_OF_OWN
        elif self._tags.find("T", phrase.start, phrase.last) > 0:
            worth -= _INFINITIVE
        if "for" in self._text.lower[phrase.start : phrase.last]:
            worth += _FOR
        return worth

    def _place(self, phrase: Phrase) -> float:
        """What it is worth where a phrase stands of which the authors do not speak."""
        worth = -_VAGUE if self._text.lower[phrase.head] in ABSTRACT_WORDS else 0.0
        sentence = self._text.sentence[phrase.start]
        if sentence == self._cues.main:
            return worth + (_MAIN if phrase.start > self._cues.main_verb else -_MAIN)
        return worth - _ASIDE if self._cues.is_aside(sentence) else worth

    def _bonus(self, phrase: Phrase, words: int) -> float:
        """What it is worth that the authors speak of ``phrase``, which has so many own words."""
        if phrase.role is Role.KIND:
            return _BONUS[Role.KIND]
        before = self._tags[phrase.start - 1] if phrase.start else ""
        begins = phrase.article or before in "PG" or self._tags[phrase.start] == "G"
        if not (phrase.cut or begins):
            words += 2  # a term that says all: "we study flood plains."
        main = self._text.sentence[phrase.start] == self._cues.main
        bonus = _BONUS[phrase.role] * (1.0 if main else _LATER)
        return bonus * min(words / _ENOUGH_WORDS, 1.0)

    def _pairs(
        self, tools: Sequence[Phrase], tasks: Sequence[Phrase], least: float
    ) -> Iterator[Choice]:
        """Yield the pairs that "for" joins and that are worth more than ``least``."""
        for tool in tools:
            bonus = self._bonus(tool, self._promise.own_words(tool)) - _PAIR
            missing = least - bonus - self._promise.of(tool)
            for task in tasks:
                apart = task.last < tool.start or task.start > tool.last
                if apart and self._promise.of(task) > missing:
                    worth = self._promise.of_both(tool, task) + bonus
                    if worth > least:
                        yield Choice(worth, tool, task, own=True)

    def _is_plain(self, phrase: Phrase) -> bool:
        """Whether ``phrase`` does not say itself what it is for."""
        start, end = phrase.start, phrase.last
        verb = self._tags.find("H", start, end) > 0 or self._tags.find("T", start, end) > 0
        return not verb and "for" not in self._text.lower[start:end]

    def _is_tool(self, phrase: Phrase) -> bool:
        """Whether ``phrase`` is about something that is made for a purpose, and not for which."""
        if phrase.role < Role.PROPOSED:
            return False
        head = stem(self._text.lower[phrase.head].rpartition("-")[2])
        made = head in KINDS or head == "network" or head.endswith(("er", "or"))
        return (made or phrase.role is Role.KIND) and self._is_plain(phrase)

    def _is_task(self, phrase: Phrase) -> bool:
        """Whether ``phrase`` is named as something that is done, so that a thing can be for it."""
        if phrase.role >= Role.PROPOSED or phrase.last - phrase.start >= _LONGEST_TASK:
            return False
        head = self._text.lower[phrase.head]
        if head not in _TASKS and (not head.endswith(_ACTIVITIES) or head in _NO_ACTIVITIES):
            return False
        if self._tags[phrase.start] == "G" or not self._is_named_as_task(phrase):
            return False
        return (
            self._promise.own_words(phrase) >= _FEWEST_WORDS
            and self._promise.chance(phrase) >= _LIKELY
            and self._is_plain(phrase)
        )

    def _is_named_as_task(self, phrase: Phrase) -> bool:
        """Whether the abstract begins with ``phrase``, or "for" or "in" stands before it."""
        if phrase.role is Role.STUDIED or phrase.start == 0:
            return True
        before = phrase.start - 1
        while before and self._tags[before] in "DKJ":
            before -= 1
        return self._text.lower[before] in BEFORE_TASKS
