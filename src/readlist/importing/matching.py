"""Is it the same paper? The one answer for imports, restored libraries and synced notes.

A false "yes" loses a paper in another one; a false "no" leaves two to merge. So
the answer is yes only on an identifier, on a long abstract, or on a long title
that nothing speaks against; short or missing texts never decide, nor do titles
that were derived. An identifier that two papers with other words share is wrong in one
of them: they are kept apart. Papers that share a fingerprint are asked about, and the
first that is the same counts: by identifiers before titles, by titles before abstracts.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from readlist.domain import Paper, PaperDraft, TitleSource
from readlist.importing import likeness
from readlist.importing.likeness import Agreement, is_about, plain
from readlist.store import fingerprints, imports, papers
from readlist.store.database import Database
from readlist.store.fingerprints import hash64
from readlist.store.imports import KnownPaper, Place
from readlist.text import letters_only

#: Letters and words of a title that singles out a paper alone, and together with an author.
LONG_TITLE = (30, 4)
TITLE_WITH_AUTHOR = (20, 3)
#: How many years may lie between a preprint and its publication.
MOST_YEARS = 3
#: Letters of an abstract that is longer than what is printed for many papers alike.
LONGER_THAN_BOILERPLATE = 500

#: Stands for what a dump does not say.
_NONE = "\1"


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
    hashes = hashes_of(draft)
    return next(PaperMatcher(database, hashes).matches(draft, hashes), None)


def as_draft(paper: Paper) -> PaperDraft:
    """Return a paper as a dump would give it: a derived title is none."""
    title = None if paper.title_source is TitleSource.DERIVED else paper.title
    return PaperDraft(
        *(0, 0, title, paper.authors, paper.more_authors, paper.abstract, paper.comment),
        *(paper.year, paper.venue, paper.doi, paper.arxiv_id, paper.links),
    )


def is_same(draft: PaperDraft, known: KnownPaper) -> bool:
    """Return whether a draft is certainly of a paper that the library has."""
    return compare(draft, known).sameness is Sameness.SAME


class Sameness(Enum):
    """What two papers are to each other."""

    SAME = "the same paper"
    LIKELY = "probably the same paper"
    CONFLICT = "two papers under one identifier"
    DIFFERENT = "different papers"


class Verdict(NamedTuple):
    """What two papers are to each other, and the evidence for it in words."""

    sameness: Sameness
    evidence: tuple[str, ...] = ()


def compare(draft: PaperDraft, known: KnownPaper) -> Verdict:
    """Return what a draft and a paper of the library are to each other, and why."""
    found = _Evidence(draft, known)
    shared = found.shared_identifiers()
    return _by_identifier(found, shared) if shared else _by_words(found)


def _by_identifier(found: "_Evidence", shared: list[str]) -> Verdict:
    """Believe an identifier that both have, unless their words say that one of them is wrong."""
    if found.has_other_words(is_doi_alone=not found.shares_arxiv_id):
        return Verdict(Sameness.CONFLICT, (*shared, *found.against()))
    return Verdict(Sameness.SAME, (*shared, *found.words()))


def _by_words(found: "_Evidence") -> Verdict:
    """Decide on titles, authors and abstracts."""
    if found.parts_differ:
        return Verdict(Sameness.DIFFERENT)
    if found.is_certain:
        # What says that it is another paper, or another version of it, keeps them apart.
        is_kept_apart = found.other_identifiers and found.abstract is not Agreement.YES
        is_same = not is_kept_apart and not found.ids_differ
        return Verdict(Sameness.SAME if is_same else Sameness.LIKELY, found.words())
    if found.is_likely:
        return Verdict(Sameness.LIKELY, found.words())
    return Verdict(Sameness.DIFFERENT)


class _Evidence:
    """What a draft and a paper of the library have in common, found when it is asked for."""

    def __init__(self, draft: PaperDraft, known: KnownPaper) -> None:
        self.draft, self.known = draft, known
        self._ids, self._dois = zip(_identifiers(draft), _identifiers(known), strict=True)
        self._titles = tuple(plain(one.title) for one in (draft, known) if one.title)

    @property
    def shares_arxiv_id(self) -> bool:
        """Whether both have the same arXiv identifier."""
        return bool(self._ids[0]) and self._ids[0] == self._ids[1]

    def shared_identifiers(self) -> list[str]:
        """Return the identifiers that both have, in words."""
        shared = [f"arXiv {self._ids[0]}"] if self.shares_arxiv_id else []
        if self._dois[0] and self._dois[0] == self._dois[1]:
            shared.append(f"doi {self._dois[0]}")
        return shared

    @property
    def ids_differ(self) -> bool:
        """Whether both have an arXiv identifier, and not the same."""
        return all(self._ids) and not self.shares_arxiv_id

    @property
    def other_identifiers(self) -> bool:
        """Whether their identifiers name different works, or a preprint and a publication."""
        ours, theirs = self._dois
        return self.ids_differ or bool(
            (ours and theirs and ours != theirs)
            or (ours and not theirs and self._ids[1] and not self._ids[0])
            or (theirs and not ours and self._ids[0] and not self._ids[1])
        )

    @cached_property
    def title(self) -> Agreement:
        """How their titles agree."""
        return likeness.titles(*self._titles) if len(self._titles) == 2 else Agreement.UNKNOWN

    @cached_property
    def parts_differ(self) -> bool:
        """Whether their titles are of two parts or versions, or of a paper and its erratum."""
        return len(self._titles) == 2 and likeness.are_other_parts(*self._titles)

    @cached_property
    def authors(self) -> Agreement:
        """Whether they have authors in common."""
        return likeness.authors(self.draft.authors, self.known.authors)

    @cached_property
    def abstract(self) -> Agreement:
        """How their abstracts agree."""
        return likeness.abstracts(self.draft.abstract, self.known.abstract)

    @cached_property
    def _is_boilerplate(self) -> bool:
        """Whether their abstract may be that of any paper: it has no word of their titles."""
        abstract = self.draft.abstract or ""
        return bool(self._titles) and not all(is_about(one, abstract) for one in self._titles)

    @property
    def is_certain(self) -> bool:
        """Whether their words alone say that it is the same paper."""
        if self.authors is Agreement.NO:
            return False
        has_author = self.authors is Agreement.YES
        is_undisputed = self.abstract is not Agreement.NO and (
            self.abstract is not Agreement.UNKNOWN or self._is_near_in_time
        )
        has_title = self.title is Agreement.YES and self.authors is not Agreement.PARTLY
        enough = TITLE_WITH_AUTHOR if has_author else LONG_TITLE
        if has_title and is_undisputed and self._is_telling(enough):
            return True
        return self.abstract is Agreement.YES and self._abstract_decides

    @property
    def _abstract_decides(self) -> bool:
        """Whether one abstract is enough: with other titles, only if both are about it.

        Two papers of a group may begin in the same words, so that one cut short is not enough then.
        """
        if self.title is Agreement.UNKNOWN:
            is_long = len(letters_only(self.draft.abstract or "")) >= LONGER_THAN_BOILERPLATE
            return is_long or not self._is_boilerplate
        if self._is_boilerplate:
            return False
        if self.title in _ALIKE:
            return True
        is_cut = likeness.is_cut_short(self.draft.abstract, self.known.abstract)
        return self.authors is Agreement.YES and not is_cut

    @property
    def is_likely(self) -> bool:
        """Whether their words are such that a person should look."""
        is_alike = self.title in _ALIKE and not likeness.is_occasion(self._titles[0])
        if self.authors is Agreement.NO:
            return is_alike and self.abstract is Agreement.YES
        if self.abstract in _ALIKE and (
            self.title is Agreement.UNKNOWN or not self._is_boilerplate
        ):
            return True
        if not is_alike or (self.authors is not Agreement.YES and not self._is_telling(LONG_TITLE)):
            return False
        # An article after a talk has the title and another abstract, and so has a preface.
        is_retold = self.title is Agreement.YES and self.authors is Agreement.YES
        return self.abstract is not Agreement.NO or (
            is_retold and self._is_telling(TITLE_WITH_AUTHOR)
        )

    def _is_telling(self, enough: tuple[int, int]) -> bool:
        return all(likeness.is_telling(title, *enough) for title in self._titles)

    @property
    def _is_near_in_time(self) -> bool:
        """Whether their years do not speak against one paper."""
        ours, theirs = self.draft.year, self.known.year
        return not ours or not theirs or abs(ours - theirs) <= MOST_YEARS

    def has_other_words(self, *, is_doi_alone: bool) -> bool:
        """Return whether the words of two papers under one identifier cannot be of one paper.

        A DOI may be that of a whole volume, in which papers of one group share sentences.
        """
        if self.parts_differ and self.abstract is not Agreement.YES:
            return True
        if self.abstract in _ALIKE:
            return False
        if self.title in _ALIKE:
            return self.authors is Agreement.NO and self.abstract is not Agreement.UNKNOWN
        disagrees = self.abstract is Agreement.NO or (
            self.abstract is Agreement.PARTLY and is_doi_alone
        )
        if self.title is Agreement.UNKNOWN:
            return disagrees and self.authors is not Agreement.YES
        is_shortened = self.title is Agreement.PARTLY or self.abstract is Agreement.PARTLY
        has_others = self.authors in (Agreement.NO, Agreement.PARTLY)
        return disagrees or has_others or not is_shortened

    def words(self) -> tuple[str, ...]:
        """Return what agrees beside identifiers, in words."""
        return tuple(
            name if agreement is Agreement.YES else f"{name} ({agreement.value})"
            for name, agreement in self._said({"authors": "an author"})
            if agreement not in (Agreement.NO, Agreement.UNKNOWN)
        )

    def against(self) -> tuple[str, ...]:
        """Return what does not agree, in words."""
        other = [name for name, agreement in self._said({}) if agreement is Agreement.NO]
        return tuple(f"another {name}" if name != "authors" else "other authors" for name in other)

    def _said(self, names: Mapping[str, str]) -> Iterator[tuple[str, Agreement]]:
        for name in ("title", "authors", "abstract"):
            yield names.get(name, name), getattr(self, name)


_ALIKE = (Agreement.YES, Agreement.NEARLY)
#: What arXiv registers its papers under.
_ARXIV_DOI = "10.48550/arxiv."


def _identifiers(paper: PaperDraft | KnownPaper) -> tuple[str, str]:
    """Return the arXiv id and the DOI of a paper; a DOI by arXiv is an arXiv id."""
    doi = (paper.doi or "").lower()
    if doi.startswith(_ARXIV_DOI):
        return paper.arxiv_id or doi.removeprefix(_ARXIV_DOI), ""
    return paper.arxiv_id or "", doi


def hashes_of(draft: PaperDraft) -> list[int]:
    """Return the fingerprints of a draft: also of its title and identifier as others have them."""
    hashes = fingerprints.of_draft(draft)
    title, (arxiv_id, _) = draft.title and plain(draft.title), _identifiers(draft)
    if title == draft.title and arxiv_id == (draft.arxiv_id or ""):
        return hashes
    others = draft._replace(title=title, arxiv_id=arxiv_id, abstract=None, doi=None)
    return list(dict.fromkeys(hashes + fingerprints.of_draft(others)))


class HashedDraft(NamedTuple):
    """A paper of the dump with the hashes it is looked up by."""

    paper: PaperDraft
    digest: int
    hashes: list[int]


class Batch:
    """Some papers of a dump and what the library knows that may be the same."""

    def __init__(self, database: Database, drafts: Sequence[PaperDraft]) -> None:
        self.drafts = [
            HashedDraft(draft, _digest(draft), hashes_of(_without_derived(draft)))
            for draft in drafts
        ]
        keys = [draft.kept.key for draft in drafts if draft.kept and draft.kept.key]
        self._by_key = papers.ids_of_keys(database, keys) if keys else {}
        self._places = imports.places(database, [draft.digest for draft in self.drafts])
        hashes = [value for draft in self.drafts for value in draft.hashes]
        read_here = (place.paper_id for found in self._places.values() for place in found)
        ids = chain(read_here, self._by_key.values())
        self._papers = PaperMatcher(database, hashes, ids)

    def known(self, paper_id: int) -> KnownPaper:
        """Return what the library holds of a paper that was found."""
        return self._papers.known(paper_id)

    def find(self, draft: HashedDraft, path: str) -> int | None:
        """Return the paper of the library that ``draft`` is, ``None`` for a new one."""
        kept = draft.paper.kept
        if kept and kept.key in self._by_key:
            return self._by_key[kept.key]
        for place in self._places.get(draft.digest, ()):
            is_known = draft.hashes and not _contradicts(draft.paper, self.known(place.paper_id))
            if is_known or _is_at(place, draft.paper, path):
                return place.paper_id
        return next(self._papers.matches(_without_derived(draft.paper), draft.hashes), None)

    def was_here(self, draft: HashedDraft, paper_id: int, path: str) -> bool:
        """Return whether the library has read this paper from these lines of this file."""
        return any(
            place.paper_id == paper_id and _is_at(place, draft.paper, path)
            for place in self._places.get(draft.digest, ())
        )

    def learn(self, drafts: Sequence[HashedDraft], ids: Sequence[int]) -> None:
        """Take in papers that were added since."""
        self._papers.learn(zip(ids, (draft.hashes for draft in drafts), strict=True))

    def reload(self, paper_id: int) -> None:
        """Take in what a paper was filled with since."""
        self._papers.reload([paper_id])


def _is_at(place: Place, draft: PaperDraft, path: str) -> bool:
    span = (draft.first_line, draft.last_line)
    return (place.path, place.first_line, place.last_line) == (path, *span)


def _contradicts(draft: PaperDraft, known: KnownPaper) -> bool:
    """Return whether papers in the same words may be two: a preface of each year, two versions."""
    facts = zip((draft.year, *_identifiers(draft)), (known.year, *_identifiers(known)), strict=True)
    return any(ours and theirs and ours != theirs for ours, theirs in facts)


def _without_derived(draft: PaperDraft) -> PaperDraft:
    is_derived = draft.kept and draft.kept.title_source is TitleSource.DERIVED
    return draft._replace(title=None) if is_derived else draft


def _digest(draft: PaperDraft) -> int:
    """Return a hash of all the dump says of a paper: the same words are the same paper."""
    title, abstract, comment = draft.title or _NONE, draft.abstract or _NONE, draft.comment or _NONE
    words = (title, *draft.authors, _NONE, abstract, comment)
    if not draft.title and not draft.abstract:  # known by its identifier alone
        words += (draft.arxiv_id or _NONE, draft.doi or _NONE, *draft.links)
    return hash64("\0".join(words))
