import textwrap
from collections.abc import Callable

import pytest

from readlist.domain import PaperDraft, SkippedText

Read = Callable[[str], tuple[str, list[PaperDraft], list[SkippedText]]]


def test_abstracts_without_titles(read: Read, abstract: str) -> None:
    name, papers, skipped = read(f"Abstract:{abstract}\nABSTRACT: {abstract}")

    assert name == "abstracts"
    assert [paper.abstract for paper in papers] == [abstract, abstract]
    assert [(paper.first_line, paper.last_line) for paper in papers] == [(1, 1), (2, 2)]
    assert {paper.title for paper in papers} == {None}
    assert skipped == []


@pytest.mark.parametrize("width", [40, 72, 120])
def test_wrapped_abstracts_are_joined(read: Read, abstract: str, width: int) -> None:
    text = textwrap.fill(f"Abstract:{abstract}", width)

    _, papers, _ = read(f"{text}\n{text}\n")

    assert [paper.abstract for paper in papers] == [abstract, abstract]


def test_a_blank_line_parts_paragraphs(read: Read, abstract: str) -> None:
    _, (paper,), _ = read(f"Abstract: {abstract}\n\n{abstract}\n")

    assert paper.abstract == f"{abstract}\n\n{abstract}"


def test_titles_and_authors_above_are_taken(read: Read, abstract: str) -> None:
    pages = "\n\n".join(
        f"{title}\n\nIda Varga, Li Novák\n\nAbstract:{abstract}\n\nVia\n\nAccess Paper"
        for title in ("Bells", "wind2rope 1.0: What Moves a Rope?")
    )

    _, papers, skipped = read(pages.replace("\n", "\r\n"))

    assert [paper.title for paper in papers] == ["Bells", "wind2rope 1.0: What Moves a Rope?"]
    assert {paper.authors for paper in papers} == {("Ida Varga", "Li Novák")}
    assert [(paper.first_line, paper.last_line) for paper in papers] == [(1, 5), (11, 15)]
    assert [(piece.first_line, piece.text) for piece in skipped] == [
        (7, "Via\nAccess Paper"),
        (17, "Via\nAccess Paper"),
    ]


def test_labelled_parts_of_a_page(read: Read, abstract: str) -> None:
    _, (paper,), _ = read(
        "Sound > Bells\n[Submitted on 1 Jan 2021]\nTitle:Bells and Ropes\nAuthors:Ida Varga, Per Ash\n"
        f"View PDFHTML (experimental)\nAbstract:{abstract}\nComments: 9 pages\n"
        "Cite as:arXiv:2101.00001v2 [cs.SD]\nRelated Papers\n"
    )

    assert (paper.title, paper.authors) == ("Bells and Ropes", ("Ida Varga", "Per Ash"))
    assert (paper.abstract, paper.comment) == (abstract, "9 pages")
    assert paper.arxiv_id == "2101.00001"
    assert (paper.first_line, paper.last_line) == (2, 8)


def test_a_label_with_no_text_is_no_paper(read: Read, abstract: str) -> None:
    _, papers, skipped = read(f"Abstract:{abstract}\n\nAbstract:\nAuthors' comments: 5 pages\n")

    assert [paper.abstract for paper in papers] == [abstract]
    assert [(piece.first_line, piece.last_line) for piece in skipped] == [(3, 4)]
