"""Pages of arXiv: made-up papers in the layouts that browsers and text browsers copy."""

import textwrap
from collections.abc import Callable

import pytest

from readlist.domain import PaperDraft, SkippedText

Read = Callable[[str], tuple[str, list[PaperDraft], list[SkippedText]]]

BROWSER = """Sound
New submissions (showing 2 of 2 entries)
[1] arXiv:2101.00001 [pdf, html, other]
Title: Bells, Ropes and the Wind that Moves Them
Ida Varga, Li Novák
Comments: 9 pages, 2 figures
Subjects: Sound (cs.SD); Machine Learning (cs.LG)
{abstract}

[2] arXiv:2101.00002 (cross-list from math.AG) [pdf, other]
Title: Ropes
Per Ash
Journal-ref: Tides 3 (2021)
Subjects: Algebraic Geometry (math.AG)
{abstract}
Cross submissions (showing 1 of 1 entries)
"""
OLD = """New submissions for Fri, 1 Jan 21

[1]  arXiv:2101.00001 [pdf, other]
Title: Bells, Ropes and the Wind that Moves Them
Authors: Ida Varga, Li Novák
Comments: 9 pages, 2 figures
Subjects: Sound (cs.SD);
Machine Learning (cs.LG)

{abstract}

[2]  arXiv:2101.00002 (cross-list from math.AG) [pdf, ps, other]
Title: Ropes
Authors: Per Ash
Subjects: Algebraic Geometry (math.AG)

{abstract}

[ total of 2 entries: 1-2 ]
"""
TWO_LINES = """[1]
arXiv:2101.00001
[pdf, html, other]
Title:
Bells, Ropes and the Wind that Moves Them
Ida Varga, Li Novák
Comments:
9 pages, 2 figures
Subjects:
Sound (cs.SD)

{abstract}

[2]
arXiv:2101.00002
[pdf]
Title:
Ropes
Per Ash
Subjects:
Algebraic Geometry (math.AG)

{abstract}
"""
TEXT_BROWSER = """   [4][1] [5]arXiv:2101.00001 [[6]pdf, [7]html, [8]other]
          Title: Bells, Ropes and the Wind that
          Moves Them
          [9]Ida Varga,
          [10]Li Novák
          Comments: 9 pages, 2
          figures
          Subjects: Sound (cs.SD); Machine
          Learning (cs.LG)

{wrapped}

   [11][2] [12]arXiv:2101.00002 [[13]pdf]
          Title: Ropes
          [14]Per Ash
          Subjects: Algebraic Geometry (math.AG)

{wrapped}
"""


@pytest.mark.parametrize(
    "page",
    [BROWSER, OLD, TWO_LINES, TEXT_BROWSER],
    ids=["browser", "old", "labels and values", "text browser"],
)
def test_listings(read: Read, abstract: str, page: str) -> None:
    wrapped = textwrap.indent(textwrap.fill(abstract, 60), "   ")

    name, papers, _ = read(page.format(abstract=abstract, wrapped=wrapped))

    assert name == "arxiv-listing"
    assert [paper.title for paper in papers] == [
        "Bells, Ropes and the Wind that Moves Them",
        "Ropes",
    ]
    assert [paper.authors for paper in papers] == [("Ida Varga", "Li Novák"), ("Per Ash",)]
    assert [paper.arxiv_id for paper in papers] == ["2101.00001", "2101.00002"]
    assert [paper.abstract for paper in papers] == [abstract, abstract]
    assert [paper.comment for paper in papers] == ["9 pages, 2 figures", None]


def test_a_recent_listing_has_no_abstracts(read: Read) -> None:
    items = "".join(
        f"[{number}] arXiv:{identifier} [pdf, html, other]\nTitle: Ropes {number}\nPer Ash\n"
        "Subjects: Sound (cs.SD)\n"
        for number, identifier in enumerate(("2101.00001", "math/0309136", "hep-th/9901001"), 1)
    )

    _, papers, skipped = read(f"Fri, 1 Jan 2021 (showing 3 of 3 entries )\n{items}About\nHelp\n")

    assert [paper.arxiv_id for paper in papers] == ["2101.00001", "math/0309136", "hep-th/9901001"]
    assert {paper.abstract for paper in papers} == {None}
    assert [(paper.first_line, paper.last_line) for paper in papers] == [(2, 5), (6, 9), (10, 13)]
    assert [piece.first_line for piece in skipped] == [1, 14]


RESULT = """Showing 1–2 of 2 results for all: bells

arXiv:2101.00001 [pdf, other]  cs.SD  cs.LG  doi 10.1234/bells
Bells, Ropes and the Wind that
 Moves Them
Authors: Ida Varga, Li Novák , et al. (5 additional authors not shown)
Abstract: …not the bell, decides… ▽ More {abstract} △ Less
Submitted 3 January, 2021; v1 submitted 1 December, 2020; originally announced December 2020.
Comments: 9 pages
Journal ref: Tides 3 (2021)

arXiv:hep-th/9901001 [pdf, ps, other]

hep-th

Ropes

Authors: Per Ash

Abstract: {abstract}

Submitted 1 January, 1999; originally announced January 1999.

"""


def test_search_results(read: Read, abstract: str) -> None:
    name, (bells, ropes), _ = read(RESULT.format(abstract=abstract))

    assert name == "arxiv-search"
    assert bells.title == "Bells, Ropes and the Wind that Moves Them"
    assert (bells.authors, bells.more_authors) == (("Ida Varga", "Li Novák"), True)
    assert (bells.abstract, bells.comment) == (abstract, "9 pages")
    assert (bells.arxiv_id, bells.doi, bells.year) == ("2101.00001", "10.1234/bells", 2020)
    assert (ropes.title, ropes.authors, ropes.arxiv_id) == ("Ropes", ("Per Ash",), "hep-th/9901001")
    assert (ropes.abstract, ropes.year) == (abstract, 1999)


def test_an_abstract_that_is_not_opened_is_what_is_seen_of_it(read: Read) -> None:
    _, (paper,), _ = read(
        "arXiv:2101.00001 [pdf]\nRopes\nAuthors: Per Ash\nAbstract: A wet rope costs… ▽ More\n"
        "Submitted 1 January, 2021; originally announced January 2021.\n"
    )

    assert paper.abstract == "A wet rope costs…"


LABELLED = """[{id}] Bells and Ropes
Skip to main content
>cs> arXiv:{id}
Sound

arXiv:{id} (cs)
[Submitted on 1 Jan 2021 (v1), last revised 3 Mar 2022 (this version, v2)]
Title:Bells and Ropes
Authors:Ida Varga, Per Ash
View a PDF of the paper titled Bells and Ropes, by Ida Varga and 1 other authors
View PDF HTML (experimental)Abstract:{abstract}
Comments:\t9 pages
Subjects:\tSound (cs.SD)
Cite as:\tarXiv:{id} [cs.SD]
 \t(or arXiv:{id}v2 [cs.SD] for this version)
 \thttps://doi.org/10.48550/arXiv.{id}
Focus to learn more
Related DOI:\thttps://doi.org/10.1234/bells
Submission history
From: Ida Varga [view email]
[v1] Fri, 1 Jan 2021 17:57:34 UTC (1,102 KB)
[v2] Thu, 3 Mar 2022 17:57:34 UTC (1,102 KB)
Full-text links:
Access Paper:
"""
HIDDEN = """Computer Science > Sound
[Submitted on 1 Jan 2021]
Bells and Ropes
Ida Varga, Per Ash
View PDF
HTML (experimental)
{abstract}
Comments:\t9 pages
Cite as:\tarXiv:{id} [cs.SD]
Related DOI:\thttps://doi.org/10.1234/bells
Bibliographic and Citation Tools
Bibliographic Explorer (What is the Explorer?)
"""


@pytest.mark.parametrize("page", [LABELLED, HIDDEN], ids=["labels", "no labels"])
def test_abstract_pages_one_after_another(read: Read, abstract: str, page: str) -> None:
    ids = ["2101.00001", "2101.00002", "2101.00003"]
    text = "".join(page.format(id=each, abstract=abstract) for each in ids)

    name, papers, _ = read(text)

    assert name == "arxiv-abstract-pages"
    assert [paper.arxiv_id for paper in papers] == ids
    assert {paper.title for paper in papers} == {"Bells and Ropes"}
    assert {paper.authors for paper in papers} == {("Ida Varga", "Per Ash")}
    assert {paper.abstract for paper in papers} == {abstract}
    assert {(paper.comment, paper.doi, paper.year) for paper in papers} == {
        ("9 pages", "10.1234/bells", 2021)
    }


def test_a_page_cut_above_its_head_does_not_take_the_next_identifier(
    read: Read, abstract: str
) -> None:
    first = f"[Submitted on 1 Jan 2021]\nTitle:Quays\nAbstract:{abstract}\nLoading...\n"

    _, papers, _ = read(first + LABELLED.format(id="2101.00001", abstract=abstract))

    assert [(paper.title, paper.arxiv_id) for paper in papers] == [
        ("Quays", None),
        ("Bells and Ropes", "2101.00001"),
    ]


def test_a_page_of_the_old_design(read: Read, abstract: str) -> None:
    page = (
        "All papers\nGo!\n\nComputer Science > Sound\nBells and Ropes\nIda Varga, Per Ash\n"
        f"(Submitted on 12 May 2012)\n\n{abstract}\n\nComments:\t9 pages\n"
        "Cite as:\tarXiv:1205.00001 [cs.SD]\nSubmission history\nFrom: Ida Varga [view email]\n"
    )

    _, papers, _ = read(page * 2)

    assert [(paper.title, paper.authors, paper.abstract) for paper in papers] == [
        ("Bells and Ropes", ("Ida Varga", "Per Ash"), abstract)
    ] * 2
    assert [(paper.arxiv_id, paper.year, paper.first_line) for paper in papers] == [
        ("1205.00001", 2012, 5),
        ("1205.00001", 2012, 19),
    ]
