"""An error that nobody expected leaves the terminal clean, says one line, and loses nothing."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from readlist.domain import Status
from readlist.reading_list import ReadingList

#: Python runs it at its start: from then on copying a citation leads to an error.
_BROKEN = """
from textual.app import App

def broken(app, text):
    raise ZeroDivisionError("nobody expected this")

App.copy_to_clipboard = broken
"""


def test_crash(
    terminal: Callable[..., Any],
    filled: ReadingList,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (tmp_path / "sitecustomize.py").write_text(_BROKEN)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    program = terminal(200, 24)
    program.wait_for("12 papers")
    program.type("dy")
    assert program.wait_for_end() == 1

    after = program.raw.rpartition(b"\x1b[?1049l")[2].decode()
    [line] = [line for line in after.splitlines() if "readlist" in line]
    log = tmp_path / "readlist" / "log" / "readlist.log"
    assert line.endswith(f" in {log}")
    assert "nobody expected this" in line
    assert "Traceback" not in program.raw.decode()
    assert "in broken" in log.read_text()
    assert program.raw.rindex(b"\x1b[?25h") > program.raw.rindex(b"\x1b[?25l")
    assert program.raw.rindex(b"\x1b[?1000l") > program.raw.rindex(b"\x1b[?1000h")
    assert [one.id for one in filled.papers() if one.status is Status.DONE] == [1]
