"""Lines of readlist's own JSONL: a hostile file is refused, what is odd but possible is taken."""

import json
from pathlib import Path

import pytest

from readlist.reading_list import ReadingList


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
        pytest.param([_FIRST, _paper()], "line 2: the file ends too early", id="cut"),
        pytest.param([_FIRST], "line 1: the file ends too early", id="only-first"),
        pytest.param([_FIRST, _paper()[:40]], "line 2 is not JSON", id="half-line"),
        pytest.param([_FIRST, "[" * 100_000], "line 2 is not JSON", id="deep"),
        pytest.param(
            [_FIRST, _paper(year=1)[:-2] + "1" * 5000 + "}"], "line 2 is not JSON", id="digits"
        ),
        pytest.param([_FIRST, "[]"], "line 2: it is not a JSON object", id="list"),
        pytest.param([_FIRST, '{"kind": "x"}'], "line 2: there is no kind 'x'", id="kind"),
        pytest.param([_FIRST, '{"kind": ["\\ud800"]}'], "line 2: there is no kind", id="odd-kind"),
        pytest.param(
            [_FIRST, '{"kind": "\\ud800"}'], "line 2: there is no kind", id="half-letter-kind"
        ),
        pytest.param([_FIRST, '{"id": 1}'], "line 2: kind is missing", id="no-kind"),
        pytest.param(
            [_FIRST, _paper(), _paper(), _END],
            "line 3: an earlier paper has the same key",
            id="key-twice",
        ),
        pytest.param(
            [_FIRST, _paper(), '{"kind": "end", "papers": 2}'],
            "line 3: there should be 2 papers",
            id="count",
        ),
        pytest.param(
            [_FIRST, _paper(), _END, _paper(key="b")],
            "line 4: it comes after the end",
            id="after-end",
        ),
        pytest.param(
            [_FIRST, _paper(), _FIRST], "line 3: another export begins here", id="two-exports"
        ),
        pytest.param([_FIRST, _paper(title=None), _END], "line 2: title is missing", id="no-title"),
        pytest.param([_FIRST, _paper(title=" "), _END], "line 2: title is empty", id="blank-title"),
        pytest.param([_FIRST, _paper(title=3), _END], "line 2: title is not text", id="title"),
        pytest.param(
            [_FIRST, _paper(id=2**70), _END],
            "line 2: id is greater than 9007199254740991",
            id="big-id",
        ),
        pytest.param([_FIRST, _paper(id=-1), _END], "line 2: id is less than 0", id="negative-id"),
        pytest.param(
            [_FIRST, _paper(id=True), _END], "line 2: id is not a whole number", id="true-id"
        ),
        pytest.param(
            [_FIRST, _paper(id="1"), _END], "line 2: id is not a whole number", id="text-id"
        ),
        pytest.param(
            [_FIRST, _paper(year=1e400), _END], "line 2: year is not a whole number", id="infinite"
        ),
        pytest.param(
            [_FIRST, _paper(year=10_000), _END], "line 2: year is greater than 9999", id="year"
        ),
        pytest.param(
            [_FIRST, _paper(starred=1), _END],
            "line 2: starred is neither true nor false",
            id="flag",
        ),
        pytest.param([_FIRST, _paper(tags="wax"), _END], "line 2: tags is not a list", id="tags"),
        pytest.param(
            [_FIRST, _paper(tags=["wax", "a b"]), _END], "line 2: tags[1] is not a tag", id="tag"
        ),
        pytest.param([_FIRST, _paper(key="../x"), _END], "line 2: key cannot be a key", id="key"),
        pytest.param(
            [_FIRST, _paper(key="\ud800"), _END], "line 2: key is not text", id="half-letter-key"
        ),
        pytest.param(
            [_FIRST, _paper(status="read"), _END],
            "line 2: status is none of inbox, to-read",
            id="status",
        ),
        pytest.param(
            [_FIRST, _paper(added_at="now"), _END],
            "line 2: added_at is not a time such as",
            id="time",
        ),
        pytest.param(
            [_FIRST, _paper(versions=[1]), _END],
            "line 2: versions[0] is not a JSON object",
            id="version",
        ),
        pytest.param(
            [_FIRST, _paper(versions=[{"text": "x"}]), _END],
            "line 2: versions[0].saved_at is missing",
            id="version-time",
        ),
        pytest.param(
            [_FIRST, _paper(findings=[_FINDING]), _END],
            "line 2: the paper was found in an origin",
            id="finding",
        ),
        pytest.param(
            [_FIRST.replace("1}", "2}"), _paper(), _END],
            "made by a newer version of readlist",
            id="newer",
        ),
        pytest.param(
            [_FIRST.replace("readlist", "other"), _paper(), _END],
            "line 1: an export of readlist does not begin like this",
            id="other-format",
        ),
    ],
)
def test_a_hostile_file_is_refused_in_one_line_and_writes_nothing(
    library: ReadingList, tmp_path: Path, lines: list[str], message: str
) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    [source] = library.import_sources([path], format="jsonl").sources
    assert source.error is not None
    assert source.error.startswith(f"{path}: {message}")
    assert "\n" not in source.error
    assert (library.ids(), library.history()) == ([], [])


def test_odd_but_possible_values_are_taken(library: ReadingList, tmp_path: Path) -> None:
    path = tmp_path / "odd.jsonl"
    odd = _paper(id=2**50, title="\ud800 \u001b[31m", authors=["\x00"], queue=2**50, note="n")
    path.write_text("\n".join([_FIRST, odd, _END]), encoding="utf-8")
    assert library.import_sources([path], format="jsonl").added == 1
    assert library.ids() == [1]
    assert library.paper(1).title == "? \x1b[31m"
    library.undo()
    library.redo()
    assert library.paper(1).note == "n"


def test_blank_lines_do_not_count(library: ReadingList, tmp_path: Path) -> None:
    path = tmp_path / "blank.jsonl"
    path.write_text("\n".join(["", _FIRST, "", _paper(), _END, ""]), encoding="utf-8")
    assert library.import_sources([path]).added == 1
