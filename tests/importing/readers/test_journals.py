import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.importing.readers.site_pages import papers, quoted
from tests.importing.reading import read

from readlist.errors import SourceError
from readlist.importing.readers import journals
from readlist.importing.readers.parts.lines import written_lines

READERS = {reader.name: reader for reader in journals.READERS}

ISSUE = """Skip to main content
Journals & Books
Bells and Ropes
Volume 12, 3 May 2021
Select article How Wet Ropes Slow Bells
Research articleOpen access
How Wet Ropes Slow Bells
Ada Quay, Bo Rope
Pages 1-12
View PDF
Article preview
Review articleAbstract only
Tar on Harbour Walls: What Forty Years of Painting Them in Winter Say about Salt
Ida van der Varga
Article 100321
View PDF
Article preview
Full text access
Editorial Board
Article 100300
View PDF
Short communicationFull text access
Gulls
Per Ash, Li Novák
Article 100322
View PDF
Article preview
About ScienceDirect
"""
SEARCH = """1,204 results
Research article
Open access
How Wet Ropes Slow Bells
Bells and Ropes, 3 May 2021
Ada Quay, Bo Rope
View PDF
Abstract
Ropes are wet in winter, and bells that hang on them ring late; we time forty of them in harbours.
Research article
Open access
Gulls over Quays
Harbour Letters, Volume 7, May 2020
Per Ash
View PDF
Abstract
Extracts
Export
"""
NATURE = """Skip to main content
Research articles
Filter By:

How wet ropes slow bells
Bells on wet ropes ring late, and the delay grows with the length of the rope.
Ada Quay
Bo Rope
…
Li Novák
ArticleOpen Access3 May 2021 Nature Harbours
Volume: 12, P: 1-12

Is the gull deaf?
Suharti
Per Ash
Letter4 May 2021 Nature Harbours
Volume: 12, P: 13-15

Tar and salt on walls
Walls that are painted every winter hold less salt.
Ida van der Varga
Article
Open Access
5 Jun 2021
Volume: 12, Issue: 2, P: 16
"""
SPRINGER = """Search Results
Showing 1-3 of 93 results
Article (1,204)

1.
Article
How Wet Ropes Slow Bells
Ropes are wet in winter, and bells that hang on them...
Ada Quay, Bo Rope, Li Novák… in Bells and Ropes (2021)

2.
Chapter and Conference Paper
Gulls over Quays
Gulls do not hear...
Per Ash in Proceedings of the Harbour Congress (2019)

Article
Open access
Tar and Salt on Walls
Walls that are painted every winter hold less salt…
Ida van der Varga in Harbour Letters
12 March 2024
"""
PREPRINTS = """New Results
How Wet Ropes Slow Bells
View ORCID ProfileAda Quay, Bo Rope
bioRxiv 2021.05.03.442211; doi: https://doi.org/10.1101/2021.05.03.442211
Posted May 03, 2021.

Gulls over Quays
Per Ash
medRxiv 10.1101/19001234; doi: https://doi.org/10.1101/19001234

Tar and Salt on Walls in Winter
Ida van der Varga, Li Novák, View ORCID ProfileMaria del Sol
bioRxiv 2020.01.02.889911; doi: https://doi.org/10.1101/2020.01.02.889911
Posted January 02, 2020.
Add to Selected Citations
"""
BELLS = "How Wet Ropes Slow Bells"
PAGES = {
    ISSUE: (
        "sciencedirect",
        (
            BELLS,
            "Tar on Harbour Walls: What Forty Years of Painting Them in Winter Say about Salt",
            "Gulls",
        ),
    ),
    SEARCH: ("sciencedirect", (BELLS, "Gulls over Quays")),
    NATURE: ("nature", ("How wet ropes slow bells", "Is the gull deaf?", "Tar and salt on walls")),
    SPRINGER: ("springer", (BELLS, "Gulls over Quays", "Tar and Salt on Walls")),
    PREPRINTS: ("biorxiv", (BELLS, "Gulls over Quays", "Tar and Salt on Walls in Winter")),
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


def test_an_issue_says_authors_and_a_search_the_journal_too() -> None:
    issue = papers(READERS["sciencedirect"], ISSUE)
    assert [paper.authors for paper in issue] == [
        ("Ada Quay", "Bo Rope"),
        ("Ida van der Varga",),
        ("Per Ash", "Li Novák"),
    ]
    bells, gulls = papers(READERS["sciencedirect"], SEARCH)
    assert (bells.venue, bells.year, bells.authors) == ("Bells and Ropes", 2021, issue[0].authors)
    assert (bells.abstract or "").startswith("Ropes are wet in winter")
    assert (gulls.venue, gulls.year, gulls.abstract) == ("Harbour Letters", 2020, None)


def test_authors_stand_one_a_line() -> None:
    bells, gull, tar = papers(READERS["nature"], NATURE)
    assert (bells.authors, bells.more_authors) == (("Ada Quay", "Bo Rope", "Li Novák"), True)
    assert (bells.year, bells.venue) == (2021, "Nature Harbours")
    assert (bells.abstract or "").startswith("Bells on wet ropes ring late")
    assert (gull.authors, gull.more_authors, gull.abstract) == (("Suharti", "Per Ash"), False, None)
    assert (tar.authors, tar.year) == (("Ida van der Varga",), 2021)


def test_an_excerpt_that_is_cut_is_no_abstract() -> None:
    bells, gulls, tar = papers(READERS["springer"], SPRINGER)
    assert (bells.authors, bells.more_authors) == (("Ada Quay", "Bo Rope", "Li Novák"), True)
    assert (bells.venue, bells.year, bells.abstract) == ("Bells and Ropes", 2021, None)
    assert (gulls.authors, gulls.year) == (("Per Ash",), 2019)
    assert (tar.authors, tar.venue, tar.year) == (("Ida van der Varga",), "Harbour Letters", 2024)


def test_preprints_have_their_doi() -> None:
    found = papers(READERS["biorxiv"], PREPRINTS)
    assert [(paper.doi, paper.year, paper.venue) for paper in found] == [
        ("10.1101/2021.05.03.442211", 2021, "bioRxiv"),
        ("10.1101/19001234", None, "medRxiv"),
        ("10.1101/2020.01.02.889911", 2020, "bioRxiv"),
    ]
    assert found[0].authors == ("Ada Quay", "Bo Rope")
    assert found[2].authors == ("Ida van der Varga", "Li Novák", "Maria del Sol")


def test_one_paper_that_was_cut_at_a_width_is_whole() -> None:
    cut = """Tar on Harbour Walls: What Forty Years of Painting Them in Winter Say
about Salt
Ida van der Varga, Li Novák
bioRxiv 10.1101/2021.05.03.442211; doi:
https://doi.org/10.1101/2021.05.03.442211
Posted May 03, 2021.
"""
    (paper,) = papers(READERS["biorxiv"], cut)
    assert paper.title == PAGES[ISSUE][1][1]
    assert (paper.doi, paper.authors) == (
        "10.1101/2021.05.03.442211",
        ("Ida van der Varga", "Li Novák"),
    )


@pytest.mark.parametrize(
    "text",
    [
        "Article\nThis licence says what you may do.\nPages 1-12\n",
        "Article\n1. Scope\nAll that is in Annex A (2016)\n",
        "Review\nI liked it...\nAda in Paris\n",
        "bioRxiv is a server for preprints.\nmedRxiv too; doi: none\n",
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
