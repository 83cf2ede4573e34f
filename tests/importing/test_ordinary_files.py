"""The files of this machine that are no lists of papers are not taken for any.

Licences, man pages, sources, configuration, logs, package metadata and prose: what stands
around on any machine, 500 of it by default; ``READLIST_FILES=10000`` takes more, and
``READLIST_SEED`` others.
"""

import os
import random
import sysconfig
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from readlist.domain import PaperDraft
from readlist.errors import SourceError
from readlist.importing.detect import read_dump
from readlist.importing.sources import open_dump

_PLACES = ("/usr/share", "/usr/include", "/usr/lib", "/etc", "/opt")
_NUMBER = int(os.environ.get("READLIST_FILES", "500"))
_SEED = os.environ.get("READLIST_SEED", "1")
_PARTS = 8
#: Of one kind of file at most this many.
_MOST_OF_A_KIND = _NUMBER // 8
#: Of all of them so many may be mistaken: some files of packages really are lists of papers.
_MOST = max(1, 5 * _NUMBER // 2000)
_SIZES = range(40, 200_000)


@cache
def _files() -> list[Path]:
    """Return as many files as asked for, of many kinds, the same ones each time."""
    paths = sysconfig.get_paths()
    found = sorted(
        {one for place in (paths["stdlib"], paths["purelib"], *_PLACES) for one in _in(place)}
    )
    random.Random(_SEED).shuffle(found)
    kinds: Counter[str] = Counter()
    chosen = []
    for name in found:
        path = Path(name)
        kinds[path.suffix] += 1
        if kinds[path.suffix] <= _MOST_OF_A_KIND:
            chosen.append(path)
        if len(chosen) == _NUMBER:
            break
    return chosen


def _in(place: str) -> Iterator[str]:
    for folder, folders, names in os.walk(place):
        folders[:] = [name for name in folders if name not in ("__pycache__", ".git")]
        for name in names:
            path = Path(folder, name)
            try:
                if not path.is_symlink() and path.is_file() and path.stat().st_size in _SIZES:
                    yield str(path)
            except OSError:
                continue


@pytest.mark.parametrize("part", range(_PARTS))
def test_what_holds_no_papers_is_refused_in_a_line(part: int) -> None:
    outcomes = {path: _outcome(path) for path in _files()[part::_PARTS]}
    taken = {path: found for path, (found, _) in outcomes.items() if found}
    assert len(taken) * _PARTS <= _MOST + _PARTS - 1, taken
    refusals = [refusal for _, refusal in outcomes.values()]
    assert not [refusal for refusal in refusals if len(refusal) > 160 or "\n" in refusal]


def test_there_are_files_enough() -> None:
    assert len(_files()) >= min(_NUMBER, 450)


def _outcome(path: Path) -> tuple[str, str]:
    """Return what papers a file is taken for, if any, and why it is refused, if it is."""
    try:
        with path.open("rb") as stream:
            reading = read_dump(open_dump(stream).lines())
            papers = sum(isinstance(piece, PaperDraft) for piece in reading.pieces)
            return f"{papers} papers as {reading.format}", ""
    except SourceError as error:
        return "", str(error)
    except OSError:
        return "", "cannot be read"
