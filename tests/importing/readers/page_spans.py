"""What the tests of page readers share: lines to read, and what must hold of every entry."""

from collections.abc import Sequence

from hypothesis import strategies as st

from readlist.domain import PaperDraft
from readlist.importing.readers.parts.lines import written_lines
from readlist.importing.readers.reader import Entry, Page

#: Pieces of which pages, and things that only look like them, are made.
_SCRAPS = (
    *(
        "[1]",
        "2.",
        "- ",
        "* ",
        "[ ]",
        "### ",
        "> ",
        "|",
        "| --- |",
        "**",
        '"',
        "“",
        "”",
        "[",
        "](",
        ")",
    ),
    *(
        "https://arxiv.org/abs/2301.01234",
        "https://example.org/x",
        "doi:10.1234/abc",
        "arXiv:2301.01234",
    ),
    *(
        "Roe, J.,",
        "Jane Roe,",
        "M. Poe and",
        "et al.",
        "(2019).",
        "In Proc.",
        "Abstract",
        "1 Introduction",
    ),
    *(
        "Slow Bells",
        "for Wet Ropes",
        "learning of",
        "pages 1–9",
        "@",
        "{",
        "}",
        "$x^2$",
        "\\",
        "\x00",
        "é",
        "的",
    ),
)
wild_lines = st.lists(
    st.one_of(
        st.text(max_size=60),
        st.lists(st.sampled_from(_SCRAPS), max_size=9).map(" ".join),
    ),
    max_size=30,
)


def papers(reader: Page, text: str) -> list[PaperDraft]:
    """Return the papers that ``reader`` finds in ``text``."""
    return [entry.draft for entry in find(reader, text.split("\n"))]


def find(reader: Page, lines: Sequence[str]) -> list[Entry]:
    """Return the entries that ``reader`` finds in ``lines``, their spans checked."""
    written = list(written_lines([line.replace("\n", " ") for line in lines]))
    entries = list(reader.find(written))
    free = 0
    for entry in entries:
        assert free <= entry.first <= entry.last < len(written)
        assert entry.draft.first_line == written[entry.first].number
        assert entry.draft.last_line == written[entry.last].number
        assert entry.draft.title is None or entry.draft.title.strip()
        free = entry.last + 1
    return entries


def weight(reader: Page, text: str) -> float:
    """Return what all that ``reader`` finds in ``text`` weighs together."""
    return sum(entry.weight for entry in find(reader, text.split("\n")))
