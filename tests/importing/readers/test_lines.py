from readlist.importing.readers.lines import Line, split_lines, written_lines


def test_lines_end_as_in_an_editor() -> None:
    assert split_lines("a\r\nb\nc") == ["a", "b", "c"]
    assert split_lines("a\rb") == ["a", "b"]
    assert split_lines("a\x0bb\x0cc\x85d\u2028e\n") == ["a\x0bb\x0cc\x85d\u2028e", ""]


def test_blank_lines_are_counted_not_kept() -> None:
    lines = list(written_lines(["", "one  ", " \t\u00a0", "", "  two", ""]))

    assert lines == [Line(2, "one", 1), Line(5, "  two", 2)]
    assert lines[1].content == "two"
