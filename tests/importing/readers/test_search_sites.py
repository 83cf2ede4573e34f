from tests.importing.readers.site_pages import (
    ALERT,
    PROFILE,
    SCHOLAR,
    SEMANTIC,
    SEMANTIC_DOTS,
    SEMANTIC_PAGE,
    entries,
    papers,
)

from readlist.importing.readers.search_sites import GoogleScholar, ScholarProfile
from readlist.importing.readers.semantic_scholar import SemanticScholar


def test_scholar_gives_initials_as_printed_and_cut_lists() -> None:
    bells, ropes, winds, wind = papers(GoogleScholar(), SCHOLAR)
    assert (bells.authors, bells.more_authors) == (("A Quay", "B von Rope", "CD Ash"), True)
    assert (ropes.authors, ropes.more_authors, ropes.year) == (("I Good", "Y Ben"), False, 2016)
    assert (winds.venue, winds.year) == ("Univ. of the Coast", 1977)
    assert wind.arxiv_id == "2010.07808"


def test_a_snippet_is_no_abstract_and_a_cut_venue_is_left_out() -> None:
    bells = papers(GoogleScholar(), SCHOLAR)[0]
    assert (bells.abstract, bells.venue, bells.arxiv_id) == (None, None, None)


def test_a_result_reaches_from_its_resource_to_its_actions() -> None:
    lines, found = entries(GoogleScholar(), SCHOLAR)
    texts = [line.text for line in lines[found[0].first : found[0].last + 1]]
    assert texts[0] == "[PDF] arxiv.org"
    assert texts[-1].startswith("Save Cite Cited by")
    assert lines[found[3].first].text == "[HTML] mdpi.com"


def test_an_alert_gives_the_links_it_leads_to() -> None:
    bells, short = papers(GoogleScholar(), ALERT)
    assert (bells.arxiv_id, bells.links) == ("2610.02968", ("https://arxiv.org/pdf/2610.02968",))
    assert (short.arxiv_id, short.links) == (None, ("https://example.org/x",))
    assert (short.venue, short.year, short.more_authors) == ("Journal of Bells", 2025, True)


def test_a_byline_that_a_text_browser_cut() -> None:
    text = """   [5]LEARNING BELLS FROM DENSE ROPES
   N Quay-Bright, P Rope - Annals of Bells, 2024 -
   bells.example.com
   Chromatic bells is a long-standing problem for ropes, and we obtain a
   new proof of it and of …
   [6]Save [7]Cite [8]Cited by 47 [9]Related articles
"""
    (paper,) = papers(GoogleScholar(), text)
    assert paper.title == "LEARNING BELLS FROM DENSE ROPES"
    assert (paper.venue, paper.year) == ("Annals of Bells", 2024)


def test_a_line_of_a_reference_list_weighs_little() -> None:
    text = "A title of something\nJ Smith - Nature, 2020\n"
    assert all(entry.weight < 2.0 for entry in entries(GoogleScholar(), text)[1])


def test_a_profile_gives_venue_year_and_cut_lists() -> None:
    bells, ropes = papers(ScholarProfile(), PROFILE)
    assert (bells.authors, bells.more_authors) == (("A Quay", "B Rope"), True)
    assert (bells.arxiv_id, bells.year) == ("1607.14562", 2016)
    assert (ropes.venue, ropes.year) == ("Bell Letters 13 (1), 8-9", 2012)


def test_semantic_scholar_counts_the_authors_it_leaves_out() -> None:
    bells, ropes = papers(SemanticScholar(), SEMANTIC)
    assert bells.authors == ("A. Quay", "Noam M. Rope", "Illia Ash")
    assert (bells.more_authors, bells.year) == (True, 2017)
    assert bells.venue == "Neural Bell Processing Systems"
    assert (ropes.authors, ropes.venue, ropes.abstract) == (("J. Elm",), None, None)


def test_semantic_scholar_with_fields_on_one_line() -> None:
    bells, ropes, tar = papers(SemanticScholar(), SEMANTIC_DOTS)
    assert bells.authors == ("A. Quay", "N. Rope", "I. Ash")
    assert (ropes.authors, ropes.more_authors) == (("J. Elm", "P. Oak"), True)
    assert (tar.venue, tar.year) == ("Bell Letters", 2011)


def test_names_with_nothing_between_them_are_left_out() -> None:
    text = SEMANTIC.replace("A. Quay, Noam M. Rope, +5 authors, ", "A. QuayNoam M. Rope+5 authors")
    bells = papers(SemanticScholar(), text)[0]
    assert (bells.title, bells.authors) == ("Bells that Ring Themselves", ())
    assert bells.more_authors


def test_a_page_of_semantic_scholar_gives_its_abstract_and_no_other_papers() -> None:
    (paper,) = papers(SemanticScholar(), SEMANTIC_PAGE)
    assert (paper.doi, paper.year) == ("10.1109/5.771073", 2001)
    assert paper.authors == ("J. Elm", "P. Oak")
    assert paper.abstract == "We ring bells on the coast."
