"""Quotations in notes."""

from readlist.noting.quoting import appended, quotation


def test_a_quotation_holds_each_paragraph_on_a_line() -> None:
    assert quotation("  one\n two \n\n\nthree ") == "> one two\n>\n> three"
    assert quotation(" \n ") == ""


def test_a_paragraph_comes_at_the_end() -> None:
    assert appended("", "> x") == "> x\n"
    assert appended("Note.\n\n\n", "> x") == "Note.\n\n> x\n"
