"""Hashes of what identifies a paper, for finding the few that a new one may be the same as.

A paper has up to five: of its arXiv id, its DOI, its title, and the beginning and
the end of its abstract (a summary cut short shares the first, one that was
reworded at the start the second). Sharing one makes a candidate, nothing more:
`readlist.importing.matching` decides. Texts too short to identify a paper are
left out, and so are derived titles.

:class:`~readlist.store.journal.Recorder` adds the hashes of papers that change,
whoever adds papers adds theirs. The hashes of what a paper said before it changed
stay: so none has to be looked up by its paper, and an import keeps one index less.
"""

from collections.abc import Iterable
from functools import cache
from struct import Struct
from typing import TYPE_CHECKING

from readlist.domain import PaperDraft
from readlist.store.database import LISTED, Database, listed
from readlist.text import letters_only

if TYPE_CHECKING:
    from hashlib import blake2b

#: A title of fewer bytes does not identify a paper: 20 letters, or 7 characters of Chinese.
TITLE_BYTES = 20
#: How many letters at either end of an abstract are hashed; shorter abstracts are not.
ABSTRACT_LETTERS = 100
# As many characters as surely hold that many letters, however many formulas are among them.
_WINDOW = 4 * ABSTRACT_LETTERS

#: The columns of a paper that its hashes are made of.
COLUMNS = frozenset({"title", "title_source", "abstract", "doi", "arxiv_id"})

_SIGNED = Struct(">q")
_PAPERS = f"""
SELECT id, iif(title_source = 'derived', NULL, title), abstract, doi, arxiv_id FROM paper
WHERE id IN {LISTED}
"""


def of_draft(draft: PaperDraft) -> list[int]:
    """Return the hashes of a paper as a dump gives it."""
    return _hashes(draft.title, draft.abstract, draft.doi, draft.arxiv_id)


def candidates(database: Database, hashes: Iterable[int]) -> dict[int, list[int]]:
    """Return the papers of the library that have one of ``hashes``, by hash."""
    sql = f"SELECT hash, paper_id FROM fingerprint WHERE hash IN {LISTED}"
    found = database.grouped(sql, (listed(hashes),))
    return {value: [paper_id for (paper_id,) in rows] for value, rows in found.items()}


def add(database: Database, hashed: Iterable[tuple[int, int]]) -> None:
    """Add pairs of hash and paper id."""
    database.insert("fingerprint", ("hash", "paper_id"), hashed, on_conflict="IGNORE")


def refresh(database: Database, ids: Iterable[int]) -> None:
    """Add the hashes of what the library holds now of these papers."""
    for paper_id, *texts in database.stream(_PAPERS, (listed(ids),)):
        add(database, [(value, paper_id) for value in _hashes(*texts)])


def forget(database: Database, ids: Iterable[int]) -> None:
    """Remove the hashes of papers that are removed; this reads the whole table."""
    database.run(f"DELETE FROM fingerprint WHERE paper_id IN {LISTED}", (listed(ids),))


def _hashes(
    title: str | None, abstract: str | None, doi: str | None, arxiv_id: str | None
) -> list[int]:
    texts = [f"arxiv {arxiv_id}"] if arxiv_id else []
    if doi:
        texts.append(f"doi {doi.lower()}")
    if title and len((letters := letters_only(title)).encode()) >= TITLE_BYTES:
        texts.append(f"title {letters}")
    if abstract and len(head := letters_only(abstract[:_WINDOW])) >= ABSTRACT_LETTERS:
        tail = letters_only(abstract[-_WINDOW:])
        texts += [f"head {head[:ABSTRACT_LETTERS]}", f"tail {tail[-ABSTRACT_LETTERS:]}"]
    return [hash64(text) for text in texts]


def hash64(text: str) -> int:
    """Return 64 bits of the BLAKE2b hash of ``text``, the same on every machine.

    They come as a signed integer, which is what SQLite has.
    """
    digest = _blake2b()(text.encode(), digest_size=8).digest()
    return _SIGNED.unpack(digest)[0]  # type: ignore[no-any-return]


@cache
def _blake2b() -> "type[blake2b]":
    """Return the class that hashes. It is imported late, because most commands hash nothing."""
    from hashlib import blake2b

    return blake2b
