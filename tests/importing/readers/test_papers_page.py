import textwrap
from collections.abc import Callable

import pytest

from readlist.domain import PaperDraft, SkippedText

Read = Callable[[str], tuple[str, list[PaperDraft], list[SkippedText]]]

TITLES = [
    "Bells",
    "ropeNet: Which Ropes Are Wet?",
    "On the far quay",
    "A Survey of the Wet Ropes and Quiet Bells along the Coast, with Notes on the People who Ring "
    "Them, the Quays that Hear Them, and the Winters that Make Both of Them Slower than Anyone in "
    "1887 Could Have Foreseen",
]


@pytest.mark.parametrize("title", TITLES, ids=["word", "question", "small", "long"])
@pytest.mark.parametrize("blank", ["\n", "\n\n", "\n\n\n"], ids=["none", "one", "two"])
def test_titles_of_every_kind(read: Read, abstract: str, title: str, blank: str) -> None:
    pair = f"{title}{blank}{abstract}"

    name, papers, _ = read(f"new\n\nSubscribe\n\n{pair}\n\n{pair}\n")

    assert name == "papers-page"
    assert [(paper.title, paper.abstract) for paper in papers] == [(title, abstract)] * 2
    assert papers[0].first_line == 5


@pytest.mark.parametrize("width", [60, 72, 100])
def test_everything_wrapped(read: Read, abstract: str, width: int) -> None:
    pages = "\n\n".join(
        f"{textwrap.fill(title, width)}\n\n{textwrap.fill(abstract, width)}" for title in TITLES
    )

    _, papers, skipped = read(pages)

    assert [paper.title for paper in papers] == TITLES
    assert {paper.abstract for paper in papers} == {abstract}
    assert skipped == []


def test_furniture_is_skipped_and_said(read: Read, abstract: str) -> None:
    pair = f"Bells and Ropes\n\n{abstract}\n\nUpvote 12\n\n· 5 authors\n\nMar 13\n"

    _, papers, skipped = read(f"Sort by popularity\n\n{pair}\n{pair}\nAll about us\n")

    assert [(paper.first_line, paper.last_line) for paper in papers] == [(3, 5), (13, 15)]
    assert [(piece.first_line, piece.last_line) for piece in skipped] == [(1, 1), (7, 11), (17, 23)]
    assert skipped[1].text == "Upvote 12\n· 5 authors\nMar 13"
    assert {piece.reason for piece in skipped} == {"page furniture"}


def test_links_on_lines_of_their_own_are_the_papers(read: Read, abstract: str) -> None:
    link = "https://huggingface.co/papers/2101.00001"
    _, papers, _ = read(
        f"Menu\n\nhttps://example.org/menu\n\nBells and Ropes\n\n{link}\n\n{abstract}\n\n{link}\n\n"
        "[\n\n2 authors](https://example.org/a)\n"
    )

    (paper,) = papers
    assert (paper.arxiv_id, paper.links) == ("2101.00001", (link,))
    assert (paper.first_line, paper.last_line) == (5, 11)


def test_headings_with_numbered_links(read: Read, abstract: str) -> None:
    item = f"### [Bells and\n  Ropes][7]\n\n[\n\n{textwrap.fill(abstract, 80)}\n\n][8]\n[\n* 3 authors\n][9]\n"

    _, papers, _ = read(
        f"# Daily Papers\n* Daily\n* Weekly\n\nJun 29\n[\n-\n][6]\n\n{item}\n{item}"
    )

    assert [(paper.title, paper.abstract) for paper in papers] == [
        ("Bells and Ropes", abstract)
    ] * 2


def test_authors_below_every_title(read: Read, abstract: str) -> None:
    pages = f"Bells and Ropes\n\nIda Varga, Li Novák, Per Ash\n\n{abstract}\n\n" * 3

    _, papers, _ = read(pages)

    assert {(paper.title, paper.authors) for paper in papers} == {
        ("Bells and Ropes", ("Ida Varga", "Li Novák", "Per Ash"))
    }
