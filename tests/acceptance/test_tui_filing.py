"""Every paper filed by keyboard, by selection and by mouse, in a real terminal, as expected."""

import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from readlist.domain import Status
from readlist.reading_list import ReadingList
from readlist.samples import sample_files

KEYS = {
    "t": Status.TO_READ,
    "r": Status.READING,
    "d": Status.DONE,
    "x": Status.SKIPPED,
    "i": Status.INBOX,
}


@pytest.fixture
def dumped(library: ReadingList) -> ReadingList:
    """A library of real dumps where there are some, else of those of the package."""
    folder = os.environ.get("READLIST_SEEDS")
    dumps = sorted(Path(folder).glob("*.txt")) if folder else sample_files()
    assert library.import_sources(dumps).added
    return library


def _statuses(library: ReadingList) -> dict[int, Status]:
    return {paper.id: paper.status for paper in library.papers()}


def _leave(program: Any) -> None:
    program.press("ctrl+q")
    assert program.wait_for_end() == 0


def test_all_by_keyboard(terminal: Callable[..., Any], dumped: ReadingList) -> None:
    ids = dumped.ids(sort="added")
    verdicts = ("dtrxi" * len(ids))[: len(ids)]
    program = terminal(80, 24)
    program.wait_for(f"{len(ids)} papers")
    for key in verdicts:
        program.press(key)
    _leave(program)
    assert _statuses(dumped) == {
        paper_id: KEYS[key] for paper_id, key in zip(ids, verdicts, strict=True)
    }


def test_all_in_triage(terminal: Callable[..., Any], dumped: ReadingList) -> None:
    ids = dumped.ids(sort="added")
    verdicts = ("xdrt" * len(ids))[: len(ids)]
    program = terminal(80, 24)
    program.wait_for(f"{len(ids)} papers")
    program.type("T" + verdicts)
    _leave(program)
    assert _statuses(dumped) == {
        paper_id: KEYS[key] for paper_id, key in zip(ids, verdicts, strict=True)
    }


def test_all_by_selection(terminal: Callable[..., Any], dumped: ReadingList) -> None:
    ids = dumped.ids(sort="added")
    program = terminal(80, 24)
    program.wait_for(f"{len(ids)} papers")
    program.type("   t")  # one by one: the first three
    program.type("Vjjr")  # a range: the next three
    program.type(" j d")  # the next and the one after the next
    program.type("*x")  # all others
    program.type("u")  # which is one step
    program.settle(0.3)
    expected = dict.fromkeys(ids, Status.INBOX)
    expected |= dict.fromkeys(ids[:3], Status.TO_READ)
    expected |= dict.fromkeys(ids[3:6], Status.READING)
    expected |= dict.fromkeys([ids[6], ids[8]], Status.DONE)
    program.wait_for(f"{len(ids) - 8} papers")
    assert _statuses(dumped) == expected

    program.type("*x")
    _leave(program)
    left = [paper_id for paper_id, status in expected.items() if status is Status.INBOX]
    assert _statuses(dumped) == expected | dict.fromkeys(left, Status.SKIPPED)


def test_all_by_mouse(terminal: Callable[..., Any], dumped: ReadingList) -> None:
    listed = dumped.ids(sort="added")
    program = terminal(120, 40)
    program.wait_for(f"{len(listed)} papers")
    program.settle()
    lines = program.text.splitlines()
    top = next(line for line, text in enumerate(lines, 1) if f"{len(listed)} papers" in text) + 2
    expected: dict[int, Status] = {}
    for turn in range(len(listed)):
        row, key = turn * 5 % min(13, len(listed)), "dtrx"[turn % 4]
        program.click_at(60, top + 2 * row)
        program.press(key)
        expected[listed.pop(row)] = KEYS[key]
        program.wait_for(f" {len(listed)} paper")
        program.settle(0.03)
    _leave(program)
    assert _statuses(dumped) == expected


@pytest.fixture
def many(library: ReadingList, tmp_path: Path, page: Callable[[int], str]) -> ReadingList:
    """A library of more papers than the list has room for, whose titles are numbered as they are."""
    dump = tmp_path / "many.txt"
    dump.write_text(page(24), encoding="utf-8")
    assert library.import_sources([dump]).added == 24
    return library


def _numbers_shown(program: Any) -> list[int]:
    """Return the numbers of the papers that the list shows, from the top."""
    lines = program.text.splitlines()
    return [int(found[1]) for line in lines if (found := re.search(r" Study (\d+) of", line[:70]))]


def test_wheel_and_double_clicks(terminal: Callable[..., Any], many: ReadingList) -> None:
    expected: dict[int, Status] = {}
    program = terminal(120, 40)
    program.wait_for("24 papers")
    program.settle()
    for turn in range(8):
        before = _numbers_shown(program)
        if turn % 4 == 3:
            program.wheel(f" Study {before[0]} of", 2 if turn % 8 == 3 else -2)
            program.settle()
        shown = _numbers_shown(program)
        number, key = shown[turn * 7 % len(shown)], "dtrx"[turn // 3 % 4]
        program.click(f" Study {number} of", times=1 + turn % 2)
        program.settle()
        program.press(key)
        program.wait_for(f" {23 - turn} papers")
        if turn % 2:
            program.press("escape")  # from the paper, which a double-click opened
        program.settle(0.4)  # after a pause a list at its end scrolls to fit
        expected[number] = KEYS[key]
    _leave(program)
    filed = {int(paper.title.split()[1]): paper.status for paper in many.papers()}
    assert len(expected) == 8
    assert {number: status for number, status in filed.items() if number in expected} == expected
    assert sum(status is Status.INBOX for status in filed.values()) == 16


def test_wheel_leaves_the_cursor(terminal: Callable[..., Any], many: ReadingList) -> None:
    program = terminal(120, 40)
    program.wait_for("24 papers")
    program.settle()
    first = _numbers_shown(program)[0]
    program.wheel(f" Study {first} of", 5)
    program.settle()
    assert first not in _numbers_shown(program)
    program.press("d")
    _leave(program)
    filed = [paper for paper in many.papers() if paper.status is Status.DONE]
    assert [paper.title.split()[1] for paper in filed] == [str(first)]
