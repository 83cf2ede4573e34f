"""Lists of authors: taking them apart, and telling them from other text.

How names are built in many languages: https://www.w3.org/International/questions/qa-personal-names
"""

import re
from collections.abc import Container

from readlist.text import fold_spaces

_ET_AL = re.compile(
    r"[\s,;]*(?:\b(?:and|&)\s+)?(?:\bet\.?\s+al\b\.?|\b(?:and|&)\s+(?:\d+\s+)?(?:more\s+)?(?:others|more)"
    r"(?:\s+authors)?\.?|(?<=[,;])\s*\d+\s+(?:other|more)\s+authors\.?|(?:\.\.\.|…))\s*$",
    re.I,
)
_LONGEST_ET_AL = 40
_AND = re.compile(r",? (?:and|&) ", re.I)
_SUFFIX = re.compile(r"(?:Jr|Sr|II|III|IV|Ph\.?\s?D|M\.?D|Esq)\.?", re.I)
_SUFFIX_AFTER = re.compile(r" (Jr\.?|Sr\.?|II|III|IV|2nd|3rd|4th)$", re.I)
#: DBLP and Scopus number people of the same name.
_NUMBER_AFTER = re.compile(r"\s*\(\d+\)$")
_BODY = re.compile(r"\S\s(?:of|for|and|on)\s|\b(?:university|department|ministry)\b", re.I)
_COMPANY = re.compile(r"(?:inc|ltd|llc|gmbh|corp|co|plc)\.?", re.I)
_PARTICLE = re.compile(
    r"a[flv]?|ap|av|bin|bint|da[ls]?|das|de[ilnrs]?|della|di|dos?|du|el?|ibn|in|las?|l[eo]s?"
    r"|op|san|st|['’]?[st]|te[nr]|tot|van|vande[nr]?|vo[mn]|y|zu[mr]?",
    re.I,
)
_GROUP = re.compile(
    r"(?:[^\W\d_][\w'’&.-]*\s+){0,7}(?:[^\W\d_]\w*-)?(?:collaboration|consortium|team|group|labs?|ai"
    r"|initiative|project|foundation|committee|community|working group|institute)(?:\s+[A-Z]\w*)?",
    re.I,
)
_NAME_WORD = re.compile(r"[^\W\d_][\w'’ʼ`.\-‐‑]*[*†‡§]*")
_HELPER = re.compile(r"the|of|for|and|in|on|at|&|to", re.I)
_NOUN = re.compile(r"\w{3}(?:tions?|ables?|ibles?|ness|ics|it(?:y|ies)|ives?|istic)$")
_FUNCTION = re.compile(
    r"the|for|from|with|without|into|using|towards?|how|what|when|where|which|why|who|those|these"
    r"|its?|is|are|not|of",
    re.I,
)
# Some sites part names by dots or bars in the middle of the line.
_DOTS = re.compile(r" ?(?: [·•∙⋅|] |⋅|·) ?")
_ROUND = re.compile(r"\([^()]*\)")
# What separates names, as characters for private use while it does not.
_HIDE = {ord(","): "\ue000", ord(";"): "\ue001", ord("&"): "\ue002", ord(" "): "\ue003"}
_SHOW = {ord(value): chr(key) for key, value in _HIDE.items()}

_NO = -15.0


def split_names(text: str) -> tuple[tuple[str, ...], bool]:
    """Return the names in an author line, and whether it says that there are more.

    "Family, Given" is turned round where semicolons separate the names; a suffix
    such as ``Jr.`` stays with the name before it.
    """
    whole = _DOTS.sub(", ", fold_spaces(text))
    listed = without_et_al(whole)
    cut = listed != whole
    turned = ";" in listed
    names: list[str] = []
    for part in _parts(listed, ";" if turned else ","):
        if names and _SUFFIX.fullmatch(part):
            names[-1] = f"{names[-1]} {part}"
        else:
            names.append(given_first(part) if turned else part)
    return tuple(names), cut


def names_score(text: str, common: Container[str] = ()) -> float:
    """Return how much ``text`` looks like a list of authors: the logarithm of the odds.

    ``common`` holds words the dump also writes in lower case, which names are not.
    """
    if _begins_as_prose(text):
        return _NO
    text = _DOTS.sub(", ", fold_spaces(text))
    listed = without_et_al(text)
    people = [_ROUND.sub("", part).strip() for part in _parts(listed, ",;")]
    people = [person for person in people if person and not _SUFFIX.fullmatch(person)]
    if not people:
        return 2.0 if _SUFFIX.fullmatch(listed.strip()) or listed != text else _NO
    scores = [_person_score(person, common) for person in people]
    worst = sum(score for score in scores if score < 0)
    best = sum(score for score in scores if score > 0)
    evidence = 3.0 * (len(listed) != len(text)) + _end_score(listed)
    return max(_NO, worst + min(best, 6.0) + evidence)


def without_et_al(text: str) -> str:
    """Return a list of names without the words at its end that say that there are more."""
    return text[:-_LONGEST_ET_AL] + _ET_AL.sub("", text[-_LONGEST_ET_AL:])


def _parts(text: str, separators: str) -> list[str]:
    """Split ``text`` at ``separators`` and "and", but not within round brackets."""
    hidden = _ROUND.sub(lambda found: found[0].translate(_HIDE), text)
    pieces = re.split(f"[{separators}]", _AND.sub(separators[0], hidden))
    return [found for piece in pieces if (found := piece.translate(_SHOW).strip())]


def given_first(name: str) -> str:
    """Return "Family, Given" and "Family, Given, Jr." turned round, any other name as it is."""
    name = _NUMBER_AFTER.sub("", name)
    parts = [part for part in map(str.strip, name.split(",")) if part]
    if len(parts) == 3 and _SUFFIX.fullmatch(parts[1]):
        parts = [parts[0], parts[2], parts[1]]
    match parts:
        case [only]:
            return only
        case [family, given] if _SUFFIX.fullmatch(given):
            return f"{family} {given}"
        case [family, given] if not (_BODY.search(family) or _COMPANY.fullmatch(given)):
            first = _SUFFIX_AFTER.sub("", given)  # PubMed: King, Martin Luther Jr
            return f"{first} {family}{given[len(first) :]}"
        case [family, given, suffix] if _SUFFIX.fullmatch(suffix):
            return f"{given} {family} {suffix}"
    return name.strip()


def _begins_as_prose(text: str) -> bool:
    """Return whether several of the first words are in lower case, to be quick with long text."""
    words = text[:120].split()[:10]
    small = sum(word[0].islower() and not _PARTICLE.fullmatch(word) for word in words)
    return small > 2


def _person_score(person: str, common: Container[str]) -> float:
    words = person.split()
    if _GROUP.fullmatch(person):
        wrong = sum(not _is_capital(word) and not _HELPER.fullmatch(word) for word in words)
        return 2.0 - 3.0 * wrong - 0.5 * (len(words) > 6)
    score = sum(_word_score(word, common) for word in words)
    if len(words) == 1:
        return min(score, 0.0) - 1.0
    if len(words) > 5:
        return score - 1.5 * (len(words) - 5)
    return score + 2.5


def _word_score(word: str, common: Container[str]) -> float:
    if _FUNCTION.fullmatch(word):
        return -4.0
    if not _NAME_WORD.fullmatch(word):
        return -0.3 if _PARTICLE.fullmatch(word) else -4.0
    if not _is_capital(word):
        return -0.3 if _PARTICLE.fullmatch(word) else -4.0
    if (len(word) > 4 and word.lower() in common) or _NOUN.search(word):
        return -1.7
    return 0.0 if len(word) < 16 else -1.0


def _is_capital(word: str) -> bool:
    return not word[0].islower() or word[:2] in ("d'", "d’", "l'", "l’")


def _end_score(listed: str) -> float:
    """Weigh the end: a list does not end as a sentence does, except after an initial or suffix."""
    last = listed.rstrip().rpartition(" ")[2]
    if last.endswith((".", "!", "?", ":")):
        letters = last.rstrip(".")
        initial = len(letters) == 1 or "." in letters or _SUFFIX.fullmatch(letters)
        return 0.0 if last.endswith(".") and initial else -5.0
    return 0.0
