"""What tests of the readers share: an invented abstract and a way to read a dump."""

from collections.abc import Callable

import pytest

from readlist.domain import PaperDraft, SkippedText
from readlist.importing.detect import read_text

Pieces = tuple[str, list[PaperDraft], list[SkippedText]]


@pytest.fixture
def abstract() -> str:
    return (
        "Harbour bells are rung by hand in most towns of this coast. We time 40 of them over two "
        "winters and find that the rope, not the bell, decides when the sound reaches the far "
        "quay. A wet rope costs 3.5\\% of every minute, in pre- and post-harvest weeks alike."
    )


@pytest.fixture
def read() -> Callable[[str], Pieces]:
    """Return what reads a text into its format, papers and skipped text."""

    def reading(text: str) -> Pieces:
        name, pieces = read_text(text)
        found = list(pieces)
        papers = [piece for piece in found if isinstance(piece, PaperDraft)]
        return name, papers, [piece for piece in found if isinstance(piece, SkippedText)]

    return reading
