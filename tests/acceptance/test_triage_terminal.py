"""Everything triaged in a real terminal, by keys alone: the library is what a list says."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from itertools import cycle, islice
from pathlib import Path
from typing import Any

import pytest

from readlist.samples import sample_files

_KEYS = {"t": "to-read", "r": "reading", "d": "done", "x": "skipped", "i": "inbox"}

#: The keys of verdicts, over and over, in no order.
_VERDICTS = "tdxrittxdrxidtrxxdt"


def _dumps() -> list[Path]:
    """Real dumps where there are some, else those of the package."""
    folder = os.environ.get("READLIST_SEEDS")
    return sorted(Path(folder).glob("*.txt")) if folder else sample_files()


def _readlist(database: Path, *words: str) -> Any:
    command = [sys.executable, "-m", "readlist", "--db", str(database), *words, "--json"]
    return json.loads(subprocess.check_output(command))


@pytest.mark.parametrize(
    ("columns", "lines", "at_once"), [(40, 12, True), (80, 24, False), (200, 50, True)]
)
def test_all_papers_are_triaged(
    terminal: Callable[..., Any], tmp_path: Path, columns: int, lines: int, at_once: bool
) -> None:
    database = tmp_path / "library.db"
    _readlist(database, "import", *map(str, _dumps()))
    ids = [paper["id"] for paper in _readlist(database, "list")]
    keys = "".join(islice(cycle(_VERDICTS), len(ids)))

    program = terminal(columns, lines)
    program.wait_for("Inbox")
    program.press("T")
    program.wait_for(f"{len(ids)} left of {len(ids)}")
    if at_once:
        program.type(keys)
    else:
        for place, key in enumerate(keys, 1):
            program.press(key)
            program.wait_for(f"{len(ids) - place} left of {len(ids)}")
    program.wait_for("Triage done")
    program.press("u", "s", "x")  # the last one: taken back, starred, and decided otherwise
    program.wait_for("0 left of")
    program.press("q", "q")
    assert program.wait_for_end() == 0

    expected = dict(zip(ids, (_KEYS[key] for key in keys), strict=True))
    expected[ids[-1]] = "skipped"
    papers = _readlist(database, "list")
    assert {paper["id"]: paper["status"] for paper in papers} == expected
    assert [paper["id"] for paper in papers if paper["starred"]] == [ids[-1]]
