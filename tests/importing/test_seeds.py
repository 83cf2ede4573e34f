"""The real dumps, where they are at hand, against a simple reading made for each alone."""

import os
import re
from pathlib import Path

import pytest
from tests.importing.reading import lines_of, read, spans

from readlist.domain import PaperDraft
from readlist.text import fold_spaces

FOLDER = os.environ.get("READLIST_SEEDS")
pytestmark = pytest.mark.skipif(not FOLDER, reason="READLIST_SEEDS names no folder of dumps")


def _dump(number: str) -> tuple[list[str], str, list[PaperDraft]]:
    """Return the lines of a dump, its format and its papers, after a look at their lines."""
    (path,) = Path(FOLDER or "").glob(f"{number}_*.txt")
    data = path.read_bytes()
    lines, dump = lines_of(data), read(data)
    covered = list(spans(dump))
    assert len(covered) == len(set(covered))
    assert {n for n, line in enumerate(lines, 1) if line.strip()} <= set(covered)
    return lines, dump.format, dump.papers


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
