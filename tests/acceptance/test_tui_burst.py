"""Keys typed in one burst, in a real terminal, give the library that they give typed slowly."""

import random
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from readlist.domain import Paper
from readlist.reading_list import ReadingList

#: What a burst is made of, as often as it is written here; it begins with enough to be undone.
LETTERS = "jjjkkddddtttrrxxxiss  VuJKG1234567"
BEGINNING = "dtrxsdtrxs"

#: In the middle, a search: its letters are no commands.
SEARCH = "1/tides\r"


def _keys(seed: int) -> str:
    """Return 200 keys, whose last ones leave no search being typed."""
    letters = random.Random(seed).choices(LETTERS, k=200 - len(BEGINNING + SEARCH))
    return "".join([BEGINNING, *letters[:110], SEARCH, *letters[110:]])


def _typed(
    terminal: Callable[..., Any], folder: Path, keys: str, *, slowly: bool
) -> tuple[list[Paper], list[int], list[str]]:
    """Type keys into a library as it was; return its papers, its queue and its history."""
    database = folder / "library.db"
    shutil.copy(folder / "untouched.db", database)
    program = terminal(80, 24)
    program.wait_for("60 papers")
    program.settle()
    if slowly:
        for key in keys:
            program.type(key)
            program.settle(0.03)
    else:
        program.type(keys)
    program.press("ctrl+q")
    assert program.wait_for_end(60) == 0
    with ReadingList.open(database) as library:
        papers = sorted(library.papers(), key=lambda paper: paper.id)
        queue, history = library.ids(sort="queue"), [act.summary for act in library.history()]
    database.unlink()
    return papers, queue, history


def _unstamped(papers: list[Paper]) -> list[str]:
    """Return all of the papers but when they were changed."""
    return [
        "|".join(
            f"{name}={getattr(paper, name)!r}" for name in paper._fields if not name.endswith("_at")
        )
        for paper in papers
    ]


@pytest.mark.parametrize("seed", [1])
def test_burst_does_what_slow_typing_does(
    terminal: Callable[..., Any], tmp_path: Path, page: Callable[[int], str], seed: int
) -> None:
    dump = tmp_path / "papers.txt"
    dump.write_text(page(60), encoding="utf-8")
    with ReadingList.open(tmp_path / "untouched.db") as library:
        library.import_sources([dump])
    keys = _keys(seed)
    slow = _typed(terminal, tmp_path, keys, slowly=True)
    burst = _typed(terminal, tmp_path, keys, slowly=False)
    assert len({paper.status for paper in slow[0]}) > 2
    assert _unstamped(burst[0]) == _unstamped(slow[0])
    assert burst[1:] == slow[1:]
