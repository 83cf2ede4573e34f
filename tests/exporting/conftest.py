"""A paper to export, and variations of it."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from readlist.domain import Paper, Status, TitleSource

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
    return lambda **changes: replace(_PAPER, **changes)
