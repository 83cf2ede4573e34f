"""Is it the same paper? The one answer for imports, restored libraries and synced notes.

A false "yes" loses a paper in another one; a false "no" leaves two to merge. So
the answer is yes only on an identifier, on a long abstract, or on a long title
that nothing speaks against; short or missing texts never decide, nor do titles
that were derived. Papers that share a fingerprint are asked about, and the first
that is the same counts: by identifiers before titles, by titles before abstracts.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from readlist.domain import Paper, PaperDraft, TitleSource
from readlist.store import fingerprints, imports
from readlist.store.database import Database
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


class PaperMatcher:
    """The papers of the library that some drafts may be, looked up together."""

    def __init__(self, database: Database, hashes: Iterable[int], ids: Iterable[int] = ()) -> None:
        """Look up the papers with one of these fingerprints, and those with these ``ids``."""
        self._database = database
        self._candidates = fingerprints.candidates(database, hashes)
        found = {paper_id for candidates in self._candidates.values() for paper_id in candidates}
        self._known = imports.known_papers(database, found.union(ids))

    def known(self, paper_id: int) -> KnownPaper:
        """Return what the library holds of a paper that was looked up or learned."""
        return self._known[paper_id]

    def matches(self, draft: PaperDraft, hashes: Iterable[int]) -> Iterator[int]:
        """Yield the papers that ``draft``, which has these fingerprints, is the same as."""
        for value in hashes:
            for paper_id in self._candidates.get(value, ()):
                if is_same(draft, self._known[paper_id]):
                    yield paper_id

    def learn(self, added: Iterable[tuple[int, Sequence[int]]]) -> None:
        """Take in papers that were added since: their ids and fingerprints."""
        ids = []
        for paper_id, hashes in added:
            ids.append(paper_id)
            for value in hashes:
                self._candidates.setdefault(value, []).append(paper_id)
        self.reload(ids)

    def reload(self, ids: Iterable[int]) -> None:
        """Take in what the library holds of these papers now."""
        self._known |= imports.known_papers(self._database, ids)


def find_same(database: Database, paper: Paper) -> int | None:
    """Return the paper of the library that ``paper`` from elsewhere is, ``None`` for a new one."""
    draft = as_draft(paper)
    hashes = fingerprints.of_draft(draft)
    return next(PaperMatcher(database, hashes).matches(draft, hashes), None)


def as_draft(paper: Paper) -> PaperDraft:
    """Return a paper as a dump would give it: a derived title is none."""
    title = None if paper.title_source is TitleSource.DERIVED else paper.title
    return PaperDraft(
        *(0, 0, title, paper.authors, paper.more_authors, paper.abstract, paper.comment),
        *(paper.year, paper.venue, paper.doi, paper.arxiv_id, paper.links),
    )


def is_same(draft: PaperDraft, known: KnownPaper) -> bool:
    """Return whether a draft is of a paper that the library has."""
    if draft.arxiv_id and known.arxiv_id:
        return draft.arxiv_id == known.arxiv_id
    if draft.doi and known.doi and draft.doi.lower() == known.doi.lower():
        return True
    have_authors = draft.authors and known.authors
    if have_authors and _last_words(draft.authors).isdisjoint(_last_words(known.authors)):
        return False
    ours, theirs = letters_only(draft.abstract or ""), letters_only(known.abstract or "")
    if min(len(ours), len(theirs)) >= LONG_ABSTRACT:
        return _same_texts(draft.title, ours, known.title, theirs)
    return _same_title(draft.title, known.title, TITLE_WITH_AUTHOR if have_authors else LONG_TITLE)


def _same_texts(our_title: str | None, ours: str, their_title: str | None, theirs: str) -> bool:
    """Decide on two long abstracts, given as letters, and the titles where these are known."""
    if our_title and their_title and _numbers(our_title) != _numbers(their_title):
        return False  # part I and part II share their abstract's words
    if ours.startswith(theirs) or theirs.startswith(ours):  # equal, or one is cut short
        return True
    from rapidfuzz import fuzz  # only for the few papers that share a fingerprint

    alike = fuzz.ratio(ours, theirs) / 100
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


def _last_words(authors: tuple[str, ...]) -> set[str]:
    return {letters_only(name.split()[-1]) for name in authors if name.split()}


def _numbers(title: str) -> list[str]:
    return _NUMBERS.findall(fold_letters(title))
