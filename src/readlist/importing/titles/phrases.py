"""The phrases of an abstract that could stand in a title.

A phrase is a run of noun phrases that prepositions, "and", participles and gerunds join: "model of
floods trained on rainfall", "learning depths from maps". It begins anywhere in a noun phrase, for
its head comes last, and ends where one ends.
"""

from collections.abc import Iterator, Sequence

from readlist.importing.titles.endings import is_activity, is_plural
from readlist.importing.titles.parts_of_speech import NOMINAL, Part
from readlist.importing.titles.phrase import Phrase
from readlist.importing.titles.runs import Run, runs
from readlist.importing.titles.standing import Standing, Standings
from readlist.importing.titles.tokens import Token, word_at
from readlist.importing.titles.verbs import IRREGULAR_PARTICIPLES
from readlist.importing.titles.vocabulary import GENERIC, HEADS, PREPOSITIONS
from readlist.importing.titles.word_set import word_set
from readlist.importing.titles.words import content_parts

_LONGEST_PHRASE = 14
_NOUNS = frozenset({Part.NOUN, Part.GERUND})
_LEFT_OUT = frozenset({Part.ARTICLE, Part.SKIPPED})
_WITHIN_OBJECTS = NOMINAL | _LEFT_OUT | {Part.ADVERB}
# They tell where the object of a verb goes, and belong to the verb.
_MOVING = word_set("to into onto from against")
_TOWARDS = word_set("to into onto")
# Nouns besides activities that take "to" with them.
_TAKING_TO = word_set(
    "access answer approach approaches extension relation response robustness sensitivity solutions"
)
# Nouns that say nothing, and those that say nothing alone.
_VAGUE = word_set(
    """
    addition advantage absence aim basis case cases contrast course fact fashion kind lack light
    manner number order part particular place practice presence respect result same sense terms
    type types use variety way ways work works years
    """
)
_VAGUE_ALONE = _VAGUE | word_set(
    "challenge challenges effect issue issues problem problems question task topic version"
)


def phrases(tokens: Sequence[Token], parts: Sequence[Part], name: str | None) -> list[Phrase]:
    """Return every phrase of ``tokens``, whose parts of speech are ``parts``.

    ``name`` is what the paper calls its own work, if it has a name for it: no phrase holds it.
    """
    standings = Standings(tokens, name)
    finder = _Finder(tokens, parts, standings)
    found: list[Phrase] = []
    for run in runs(tokens, parts, standings.own_places):
        found.extend(finder.phrases_in(run))
    return found


class _Finder:
    """Finds the phrases of one abstract."""

    def __init__(
        self, tokens: Sequence[Token], parts: Sequence[Part], standings: Standings
    ) -> None:
        self._tokens = tokens
        self._parts = parts
        self._standings = standings

    def phrases_in(self, run: Run) -> Iterator[Phrase]:
        """Yield the phrases in ``run``."""
        ends = [at for at in range(len(run.places)) if self._may_end(run, at)]
        for first in range(ends[-1] + 1 if ends else 0):
            if self._may_start(run, first):
                limit = self._limit(run, first)
                lasts = [last for last in ends if first <= last < limit]
                if lasts:
                    yield from self._phrases(run, first, lasts)

    def _may_start(self, run: Run, first: int) -> bool:
        part, word = run.parts[first], run.lower[first]
        if part not in NOMINAL or word in IRREGULAR_PARTICIPLES:
            return False
        if word[0].isdigit() and not word.endswith("d"):
            return False
        head = run.heads[first]
        if run.lower[head] in (_VAGUE_ALONE if head == first else _VAGUE):
            return False
        if part is Part.GERUND and word in GENERIC:
            return False
        return first == 0 or not _is_torn(run, first)

    def _limit(self, run: Run, first: int) -> int:
        """The index in ``run`` that no phrase from ``first`` on can reach."""
        limit = min(first + _LONGEST_PHRASE, len(run.places))
        for at in range(first + 1, limit):
            part = run.parts[at]
            if part is Part.PARTICIPLE and self._opens_clause(run.places[0]):
                return at
            moving = part is Part.PREPOSITION and run.lower[at] in _MOVING
            if moving and not self._takes(run, first, at):
                return at
        return limit

    def _takes(self, run: Run, first: int, at: int) -> bool:
        """Whether the words from ``first`` on can have the preposition ``at`` behind them."""
        if Part.GERUND not in run.parts[first:at] and self._is_object(run.places[first]):
            return False
        before = run.lower[first:at]
        if run.lower[at] not in _TOWARDS or "from" in before or before[0].endswith("ing"):
            return True
        noun = before[-1]
        return noun in _TAKING_TO or (is_activity(noun) and not noun.endswith("ing"))

    def _is_object(self, place: int) -> bool:
        """Whether a verb stands before the noun phrase around ``place``."""
        place -= 1
        while place >= 0 and self._parts[place] in _WITHIN_OBJECTS:
            place -= 1
        return place >= 0 and self._parts[place] is Part.VERB

    def _opens_clause(self, place: int) -> bool:
        """Whether ``place`` begins a clause, so that "made" behind its noun may be its verb."""
        before = self._before(place)
        if before < 0 or self._tokens[before].sentence != self._tokens[place].sentence:
            return True
        return self._parts[before] is Part.BREAK and self._tokens[before].is_word

    def _may_end(self, run: Run, at: int) -> bool:
        part, word = run.parts[at], run.lower[at]
        if part not in _NOUNS or word in _VAGUE:
            return False
        if word.isdigit() and not self._tokens[run.places[at] - 1].text[0].isupper():
            return False
        return at + 1 == len(run.places) or self._may_end_before(run, at + 1)

    def _may_end_before(self, run: Run, following: int) -> bool:
        part, after = run.parts[following - 1], run.parts[following]
        if run.lower[following] == "of" and following + 1 < len(run.places):
            return False
        if after is Part.GERUND:
            behind = self._parts[run.places[following] + 1 :][:1]
            return is_plural(run.lower[following - 1]) or (bool(behind) and behind[0] in _LEFT_OUT)
        if after in NOMINAL:
            return part is Part.NOUN and run.lower[following] in HEADS
        return part is Part.NOUN or after not in (Part.ARTICLE, Part.AND)

    def _phrases(self, run: Run, first: int, lasts: Sequence[int]) -> Iterator[Phrase]:
        """Yield the phrases of ``run`` from ``first`` to each of ``lasts``.

        A single word is too vague, except for saying what has the paper's name.
        """
        before = self._governing(run.places[first])
        link = word_at(self._tokens, before)
        standing = self._standings.after(before)
        for last in lasts:
            own = self._standings.up_to(run.places[last]) or standing
            if last == first and own is not Standing.KIND:
                continue
            words = tuple(run.words[first : last + 1])
            head = run.lower[min(run.heads[first], last)]
            yield Phrase(
                words=words,
                stems=tuple([stem for word in words for stem in content_parts(word)]),
                head=head,
                article=self._article(run, first, last, head),
                link=link if link in PREPOSITIONS else "",
                standing=own,
                is_verbal=last > first and _has_object(run, first),
            )

    def _governing(self, place: int) -> int:
        """Where the word stands that governs a phrase from ``place`` on."""
        before = self._before(place)
        of_vague = word_at(self._tokens, before - 1) in _VAGUE_ALONE
        is_of = word_at(self._tokens, before) == "of"
        return self._before(before - 1) if is_of and of_vague else before

    def _before(self, place: int) -> int:
        place -= 1
        while place >= 0 and self._parts[place] in _LEFT_OUT:
            place -= 1
        return place

    def _article(self, run: Run, first: int, last: int, head: str) -> str:
        """The article of the phrase, if it holds its head and can have one."""
        article = run.articles[first]
        if not article or is_plural(head) or is_activity(head):
            return ""
        following = run.places[last] + 1
        cut = following < len(self._parts) and self._parts[following] in NOMINAL
        return "" if cut else article


def _is_torn(run: Run, at: int) -> bool:
    """Whether a phrase from ``at`` on would lack the noun before it."""
    if run.parts[at - 1] is not Part.NOUN:
        return False
    both_capital = run.words[at - 1][0].isupper() and run.words[at][0].isupper()
    return both_capital or run.parts[at] is Part.GERUND


def _has_object(run: Run, at: int) -> bool:
    """Whether there is a verb in -ing at ``at`` with its object behind it."""
    following = run.parts[at + 1]
    return run.parts[at] is Part.GERUND and (following in NOMINAL or following is Part.ARTICLE)
