"""Undo and redo: whatever is done, all of it can be taken back and done again."""

import contextlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from readlist.domain import ActState, Status
from readlist.errors import NothingToDoError, ReadlistError
from readlist.reading_list import ReadingList

_TABLES = ("paper", "note", "tag", "import_run", "import_source", "paper_source", "fingerprint")


def contents(library: ReadingList) -> dict[str, list[Any]]:
    """Everything of a library that acts change."""
    return {
        table: library._database.rows(f"SELECT * FROM {table} ORDER BY 1, 2") for table in _TABLES
    }


def undo_all(library: ReadingList) -> int:
    return _repeat(library.undo)


def redo_all(library: ReadingList) -> int:
    return _repeat(library.redo)


def _repeat(step: Callable[[], object]) -> int:
    number = 0
    with contextlib.suppress(NothingToDoError):
        while True:
            step()
            number += 1
    return number


def test_an_empty_library_has_nothing_to_undo(library: ReadingList) -> None:
    with pytest.raises(NothingToDoError):
        library.undo()
    with pytest.raises(NothingToDoError):
        library.redo()


def test_an_import_is_taken_back_whole_and_comes_again(filled: ReadingList) -> None:
    before = contents(filled)
    filled.undo()
    assert all(not rows for rows in contents(filled).values())
    filled.redo()
    assert contents(filled) == before


def test_undo_works_after_a_restart(filled: ReadingList) -> None:
    filled.mark([3, 4], Status.DONE)
    with ReadingList.open(filled.path) as later:
        assert later.undo().summary == "Marked 2 papers done"
        assert later.counts().by_status[Status.INBOX] == 12


def test_what_changes_nothing_is_no_act(filled: ReadingList) -> None:
    filled.star([1], True)
    acts = filled.history()
    assert filled.star([1], True) is None
    assert filled.mark([2], Status.INBOX) is None
    assert filled.tag([2], remove=["absent"]) is None
    assert filled.write_note(2, "") is None
    assert filled.history() == acts


def test_a_new_act_leaves_undone_ones_behind(filled: ReadingList) -> None:
    filled.star([1], True)
    filled.undo()
    filled.star([2], True)
    with pytest.raises(NothingToDoError):
        filled.redo()
    assert [act.state for act in filled.history()] == [
        ActState.DONE,
        ActState.DROPPED,
        ActState.DONE,
    ]


def test_saves_of_one_session_are_one_act(filled: ReadingList) -> None:
    filled.write_note(1, "first", session="one")
    filled.write_note(1, "first thought", session="one")
    filled.write_note(1, "second thought", session="two")
    filled.undo()
    assert filled.paper(1).note == "first thought"
    filled.undo()
    assert filled.paper(1).note is None
    filled.redo()
    assert filled.paper(1).note == "first thought"


def test_typing_on_after_undo_cannot_be_overtaken_by_redo(filled: ReadingList) -> None:
    filled.write_note(1, "kept", session="one")
    filled.star([2], True)
    filled.undo()
    filled.write_note(1, "kept and more", session="one")
    with pytest.raises(NothingToDoError):
        filled.redo()
    assert not filled.paper(2).starred


def test_every_text_a_note_had_is_kept(filled: ReadingList) -> None:
    for text in ("one", "two", "three"):
        filled.write_note(5, text)
    undo_all(filled)
    versions = filled._database.rows("SELECT text FROM note_version ORDER BY id")
    assert [text for (text,) in versions] == ["one", "two", "three"]


def test_ids_and_keys_are_not_used_twice(filled: ReadingList, tmp_path: Path) -> None:
    before = {(paper.id, paper.key) for paper in filled.papers()}
    filled.undo()
    filled.import_sources([tmp_path / "twelve.txt"])
    after = {(paper.id, paper.key) for paper in filled.papers()}
    assert len(after) == 12
    assert not {one for one, _ in before} & {one for one, _ in after}
    assert not {key for _, key in before} & {key for _, key in after}


_IDS = st.lists(st.integers(1, 6), min_size=1, max_size=4, unique=True)
_TAG_NAMES = st.lists(st.sampled_from(["moss", "later", "zürich"]), max_size=2, unique=True)
_STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("mark"), _IDS, st.sampled_from(list(Status))),
        st.tuples(st.just("star"), _IDS, st.booleans()),
        st.tuples(st.just("tag"), _IDS, _TAG_NAMES, _TAG_NAMES),
        st.tuples(
            st.just("write_note"),
            st.integers(1, 6),
            st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=30),
        ),
        st.tuples(
            st.just("edit"),
            st.integers(1, 6),
            st.sampled_from(
                [{"title": "Anew"}, {"year": "1984"}, {"authors": "A; B"}, {"year": ""}]
            ),
        ),
        st.tuples(st.just("undo")),
        st.tuples(st.just("redo")),
        st.tuples(st.just("import_sources"), st.sampled_from([["a"], ["b"], ["a", "b"]])),
    ),
    max_size=12,
)


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(steps=_STEPS)
def test_any_acts_are_taken_back_and_done_again(
    steps: list[tuple[Any, ...]],
    page: Callable[[int], str],
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder = tmp_path_factory.mktemp("acts")
    monkeypatch.chdir(folder)
    Path("a").write_text(page(6), encoding="utf-8")
    Path("b").write_text(page(9), encoding="utf-8")
    with ReadingList.open(folder / "library.db") as library:
        empty = contents(library)
        library.import_sources(["a"])
        for name, *arguments in steps:
            with contextlib.suppress(ReadlistError):
                getattr(library, name)(*arguments)
        present = contents(library)
        done = undo_all(library)
        assert contents(library) == empty
        redone = redo_all(library)
        assert redone >= done
        for _ in range(redone - done):
            library.undo()
        assert contents(library) == present
