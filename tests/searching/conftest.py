"""Small libraries with papers of a test's own."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from readlist.reading_list import ReadingList

_FILLER = (
    "We walked the valley in nine winters and wrote down what we saw there, in the order in which"
    " we saw it, with the help of the people who live in it and of their unpublished diaries."
)


@pytest.fixture
def shelve(library: ReadingList, tmp_path: Path) -> Callable[..., ReadingList]:
    """Return what fills a library: ``shelve({"title": …, "authors": …}, "A title", …)``.

    The papers are numbered from 1. Their abstracts say nothing unless they are given.
    """

    def fill(*papers: str | Mapping[str, str]) -> ReadingList:
        page = tmp_path / "shelf.csv"
        rows = [
            f'Placeholder {place} of what is to be shelved,"{_FILLER} Diary {place * 7919}."\n'
            for place in range(1, len(papers) + 1)
        ]
        page.write_text("title,abstract\n" + "".join(rows), encoding="utf-8")
        assert library.import_sources([page]).added == len(papers)
        for number, paper in enumerate(papers, 1):
            fields = {"title": paper} if isinstance(paper, str) else dict(paper)
            library.edit(number, {"abstract": "", **fields})
        return library

    return fill
