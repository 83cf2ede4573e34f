"""What is remembered from one start to the next."""

from pathlib import Path

import pytest

from readlist.tui.memory import Memory


def test_choices_come_back(tmp_path: Path) -> None:
    path = tmp_path / "new" / "state.json"
    memory = Memory(path)
    memory.keep("theme", "nord")
    memory.keep("orders", {"Inbox": "title"})
    memory.keep("panes", {"wide": 40})
    assert not path.exists()
    memory.save()
    again = Memory(path)
    assert again.word("theme") == "nord"
    assert again.words("orders") == {"Inbox": "title"}
    assert again.numbers("panes") == {"wide": 40}
    assert [file.name for file in path.parent.iterdir()] == ["state.json"]


def test_nothing_new_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "state.json"
    memory = Memory(path)
    memory.keep("theme", "nord")
    memory.save()
    path.unlink()
    memory.keep("theme", "nord")
    memory.save()
    assert not path.exists()


@pytest.mark.parametrize(
    "broken",
    [b"", b"{", b"[1]", b"\xff\xfe", b"[" * 100_000],
    ids=["empty", "cut", "list", "bytes", "deep"],
)
def test_broken_file_remembers_nothing(tmp_path: Path, broken: bytes) -> None:
    path = tmp_path / "state.json"
    path.write_bytes(broken)
    memory = Memory(path)
    assert (memory.word("theme"), memory.words("orders")) == (None, {})
    memory.keep("theme", "nord")
    memory.save()
    assert Memory(path).word("theme") == "nord"


def test_values_of_another_kind_are_nothing(tmp_path: Path) -> None:
    path = tmp_path / "state.json"
    path.write_text('{"theme": 3, "orders": {"Inbox": 1, "All": "title"}, "panes": ["x"]}')
    memory = Memory(path)
    assert memory.word("theme") is None
    assert memory.words("orders") == {"All": "title"}
    assert memory.numbers("panes") == {}
