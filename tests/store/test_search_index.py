"""The documents of the search index go out and come in with the papers they are made of."""

from pathlib import Path

import pytest

from readlist.errors import ReadlistError
from readlist.reading_list import ReadingList
from readlist.store import search_index


def _found(library: ReadingList, word: str) -> list[int]:
    return library.ids(f'"{word}"')


def _words(library: ReadingList) -> list[tuple[str, int, int]]:
    return library._database.rows("SELECT * FROM text_words ORDER BY term")


def test_every_field_a_person_writes_is_found_at_once(filled: ReadingList) -> None:
    filled.edit(1, {"title": "Marmots", "abstract": "burrows", "authors": "Ezra Quill"})
    filled.edit(1, {"comment": "nineteen pages"})
    filled.write_note(1, "perplexing")
    filled.tag([1], ["thesis"])
    for word in ("marmots", "burrows", "quill", "nineteen", "perplexing", "thesis"):
        assert _found(filled, word) == [1], word
    assert _found(filled, "tides") == [9]


def test_what_is_no_part_of_a_document_leaves_the_index_alone(filled: ReadingList) -> None:
    before = _words(filled)
    filled.edit(1, {"year": "2020", "venue": "Marmot Days", "doi": "10.1000/marmot"})
    filled.star([1], True)
    assert _words(filled) == before


def test_old_words_go_and_come_back_with_undo_and_redo(filled: ReadingList) -> None:
    filled.write_note(2, "perplexing")
    filled.write_note(2, "boring")
    assert (_found(filled, "perplexing"), _found(filled, "boring")) == ([], [2])
    filled.undo()
    assert (_found(filled, "perplexing"), _found(filled, "boring")) == ([2], [])
    filled.undo()
    assert (_found(filled, "perplexing"), _found(filled, "boring")) == ([], [])
    filled.redo()
    assert _found(filled, "perplexing") == [2]


def test_an_undone_import_leaves_no_word_behind(filled: ReadingList) -> None:
    before = _words(filled)
    filled.undo()
    assert _words(filled) == []
    filled.redo()
    assert _words(filled) == before


def test_a_tag_taken_from_many_is_taken_from_each(filled: ReadingList) -> None:
    filled.tag([1, 2, 3], ["thesis", "later"])
    filled.tag([1, 3], [], ["thesis"])
    assert _found(filled, "thesis") == [2]
    assert sorted(_found(filled, "later")) == [1, 2, 3]


def test_a_failed_act_changes_no_document(filled: ReadingList) -> None:
    before = _words(filled)
    with pytest.raises(ReadlistError):
        filled.edit(1, {"title": "Marmots", "year": "soon"})
    assert _words(filled) == before


def test_an_import_rehearsed_leaves_the_index_alone(filled: ReadingList, tmp_path: Path) -> None:
    before = _words(filled)
    page = tmp_path / "more.txt"
    page.write_text((tmp_path / "twelve.txt").read_text("utf-8").replace("moss", "marmots"))
    assert filled.import_sources([page], dry_run=True).added == 1
    assert _words(filled) == before
    assert filled.import_sources([page]).added == 1
    assert len(_found(filled, "marmots")) == 1


def test_an_index_made_by_other_rules_is_made_anew(filled: ReadingList) -> None:
    before = _words(filled)
    with filled._database.writing():
        filled._database.run("INSERT INTO text_index (text_index) VALUES ('delete-all')")
        filled._database.run("DELETE FROM spelling")
        filled._database.run("UPDATE index_version SET version = ?", (search_index.VERSION - 1,))
    with ReadingList.open(filled.path) as later:
        assert _words(later) == before
        assert [hit.id for hit in later.search("sundails", 5).hits] == [7]
        assert later._database.value("SELECT version FROM index_version") == search_index.VERSION


def test_another_process_sees_the_document_with_the_change(filled: ReadingList) -> None:
    with ReadingList.open(filled.path) as other:
        filled.write_note(4, "perplexing")
        assert _found(other, "perplexing") == [4]
        other.undo()
    assert _found(filled, "perplexing") == []


@pytest.mark.parametrize(
    ("title", "initials"),
    [
        ("Bag of Words Models", "bowm bwm"),
        ("Graph Mining", "gm"),
        ("Éclairs, and Others!", "eao eo"),
        ("of the", "ot "),
        ("", ""),
    ],
    ids=["small", "plain", "folded", "only", "empty"],
)
def test_initials_are_kept_with_and_without_the_small_words(title: str, initials: str) -> None:
    assert search_index.initials(title) == initials


@pytest.mark.parametrize(
    ("letters", "trigrams"), [("bowm", ["bow", "owm"]), ("bwm", ["bwm"]), ("bw", [])]
)
def test_trigrams(letters: str, trigrams: list[str]) -> None:
    assert search_index.trigrams(letters) == trigrams
