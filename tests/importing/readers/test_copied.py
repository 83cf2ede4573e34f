import pytest

from readlist.domain import PaperDraft
from readlist.importing.readers.parts.copied import CopiedPage, mentions, plain_line
from readlist.importing.readers.parts.lines import written_lines

_DRAFT = PaperDraft(0, 0, "Ropes")


def page(text: str) -> CopiedPage:
    return CopiedPage(list(written_lines(text.split("\n"))))


@pytest.mark.parametrize(
    ("line", "plain"),
    [
        ("A Quay\t -  Bells", "A Quay - Bells"),
        ("### [Bells](https://example.org/a_(b))", "Bells"),
        ("[\\[PDF\\] bells.org](https://bells.org/x.pdf)", "[PDF] bells.org"),
        ("* **Abstract:** Bells\\", "Abstract: Bells"),
        ("Bells <https://example.org/x>", "Bells"),
        ("<https://example.org/x>", "<https://example.org/x>"),
    ],
)
def test_marks_of_copying_are_taken_off(line: str, plain: str) -> None:
    assert plain_line(line) == plain


def test_numbers_of_links_are_taken_off_where_a_text_browser_gave_them() -> None:
    numbered = page("[1]Bells\n[2]Ropes and [3]tar\n[ Salt ][4]\nsea\n")
    assert numbered.texts == ["Bells", "Ropes and tar", "Salt", "sea"]
    assert page("Bells [1]ring\n" + "ropes\n" * 20).texts[0] == "Bells [1]ring"


def test_lines_go_on_where_they_were_cut_at_a_width() -> None:
    cut = page(
        "Bells are rung by hand in most of the towns along the coast and\n"
        "nobody knows why. We time them over two winters and find that the\n"
        "rope decides.\n"
        "\n"
        "Ropes\n"
    )
    assert [cut.goes_on(place) for place in range(len(cut))] == [False, True, True, False]
    assert cut.paragraphs(0, 2) == cut.text(0, 2)
    assert cut.placed(cut.entry(3, 3, _DRAFT, 1.0)).first == 3


def test_short_lines_do_not_go_on() -> None:
    short = page("Bells of the North\narxiv.org\nA Quay\nropes\nB Rope\n")
    assert not any(short.goes_on(place) for place in range(len(short)))


def test_marks_are_found_whatever_their_letters() -> None:
    lines = list(written_lines(["Save Alert"]))
    assert mentions(lines, "save alert")
    assert not mentions(lines, "tldr")
