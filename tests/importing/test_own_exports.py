"""What readlist exports comes back as it was, as far as each format can hold it."""

import csv
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from readlist.domain import Paper, Status
from readlist.exporting.bibliography import address_of, year_of
from readlist.exporting.writers.csv_table import COLUMNS
from readlist.reading_list import ReadingList
from readlist.text import fold_spaces

_ABSTRACT = (
    "We time forty bells over two winters & find $x_1 < 3$ \\% of {them} late.\n\nA wet rope, "
    "not the bell, decides when the sound reaches the far quay: 50% of it is <lost> at sea."
)
#: As a table of readlist holds them.
_PAPERS = [
    {
        "title": "Harbour Bells: What the Ropes of R&D Know About $\\alpha$-Stable Tides",
        "authors": "Ada Byron; José García-López; Jan van der Berg; Martin L. King Jr.",
        "abstract": _ABSTRACT,
        "comment": "12 pages, 3 figures",
        "year": "2019",
        "venue": "Journal of Bells & Ropes",
        "doi": "10.1234/bells_7(a)",
        "arxiv_id": "1901.00001",
        "links": "https://example.org/bells_7?a=b&c=~d; https://example.org/more",
        "title_source": "dump",
    },
    {
        "title": "Tide Tables Kept by Cormorants, 100% “by Hand” {and} Beak_2",
        "authors": "The Harbour Collaboration; 王 明; Łukasz Ødegård",
        "venue": "Proceedings of the Workshop on Seabirds",
        "year": "2021",
        "doi": "10.1234/tides",
    },
    {
        "title": "Lanterns in Fog",
        "authors": "Bo Ek",
        "more_authors": "true",
        "arxiv_id": "math/0309136",
        "abstract": "A lantern of 10^3 candles is seen at 7~km; we ask 40 pilots [and one cook] why.",
    },
    {"title": "BERT-like Bells for the U-Net of Ropes", "year": "1987", "authors": "Ng"},
    {
        "title": "Bells that nobody named",
        "title_source": "derived",
        "abstract": "Kilns draw best at dawn. We fire nine of them and name none of what we find.",
        "links": "https://example.org/none",
    },
]
_NOTE = "# Mine\n\n- ask *Bo* about $x_1$\n  and {ropes}, 50% of them\n\n\n> twice & <b>again</b>"

#: The library gives these anew.
_ANEW = {"id", "updated_at", "sources"}
#: What other programs do not ask of a paper.
_OF_READLIST = {"key", "title_source", "status", "starred", "added_at", "finished_at", "comment"}
#: What a format has no place for. What it can hold in part only is in ``_CHANGED``.
_LOST: dict[str, set[str]] = {
    "bibtex": _OF_READLIST,
    "biblatex": _OF_READLIST,
    "ris": _OF_READLIST | {"more_authors"},
    "csl-json": _OF_READLIST | {"more_authors"},
    "csv": set(),
    "folder": set(),
    "markdown": {"key", "title_source", "added_at", "finished_at"},
    "jsonl": set(),
}


def _one_link(paper: Paper) -> Paper:
    """Bibliographies have one address, and the year that the arXiv identifier tells."""
    address = address_of(paper)
    return _dated(paper)._replace(links=(address,) if address else ())


def _dated(paper: Paper) -> Paper:
    return paper._replace(year=year_of(paper.year, paper.arxiv_id))


def _on_one_line(paper: Paper) -> Paper:
    """Fields of LaTeX and RIS are one line each."""
    return paper._replace(abstract=paper.abstract and fold_spaces(paper.abstract))


def _in_latex(paper: Paper) -> Paper:
    return _one_link(_on_one_line(paper))._replace(note=paper.note and fold_spaces(paper.note))


def _in_ris(paper: Paper) -> Paper:
    """Each line of a note is a field; those without words are none."""
    lines = map(fold_spaces, (paper.note or "").split("\n"))
    note = "\n".join(line for line in lines if line) or None
    return _dated(_on_one_line(paper))._replace(note=note)


_CHANGED: dict[str, Callable[[Paper], Paper]] = {
    "bibtex": _in_latex,
    "biblatex": _in_latex,
    "ris": _in_ris,
    "csl-json": _one_link,
}


@pytest.fixture
def kept(library: ReadingList, tmp_path: Path) -> ReadingList:
    """A library of papers that are hard to write, with all that a person does with papers."""
    dump = tmp_path / "papers.csv"
    with dump.open("w", encoding="utf-8", newline="") as stream:
        table = csv.DictWriter(stream, COLUMNS)
        table.writeheader()
        table.writerows(_PAPERS)
    assert library.import_sources([dump]).added == len(_PAPERS)
    library.mark([1], Status.DONE)
    library.mark([2, 3], Status.TO_READ)
    library.mark([4], Status.SKIPPED)
    library.star([1, 3], True)
    library.tag([1, 2], ["wax", "graph-learning"])
    library.tag([4], ["c++", "größe"])
    library.write_note(1, _NOTE)
    library.write_note(3, "One line.")
    return library


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[ReadingList]:
    """Another library, without papers."""
    with ReadingList.open(tmp_path / "empty.db") as opened:
        yield opened


@pytest.mark.parametrize("format", _LOST)
def test_an_export_comes_back(
    format: str, kept: ReadingList, empty: ReadingList, tmp_path: Path
) -> None:
    target = tmp_path / "exported"
    if format == "folder":
        kept.export_folder(target)
    else:
        kept.export_document(target, format=format)

    report = empty.import_sources([target])

    assert [source.error for source in report.sources if source.error] == []
    assert _shown(empty, format, lambda paper: paper) == _shown(
        kept, format, _CHANGED.get(format, lambda paper: paper)
    )


def _shown(
    library: ReadingList, format: str, change: Callable[[Paper], Paper]
) -> list[dict[str, Any]]:
    """Return what a format can hold of the papers of a library, in the order of their titles."""
    lost = _ANEW | _LOST[format]
    papers = (change(paper)._asdict() for paper in library.papers())
    shown = [{name: said for name, said in each.items() if name not in lost} for each in papers]
    return sorted(shown, key=lambda each: str(each["title"]))
