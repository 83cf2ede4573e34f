"""What tests of the readers share: an invented abstract and a way to read a text."""

from collections.abc import Callable

import pytest
from tests.importing import reading

from readlist.domain import PaperDraft, SkippedText

Pieces = tuple[str, list[PaperDraft], list[SkippedText]]


@pytest.fixture
def abstract() -> str:
    return (
        "Harbour bells are rung by hand in most towns of this coast. In this paper we time 40 of "
        "them over two winters. Our results show that the rope, not the bell, decides when the "
        "sound reaches the far quay: a wet rope costs 3.5\\% of every minute, in pre- and "
        "post-harvest weeks alike."
    )


@pytest.fixture
def read() -> Callable[[str], Pieces]:
    """Return what reads a text into its format, papers and skipped text."""

    def reads(text: str) -> Pieces:
        dump = reading.read(text)
        return dump.format, dump.papers, dump.skipped

    return reads
