"""What a line looks like as the title of a paper."""

import re
from functools import lru_cache

from readlist.importing.readers.parts.names import names_score

_MARKS = re.compile(r"(#{1,6}|={1,6}|\*{2})\s*(?=\S)")
_LINKED = re.compile(r"\[(?P<text>.+)\](?:\[\d+\]|\([^\s()]*\))")
_SENTENCES = re.compile(r"[a-z)]\. +[A-Z]")
_PROSE = re.compile(
    r"(?:we|our|however|moreover|furthermore|additionally|specifically|finally|thus|therefore"
    r"|these|this (?:paper|work|article|study)|in (?:this|particular|addition)|it)\b(?![-:])",
    re.I,
)
_SMALL = frozenset(
    word
    for words in (
        "a an and are as at be by can do does for from how in into is it its not of on or over",
        "the their to towards under using via vs what when where which why with without",
    )
    for word in words.split()
)
# The headings of the parts of one text, which are no titles.
_SECTION = re.compile(
    r"(?:[\dIVX]+(?:\.\d+)*\.?\s+)?(?:abstract|(?:general )?introduction|overview|summary"
    r"|background|motivation|rationale|contents|preface|foreword|preliminaries|related works?"
    r"|(?:materials and )?methods?|methodology|experiments?(?:al results)?|evaluation"
    r"|results?(?: and discussion)?|discussions?|conclusions?|(?:discussion and )?future work"
    r"|limitations|acknowledge?ments?|references|bibliography|appendix(?: \w)?|description"
    r"|details|notes?|examples?|usage|installation|features|getting started|see also|history"
    r"|changes|faq|todo|license|copyright|authors?|credits|name|synopsis|options|bugs|caveats"
    r"|problem(?: statement)?|proposal|specification|security considerations|performance"
    r"|requirements|status of this memo|chapter \w+|training|data(?:sets?)?|citations?|citing|news"
    r"|contributing|updates|quick ?start|set-?up|pretrained models|models)\W*"
    r"|\d+\.\d+(?:\.\d+)*\.?\s+\S.*",
    re.I,
)
_LONGEST = 320


def heading_level(text: str) -> int:
    """Return how many marks of a Markdown heading ``text`` begins with."""
    return len(text) - len(text.lstrip("#")) if text.startswith("#") else 0


def plain_heading(text: str) -> str:
    """Return ``text`` without the marks of a Markdown heading and a link around all of it."""
    bare = _MARKS.sub("", text, count=1) if text.startswith(("#", "**", "=")) else text
    bare = bare.rstrip("#=*").rstrip() if bare != text else bare
    linked = _LINKED.fullmatch(bare)
    return linked["text"].strip() if linked else bare


def is_section(text: str) -> bool:
    """Return whether ``text`` is the heading of a part of a text, such as "2. Methods"."""
    return len(text) < 60 and _SECTION.fullmatch(plain_heading(text)) is not None


def is_title_case(text: str) -> bool:
    """Return whether most of the longer words of ``text`` begin with a capital."""
    return _is_title_case(text[:_LONGEST])


@lru_cache(4096)
def _is_title_case(text: str) -> bool:
    words = [word for word in text.split() if word[0].isalpha() and word.lower() not in _SMALL]
    return bool(words) and sum(not word[0].islower() for word in words) >= 0.6 * len(words)


def title_score(text: str) -> float:
    """Return how much ``text`` looks like the first line of a title: the logarithm of the odds."""
    if len(text) > _LONGEST:
        return -12.0
    bare = plain_heading(text)
    score = 3.0 if heading_level(text) else 0.0
    score += _end_score(bare) + _length_score(bare)
    score -= 2.0 * bool(_SENTENCES.search(bare)) + 2.0 * bool(_PROSE.match(bare))
    return score + _letter_score(bare) + _author_score(bare)


def title_goes_on_score(text: str) -> float:
    """Return how much ``text`` looks like a further line of a title."""
    if len(text) > _LONGEST:
        return -12.0
    return -1.5 - 4.0 * bool(_SENTENCES.search(text)) + _end_score(text)


def _end_score(bare: str) -> float:
    if bare.endswith((",", ";", ":")):
        return -3.0
    return -5.0 if bare.endswith(".") and not bare.endswith("..") else 0.0


def _length_score(bare: str) -> float:
    words = len(bare.split())
    if words < 3:
        return -1.5 if words == 1 else -0.5
    return (1.0 if words > 4 else 0.0) - (len(bare) > 200)


def _letter_score(bare: str) -> float:
    """Weigh capitals: most titles begin with one, many write every longer word with one."""
    if not any(letter.isalpha() for letter in bare):
        return -6.0
    return (1.5 if is_title_case(bare) else 0.0) - 1.0 * bare[0].islower()


def _author_score(bare: str) -> float:
    """A line that lists several names is no title."""
    return -3.0 if bare.count(",") and names_score(bare) > 3.0 else 0.0
