"""Reference lists: each style takes apart, each layout is divided, and other lists are left."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.importing.readers.page_spans import find, papers, weight, wild_lines

from readlist.importing.readers.references import ReferenceList

READER = ReferenceList()

STYLES = {
    "apa": "Roe, J. A., Poe, M., & van der Bell, L. (2017). Slow bells on wet ropes. Journal of Harbour Studies, 12(3), 45–67. https://doi.org/10.1234/bells.17",
    "ieee": "J. A. Roe, M. Poe, and L. van der Bell, “Slow bells on wet ropes,” in Proc. Int. Conf. Harbours, 2017, pp. 45–67, doi: 10.1234/bells.17.",
    "lncs": "Roe, J.A., Poe, M., van der Bell, L.: Slow bells on wet ropes. In: Quay, N. (ed.) Harbours 2017. LNCS, vol. 93, pp. 45–67. Springer, Cham (2017). https://doi.org/10.1234/bells.17",
    "nature": "Roe, J. A., Poe, M. & van der Bell, L. Slow bells on wet ropes. Nature 521, 45–67 (2017). https://doi.org/10.1234/bells.17",
    "icml": "Roe, J. A., Poe, M., and van der Bell, L. Slow bells on wet ropes. In Advances in Harbour Systems, pp. 45–67, 2017. doi: 10.1234/bells.17.",
    "aaai": "Roe, J. A.; Poe, M.; and van der Bell, L. 2017. Slow bells on wet ropes. In Proceedings of the Harbour Days, 45–67. doi:10.1234/bells.17.",
    "elsevier": "J. A. Roe, M. Poe, L. van der Bell, Slow bells on wet ropes, Journal of Harbour Studies 12 (3) (2017) 45–67. doi:10.1234/bells.17.",
    "harvard": "Roe, J. A., Poe, M. and van der Bell, L., 2017. Slow bells on wet ropes. Journal of Harbour Studies, 12(3), pp.45-67. doi: 10.1234/bells.17",
}
FULL_NAMES = {
    "acm": "Jane Roe, Mia Q. Poe, and Lars van der Bell. 2017. Slow Bells on Wet Ropes. In Proceedings of the Harbour Days (HD '17). ACM, 45–67.",
    "mla": 'Roe, Jane, Mia Q. Poe, and Lars van der Bell. "Slow Bells on Wet Ropes." Journal of Harbour Studies 12, no. 3 (2017): 45–67.',
    "plain": "Jane Roe, Mia Q. Poe, and Lars van der Bell. Slow Bells on Wet Ropes. In CVPR, pages 45–67, 2017.",
}


@pytest.mark.parametrize("style", STYLES)
def test_names_with_initials_are_turned(style: str) -> None:
    (paper,) = papers(READER, f"[1] {STYLES[style]}")
    assert paper.title == "Slow bells on wet ropes"
    assert [name.replace(" ", "") for name in paper.authors] == ["J.A.Roe", "M.Poe", "L.vanderBell"]
    assert (paper.year, paper.doi) == (2017, "10.1234/bells.17")


@pytest.mark.parametrize("style", FULL_NAMES)
def test_full_names_stay(style: str) -> None:
    (paper,) = papers(READER, f"[1] {FULL_NAMES[style]}")
    assert paper.title == "Slow Bells on Wet Ropes"
    assert paper.authors == ("Jane Roe", "Mia Q. Poe", "Lars van der Bell")
    assert paper.year == 2017


def test_a_preprint_has_its_arxiv_id_and_no_venue() -> None:
    (paper,) = papers(
        READER,
        "[3] Roe, J. and Poe, M. Slow bells on wet ropes. arXiv preprint arXiv:1706.01234v2, 2017.",
    )
    assert (paper.arxiv_id, paper.venue, paper.year) == ("1706.01234", None, 2017)


def test_two_identifiers_of_one_kind_are_of_neither() -> None:
    (paper,) = papers(
        READER,
        "[3] Roe, J. and Poe, M. Slow bells on wet ropes. arXiv:1706.01234, 2017. See arXiv:1801.04321.",
    )
    assert paper.arxiv_id is None


def test_et_al_says_that_there_are_more() -> None:
    (paper,) = papers(
        READER, "[1] Jane Roe, Mia Poe, et al. Slow bells on wet ropes. In CVPR, 2017."
    )
    assert paper.authors == ("Jane Roe", "Mia Poe")
    assert paper.more_authors


def test_a_title_may_ask_and_go_on() -> None:
    (paper,) = papers(
        READER,
        "[1] Roe, J. & Poe, M. Do bells ring in rain? A study of wet ropes. Nature 521, 4–6 (2017).",
    )
    assert paper.title == "Do bells ring in rain? A study of wet ropes"


WRAPPED = """References
[1] Jane Roe and Mia Poe. Slow bells on wet ropes and their obser-
vation. In Advances in Harbour Systems, pages 1–9, 2017. 1, 2
[2] Lars Bell. Ringing with self-
supervised sailors. In CVPR, 2018. https://doi.org/10.1234/
bells.18

[3] Mia Poe and Lars Bell. A third bell. Nature, 12(3):4–9, 2019."""

HANGING = """Poe, M. and Bell, L. A third bell that rings over the water for a
   long time. Nature, 12(3):4–9, 2019.
Roe, J. and Poe, M. Slow bells on wet ropes. In Advances in Harbour
   Systems, pages 1–9, 2017."""

FLAT = """Mia Poe and Lars Bell. A third bell that rings over the water for a
long time. Nature, 12(3):4–9, 2019.
Jane Roe, Ann Quay, and Mia Poe. Slow bells on wet ropes. In Advances in
Harbour Systems, pages 1–9, 2017."""


def test_wrapped_references_are_joined() -> None:
    first, second, third = papers(READER, WRAPPED)
    assert first.title == "Slow bells on wet ropes and their observation"
    assert second.title == "Ringing with self-supervised sailors"
    assert second.doi == "10.1234/bells.18"
    assert (third.first_line, third.last_line) == (8, 8)


@pytest.mark.parametrize("text", [HANGING, FLAT, FLAT.replace("2019.\n", "2019.\n\n")])
def test_unmarked_references_are_told_apart(text: str) -> None:
    assert [paper.title for paper in papers(READER, text)] == [
        "A third bell that rings over the water for a long time",
        "Slow bells on wet ropes",
    ]


def test_marks_on_lines_of_their_own_and_quoted_mail() -> None:
    alone = "[1]\nRoe, J. (2017). Slow bells on wet ropes. Nature, 3(1), 4–5.\n\n[2]\nPoe, M. (2018). Fast bells on dry ropes. Nature, 3(1), 4–5."
    assert len(papers(READER, alone)) == 2
    quoted = "> [1] Roe, J. (2017). Slow bells on wet ropes. Nature, 3(1), 4–5."
    assert papers(READER, quoted)[0].title == "Slow bells on wet ropes"


@pytest.mark.parametrize(
    "text",
    [
        "1. Add a test for the parser (2019).\n2. Fix the build, 2020.\n3. Release 1.0 in 2021.",
        "[1] https://example.org/2019\n[2] https://example.org/2020",
        "Copyright (c) 2019, Jane Roe. All rights reserved.\nCopyright (c) 2020, Mia Poe.",
        "Jane Roe, Mia Poe, and Lars Bell. 2017.\nAnn Quay and Bo Pier. 2018.",
        '[RFC2119] Roe, J., "Key words for bells", BCP 14, RFC 2119, March 1997.',
    ],
)
def test_other_lists_are_no_references(text: str) -> None:
    assert weight(READER, text) < 6


def test_a_reference_in_passing_is_light() -> None:
    prose = "\n".join(f"This is line {n} of a manual that explains a program." for n in range(40))
    assert weight(READER, f"{prose}\n\n[1] {STYLES['apa']}\n\n{prose}") < 6


def test_references_of_a_list_share_their_evidence() -> None:
    short = "[3] Quay, A. Ropes. Nature 5, 6–7 (2019)."
    text = f"[1] {STYLES['apa']}\n[2] {STYLES['ieee']}\n{short}"
    assert [entry.weight >= 8 for entry in find(READER, text.split("\n"))] == [True] * 3


@pytest.mark.parametrize(
    ("text", "authors", "title"),
    [
        (
            "S. Roe, Mopoe. Slow bells on wet ropes. In Proc. NIPS, pp. 4--5, 2017.",
            ("S. Roe", "Mopoe"),
            "Slow bells on wet ropes",
        ),
        (
            "Mopoe et al. Slow bells on wet ropes. Harb. Rev. 12, 4–5 (2017).",
            ("Mopoe",),
            "Slow bells on wet ropes",
        ),
        (
            "Roe JA, Mopoe, Quay B. Slow bells on wet ropes. Harb Rev. 2017;12(3):4-5.",
            ("JA Roe", "Mopoe", "B Quay"),
            "Slow bells on wet ropes",
        ),
        (
            "Bell LE. Slow bells. Harb Rev. 2017;12(3):4-5. doi:10.1234/bells.17",
            ("LE Bell",),
            "Slow bells",
        ),
        (
            "Roe, J. & Mopoe Slow bells on wet ropes. Nature 12, 4–5 (2017).",
            ("J. Roe", "Mopoe"),
            "Slow bells on wet ropes",
        ),
        (
            'Della Quay, Ann Mia, and Jane Roe. "Slow Bells." Past & Present 25.5 (2017): 4-5.',
            ("Ann Mia Della Quay", "Jane Roe"),
            "Slow Bells",
        ),
        (
            "Roe, J. Do bells ring below 4 K. In Nature 12, 4–5 (2017).",
            ("J. Roe",),
            "Do bells ring below 4 K",
        ),
        (
            "Roe, Jane. 2017. “A Reply to “Slow Bells”.” Harbour Review 12 (3): 4–5.",
            ("Jane Roe",),
            "A Reply to “Slow Bells”",
        ),
        (
            "J. Roe. Bells in H$_2$O at $x_2$. Nature, 12:4–5, 2017.",
            ("J. Roe",),
            "Bells in H$_2$O at $x_2$",
        ),
    ],
)
def test_names_and_titles_of_uncommon_forms(
    text: str, authors: tuple[str, ...], title: str
) -> None:
    (paper,) = papers(READER, text)
    assert (paper.authors, paper.title) == (authors, title)


GENERATED = """References

J. Roe and M. Q. Poe (2017)
Slow bells on wet ropes.

In Advances in Harbour Systems,

Vol. 12, pp. 4–5.

External Links: Document,
Link

Cited by: §2,
Table 1.

A. Quay (2018)
Fast bells on dry ropes.

arXiv preprint arXiv:1801.01234.

External Links: 1801.01234
Cited by: §3.
"""


def test_references_on_a_page_that_latexml_wrote() -> None:
    first, second = papers(READER, GENERATED)
    assert (first.title, first.year) == ("Slow bells on wet ropes", 2017)
    assert (first.first_line, first.last_line) == (3, 14)
    assert (second.authors, second.arxiv_id) == (("A. Quay",), "1801.01234")
    glued = "J. Roe (2017)\tSlow bells.In Harbour Systems,pp. 4–5.External Links: 1801.01234Cited by: §2."
    assert [(paper.title, paper.arxiv_id) for paper in papers(READER, glued)] == [
        ("Slow bells", "1801.01234")
    ]


def test_only_papers_among_works_that_a_report_cites() -> None:
    when = "accessed on July 4, 2025"
    text = f"""#### **Works cited**

1. \\[1801.01234\\] Slow Bells \\- arXiv, {when}, [https://arxiv.org/abs/1801.01234](https://arxiv.org/abs/1801.01234)
2. Ropes for everybody \\- Harbour Blog, {when}, [https://blog.example.org/ropes](https://blog.example.org/ropes)
3. Paper page \\- Wet Ropes \\- Hugging Face, {when}, [https://huggingface.co/papers/1801.01235](https://huggingface.co/papers/1801.01235)"""
    assert [(paper.title, paper.arxiv_id) for paper in papers(READER, text)] == [
        ("Slow Bells", "1801.01234"),
        ("Wet Ropes", "1801.01235"),
    ]


def test_a_link_is_not_joined_to_what_follows_it() -> None:
    after = ("https://example.org/next", "21.12.2025")
    for line in after:
        text = f"[1] {STYLES['apa'].rstrip('.')} https://doi.org/10.1234/b.17\n{line}"
        assert {paper.doi for paper in papers(READER, text)} <= {"10.1234/b.17", None}


def test_hanging_lists_that_were_wrapped_again_or_double_spaced() -> None:
    hanging = """Quay, Ann, et al. "A third bell that rings over the
water."
    Harbour Review 25.5
(2017):
    4-5.
Roe, Jane. "Slow bells on wet ropes." Harbour Review 12.1 (2018):
    8-9."""
    assert [paper.title for paper in papers(READER, hanging)] == [
        "A third bell that rings over the water",
        "Slow bells on wet ropes",
    ]
    spaced = "[1]  J. Roe, “Slow bells on\n\n     wet ropes,” Harb. Rev., vol. 3, pp. 4–5,\n\n     Mar. 2018."
    assert [paper.title for paper in papers(READER, spaced)] == ["Slow bells on wet ropes"]


@given(wild_lines)
def test_wild_text_is_read(lines: list[str]) -> None:
    find(READER, lines)


@given(st.integers(0, 600), st.integers(0, 600))
def test_cut_and_spliced_lists_are_read(cut: int, splice: int) -> None:
    text = "\n".join([WRAPPED, HANGING, *STYLES.values()])
    find(READER, (text[:cut] + text[splice:]).split("\n"))
