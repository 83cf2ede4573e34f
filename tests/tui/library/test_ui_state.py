"""What is remembered from one start to the next."""

from pathlib import Path

import pytest

from readlist.tui.library.ui_state import UiState


def test_choices_come_back(tmp_path: Path) -> None:
    path = tmp_path / "new" / "state.json"
    state = UiState(path)
    state.set("theme", "nord")
    state.set("orders", {"Inbox": "title"})
    state.set("panes", {"wide": 40})
    assert not path.exists()
    state.save()
    again = UiState(path)
    assert again.text("theme") == "nord"
    assert again.texts("orders") == {"Inbox": "title"}
    assert again.numbers("panes") == {"wide": 40}
    assert [file.name for file in path.parent.iterdir()] == ["state.json"]


def test_nothing_new_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "state.json"
    state = UiState(path)
    state.set("theme", "nord")
    state.save()
    path.unlink()
    state.set("theme", "nord")
    state.save()
    assert not path.exists()


@pytest.mark.parametrize("broken", [b"", b"{", b"[1]", b"\xff\xfe", b"[" * 100_000])
def test_broken_file_remembers_nothing(tmp_path: Path, broken: bytes) -> None:
    path = tmp_path / "state.json"
    path.write_bytes(broken)
    state = UiState(path)
    assert (state.text("theme"), state.texts("orders")) == (None, {})
    state.set("theme", "nord")
    state.save()
    assert UiState(path).text("theme") == "nord"


def test_values_of_another_kind_are_nothing(tmp_path: Path) -> None:
    path = tmp_path / "state.json"
    path.write_text('{"theme": 3, "orders": {"Inbox": 1, "All": "title"}, "panes": ["x"]}')
    state = UiState(path)
    assert state.text("theme") is None
    assert state.texts("orders") == {"All": "title"}
    assert state.numbers("panes") == {}


def test_file_that_cannot_be_written_is_left_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "state.json"
    state = UiState(path)
    state.set("theme", "nord")
    state.save()

    def refuse(*_paths: object) -> None:
        raise OSError

    monkeypatch.setattr(Path, "replace", refuse)
    state.set("theme", "gruvbox")
    with pytest.raises(OSError):  # noqa: PT011
        state.save()
    assert UiState(path).text("theme") == "nord"
    assert [file.name for file in tmp_path.iterdir()] == ["state.json"]
