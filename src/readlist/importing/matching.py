"""Is it the same paper?

A false "yes" loses a paper in another one; a false "no" leaves two to merge. So
the answer is yes only on an identifier, on a long abstract, or on a long title
that nothing speaks against; short or missing texts never decide.
"""

import re

from readlist.domain import PaperDraft
from readlist.store.imports import KnownPaper
from readlist.text import fold_letters, letters_only

#: Letters an abstract needs to say anything about identity.
LONG_ABSTRACT = 100
#: How alike two long abstracts are when nothing but them says it is the same paper (0 to 1).
ALIKE = 0.93
#: How alike they are when the titles are the same as well: a reworded version.
REWORDED = 0.6
#: Letters and words of a title that singles out a paper alone, and together with an author.
LONG_TITLE = (30, 4)
TITLE_WITH_AUTHOR = (20, 3)

_NUMBERS = re.compile(r"\d+|\b[ivx]+\b")


def same(draft: PaperDraft, known: KnownPaper) -> bool:
    """Return whether a dump's paper is one the library has."""
    if draft.arxiv_id and known.arxiv_id:
        return draft.arxiv_id == known.arxiv_id
    if draft.doi and known.doi and draft.doi.lower() == known.doi.lower():
        return True
    shared = _shares_author(draft.authors, known.authors)
    if shared is False:
        return False
    ours, theirs = letters_only(draft.abstract or ""), letters_only(known.abstract or "")
    if min(len(ours), len(theirs)) >= LONG_ABSTRACT:
        return _same_texts(draft.title, ours, known.title, theirs)
    return _same_title(draft.title, known.title, TITLE_WITH_AUTHOR if shared else LONG_TITLE)


def _same_texts(our_title: str | None, ours: str, their_title: str | None, theirs: str) -> bool:
    """Decide on two long abstracts, given as letters, and the titles where these are known."""
    if our_title and their_title and _numbers(our_title) != _numbers(their_title):
        return False  # part I and part II share their abstract's words
    if ours == theirs or _cut_short(ours, theirs):
        return True
    alike = _likeness(ours, theirs)
    return alike >= ALIKE or (
        alike >= REWORDED and _same_title(our_title, their_title, TITLE_WITH_AUTHOR)
    )


def _same_title(ours: str | None, theirs: str | None, enough: tuple[int, int]) -> bool:
    if not ours or not theirs:
        return False
    letters = letters_only(ours)
    least_letters, least_words = enough
    return (
        letters == letters_only(theirs)
        and len(letters) >= least_letters
        and len(ours.split()) >= least_words
    )


def _shares_author(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool | None:
    """Return whether two author lists share a family name, ``None`` when one is missing."""
    if not ours or not theirs:
        return None
    return not _family_names(ours).isdisjoint(_family_names(theirs))


def _family_names(authors: tuple[str, ...]) -> set[str]:
    return {letters_only(name.split()[-1]) for name in authors if name.split()}


def _numbers(title: str) -> list[str]:
    return _NUMBERS.findall(fold_letters(title))


def _cut_short(ours: str, theirs: str) -> bool:
    short, long = sorted((ours, theirs), key=len)
    return long.startswith(short)


def _likeness(ours: str, theirs: str) -> float:
    from rapidfuzz import fuzz  # only for the few papers that share a fingerprint

    return fuzz.ratio(ours, theirs) / 100
