from tests.importing.readers.site_pages import papers
from tests.importing.reading import read

from readlist.importing.readers.digests import LabelledDigest, Newsletter, NumberedDigest

ABSTRACT = "We time 40 bells over two winters. Our results show that the rope decides."

LABELS = f"""\
Paper 1/2
Title: Bells and Ropes
Authors: Ida Varga, Li Novák
Published: 2021-03-04T17:59:59Z
Link: http://arxiv.org/abs/2103.00001v1
Abstract: {ABSTRACT}
Score: 7/10

Paper 2/2
Title: Which Ropes Are Wet?
Authors: Per Ash
Link: http://arxiv.org/abs/2103.00002v1
Abstract: {ABSTRACT}
"""
BOLD = """\
## Bells and Ropes

**Authors:** Ida Varga and Li Novák
**arXiv:** [2103.00001](https://arxiv.org/abs/2103.00001)
**Categories:** cs.SD, cs.RO

**Abstract:** We time 40 bells over two winters, as in a paper before
arXiv:2001.00009, and in many a town on this coast. Our results show
that the rope decides.

---
"""
CONTENTS = f"""\
Table of contents:

  1. Bells and Ropes Authors: Ida Varga, Li Novák

1. Bells and Ropes

ArXiv ID: 2103.00001

Authors: Ida Varga, Li Novák

Abstract: {ABSTRACT}

Relevance: 9 Novelty: 7
"""


def test_labels_say_what_each_part_is() -> None:
    bells, ropes = papers(LabelledDigest(), LABELS)
    assert (bells.title, bells.authors, bells.year) == (
        "Bells and Ropes",
        ("Ida Varga", "Li Novák"),
        2021,
    )
    assert (bells.arxiv_id, bells.abstract) == ("2103.00001", ABSTRACT)
    assert (ropes.title, ropes.authors, ropes.arxiv_id) == (
        "Which Ropes Are Wet?",
        ("Per Ash",),
        "2103.00002",
    )


def test_a_heading_above_labels_is_the_title_and_an_abstract_may_name_others() -> None:
    (paper,) = papers(LabelledDigest(), BOLD)
    assert (paper.title, paper.authors) == ("Bells and Ropes", ("Ida Varga", "Li Novák"))
    assert paper.arxiv_id == "2103.00001"
    assert paper.abstract is not None
    assert paper.abstract.endswith("the rope decides.")


def test_a_table_of_contents_names_the_papers_below() -> None:
    listed, paper = papers(LabelledDigest(), CONTENTS)
    assert (listed.first_line, listed.last_line) == (3, 3)
    assert (paper.first_line, paper.title) == (5, "Bells and Ropes")
    assert listed[2:] == paper[2:]


def test_a_package_and_a_mail_have_labels_and_are_no_digest() -> None:
    package = "Name: bells\nSummary: Rings bells\nAuthor: Ida Varga\nLicense: MIT\n"
    mail = f"\\\\\nTitle: Bells\nAuthors: Ida Varga\nCategories: cs.SD\n\\\\\n  {ABSTRACT}\n\\\\\n"
    assert not papers(LabelledDigest(), package)
    assert not papers(LabelledDigest(), mail)


NUMBERED = f"""\
1. arXiv:2103.00001v1 (cs.SD)
Bells and Ropes
Ida Varga, Li Novák

{ABSTRACT}

2. arXiv:hep-th/0303001 (hep-th)
Which Ropes Are Wet?
Per Ash and Ida Varga

"""


def test_an_identifier_with_a_number_begins_a_paper() -> None:
    bells, ropes = papers(NumberedDigest(), NUMBERED)
    assert (bells.title, bells.arxiv_id, bells.abstract) == (
        "Bells and Ropes",
        "2103.00001",
        ABSTRACT,
    )
    assert (ropes.authors, ropes.arxiv_id, ropes.abstract) == (
        ("Per Ash", "Ida Varga"),
        "hep-th/0303001",
        None,
    )


WEEK = """\
Top papers of the week

1). Bells and Ropes - shows that the rope decides. (paper: https://arxiv.org/abs/2103.00001)

2. **Which Ropes Are Wet?** - a look at all of them. ([paper](https://arxiv.org/abs/2103.00002) | [code](https://example.org))

Subscribe here.
"""


def test_a_newsletter_praises_what_it_names() -> None:
    found = papers(Newsletter(), WEEK)
    assert [(paper.title, paper.arxiv_id) for paper in found] == [
        ("Bells and Ropes", "2103.00001"),
        ("Which Ropes Are Wet?", "2103.00002"),
    ]


def test_digests_of_several_kinds_in_one_file() -> None:
    dump = read("\n\n".join([LABELS, NUMBERED, WEEK]))
    assert [paper.title for paper in dump.papers] == ["Bells and Ropes", "Which Ropes Are Wet?"] * 3
