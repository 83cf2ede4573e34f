"""A paper to export, and variations of it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from readlist.domain import ImportSource, Paper, Record, Status, TitleSource
from readlist.exporting.bibliography import Cited, citation_keys

_PAPER = Paper(
    id=1,
    key="k7f3q",
    title="Tallow: Candles that Measure Draughts",
    title_source=TitleSource.DUMP,
    authors=("Odalys Brandt", "J.-P. Nkemelu"),
    more_authors=False,
    abstract="We present Tallow, a candle.\n\nIt flickers usefully.",
    comment=None,
    year=None,
    venue=None,
    doi=None,
    arxiv_id=None,
    links=(),
    status=Status.INBOX,
    starred=False,
    tags=(),
    note=None,
    added_at="2025-03-01T10:00:00Z",
    updated_at="2025-03-01T10:00:00Z",
    sources=(),
)


@pytest.fixture(scope="session")
def make_paper() -> Callable[..., Paper]:
    """A paper, with the fields that are given changed."""
    return _PAPER._replace


@dataclass(frozen=True)
class Given:
    """Papers on their way out that are in no library."""

    given: Iterable[Paper]

    def papers(self) -> Iterator[Paper]:
        return iter(self.given)

    def cited(self) -> Iterator[tuple[str, Paper]]:
        papers = list(self.given)
        keys = citation_keys(
            Cited(paper.key, paper.title, paper.authors, paper.year, paper.arxiv_id)
            for paper in papers
        )
        return ((keys[paper.key], paper) for paper in papers)

    def origins(self) -> Iterator[ImportSource]:
        return iter(())

    def records(self) -> Iterator[Record]:
        return map(Record, self.given)


@pytest.fixture(scope="session")
def outgoing() -> Callable[[Iterable[Paper]], Given]:
    """Papers as writers are given them."""
    return Given


@pytest.fixture(autouse=True)
def _own_state(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep what exports remember out of the user's own folders."""
    folder = tmp_path_factory.mktemp("state")
    monkeypatch.setattr("readlist.exporting.checksum.exports_file", lambda: folder / "e.json")
    return folder
