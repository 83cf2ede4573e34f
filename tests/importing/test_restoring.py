"""A library taken out as JSONL and into another one: equal, merged, undone; hostile files refused."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from readlist.domain import ImportReport, Status
from readlist.reading_list import ReadingList


@pytest.fixture
def other(tmp_path: Path) -> Iterator[ReadingList]:
    """Another library, empty."""
    with ReadingList.open(tmp_path / "other.db") as opened:
        yield opened


def _lived_in(library: ReadingList) -> ReadingList:
    library.mark([1, 2, 3], Status.TO_READ)
    library.move([3], -2)
    library.mark([4], Status.DONE)
    library.star([2], True)
    library.tag([1, 2], ["wax", "air"])
    library.write_note(1, "first\x00 draft 🐝")
    library.write_note(1, "second")
    library.write_note(5, "gone")
    library.write_note(5, "")
    library.edit(6, {"title": "Mine", "authors": "Ada Moss; J. van Aa", "year": "2024"})
    return library


def _export(library: ReadingList, folder: Path, query: str = "") -> Path:
    path = folder / f"{library.path.stem}.jsonl"
    path.unlink(missing_ok=True)
    library.export_document(path, query, format="jsonl")
    return path


def _counts(report: ImportReport) -> tuple[int, int, int]:
    assert [source.error for source in report.sources] == [None]
    return report.added, report.updated, report.unchanged


def test_into_an_empty_library_it_is_equal(
    filled: ReadingList, other: ReadingList, tmp_path: Path
) -> None:
    exported = _export(_lived_in(filled), tmp_path)
    assert _counts(other.import_sources([exported])) == (12, 0, 0)
    assert list(other.papers()) == list(filled.papers())
    assert other.imports() == filled.imports()
    assert other.ids("status:to-read", "queue") == filled.ids("status:to-read", "queue")
    assert _export(other, tmp_path).read_bytes() == exported.read_bytes()


def test_a_paper_is_known_again_by_its_page(
    filled: ReadingList, other: ReadingList, tmp_path: Path
) -> None:
    filled.edit(1, {"title": "Another", "abstract": "Another."})
    other.import_sources([_export(filled, tmp_path)])
    assert _counts(other.import_sources([tmp_path / "twelve.txt"])) == (0, 0, 12)


def test_it_is_undone_and_redone_as_one(
    filled: ReadingList, other: ReadingList, tmp_path: Path
) -> None:
    exported = _export(_lived_in(filled), tmp_path)
    other.import_sources([exported])
    assert other.undo().summary == "Imported 12 papers from " + str(exported)
    assert (other.ids(), other.imports()) == ([], [])
    other.redo()
    assert _export(other, tmp_path).read_bytes() == exported.read_bytes()


def test_a_second_time_changes_nothing(
    filled: ReadingList, other: ReadingList, tmp_path: Path
) -> None:
    exported = _export(_lived_in(filled), tmp_path)
    other.import_sources([exported])
    acts = other.history()
    assert _counts(other.import_sources([exported])) == (0, 0, 12)
    assert other.history() == acts
    assert _counts(filled.import_sources([exported])) == (0, 0, 12)


def test_what_the_library_holds_stands_and_blanks_are_filled(
    filled: ReadingList, other: ReadingList, tmp_path: Path
) -> None:
    exported = _export(_lived_in(filled), tmp_path)
    other.import_sources([tmp_path / "twelve.txt"])
    other.mark([2], Status.SKIPPED)
    other.tag([1], ["own"])
    other.write_note(1, "my own note")
    keys = [paper.key for paper in other.papers()]
    added, updated, unchanged = _counts(other.import_sources([exported]))
    assert (added + updated + unchanged, added) == (12, 1)  # one was edited beyond recognition
    first, second, fourth = (other.paper(paper_id) for paper_id in (1, 2, 4))
    assert (first.note, first.tags) == ("my own note", ("air", "own", "wax"))
    assert (second.status, second.starred, fourth.status) == (Status.SKIPPED, True, Status.DONE)
    assert fourth.finished_at == filled.paper(4).finished_at
    assert set(keys) < {paper.key for paper in other.papers()}
    record = next(line for line in _lines(_export(other, tmp_path)) if line.get("id") == 1)
    assert [each["text"] for each in record["versions"]] == [
        *("my own note", "first\x00 draft 🐝", "second")
    ]
    other.undo()
    assert (other.paper(1).tags, len(other.ids())) == (("own",), 12)


def test_papers_of_one_file_are_never_one(
    filled: ReadingList, other: ReadingList, tmp_path: Path
) -> None:
    for paper_id in filled.ids():
        filled.edit(paper_id, {"title": "The same long title for every one of these papers"})
    exported = _export(filled, tmp_path)
    assert _counts(other.import_sources([exported])) == (12, 0, 0)


def test_ids_that_are_taken_give_way(
    filled: ReadingList, other: ReadingList, tmp_path: Path, page: Callable[[int], str]
) -> None:
    blocks = page(15).split("\n\n")
    (tmp_path / "three.txt").write_text("\n\n".join(blocks[24:]), encoding="utf-8")
    assert other.import_sources([tmp_path / "three.txt"]).added == 3
    assert _counts(other.import_sources([_export(filled, tmp_path)])) == (12, 0, 0)
    assert sorted(other.ids()) == list(range(1, 16))


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(data=st.data())
@example(data=None)
def test_a_damaged_export_never_half_goes_in(
    filled: ReadingList, other: ReadingList, tmp_path: Path, data: st.DataObject | None
) -> None:
    content = _export(filled, tmp_path).read_bytes()
    if data is not None:
        cut = data.draw(st.integers(80, len(content) - 1))
        piece = data.draw(st.sampled_from([b"", b"\n", b"}", b'"', b"\xff", b"0", b"[[[["]))
        content = content[:cut] + piece + content[cut + data.draw(st.integers(0, 300)) :]
    (tmp_path / "damaged.jsonl").write_bytes(content)
    [source] = other.import_sources([tmp_path / "damaged.jsonl"]).sources
    assert len(other.ids()) == (0 if source.error else source.added)
    if source.error is None:
        assert source.found == 12
        other.undo()
    assert other.ids() == []
