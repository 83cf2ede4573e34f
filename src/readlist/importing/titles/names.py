"""Which name an abstract gives its own method, system, data set or model.

Each word that is shaped like a name, and each capitalised phrase that a cue introduces, is a
candidate. Every place where it stands adds or takes away evidence; the candidate with the most
is the name, when that is enough.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from readlist.importing.titles.cues import CALLING, MORE, PROPOSING, Cues
from readlist.importing.titles.rewriting import NAMING, Definitions, bare, singular
from readlist.importing.titles.tokens import Text
from readlist.importing.titles.vocabulary import FUNCTION_WORDS, KINDS, REMEMBERED, word_list

_ENOUGH = 4.0
# For a name in the sentence that first says what the paper is about.
_FIRST_NAMED = 1.5
_MOST_WORDS = 7
_LONGEST_WORD = 30
_LONGEST_NAME = 60
_MARKS = frozenset(".,;:()–?!")
_MOST_TERM_WORDS = 5
_KIND_WITHIN = 8
_INSIDE_NAMES = word_list("words inside names")
_PREFIXES = word_list("prefixes")
_BEFORE_INTRODUCED = frozenset({"the", "a", "an", "our"})
_INTRODUCING_PAIRS = frozenset({("of", "implementation"), ("is", "name"), ("is", "contribution")})
_COMMON_TERMS = word_list("common terms")
_COMMON_NAMES = word_list("common names")
_CUSTOMARY = word_list("customary words")
_VERBS = word_list("verbs")
_BARRIERS = word_list("ends of an object")
_COLLECTIONS = word_list("collections")
_PRAISED = word_list("praised qualities")
_BORROWED = word_list("before borrowed things")
_FILLERS = word_list("fillers")
_EXISTING = word_list("existing things")
_SIDE_PRODUCTS = word_list("side products")
_CONTRIBUTIONS = word_list("contributions")
# At least this much evidence in one mention: "we introduce X, a", "called X".
_DIRECT = 6.0
# How much of each further mention counts, best first.
_SHARES = (1.0, 0.5, 0.25, 0.2, 0.1)


def find_name(text: Text, defined: Definitions) -> str:
    """Return the name that the abstract gives its own work, as written there, or nothing."""
    cues = Cues(text)
    evidence = _Evidence(text, defined, cues)
    best, best_places, most = "", [0], 0.0
    for name, places in _candidates(text, defined, cues).items():
        score = evidence.of(name, places)
        if score < _ENOUGH:
            continue
        score += _FIRST_NAMED * (text.sentence[places[0]] == cues.main)
        if score >= most:
            best, best_places, most = name, places, score
    term, place = _explained_term(text, cues)
    if best and not (term and place < best_places[0]):
        return _with_version(text, best, best_places)
    return term


def _explained_term(text: Text, cues: Cues) -> tuple[str, int]:
    """Return what the authors propose in words of the language, and where it stands.

    "We propose level folding, a method that".
    """
    at = text.at
    for verb in cues.proposals:
        end = verb + 1
        while at(end).replace("-", "").isalpha() and at(end) not in FUNCTION_WORDS:
            end += 1
        is_short = 0 < end - verb - 1 <= _MOST_TERM_WORDS
        if is_short and at(end) in {",", "–"} and at(end + 1) in {"a", "an"}:
            says_kind = not KINDS.isdisjoint(text.lower[end + 1 : end + _KIND_WITHIN])
            if says_kind and at(end - 1) not in KINDS:
                return " ".join(text.words[verb + 1 : end]), verb + 1
    return "", -1


@lru_cache(maxsize=REMEMBERED)
def is_name_shaped(word: str) -> bool:
    """Whether ``word`` is shaped like a name: FooBar, fooNet, FOO-2, x2vec, Sort-and-Count."""
    parts = [part for part in bare(word).replace("_", "-").split("-") if part]
    letters = sum(letter.isalpha() for letter in word.partition("^")[0])
    if "/" in word or not letters or len(word.partition("^")[0].rstrip("+")) < 2:
        return False
    if len(parts) > 1 and _is_compound_adjective(parts):
        return False
    return any(_is_name_part(part) for part in parts) or _links_capitals(parts)


def _is_name_part(part: str) -> bool:
    capitals = sum(letter.isupper() for letter in part)
    if capitals >= 2 or (capitals == 1 and not part[0].isupper()):
        return part[0].isalpha() or capitals > 1
    if not part[0].isalpha():
        return False
    figure_inside = any(letter.isdigit() for letter in part[1:-1]) and part[-1].isalpha()
    version = capitals == 1 and (part[-1].isdigit() or part[-1] in "+*")
    return (figure_inside and len(part) > 3) or version


def _links_capitals(parts: Sequence[str]) -> bool:
    return len(parts) > 2 and parts[0][0].isupper() and parts[-1][0].isupper()


def _is_compound_adjective(parts: Sequence[str]) -> bool:
    last = parts[-1]
    return (last.islower() and len(last) > 2) or parts[0].lower() in _PREFIXES


def _candidates(text: Text, defined: Definitions, cues: Cues) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    phrases: list[tuple[int, int]] = []
    expansions = {place for span in defined.values() for place in range(*span)}
    odd = {word for word in set(text.words) if not (word.islower() and word.isalpha())} - _MARKS
    for place, word in enumerate(text.words):
        if word not in odd:
            continue
        if place not in expansions and len(word) <= _LONGEST_WORD and is_name_shaped(word):
            found.setdefault(bare(word), []).append(place)
        if word[0].isupper() and (place == 0 or _introduces(text, cues, place - 1)):
            end = _end_of_capitals(text, place)
            if _stands_alone(text, place, end):
                phrases.append((place, end))
    for start, end in phrases:
        phrase = [bare(word) for word in text.words[start:end]]
        name = " ".join(phrase)
        if name not in found and len(name) <= _LONGEST_NAME:
            found[name] = list(_occurrences(text, phrase))
    return found


def _occurrences(text: Text, phrase: Sequence[str]) -> Iterator[int]:
    for place, word in enumerate(text.words):
        if word.startswith(phrase[0]):
            words = [bare(other) for other in text.words[place : place + len(phrase)]]
            if words == phrase:
                yield place


def _introduces(text: Text, cues: Cues, place: int) -> bool:
    while place and text.lower[place] in _BEFORE_INTRODUCED:
        place -= 1
    word, before = text.lower[place], text.at(place - 1)
    if word == "(":
        return text.at(place + 2) == ")"
    if word in {",", "–", ":"}:
        verb = cues.introducing(place)
        return verb >= 0 and place - verb <= 15 and text.words[place - 1].islower()
    if word == "as":
        return before in NAMING or before in {"to", "known"}
    if word in PROPOSING:
        return cues.speaks_of_own(place) or place < 3
    return word in NAMING or word in CALLING or (word, before) in _INTRODUCING_PAIRS


def _end_of_capitals(text: Text, start: int) -> int:
    end = start + 1
    for place in range(start + 1, min(start + _MOST_WORDS, len(text.words))):
        word = text.words[place]
        if word[0].isupper() or word[0].isdigit():
            end = place + 1
        elif word not in _INSIDE_NAMES:
            break
    return end


def _stands_alone(text: Text, start: int, end: int) -> bool:
    """Whether the capitals are a name of their own rather than part of a longer phrase."""
    first = text.lower[start]
    if first in FUNCTION_WORDS:
        return False
    if start == 0:
        if end == 1:
            return text.at(1) == "is" and _is_always_capital(text, text.words[0])
        return _is_subject(text, end) and "-" not in first
    after = text.at(end)
    if after == "(" and end + 1 < len(text.words) and is_name_shaped(text.words[end + 1]):
        return False
    return not after[:1].isalnum() or after in FUNCTION_WORDS or after in KINDS


def _is_always_capital(text: Text, word: str) -> bool:
    """Whether ``word`` has its capital inside sentences too."""
    inside = [bare(one) for before, one in pairwise(text.words) if before != "."]
    return word in inside and word.lower() not in inside


def _with_version(text: Text, name: str, places: Sequence[int]) -> str:
    """Return ``name`` with the number that always follows it: "Foo 2.0"."""
    width = name.count(" ") + 1
    following = {text.at(place + width) for place in places}
    number = following.pop()
    versioned = not following and number[:1].isdigit() and number.replace(".", "").isdigit()
    return f"{name} {number}" if versioned else name


class _Evidence:
    """Weighs the possible names of one abstract."""

    def __init__(self, text: Text, defined: Definitions, cues: Cues) -> None:
        self._text = text
        self._defined = defined
        self._cues = cues
        self._own_from = cues.first_own_sentence

    def of(self, name: str, places: Sequence[int]) -> float:
        """Return the evidence for ``name``, which stands at ``places``."""
        width = name.count(" ") + 1
        mentions = sorted((self._mention(place, place + width) for place in places), reverse=True)
        score = _shape(name) + 0.5 * min(len(places) - 1, 6)
        score += sum(max(one, 0.0) * share for one, share in zip(mentions, _SHARES, strict=False))
        score += sum(min(one, 0.0) for one in mentions) / len(mentions)
        if places[0] > 0 and self._text.sentence[places[0]] < self._own_from:
            score -= 3.0
        if self._is_beside(places[0], places[0] + width):
            score -= 4.0
        common = name.lower()
        if common in _COMMON_TERMS or singular(name).lower() in _COMMON_TERMS:
            score -= 12.0
        elif common in _COMMON_NAMES and mentions[0] < _DIRECT:
            score -= 7.0
        if len(name) == 2 and name.isalpha():
            score -= 4.0
        return score

    def _is_beside(self, place: int, end: int) -> bool:
        """Whether the sentence that first names it speaks of a further thing or a side product."""
        sentence = self._text.sentence[place]
        first = self._cues.proposals[:1]
        if not first or self._text.sentence[first[0]] != self._cues.main:
            return False
        if sentence <= self._cues.main:
            return False
        near = self._text.lower[max(place - 3, 0) : end + 8]
        opening = bisect_left(self._text.sentence, sentence)
        more = self._text.lower[opening : opening + 6]
        return not (_SIDE_PRODUCTS.isdisjoint(near) and MORE.isdisjoint(more))

    def _mention(self, place: int, end: int) -> float:
        if self._text.at(end)[:1].isdigit():
            end += 1
        introduction = max(
            self._named(place),
            self._proposed(place, end),
            self._proposed_passively(place),
            self._apposed(place, end),
            self._opening(place, end),
        )
        return introduction + self._before(place) + self._after(place, end)

    def _opening(self, place: int, end: int) -> float:
        """The evidence of an abstract that begins with "X is" or "X turns".

        Where the authors propose something later, it is rather what everybody knows.
        """
        if place or not _is_subject(self._text, end):
            return 0.0
        known = self._own_from > 0 and not is_name_shaped(self._text.words[0])
        return 0.0 if known else 4.5

    def _named(self, place: int) -> float:
        """The evidence of "called X", "termed X", "named Expansion (X)", "our method is X"."""
        at = self._text.at
        before = self._defined[place][0] - 1 if place in self._defined else place - 1
        while before > 0 and at(before) in {"'", "the", ":", ",", "(", "as", "it"}:
            before -= 1
        word, second = at(before), at(before - 1)
        if word == "is" and second in _CONTRIBUTIONS:
            return 5.0
        if word == "for" and second in {"stands", "short"}:
            return 3.0
        if word == "to" and second in {"refer", "referred"}:
            before -= 1
        elif word not in NAMING and word not in CALLING:
            return 0.0
        return 0.0 if at(before - 1) in _CUSTOMARY else 7.0

    def _proposed(self, place: int, end: int) -> float:
        """The evidence of "we propose X", "we propose a method, X", "we propose Expansion (X)"."""
        verb = self._cues.introducing(place)
        if verb >= 0 and place - verb < 25:
            return self._as_object(verb, place, end)
        bracketed = self._text.at(place - 1) == "(" and self._text.at(end) == ")"
        plural = self._text.words[place] != singular(self._text.words[place])
        return 2.5 if bracketed and not plural and self._cues.speaks_of_own(place) else 0.0

    def _as_object(self, verb: int, place: int, end: int) -> float:
        between = self._text.lower[verb + 1 : place]
        if _FILLERS.issuperset(between):
            return 6.0
        if between[-1] == "(":
            return self._as_bracketed(verb, place)
        barriers = self._barriers(verb + 1, place)
        if between[-2:] == [",", "or"]:
            return 6.0
        if between[-1] in {",", ":", "–"}:
            return 5.0 if barriers < 3 else 3.0
        after = self._text.at(end)
        alone = not after[:1].isalnum() or after in FUNCTION_WORDS
        return 0.0 if barriers else 3.5 if alone else 2.0

    def _as_bracketed(self, verb: int, place: int) -> float:
        words = self._defined.get(place)
        if self._text.words[place] != singular(self._text.words[place]):
            collected = not _COLLECTIONS.isdisjoint(self._text.lower[verb + 1 : place])
            return 6.0 if collected and not self._barriers(verb + 1, place) else 2.0
        if words is None:
            return 4.0 if self._barriers(verb + 1, place) else 5.0
        barriers = self._barriers(verb + 1, words[0])
        common = all(word.islower() for word in self._text.words[slice(*words)])
        if barriers and common:
            return 1.5
        if self._is_borrowed(words[0]) or barriers > 1:
            return 3.0
        return 6.0

    def _barriers(self, start: int, end: int) -> int:
        """How many words from ``start`` to ``end`` end the object of a verb before them."""
        lower = self._text.lower
        return sum(
            word in _BARRIERS and not (word == "of" and lower[at - 1] in _COLLECTIONS)
            for at, word in enumerate(lower[start:end], start)
        )

    def _proposed_passively(self, place: int) -> float:
        """The evidence of "a … (X) method is proposed"."""
        lower = self._text.lower
        for after in range(place + 1, min(place + 7, len(lower))):
            if lower[after] in {".", ","}:
                break
            if lower[after] in PROPOSING and lower[after - 1] in {"is", "are"}:
                words = self._defined.get(place)
                return 5.0 if words and not self._is_borrowed(words[0]) else 3.0
        return 0.0

    def _apposed(self, place: int, end: int) -> float:
        """The evidence of "a decoder of characters, X, turns"."""
        at = self._text.at
        if at(place - 1) != "," or at(end) != "," or end + 1 >= len(self._text.words):
            return 0.0
        follows = self._text.words[end + 1]
        return 4.0 if follows.islower() and _is_third_person(follows) else 0.0

    def _is_borrowed(self, place: int) -> bool:
        before = self._text.at(place - 1)
        return before in _BORROWED

    def _before(self, place: int) -> float:
        before, second = self._text.at(place - 1), self._text.at(place - 2)
        if before in {"our", "proposed"} or (before == "of" and second in _PRAISED):
            return 3.0
        if before in _EXISTING:
            return -3.0
        if before in KINDS:
            return 1.5
        return -1.5 if self._is_borrowed(place) else 0.0

    def _after(self, place: int, end: int) -> float:
        after, second = self._text.at(end), self._text.at(end + 1)
        if after in {",", "–", ":", "is"} and second in {"a", "an", "the", "our"}:
            return 2.0
        if not _is_third_person(after):
            return 0.0
        return 2.0 if place == 0 or self._text.at(place - 1) in {".", ","} else 1.0


def _is_third_person(word: str) -> bool:
    """Whether ``word`` may be a verb such as "turns"."""
    return word.endswith("s") and not word.endswith(("ss", "'s")) and word not in FUNCTION_WORDS


def _is_subject(text: Text, end: int) -> bool:
    """Whether the words before ``end`` are the subject of what follows: "is" or "turns the"."""
    after, second = text.at(end), text.at(end + 1)
    if after == "is" or (_is_third_person(after) and after[:-1] in _VERBS):
        return True
    return _is_third_person(after) and (second in {"a", "an", "the"} or second.isalpha())


def _shape(name: str) -> float:
    if name != singular(name):
        return -1.5
    inner = any(two.isupper() and (one.islower() or one.isdigit()) for one, two in pairwise(name))
    if inner:
        return 1.5
    return 0.5 if not name.istitle() else 0.0
