"""Names and key numbers stand out, whatever the abstract is about."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readlist.tui.text import EmphasisKind, find_emphasis, name_in_title


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
def test_names(text: str, names: list[str]) -> None:
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
def test_numbers(text: str, numbers: list[str]) -> None:
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
def test_spans_are_in_order_and_apart(text: str, name: str) -> None:
    place = 0
    for span in find_emphasis(text, name):
        assert place <= span.start < span.end <= len(text)
        place = span.end
