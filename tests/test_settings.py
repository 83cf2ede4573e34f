"""What config.toml may hold, and what is said of what it may not."""

from pathlib import Path

import pytest

from readlist.errors import SettingsError
from readlist.paths import config_file
from readlist.settings import Settings, load


@pytest.fixture
def config(tmp_path: Path) -> Path:
    return tmp_path / "config.toml"


def test_without_a_file_the_defaults(config: Path) -> None:
    assert load(config) == Settings()


def test_every_setting(config: Path) -> None:
    config.write_text(
        "theme = 'nord'\ndensity = 'compact'\nview = 'To read'\neditor = 'nano -w'\n"
        "[keys]\nstar = 'f'\nfile.done = ['D', 'ctrl+x']\n'move.down' = 'n'\n"
    )
    assert load(config) == Settings(
        theme="nord",
        density="compact",
        view="to-read",
        editor="nano -w",
        keys={"star": ("f",), "file.done": ("D", "ctrl+x"), "move.down": ("n",)},
    )


def test_a_tag_can_be_the_first_view(config: Path) -> None:
    config.write_text("view = '#Graphs'")
    assert load(config).view == "#graphs"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("theme = ", "Invalid value"),
        ("colour = 'red'", "no such setting: colour; one of theme, density"),
        ("themes = 'nord'", "did you mean theme?"),
        ("theme = 3", "theme must be a text"),
        ("editor = '  '", "editor must be a text"),
        ("density = 'compakt'", "no such density: compakt; did you mean compact?"),
        ("density = ['auto']", "no such density"),
        ("view = 'readin'", "no such view: readin; did you mean reading?"),
        ("view = 7", "no such view: 7"),
        ("view = '#'", "no such view: #"),
        ("keys = 'f'", "keys must be a table"),
        ("[keys]\nstar = []", "keys.star has no key"),
        ("[keys]\nfile.done = 4", "keys.file.done has no key"),
        ("[keys]\nstar = ['f', 4]", "keys.star has no key"),
    ],
)
def test_what_is_wrong_is_told_in_one_line(config: Path, text: str, said: str) -> None:
    config.write_text(text)
    with pytest.raises(SettingsError) as caught:
        load(config)
    assert said in str(caught.value)
    assert str(config) in str(caught.value)
    assert "\n" not in str(caught.value)
    assert caught.value.exit_code == 2


def test_bytes_that_are_no_text(config: Path) -> None:
    config.write_bytes(b"theme = '\xff'")
    with pytest.raises(SettingsError):
        load(config)


def test_the_environment_names_the_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("READLIST_CONFIG", str(tmp_path / "mine.toml"))
    assert config_file() == tmp_path / "mine.toml"
    monkeypatch.delenv("READLIST_CONFIG")
    assert config_file().name == "config.toml"
