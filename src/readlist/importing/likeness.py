"""How alike titles, authors and abstracts are that may be those of one paper.

Titles are compared by their words: who types a title again slips within a word or leaves the
subtitle out, while the next paper of a group has another word in its place, however few its
letters. Authors are compared by family names and initials, in whatever order names are given.
"""

import re
import unicodedata
from collections.abc import Iterable
from enum import Enum
from itertools import pairwise
from typing import NamedTuple

from readlist.text import fold_letters, letters_only, readable

#: Letters an abstract needs to say anything about identity.
LONG_ABSTRACT = 100
#: How alike two long abstracts are when nothing but them says it is the same paper (0 to 1).
ALIKE = 0.93
#: How alike they are when one is a later version of the other, and at least when they share some
#: sentences, as papers of one group do too. Two abstracts in one language are alike by 0.4.
REWORDED = 0.85
RELATED = 0.6
#: What part of the words of a longer title the shorter one holds, unless it is all but a subtitle.
MOST_WORDS = 2 / 3
#: What part of the shorter list of authors both have; fewer may be other people of that name.
MOST_AUTHORS = 0.5


class Agreement(Enum):
    """How two papers agree in something."""

    YES = "the same"
    NEARLY = "alike"
    PARTLY = "in part"
    NO = "different"
    UNKNOWN = "one of them does not say"


def plain(title: str) -> str:
    """Return a title as people read it: without TeX, markup, entities and letters for print."""
    if "<" in title or "&" in title:
        from readlist.importing.readers.parts.texts import without_markup

        title = without_markup(title)
    if "\\" in title or "$" in title:
        from readlist.importing.readers.parts.tex import text_of

        title = readable(text_of(title))
    return title if title.isascii() else unicodedata.normalize("NFKC", title)


# Titles

_WORD = re.compile(r"[^\W_]+")
# In languages without spaces every character counts as a word.
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_SMALL = {
    *("a", "an", "the", "of", "on", "in", "for", "and", "to", "by", "from", "at", "as", "is"),
    *("und", "der", "die", "das", "et", "de", "la", "le"),
}
_DENYING = {"not", "no", "non", "never", "without"}
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*|\b[ivx]+\b")
_SUBTITLE = re.compile(r":\s|\s[-–—]+\s|[?!.]\s|…|\.\.\.")
#: Words for a text about a paper, which has its title, and mostly an author: at the beginning,
#: in brackets, or after a dash.
_ABOUT = re.compile(
    r"(?:^(?:an? |the )?|[(\[–—:-]\s*(?:online |electronic )?)"
    r"(errat|corrigend|correction|addend|comment|repl[yi]|respon[sd]|retract|withdraw|supplement"
    r"|append|supporting|review of|discussion|data for|rejoinder|expression of concern)"
)
#: Titles that say what kind of text it is, year by year, and of no paper what it is about.
_OCCASION = re.compile(
    r"(?:guest )?editorial|preface|foreword|introduction$|proceedings|message from|welcome"
    r"|(?:author|subject) index|front ?matter|table of contents|editor'?s? note|book review"
)


def is_telling(title: str, least_letters: int, least_words: int) -> bool:
    """Return whether a title has so many letters and words that it singles out a paper."""
    unspaced = len(_UNSPACED.findall(title))
    long = len(letters_only(title)) + 2 * unspaced >= least_letters
    return long and len(title.split()) + unspaced >= least_words and not is_occasion(title)


def is_occasion(title: str) -> bool:
    """Return whether a title says no more than what kind of text it is."""
    return _OCCASION.match(fold_letters(title)) is not None


def are_other_parts(ours: str, theirs: str) -> bool:
    """Return whether two titles name parts, versions or years, or a paper and an erratum to it.

    They may share all other words. A number in a subtitle that only one of them has is none.
    """
    if letters_only(ours) == letters_only(theirs):
        return False
    ours, theirs = fold_letters(ours), fold_letters(theirs)
    if set(_ABOUT.findall(ours)) != set(_ABOUT.findall(theirs)):
        return True
    if _numbers(ours) == _numbers(theirs):
        return False
    shorter, longer = sorted((ours, theirs), key=len)
    rest = longer.removeprefix(shorter.rstrip(".… "))
    return rest == longer or len(_content(rest)) < 3 or bool(_NUMBER.match(rest.lstrip(":.-–—, ")))


def _numbers(folded: str) -> list[str]:
    return sorted(number.replace(",", "") for number in _NUMBER.findall(folded))


def titles(ours: str | None, theirs: str | None) -> Agreement:
    """Return how two titles agree; in part, when all words of the one are in the other."""
    if not ours or not theirs:
        return Agreement.UNKNOWN
    if letters_only(ours) == letters_only(theirs):
        return Agreement.YES
    words, others = _content(fold_letters(ours)), _content(fold_letters(theirs))
    words, others = _joined(words, others), _joined(others, words)
    missed, other_missed = _without_partner(words, others), _without_partner(others, words)
    if _is_cut(ours, theirs) or _is_cut(theirs, ours):
        return Agreement.NEARLY
    if not (words and others) or (missed and other_missed):  # each has words of its own
        return Agreement.NO
    if not _DENYING.isdisjoint(missed + other_missed):
        return Agreement.NO
    shorter, longer = sorted((len(words), len(others)))
    is_most = shorter == longer or (shorter >= 3 and shorter / longer >= MOST_WORDS)
    return Agreement.NEARLY if is_most else Agreement.PARTLY


def _is_cut(shorter: str, longer: str) -> bool:
    """Return whether a title is another one without its subtitle or name, or cut by an ellipsis."""
    letters = letters_only(shorter)
    if shorter.rstrip().endswith(("…", "...")):
        return letters_only(longer).startswith(letters)
    return letters in map(letters_only, _SUBTITLE.split(longer, maxsplit=1))


def _content(folded: str) -> list[str]:
    return [word for word in _WORD.findall(folded) if word not in _SMALL]


def _joined(words: list[str], others: list[str]) -> list[str]:
    """Return words with two in a row as one where the other title has them so: file system."""
    known, joined = set(others), list(words)
    for one, two in pairwise(words):
        if one + two in known and one in joined and two in joined:
            joined[joined.index(one)] = one + two
            joined.remove(two)
    return joined


def _without_partner(words: list[str], others: list[str]) -> list[str]:
    known = set(others)
    return [word for word in words if word not in known and not _has_slips(word, others)]


def _has_slips(word: str, others: Iterable[str]) -> bool:
    """Return whether a word is one of the others, misspelt, in the plural, or spelt as elsewhere.

    The first letter is seldom mistyped, and makes opposites: unsupervised, incomplete.
    """
    if len(word) < 4 or not word.isalpha():
        return False
    from rapidfuzz.distance import OSA  # only for the few papers that share a fingerprint

    slips = 1 if len(word) < 8 else 2
    return any(
        word[0] == other[0] and OSA.distance(word, other, score_cutoff=slips) <= slips
        for other in others
        if abs(len(word) - len(other)) <= slips
    )


# Authors

_NO_NAMES = {
    *("the", "et", "al", "others", "jr", "sr", "dr", "prof"),
    *("collaboration", "team", "group", "consortium"),
}
_NOBODY = {"", "etal", "others", "andothers"}
# Letters with a stroke are letters of their own to Unicode.
_STROKES = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "a", "œ": "o", "ð": "d"})
_UMLAUTS = re.compile(r"([aou])e")


class _Name(NamedTuple):
    family: str
    initials: frozenset[str]
    words: frozenset[str]


def authors(ours: tuple[str, ...], theirs: tuple[str, ...]) -> Agreement:
    """Return whether two lists have authors in common; each may be cut."""
    written_alike = {*ours} & {*theirs}
    is_most = len(written_alike) >= MOST_AUTHORS * min(len(ours), len(theirs))
    if written_alike and is_most and _NOBODY.isdisjoint(map(letters_only, written_alike)):
        return Agreement.YES  # nearly always, and faster
    names = [name for author in dict.fromkeys(ours) if (name := _name(author))]
    others = [name for author in dict.fromkeys(theirs) if (name := _name(author))]
    if not names or not others:
        return Agreement.UNKNOWN
    shorter, longer = sorted((names, others), key=len)
    shared = sum(any(_is_one(name, other) for other in longer) for name in shorter)
    if shared:
        return Agreement.YES if shared / len(shorter) >= MOST_AUTHORS else Agreement.PARTLY
    namesakes = {name.family for name in names} & {name.family for name in others}
    return Agreement.PARTLY if namesakes else Agreement.NO


def _is_one(one: _Name, other: _Name) -> bool:
    if one.words == other.words:  # in the other order: Lin Xiaomei
        return True
    may_be = not one.initials or not other.initials or not one.initials.isdisjoint(other.initials)
    return one.family == other.family and may_be


def _name(author: str) -> _Name | None:
    """Return the last word of the family name, and the initials: B. Meulen, Meulen B, Meulen, B."""
    family, comma, given = plain(author).partition(",")
    if not comma:
        words = _name_words(family)
        if words and _is_initials(words[-1]):  # they go first, in OHM P the shorter one
            words.sort(key=lambda word: len(word) if _is_initials(word) else len(author))
        family, given = " ".join(words[-1:]), " ".join(words[:-1])
    families = _name_words(family.replace("-", " "))
    if not families:
        return None
    others = _name_words(given.replace("-", " "))
    first_letters = (
        _letters(each) if _is_initials(each) else _letters(each)[:1] for each in others
    )
    return _Name(
        _letters(families[-1]),
        frozenset("".join(first_letters)),
        frozenset(_letters(word) for word in (*families, *others)),
    )


def _name_words(name: str) -> list[str]:
    words = name.replace(".", ". ").split()
    return [word for word in words if (key := letters_only(word)) and key not in _NO_NAMES]


def _is_initials(word: str) -> bool:
    bare = word.replace("-", "").replace(".", "")
    return len(bare) == 1 or (len(bare) <= 3 and bare.isupper() and "." not in word[:-1])


def _letters(name: str) -> str:
    """Return the letters of a name; ü, ue and u are one, since lists without accents have both."""
    return _UMLAUTS.sub(r"\1", letters_only(name).translate(_STROKES))


# Abstracts

#: Notices that stand where an abstract should, and are the same for many papers.
_NOTICE = re.compile(
    r"\b(?:withdrawn|retracted|no abstract|abstract (?:is )?not available)\b", re.IGNORECASE
)


def abstracts(ours: str | None, theirs: str | None) -> Agreement:
    """Return how two abstracts agree; those too short say nothing, nor do notices.

    Abstracts that differ in their numbers are those of two versions, or of two papers.
    """
    if not ours or not theirs:
        return Agreement.UNKNOWN
    our_letters, their_letters = letters_only(ours), letters_only(theirs)
    if min(len(our_letters), len(their_letters)) < LONG_ABSTRACT:
        return Agreement.UNKNOWN
    if our_letters.startswith(their_letters) or their_letters.startswith(our_letters):
        is_notice = len(ours) < 4 * LONG_ABSTRACT and _NOTICE.search(ours)
        return Agreement.UNKNOWN if is_notice else Agreement.YES
    from rapidfuzz import fuzz  # only for the few papers that share a fingerprint

    alike = fuzz.ratio(our_letters, their_letters) / 100
    if alike >= ALIKE and _numbers(fold_letters(ours)) == _numbers(fold_letters(theirs)):
        return Agreement.YES
    if alike >= REWORDED:
        return Agreement.NEARLY
    return Agreement.PARTLY if alike >= RELATED else Agreement.NO


def is_cut_short(ours: str | None, theirs: str | None) -> bool:
    """Return whether one abstract is the beginning of the other one."""
    shorter, longer = sorted((letters_only(ours or ""), letters_only(theirs or "")), key=len)
    return LONG_ABSTRACT <= len(shorter) < len(longer) and longer.startswith(shorter)


def is_about(title: str, abstract: str) -> bool:
    """Return whether an abstract has a word of its title; boilerplate for many papers has not."""
    letters = letters_only(abstract)
    return any(word[:6] in letters for word in _content(fold_letters(title)) if len(word) > 3)
