"""The desk does changes in order, looks up what is urgent first, and never loses a change."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Queue

import pytest
from textual.message import Message

from readlist.reading_list import ReadingList
from readlist.tui.desk import Desk
from readlist.tui.messages import ChangedElsewhere, Failed


@pytest.fixture
def answers() -> Queue[Message]:
    return Queue()


@pytest.fixture
def desk(tmp_path: Path, answers: Queue[Message]) -> Iterator[Desk]:
    desk = Desk(tmp_path / "library.db", answers.put)
    yield desk
    desk.close(5)


def _note(log: list[str], word: str) -> Callable[[ReadingList], None]:
    return lambda library: log.append(word)


def test_changes_are_made_in_order_and_all_of_them_before_leaving(desk: Desk) -> None:
    done: list[str] = []
    for number in range(100):
        desk.write(_note(done, str(number)))
    assert desk.unfinished == 100
    desk.start()
    assert desk.close(10)
    assert done == [str(number) for number in range(100)]
    assert desk.unfinished == 0


def test_close_tells_when_patience_was_too_short(desk: Desk) -> None:
    may_end = threading.Event()
    desk.write(lambda library: _wait(may_end))
    desk.start()
    assert not desk.close(0.1)
    may_end.set()


def test_urgent_questions_first_and_only_the_latest_of_a_kind(desk: Desk) -> None:
    done: list[str] = []
    asked = threading.Event()
    desk.read("ids", _note(done, "ids"))
    desk.read("paper", _note(done, "an old paper"))
    desk.read("counts", lambda library: asked.set())
    desk.read("page", _note(done, "page"))
    desk.read("paper", _note(done, "paper"))
    desk.start()
    assert asked.wait(10)
    while not desk.is_idle:
        pass
    assert done == ["page", "paper", "ids"]


def test_failures_are_answers(
    desk: Desk, answers: Queue[Message], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("readlist.tui.failures.log_file", lambda: tmp_path / "log")
    desk.start()
    desk.write(_undo)
    desk.write(_break)
    reasons = [_reason(answers.get(timeout=10)) for _ in range(2)]
    assert reasons[0].startswith("nothing to undo")
    assert "ZeroDivisionError" in reasons[1]
    assert "ZeroDivisionError" in (tmp_path / "log").read_text()


def test_only_changes_of_others_are_told(
    desk: Desk, answers: Queue[Message], filled: ReadingList
) -> None:
    desk.start()
    desk.write(_star)
    while desk.unfinished:
        pass
    filled.star([2], True)
    assert isinstance(answers.get(timeout=10), ChangedElsewhere)
    assert answers.empty()


def _wait(for_this: threading.Event) -> None:
    assert for_this.wait(10)


def _undo(library: ReadingList) -> None:
    library.undo()


def _star(library: ReadingList) -> None:
    library.star([1], True)


def _break(library: ReadingList) -> None:
    raise ZeroDivisionError


def _reason(message: Message) -> str:
    assert isinstance(message, Failed)
    return message.reason


def test_what_may_be_wanted_comes_after_what_is(desk: Desk) -> None:
    done: list[str] = []
    asked = threading.Event()
    desk.read("near", lambda library: asked.set())
    desk.read("ids", _note(done, "ids"))
    desk.start()
    assert asked.wait(10)
    assert done == ["ids"]
