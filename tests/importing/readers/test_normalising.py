from readlist.importing.readers.parts.lines import written_lines
from readlist.importing.readers.parts.normalising import normalised

_PAPER = ["Bells", "", "Ada Quay, Bo Rope", "We time bells over two", "winters of wind."]


def seen(lines: list[str]) -> list[tuple[str, int]]:
    found, places = normalised(list(written_lines(lines)))
    assert len(found) == len(places)
    assert places == sorted(set(places))
    return [(line.text, line.gap) for line in found]


_SEEN = seen(_PAPER)


def test_quoting_is_taken_off_however_deep() -> None:
    assert seen([f"> {line}".rstrip() for line in _PAPER]) == _SEEN
    assert seen([f"> > >> {line}".rstrip() for line in _PAPER]) == _SEEN


def test_what_was_quoted_and_cut_again_is_as_it_was() -> None:
    cut = [
        "> Bells of the north and of the",
        "south",
        "> Ada Quay",
        "> We time bells",
        "again",
        "> \\\\",
    ]
    texts = [text for text, _ in seen(cut)]
    assert texts == [
        "Bells of the north and of the",
        "south",
        "Ada Quay",
        "We time bells",
        "again",
        "\\\\",
    ]


def test_marks_that_a_page_has_itself_stay() -> None:
    page = ["Home", "> Bells > Ropes", "Ada Quay", "Bo Rope"]
    assert seen(page) == [(line, 0) for line in page]
    assert seen([f"> {line}" for line in page]) == [(line, 0) for line in page]


def test_indentation_and_blanks_that_are_not_plain_are_taken_off() -> None:
    assert seen([f"    {line}".rstrip() for line in _PAPER]) == _SEEN
    assert seen(["Bells\u200b of\u00a0wind"]) == [("Bells of wind", 0)]


def test_blank_lines_between_all_lines_do_not_count() -> None:
    apart = [part for line in _PAPER for part in ((line, "") if line else ("",))]
    assert seen(apart) == _SEEN
    cut = ["We time bells over", "", "two winters and", "", "find that ropes decide."]
    assert [gap for _, gap in seen(cut)] == [0, 0, 0]
    titles = ["Bells", "", "Ropes", "", "Quays"]
    assert [gap for _, gap in seen(titles)] == [0, 1, 1]
