"""Made tiny and large again on every screen, in a real terminal: nothing raised, nothing lost."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from readlist.domain import Status
from readlist.reading_list import ReadingList

LARGE, TINY = (200, 50), (40, 12)

pytestmark = pytest.mark.usefixtures("filled")


@pytest.fixture
def program(terminal: Callable[..., Any]) -> Any:
    """The program on twelve papers in a large terminal."""
    opened = terminal(*LARGE)
    opened.wait_for("12 papers")
    return opened


def _resize(program: Any, size: tuple[int, int]) -> None:
    program.resize(*size)
    program.settle(0.3)


def _type_while_resizing(program: Any, text: str) -> None:
    """Type a third of the text in a large terminal, a third in a tiny one, a third in a large."""
    third = len(text) // 3 + 1
    for part, size in ((0, TINY), (1, LARGE), (2, LARGE)):
        program.type(text[part * third : (part + 1) * third])
        program.settle()
        _resize(program, size)


def _leave(program: Any) -> None:
    program.press("ctrl+q")
    assert program.wait_for_end() == 0
    assert b"Traceback" not in program.raw


def test_main(program: Any, filled: ReadingList) -> None:
    program.type("j  ")
    _resize(program, TINY)
    program.type("j ")
    _resize(program, LARGE)
    program.wait_for("3 selected of 12 papers")
    program.press("d")
    _leave(program)
    ids = filled.ids(sort="added")
    done = {paper.id for paper in filled.papers() if paper.status is Status.DONE}
    assert done == {ids[1], ids[2], ids[4]}


def test_search(program: Any, filled: ReadingList) -> None:
    program.press("/")
    _type_while_resizing(program, "title:lichens")
    program.wait_for("title:lichens")
    program.press("enter")
    program.type("*d")
    _leave(program)
    done = [paper.title for paper in filled.papers() if paper.status is Status.DONE]
    assert done
    assert all("lichens" in title for title in done)
    assert len(done) == sum("lichens" in paper.title for paper in filled.papers())


def test_note(program: Any, filled: ReadingList) -> None:
    text = "A first line that is longer than forty columns are wide, and\na second one."
    program.press("n")
    _type_while_resizing(program, text)
    program.press("escape")
    _leave(program)
    assert filled.paper(filled.ids(sort="added")[0]).note == text


def test_edit(program: Any, filled: ReadingList) -> None:
    number = filled.ids(sort="added")[0]
    before = filled.paper(number).title
    program.press("e")
    program.wait_for("commas between authors")
    _type_while_resizing(program, ", seen from the shore")
    program.press("enter")
    program.settle(0.3)
    _leave(program)
    assert filled.paper(number).title == f"{before}, seen from the shore"


def test_tag(program: Any, filled: ReadingList) -> None:
    program.press("#")
    program.wait_for("-word removes")
    _type_while_resizing(program, "tide shore moon")
    program.press("enter")
    program.settle(0.3)
    _leave(program)
    assert set(filled.paper(filled.ids(sort="added")[0]).tags) == {"tide", "shore", "moon"}


def test_import(
    program: Any, filled: ReadingList, tmp_path: Path, page: Callable[..., str]
) -> None:
    dump = tmp_path / "more.txt"
    dump.write_text(page(15), encoding="utf-8")
    program.press("I")
    program.wait_for("Import papers")
    _type_while_resizing(program, str(dump))
    program.press("enter")
    program.wait_for("esc closes")
    _resize(program, TINY)
    _resize(program, LARGE)
    program.press("escape")
    _leave(program)
    assert len(filled.ids()) == 15


def test_palette(program: Any, filled: ReadingList) -> None:
    program.press("ctrl+p")
    program.settle(0.3)
    _type_while_resizing(program, "mark reading")
    program.wait_for("Mark reading")
    program.settle(0.3)
    program.press("enter")
    program.settle(0.3)
    _leave(program)
    assert filled.paper(filled.ids(sort="added")[0]).status is Status.READING


def test_triage(program: Any, filled: ReadingList) -> None:
    ids = filled.ids(sort="added")
    program.type("Td")
    program.settle()
    _resize(program, TINY)
    program.type("t")
    program.settle()
    _resize(program, LARGE)
    program.type("x")
    _leave(program)
    assert [filled.paper(number).status for number in ids[:4]] == [
        Status.DONE,
        Status.TO_READ,
        Status.SKIPPED,
        Status.INBOX,
    ]


def test_note_in_triage(program: Any, filled: ReadingList) -> None:
    text = "Written over a paper that is shown below it."
    program.type("Tn")
    _type_while_resizing(program, text)
    program.press("escape")
    _leave(program)
    assert filled.paper(filled.ids(sort="added")[0]).note == text


def test_export(program: Any, tmp_path: Path) -> None:
    folder = tmp_path / "exported"
    program.press("w")
    program.wait_for("Export as Markdown")
    program.press("ctrl+u")
    _type_while_resizing(program, str(folder))
    program.press("enter")
    program.wait_for("12 written")
    _leave(program)
    assert len(list(folder.glob("*.md"))) == 12


def test_pick(program: Any) -> None:
    program.press("O")
    program.wait_for("Order of Inbox")
    program.press("j")
    _resize(program, TINY)
    program.press("j")
    _resize(program, LARGE)
    program.press("enter")
    program.wait_for("by author")
    _leave(program)


def test_statistics(program: Any) -> None:
    program.press("%")
    program.wait_for("Waiting longest")
    program.press("j")
    _resize(program, TINY)
    program.press("j")
    _resize(program, LARGE)
    program.press("enter")
    program.wait_for("no. 3 ")
    _leave(program)


@pytest.mark.parametrize(
    ("key", "shown"), [("?", "Keys"), ("O", "Order of Inbox"), ("%", "papers"), ("I", "Import")]
)
def test_what_only_shows(program: Any, filled: ReadingList, key: str, shown: str) -> None:
    program.press(key)
    program.wait_for(shown)
    large = program.settle(0.3)
    _resize(program, TINY)
    _resize(program, LARGE)
    assert program.text == large
    program.press("escape", "d")
    _leave(program)
    assert filled.paper(filled.ids(sort="added")[0]).status is Status.DONE
