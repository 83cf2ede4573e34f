"""Markdown that readlist exported, read back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.exporting.conftest import Given
from tests.importing.breaking import check_spans
from tests.importing.readers.records import (
    PAPER,
    Entry,
    check_damaged,
    drafts,
    wild_entries,
)

from readlist.domain import Kept, Paper, PaperDraft, SkippedText, Status, TitleSource
from readlist.exporting import checksum
from readlist.exporting.writers import markdown
from readlist.importing.readers.markdown_notes import READERS
from readlist.importing.readers.reader import Format, Piece

NOTE, LIST = READERS

FULL = PAPER._replace(
    title='1. A *starred* title: "quotes" & <b>, $a_1 < b$',
    title_source=TitleSource.DERIVED,
    more_authors=True,
    abstract="- First [line] with 3_5 and https://example.org/x_y.\n\n> Second: $x_{1}$ ~ #2\n1. third",
    comment="12 pages, *draft*",
    year=2024,
    venue="Journal of Sluices, Part B",
    doi="10.5555/a_b",
    arxiv_id="2101.00001",
    links=("https://example.org/1", "ftp://example.org/2"),
    status=Status.TO_READ,
    starred=True,
    tags=("graph-learning", "sea"),
    note="# Mine\n\n## Notes\n\n```\nopen\n\n",
    finished_at="2025-04-01T10:00:00.250Z",
)


def read(text: str, reader: Format) -> list[Piece]:
    lines = text.split("\n")
    pieces = list(reader.read(iter(lines)))
    check_spans(lines, pieces)
    return pieces


def certain(text: str) -> list[str]:
    return [reader.name for reader in READERS if reader.is_certain(text.split("\n"))]


def check_equal(draft: PaperDraft, paper: Paper) -> None:
    for name in ("title", "authors", "more_authors", "abstract", "comment", "year", "venue"):
        assert getattr(draft, name) == getattr(paper, name), name
    assert (draft.doi, draft.arxiv_id, draft.links) == (paper.doi, paper.arxiv_id, paper.links)


# Notes


@pytest.mark.parametrize("paper", [PAPER, FULL, PAPER._replace(note="one line", abstract=None)])
def test_a_note_comes_back_whole(paper: Paper) -> None:
    text = checksum.with_checksum(markdown.document(paper)).decode()
    assert certain(text) == ["readlist-note"]
    [draft] = drafts(read(text, NOTE))
    check_equal(draft, paper)
    source = paper.title_source if paper.title_source is TitleSource.DERIVED else None
    expected = {name: getattr(paper, name) for name in Kept._fields} | {"title_source": source}
    assert draft.kept == Kept(**expected)


def test_a_note_that_other_programs_wrote_again() -> None:
    text = (
        "---\naliases: [x]\nreadlist-id: k7f3q\ntitle: Kilns\nauthors: Odalys Brandt\nyear: 2020\n"
        "status: To read\ntags:\n- Sea\ncssclasses: {a: [b]}\n---\n\n# Kilns\n\nMy own words.\n\n"
        "## Notes\n\nThe note.\n"
    )
    [draft] = drafts(read(text, NOTE))
    assert (draft.title, draft.authors, draft.year) == ("Kilns", ("Odalys Brandt",), 2020)
    assert draft.kept == Kept(
        key="k7f3q", status=Status.TO_READ, tags=("sea",), note="My own words.\n\nThe note."
    )


def test_a_note_without_a_title_is_known_by_its_heading() -> None:
    [draft] = drafts(read('---\nreadlist-id: "k"\n---\n# A \\*heading\\*\n', NOTE))
    assert draft.title == "A *heading*"


@pytest.mark.parametrize(
    ("front", "reason"),
    [
        ("readlist-id: k\ntitle: [", "front matter that is not YAML"),
        ("readlist-id: k\nx: " + "[" * 50, "front matter that is nested too deeply"),
        ("title: x", "no readlist-id in the front matter"),
    ],
)
def test_broken_front_matter_is_named(front: str, reason: str) -> None:
    [piece] = read(f"---\n{front}\n---\n# T\n", NOTE)
    assert isinstance(piece, SkippedText)
    assert piece.reason == reason


# Lists


def test_a_list_comes_back() -> None:
    papers = [
        FULL._replace(note="Good.\n\n## A heading\n\n- x\n", venue="Journal of Sluices"),
        PAPER._replace(key="b", title="Second", venue="ICML", authors=("Åsa Ng",), tags=("sea",)),
        PAPER._replace(key="c", title="Third", abstract=None, year=1999, status=Status.DONE),
    ]
    text = "".join(markdown.collection(Given(papers))) + markdown.LAST_LINE.format("0" * 32)
    assert certain(text) == ["readlist-list"]
    pieces = read(text, LIST)
    for paper, draft in zip(papers, drafts(pieces), strict=True):
        check_equal(draft, paper)
        kept = draft.kept
        assert kept
        assert (kept.status, kept.starred, kept.tags) == (paper.status, paper.starred, paper.tags)
        assert kept.note == (paper.note and paper.note.removesuffix("\n"))
        assert kept.key == (paper.key if paper.note else None)
    skipped = [piece for piece in pieces if isinstance(piece, SkippedText)]
    assert [piece.reason for piece in skipped] == [
        "what stands around the records",
        "the checksum of the list",
    ]


# What is certain


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: A post\nauthor: Åsa Ng\n---\n\n# A post\n",
        "---\ntitle: x\n---\n\nreadlist-id: k\n",
        "---\nreadlist-id:\n---\n",
        "---\nreadlist-id: k\n",
        "# Reading list\n\n## Books\n\n- Dune\n",
        "# Reading list\n\n- Status: x\n",
        "readlist-id: k\n",
        "",
    ],
)
def test_other_markdown_is_never_claimed(text: str) -> None:
    assert certain(text) == []


# Wild papers


def as_paper(entry: Entry, index: int) -> Paper:
    return PAPER._replace(
        key=f"k{index}",
        title=entry.title,
        authors=entry.names,
        abstract=entry.abstract,
        year=entry.year,
        venue=entry.venue,
        doi=entry.doi,
        arxiv_id=entry.arxiv_id,
        links=(entry.link,) if entry.link else (),
        note=f"{entry.title}\n\n{entry.abstract}" if index % 2 else None,
    )


def test_wild_papers() -> None:
    papers = [as_paper(entry, index) for index, entry in enumerate(wild_entries(200))]
    for paper in papers:
        [draft] = drafts(read(markdown.document(paper), NOTE))
        check_equal(draft, paper)
        assert draft.kept
        assert (draft.kept.key, draft.kept.note) == (paper.key, paper.note)
    text = "".join(markdown.collection(Given(papers)))
    for paper, draft in zip(papers, drafts(read(text, LIST)), strict=True):
        check_equal(draft, paper)
        assert draft.kept
        assert draft.kept.note == paper.note


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.name)
def test_damaged_files(reader: Format) -> None:
    papers = [as_paper(entry, index) for index, entry in enumerate(wild_entries(6))]
    whole = "".join(markdown.collection(Given(papers)))
    check_damaged(reader, markdown.document(FULL))
    check_damaged(reader, whole)


@given(st.text(alphabet="-readlist-id: []{}&*|>#\n\"' k", max_size=200))
def test_nothing_is_raised_and_no_line_lost(text: str) -> None:
    for reader in READERS:
        for whole in (text, f"---\nreadlist-id: k\n{text}\n---\n{text}"):
            lines = whole.split("\n")
            reader.is_certain(lines)
            check_spans(lines, list(reader.read(iter(lines))))
