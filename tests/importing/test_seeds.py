"""The real dumps, where they are at hand, against a simple reading made for each alone."""

import os
import re
from pathlib import Path

import pytest

from readlist.domain import PaperDraft
from readlist.importing.decode import decode
from readlist.importing.detect import read_text
from readlist.text import fold_spaces

FOLDER = os.environ.get("READLIST_SEEDS")
pytestmark = pytest.mark.skipif(not FOLDER, reason="READLIST_SEEDS names no folder of dumps")


def _dump(number: str) -> tuple[list[str], str, list[PaperDraft]]:
    """Return the lines of a dump, its format and its papers, after a look at their lines."""
    (path,) = Path(FOLDER or "").glob(f"{number}_*.txt")
    text = decode(path.read_bytes())
    name, pieces = read_text(text)
    found = list(pieces)
    lines = text.split("\n")
    covered = [n for piece in found for n in range(piece.first_line, piece.last_line + 1)]
    assert len(covered) == len(set(covered))
    assert {n for n, line in enumerate(lines, 1) if line.strip()} <= set(covered)
    return lines, name, [piece for piece in found if isinstance(piece, PaperDraft)]


def test_abstracts_alone() -> None:
    lines, name, papers = _dump("000")

    expected = [line.removeprefix("Abstract:").strip() for line in lines if line.strip()]
    assert (name, len(papers)) == ("abstracts", 10)
    assert [paper.abstract for paper in papers] == expected
    assert [(paper.first_line, paper.last_line) for paper in papers] == [
        (number, number) for number in range(1, 11)
    ]


def test_titles_and_abstracts() -> None:
    lines, name, papers = _dump("001")

    blocks = [(number, line) for number, line in enumerate(lines, 1) if line.strip()][5:]
    titles, abstracts = blocks[::2], blocks[1::2]
    assert (name, len(papers)) == ("papers-page", 76)
    assert [(paper.first_line, paper.title) for paper in papers] == titles
    assert [(paper.last_line, paper.abstract) for paper in papers] == abstracts


def test_authors_abstracts_and_comments() -> None:
    lines, name, papers = _dump("002")

    heads = [lines[paper.first_line - 1] for paper in papers]
    written = [", ".join(paper.authors) + " et al." * paper.more_authors for paper in papers]
    comments = re.findall(r"^Authors' comments: (.*(?:\n[a-z].*)?)$", "\n".join(lines), re.M)
    assert (name, len(papers)) == ("author-lines", 20)
    assert written == heads
    assert [paper.comment for paper in papers if paper.comment] == list(map(fold_spaces, comments))
    assert len(comments) == 11
    for paper in papers:
        body = "\n".join(lines[paper.first_line : paper.last_line])
        text = fold_spaces(body.partition("Authors' comments:")[0])
        assert fold_spaces(paper.abstract or "") == text
