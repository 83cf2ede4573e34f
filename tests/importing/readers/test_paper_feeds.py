from tests.importing.readers.site_pages import papers
from tests.importing.reading import read

from readlist.importing.readers.paper_feeds import CatalyzeX, HuggingFace, PapersWithCode

ABSTRACT = "We time 40 bells over two winters. Our results show that the rope decides."

DAILY = """\
Daily Papers
by
AK
Nov 3
Submitted by
ivarga
59

Bells and the Ropes that Ring Them

·9 authors
3

Submitted by

lnovak
-

ropeNet: How Wet Are the Ropes?

Far Quay University
·2 authors

Previous
Next
"""


def test_a_day_of_hugging_face() -> None:
    found = papers(HuggingFace(), DAILY)
    assert [paper.title for paper in found] == [
        "Bells and the Ropes that Ring Them",
        "ropeNet: How Wet Are the Ropes?",
    ]
    assert [(paper.first_line, paper.last_line) for paper in found] == [(5, 12), (14, 22)]


TRENDING = f"""\
Trending Research
Subscribe to the PwC Newsletter

Bells and the Ropes that Ring Them
ivarga/bells • • ICRA 2023
{ABSTRACT}

Bell Ringing +2

1,204
2.31 stars / hour

 Paper
 Code

Terms
"""
LATEST = """\
Bells and the Ropes that Ring Them
no code yet
• 3 Nov 2024
We time 40 bells over two winters, which…
12
Paper
Code
Which Ropes Are Wet?
lnovak/ropes • pytorch
• 2 Nov 2024
In this paper we look at all the ropes of…
8
Paper
Code
"""
BOARD = """\
Rank\tModel\tAccuracy\tPaper\tCode\tResult\tYear
1\tBellNet\t98.1\tBells and the Ropes that Ring Them\t\tEnter\t2022
2\tRopeNet\t97.4\tWhich Ropes Are Wet?\t\tEnter\t2021
3\tQuayNet\t97.0
"""


def test_papers_with_code_stand_above_their_repositories() -> None:
    (paper,) = papers(PapersWithCode(), TRENDING)
    assert (paper.title, paper.year) == ("Bells and the Ropes that Ring Them", 2023)
    assert paper.abstract == ABSTRACT
    bells, ropes = papers(PapersWithCode(), LATEST)
    assert (bells.title, bells.year) == ("Bells and the Ropes that Ring Them", 2024)
    assert (ropes.first_line, ropes.last_line) == (8, 14)


def test_a_leader_board_names_papers() -> None:
    found = papers(PapersWithCode(), BOARD)
    assert [(paper.title, paper.year) for paper in found] == [
        ("Bells and the Ropes that Ring Them", 2022),
        ("Which Ropes Are Wet?", 2021),
    ]


CATALYZED = f"""\
Get our free extension to see links to code
Topic: bells

Picture for Bells and Ropes

Bells and Ropes
Nov 03, 2024

Ida Varga, Li Novák

Abstract:{ABSTRACT}

* 9 pages

Via

Access Paper or Ask Questions

Which Ropes Are Wet?
Per Ash
Abstract:{ABSTRACT}
Via
Access Paper or Ask Questions
"""


def test_catalyzex_ends_each_paper_with_its_buttons() -> None:
    bells, ropes = papers(CatalyzeX(), CATALYZED)
    assert (bells.title, bells.authors, bells.year) == (
        "Bells and Ropes",
        ("Ida Varga", "Li Novák"),
        2024,
    )
    assert (bells.abstract, bells.comment) == (ABSTRACT, "9 pages")
    assert (bells.first_line, bells.last_line) == (4, 17)
    assert (ropes.title, ropes.authors, ropes.abstract) == (
        "Which Ropes Are Wet?",
        ("Per Ash",),
        ABSTRACT,
    )


def test_feeds_are_known_in_one_file() -> None:
    dump = read(f"{DAILY}\n{TRENDING}\n{CATALYZED}")
    assert len(dump.papers) == 5
    assert set(dump.format.split(" + ")) == {"hugging-face", "papers-with-code", "catalyzex"}
