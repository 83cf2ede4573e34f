import pytest

from readlist.importing.readers.parts.identifiers import (
    arxiv_id_in,
    arxiv_id_of_comment,
    arxiv_id_of_links,
    doi_of_comment,
    identifier_line,
    is_link,
    links,
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("at https://example.org/bells.", ("https://example.org/bells",)),
        ("(see https://example.org/a_(b))", ("https://example.org/a_(b)",)),
        ("[here](https://example.org/a), there", ("https://example.org/a",)),
        (r"\url{https://example.org/a\_b}", ("https://example.org/a_b",)),
        (
            "https://a.org, https://b.org/?q=1; https://a.org!",
            ("https://a.org", "https://b.org/?q=1"),
        ),
        ("“https://example.org/a”", ("https://example.org/a",)),
        ("no link: example.org", ()),
    ],
)
def test_links_are_collected_once_and_without_punctuation(text: str, found: tuple[str]) -> None:
    assert links(text) == found


def test_a_line_may_be_nothing_but_a_link() -> None:
    assert is_link("https://example.org/a")
    assert not is_link("at https://example.org/a")


@pytest.mark.parametrize(
    ("url", "found"),
    [
        ("https://arxiv.org/abs/2101.00001v2", "2101.00001"),
        ("http://www.arxiv.org/pdf/hep-th/9901001.pdf", "hep-th/9901001"),
        ("https://huggingface.co/papers/2101.00001", "2101.00001"),
        ("https://huggingface.co/login?next=%2Fpapers%2F2101.00001", None),
        ("https://example.org/2101.00001", None),
    ],
)
def test_the_page_of_a_paper_gives_its_identifier(url: str, found: str | None) -> None:
    assert arxiv_id_of_links([url]) == found


@pytest.mark.parametrize(
    ("comment", "found"),
    [
        ("9 pages; arXiv:2101.00001v3 [cs.SD]", "2101.00001"),
        ("arXiv preprint arXiv:math.GT/0309136", "math.GT/0309136"),
        ("arXiv admin note: text overlap with arXiv:2101.00001", None),
        ("9 pages", None),
    ],
)
def test_only_the_papers_own_identifier_counts(comment: str, found: str | None) -> None:
    assert arxiv_id_of_comment(comment) == found


@pytest.mark.parametrize(
    ("comment", "found"),
    [
        ("9 pages, DOI: 10.1234/bells.5.", "10.1234/bells.5"),
        ("https://doi.org/10.1234/bells(5)", "10.1234/bells(5)"),
        ("Extended version of doi:10.1234/bells", None),
        ("doi:10.1234/a and doi:10.1234/b", None),
        ("9 pages", None),
    ],
)
def test_only_the_papers_own_doi_counts(comment: str, found: str | None) -> None:
    assert doi_of_comment(comment) == found


def test_an_identifier_is_found_within_a_line() -> None:
    assert arxiv_id_in("Cite as:arXiv:2101.00001v2 [cs.SD]") == "2101.00001"
    assert arxiv_id_in("2101.00001") is None


@pytest.mark.parametrize(
    ("text", "arxiv_id", "doi"),
    [
        ("arXiv:2101.00001v2 [cs.SD]", "2101.00001", None),
        ("https://arxiv.org/abs/2101.00001", "2101.00001", None),
        (
            "[PDF](https://arxiv.org/pdf/2101.00001) [code](https://example.org/a)",
            "2101.00001",
            None,
        ),
        ("[2101.00001]", "2101.00001", None),
        ("2101.00001 | Mar 3, 2021", "2101.00001", None),
        ("arXiv: hep-th/9901001", "hep-th/9901001", None),
        ("DOI: 10.1234/bells.1", None, "10.1234/bells.1"),
        ("https://doi.org/10.1234/bells", None, "10.1234/bells"),
    ],
)
def test_lines_that_are_an_identifier(text: str, arxiv_id: str | None, doi: str | None) -> None:
    found = identifier_line(text)

    assert found is not None
    assert (found.arxiv_id, found.doi) == (arxiv_id, doi)


@pytest.mark.parametrize(
    "text",
    [
        "see arXiv:2101.00001 for more",
        "https://example.org/a",
        "3.5",
        "2199.00001",
        "Bells and Ropes",
    ],
)
def test_lines_that_are_no_identifier(text: str) -> None:
    assert identifier_line(text) is None
