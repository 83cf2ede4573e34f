"""First pages of PDFs as text: titles, authors in several layouts, abstracts, identifiers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.importing.readers.page_spans import find, papers, weight, wild_lines

from readlist.importing.readers.pdf_page import PdfPage

READER = PdfPage()
ABSTRACT = (
    "Harbour bells are rung by hand in most towns of this coast. We time forty of them over two "
    "winters and find that the rope, not the bell, decides when the sound reaches the far quay. A "
    "wet rope costs a part of every minute, before and after the harvest alike."
)
COLUMNS = """Provided proper attribution is given, this page may be copied.

            Slow Bells on Wet Ropes: A Study of
                    Harbour Sound

   Jane Roe∗            Mia Q. Poe∗          Lars van der Bell†
 Harbour College      Harbour College      University of Nowhere
 jane@quay.example   mia@quay.example     lars@now.example

                         Abstract

      Harbour bells are rung by hand in most towns of this coast. We time forty
      of them over two winters and find that the rope, not the bell, deci-
      des when the sound reaches the far quay. A wet rope costs a part of every
      minute, before and after the harvest alike.

1   Introduction

Bells have been rung for a long time.
arXiv:2306.01234v5 [cs.SD] 6 Dec 2023"""
CONFERENCE = f"""Published as a conference paper at ICLR 2021
SLOW BELLS ON WET ROPES WITH
RECURRENT NETWORKS
Jane Roe1,2, Mia Q. Poe1 & Lars van der Bell2
1Department of Bells, University of Nowhere
{{jane,mia}}@quay.example
ABSTRACT
{ABSTRACT}
1 INTRODUCTION
Bells have been rung for a long time."""
JOURNAL = f"""Slow Bells on Wet Ropes

Jane Roe, Member, IEEE, and Mia Q. Poe

Abstract—{ABSTRACT}

Index Terms—bells, ropes.

I. INTRODUCTION
Bells have been rung for a long time."""
ONE_A_LINE = f"""Slow Bells on Wet Ropes

Jane Roe
Harbour College
jane@quay.example

Mia Q. Poe
University of Nowhere
mia@now.example

Abstract

{ABSTRACT}

1. Introduction"""


def test_columns_of_authors_and_a_stamp_at_the_foot() -> None:
    (paper,) = papers(READER, COLUMNS)
    assert paper.title == "Slow Bells on Wet Ropes: A Study of Harbour Sound"
    assert paper.authors == ("Jane Roe", "Mia Q. Poe", "Lars van der Bell")
    assert (paper.arxiv_id, paper.year) == ("2306.01234", 2023)
    assert paper.abstract == ABSTRACT


def test_capitals_footnote_digits_and_no_blank_lines() -> None:
    (paper,) = papers(READER, CONFERENCE)
    assert paper.title == "SLOW BELLS ON WET ROPES WITH RECURRENT NETWORKS"
    assert paper.authors == ("Jane Roe", "Mia Q. Poe", "Lars van der Bell")
    assert paper.abstract == ABSTRACT


@pytest.mark.parametrize("text", [JOURNAL, ONE_A_LINE])
def test_other_layouts(text: str) -> None:
    (paper,) = papers(READER, text)
    assert paper.title == "Slow Bells on Wet Ropes"
    assert paper.authors == ("Jane Roe", "Mia Q. Poe")
    assert paper.abstract == ABSTRACT
    assert weight(READER, text) > 6


def test_pages_one_after_another_keep_their_identifiers() -> None:
    above = f"arXiv:2301.01234v1 [cs.SD] 15 Jan 2023\n{CONFERENCE}"
    other = above.replace("2301.01234", "2302.04321").replace("SLOW", "FAST")
    first, second = papers(READER, f"{above}\n\n{other}")
    assert (first.arxiv_id, second.arxiv_id) == ("2301.01234", "2302.04321")
    assert second.title is not None
    assert second.title.startswith("FAST")


@pytest.mark.parametrize(
    "text",
    [
        f"Network Working Group                     J. Roe\nRequest for Comments: 9999\n\n  Ringing of Bells\n\nAbstract\n\n{ABSTRACT}",
        "Abstract\n\nThis class is abstract.",
        f"Abstract\n\n{ABSTRACT}",
        "abstract class Bell {\n  void ring();\n}",
    ],
)
def test_other_abstracts_are_no_pages(text: str) -> None:
    assert weight(READER, text) < 6


ELSEVIER = f"""Harbour Review 12 (2019) 4–15
Contents lists available at ScienceDirect
journal homepage: www.example.com/locate/harbour

Slow bells on $n^{{1/2}}$ wet
ropes
Jane Roe a,*, Mia Q.
Poe b, Lars van der
Bell a
a Harbour Polytechnic
b Institute of Ropes, Nowhere

A R T I C L E  I N F O
Keywords:
bells
A B S T R A C T
{ABSTRACT}
© 2019 The Authors.

1. Introduction
Bells have been rung for a long time.
https://doi.org/10.1234/bells.19
"""


def test_names_may_be_divided_at_the_end_of_a_line() -> None:
    (paper,) = papers(READER, ELSEVIER)
    assert paper.title == "Slow bells on $n^{1/2}$ wet ropes"
    assert paper.authors == ("Jane Roe", "Mia Q. Poe", "Lars van der Bell")
    assert paper.doi == "10.1234/bells.19"


def test_pages_one_after_another_are_certain() -> None:
    below = ELSEVIER.replace("Slow bells", "Fast bells").replace("bells.19", "bells.20")
    found = find(READER, f"{ELSEVIER}\n{below}".split("\n"))
    assert [entry.draft.doi for entry in found] == ["10.1234/bells.19", "10.1234/bells.20"]
    assert all(entry.weight > 8 for entry in found)


def test_many_authors_one_below_the_other() -> None:
    names = ("Jane Roe", "Mopoe", "Lars van der Bell") + ("Ann Quay",) * 30
    people = "\n\n".join(f"{name}\nInstitute of Ropes\na@ropes.example" for name in names)
    (paper,) = papers(READER, f"Slow Bells on\nWet Ropes\n\n{people}\n\nAbstract—{ABSTRACT}")
    assert paper.title == "Slow Bells on Wet Ropes"
    assert paper.authors == ("Jane Roe", "Mopoe", "Lars van der Bell", "Ann Quay")


@given(wild_lines)
def test_wild_text_is_read(lines: list[str]) -> None:
    find(READER, lines)


@given(st.integers(0, 900), st.integers(0, 900))
def test_cut_and_spliced_pages_are_read(cut: int, splice: int) -> None:
    text = "\n".join([COLUMNS, CONFERENCE, JOURNAL, ONE_A_LINE])
    find(READER, (text[:cut] + text[splice:]).split("\n"))
