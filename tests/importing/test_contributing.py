"""The reader that CONTRIBUTING.md shows works, in a package of its own that is found by an entry point."""

import re
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.importing.reading import read

from readlist.importing import readers
from readlist.reading_list import ReadingList

_SHOWN = re.compile(r"^  ```python\n(.*?)^  ```$", re.S | re.M)
_MODULE = "papers_of_a_reading_group"


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A package that is installed beside readlist and holds the reader that is shown."""
    shown = _SHOWN.search((Path(__file__).parents[2] / "CONTRIBUTING.md").read_text("utf-8"))
    assert shown
    (tmp_path / f"{_MODULE}.py").write_text(textwrap.dedent(shown[1]), "utf-8")
    info = tmp_path / "reading_group-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: reading-group\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(
        f"[readlist.readers]\nreading-group = {_MODULE}:ReadingGroup\n"
    )
    monkeypatch.syspath_prepend(str(tmp_path))
    _forget()
    yield
    sys.modules.pop(_MODULE, None)
    _forget()


def _forget() -> None:
    for found in (readers.formats, readers.pages, readers._of_others):
        found.cache_clear()


@pytest.mark.usefixtures("package")
def test_another_package_adds_a_format() -> None:
    dump = read("## our papers\nBells and Ropes | 2021\nNo year\nTides | 1999\n")
    assert dump.format == "reading-group"
    assert [(paper.title, paper.year) for paper in dump.papers] == [
        ("Bells and Ropes", 2021),
        ("Tides", 1999),
    ]
    assert [text.reason for text in dump.skipped] == ["no title and year"] * 2


@pytest.mark.usefixtures("package")
def test_formats_are_listed_without_importing_those_of_others() -> None:
    assert ("reading-group", "of the package reading-group") in ReadingList.import_formats()
    assert _MODULE not in sys.modules
