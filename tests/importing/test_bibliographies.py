"""Bibliographies that people keep, where they are at hand, against what they were seen to hold.

Their text is not ours to copy: a paper is known by a digest of its title, the family
names of its authors, its year and its DOI, each of which was compared with the file.
"""

import os
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

import pytest
from tests.importing.reading import lines_of, read, spans

from readlist.domain import PaperDraft
from readlist.text import fold_letters, name_of, words

FOLDER = os.environ.get("READLIST_BIBLIOGRAPHIES")
pytestmark = pytest.mark.skipif(
    not FOLDER, reason="READLIST_BIBLIOGRAPHIES names no folder of bibliographies"
)


class Held(NamedTuple):
    """What a file holds: its format, how much of it is no paper, and its papers."""

    format: str
    skipped: int
    digests: str


HELD = {
    "personal.bib": Held(
        "bibtex",
        8,
        "7896b1e206ca 60d1094fe17f 2b9552877741 7436839035e3 5338fa94f7e1 437372022853 "
        "d8de9c7c5192 88baaaed9d15 1e90ae8f5d50 9ebc3e4f79fa c85de12bcc4a d5f4d3205a75 "
        "bb5dd4b5351e eb9fc73c87f0 251214dbc8db ee46c89fad69 3d67b41e9704 df46f084dd5e "
        "5bd4c277c6fc 2b2b02539bdc ed07f6a0a010 31e89a8d55ff cde188d319e5 5b20332a4846 "
        "d5f4d3205a75 7a0be47e5e09 b9530ee18fd8 4436da330aee a38c8f82bbca 6349ef913218 "
        "535e1ef5d53b",
    ),
    "zotero.ris": Held(
        "ris",
        0,
        "a839605f8849 50bc59ffd06f f0a8f8a47990 16da6e97f604 56a3d82e5250 1513e1f3f088",
    ),
    "pubmed.nbib": Held(
        "nbib",
        0,
        "e213f6df2de2",
    ),
    "semicolon.csv": Held(
        "csv",
        1,
        "2aa2d8d17946 d935a23e2e9c",
    ),
}


def digest(paper: PaperDraft) -> str:
    """Return twelve letters that stand for what is most known of a paper."""
    families = (fold_letters(name_of(author).family) for author in paper.authors)
    said = (" ".join(words(paper.title or "")), ";".join(families), paper.year, paper.doi)
    return blake2b(repr(said).encode()).hexdigest()[:12]


@pytest.mark.parametrize("name", HELD)
def test_a_bibliography_holds_what_it_was_seen_to_hold(name: str) -> None:
    data = (Path(FOLDER or "") / name).read_bytes()
    found = read(data)

    assert Held(found.format, len(found.skipped), " ".join(map(digest, found.papers))) == HELD[name]
    filled = [number for number, line in enumerate(lines_of(data), 1) if line.strip()]
    covered = list(spans(found))
    assert len(covered) == len(set(covered))
    assert set(filled) <= set(covered)
    assert not any(paper.kept and paper.kept.tags for paper in found.papers)
