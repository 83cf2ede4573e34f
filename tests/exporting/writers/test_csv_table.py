"""CSV, read back, with nothing in it that a spreadsheet would run."""

import csv
from collections.abc import Callable
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readlist.domain import Paper
from readlist.exporting.writers import Outgoing, csv_table

MakePaper = Callable[..., Paper]
MakeOutgoing = Callable[..., Outgoing]


def _read(outgoing: Outgoing) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO("".join(csv_table.collection(outgoing)), newline="")))


def test_a_line(make_paper: MakePaper, outgoing: MakeOutgoing) -> None:
    paper = make_paper(note='He said "no",\nthen left', starred=True, year=2025)
    [line] = _read(outgoing([paper]))
    assert tuple(line) == csv_table.COLUMNS
    assert line["authors"] == "Odalys Brandt; J.-P. Nkemelu"
    assert line["note"] == 'He said "no",\nthen left'
    assert (line["starred"], line["year"], line["venue"]) == ("true", "2025", "")


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\r=1", "＝1"])
def test_a_formula_is_a_text(make_paper: MakePaper, outgoing: MakeOutgoing, text: str) -> None:
    [line] = _read(outgoing([make_paper(title=text, authors=(text,), note=text)]))
    assert all(line[name].startswith("'") for name in ("title", "authors", "note"))


@given(text=st.text(min_size=1))
def test_any_text_stays_in_its_cell(
    make_paper: MakePaper, outgoing: MakeOutgoing, text: str
) -> None:
    papers = [make_paper(title=text, abstract=text, tags=(text,)), make_paper(key="last")]
    lines = _read(outgoing(papers))
    assert [line["key"] for line in lines] == ["k7f3q", "last"]
    assert not lines[0]["abstract"].startswith(("=", "+", "-", "@", "\t", "\r"))
