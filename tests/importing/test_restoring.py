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


def _paper(**changes: object) -> str:
    values = {
        "kind": "paper", "id": 1, "key": "k7f3q", "title": "Wax", "title_source": "dump",
        "status": "inbox", "added_at": "2025-03-01T10:00:00Z",
        "updated_at": "2025-03-01T10:00:00Z",
    }  # fmt: skip
    return json.dumps({**values, **changes})


_FINDING = {"origin": 1, "first_line": 1, "last_line": 1, "digest": 1}
_FIRST = '{"kind": "library", "format": "readlist", "version": 1}'
_END = '{"kind": "end", "papers": 1}'


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ([_FIRST, _paper()], "line 2: the file ends too early"),
        ([_FIRST], "line 1: the file ends too early"),
        ([_FIRST, _paper()[:40]], "line 2 is not JSON"),
        ([_FIRST, "[" * 100_000], "line 2 is not JSON"),
        ([_FIRST, _paper(year=1)[:-2] + "1" * 5000 + "}"], "line 2 is not JSON"),
        ([_FIRST, "[]"], "line 2 is no JSON object"),
        ([_FIRST, '{"kind": "x"}'], "line 2 is of no known kind"),
        ([_FIRST, _paper(), _paper(), _END], "line 3 has the key of an earlier paper"),
        ([_FIRST, _paper(), '{"kind": "end", "papers": 2}'], "line 3 tells of 2 papers"),
        ([_FIRST, _paper(), _END, _paper(key="b")], "line 4 comes after the end"),
        ([_FIRST, _paper(title=""), _END], "line 2 has no title"),
        ([_FIRST, _paper(title=3), _END], "line 2 has a title that is no text"),
        ([_FIRST, _paper(id=2**70), _END], "line 2 has a id that is no number"),
        ([_FIRST, _paper(year=1e400), _END], "line 2 has a year that is no number"),
        ([_FIRST, _paper(starred=1), _END], "line 2 has a starred that is neither"),
        ([_FIRST, _paper(tags="wax"), _END], "line 2 has a tags that is no list"),
        ([_FIRST, _paper(tags=["a b"]), _END], "line 2 has a tag that cannot be one"),
        ([_FIRST, _paper(key="../x"), _END], "line 2 has a key that cannot be one"),
        ([_FIRST, _paper(status="read"), _END], "line 2 has a status that is none of inbox"),
        ([_FIRST, _paper(added_at="now"), _END], "line 2 has a added_at that is no time"),
        ([_FIRST, _paper(versions=[1]), _END], "line 2: versions is no JSON object"),
        (
            [_FIRST, _paper(findings=[_FINDING]), _END],
            "line 2 was found in an origin",
        ),
        ([_FIRST.replace("1}", "2}"), _paper(), _END], "made by a newer version of readlist"),
    ],
)
def test_a_hostile_file_is_refused_in_one_line_and_writes_nothing(
    library: ReadingList, tmp_path: Path, lines: list[str], message: str
) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    [source] = library.import_sources([path]).sources
    assert source.error is not None
    assert source.error.startswith(f"{path}: {message}")
    assert "\n" not in source.error
    assert (library.ids(), library.history()) == ([], [])


def test_odd_but_possible_values_are_taken(library: ReadingList, tmp_path: Path) -> None:
    path = tmp_path / "odd.jsonl"
    odd = _paper(id=2**50, title="\ud800 \u001b[31m", authors=["\x00"], queue=2**50, note="n")
    path.write_text("\n".join([_FIRST, odd, _END]), encoding="utf-8")
    assert _counts(library.import_sources([path], format="jsonl")) == (1, 0, 0)
    assert library.ids() == [1]
    assert library.paper(1).title == "? \x1b[31m"
    library.undo()
    library.redo()
    assert library.paper(1).note == "n"


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
