"""Lists people keep: Markdown, tables, titles with links, lone identifiers, lone titles."""

import pytest
from hypothesis import given
from tests.importing.readers.page_spans import find, papers, weight, wild_lines

from readlist.importing.readers.bare_lists import IdentifierList, TitleAndLink
from readlist.importing.readers.lists import MarkdownList
from readlist.importing.readers.markdown_tables import PaperTable
from readlist.importing.readers.title_lines import TitleLines

LISTS, TABLES, IDS, PAIRS, TITLES = (
    MarkdownList(),
    PaperTable(),
    IdentifierList(),
    TitleAndLink(),
    TitleLines(),
)
URL = "https://arxiv.org/abs/2301.01234"
OTHER = "https://arxiv.org/abs/2302.04321"

ITEMS = {
    "a link": f"- [Slow Bells on Wet Ropes]({URL})",
    "a check box": f"- [x] [Slow Bells on Wet Ropes]({URL})",
    "a heading": f"### [Slow Bells on Wet Ropes]({URL})",
    "a link in bold": f"* **[Slow Bells on Wet Ropes]({URL})**",
    "a venue before": f"+ [ICLR 2020] Slow Bells on Wet Ropes [[paper]({URL})][[code](https://github.com/a/b)]",
    "a badge": f"- Slow Bells on Wet Ropes [![Paper](https://img.example.org/x.svg)]({URL})",
    "an address after": f"1. Slow Bells on Wet Ropes: <{URL}>",
    "an address before": f"* {URL} - Slow Bells on Wet Ropes",
    "quoted mail": f"> - [Slow Bells on Wet Ropes]({URL})",
    "a line of its own": f"Slow Bells on Wet Ropes  {URL}",
    "an identifier in brackets": "- [ ] Slow Bells on Wet Ropes (arXiv:2301.01234)",
}
WITH_AUTHORS = {
    "a dash": f"- **Slow Bells on Wet Ropes** — Jane Roe, Mia Q. Poe, ICLR 2020 [[paper]({URL})]",
    "full stops": f"1. Slow Bells on Wet Ropes. Jane Roe, Mia Q. Poe. *ICLR 2020*. [[pdf]({URL})]",
    "quotes": f'- "Slow Bells on Wet Ropes", Jane Roe, Mia Q. Poe, ICLR 2020 ([pdf]({URL}))',
    "authors first": f"- Jane Roe, Mia Q. Poe. [Slow Bells on Wet Ropes]({URL}). In ICLR, 2020.",
    "lines below": f"* **Slow Bells on Wet Ropes**\n  - Jane Roe, Mia Q. Poe\n  - ICLR 2020\n  - [Paper]({URL})",
    "line breaks": f"- **Slow Bells on Wet Ropes** <br>\n  Jane Roe, Mia Q. Poe <br>\n  *ICLR 2020*. [[Paper]({URL})]",
    "below a heading": f"### [Slow Bells on Wet Ropes]({URL})\n\nJane Roe, Mia Q. Poe\n\n*ICLR 2020*",
    "wrapped": f"- [Slow Bells on\n  Wet Ropes]({URL}), Jane Roe,\n  Mia Q. Poe, ICLR 2020",
}


@pytest.mark.parametrize("layout", ITEMS)
def test_an_item_is_a_paper(layout: str) -> None:
    (paper,) = papers(LISTS, ITEMS[layout])
    assert paper.title == "Slow Bells on Wet Ropes"
    assert paper.arxiv_id == "2301.01234"
    assert weight(LISTS, ITEMS[layout]) > 6


@pytest.mark.parametrize("layout", WITH_AUTHORS)
def test_an_item_says_who_and_where(layout: str) -> None:
    (paper,) = papers(LISTS, WITH_AUTHORS[layout])
    assert paper.title == "Slow Bells on Wet Ropes"
    assert paper.authors == ("Jane Roe", "Mia Q. Poe")
    assert (paper.venue, paper.year) == ("ICLR", 2020)
    assert paper.last_line == len(WITH_AUTHORS[layout].split("\n"))


def test_an_abstract_below_belongs_to_its_heading() -> None:
    abstract = "Bells are rung by hand in most towns of this coast. We time them over winters. " * 3
    (paper,) = papers(LISTS, f"## [Slow Bells on Wet Ropes]({URL})\n\n{abstract}\n\nMore text.")
    assert paper.abstract == abstract.strip()
    assert paper.last_line == 3


def test_a_nickname_is_no_title() -> None:
    first, _ = papers(LISTS, f"- [BellNet]({URL})\n- [Slow Bells on Wet Ropes]({OTHER})")
    assert (first.title, first.arxiv_id) == (None, "2301.01234")


@pytest.mark.parametrize(
    "text",
    [
        "- [Graph library](https://github.com/a/b) - Fast graphs.\n- [A blog](https://example.org/blog)",
        "- [ ] Buy milk\n- [x] Call the harbour\n- [ ] Fix the bell",
        "## Features\n\n- Fast parsing of files\n- Support for tables\n- Works with 2019 and 2020",
        "- 1.2.0 (2019-04-01): Added bells, Jane Roe\n- 1.1.0 (2018-04-01): Removed ropes",
        "- Jane Roe, harbour master, 2019\n- Mia Poe, sailor, 2020",
        "> See [Usage](#usage) and [License](LICENSE).",
        f"We follow the method of [Slow Bells on Wet Ropes]({URL}) in this project and thank you for it.",
    ],
)
def test_other_lists_are_no_papers(text: str) -> None:
    assert not papers(LISTS, text)
    assert weight(TITLES, text) < 6


TABLE = f"""| # | Title | Authors | Venue | Date | Link |
|---|:------|---------|-------|------|------|
| 1 | **Slow Bells on Wet Ropes** | Jane Roe, Mia Poe | ICLR'20 | 2020-05 | [arXiv:2301.01234]({URL}) |
| 2 | [Fast Bells](https://openreview.net/forum?id=x1) | Lars Bell et al. | NeurIPS | 2021 | - |"""


def test_a_table_is_read_by_its_headings() -> None:
    first, second = papers(TABLES, TABLE)
    assert first.title == "Slow Bells on Wet Ropes"
    assert first.authors == ("Jane Roe", "Mia Poe")
    assert (first.venue, first.year, first.arxiv_id) == ("ICLR", 2020, "2301.01234")
    assert (second.title, second.more_authors) == ("Fast Bells", True)


@pytest.mark.parametrize(
    "text",
    [
        "| Name | Type | Default |\n|---|---|---|\n| depth | int | 3 |",
        "| Title | Price |\n|---|---|\n| A song of bells | 3.50 |",
        "a | b\nc | d",
    ],
)
def test_other_tables_have_no_papers(text: str) -> None:
    assert not papers(TABLES, text)


@pytest.mark.parametrize(
    ("line", "arxiv_id", "doi"),
    [
        ("2301.01234", "2301.01234", None),
        ("- arXiv:2301.01234v2 [cs.CL]", "2301.01234", None),
        ("* https://arxiv.org/pdf/2301.01234v1.pdf", "2301.01234", None),
        ("arxiv.org/abs/2301.01234", "2301.01234", None),
        ("https://arxiv.org/abs/2301.01234?utm_source=mail#top", "2301.01234", None),
        ("https://doi.org/10.48550/arXiv.2301.01234", "2301.01234", None),
        ("hep-th/9901001", "hep-th/9901001", None),
        ("10.1234/bells.17", None, "10.1234/bells.17"),
        ("doi: 10.1234/bells.17", None, "10.1234/bells.17"),
        ("10.1002/(SICI)1097(2021)12:3<332::AID-A2>3.0.CO;2-B", None, "10.1002/(SICI)1097(2021)12:3<332::AID-A2>3.0.CO;2-B"),
        ("> https://doi.org/10.1234/bells.17", None, "10.1234/bells.17"),
        ("https://openreview.net/forum?id=abc", None, None),
    ],
)  # fmt: skip
def test_a_lone_identifier_is_a_paper(line: str, arxiv_id: str | None, doi: str | None) -> None:
    (paper,) = papers(IDS, line)
    assert (paper.title, paper.arxiv_id, paper.doi) == (None, arxiv_id, doi)


@pytest.mark.parametrize(
    "text",
    [
        "https://example.org\nhttps://github.com/a/b",
        "1234.5678\n9999.1234\n3.14",
        "1201.1234\n1399.1234\n0001.2\n1202.5555",
        "See https://arxiv.org/abs/2301.01234 for more.",
    ],
)
def test_other_numbers_and_links_are_no_papers(text: str) -> None:
    assert not papers(IDS, text)


def test_an_identifier_within_a_paragraph_is_light() -> None:
    text = (
        f"The bells of this harbour are described in\n{URL}\nand by those who ring them every day."
    )
    assert weight(IDS, text) < 12


PAIR_LAYOUTS = (
    f"Slow Bells on Wet Ropes\n{URL}\nFast Bells on Dry Ropes\n{OTHER}",
    f"{URL}\nSlow Bells on Wet Ropes\n\n{OTHER}\nFast Bells on Dry Ropes",
    f"* Slow Bells on Wet Ropes\n  {URL}\n* Fast Bells on Dry Ropes\n  {OTHER}",
    f"[2301.01234] Slow Bells on Wet Ropes\n{URL}\n\nFast Bells on Dry Ropes\n{OTHER}",
)


@pytest.mark.parametrize("text", PAIR_LAYOUTS)
def test_a_title_goes_with_its_link(text: str) -> None:
    first, second = papers(PAIRS, text)
    assert (first.title, first.arxiv_id) == ("Slow Bells on Wet Ropes", "2301.01234")
    assert (second.title, second.arxiv_id) == ("Fast Bells on Dry Ropes", "2302.04321")


def test_a_title_of_two_lines_and_its_authors() -> None:
    title = "Slow Bells on Wet Ropes and the Sound They Make over\nWater"
    (paper,) = papers(PAIRS, f"{title}\nJane Roe, Mia Poe\n{URL}")
    assert paper.title == title.replace("\n", " ")
    assert paper.authors == ("Jane Roe", "Mia Poe")


def test_a_heading_above_addresses_is_no_title() -> None:
    assert not papers(PAIRS, f"Papers to read\n{URL}\n{OTHER}\n{OTHER}v2")


TITLE_LINES = """Learning to Ring Slow Bells with Recurrent Neural Networks
Effects of Wet Ropes on Auditory Perception in Harbour Towns
RopeNet: Efficient Estimation of Tension via Graph Attention
A Bayesian Approach to Modelling Tidal Noise under Uncertainty
On the Convergence of Stochastic Bell Ringing"""


def test_titles_alone_are_papers_when_there_are_several() -> None:
    assert [paper.title for paper in papers(TITLES, TITLE_LINES)] == TITLE_LINES.split("\n")
    assert weight(TITLES, TITLE_LINES) > 6


def test_titles_may_be_marked_wrapped_and_followed_by_names() -> None:
    wrapped = TITLE_LINES.replace(" with Recurrent", "\n   with Recurrent")
    assert papers(TITLES, wrapped)[0].title == TITLE_LINES.split("\n")[0]
    numbered = "\n".join(f"{n}. {line}" for n, line in enumerate(TITLE_LINES.split("\n"), 1))
    assert papers(TITLES, numbered)[1].title == TITLE_LINES.split("\n")[1]
    named = TITLE_LINES.replace("\n", "\nJane Roe, Mia Poe\n")
    assert papers(TITLES, named)[0].authors == ("Jane Roe", "Mia Poe")


@pytest.mark.parametrize(
    "text",
    [
        "Milk\nBread for the weekend\nApples and pears\nSoap",
        "Add support for neural networks\nFix the learning rate\nUpdate the model parser\nRemove old data",
        "Introduction\nSetting up your environment\nYour first program\nWorking with files\nTesting",
        "Council approves new budget\nStorm expected in the north\nTeam wins third game in a row\nRoad closed",
        "numpy==1.2\nscipy>=1.0\npandas\nscikit-learn",
        "The sea is calm to-night,\nThe tide is full, the moon lies fair\nUpon the straits;",
        "def learn(model):\n    return model.fit()\nclass Network:\n    depth = 3",
        "Jane Roe\nMia Poe\nLars van der Bell\nAnn Quay",
    ],
)
def test_other_lines_are_no_titles(text: str) -> None:
    assert weight(TITLES, text) < 6


def test_two_titles_that_are_all_there_is_are_papers() -> None:
    two = "\n".join(TITLE_LINES.split("\n")[:2])
    assert len(papers(TITLES, two)) == 2
    assert len(papers(TITLES, f"To read:\n\n{two}")) == 2
    assert len(papers(TITLES, f"Papers for the harbour seminar\n\n{TITLE_LINES}")) == 5


def test_a_title_alone_needs_its_authors() -> None:
    title = TITLE_LINES.split("\n")[0]
    assert weight(TITLES, title) < 6
    assert weight(TITLES, f"{title}\nJane Roe, Mia Poe") > 6


@pytest.mark.parametrize(
    ("behind", "authors", "year"),
    [
        (" (Roe & Poe, 2020)", ("Roe", "Poe"), 2020),
        (" (Roe et al., 2020)", ("Roe",), 2020),
        (" (2020)", (), 2020),
        (" - Jane Roe, Mia Poe (2020)", ("Jane Roe", "Mia Poe"), 2020),
        (" — Jane Roe and Mia Poe", ("Jane Roe", "Mia Poe"), None),
    ],
)
def test_who_and_when_may_stand_behind_a_title(
    behind: str, authors: tuple[str, ...], year: int | None
) -> None:
    found = papers(TITLES, TITLE_LINES.replace("\n", f"{behind}\n"))[0]
    assert found.title == TITLE_LINES.split("\n")[0]
    assert (found.authors, found.year) == (authors, year)


def test_lines_below_a_title_say_where_and_when() -> None:
    below = "\nJane Roe, Mia Poe\nJournal of Wet Ropes, May 2020\nAbs PDF Code\n\n"
    found = papers(TITLES, TITLE_LINES.replace("\n", below) + below)
    assert len(found) == 5
    assert {(paper.authors, paper.year) for paper in found} == {(("Jane Roe", "Mia Poe"), 2020)}


def test_a_strange_line_within_a_run_is_a_title_too() -> None:
    strange = TITLE_LINES + "\nRing-Twice-Ring\n" + TITLE_LINES.replace("Wet", "Dry")
    assert "Ring-Twice-Ring" in [paper.title for paper in papers(TITLES, strange)]


def test_a_title_may_hold_quotation_marks_and_mathematics() -> None:
    line = 'A reply to "bells and ropes"'
    found = papers(TITLES, f'{TITLE_LINES}\n{line}\n"Estimation of $L^2$ ropes under tension"')
    assert [paper.title for paper in found[5:]] == [line, "Estimation of $L^2$ ropes under tension"]


def test_a_chat_shows_the_title_of_an_address_below_it() -> None:
    text = f"Jane Roe\n  9:51 AM\n{URL}\narXiv.org\nSlow Bells on Wet Ropes\nWe ring bells. {'x' * 140}"
    (found,) = papers(PAIRS, text)
    assert (found.title, found.arxiv_id) == ("Slow Bells on Wet Ropes", "2301.01234")


def test_several_identifiers_stand_on_one_line() -> None:
    entries = find(IDS, ["2301.01234, 2302.04321v2; math/0604725,", f"see {URL}"])
    drafts = [draft for entry in entries for draft in (entry.draft, *entry.more)]
    assert [draft.arxiv_id for draft in drafts] == [
        "2301.01234", "2302.04321", "math/0604725", "2301.01234",
    ]  # fmt: skip


def test_lines_of_numbers_hold_no_identifiers() -> None:
    assert not papers(IDS, "1.25, 2301.01234, 17\n0.5, 2302.04321, 18")


def test_a_single_paper_may_be_all_there_is() -> None:
    assert weight(LISTS, f"# Reading list\n\n- [Slow Bells on Wet Ropes]({URL})") > 10
    table = f"| Title | PDF |\n|---|---|\n| Slow Bells on Wet Ropes | [2301.01234]({URL}) |"
    assert weight(TABLES, table) > 10


def test_names_in_italics_and_a_quoted_abstract_belong_to_a_linked_title() -> None:
    abstract = "We ring slow bells on wet ropes in a harbour and listen to them. " * 5
    text = f"**Slow Bells on Wet Ropes** [[paper]]({URL})\n_Jane Roe and Mia Poe_\n\n> {abstract}"
    found = papers(LISTS, text)[0]
    assert found.authors == ("Jane Roe", "Mia Poe")
    assert found.abstract == abstract.strip()


def test_buttons_without_addresses_end_an_item() -> None:
    text = "\n".join(
        f"{title}, Jane Roe, Mia Poe, ACL 2020 [Paper] [Code]" for title in TITLE_LINES.split("\n")
    )
    assert [paper.title for paper in papers(LISTS, text)] == TITLE_LINES.split("\n")
    assert not papers(TITLES, text)


@given(wild_lines)
def test_wild_text_is_read(lines: list[str]) -> None:
    for reader in (LISTS, TABLES, IDS, PAIRS, TITLES):
        find(reader, lines)
