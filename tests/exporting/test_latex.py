"""Text as LaTeX: its letters, its formulas, and titles whose names keep their case."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readlist.exporting import latex


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("50% of A&B, #1", r"50\% of A\&B, \#1"),
        ("a_b^c ~ {d}", r"a\_b\textasciicircum{}c \textasciitilde{} \textbraceleft{}d\textbraceright{}"),
        (r"C:\x", r"C:\textbackslash{}x"),
        ("Gödel, 漢字", "Gödel, 漢字"),
        ("in $O(n^2)$ time", "in $O(n^2)$ time"),
        (r"$\{x\}$", r"$\lbrace x\rbrace $"),
        ("$50%$ is", r"$50\%$ is"),
        ("$}{$", r"\$\textbraceright{}\textbraceleft{}\$"),
        ("from $5 to $6", r"from \$5 to \$6"),
        ("a@{b", r"a{@}\textbraceleft{}b".replace("{@}", "@")),
    ],
)  # fmt: skip
def test_text(text: str, written: str) -> None:
    assert latex.text(text) == written


@pytest.mark.parametrize(
    ("title", "written"),
    [
        ("Tallow: Candles that Measure Draughts", "{Tallow}: Candles that Measure Draughts"),
        ("BERT and ImageNet for U-Net in 3D", "{BERT} and {ImageNet} for {U-Net} in {3D}"),
        ("A Self-Supervised Study", "A Self-Supervised Study"),
        ("Sorting in $O(N)$ steps", "Sorting in {$O(N)$} steps"),
        ("R&D of CO_2", r"R\&D of {CO}\_2"),
    ],
)
def test_a_title_keeps_the_case_of_names(title: str, written: str) -> None:
    assert latex.title(title) == written


@given(st.text(alphabet="{}\\$%&#_~^@ aB\n") | st.text())
def test_braces_are_always_balanced(text: str) -> None:
    for written in (latex.text(text), latex.title(text), latex.address(text)):
        depth = 0
        for letter in written:
            depth += (letter == "{") - (letter == "}")
            assert depth >= 0
        assert depth == 0
        assert "\n" not in written
