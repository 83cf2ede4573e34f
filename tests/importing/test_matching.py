"""Is it the same paper? Yes only on evidence, never on a short or missing text."""

import pytest

from readlist.domain import Paper, PaperDraft, Record, Status, TitleSource
from readlist.importing.matching import Sameness, compare, find_same, is_same
from readlist.reading_list import ReadingList
from readlist.store import transfer
from readlist.store.imports import KnownPaper
from readlist.store.journal import recording

_ABSTRACT = (
    "We followed forty ferries across one strait for a year and asked why they are late. Fog "
    "explains little, school holidays explain much, and a timetable that admits both is kept 31% more often."
)
_OTHER = (
    "Snow on a roof is a load, an insulation and a nuisance. This note weighs the three for "
    "houses of one village and finds that the nuisance is what moves people to climb ladders in January."
)
_TITLE = "Why the Ferries of One Strait Are Late"
_KNOWN = KnownPaper(1, _TITLE, ("Ada Lind",), False, _ABSTRACT, None, None, None, None, None, ())
_DRAFT = PaperDraft(1, 3, title=_TITLE, authors=("Ada Lind",), abstract=_ABSTRACT)


@pytest.mark.parametrize(
    ("draft", "known"),
    [
        pytest.param(_DRAFT, _KNOWN, id="all alike"),
        pytest.param(_DRAFT._replace(title=None, authors=()), _KNOWN, id="the abstract alone"),
        pytest.param(_DRAFT, _KNOWN._replace(title=None, authors=()), id="known by abstract alone"),
        pytest.param(
            _DRAFT._replace(abstract=_ABSTRACT.replace("%", r"\%").replace(" ", "\n")),
            _KNOWN,
            id="wrapped and escaped",
        ),
        pytest.param(
            _DRAFT._replace(title=None, abstract=_ABSTRACT[:150] + "…"), _KNOWN, id="cut short"
        ),
        pytest.param(
            _DRAFT._replace(abstract=_ABSTRACT.replace("forty", "41").replace("one", "a")),
            _KNOWN,
            id="a word changed",
        ),
        pytest.param(_DRAFT._replace(title="Late Ferries"), _KNOWN, id="given another title"),
        pytest.param(_DRAFT._replace(abstract=None), _KNOWN, id="title and author"),
        pytest.param(_DRAFT._replace(abstract=None, authors=()), _KNOWN, id="a long title"),
        pytest.param(
            _DRAFT._replace(abstract="See the PDF.", title=_TITLE.upper()),
            _KNOWN,
            id="no real abstract",
        ),
        pytest.param(
            _DRAFT._replace(title="Ferries", abstract=None, arxiv_id="2401.00001"),
            _KNOWN._replace(arxiv_id="2401.00001"),
            id="the arXiv id, retitled by the same author",
        ),
        pytest.param(
            PaperDraft(1, 1, doi="10.1/AB"),
            _KNOWN._replace(doi="10.1/ab"),
            id="the DOI alone",
        ),
    ],
)
def test_the_same_paper(draft: PaperDraft, known: KnownPaper) -> None:
    assert is_same(draft, known)


@pytest.mark.parametrize(
    ("draft", "known"),
    [
        pytest.param(_DRAFT._replace(abstract=_OTHER), _KNOWN, id="same title, other abstract"),
        pytest.param(
            _DRAFT._replace(title="Ferries", authors=(), abstract=None),
            _KNOWN._replace(title="Ferries", authors=(), abstract=None),
            id="a short title",
        ),
        pytest.param(
            _DRAFT._replace(title=None, abstract="Withdrawn."),
            _KNOWN._replace(title=None, abstract="Withdrawn."),
            id="a short abstract",
        ),
        pytest.param(
            _DRAFT._replace(title=None, abstract=None),
            _KNOWN._replace(title=None, abstract=None),
            id="nothing at all but an author",
        ),
        pytest.param(_DRAFT._replace(authors=("Bo Ek",)), _KNOWN, id="other people"),
        pytest.param(
            _DRAFT._replace(title=f"{_TITLE}, Part I"),
            _KNOWN._replace(title=f"{_TITLE}, Part II"),
            id="parts of a series",
        ),
        pytest.param(
            _DRAFT._replace(arxiv_id="2401.00001"),
            _KNOWN._replace(arxiv_id="2401.00002"),
            id="another arXiv id",
        ),
    ],
)
def test_different_papers(draft: PaperDraft, known: KnownPaper) -> None:
    assert not is_same(draft, known)


_PAPER = Paper(
    id=0,
    key="a",
    title="Ferries",
    title_source=TitleSource.DUMP,
    authors=(),
    more_authors=False,
    abstract=None,
    comment=None,
    year=None,
    venue=None,
    doi=None,
    arxiv_id=None,
    links=(),
    status=Status.INBOX,
    starred=False,
    tags=(),
    note=None,
    added_at="2026-01-01T00:00:00Z",
    updated_at="2026-01-01T00:00:00Z",
    sources=(),
)


def _add(library: ReadingList, paper: Paper) -> None:
    database = library._database
    with recording(database, "import") as recorder:
        transfer.add(database, recorder, [Record(paper)], recorder.last_id("paper"), 0)
        recorder.summary = "Added a paper"


@pytest.mark.parametrize(
    ("draft", "known", "sameness"),
    [
        pytest.param(
            _DRAFT._replace(title="Snow on Roofs", abstract=_OTHER, arxiv_id="2401.00001"),
            _KNOWN._replace(arxiv_id="2401.00001"),
            Sameness.CONFLICT,
            id="one identifier, other words",
        ),
        pytest.param(
            PaperDraft(1, 1, title="Snow on Roofs", doi="10.1/ab"),
            _KNOWN._replace(doi="10.1/ab"),
            Sameness.CONFLICT,
            id="one identifier, another title and nothing else",
        ),
        pytest.param(
            _DRAFT._replace(abstract=None, arxiv_id="2401.00001"),
            _KNOWN._replace(abstract=None, doi="10.1/ab"),
            Sameness.LIKELY,
            id="preprint and publication",
        ),
        pytest.param(
            _DRAFT._replace(abstract=None, title="Why the Feries of One Strait are Late"),
            _KNOWN,
            Sameness.LIKELY,
            id="a title typed again",
        ),
        pytest.param(
            _DRAFT._replace(arxiv_id="2401.00001"),
            _KNOWN._replace(arxiv_id="2401.00002"),
            Sameness.LIKELY,
            id="the same words under two identifiers",
        ),
        pytest.param(
            _DRAFT._replace(abstract=None, year=2009),
            _KNOWN._replace(year=2024),
            Sameness.LIKELY,
            id="the same title long after",
        ),
    ],
)
def test_what_is_not_certain_is_kept_apart(
    draft: PaperDraft, known: KnownPaper, sameness: Sameness
) -> None:
    verdict = compare(draft, known)
    assert verdict.sameness is sameness
    assert verdict.evidence


def test_the_evidence_is_in_words() -> None:
    draft = _DRAFT._replace(doi="10.1/ab", arxiv_id="2401.00001")
    known = _KNOWN._replace(doi="10.1/AB", arxiv_id="2401.00001")
    assert compare(draft, known).evidence == (
        *("arXiv 2401.00001", "doi 10.1/ab"),
        *("title", "an author", "abstract"),
    )


def test_identifiers_count_before_titles_and_abstracts(library: ReadingList) -> None:
    by_title = _PAPER._replace(title=_TITLE)
    _add(library, by_title)
    _add(library, _PAPER._replace(key="b", title="Why Ferries Are Late", arxiv_id="2401.00001"))
    database = library._database
    assert find_same(database, by_title) == 1
    alone = by_title._replace(title="Why the Ferries Are Late", arxiv_id="2401.00001")
    assert find_same(database, alone) == 2
    assert find_same(database, by_title._replace(title="Why Snow Is Late")) is None


def test_a_derived_title_never_decides(library: ReadingList) -> None:
    paper = _PAPER._replace(title=_TITLE)
    _add(library, paper)
    assert find_same(library._database, paper) == 1
    derived = paper._replace(title_source=TitleSource.DERIVED)
    assert find_same(library._database, derived) is None
