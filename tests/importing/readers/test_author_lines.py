import textwrap
from collections.abc import Callable

import pytest

from readlist.domain import PaperDraft, SkippedText

Read = Callable[[str], tuple[str, list[PaperDraft], list[SkippedText]]]

AUTHORS = [
    ("Ida Varga",),
    ("J. R. R. Ash", "Jean-Luc O'Shea", "Putri A. van der Wiel", "Zoë Müller-Ott"),
    ("The Lantern Collaboration",),
    tuple(f"{given} Novák" for given in ("Ngozi", "Li", "Per", "Xiu Ying", "María")) * 12,
]


def _dump(abstract: str, width: int | None, comment: str = "9 pages", gap: str = "") -> str:
    def fill(text: str) -> str:
        return textwrap.fill(text, width) if width else text

    return "\n".join(
        f"{', '.join(names)}\n{fill(abstract)}\n{fill(f'Authors’ comments: {comment}')}\n{gap}"
        for names in AUTHORS
    )


@pytest.mark.parametrize("width", [None, 50, 79, 120])
@pytest.mark.parametrize("gap", ["", "\n"])
def test_each_part_goes_where_it_belongs(
    read: Read, abstract: str, width: int | None, gap: str
) -> None:
    comment = (
        "Talk at the winter meeting of the Society of Bell Founders and Friends, Ropers Workshop"
    )

    name, papers, skipped = read(_dump(abstract, width, comment, gap))

    assert name == "author-lines"
    assert [paper.authors for paper in papers] == AUTHORS
    assert {paper.abstract for paper in papers} == {abstract}
    assert {paper.comment for paper in papers} == {comment}
    assert skipped == []


def test_spans_reach_from_the_authors_to_the_comment(read: Read, abstract: str) -> None:
    _, papers, _ = read(_dump(abstract, None))

    assert [(paper.first_line, paper.last_line) for paper in papers] == [
        (1, 3),
        (5, 7),
        (9, 11),
        (13, 15),
    ]


@pytest.mark.parametrize("width", [50, 64, 79, 100])
def test_names_within_an_abstract_are_text(read: Read, abstract: str, width: int) -> None:
    body = f"{abstract} The ropes were first compared by Ida Varga, Per Ash, Ngozi Al-Tamimi, Zoë "
    body += "Müller-Ott, María de la Peña, Xiu Ying Li and José Ash. We owe the bells to Oskar Li."

    dump = textwrap.fill(body, width)
    _, papers, _ = read(f"Li Novák, Zoë Müller\n{dump}\nNgozi Ash\n{dump}")

    assert [paper.authors for paper in papers] == [("Li Novák", "Zoë Müller"), ("Ngozi Ash",)]
    assert {paper.abstract for paper in papers} == {body}


def test_an_authors_own_paragraph_stays_one(read: Read, abstract: str) -> None:
    body = f"{textwrap.fill(abstract, 64)}\n{textwrap.fill(abstract, 64)}"

    _, papers, _ = read(f"Ida Varga\n{body}\nLi Novák\n{body}")

    assert {paper.abstract for paper in papers} == {f"{abstract}\n\n{abstract}"}


def test_identifiers_and_links_of_a_comment(read: Read, abstract: str) -> None:
    _, (paper,), _ = read(
        f"Ida Varga\n{abstract}\n"
        "authors' comments: arXiv:2101.00001v2, DOI: 10.1234/bells, https://example.org/notes."
    )

    assert (paper.arxiv_id, paper.doi) == ("2101.00001", "10.1234/bells")
    assert paper.links == ("https://example.org/notes",)
    assert paper.year is None
