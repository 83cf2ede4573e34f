"""Running commands in this process, on a library of the test's own."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from readlist.cli.main import main


@dataclass(frozen=True)
class Answer:
    """What a command left: its exit code and what it printed."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        return json.loads(self.out)


def _no_interface(library: Path) -> int:
    raise AssertionError(f"the interface was opened on {library}")


@pytest.fixture
def readlist(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., Answer]:
    """Return what runs a command line."""
    monkeypatch.setenv("READLIST_DB", str(tmp_path / "library.db"))
    monkeypatch.chdir(tmp_path)

    def run(*words: object) -> Answer:
        capsys.readouterr()
        try:
            code = main([str(word) for word in words], _no_interface)
        except SystemExit as exit:
            code = int(exit.code or 0)
        printed = capsys.readouterr()
        return Answer(code, printed.out, printed.err)

    return run


@pytest.fixture
def imported(
    readlist: Callable[..., Answer], tmp_path: Path, page: Callable[[int], str]
) -> Callable[..., Answer]:
    """Return what runs a command line on a library with twelve papers."""
    (tmp_path / "twelve.txt").write_text(page(12), encoding="utf-8")
    assert readlist("import", "twelve.txt").code == 0
    return readlist
