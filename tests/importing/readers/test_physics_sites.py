import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.importing.readers.site_pages import papers, quoted
from tests.importing.reading import read

from readlist.errors import SourceError
from readlist.importing.readers import physics_sites
from readlist.importing.readers.parts.lines import written_lines

READERS = {reader.name: reader for reader in physics_sites.READERS}
BELLS, GULLS, TAR = "How Wet Ropes Slow Bells", "Gulls at $z=3$", "Tar and Salt on Walls"
ABSTRACT = "Ropes are wet in winter (see arXiv:1901.00001), and bells that hang on them ring late."

INSPIRE = f"""3 results
cite all
Most Recent
{BELLS}
#1
Ada Quay (Harbour U.), Bo Rope (Coast Inst., Quay) et al. (May 3, 2021)
Published in: Phys.Rev.D 104 (2021) 12, 012003 • e-Print: 2105.00321 [hep-ph]
pdf
DOI
cite
claim
reference search
45 citations
{GULLS}
#2
GULL Collaboration • Per Ash (Oct, 1998)
e-Print: hep-ph/9810001 [hep-ph]
pdf
cite
claim
1,204 citations
{TAR}
#3
Ida van der Varga (1977)
Published in: Nucl.Phys.B 12 (1977) 1-12
cite
claim
0 citations
"""
SCIRATE = f"""Top arXiv papers
sign in to customize
{BELLS}
Ada Quay, Bo Rope, Li Novák
May 03 2021 quant-ph cs.IT arXiv:2105.00321v2
Scite!
12
PDF
HTML
2 comments
{ABSTRACT}
{GULLS}
Per Ash
May 04 2021 quant-ph arXiv:2105.00322v1
Scite!
3
PDF
{ABSTRACT}
{TAR}
Ida van der Varga
May 04 2021 math.PR arXiv:2105.00323v1
Scite!
0
PDF
"""
SCIRATE_BEFORE = f"""SciRate
Login
12
Scite!
{BELLS} quant-ph
arXiv:2105.00321v1
Ada Quay, Bo Rope and Li Novák
May 3 2021 quant-ph
{ABSTRACT}
3
Scite!
{GULLS} quant-ph
arXiv:2105.00322v1
Per Ash
May 4 2021 quant-ph
{ABSTRACT}
"""
ADS = f"""1
2021PhRvD.104a2003Q
2021/05
cited: 45
{BELLS}
Quay, Ada; Rope, Bo; van der Varga, Ida and 2 more

2
2021arXiv210500322A
2021/05
{GULLS}
Ash, Per

3\t1977NuPhB..12....1V\t1977/01\tcited: 1,204
{TAR}
van der Varga, Ida; Suharti
"""
PAGES = {
    INSPIRE: ("inspire", (BELLS, GULLS, TAR)),
    SCIRATE: ("scirate", (BELLS, GULLS, TAR)),
    SCIRATE_BEFORE: ("scirate", (BELLS, GULLS)),
    ADS: ("ads", (BELLS, GULLS, TAR)),
}
pages = pytest.mark.parametrize("page", PAGES, ids=lambda page: PAGES[page][0])


def titles(page: str, text: str) -> tuple[str | None, ...]:
    return tuple(paper.title for paper in papers(READERS[PAGES[page][0]], text))


@pages
def test_titles_are_exact(page: str) -> None:
    assert titles(page, page) == PAGES[page][1]
    assert titles(page, quoted(page)) == PAGES[page][1]
    assert titles(page, f"Dear Ada,\n\n{page * 20}\nBest wishes\n") == PAGES[page][1] * 20


@pages
def test_a_page_is_read_as_what_it_is(page: str) -> None:
    found = read(page)
    assert found.format == PAGES[page][0]
    assert tuple(paper.title for paper in found.papers) == PAGES[page][1]


@pages
def test_other_sites_leave_it_alone(page: str) -> None:
    for name, reader in READERS.items():
        if name != PAGES[page][0]:
            assert not papers(reader, page), name


def test_inspire_says_where_and_by_whom() -> None:
    bells, gulls, tar = papers(READERS["inspire"], INSPIRE)
    assert (bells.authors, bells.more_authors) == (("Ada Quay", "Bo Rope"), True)
    assert (bells.arxiv_id, bells.year, bells.venue) == ("2105.00321", 2021, "Phys.Rev.D")
    assert (gulls.authors, gulls.arxiv_id, gulls.year) == (("Per Ash",), "hep-ph/9810001", 1998)
    assert (tar.authors, tar.arxiv_id, tar.year) == (("Ida van der Varga",), None, 1977)


@pytest.mark.parametrize("page", [SCIRATE, SCIRATE_BEFORE])
def test_scirate_says_whose_and_what(page: str) -> None:
    bells, gulls, *_ = papers(READERS["scirate"], page)
    assert bells.authors == ("Ada Quay", "Bo Rope", "Li Novák")
    assert (bells.arxiv_id, bells.year, bells.abstract) == ("2105.00321", 2021, ABSTRACT)
    assert (gulls.authors, gulls.arxiv_id) == (("Per Ash",), "2105.00322")


def test_names_are_turned_and_a_bibcode_of_arxiv_is_an_identifier() -> None:
    bells, gulls, tar = papers(READERS["ads"], ADS)
    assert bells.authors == ("Ada Quay", "Bo Rope", "Ida van der Varga")
    assert (bells.more_authors, bells.year, bells.arxiv_id) == (True, 2021, None)
    assert (gulls.authors, gulls.arxiv_id) == (("Per Ash",), "2105.00322")
    assert (tar.authors, tar.year) == (("Ida van der Varga", "Suharti"), 1977)


def test_lines_that_were_cut_at_a_width_are_whole() -> None:
    cut = """Tar on Harbour Walls: What Forty Years of Painting Them in Winter Say
about Salt
#24
Ida van der Varga, Li Novák, Ada Quay, Bo Rope, Maria del Sol, Per Ash (Feb
25, 2019)
Published in: Phys. Rev. B 137 (2019) 3211 • e-Print: 1902.32021
[quant-ph]
pdf
cite
claim
"""
    (paper,) = papers(READERS["inspire"], cut)
    assert (paper.title or "").endswith("Winter Say about Salt")
    assert (paper.arxiv_id, paper.year, len(paper.authors)) == ("1902.32021", 2019, 6)


@pytest.mark.parametrize(
    "text",
    [
        "We claim nothing.\nAda Quay wrote it (May 3, 2021)\nand then went home.\n",
        "cited: 3\n2021-05-03T10:11:12.123456\n",
        "Scite!\nMay 3 2021\nnothing\n",
    ],
)
def test_ordinary_text_holds_no_papers(text: str) -> None:
    with pytest.raises(SourceError):
        read(text)


_LINES = sorted({line for page in PAGES for line in page.split("\n")})


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(_LINES), st.text(max_size=40)), max_size=40))
def test_lines_in_any_order(lines: list[str]) -> None:
    written = list(written_lines(lines))
    for reader in READERS.values():
        after = 0
        for entry in reader.find(written):
            assert after <= entry.first <= entry.last < len(written)
            assert entry.draft.first_line == written[entry.first].number
            assert entry.draft.last_line == written[entry.last].number
            assert entry.draft.title
            after = entry.last + 1
