"""Texts on the screen: as wide as asked, without control characters, marked and emphasised."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.style import Style
from textual.content import Content

from readlist.domain import ImportReport, Paper, PaperRow, SourceReport, Status, TitleSource
from readlist.emphasis import EmphasisKind, find_emphasis, name_in_title
from readlist.text import readable
from readlist.tui.text import (
    age,
    all_authors,
    authors_within,
    citation,
    counted,
    export_summary,
    fit,
    import_summary,
    marked,
    marked_segments,
    no_spans,
    short_authors,
    short_path,
)

ROW = PaperRow(
    1, "T", TitleSource.DUMP, ("Ada Lind", "Bo Ek", "Cy Dahl"), False, 2020, Status.INBOX, False,
    False, "",
)  # fmt: skip
PAPER = Paper(
    1, "k", "On\x1b Tides.", TitleSource.DUMP, ("Ada Lind",), True, None, None, 2020, "J. Tides",
    None, "2001.00001", (), Status.INBOX, False, (), None, "", "", (),
)  # fmt: skip


@given(st.text(), st.integers(0, 40))
def test_fit_is_exact(text: str, cells: int) -> None:
    assert cell_len(fit(text, cells)) == cells


def test_fit_cuts_with_an_ellipsis() -> None:
    assert fit("abcdef", 4) == "abc…"
    assert fit("ab  def", 5) == "ab…  "
    assert fit("汉字汉字", 4) == "汉… "


@pytest.mark.parametrize(
    ("cells", "shown"),
    [
        (40, "Ada Lind, Bo Ek, Cy Dahl"),
        (23, "Ada Lind, Bo Ek et al."),
        (16, "Ada Lind et al."),
        (12, "Lind et al. "),
        (6, "Lind…"),
    ],
)
def test_as_many_authors_as_fit(cells: int, shown: str) -> None:
    assert authors_within(ROW, cells).rstrip() == shown.rstrip()


def test_authors_in_a_word_or_two() -> None:
    assert short_authors(ROW) == "Lind et al."
    assert short_authors(ROW._replace(authors=("Ada Lind", "Bo Ek"))) == "Lind & Ek"
    assert short_authors(ROW._replace(authors=("Ada Lind",))) == "Lind"
    assert short_authors(ROW._replace(authors=("Ada Lind",), more_authors=True)) == ("Lind et al.")
    assert short_authors(ROW._replace(authors=())) == ""
    assert short_authors(ROW._replace(authors=(" ", "\x1b"))) == " & "


@given(st.lists(st.text()), st.booleans(), st.integers(1, 60))
def test_any_authors_can_be_shown(authors: list[str], more: bool, cells: int) -> None:
    row = ROW._replace(authors=tuple(authors), more_authors=more)
    assert cell_len(authors_within(row, cells)) <= max(cells, 17)
    assert "\x1b" not in short_authors(row) + all_authors(row)


@pytest.mark.parametrize(
    ("day", "shown"),
    [
        ("2026-03-10", ""),
        ("2026-03-07", "3d"),
        ("2026-01-10", "8w"),
        ("2023-01-01", "3y"),
        ("x", ""),
    ],
)
def test_age(day: str, shown: str) -> None:
    assert age(day, now=datetime(2026, 3, 10, 12, tzinfo=UTC)) == shown


def test_citation() -> None:
    assert citation(PAPER) == ("Ada Lind et al. (2020). On Tides. J. Tides. arXiv:2001.00001.")
    assert citation(PAPER._replace(authors=(), doi="10.1/x", venue=None)) == (
        "On Tides (2020). https://doi.org/10.1/x."
    )


def test_paths_at_home() -> None:
    assert short_path(Path.home() / "a" / "b.db") == "~/a/b.db"
    assert short_path(Path("/elsewhere/b.db")) == "/elsewhere/b.db"


def test_numbers_of_things() -> None:
    assert counted(1) == "1 paper"
    assert counted(12345, "file") == "12,345 files"


def test_authors_that_are_not_given_fit_too() -> None:
    assert authors_within(ROW._replace(authors=()), 9) == "authors… "


def test_import_in_a_sentence() -> None:
    failed = SourceReport("b.txt", error="no such file")
    report = ImportReport(1, (failed,))
    assert import_summary(report) == (
        "Imported 0 papers: 0 added, 0 updated, 0 unchanged, 1 file not imported"
    )


def test_export_in_a_sentence() -> None:
    folder = Path("/out")
    assert export_summary(folder, 2, 1, []) == "/out: 2 written, 1 unchanged"
    kept = [folder / "a.md", folder / "b.md"]
    assert export_summary(folder, 0, 1, kept).endswith(", 2 edited by hand and kept (a.md)")


def test_what_was_searched_for_is_marked() -> None:
    pieces = marked_segments("a tide rises", [(2, 6)], Style(), Style(bold=True))
    assert [(piece.text, bool(piece.style and piece.style.bold)) for piece in pieces] == [
        ("a ", False), ("tide", True), (" rises", False),
    ]  # fmt: skip
    assert [piece.text for piece in marked_segments("", no_spans(""), Style(), Style())] == [""]
    [span] = marked(Content("a tide rises"), lambda _text: [(2, 6)]).spans
    assert (span.start, span.end) == (2, 6)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (r"in the space $W_+$ of", "in the space W₊ of"),
        (r"is $100\times$ faster", "is 100× faster"),
        (r"is 100\times faster", "is 100× faster"),
        (r"by 11.4\% and 5\&6", "by 11.4% and 5&6"),
        (r"$\mathcal{O}(\sqrt{n})$ and $\sqrt{n+1}$", "O(√n) and √(n+1)"),
        (r"\textbf{PointTalk} is \emph{fast}", "PointTalk is fast"),
        (r"$O(n^2)$, $x_{10}$, $\ell_1$", "O(n²), x₁₀, ℓ₁"),
        (r"$x_i^T$ stays", "x_i^T stays"),
        (r"$\alpha \leq \beta$", "α ≤ β"),
        ("costs $5 and $6", "costs $5 and $6"),
        (r"\unknowncommand stays", r"\unknowncommand stays"),
        ("no TeX at all", "no TeX at all"),
    ],
)
def test_tex_is_shown_as_people_read_it(written: str, shown: str) -> None:
    assert readable(written) == shown


@given(st.text(alphabet="$\\{}^_ a1+%textbfsqr", max_size=80))
def test_any_tex_can_be_shown(text: str) -> None:
    assert isinstance(readable(text), str)


def _found(text: str, kind: EmphasisKind, name: str = "") -> list[str]:
    return [text[span.start : span.end] for span in find_emphasis(text, name) if span.kind is kind]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("We present TideTable, a model of shores.", ["TideTable"]),
        ("MossNet-2.5 and mBERT beat Q4Vec.", ["MossNet-2.5", "mBERT", "Q4Vec"]),
        ("It ends with MossNet-2.", ["MossNet-2"]),
        ("sparse lichen maps (SLM) and large models (LLMs)", ["SLM", "LLMs"]),
        ("maps (3D-SLM), others (SLM; see below), yet more (W+M, x)", ["3D-SLM", "SLM", "W+M"]),
        ("The North Sea is cold (see Table 3) and NASA knows (I do too).", []),
        ("plain words of an abstract (e.g. these)", []),
    ],
)
def test_names_stand_out(text: str, names: list[str]) -> None:
    assert _found(text, EmphasisKind.NAME) == names


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("errors fall by 37% and 4.5 %", ["37%", "4.5 %"]),
        ("100× faster, 2.5x smaller, 3-fold and 10 times", ["100×", "2.5x", "3-fold", "10 times"]),
        ("40–60 percent, 1,200% or 2 percentage points", ["40–60 percent", "1,200%", "2 percentage points"]),
        ("a gain of +3.1%", ["+3.1%"]),
        ("in 1999, 12 divers swam 3 × 4 laps of 3x3 tiles, section 2.1", []),
    ],
)  # fmt: skip
def test_key_numbers_stand_out(text: str, numbers: list[str]) -> None:
    assert _found(text, EmphasisKind.NUMBER) == numbers


def test_name_of_the_title_is_found_whatever_its_shape() -> None:
    name = name_in_title("Thimble: A Small Index")
    assert _found("Thimble fits; thimbles and Thimbles do not.", EmphasisKind.NAME, name) == [
        "Thimble"
    ]


@pytest.mark.parametrize(
    "title", ["A Small Index", "on tides: a view", "What Divers Said and Why: A Study", ""]
)
def test_title_without_a_name(title: str) -> None:
    assert name_in_title(title) == ""


@given(st.text(alphabet="aA1(),.-–%×x \n:é", max_size=80), st.text(max_size=4))
def test_emphasis_is_in_order_and_apart(text: str, name: str) -> None:
    place = 0
    for span in find_emphasis(text, name):
        assert place <= span.start < span.end <= len(text)
        place = span.end
