"""Notes that others may be writing too, what they were before, and what is put into them."""

import pytest

from readlist.domain import ActState
from readlist.errors import NoSuchPaperError, NothingToDoError
from readlist.reading_list import ReadingList
from readlist.reading_list.notes import appended, merge_note_texts, quotation


def _texts(library: ReadingList) -> list[str]:
    return [library.note_version(1, one.number) for one in library.note_savings(1)]


def test_what_was_written_meanwhile_is_kept(filled: ReadingList) -> None:
    filled.write_note(1, "one\n\ntwo\n")
    filled.write_note(1, "ONE\n\ntwo\n")
    written = filled.merge_note(1, "one\n\ntwo\n", "one\n\ntwo\nthree\n")
    assert (written.text, written.merged, written.conflicts) == ("ONE\n\ntwo\nthree\n", True, 0)
    assert filled.paper(1).note == written.text
    assert _texts(filled)[2:] == ["one\n\ntwo\nthree\n", written.text]


def test_two_texts_of_the_same_line_are_both_kept(filled: ReadingList) -> None:
    filled.write_note(1, "theirs")
    written = filled.merge_note(1, "", "mine")
    assert written.conflicts == 1
    assert {"mine", "theirs"} <= set((filled.paper(1).note or "").split("\n"))
    filled.undo()
    assert filled.paper(1).note == "theirs"


def test_a_text_made_from_what_is_there_is_taken_as_it_is(filled: ReadingList) -> None:
    filled.write_note(1, "before")
    written = filled.merge_note(1, "before", "")
    assert (written.text, written.merged) == ("", False)
    assert written.act
    assert filled.paper(1).note is None
    assert filled.merge_note(1, "", "").act is None


def test_a_text_that_was_already_written_changes_nothing(filled: ReadingList) -> None:
    filled.write_note(1, "same")
    versions = len(filled.note_savings(1))
    assert filled.merge_note(1, "", "same").act is None
    assert len(filled.note_savings(1)) == versions


def test_versions_are_numbered_and_told(filled: ReadingList) -> None:
    for text in ("one", "\n\n  # two\nlines", ""):
        filled.write_note(1, text)
    told = [(one.number, one.size, one.opening) for one in filled.note_savings(1)]
    assert told == [(1, 3, "one"), (2, 15, "# two"), (3, 0, "")]
    assert filled.note_savings(2) == []


def test_restoring_is_an_act_and_loses_nothing(filled: ReadingList) -> None:
    for text in ("one", "two"):
        filled.write_note(1, text)
    act = filled.restore_note(1, 1)
    assert act
    assert act.summary.startswith("Restored version 1 of the note of “Study 1")
    assert filled.paper(1).note == "one"
    assert filled.undo().state is ActState.UNDONE
    assert filled.paper(1).note == "two"
    assert _texts(filled) == ["one", "two", "one"]
    assert filled.restore_note(1, 2) is None


def test_what_is_not_there(filled: ReadingList) -> None:
    for number in (1, 10**9):
        with pytest.raises(NothingToDoError, match="has no version"):
            filled.restore_note(1, number)
    with pytest.raises(NoSuchPaperError):
        filled.note_savings(99)
    with pytest.raises(NoSuchPaperError):
        filled.merge_note(99, "", "x")


def test_search_sees_a_note_at_once(filled: ReadingList) -> None:
    filled.merge_note(4, "", "about xylophones")
    assert filled.ids("xylophones") == [4]
    assert filled.ids("has:note") == [4]
    filled.merge_note(4, "about xylophones", "")
    assert filled.ids("has:note") == []


def test_two_sides_of_a_text_are_named() -> None:
    merged = merge_note_texts("a", "mine", "theirs")
    assert merged.conflicts == 1
    assert merged.text == ("<<<<<<< written here\nmine\n=======\ntheirs\n>>>>>>> written elsewhere")


def test_a_quotation_holds_each_paragraph_on_a_line() -> None:
    assert quotation("  one\n two \n\n\nthree ") == "> one two\n>\n> three"
    assert quotation(" \n ") == ""


def test_a_paragraph_comes_at_the_end() -> None:
    assert appended("", "> x") == "> x\n"
    assert appended("Note.\n\n\n", "> x") == "Note.\n\n> x\n"
