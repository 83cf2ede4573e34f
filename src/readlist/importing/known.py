"""What the library knows of the papers of a dump, looked up a batch at a time."""

from collections.abc import Sequence
from typing import NamedTuple

from readlist.domain import PaperDraft
from readlist.store import fingerprints, imports
from readlist.store.database import Database
from readlist.store.fingerprints import hash64
from readlist.store.imports import KnownPaper, Place
from readlist.store.same_paper import PaperMatcher

#: Stands for what a dump does not say.
_NONE = "\1"


class Found(NamedTuple):
    """A paper of the dump with the hashes it is looked up by."""

    paper: PaperDraft
    digest: int
    hashes: list[int]


class Batch:
    """Some papers of a dump and what the library knows that may be the same."""

    def __init__(self, database: Database, drafts: Sequence[PaperDraft]) -> None:
        self.drafts = [
            Found(draft, _digest(draft), fingerprints.of_draft(draft)) for draft in drafts
        ]
        self._places = imports.places(database, [draft.digest for draft in self.drafts])
        hashes = [value for draft in self.drafts for value in draft.hashes]
        read_here = (place.paper_id for found in self._places.values() for place in found)
        self._papers = PaperMatcher(database, hashes, read_here)

    def known(self, paper_id: int) -> KnownPaper:
        """Return what the library holds of a paper that was found."""
        return self._papers.known(paper_id)

    def find(self, draft: Found, path: str) -> int | None:
        """Return the paper of the library that ``draft`` is, ``None`` for a new one."""
        for place in self._places.get(draft.digest, ()):
            if draft.hashes or _is_at(place, draft.paper, path):
                return place.paper_id
        return next(self._papers.matches(draft.paper, draft.hashes), None)

    def was_here(self, draft: Found, paper_id: int, path: str) -> bool:
        """Return whether the library has read this paper from these lines of this file."""
        return any(
            place.paper_id == paper_id and _is_at(place, draft.paper, path)
            for place in self._places.get(draft.digest, ())
        )

    def learn(self, drafts: Sequence[Found], ids: Sequence[int]) -> None:
        """Take in papers that were added since."""
        self._papers.learn(zip(ids, (draft.hashes for draft in drafts), strict=True))

    def reload(self, paper_id: int) -> None:
        """Take in what a paper was filled with since."""
        self._papers.reload([paper_id])


def _is_at(place: Place, draft: PaperDraft, path: str) -> bool:
    span = (draft.first_line, draft.last_line)
    return (place.path, place.first_line, place.last_line) == (path, *span)


def _digest(draft: PaperDraft) -> int:
    """Return a hash of all the dump says of a paper: the same words are the same paper."""
    title, abstract, comment = draft.title or _NONE, draft.abstract or _NONE, draft.comment or _NONE
    return hash64("\0".join((title, *draft.authors, _NONE, abstract, comment)))
