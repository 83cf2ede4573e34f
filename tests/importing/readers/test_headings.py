from readlist.importing.readers.parts.headings import (
    heading_level,
    is_title_case,
    plain_heading,
    title_goes_on_score,
    title_score,
)


def test_marks_and_links_of_a_heading_are_taken_off() -> None:
    assert heading_level("### [Bells][7]") == 3
    assert plain_heading("### [Bells][7]") == "Bells"
    assert plain_heading("## Bells ##") == "Bells"
    assert plain_heading("**Bells**") == "Bells"
    assert plain_heading("[Bells](https://example.org/a)") == "Bells"
    assert plain_heading("Bells [2nd edition]") == "Bells [2nd edition]"


def test_titles_are_more_likely_titles_than_sentences_are() -> None:
    sentence = "We time forty bells over two winters."

    assert title_score("Bells, Ropes and the Far Quay: A Survey") > 0 > title_score(sentence)
    assert title_score("Where does the sound of a bell go?") > 0
    assert title_score("Ropes " * 80) < -5
    assert title_score("Ida Varga, Per Ash, Li Novák") < title_score("Wet, Dry and Lost Ropes")


def test_a_title_does_not_go_on_across_sentences() -> None:
    assert title_goes_on_score("and the far quay") > title_goes_on_score("and quays. We time them")


def test_title_case_is_a_capital_for_every_longer_word() -> None:
    assert is_title_case("Bells and the Far Quay")
    assert not is_title_case("Bells and the far quay of this town")
