import textwrap
from collections.abc import Callable

import pytest

from readlist.domain import PaperDraft, SkippedText
from readlist.errors import SourceError

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
    assert len({piece.reason for piece in skipped}) == 1


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
    pages = "".join(
        f"{title} and Ropes\n\nIda Varga, Li Novák, Per Ash\n\n{abstract}\n\n"
        for title in ("Bells", "Quays", "Winters")
    )

    _, papers, _ = read(pages)

    assert [paper.title for paper in papers] == [
        "Bells and Ropes",
        "Quays and Ropes",
        "Winters and Ropes",
    ]
    assert {paper.authors for paper in papers} == {("Ida Varga", "Li Novák", "Per Ash")}


IDS = ["2101.00001", "2101.00002", "2101.00003"]
ABOVE = [
    "arXiv:{id}\n{title}\n{abstract}\n\n",
    "https://arxiv.org/abs/{id}\n\n{title}\n\n{abstract}\n\n",
    "arXiv:{id} [cs.SD]\n{title}\n{abstract}\n",
]
BELOW = [
    "{title}\n{abstract}\narXiv:{id}\n\n",
    "{title}\n\n{abstract}\n\nhttps://arxiv.org/abs/{id}\n\n",
    "{title}\n{abstract}\n[PDF](https://arxiv.org/pdf/{id})\n",
]
WITHIN = [
    "## [{title}](https://arxiv.org/abs/{id})\n\n{abstract}\n\n",
    "{title}\nhttps://arxiv.org/abs/{id}\nIda Varga, Li Novák\n{abstract}\n\n",
    "[12](https://example.org/login?next={id})\n\n### [{title}](https://huggingface.co/papers/{id})\n\n"
    "[{abstract}](https://huggingface.co/papers/{id})\n\n· 3 authors\n\n",
]


def _page(layout: str, abstract: str, ids: list[str] = IDS) -> str:
    titles = ("Bells and Ropes on the Coast", "How Wet Are the Ropes?", "On Quays that Hear Bells")
    each = zip(titles, ids, strict=False)
    return "".join(
        layout.format(id=each_id, title=title, abstract=abstract) for title, each_id in each
    )


@pytest.mark.parametrize("count", [1, 2, 3])
@pytest.mark.parametrize("layout", [*ABOVE, *BELOW, *WITHIN])
def test_an_identifier_is_of_the_paper_it_stands_with(
    read: Read, abstract: str, layout: str, count: int
) -> None:
    _, papers, skipped = read(_page(layout, abstract, IDS[:count]))

    assert [paper.arxiv_id for paper in papers] == IDS[:count]
    assert {paper.abstract for paper in papers} == {abstract}
    assert not [piece for piece in skipped if "arxiv.org" in piece.text]


def test_an_identifier_that_two_papers_could_own_is_given_to_neither(
    read: Read, abstract: str
) -> None:
    first, second, third = _page("{title}\n\n{abstract}\n\n|", abstract).split("|")[:3]

    _, papers, _ = read(f"{first}arXiv:2101.00001\n\n{second}arXiv:2101.00002\n\n{third}")

    assert [paper.arxiv_id for paper in papers] == [None, None, None]


def test_identifiers_of_two_habits_beside_each_other(read: Read, abstract: str) -> None:
    above = _page(ABOVE[0], abstract)
    below = _page(BELOW[0], abstract, ["2102.00001", "2102.00002", "2102.00003"])

    _, papers, _ = read(above + below)

    found = [paper.arxiv_id for paper in papers]
    assert found == [*IDS, "2102.00001", "2102.00002", "2102.00003"]


@pytest.mark.parametrize("prefix", ["- ", "1. ", "[1] ", "(1) ", "* [ ] "])
def test_numbers_and_bullets_are_not_of_the_title(read: Read, abstract: str, prefix: str) -> None:
    _, papers, _ = read(_page(prefix + "{title}\n\n{abstract}\n\n", abstract))

    assert [paper.title for paper in papers] == [
        "Bells and Ropes on the Coast",
        "How Wet Are the Ropes?",
        "On Quays that Hear Bells",
    ]


def test_a_paragraph_of_markdown_that_is_a_link_with_line_breaks(read: Read, abstract: str) -> None:
    broken = textwrap.fill(abstract, 80).replace("\n", "\\\\\n")
    item = f"### [{{title}}](https://huggingface.co/papers/{{id}})\n\n[{broken}](https://example.org/a)\n\n"

    _, papers, _ = read(_page(item, abstract))

    assert {paper.abstract for paper in papers} == {abstract}
    assert [paper.arxiv_id for paper in papers] == IDS


def test_short_lines_that_recur_are_page_noise(read: Read, abstract: str) -> None:
    item = "Poster\n\n{title}\n\nIda Varga · Li Novák\n\nGreat Hall 7\n\n{abstract}\n\nSchedule\n\n"

    _, papers, _ = read(_page(item, abstract))

    assert len(papers) == 3
    assert {paper.authors for paper in papers} == {("Ida Varga", "Li Novák")}
    assert "Poster" not in {paper.title for paper in papers}


def test_parts_of_one_text_are_no_papers(read: Read, abstract: str) -> None:
    parts = "".join(
        f"## {name}\n\n{abstract}\n\n{abstract}\n\n" for name in ("1 Introduction", "2 Methods")
    )

    with pytest.raises(SourceError):
        read(parts)


def test_brackets_of_a_title_that_is_no_link_stay(read: Read, abstract: str) -> None:
    title = "[/] [bold]When Bells Talk Back[/bold]: Markup Injection\x1b[31m in Bell Towers"
    other = "[Draft] Ropes of the North Quay and the Bells that Hang on Them"
    _, papers, _ = read(f"{title}\n\n{abstract}\n\n{other}\n\n{abstract[::-1]}{abstract}\n")
    assert papers[0].title == title
