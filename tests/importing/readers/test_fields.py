import pytest

from readlist.domain import Kept, Status
from readlist.importing.readers.parts.fields import (
    Fields,
    arxiv_id_of,
    doi_in,
    doi_of,
    doi_of_links,
    links_in,
    paper_of,
    status_of,
    tags_of,
    tags_of_keywords,
    year_in,
)


@pytest.mark.parametrize(
    ("date", "year"),
    [
        ("2019/07/24/", 2019),
        ("24 July 2019", 2019),
        ("20190724", 2019),
        ("2018 Apr-May", 2018),
        ("1998-1999 Winter", 1998),
        ("Winter", None),
        ("12019", None),
        ("0219", None),
        ("20199999", None),
    ],
)
def test_years(date: str, year: int | None) -> None:
    assert year_in(date) == year


@pytest.mark.parametrize(
    ("value", "doi"),
    [
        ("10.1234/bells", "10.1234/bells"),
        ("doi: 10.1234/bells.", "10.1234/bells"),
        ("https://doi.org/10.1234/a(b)1", "10.1234/a(b)1"),
        ("10.1234/bells [doi]", "10.1234/bells"),
        ("10.1234/bells [pii]", None),
        ("See 10.1234/bells", None),
        ("10.12/bells", None),
        ("10.1234/a;10.1234/b", None),
        (
            "10.1002/(SICI)1-4(1998)4:8<693::AID>3.0.CO;2-O",
            "10.1002/(SICI)1-4(1998)4:8<693::AID>3.0.CO;2-O",
        ),
    ],
)
def test_dois(value: str, doi: str | None) -> None:
    assert doi_of(value) == doi


@pytest.mark.parametrize(
    ("fields", "arxiv_id", "venue"),
    [
        (Fields(ids=["arXiv:2101.00001v2 [math.CO]"]), "2101.00001", None),
        (Fields(dois=["10.48550/arXiv.2101.00001"]), "2101.00001", None),
        (Fields(links=["http://arxiv.org/abs/math/0101001"]), "math/0101001", None),
        (Fields(venues=["arXiv:2101.00001 [cs, math]"]), "2101.00001", None),
        (Fields(venues=["arXiv preprint arXiv:2101.00001"]), "2101.00001", None),
        (Fields(venues=["CoRR abs/2101.00001", "J. Bells"]), "2101.00001", "J. Bells"),
        (Fields(ids=["2101.00001"], venues=["arXiv"]), None, "arXiv"),
        (Fields(ids=["see arXiv:2101.00001"]), None, None),
    ],
)
def test_where_a_paper_is(fields: Fields, arxiv_id: str | None, venue: str | None) -> None:
    paper = paper_of(fields._replace(titles=["Bells"]), 1, 2)
    assert paper is not None
    assert (paper.arxiv_id, paper.venue) == (arxiv_id, venue)


def test_tags_are_single_words() -> None:
    assert tags_of(["Rope work, #wet ", "a\u200bb", "x" * 100, ""]) == ("rope-work-wet",)


@pytest.mark.parametrize(
    ("keywords", "tags"),
    [
        (["wax", "to-cite", "wax"], ("wax", "to-cite")),
        (["wax, to-cite; graph\ngnn"], ("wax", "to-cite", "graph", "gnn")),
        (["wax", "bell ropes"], ()),
        (["wax", "Humans"], ()),
        (["wax", "ulcers/*therapy", "#3"], ()),
        (["", " "], ()),
        ([], ()),
    ],
)
def test_keywords_are_tags_where_all_are_words(keywords: list[str], tags: tuple[str, ...]) -> None:
    assert tags_of_keywords(keywords) == tags


def test_notes_of_a_person_are_kept_and_those_of_databases_are_not() -> None:
    def kept(*notes: str) -> Kept | None:
        paper = paper_of(Fields(titles=["Bells"], notes=notes), 1, 1)
        assert paper is not None
        return paper.kept

    assert kept("Export Date: 3 March 2023", "Cited By: 5") is None
    assert kept("doi: 10.1234/bells", "Ask Bo.") == Kept(note="Ask Bo.")
    assert kept("<p>Ask <b>Bo</b>.</p><p>Soon.</p>") == Kept(note="Ask Bo.\n\nSoon.")
    assert kept("- [ ] a", "doi: 10.1/x") == Kept(note="- [ ] a\ndoi: 10.1/x")


def test_a_record_without_title_and_identifier_is_no_paper() -> None:
    assert paper_of(Fields(names=["Byron, Ada"], abstract="We ring."), 1, 1) is None
    assert paper_of(Fields(dois=["10.1234/bells"]), 1, 1) is not None


@pytest.mark.parametrize(
    ("text", "doi"),
    [
        ("10.5555/a(1)", "10.5555/a(1)"),
        ("https://doi.org/10.5555/a", "10.5555/a"),
        ("doi:10.5555/a.", "10.5555/a"),
        ("10.5555/a 10.5555/b", None),
        ("10.5555/a;10.5555/b", None),
        ("10.5555/a, https://doi.org/10.5555/a", "10.5555/a"),
        ("https://doi.org/10.5555/a%28b%29", "10.5555/a(b)"),
        ("110.5555/a", None),
        ("none", None),
    ],
)
def test_the_doi_in_a_field(text: str, doi: str | None) -> None:
    assert doi_in(text) == doi


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("2101.00001v3", "2101.00001"),
        ("arXiv:2101.00001 [cs.LG]", "2101.00001"),
        ("http://arxiv.org/abs/math.GT/0309136v1", "math.GT/0309136"),
        ("10.48550/arXiv.2101.00001", "2101.00001"),
        ("2199.00001", None),
        ("12", None),
        ("see arXiv:2101.00001", None),
    ],
)
def test_arxiv_numbers(text: str, number: str | None) -> None:
    assert arxiv_id_of(text) == number


def test_dois_of_links() -> None:
    one, two = "https://doi.org/10.5555/a", "http://dx.doi.org/10.5555/b"
    assert doi_of_links([one, "https://example.org/10.5555/c"]) == "10.5555/a"
    assert doi_of_links([one, two]) is None
    assert doi_of_links([]) is None


def test_the_first_year() -> None:
    assert [year_in(text) for text in ("2014//", "May 1999", "12345", "")] == [
        *(2014, 1999, None, None),
    ]


def test_what_a_person_did() -> None:
    assert tags_of(["To Read", "#bogs", "", "to read"]) == ("to-read", "bogs")
    assert status_of("To read") is Status.TO_READ
    assert status_of("someday") is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("https://a.example/x(1).", ("https://a.example/x(1).",)),
        (
            "https://a.example/x;https://b.example/y, http://c.example",
            ("https://a.example/x", "https://b.example/y", "http://c.example"),
        ),
        ("see https://a.example/x.", ("https://a.example/x",)),
        ("https://a.example\nhttps://a.example", ("https://a.example",)),
        ("file:///home/ada/a.pdf", ()),
    ],
)
def test_links(text: str, found: tuple[str, ...]) -> None:
    assert links_in(text) == found
