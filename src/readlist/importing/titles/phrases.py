"""The phrases of an abstract that could stand in a title, each as it is written there.

A phrase begins where a noun phrase does and runs over prepositions, "and", participles and what a
thing is for, to the end of one of the noun phrases behind: "model of floods trained on rainfall
to warn villages". It is found as in chunking by regular expressions over parts of speech (Abney,
Parsing by chunks, 1991).
"""

import re
from collections.abc import Iterator
from enum import IntEnum
from typing import NamedTuple

from readlist.importing.titles.cues import PROPOSING, STUDYING, Cues
from readlist.importing.titles.rewriting import PlainText
from readlist.importing.titles.salience import Promise
from readlist.importing.titles.tokens import FORMULA, Text
from readlist.importing.titles.vocabulary import ABSTRACT_WORDS, KINDS, word_list

#: Words before what a thing is made for.
BEFORE_TASKS = frozenset({"for", "in", "towards"})
_MOST_WORDS = 20
_LEAST_CHANCE = 0.25
_RUN = re.compile("[NJGARDPCETBHL]{2,}")
# The left edge of a noun phrase, and its words up to the head.
_NOUN_PHRASE = re.compile("(?<![NJGAR])(?:[NJGA]|R(?=[JGA]))[NJGAR]*(?:CR?J[NJGAR]*)*")
# What can join the next noun phrase to one.
_LINK = re.compile("(?:P|C|LC?|E|P?T?R?B|H[RBTC]*BR?|C?R?E)?(?:(?<=[ETBHR])P)?(?:PG)?D?")
_CLAUSE_VERB = re.compile("[VIMS.]")
# How much of a phrase may be missing when these tags follow.
_CUTS = {**dict.fromkeys("PTHEGB", 0.5), "C": 1.0}
# And when it ends in a single noun: "of floods in basins".
_BARE_END = 0.7
_ENUMERATION = re.compile("(?:,[DJNARE][DJNGARE]*)+,?C")
_PASSIVE = re.compile("IR?Y")
_VAGUE = word_list("vague nouns")
_VAGUE_ALONE = _VAGUE | word_list("vague alone")
_PRAISE = word_list("praise")
_AIMLESS = word_list("verbs of no purpose")
_BETWEEN_PRAISE = frozenset({",", "and", "yet", "but"})
_PRAISING = _PRAISE | _BETWEEN_PRAISE - {",", "and"}
_TOWARDS = frozenset({"to", "into", "onto"})
_MOVING = _TOWARDS | {"from", "against"}
_TAKING_TO = word_list("nouns with to")
_SHOWING = word_list("showing verbs")
_COLLECTIONS = word_list("collections") | {"family", "variant", "version", "class"}
_ATTENDING = frozenset({"focus", "focuses", "interested", "look", "looks"})
_SUBORDINATORS = frozenset({"that", "how", "why", "whether", "when", "what"})
_ENDS = frozenset({".", ";", "?", "!", ":"})
POINTING = word_list("pointing out of a clause")
_ARTICLES = word_list("articles") | {"one", "another"}
_LONGEST_CLAUSE = 22
_SHORTEST_CLAUSE = 4


class Role(IntEnum):
    """What the authors make of a phrase."""

    OTHER = 0
    #: They say that they study it.
    STUDIED = 1
    #: They say that they propose it.
    PROPOSED = 2
    #: It says what the thing is that has the paper's name.
    KIND = 3


class Phrase(NamedTuple):
    """The words of a text from ``start`` up to and including ``last``; ``head`` ends the first
    noun phrase of them.

    ``article`` is "a" or "an" where it has one; ``cut`` tells how much of it may be
    missing, from 0 to 1.
    """

    start: int
    head: int
    last: int
    role: Role
    article: str
    cut: float


def find_phrases(plain: PlainText, tags: str, cues: Cues, promise: Promise) -> list[Phrase]:
    """Return the phrases of a text whose parts of speech are ``tags``.

    Runs of words that promise next to nothing are passed over, and so is most of a text that says
    what the thing is that has the name.
    """
    finder = _Finder(plain, tags, cues)
    runs = [run.span() for run in _RUN.finditer(tags)]
    telling = (*plain.starts, *plain.ends)
    found: list[Phrase] = []
    rest: list[tuple[int, int]] = []
    for start, end in runs:
        if telling and any(start <= place < end for place in telling):
            found += finder.in_run(start, end)
        elif promise.sums[end] - promise.sums[start] >= _LEAST_CHANCE:
            rest.append((start, end))
    only_tasks = any(one.role is Role.KIND and promise.own_words(one) for one in found)
    for start, end in rest:
        found += finder.in_run(start, end, only_tasks=only_tasks)
    return found


class _Finder:
    """Finds the phrases of one abstract."""

    def __init__(self, plain: PlainText, tags: str, cues: Cues) -> None:
        self._plain = plain
        self._lower = [*plain.text.lower, ""]
        self._tags = tags + "X"
        self._has_between = "between" in self._lower
        self._cues = cues

    def in_run(self, start: int, end: int, *, only_tasks: bool = False) -> Iterator[Phrase]:
        """Yield the phrases between two places, or only those that may be what a thing is for."""
        chunks = [chunk.span() for chunk in _NOUN_PHRASE.finditer(self._tags, start, end)]
        for number, (begin, _) in enumerate(chunks):
            if not only_tasks or self._may_be_task(begin):
                yield from self._phrases(chunks, number)

    def _may_be_task(self, begin: int) -> bool:
        before = begin - 1
        while before > 0 and self._tags[before] in "DK":
            before -= 1
        return before < 0 or self._lower[before] in BEFORE_TASKS or self._tags[before] == "V"

    def _phrases(self, chunks: list[tuple[int, int]], number: int) -> Iterator[Phrase]:
        """Yield the phrases that begin with one of the noun phrases ``chunks`` of a run."""
        begin, end = chunks[number]
        start = self._after_praise(begin, end)
        starts = [start]
        if self._tags[start] == "G" and end - start > 2:
            starts.append(start + 1)
        starts += [place for place in self._plain.expansions if start < place < end]
        for start in starts:
            lasts = self._lasts(start, chunks, number)
            if lasts and self._may_start(start, begin, end):
                yield from self._with_role(start, begin, end, lasts)

    def _with_role(self, start: int, begin: int, end: int, lasts: list[int]) -> Iterator[Phrase]:
        role = self._role(begin)
        points_back = begin > 0 and (
            self._tags[begin - 1] == "K" or self._lower[begin - 1] in {"their", "its"}
        )
        if role is not Role.KIND and (points_back or not self._is_of_name(begin)):
            role = Role.OTHER
        article = self._lower[begin - 1] if begin else ""
        article = article if article in {"a", "an"} else ""
        refers = begin > 0 and self._tags[begin - 1] in "KLC"
        of = self._lower[begin - 1 - bool(article)] == "of" if begin > 1 else False
        for last in lasts:
            own = self._role_by_end(start, last) or role
            if last >= self._plain.expansions.get(start, len(self._tags)):
                own = Role.KIND
            if own is Role.STUDIED and self._is_subject(begin, last):
                own = Role.OTHER
            # What follows may belong to the noun before the "of".
            torn = refers or (of and last >= end)
            cut = _CUTS.get(self._tags[last + 1], 0.0) + torn
            if cut and last >= end and self._tags[last - 1] in "PD":
                cut += _BARE_END
            yield Phrase(start, end - 1, last, own, article, cut)

    def _after_praise(self, start: int, end: int) -> int:
        place = start
        while place < end - 1:
            if self._lower[place] in _PRAISE:
                start = place + 1
            elif self._lower[place] not in _BETWEEN_PRAISE and self._tags[place] != "R":
                break
            place += 1
        return start + (self._lower[start] in _BETWEEN_PRAISE)

    def _may_start(self, start: int, begin: int, end: int) -> bool:
        word, tag = self._lower[start], self._tags[start]
        if word.isdigit() or tag == "C" or word == ",":
            return False
        if tag == "G" and (word in _AIMLESS or self._opens_aside(start)):
            return False
        if end - start > 1 or word not in _VAGUE_ALONE:
            return True
        role = self._role(begin)
        many = role is Role.KIND and word in _COLLECTIONS
        return many or (role >= Role.PROPOSED and word in KINDS)

    def _opens_aside(self, start: int) -> bool:
        """Whether a sentence begins at ``start`` with an aside: "Drawing on maps, we"."""
        sentence = self._plain.text.sentence
        if start and sentence[start - 1] == sentence[start]:
            return False
        comma = self._mark(",", start)
        return comma < len(sentence) and not _CLAUSE_VERB.search(self._tags, start, comma)

    def _lasts(self, start: int, chunks: list[tuple[int, int]], number: int) -> list[int]:
        """Return the places at which a phrase from ``start`` on may end."""
        end = chunks[number][1]
        lasts = [end - 1] if self._may_end(start, end - 1) else []
        for begin, following in chunks[number + 1 :]:
            if following - start > _MOST_WORDS or not self._joins(start, end, begin):
                break
            end = following
            if self._may_end(start, end - 1):
                lasts.append(end - 1)
        return lasts

    def _joins(self, start: int, end: int, begin: int) -> bool:
        """Whether a phrase may run over what stands between two noun phrases."""
        between = self._tags[end:begin]
        if not _LINK.fullmatch(between):
            return False
        if between[:1] == "C":
            return not self._opens_clause(end)
        if between[:1] == "P":
            link, before = self._lower[end], self._lower[end - 1]
            if link == "by" and self._tags[begin] == "G":
                return False
            verbal = "B" in self._tags[start:end] or "G" in self._tags[start:end]
            moving = link in _TOWARDS or (link in _MOVING and self._is_object(start))
            if moving and not verbal:
                return before in _TAKING_TO or before.endswith(("tion", "sion"))
        return bool(between)

    def _opens_clause(self, place: int) -> bool:
        """Whether "and" at ``place`` begins a clause of its own: "and rain swells the brook"."""
        verb = _CLAUSE_VERB.search(self._tags, place)
        if (
            verb is None
            or self._plain.text.sentence[verb.start()] != self._plain.text.sentence[place]
        ):
            return False
        stop = min(self._mark(",", place), self._mark(";", place))
        if verb.start() > stop:
            return False
        before = place
        while (
            before > 0 and self._plain.text.sentence[before - 1] == self._plain.text.sentence[place]
        ):
            before -= 1
            if self._tags[before] in "VIM":
                return True
            if self._lower[before] in {",", ";", ":"}:
                return False
        return False

    def _mark(self, mark: str, place: int) -> int:
        try:
            return self._lower.index(mark, place, place + 30)
        except ValueError:
            return len(self._lower)

    def _is_object(self, start: int) -> bool:
        """Whether a verb stands before the noun phrase at ``start``."""
        place = start - 1
        if place >= 0 and self._tags[place] == "G":
            return True
        while place >= 0 and self._tags[place] in "DKJARCNG" and start - place < 8:
            place -= 1
        return place >= 0 and self._tags[place] in "VB"

    def _may_end(self, start: int, last: int) -> bool:
        if last == start and "-" not in self._lower[last]:
            return False
        tag, following = self._tags[last], self._tags[last + 1]
        if tag not in "NG" or (last > start and self._lower[last] in _VAGUE):
            return False
        if tag == "G" and (following in "DKSW" or self._tags[last - 1] not in "NJ"):
            return False
        if following == "," and _ENUMERATION.match(self._tags, last + 1):
            return False
        if self._has_between:
            words = self._lower[start : last + 1]
            if "between" in words and "and" not in words[words.index("between") :]:
                return False
        return following != "L" and self._lower[last + 1] != "of"

    def _role(self, begin: int, depth: int = 2) -> Role:
        """What the words before a noun phrase at ``begin`` make of it."""
        while begin and self._lower[begin - 1] in _PRAISING:
            begin -= 1
        before = begin - 1
        while before >= 0 and self._tags[before] in "DK":
            before -= 1
        starts = self._plain.starts
        if before + 1 in starts or begin in starts:
            return Role.KIND
        if before < 0:
            return Role.OTHER
        before -= self._lower[before] == "out" and before > 0  # "we carry out"
        word = self._lower[before]
        if self._tags[before] == "V" or (
            self._tags[before] in "EGB" and self._cues.speaks_of_own(before)
        ):
            if not self._cues.speaks_of_own(before, 20 if self._tags[before] == "V" else 8):
                return Role.OTHER
            if self._tags[before] == "B":  # "we propose to widen X", not "gates to widen X"
                if self._tags[before - 2 : before] != "VT":
                    return Role.OTHER
                if self._lower[before - 2] in PROPOSING:
                    return Role.PROPOSED
            if word in PROPOSING:
                return Role.PROPOSED
            return Role.STUDIED if word in STUDYING else Role.OTHER
        if word == "that":
            return (
                Role.STUDIED
                if _is_showing(self._lower, self._tags, self._cues, before)
                else Role.OTHER
            )
        noun = before - 1
        vague = noun > 0 and self._lower[noun] in _VAGUE_ALONE
        if self._tags[before] in "P" and vague and depth:
            while noun > 0 and self._tags[noun - 1] in "NJGAR":
                noun -= 1
            role = self._role(noun, depth - 1)
            return Role.OTHER if role is Role.KIND else role
        if self._tags[before] == "P" and before and self._lower[before - 1] in _ATTENDING:
            return Role.STUDIED
        if word == "by" and self._tags[begin] == "G" and self._solves(before):
            return Role.PROPOSED
        return Role.OTHER

    def _solves(self, place: int) -> bool:
        """Whether "by" at ``place`` follows "we solve this"."""
        near = range(max(place - 4, 0), place)
        return self._cues.speaks_of_own(place, 8) and any(self._tags[at] == "K" for at in near)

    def _is_subject(self, begin: int, last: int) -> bool:
        """Whether a clause begins with the phrase: "we find rain swells the brook"."""
        return self._lower[begin - 1] in _SHOWING and self._tags[last + 1] in "VIM"

    def _is_of_name(self, place: int) -> bool:
        """Whether ``place`` is not behind the sentence that introduces a name."""
        introduced = self._plain.introduced
        return introduced < 0 or self._plain.text.sentence[place] <= introduced

    def _role_by_end(self, start: int, last: int) -> Role:
        """What the words behind a phrase make of it."""
        inside = self._tags[start - 1] in "PGBC" if start else False
        for end in self._plain.ends:
            if start <= end <= last and not inside:
                return Role.KIND
        if self._tags[last + 1] == "I":
            passive = _PASSIVE.match(self._tags, last + 1)
            verb = self._lower[passive.end() - 1] if passive else ""
            if verb in PROPOSING:
                return Role.PROPOSED
            if verb in STUDYING:
                return Role.STUDIED
        return Role.OTHER


class Clause(NamedTuple):
    """The words of a text from ``start`` up to and including ``last``.

    ``shown`` says that it is what the authors say they show.
    """

    start: int
    last: int
    shown: bool


def find_clauses(text: Text, tags: str, cues: Cues) -> Iterator[Clause]:
    """Yield the clauses that could stand alone."""
    for place, word in enumerate(text.lower):
        opens = place == 0 or text.sentence[place - 1] != text.sentence[place]
        shown = word in _SUBORDINATORS and place > 0 and _is_showing(text.lower, tags, cues, place)
        own = opens and text.sentence[place] >= cues.main
        if shown or (own and not _is_of_others(text, cues, place)):
            start = place + 1 if shown and word == "that" else place
            last = _end(text, tags, start)
            if ((start == place and shown) or tags[start] not in "PRWVX") and _is_whole(
                text, tags, start, last
            ):
                yield Clause(start, last, shown)


def _is_of_others(text: Text, cues: Cues, start: int) -> bool:
    """Whether the clause from ``start`` on tells of other work or of nothing: "The aim is"."""
    subject = start + (text.lower[start] in _ARTICLES)
    return cues.is_aside(text.sentence[start]) or text.at(subject) in ABSTRACT_WORDS


def _is_showing(lower: list[str], tags: str, cues: Cues, place: int) -> bool:
    """Whether the authors show what the clause says that "that" at ``place`` begins."""
    place -= 1
    while place > 0 and tags[place] in "RX" and lower[place] not in _SHOWING:
        place -= 1
    return lower[place] in _SHOWING and cues.speaks_of_own(place)


def _end(text: Text, tags: str, start: int) -> int:
    """Return where the clause ends: at a mark, which may be a comma behind its verb."""
    place = start
    has_verb = False
    while place + 1 < len(text.words):
        following = text.words[place + 1]
        has_verb |= tags[place] in "VIM"
        parting = tags[place + 1] == "," and tags[place] not in "JX"
        if following in _ENDS or (has_verb and parting):
            break
        place += 1
    return place


def _is_whole(text: Text, tags: str, start: int, last: int) -> bool:
    words = text.lower[start : last + 1]
    if not _SHORTEST_CLAUSE <= len(words) <= _LONGEST_CLAUSE or not text.words[start][0].isalnum():
        return False
    if (
        FORMULA in words
        or "(" in words
        or tags[last] in "WPDKHTCMI"
        or not POINTING.isdisjoint(words)
    ):
        return False
    return any(tag in "VIM" for tag in tags[start : last + 1])
