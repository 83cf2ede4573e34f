"""A light judgement of what each word of an abstract is: noun, adjective, verb and so on.

Closed lists decide first, then the ending of the word, then the words around it, as in rule-based
tagging (Brill, A simple rule-based part of speech tagger, 1992), but with rules written by hand
and only as fine as the phrases of a title need. Where a verb is taken for a noun a title may not
read well; where a noun is taken for a verb, only a phrase is lost. In doubt it is a verb.

The tags are letters, one a word, so that phrases can be found by regular expressions:

    N noun          J adjective       G form in -ing     E participle behind its noun
    R adverb        A number          D article          K pointing word ("this")
    P preposition   C "and", "or"     T "to" of a verb   B verb that a phrase may hold
    V finite verb   I form of "be"    M "can"            Y participle after "is"
    L comma of a list
    S pronoun       H "that" of a noun                   W conjunction
    X anything else that no phrase holds
"""

import re
from collections.abc import Collection
from functools import lru_cache

from readlist.importing.titles.tokens import Text
from readlist.importing.titles.vocabulary import REMEMBERED, is_plural, word_list

_DETERMINERS = word_list("articles") | word_list("determiners")
_VERBS = word_list("verbs")
_VERBS_OR_NOUNS = word_list("verbs or nouns")
_PAST = word_list("past forms")
_PARTICIPLES = word_list("participles")
_ADJECTIVES = word_list("adjectives")
_NO_ADJECTIVES = word_list("nouns that look like adjectives")
_QUALIFYING = word_list("qualifying ends")
_AIMLESS = word_list("verbs of no purpose")
_LINKING = word_list("participles that link")
_HISSING = ("ses", "xes", "zes", "ches", "shes", "oes")
_HAVING = frozenset({"have", "has", "had"})
_MAGNITUDES = word_list("magnitudes")
# A word in several lists belongs to the last of them.
_CLOSED = {
    **dict.fromkeys(word_list("function words"), "X"),
    **dict.fromkeys(word_list("adverbs"), "R"),
    **dict.fromkeys(word_list("clause words"), "W"),
    **dict.fromkeys(word_list("prepositions"), "P"),
    **dict.fromkeys(word_list("pronouns"), "S"),
    **dict.fromkeys(word_list("modals"), "M"),
    **dict.fromkeys(word_list("being"), "I"),
    **dict.fromkeys(word_list("counts"), "A"),
    **dict.fromkeys(word_list("pointing words"), "K"),
    **dict.fromkeys(_DETERMINERS, "D"),
    **dict.fromkeys(("and", "or", "&"), "C"),
    **dict.fromkeys(("that", "which", "who"), "H"),
    "to": "T",
    ",": ",",
    "make": "v",
    "made": "e",
    "makes": "v",
    "given": "W",
    **dict.fromkeys(word_list("naming words"), "X"),
    "own": "J",
    "based": "e",
    "capable": "e",
    "one": "D",
}
_ADJECTIVE_ENDS = (
    "able",
    "al",
    "ar",
    "ary",
    "ful",
    "ible",
    "ic",
    "ive",
    "less",
    "ory",
    "ous",
    "oid",
)
_NOT_ADVERBS = ("maly", "mily", "mbly", "poly", "nly")
_NOUN_ENDS = ("tion", "sion", "ment", "ness", "ity", "ism", "ance", "ence", "logy", "graphy")
_IDLE_ADVERB = re.compile("R(?![JRBEGP])|(?<!B)R(?=P)|(?<=N)R(?=G)")
_ADJECTIVES_IN_A_ROW = re.compile("J(?:,C?R?J)+(?=[JNGC])|(?<=D)J(?:,R?[JN]+)+(?=[JNG])")
_IDLE_ADJECTIVE = re.compile("J+(?![JNGA]|RJ|CR?[JNG])")
_LIST = re.compile("(?<=[NG])(?:,[DJNGAR]+)+,(?=C[DJNGAR])")
_NOMINAL = frozenset("NJGAewsvk")
_BEFORE_NOUNS = frozenset("DKJAPG")
_OPENERS = frozenset("DKA")
_OWN_NOUNS = frozenset({"paper", "article", "work", "study", "report", "thesis", "chapter"})
_FINITE = frozenset("vIMe")
_AFTER_VERBS = (["for"], ["from"], ["in"], ["with"])


def tag(text: Text, names: Collection[int] = ()) -> str:
    """Return the tags of ``text``, one letter for each of its words.

    The words at the places of ``names`` count as nouns for those around them, but no phrase holds
    them.
    """
    classes = [*map(_class, text.words)]
    ends = [place for place, word in enumerate(text.words) if word == "."]
    for place in (-1, *ends):
        if place + 1 < len(classes):
            classes[place + 1] = _class(text.lower[place + 1])
    if "squares" in text.lower:
        for place, word in enumerate(text.lower[1:]):
            if word == "squares" and text.lower[place] == "least":
                classes[place : place + 2] = "JN"
    tags = _Tagger(text, classes).tags()
    for place in names:
        tags = f"{tags[:place]}X{tags[place + 1 :]}"
    return tags


def looks_adjectival(word: str) -> bool:
    """Whether ``word`` looks like an adjective: "spatial", "graph-based", "large"."""
    last = word.rpartition("-")[2]
    if last in _ADJECTIVES or (last != word and last in _QUALIFYING):
        return True
    ends_so = last.endswith(_ADJECTIVE_ENDS) and last not in _NO_ADJECTIVES
    return ends_so or (last != word and last.endswith("ed"))


@lru_cache(maxsize=REMEMBERED)
def _class(word: str) -> str:
    """Return what ``word`` may be by itself: a tag, or a small letter for several.

    v a verb, w a verb or a noun, s a noun or a verb in -s, e a form in -ed. A capital is taken
    for the word's own, not for that of its sentence.
    """
    lower = word.lower()
    closed = _CLOSED.get(lower)
    if closed and (word == lower or len(word) == 1 or word.istitle()):
        return closed
    if not word[0].isalpha():
        return _number_class(word, lower)
    if lower.endswith(("'s", "s'")):
        return "J"
    if len(word) == 1:
        return "N"
    if word != lower:
        return "J" if "-" in word and looks_adjectival(lower) else "N"
    if "-" in lower:
        return _compound_class(lower)
    return _open_class(lower)


def _number_class(word: str, lower: str) -> str:
    if not word[0].isdigit():
        return "X"
    if any(letter.isalpha() for letter in word):
        return "J" if "-" in word and looks_adjectival(lower) else "N"
    return "A"


def _compound_class(lower: str) -> str:
    last = lower.rpartition("-")[2]
    if looks_adjectival(lower):
        return "J"
    return "G" if last.endswith("ing") and len(last) > 5 else "N"


def _open_class(lower: str) -> str:
    if lower in _MAGNITUDES:
        return "A"
    if lower in _PARTICIPLES or (lower.endswith("ed") and len(lower) > 4):
        return "e" if lower not in {"speed", "need", "embed", "exceed", "proceed", "seed"} else "w"
    if lower in _VERBS or lower in _PAST:
        return "v"
    if lower in _VERBS_OR_NOUNS:
        return "w"
    if lower.endswith("ly") and len(lower) > 4 and not lower.endswith(_NOT_ADVERBS):
        return "R"
    if lower.endswith("ing") and len(lower) > 5:
        return "G"
    verb = third_person_of(lower)
    if verb:
        return "v" if verb in _VERBS else "w"
    if looks_adjectival(lower):
        return "J"
    return "s" if is_plural(lower) else "N"


@lru_cache(maxsize=REMEMBERED)
def third_person_of(word: str) -> str:
    """Return the verb whose third person ``word`` is, or nothing when it is of no known verb."""
    if not word.endswith("s") or word.endswith("ss"):
        return ""
    hissing = word.removesuffix("es") if word.endswith(_HISSING) else ""
    for stem in (word[:-1], hissing, word.removesuffix("ies") + "y"):
        if stem in _VERBS or stem in _VERBS_OR_NOUNS:
            return stem
    return ""


class _Tagger:
    """Settles the tags of one text from left to right."""

    def __init__(self, text: Text, classes: list[str]) -> None:
        self._lower = text.lower
        self._words = text.words
        self._classes = [*classes, "X", "X", "X"]
        self._tags: list[str] = []

    def tags(self) -> str:
        """Return the tags as one string."""
        settle = {
            "v": self._verb,
            "w": self._verb_or_noun,
            "s": self._plural,
            "N": self._noun,
            "e": self._participle,
            "G": self._gerund,
            "J": self._adjective,
            "T": self._to,
            "H": self._relative,
            "A": self._number,
            "W": self._clause_word,
        }
        previous = "X"  # the last tag, adverbs apart
        relative = False
        for place, kind in enumerate(self._classes[:-3]):
            if kind == "N" and previous not in "TMS":
                tag = "N"
            elif kind == "J" and previous != "H" and self._classes[place + 1] in _NOMINAL:
                tag = "J"
            else:
                rule = settle.get(kind)
                tag = rule(place, previous) if rule else kind
            relative = tag == "H" or (
                relative and (tag in "VMIYRC" or self._lower[place] == "able")
            )
            verbal = tag in "VMIY" or self._lower[place] == "able"
            self._tags.append("B" if relative and verbal else tag)
            if tag == "G" and previous in "NJD":  # "active learning" is a noun
                previous = "N"
            elif tag != "R":
                previous = tag
        return self._settled("".join(self._tags))

    def _next(self, place: int) -> str:
        """The class of the word behind ``place``, adverbs apart."""
        return self._classes[self._next_place(place)]

    def _next_place(self, place: int) -> int:
        following = self._classes[place + 1]
        adverb = following == "R" or self._lower[place + 1 : place + 2] == ["first"]
        return place + 1 + adverb

    def _opens_object(self, place: int) -> bool:
        """Whether what stands at ``place`` begins the object of a verb before it."""
        kind = self._classes[place]
        if kind == "R":
            kind = self._classes[place + 1]
        return kind in _OPENERS or kind in "HWS"

    def _verb(self, place: int, previous: str) -> str:
        if previous == "T":
            return "B"
        if previous in "DKJ" and self._tags[-1] in "DKJ":
            return "N"
        return "V"

    def _verb_or_noun(self, place: int, previous: str) -> str:
        if previous == "T":
            return "B"
        if previous in "MS":
            return "V"
        if previous in _BEFORE_NOUNS:
            return "N"
        word = self._lower[place]
        third = word[-1] == "s" and word not in _VERBS_OR_NOUNS
        if previous == "N":
            if third and self._lower[place - 1] in _OWN_NOUNS:
                return "V"
            before_plural = is_plural(self._lower[self._last_noun(place)])
            if third and not before_plural:
                return "V" if self._object_or_preposition(place) else "N"
            if not third and before_plural:
                return "V" if not word.endswith(_NOUN_ENDS) else "N"
            return "N"
        if previous == "H":
            of_many = not third and is_plural(self._lower[place - 2])
            return "V" if (third or of_many) and self._next(place) not in _FINITE else "N"
        if previous == "C":
            return "V" if self._opens_object(place + 1) else "N"
        return "N"

    def _plural(self, place: int, previous: str) -> str:
        """A word in -s of which no verb is known."""
        after = self._next(place)
        if previous == "S" and self._lower[place - 1] != "we":
            return "V"
        if previous == "N" and not is_plural(self._lower[self._last_noun(place)]):
            return "V" if self._classes[place + 1] in "DK" else "N"
        if previous == "H":
            return "V" if after not in _FINITE and after not in "vw" else "N"
        return "N"

    def _noun(self, place: int, previous: str) -> str:
        if previous == "T":
            return "B"
        if not self._words[place].islower():
            return "N"
        if previous == "M" or (previous == "S" and self._lower[place - 1] in {"we", "they"}):
            return "V"
        return "N"

    def _participle(self, place: int, previous: str) -> str:
        following = self._classes[place + 1]
        if previous == "I":
            perfect = not _HAVING.isdisjoint(self._lower[max(place - 2, 0) : place])
            return "V" if perfect else "Y"
        if previous == "T":
            return "B"
        if self._opens_object(place + 1) or previous in "SMH":
            return "V"
        if previous == "N":
            if following in "PT" or (following == "R" and self._classes[place + 2] in "PT"):
                return "E"
            attributive = self._lower[place] in {"based", "driven", "aided", "guided"}
            return "J" if attributive and following in _NOMINAL else "V"
        if following in _NOMINAL:
            return "J"
        return "V"

    def _gerund(self, place: int, previous: str) -> str:
        if previous == "I":
            return "V"
        if previous == "B" and self._classes[place + 1] == "P":
            return "N"
        if previous != "N":
            return "G"
        word = self._lower[place]
        if word in _LINKING:
            return "E"
        if word in _AIMLESS:
            return "X"
        after_plural = is_plural(self._lower[place - 1])
        return "E" if after_plural or self._classes[place + 1] in _OPENERS else "G"

    def _adjective(self, place: int, previous: str) -> str:
        following = self._classes[place + 1]
        if previous == "H":
            return "R"  # "that first opens"
        if (
            following in _NOMINAL
            or following in "RC"
            or self._lower[place + 1 : place + 2] == [","]
        ):
            return "J"
        if self._lower[place - 1 : place] == ["the"] and following not in "PX":
            return "N"
        if "-" in self._lower[place]:
            return "X" if previous == "I" else "N"
        return "X" if self._words[place].islower() else "N"

    def _to(self, place: int, previous: str) -> str:
        at = place + 1
        while self._classes[at] == "R":
            at += 1
        word, kind = self._lower[at] if at < len(self._lower) else "", self._classes[at]
        if word in _VERBS or word in {"be", "have", "do", "make", "get", "become"}:
            return "T"
        if not word or is_plural(word) or word.endswith(("ed", "ing")):
            return "P"
        following = self._classes[at + 1]
        if kind == "w":
            noun_like = following in "PXCIM" and self._lower[at + 1 : at + 2] not in _AFTER_VERBS
            return "P" if noun_like else "T"
        return "T" if kind == "N" and word.isalpha() and following in _OPENERS else "P"

    def _relative(self, place: int, previous: str) -> str:
        if previous != "N" or self._tags[-1] == "R":
            return "W"
        following = self._next_place(place)
        kind = self._classes[following]
        third = kind in "ws" and is_plural(self._lower[following])
        third = third or (kind == "w" and is_plural(self._lower[place - 1]))  # "gates that shut"
        return "H" if kind in _FINITE or third else "W"

    def _clause_word(self, place: int, previous: str) -> str:
        return "J" if previous == "D" and self._lower[place] == "given" else "W"

    def _number(self, place: int, previous: str) -> str:
        following = self._classes[place + 1]
        if following in _NOMINAL or following == "R":
            return "A"
        named = previous == "N" and self._words[place - 1][:1].isupper()
        return "N" if named else "X"

    def _object_or_preposition(self, place: int) -> bool:
        """Whether what follows the word in -s at ``place`` makes it a verb behind its subject."""
        after = self._classes[place + 1]
        if after == "H" and self._classes[place + 2] in _FINITE:
            return False  # "learning models that can"
        if self._opens_object(place + 1):
            return True
        if after == "T":
            return self._classes[place + 2] == "v"
        if after in "P" or after not in _NOMINAL:
            return False
        return after in "NJsG" and third_person_of(self._lower[place]) in _VERBS

    def _last_noun(self, place: int) -> int:
        place -= 1
        while place > 0 and self._tags[place] == "R":
            place -= 1
        return place

    def _settled(self, tags: str) -> str:
        """Return ``tags`` without the adverbs and adjectives that qualify nothing in a phrase.

        The comma of "fast, scalable and open" counts as an adjective, so that phrases run on.
        """
        tags = _IDLE_ADVERB.sub("X", tags)
        tags = _ADJECTIVES_IN_A_ROW.sub(lambda row: row[0].replace(",", "J"), tags)
        tags = _IDLE_ADJECTIVE.sub(lambda idle: "X" * len(idle[0]), tags)
        return _LIST.sub(lambda row: row[0].replace(",", "L"), tags)
