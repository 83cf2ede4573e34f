"""What tests of several rooms share: a library in a folder of its own, and papers for it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from readlist.reading_list import ReadingList

_SUBJECTS = ("tides", "lichens", "queues", "glaciers", "dialects", "orchards", "sundials", "moss")


def _page(number: int) -> str:
    """Return a papers page of invented papers, no two of them alike."""
    blocks = []
    for index in range(number):
        subject = _SUBJECTS[index % len(_SUBJECTS)]
        blocks += [
            f"Study {index + 1} of {subject} and what they leave behind",
            f"The {subject} of valley {index * 7919} were counted over {index + 2} winters. "
            f"We report what the count of round {index * 104729} says about {subject}, and compare "
            f"it with the {index + 3} earlier counts that were published by other observers.",
        ]
    return "\n\n".join(blocks) + "\n"


@pytest.fixture
def page() -> Callable[[int], str]:
    """Return what makes a papers page with so many papers."""
    return _page


@pytest.fixture
def library(tmp_path: Path) -> Iterator[ReadingList]:
    """An empty library."""
    with ReadingList.open(tmp_path / "library.db") as opened:
        yield opened


@pytest.fixture
def filled(library: ReadingList, tmp_path: Path) -> ReadingList:
    """A library with twelve papers, numbered from 1."""
    dump = tmp_path / "twelve.txt"
    dump.write_text(_page(12), encoding="utf-8")
    assert library.import_sources([dump]).added == 12
    return library
