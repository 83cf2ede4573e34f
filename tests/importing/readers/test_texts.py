"""Texts in the fields of records."""

from readlist.importing.readers.parts.texts import paragraphs, plain_line, without_markup


def test_paragraphs() -> None:
    assert paragraphs("  one\n  two\n\n three ") == "one two\n\nthree"
    assert paragraphs(" \n ") is None


def test_markup() -> None:
    assert paragraphs("<p>a&amp;<b>b</b></p>\n<p>c <d and e> f</p>") == ("a&b\n\nc <d and e> f")
    assert without_markup("x<y") == "x<y"


def test_mark_up_of_publishers_is_taken_out_and_other_text_is_left() -> None:
    assert (
        plain_line("CO<sub>2</sub> in <i class='x'>E. coli</i> &amp; R&D")
        == "CO$_{2}$ in E. coli & R&D"
    )
    assert plain_line("if a <b and c> d, $x<y$") == "if a <b and c> d, $x<y$"
    assert paragraphs("<jats:p>We ring\nbells.</jats:p><p>Twice.</p>") == "We ring bells.\n\nTwice."


def test_lines_that_were_not_wrapped_are_paragraphs() -> None:
    one, two = "bells " * 30, "ropes"
    assert paragraphs(f"{one}\n{two}") == f"{one.strip()}\n\n{two}"


def test_raised_and_lowered_numbers_stay_so() -> None:
    assert plain_line("10<sup>5</sup> bells of CO<sub>2</sub>") == "10$^{5}$ bells of CO$_{2}$"
