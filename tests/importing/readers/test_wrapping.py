import textwrap

import pytest

from readlist.importing.readers.parts.lines import Line, written_lines
from readlist.importing.readers.wrapping import Break, measure

TEXT = (
    "bells are rung by hand in most of the towns along this coast, and the ropes that ring them "
    "are made by people who have never heard them, which is why so many ropes are too short and "
    "so many bells are silent until the wind is strong enough to move them without any rope. "
) * 3


def _lines(text: str) -> list[Line]:
    return list(written_lines(text.split("\n")))


@pytest.mark.parametrize("width", [40, 66, 79, 100, 120])
def test_the_width_is_found(width: int) -> None:
    (found, *others) = measure(_lines(textwrap.fill(TEXT, width))).widths

    assert found[0] <= width < found[1]
    assert not others


def test_two_widths_are_found() -> None:
    both = textwrap.fill(TEXT, 60) + "\n\n" + textwrap.fill(TEXT, 90)

    widths = measure(_lines(both)).widths

    assert {any(low <= width < high for low, high in widths) for width in (60, 90)} == {True}


def test_long_lines_are_not_wrapped() -> None:
    assert measure(_lines(f"Ida Varga\n{TEXT}\nLi Novák\n{TEXT}")).widths == ()


def test_breaks_look_as_they_were_made() -> None:
    wrapping = measure(_lines(textwrap.fill(TEXT, 60)))
    full, short = Line(1, "x" * 58, 0), Line(1, "x" * 20, 0)

    assert wrapping.break_between(full, Line(2, "words", 0)) is Break.FULL
    assert wrapping.break_between(short, Line(2, "words", 0)) is Break.SHORT
    assert wrapping.break_between(short, Line(2, "words", 1)) is Break.GAP
    assert wrapping.break_between(short, Line(2, TEXT[:300], 0)) is Break.OVERLONG
    assert (
        wrapping.break_between(short, Line(2, "https://example.org/" + "x" * 60, 0)) is Break.FULL
    )
