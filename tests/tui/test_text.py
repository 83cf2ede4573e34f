"""Words on the screen: exactly as wide as asked, and never a control character."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from readlist.domain import Paper, PaperRow, Status, TitleSource
from readlist.tui.text import (
    age,
    all_authors,
    authors_within,
    citation,
    fit,
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
