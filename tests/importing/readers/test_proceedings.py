import pytest
from tests.importing.readers.site_pages import (
    ACL,
    ACL_PAGE,
    NEURIPS,
    NEURIPS_BESIDE,
    NEURIPS_PAGE,
    PMLR,
    PMLR_PAGE,
    entries,
    papers,
)

from readlist.importing.readers.acl_anthology import AclAnthology
from readlist.importing.readers.proceedings import NeurIps, Pmlr


def test_a_volume_of_the_anthology_gives_venue_year_and_open_abstracts() -> None:
    bells, alone, three, last = papers(AclAnthology(), ACL)
    assert bells.authors == ("Ada Quay", "Bo Rope", "Cy Ash")
    assert (bells.year, bells.abstract) == (2023, None)
    assert (bells.venue or "").startswith("Proceedings of the 61st Annual Meeting of the Bells")
    assert (alone.authors, (alone.abstract or "")[:19]) == (("Dee Elm",), "We ring bells alone")
    assert (three.authors, last.authors) == (("Ada Quay", "Dee Elm"), ("Zoe Zed", "Yan Y. Yew"))


def test_a_page_of_the_anthology_is_read_by_its_citations() -> None:
    (paper,) = papers(AclAnthology(), ACL_PAGE)
    assert paper.authors == ("Ada Quay", "Bo Rope", "Cy Ash")
    assert (paper.doi, paper.year) == ("10.18653/v1/2026.bell-long.8", 2026)
    assert paper.venue == "Proceedings of the 19th Conference on Bells"
    assert paper.abstract == "We ring bells alone and report what happens to the listener."


def test_the_anthology_in_a_text_browser() -> None:
    text = """   [21]pdf [22]bib [23]abs
   [24]A note on $L^2$ bounds for rough singular integrals and for
   bells
   [25]Haoran Quay | [26]Mehmet Rope-Bright | [27]Nikos Ash |
   [28]Li Elm

   [29]pdf [30]bib
   [31]Ropes
   [32]Ada Quay
"""
    note, ropes = papers(AclAnthology(), text)
    assert note.title == "A note on $L^2$ bounds for rough singular integrals and for bells"
    assert note.authors == ("Haoran Quay", "Mehmet Rope-Bright", "Nikos Ash", "Li Elm")
    assert (ropes.title, ropes.authors) == ("Ropes", ("Ada Quay",))


def test_pmlr_gives_the_year_of_its_volume() -> None:
    bells, ropes = papers(Pmlr(), PMLR)
    assert bells.authors == ("Ada Quay", "Bo Rope")
    assert (ropes.authors, ropes.year) == (("Cy Ash",), 2019)
    assert ropes.venue == "Proceedings of the 36th Conference on Bells"


def test_a_page_of_pmlr_is_one_paper_with_its_citations() -> None:
    lines, (entry,) = entries(Pmlr(), PMLR_PAGE)
    assert (entry.first, entry.last) == (0, len(lines) - 1)
    assert (entry.draft.abstract, entry.draft.year) == ("We learn bells.", 2019)


def test_neurips_gives_authors_below_titles() -> None:
    bells, ropes = papers(NeurIps(), NEURIPS)
    assert (bells.authors, bells.year) == (("Ada Quay", "Bo Rope"), 2023)
    assert (ropes.authors, ropes.venue) == (
        ("Cy Ash",),
        "Advances in Neural Information Processing Systems 36",
    )


def test_neurips_gives_authors_beside_titles() -> None:
    bells, ropes, tar, three = papers(NeurIps(), NEURIPS_BESIDE)
    assert bells.authors == ("Ada Quay", "Bo Rope")
    assert ropes.authors == ("Cy B. Ash", "Dee Elm", "Bo van der Rope", "Ji Eun Oak")
    assert tar.authors == ("Ji Eun Birch", "Al Yew")
    assert three.authors == ("Maria del Sol", "Al Yew")


def test_a_page_of_neurips_gives_its_abstract() -> None:
    (paper,) = papers(NeurIps(), NEURIPS_PAGE)
    assert (paper.authors, paper.abstract) == (
        ("Ada Quay", "Bo Rope"),
        "We learn bells. It rings.",
    )
    assert paper.year == 2019


@pytest.mark.parametrize(
    ("line", "title", "authors"),
    [
        (
            "Slow bells on wet ropes Ann Mia Quay, Jane Roe",
            "Slow bells on wet ropes",
            "Ann Mia Quay",
        ),
        ("Slow Bells on Wet Ropes A. B. Quay, Jane Roe", "Slow Bells on Wet Ropes", "A. B. Quay"),
        (
            "Slow Bells on Wet Ropes Ann Quay, Mopoe, Jane Roe",
            "Slow Bells on Wet Ropes",
            "Ann Quay",
        ),
        ("Slow bells on ropes Mopoe, Jane Roe", "Slow bells on ropes", "Mopoe"),
        ("Slow, Wet, and Far Ropes Ann Quay, Jane Roe", "Slow, Wet, and Far Ropes", "Ann Quay"),
    ],
)
def test_neurips_lists_part_titles_from_names(line: str, title: str, authors: str) -> None:
    head = (
        "Advances in Neural Information Processing Systems 30 (NeurIPS 2017)\nEdited by: A. Roe\n"
    )
    (paper,) = papers(NeurIps(), f"{head}\n{line}")
    assert (paper.title, paper.authors[0]) == (title, authors)
