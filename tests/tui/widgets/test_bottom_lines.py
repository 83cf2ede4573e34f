"""Lines of keys hold as many hints as fit, and always the last."""

from hypothesis import given
from hypothesis import strategies as st

from readlist.tui.keymap import KeyHint
from readlist.tui.widgets.bottom_lines import fit_hints


def _hints(*labels: str) -> list[KeyHint]:
    return [KeyHint("k", label, "") for label in labels]


def _labels(lines: list[list[KeyHint]]) -> list[list[str]]:
    return [[hint.label for hint in line] for line in lines]


def test_hints_flow_from_line_to_line() -> None:
    hints = _hints("one", "two", "three")
    assert _labels(fit_hints(hints, 12, 3)) == [["one", "two"], ["three"]]
    assert _labels(fit_hints(hints, 11, 3)) == [["one"], ["two"], ["three"]]
    assert _labels(fit_hints(hints, 80, 3)) == [["one", "two", "three"]]


def test_what_does_not_fit_is_left_out_but_the_last() -> None:
    hints = _hints("one", "two", "three")
    assert _labels(fit_hints(hints, 14, 1)) == [["one", "three"]]
    assert _labels(fit_hints(hints, 3, 1)) == [["three"]]


@given(st.lists(st.text("ab", max_size=9), min_size=1), st.integers(0, 60), st.integers(0, 5))
def test_hints_fit(labels: list[str], width: int, most: int) -> None:
    lines = fit_hints(_hints(*labels), width, most)
    assert len(lines) <= max(1, most)
    assert lines[-1][-1].label == labels[-1]
    for line in lines:
        cells = sum(hint.cells for hint in line) + 2 * (len(line) - 1)
        assert cells <= width or len(line) == 1
