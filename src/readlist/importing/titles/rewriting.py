"""An abstract made plainer before its phrases are sought.

Acronyms it defines are written out, brackets are left out, and so is the paper's own name where
the text can do without it: "We build a gauge (G), called Heron, to warn" becomes "We build a gauge
to warn", and that "a gauge" is what Heron is, is kept.

A definition is recognised as Schwartz and Hearst do (A simple algorithm for identifying
abbreviation definitions in biomedical text, 2003): the letters of the acronym are found, from
right to left, in the words before its bracket, the first of them at the start of a word.
"""

from collections.abc import Sequence

from readlist.importing.titles.cues import CALLING
from readlist.importing.titles.tokens import Text
from readlist.importing.titles.vocabulary import FUNCTION_WORDS, KINDS, indefinite, stem, word_list

NAMING = word_list("naming words")
_LONGEST_EXPANSION = 8
_LONGEST_ASIDE = 25
_BEFORE_NAMES = (NAMING | CALLING | frozenset({"as", "the", "it"})) - {"i.e"}
_CALLERS = frozenset({"we", "which", "that", "is"})
_AFTER_NAMES = frozenset({",", "–", ":", "is"})
_QUALIFYING = word_list("qualifying ends")
_ARTICLES = frozenset({"a", "an", "the", "our"})

#: Where the words of an acronym begin and end, by the place of the acronym behind them.
Definitions = dict[int, tuple[int, int]]


def definitions(text: Text) -> Definitions:
    """Return where ``text`` defines acronyms, each in a bracket that begins with it."""
    found: Definitions = {}
    words = text.words
    for place, word in enumerate(words[:-2]):
        if word == "(" and place and words[place + 2] in {")", ",", ";"}:
            letters = [one for one in singular(words[place + 1]).lower() if one.isalpha()]
            start = _spelled_from(text, place, letters) if len(letters) > 1 else None
            if start is not None:
                found[place + 1] = (start, place)
    return found


def singular(acronym: str) -> str:
    """Return ``acronym`` without the small s of its plural."""
    return acronym[:-1] if acronym[-1:] == "s" and acronym[-2:-1].isupper() else acronym


def bare(word: str) -> str:
    """Return ``word`` without a possessive ending."""
    return word[:-2] if word.endswith("'s") else word


def _spelled_from(text: Text, end: int, letters: Sequence[str]) -> int | None:
    """Find the word from which on the words before ``end`` spell ``letters``."""
    left = len(letters)
    farthest = max(end - min(_LONGEST_EXPANSION, len(letters) + 3), 0)
    for place in range(end - 1, farthest - 1, -1):
        word = text.lower[place]
        if not word[0].isalnum():
            return None
        for at in range(len(word) - 1, -1, -1):
            opens = at == 0 or word[at - 1] == "-"
            if left and word[at] == letters[left - 1] and (left > 1 or opens):
                left -= 1
        if left == 0:
            return place
    return None


def _with_usual_capitals(word: str, acronym: str) -> str:
    """Return ``word`` without the capitals that only point at letters: "meSsage PAssing"."""
    if word.islower() or word.istitle():
        return word
    return "-".join([_usual_capitals(part, acronym) for part in word.split("-")])


def _usual_capitals(part: str, acronym: str) -> str:
    capitals = [letter for letter in part if letter.isupper()]
    rest = iter(acronym.upper())
    pointed_out = all(letter in rest for letter in capitals)
    odd = len(part) > 3 and 0 < len(capitals) < len(part) * 0.6 and not part.istitle()
    return part.capitalize() if odd and pointed_out else part


def _one_and_many(words: list[str], *, plural: bool) -> tuple[list[str], list[str]]:
    """Return the words for the acronym alone and for the acronym with an s."""
    last = words[-1]
    if plural and last.endswith("s"):
        return [*words[:-1], _without_s(last)], words
    return words, words if last.endswith("s") else [*words[:-1], last + "s"]


def _without_s(word: str) -> str:
    return stem(word) if word.islower() else word[: len(stem(word))]


class PlainText:
    """The abstract ``source`` made plainer, for a paper that has this ``name`` or none.

    ``own`` are the places where the name still stands; at ``starts`` begin the phrases that say
    what it is the name of, at ``ends`` end those that stand before it.
    """

    def __init__(self, source: Text, defined: Definitions, name: str) -> None:
        self.text = Text([], [], [])
        self.own: set[int] = set()
        self.starts: set[int] = set()
        self.ends: set[int] = set()
        #: Where the words of the name's letters begin and end.
        self.expansions: dict[int, int] = {}
        #: The sentence in which the name first stands, -1 when there is none.
        self.introduced = -1
        self._source = Text([*source.words], source.lower, source.sentence)
        self._name = name.split()
        self._known: dict[str, tuple[list[str], list[str]]] = {}
        self._learn(defined, name)
        self._rewrite()

    def _learn(self, defined: Definitions, name: str) -> None:
        words = self._source.words
        self._widths = {place: end - start for place, (start, end) in defined.items()}
        for place, (start, end) in defined.items():
            acronym = words[place]
            words[start:end] = [_with_usual_capitals(word, acronym) for word in words[start:end]]
            if acronym != name:
                plural = acronym[-1] == "s"
                self._known[singular(acronym)] = _one_and_many(words[start:end], plural=plural)

    def _rewrite(self) -> None:
        marks = {"(", "[", *self._known, *[acronym + "s" for acronym in self._known]}
        if self._name:
            marks |= {self._name[0], self._name[0] + "'s"}
        copied = 0
        for place, word in enumerate(self._source.words):
            if word in marks and place >= copied:
                self._copy(copied, place)
                copied = self._at_mark(place, word)
        self._copy(copied, len(self._source.words))

    def _at_mark(self, place: int, word: str) -> int:
        """Take over what stands at ``place`` or leave it out; return where the text goes on."""
        if word in {"(", "["}:
            return self._at_bracket(place)
        if self._is_name(place):
            return self._at_name(place, place + len(self._name))
        acronym = singular(word)
        if acronym in self._known:
            written = self._known[acronym][acronym != word]
            if self.text.lower and self.text.lower[-1] in {"a", "an"}:
                written = [*written[:-1], _without_s(written[-1])]
                self.text.words[-1] = self.text.lower[-1] = indefinite(written[0])
            self.text.words.extend(written)
            self.text.lower.extend([one.lower() for one in written])
            self.text.sentence.extend([self._source.sentence[place]] * len(written))
        else:
            self._copy(place, place + 1)
        return place + 1

    def _copy(self, start: int, end: int) -> None:
        self.text.words.extend(self._source.words[start:end])
        self.text.lower.extend(self._source.lower[start:end])
        self.text.sentence.extend(self._source.sentence[start:end])

    def _drop_from(self, place: int) -> None:
        for words in (self.text.words, self.text.lower, self.text.sentence):
            del words[place:]

    def _is_name(self, place: int) -> bool:
        found = self._source.words[place : place + len(self._name)]
        return bool(found) and [*found[:-1], bare(found[-1])] == self._name

    def _at_bracket(self, place: int) -> int:
        words = self._source.words
        closing = ")" if words[place] == "(" else "]"
        try:
            end = words.index(closing, place, place + _LONGEST_ASIDE)
        except ValueError:
            return place + 1
        if self._name and self._is_name(place + 1):
            if self.introduced < 0:
                self.introduced = self._source.sentence[place]
            self.ends.add(len(self.text.words) - 1)
            kept = len(self.text.words)
            self.expansions[kept - self._widths.get(place + 1, 0)] = kept - 1
        second = self._source.at(end + 2)
        if words[end + 1 : end + 2] == ["-"] and self.text.words and second in _QUALIFYING:
            joined = f"{self.text.words[-1]}-{second}"
            self.text.words[-1], self.text.lower[-1] = joined, joined.lower()
            return end + 3
        return end + 1

    def _at_name(self, place: int, after: int) -> int:
        if self.introduced < 0:
            self.introduced = self._source.sentence[place]
        kept, behind = self.text, self._source.at(after)
        ends = not behind[:1].isalnum() or behind in FUNCTION_WORDS
        kind = behind in KINDS
        follows = self._after_bracket(after + kind)
        explained = self._source.at(follows) in _AFTER_NAMES
        explained = explained and self._source.at(follows + 1) in _ARTICLES
        called = self._back_over_call()
        comma = called > 0 and kept.lower[called - 1] in {",", ":", "–"}
        is_called = called < len(kept.words)
        if is_called or (comma and behind in {",", "."}):
            self.ends.add(called - comma - 1)
            if ends:
                self._drop_from(called - comma)
                self._note_explanation(explained, kind)
                return after + 1 if behind == "," and comma and not explained else after
        elif called and kept.lower[-1] in KINDS:
            self.ends.add(called - 1)
            if ends and behind != "is":
                self._note_explanation(explained, kind)
                return after
        self.own.update(range(len(kept.words), len(kept.words) + after - place))
        self._copy(place, after)
        self._note_explanation(explained, kind)
        return after

    def _after_bracket(self, place: int) -> int:
        """Return the place behind the bracket that opens at ``place``, if one does."""
        words = self._source.words
        if self._source.at(place) != "(":
            return place
        near = words[place : place + _LONGEST_ASIDE]
        return place + near.index(")") + 1 if ")" in near else place

    def _note_explanation(self, explained: bool, kind: bool) -> None:
        """Note that ", a" or "is a" follows: the phrase behind says what has the name."""
        if explained:
            self.starts.add(len(self.text.words) + 1 + kind)

    def _back_over_call(self) -> int:
        """Return where the "called" or "which we call" begins that ends the text, else its end."""
        lower = self.text.lower
        place = len(lower)
        while place and lower[place - 1] in _BEFORE_NAMES:
            place -= 1
        if not any(word in NAMING or word in CALLING for word in lower[place:]):
            return len(lower)
        while place and lower[place - 1] in _CALLERS:
            place -= 1
        return place
