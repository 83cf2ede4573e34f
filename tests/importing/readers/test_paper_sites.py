from tests.importing.readers.site_pages import (
    ALPHAXIV,
    BENTY,
    OPENREVIEW,
    OPENREVIEW_FORUM,
    papers,
)

from readlist.importing.readers.openreview import OpenReview
from readlist.importing.readers.paper_sites import AlphaXiv, BentyFields


def test_a_list_of_openreview_gives_venues_of_what_was_accepted() -> None:
    bells, ropes, old, other = papers(OpenReview(), OPENREVIEW)
    assert bells.authors == ("Ada Quay", "Bo Rope", "Cy Ash")
    assert (bells.venue, bells.year) == ("ICLR 2024 oral", 2024)
    assert (ropes.venue, ropes.abstract) == (
        "ICLR 2024 poster",
        "We ring. A second sentence.\n\nResults are good.",
    )
    assert (old.authors, old.venue) == ((), "ICLR 2021 Oral")
    assert (other.authors, other.venue, other.year) == ((), None, None)


def test_a_forum_gives_its_paper_and_no_reviews() -> None:
    (paper,) = papers(OpenReview(), OPENREVIEW_FORUM)
    assert paper.authors == ("Ada Quay", "Bo Rope")
    assert (paper.venue, paper.abstract) == ("ICLR 2026 Poster", "We ring bells at night.")


def test_benty_fields_gives_identifiers_of_its_rows_only() -> None:
    free, dark, closed = papers(BentyFields(), BENTY)
    assert [paper.arxiv_id for paper in (free, dark, closed)] == [
        "2606.12605",
        "2606.12606",
        "2606.12607",
    ]
    assert (dark.authors, dark.more_authors) == (("Ada Quay", "Bo Rope"), True)
    assert dark.abstract == "We perform a simulation of bells, as arXiv:1901.00001 did."
    assert dark.comment == "15 pages, 17 figures. Submitted"
    assert (free.abstract, closed.abstract, closed.authors) == (None, None, ("Dee Elm",))


def test_benty_fields_with_a_button_a_line() -> None:
    text = """7 April 2025: 1 paper
1. A new approach to bells
Amina Quay, Emily Rose St. Rope
2504.37006v1
abs
pdf
bibtex
Share
Add to library
Add to journal club
more like this
A central question about bells is open.
Comments (0)
"""
    (paper,) = papers(BentyFields(), text)
    assert (paper.title, paper.arxiv_id) == ("A new approach to bells", "2504.37006")
    assert paper.abstract == "A central question about bells is open."


def test_alphaxiv_gives_identifiers_of_titles_only() -> None:
    bells, ropes, tar = papers(AlphaXiv(), ALPHAXIV)
    assert (bells.authors, bells.year, bells.arxiv_id) == ((), 2026, None)
    assert (ropes.authors, ropes.arxiv_id) == (("Ada Quay", "Bo Rope"), None)
    assert (tar.arxiv_id, tar.links) == ("2609.19969", ("https://www.alphaxiv.org/abs/2609.19969",))
    assert (tar.abstract or "").startswith("Tar is used for ropes")
