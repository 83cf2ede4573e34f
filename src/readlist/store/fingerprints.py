"""Hashes of what tells papers apart, for finding the few a new one may be the same as.

A paper has up to five: its arXiv id, its DOI, its title, and the beginning and
the end of its abstract (a summary cut short shares the first, one that was
reworded at the start the second). Sharing one makes a candidate, nothing more:
`readlist.importing.matching` decides. Texts too short to tell papers apart are
left out, and so are derived titles. What a paper said before it was changed stays:
so nothing has to be found by its paper, and an import keeps one index less.
"""

import json
from collections.abc import Iterable, Sequence

from readlist.domain import PaperDraft, TitleSource
from readlist.store.database import Database
from readlist.text import letters_only

#: Below this many letters a title does not single out a paper.
TITLE_LETTERS = 20
#: How many letters of either end of an abstract are hashed; shorter abstracts are not.
ABSTRACT_LETTERS = 100
# As much of an abstract as surely holds that many letters, however many formulas are among them.
_WINDOW = 4 * ABSTRACT_LETTERS

#: The columns of a paper that its hashes are made of.
COLUMNS = frozenset({"title", "title_source", "abstract", "doi", "arxiv_id"})

_PAPERS = """
SELECT id, title, title_source, abstract, doi, arxiv_id FROM paper
WHERE id IN (SELECT value FROM json_each(?))
"""


def of_draft(draft: PaperDraft) -> list[int]:
    """Return the hashes of a paper as a dump gives it."""
    return _hashes(draft.title, draft.abstract, draft.doi, draft.arxiv_id)


def candidates(database: Database, hashes: Iterable[int]) -> dict[int, list[int]]:
    """Return the papers of the library under each of ``hashes`` that any paper has."""
    found: dict[int, list[int]] = {}
    for value, paper_id in database.rows(
        "SELECT hash, paper_id FROM fingerprint WHERE hash IN (SELECT value FROM json_each(?))",
        (json.dumps(list(hashes)),),
    ):
        found.setdefault(value, []).append(paper_id)
    return found


def add(database: Database, hashed: Iterable[tuple[int, int]]) -> None:
    """Add pairs of hash and paper id."""
    database.insert("fingerprint", ("hash", "paper_id"), hashed, known="IGNORE")


def refresh(database: Database, ids: Sequence[int]) -> None:
    """Add the hashes of what the library holds now of these papers."""
    for paper_id, title, title_source, abstract, doi, arxiv_id in database.stream(
        _PAPERS, (json.dumps(list(ids)),)
    ):
        known_title = None if title_source == TitleSource.DERIVED else title
        hashes = _hashes(known_title, abstract, doi, arxiv_id)
        add(database, [(value, paper_id) for value in hashes])


def forget(database: Database, ids: Sequence[int]) -> None:
    """Take out the hashes of papers that go; this looks at all there are."""
    database.run(
        "DELETE FROM fingerprint WHERE paper_id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(ids)),),
    )


def _hashes(
    title: str | None, abstract: str | None, doi: str | None, arxiv_id: str | None
) -> list[int]:
    texts = [f"arxiv {arxiv_id}"] if arxiv_id else []
    if doi:
        texts.append(f"doi {doi.lower()}")
    if title and len(letters := letters_only(title)) >= TITLE_LETTERS:
        texts.append(f"title {letters}")
    if abstract and len(head := letters_only(abstract[:_WINDOW])) >= ABSTRACT_LETTERS:
        tail = letters_only(abstract[-_WINDOW:])
        texts += [f"head {head[:ABSTRACT_LETTERS]}", f"tail {tail[-ABSTRACT_LETTERS:]}"]
    return [hash64(text) for text in texts]


def hash64(text: str) -> int:
    """Return 64 bits of the BLAKE2b hash of ``text``, the same on every machine.

    They come as the signed integer that SQLite has.
    """
    from hashlib import blake2b  # most commands hash nothing

    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), signed=True)
