"""Opening a library."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from readlist.reading_list import ReadingList


def test_a_library_is_handed_to_another_thread(tmp_path: Path) -> None:
    with (
        ReadingList.open(tmp_path / "library.db", any_thread=True) as library,
        ThreadPoolExecutor(1) as pool,
    ):
        assert pool.submit(library.ids).result() == []
