"""Is it the same paper? Yes only on evidence, never on a short or missing text."""

import pytest

from readlist.domain import PaperDraft
from readlist.importing.matching import same
from readlist.store.imports import KnownPaper

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
            _DRAFT._replace(title="X", abstract=_OTHER, arxiv_id="2401.00001"),
            _KNOWN._replace(arxiv_id="2401.00001"),
            id="the arXiv id",
        ),
        pytest.param(
            _DRAFT._replace(title="X", abstract=_OTHER, doi="10.1/AB"),
            _KNOWN._replace(doi="10.1/ab"),
            id="the DOI",
        ),
    ],
)
def test_the_same_paper(draft: PaperDraft, known: KnownPaper) -> None:
    assert same(draft, known)


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
    assert not same(draft, known)
