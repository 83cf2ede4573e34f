from tests.importing.readers.site_pages import (
    DBLP,
    DBLP_TEXT_BROWSER,
    DBLP_VENUE,
    PUBMED,
    PUBMED_RECORD,
    PUBMED_SAVED,
    entries,
    papers,
)

from readlist.importing.readers.dblp import Dblp
from readlist.importing.readers.pubmed import PubMed


def test_dblp_gives_venue_and_year_and_no_numbers_of_homonyms() -> None:
    testing, who, bells, must = papers(Dblp(), DBLP)
    assert testing.authors == ("Ada Quay", "Bo Rope", "Cy Ash")
    assert (testing.venue, testing.year) == ("Inf. Sci.", 2023)
    assert (who.venue, who.year, bells.venue) == ("WWW", 2023, "EMNLP (1)")
    assert (must.venue, must.year) == ("J. Bells", 2019)


def test_dblp_in_a_text_browser() -> None:
    lines, found = entries(Dblp(), DBLP_TEXT_BROWSER)
    bells = found[0].draft
    assert len(bells.authors) == 7
    assert (bells.arxiv_id, bells.year, bells.venue) == ("2601.19278", 2026, None)
    assert lines[found[0].first].content == "* [i13]"
    assert lines[found[1].first].content == "* [c1]"


def test_a_page_of_a_venue_gives_pages_only() -> None:
    (paper,) = papers(Dblp(), DBLP_VENUE)
    assert (paper.authors, paper.year) == (("Ada Quay", "Bo Rope"), None)


def test_pubmed_gives_citations_and_turned_names() -> None:
    bells, ropes, does = papers(PubMed(), PUBMED)
    assert bells.authors == ("TD St. Quay", "EL LaRope", "H Ash Jr")
    assert (bells.venue, bells.year) == ("Bell Metab", 2022)
    assert (bells.doi, bells.abstract) == ("10.1186/s40170-022-00290-z", None)
    assert bells.links == ("https://pubmed.ncbi.nlm.nih.gov/36192773/",)
    assert (ropes.authors, ropes.more_authors) == (("PJ Elm",), True)
    assert (does.authors, does.doi) == ((), None)


def test_a_record_gives_its_abstract_and_not_its_similar_articles() -> None:
    (paper,) = papers(PubMed(), PUBMED_RECORD)
    assert paper.authors == ("Ada D Quay", "Bo B Rope", "Mei-Cheng Ash")
    assert (paper.venue, paper.year) == ("Bell J", 2014)
    assert paper.doi == "10.1001/bell.2013.285141"
    assert paper.abstract == "Importance: Bells matter.\n\nResults: They ring."


def test_records_after_each_other_are_all_read() -> None:
    assert len(papers(PubMed(), PUBMED_RECORD * 3)) == 3


def test_saved_texts_keep_identifiers_apart() -> None:
    bells, ropes, study = papers(PubMed(), PUBMED_SAVED)
    assert bells.authors == ("TD Quay", "EL LaRope", "H Ash")
    assert (bells.abstract or "").startswith("BACKGROUND: Bells are rung by hand in most of the")
    assert (bells.abstract or "").endswith("METHODS: We time them.")
    assert (ropes.doi, ropes.authors, ropes.year) == (None, ("P Elm",), 2001)
    assert (study.doi, study.authors[1]) == ("10.1186/s40170-022-00290-z", "EL St. Rope")
