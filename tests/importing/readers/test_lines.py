from readlist.importing.readers.parts.lines import Line, written_lines


def test_blank_lines_are_counted_not_kept() -> None:
    lines = list(written_lines(["", "one  ", " \t\u00a0", "", "  two", ""]))

    assert lines == [Line(2, "one", 1), Line(5, "  two", 2)]
    assert lines[1].content == "two"
